"""Condition: the measure is useful, because nothing else works and that is shown.

Three situations: the request cannot be filed; it is filed and the document due meanwhile does not come; an
appointment was given too late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.dossier.evidence import APPLICATION, APPOINTMENT, is_proven
from core.dossier.model import Dossier
from core.dossier.values import Channel, RefereOutcome
from core.i18n import _, ngettext
from core.law import facts, regime
from core.law.model import Step
from core.law.periods import add_days
from core.law.points import Point, bad, good, open_question, weak
from core.law.triage_instruction import appointment_ahead
from core.reference import Known

# After three weeks without an attempt the site may have changed: our advice, no rule.
STALE_DAYS = 21
# A harm within a week does not wait for another week of attempts. Where the right itself would be lost, the
# time that a judge often needs counts too: orders took from a few days to a month.
PRESSED_DAYS = 7
JUDGE_DAYS = 15

GOOD_CAPTURE = _("Faites une capture avec la date, l’heure et l’adresse du site.")
CALL_THE_CENTRE = _("Appelez le centre de contact citoyens : 0 806 001 620. Notez le numéro du ticket.")


def points(dossier: Dossier, on: date) -> Iterator[Point]:
    """Every point of the situation that the answers describe."""
    if _is_too_late(dossier, on):
        yield from earlier_date(dossier, on)
    elif facts.is_filed(dossier):
        yield from document(dossier, on)
    else:
        yield from filing(dossier, on)
    yield from earlier_request(dossier)


def attempts_matter(dossier: Dossier, on: date) -> bool:
    """Whether the attempts are looked at: the request is not filed, and no appointment was given too late."""
    return not _is_too_late(dossier, on) and not facts.is_filed(dossier)


def _is_too_late(dossier: Dossier, on: date) -> bool:
    return bool(appointment_ahead(dossier, on) and dossier.appointment.too_late)


def filing(dossier: Dossier, on: date) -> Iterator[Point]:
    """The request cannot be filed: attempts, help sought, and no appointment."""
    yield attempts(dossier, on)
    if regime.channel(dossier) is Channel.ANEF:
        yield diligence(dossier, on)
    elif regime.on_list(dossier) is Known.NO:
        yield free_choice(dossier)
    yield from message(dossier)
    yield from appointment(dossier, on)


def attempts(dossier: Dossier, on: date) -> Point:
    """Several failed attempts, not all in the same week.

    Counts what carries a full date and a proof. Calendar weeks run Monday to Sunday; we also ask for seven
    days between the first and the last, since four captures over six days failed.
    Source: CE 10 June 2020, n° 435594; where a form stands before the appointment, CE 18 February 2022,
    n° 455740.
    """
    sources = _attempt_sources(dossier)
    if not dossier.attempts:
        return open_question(
            _("On ne sait pas encore combien de fois vous avez essayé."),
            _("Notez chaque essai : le jour, le site, la preuve."),
            "attempts",
            sources=sources,
        )
    spread = facts.spread(dossier, on)
    if spread is None:
        return weak(
            _("Aucun essai n’a une date exacte et une preuve."),
            dense=_("Seuls comptent les essais datés, prouvés, faits par la voie prévue (CE n° 435594)."),
            sources=sources,
            facts=("attempts",),
            steps=(Step(_("Faites un nouvel essai aujourd’hui.")), Step(GOOD_CAPTURE, facts=("attempts",))),
        )
    if not spread.wide_enough:
        return _too_close(dossier, on, spread)
    stale = add_days(spread.last, STALE_DAYS) < on
    steps = (Step(_("Faites encore un essai cette semaine, avec une capture.")),) if stale else ()
    return good(
        ngettext(
            "{number} essai prouvé, sur {weeks} semaines différentes.",
            "{number} essais prouvés, sur {weeks} semaines différentes.",
            spread.number,
            weeks=spread.weeks,
        ),
        dense=_("Tentatives non effectuées la même semaine (CE n° 435594)."),
        sources=sources,
        facts=("attempts",),
        steps=steps,
    )


def _attempt_sources(dossier: Dossier) -> tuple[str, ...]:
    way = regime.channel(dossier)
    if way is Channel.BOOKING_SITE:
        return ("ce-435594", "ce-448178")
    if way in (Channel.ANEF, Channel.DEMARCHE_NUMERIQUE):
        return ("ce-435594", "ce-455740", "ce-453391")
    return ("ce-435594",)


def _too_close(dossier: Dossier, on: date, spread: facts.Spread) -> Point:
    next_day = max(spread.next_useful_day, on)
    harm = facts.next_harm(dossier, on)
    limit = facts.closing_age_limit(dossier, on)
    no_time_left = (harm is not None and harm <= add_days(on, PRESSED_DAYS)) or (
        limit is not None and limit <= add_days(on, PRESSED_DAYS + JUDGE_DAYS)
    )
    step = (
        Step(
            _("N’attendez pas : le fait grave arrive trop tôt. Ajoutez un essai après le dépôt."),
            by=limit or harm,
        )
        if no_time_left
        else Step(
            _("Faites un nouvel essai à partir du {day}, une autre semaine.", day=next_day), since=next_day
        )
    )
    return weak(
        _("Vos essais sont trop proches. Il faut des semaines différentes et sept jours d’écart."),
        dense=_(
            "CE n° 435594 : quatre captures du 13 au 18 septembre ne suffisaient pas. Le minimum de "
            "sept jours est notre lecture prudente."
        ),
        sources=_attempt_sources(dossier),
        facts=("attempts",),
        steps=(step, Step(GOOD_CAPTURE, facts=("attempts",))),
        improvable=not no_time_left,
    )


def diligence(dossier: Dossier, on: date) -> Point:
    """On ANEF: help was asked for before the substitution is claimed.

    Source: CESEDA R. 431-2 (« toutes les diligences »), arrêté of 1 August 2023, CE 3 June 2022, n° 452798.
    """
    sources = ("ceseda-r431-2", "arrete-2023-08-01", "ce-452798")
    if facts.counted_contacts(dossier, on, facts.ANEF_HELP):
        return good(
            _("Vous avez demandé l’aide prévue, et il en reste une trace."),
            dense=_("Diligences de l’article R. 431-2 CESEDA : centre de contact, point d’accueil."),
            sources=sources,
            facts=("contacts",),
            steps=_ask_for_substitution(dossier),
        )
    if facts.told_contacts(dossier, facts.ANEF_HELP):
        return weak(
            _("Vous avez demandé de l’aide, mais il n’y a ni date sûre, ni trace."),
            sources=sources,
            facts=("contacts",),
            steps=(
                Step(_("Gardez le numéro de ticket, l’e-mail ou le journal d’appels."), facts=("contacts",)),
            ),
        )
    return weak(
        _("Rien ne montre encore que vous avez demandé l’aide prévue pour ANEF."),
        dense=_("R. 431-2 CESEDA : centre de contact citoyens, puis point d’accueil numérique."),
        sources=sources,
        facts=("contacts",),
        steps=(
            Step(CALL_THE_CENTRE, facts=("contacts",)),
            Step(_("Demandez aussi un rendez-vous au point d’accueil numérique.")),
            *_ask_for_substitution(dossier),
        ),
    )


def _ask_for_substitution(dossier: Dossier) -> tuple[Step, ...]:
    if any(contact.asked_substitution for contact in dossier.contacts):
        return ()
    return (
        Step(
            _("Écrivez à la préfecture pour demander la solution de substitution."),
            facts=("contacts",),
            sources=("ceseda-r431-2",),
        ),
    )


def free_choice(dossier: Dossier) -> Point:
    """A title outside the list: no site can be imposed. Source: CESEDA R. 431-3; CE avis n° 461694."""
    written = facts.told_contacts(dossier, facts.WRITTEN)
    return good(
        _("Pour ce titre, la préfecture ne peut pas imposer un site."),
        sources=("ceseda-r431-3", "ce-461694"),
        facts=("request.title", "filing.channel"),
        steps=() if written else (Step(_("Écrivez aussi à la préfecture pour demander un rendez-vous.")),),
    )


def message(dossier: Dossier) -> Iterator[Point]:
    """The words on the screen, quoted only where the person confirmed them."""
    blockage = dossier.blockage
    if not blockage.message:
        return
    if blockage.exact_words:
        yield good(_("Le message du site est copié mot pour mot."), facts=("blockage.message",))
    else:
        yield good(
            _("Le message n’est pas confirmé : la requête ne le citera pas."),
            facts=("blockage.message", "blockage.exact_words"),
            steps=(
                Step(
                    _("Recopiez les mots exacts du message, puis confirmez-les."),
                    facts=("blockage.exact_words",),
                ),
            ),
        )


def appointment(dossier: Dossier, on: date) -> Iterator[Point]:
    """An appointment may make the request pointless. Source: CJA R. 222-1 3°; CE avis n° 436288."""
    given = dossier.appointment
    if not given.given:
        return
    if given.on is not None and given.on < on:
        yield open_question(
            _("Vous aviez un rendez-vous. On ne sait pas ce qui s’est passé."),
            _("Dites si la demande a été déposée ce jour-là."),
            "application.filed",
            "appointment.on",
            sources=("ce-436288",),
        )
    elif given.too_late is None:
        yield open_question(
            _("Vous avez un rendez-vous. On ne sait pas s’il est à une date utile."),
            _("Dites si cette date arrive trop tard pour vous, et pourquoi."),
            "appointment.too_late",
            sources=("cja-r222-1", "ce-436288"),
        )


def document(dossier: Dossier, on: date) -> Iterator[Point]:
    """The request is filed, the document due meanwhile does not come: filing and reminders are shown.

    Source: CESEDA R. 431-12, R. 431-15-1; CE 2 August 2023, n° 473349.
    """
    sources = ("ceseda-r431-12", "ceseda-r431-15-1", "ce-473349")
    if is_proven(dossier, APPLICATION):
        yield good(
            _("La confirmation de dépôt prouve votre demande."),
            sources=sources,
            facts=("application.proof",),
        )
    else:
        yield weak(
            _("Rien ne prouve encore le dépôt de votre demande."),
            sources=sources,
            facts=("application.proof",),
            steps=(Step(_("Joignez la confirmation de dépôt."), facts=("application.proof",)),),
        )
    reminders = facts.ANEF_HELP | facts.PREFECTURE_CONTACTS
    if facts.counted_contacts(dossier, on, reminders):
        yield good(_("Vous avez réclamé le document, avec une preuve."), facts=("contacts",))
    else:
        yield weak(
            _("Il manque une réclamation datée et prouvée."),
            facts=("contacts",),
            steps=(Step(_("Écrivez à la préfecture pour réclamer le document. Gardez la preuve.")),),
        )


def earlier_date(dossier: Dossier, on: date) -> Iterator[Point]:
    """The appointment is too late and cannot wait. Source: CE avis 1 July 2020, n° 436288."""
    sources = ("ce-436288",)
    if is_proven(dossier, APPOINTMENT):
        yield good(
            _("La convocation montre une date trop lointaine."),
            sources=sources,
            facts=("appointment.proof", "appointment.on"),
        )
    else:
        yield weak(
            _("Il manque la convocation."),
            sources=sources,
            facts=("appointment.proof",),
            steps=(Step(_("Joignez la convocation."), facts=("appointment.proof",)),),
        )
    asked_on = dossier.appointment.earlier_asked_on
    if asked_on is not None and asked_on <= on:
        yield good(
            _("Vous avez demandé une date plus proche."),
            sources=sources,
            facts=("appointment.earlier_asked_on",),
        )
    else:
        yield weak(
            _("Il faut d’abord demander une date plus proche, par écrit."),
            sources=sources,
            facts=("appointment.earlier_asked_on",),
            steps=(Step(_("Écrivez aujourd’hui à la préfecture. Gardez la preuve."), by=on),),
        )


def earlier_request(dossier: Dossier) -> Iterator[Point]:
    """After a rejection only new facts or new proof can change the answer. Source: CJA L. 511-1, L. 521-4."""
    decisions = dossier.decisions
    if not decisions.earlier_refere or decisions.earlier_refere_outcome is not RefereOutcome.REJECTED:
        return
    if decisions.new_proof_since:
        yield good(
            _("Vous avez de nouvelles preuves depuis le premier rejet."),
            sources=("cja-l511-1",),
            facts=("decisions.new_proof_since",),
        )
    elif decisions.new_proof_since is None:
        yield open_question(
            _("Un juge a déjà rejeté une demande. On ne sait pas ce qui a changé."),
            _("Dites si vous avez de nouvelles preuves."),
            "decisions.new_proof_since",
            sources=("cja-l511-1",),
        )
    else:
        yield bad(
            _("Un juge a déjà rejeté cette demande. Sans preuve nouvelle, il la rejettera encore."),
            sources=("cja-l511-1",),
            facts=("decisions.new_proof_since",),
            steps=(Step(_("Lisez pourquoi le juge a rejeté, et réunissez ces preuves.")),),
        )
