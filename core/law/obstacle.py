"""Conditions: no decision stands in the way, no serious dispute, no other refere fits better."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.dossier.evidence import OQTF_ANNULLED, is_proven
from core.dossier.model import Dossier
from core.dossier.values import (
    Channel,
    FileStatus,
    Need,
    OqtfState,
    Protection,
    Readiness,
)
from core.i18n import _
from core.law import facts, regime
from core.law.model import Step
from core.law.periods import add_days, add_months
from core.law.points import Point, bad, good, open_question, weak
from core.law.triage_refusals import implicit_refusal_on, refusal_stands
from core.law.triage_urgent import oqtf_stands

# A practitioner's margin: the request should reach the judge well before silence makes a refusal.
SAFETY_BEFORE_REFUSAL_DAYS = 15
FRESH_CONDITIONS_MONTHS = 6

_NO_OBSTACLE = ("cja-l521-3", "ce-393540")


def no_obstacle(dossier: Dossier, on: date) -> Iterator[Point]:
    """No refusal, no OQTF, no refusal born of silence. Source: CJA L. 521-3; CE n° 393540."""
    yield written_refusal(dossier)
    yield obligation(dossier)
    yield silence(dossier, on)
    if dossier.application.status is FileStatus.CLOSED:
        yield closed(dossier)


def written_refusal(dossier: Dossier) -> Point:
    """A written refusal bars the way, unless it came after filing (CE 28 November 2018, n° 420343)."""
    decisions = dossier.decisions
    if decisions.refusal is None:
        return open_question(
            _("On ne sait pas si la préfecture a déjà refusé."),
            _("Dites si vous avez reçu un refus écrit."),
            "decisions.refusal",
            sources=_NO_OBSTACLE,
        )
    if refusal_stands(dossier):
        return bad(
            _("Il y a un refus écrit. Le juge de ce référé ne peut pas passer outre."),
            sources=_NO_OBSTACLE,
            facts=("decisions.refusal", "decisions.refusal_notified_on"),
        )
    if decisions.refusal:
        return good(
            _("Le refus est arrivé après le dépôt de la requête : le juge peut encore décider."),
            sources=("ce-420343",),
            facts=("decisions.refusal_notified_on", "signature.filed_on"),
            steps=(
                Step(_("Parlez vite à un avocat : ce refus se conteste aussi."), sources=("cja-r421-1",)),
            ),
        )
    return good(
        _("Vous n’avez reçu aucun refus écrit."), sources=("cja-l521-3",), facts=("decisions.refusal",)
    )


def obligation(dossier: Dossier) -> Point:
    """An OQTF bars the way until it is annulled or obeyed. Source: CJA L. 521-3; CE n° 453391."""
    decisions = dossier.decisions
    if decisions.oqtf is None:
        return open_question(
            _("On ne sait pas si vous avez reçu une OQTF."),
            _("Dites si vous avez reçu un ordre de quitter la France."),
            "decisions.oqtf",
            sources=("cja-l521-3", "ce-453391"),
        )
    if oqtf_stands(dossier):
        return bad(
            _("Il y a une OQTF. Le juge de ce référé ne peut pas passer outre."),
            sources=("cja-l521-3", "ce-453391"),
            facts=("decisions.oqtf", "decisions.oqtf_state"),
        )
    if not decisions.oqtf:
        return good(_("Vous n’avez reçu aucune OQTF."), sources=("cja-l521-3",), facts=("decisions.oqtf",))
    if decisions.oqtf_state is OqtfState.ANNULLED and not is_proven(dossier, OQTF_ANNULLED):
        return weak(
            _("L’OQTF est annulée, mais il manque le jugement."),
            sources=("cja-l521-3",),
            facts=("decisions.oqtf_state",),
            steps=(Step(_("Joignez le jugement qui annule l’OQTF."), facts=("exhibits",)),),
        )
    return good(
        _("L’OQTF ne fait plus obstacle."),
        sources=("cja-l521-3",),
        facts=("decisions.oqtf", "decisions.oqtf_state"),
    )


def silence(dossier: Dossier, on: date) -> Point:
    """Silence on a complete file makes a refusal. Source: CESEDA R.* 432-1, R. 432-2; CE avis n° 494718."""
    sources = ("ceseda-r432-1", "ceseda-r432-2", "ce-494718")
    filed = facts.is_filed(dossier)
    if filed is None:
        return open_question(
            _("On ne sait pas si votre demande est déjà déposée."),
            _("Dites si votre demande est déposée, et à quelle date."),
            "application.filed",
            sources=sources,
        )
    if not filed:
        return good(
            _("Vous n’avez rien déposé : le silence n’est donc pas un refus."),
            sources=("ceseda-r432-1",),
            facts=("application.filed",),
        )
    if dossier.request.kind in regime.NOT_A_PERMIT:
        return good(_("Cette démarche ne fait pas naître de refus de titre."), facts=("request.kind",))
    period = regime.silence(dossier)
    if period is None:
        return open_question(
            _("On ne sait pas depuis quand la préfecture a votre demande."),
            _("Donnez la date de dépôt et le titre demandé."),
            "application.filed_on",
            "request.title",
            sources=sources,
        )
    if on < period.earliest:
        close = add_days(on, SAFETY_BEFORE_REFUSAL_DAYS) >= period.earliest
        steps = (
            Step(_("Déposez la requête avant ce jour : après, le silence vaut refus."), by=period.earliest),
        )
        return good(
            _("Le silence de la préfecture ne vaut pas encore refus."),
            sources=sources,
            facts=("application.filed_on",),
            steps=steps if close else (),
        )
    if implicit_refusal_on(dossier, on) is not None:
        return bad(
            _("Le silence de la préfecture vaut déjà refus."),
            sources=(*sources, "ce-499904"),
            facts=("application.filed_on", "application.complete"),
        )
    return open_question(
        _("Le silence vaut peut-être déjà refus : cela dépend du dossier complet."),
        _("Vérifiez si le dossier est complet. Montrez-le à un juriste."),
        "application.complete",
        "request.title",
        sources=sources,
    )


def closed(dossier: Dossier) -> Point:
    """A closure may be a decision: it depends on the file. Source: CE avis 10 October 2023, n° 472831."""
    return open_question(
        _("Votre dossier a été fermé. On ne sait pas pourquoi."),
        _("Cherchez le message de clôture et dites si le dossier était complet."),
        "application.closed_as_incomplete",
        "application.complete",
        sources=("ce-472831",),
    )


def no_serious_dispute(dossier: Dossier, on: date) -> Iterator[Point]:
    """The right is plain: right prefecture, right request, file ready. Source: CE n° 435594, n° 393540."""
    yield from right_prefecture(dossier)
    yield from title_in_force(dossier, on)
    if facts.is_filed(dossier):
        yield complete(dossier)
        yield from document_due(dossier, on)
    else:
        yield papers(dossier)
        yield from old_expiry(dossier, on)
    if dossier.request.kind is not None and dossier.request.title is None and not dossier.request.label:
        yield open_question(
            _("On ne sait pas quel titre vous demandez."),
            _("Choisissez le titre que vous demandez."),
            "request.title",
        )


def right_prefecture(dossier: Dossier) -> Iterator[Point]:
    """The prefect of the département of residence. Source: CESEDA R. 431-20."""
    residence = dossier.residence
    elsewhere = residence.file_departement
    if elsewhere is not None and residence.departement is not None and elsewhere != residence.departement:
        yield weak(
            _("Votre dossier est encore dans votre ancien département."),
            dense=_("R. 431-20 CESEDA : le préfet du département de résidence est compétent."),
            sources=("ceseda-r431-20",),
            facts=("residence.file_departement", "residence.departement"),
            steps=(
                Step(
                    _("Demandez par écrit le transfert du dossier à la préfecture où vous vivez."),
                    facts=("residence.file_departement",),
                ),
            ),
        )
    elif residence.moved and elsewhere is None:
        yield open_question(
            _("Vous avez déménagé. On ne sait pas quelle préfecture a votre dossier."),
            _("Dites quel département s’occupe de votre dossier."),
            "residence.file_departement",
            sources=("ceseda-r431-20",),
        )
    elif residence.prefecture_confirmed is False:
        yield weak(
            _("Vous pensez que ce n’est pas la bonne préfecture."),
            sources=("ceseda-r431-20",),
            facts=("residence.prefecture_confirmed",),
            steps=(Step(_("Vérifiez votre préfecture."), facts=("residence.departement",)),),
        )


def title_in_force(dossier: Dossier, on: date) -> Iterator[Point]:
    """A permit whose text was to end, so that a jurist checks whether it was prolonged."""
    asked = regime.permit(dossier)
    if asked is not None and asked.until is not None and on > asked.until:
        yield weak(
            _("La loi sur ce titre devait finir le {day}. On ne sait pas si elle continue.", day=asked.until),
            facts=("request.title",),
            steps=(Step(_("Demandez à un juriste si ce titre existe encore."), facts=("request.title",)),),
        )


def papers(dossier: Dossier) -> Point:
    """The file is ready: the prefect registers a complete file in a reasonable time (CE n° 435594)."""
    sources = ("ce-435594", "ceseda-r431-10", "ceseda-r431-11")
    ready = dossier.request.papers
    gather = Step(_("Réunissez les papiers qui manquent."), facts=("request.missing_papers",))
    if ready is None:
        return open_question(
            _("On ne sait pas si vous avez tous les papiers demandés."),
            _("Dites si votre dossier est prêt."),
            "request.papers",
            sources=sources,
        )
    if ready is Readiness.ALL:
        return good(_("Votre dossier est prêt à être déposé."), sources=sources, facts=("request.papers",))
    if ready is Readiness.ALMOST:
        return weak(
            _("Il manque encore un papier. La préfecture peut le dire au juge."),
            sources=sources,
            facts=("request.papers",),
            steps=(gather,),
        )
    return bad(
        _("Le dossier n’est pas prêt : un rendez-vous ne servirait pas encore."),
        sources=sources,
        facts=("request.papers",),
        steps=(gather,),
    )


def old_expiry(dossier: Dossier, on: date) -> Iterator[Point]:
    """Six months after expiry without a request, entry conditions are due again. Source: CESEDA R. 431-8."""
    expires_on = dossier.permit.expires_on
    if expires_on is None or not regime.is_renewal(dossier):
        return
    if facts.first_try(dossier, on) <= add_months(expires_on, FRESH_CONDITIONS_MONTHS):
        return
    yield weak(
        _("Le titre est fini depuis plus de six mois, sans essai prouvé avant."),
        dense=_("R. 431-8 CESEDA : les conditions d’entrée peuvent être exigées de nouveau."),
        sources=("ceseda-r431-8",),
        facts=("permit.expires_on", "attempts"),
        steps=(Step(_("Demandez conseil à un juriste avant de déposer.")),),
    )


def complete(dossier: Dossier) -> Point:
    """A document is due only for a complete file. Source: CESEDA R. 431-15-1; CE n° 473349."""
    sources = ("ceseda-r431-15-1", "ceseda-r431-12", "ce-473349")
    if dossier.application.complete is None:
        return open_question(
            _("On ne sait pas si le dossier déposé est complet."),
            _("Dites si le site ou la préfecture dit que le dossier est complet."),
            "application.complete",
            sources=sources,
        )
    return good(_("Le dossier déposé est complet."), sources=sources, facts=("application.complete",))


def document_due(dossier: Dossier, on: date) -> Iterator[Point]:
    """Which document the law gives while the request is examined.

    On the teleservice: an extension attestation for whoever held a document that has expired and filed in
    time, for young adults and for protected persons (R. 431-15-1, -3, -4). Elsewhere: the recepisse
    (R. 431-12; CE n° 473349). After a favourable decision: an attestation (R. 431-15-1, last paragraph).
    """
    facts_used = ("application.filed_on", "permit.expires_on")
    if dossier.application.status is FileStatus.FAVOURABLE and dossier.request.need is Need.ATTESTATION:
        yield good(
            _("Après un accord, une attestation est due."),
            sources=("ceseda-r431-15-1",),
            facts=("application.status",),
        )
        return
    protection = {
        Protection.REFUGEE: "ceseda-r431-15-3",
        Protection.SUBSIDIARY: "ceseda-r431-15-4",
    }.get(dossier.nationality.protection or Protection.NONE)
    if protection is not None:
        yield good(
            _("Avec une protection, l’attestation est due dès la demande."),
            sources=(protection,),
            facts=("nationality.protection",),
        )
        return
    if regime.channel(dossier) is not Channel.ANEF:
        yield good(
            _("Après le dépôt, un récépissé est dû."),
            sources=("ceseda-r431-12", "ce-473349"),
            facts=("filing.channel",),
        )
        return
    expires_on = dossier.permit.expires_on
    if regime.is_renewal(dossier) or expires_on is not None:
        yield from _extension(dossier, facts_used)
    elif facts.nineteenth_birthday(dossier, on) is None:
        yield weak(
            _("Pour une première demande sur ANEF, aucune attestation n’est prévue en général."),
            dense=_("R. 431-15-1 CESEDA vise le document expiré et les jeunes majeurs (R. 431-5)."),
            sources=("ceseda-r431-15-1",),
            facts=facts_used,
            steps=(Step(_("Demandez conseil à un juriste avant de déposer.")),),
        )


def _extension(dossier: Dossier, used: tuple[str, ...]) -> Iterator[Point]:
    window, filed_on = regime.renewal_window(dossier), dossier.application.filed_on
    if window is not None and filed_on is not None and filed_on > window.closes:
        yield weak(
            _("La demande est arrivée en retard : l’attestation peut être refusée."),
            dense=_("R. 431-15-1 CESEDA : demande complète et déposée dans le respect des délais."),
            sources=("ceseda-r431-15-1", "ceseda-r431-5"),
            facts=used,
            steps=(Step(_("Expliquez le retard, avec des preuves."), facts=("timing.late_reason",)),),
        )
    else:
        yield good(
            _("Une demande complète et à temps donne droit à une attestation."),
            sources=("ceseda-r431-15-1",),
            facts=used,
        )


def subsidiarity(dossier: Dossier, on: date) -> Iterator[Point]:
    """L. 521-3 comes after L. 521-1 and L. 521-2. Source: CE Sect., 5 February 2016, n° 393540."""
    decisions = dossier.decisions
    refused = refusal_stands(dossier) or implicit_refusal_on(dossier, on) is not None
    if refused:
        yield bad(
            _("Il y a un refus : on peut demander sa suspension. C’est l’autre référé."),
            sources=("cja-l521-1", "ce-393540"),
            facts=("decisions.refusal", "application.filed_on"),
        )
    if decisions.danger_48h is None:
        yield open_question(
            _("On ne sait pas si un danger arrive dans les 48 heures."),
            _("Dites si un danger ou une date arrive dans les 48 heures."),
            "decisions.danger_48h",
            sources=("cja-l521-2", "ce-393540"),
        )
    elif decisions.danger_48h:
        yield bad(
            _("Un danger dans les 48 heures relève d’un autre référé."),
            sources=("cja-l521-2", "ce-393540"),
            facts=("decisions.danger_48h",),
        )
    elif not refused:
        yield good(
            _("Aucun autre référé ne peut donner cette mesure aujourd’hui."),
            dense=_("Ni décision à suspendre (L. 521-1), ni urgence à 48 heures (L. 521-2)."),
            sources=("ce-393540", "cja-l521-1", "cja-l521-2"),
            facts=("decisions.danger_48h",),
        )
    if decisions.other_case:
        yield weak(
            _("Vous avez déjà un avocat ou une affaire pour ce titre."),
            sources=("ce-393540",),
            facts=("decisions.other_case",),
            steps=(Step(_("Parlez de cette requête à votre avocat avant de la déposer.")),),
        )
