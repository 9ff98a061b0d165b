"""Triage: a decision exists, written or born of silence; or an order that is not obeyed.

L. 521-3 may not stand in the way of a decision, even one that refuses the very measure asked for, save to
prevent a serious peril (CE Sect., 5 February 2016, n° 393540).
"""

from __future__ import annotations

from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import FileStatus, Readiness, RefereOutcome, RefusalKind
from core.i18n import _
from core.law import regime
from core.law.facts import is_filed
from core.law.model import Reason, Remedy, Route, Step
from core.law.periods import add_months, free_end
from core.law.verdict import Verdict

APPEAL_MONTHS = 2

_SUSPENSION = Step(
    _(
        "Faites deux requêtes séparées : une pour annuler le refus, une pour le suspendre. "
        "Un avocat ou une association peut vous aider."
    ),
    sources=("cja-r522-1", "cja-l521-1"),
)
_LEGAL_AID = Step(_("Vous pouvez demander l’aide juridictionnelle."), sources=("cc-2024-1091",))


def refusal_stands(dossier: Dossier) -> bool:
    """Whether a written refusal was received before the request to the judge was filed.

    A refusal received after filing does not stop the judge (CE 28 November 2018, n° 420343).
    """
    decisions = dossier.decisions
    if not decisions.refusal:
        return False
    filed_on, notified_on = dossier.signature.filed_on, decisions.refusal_notified_on
    return filed_on is None or notified_on is None or notified_on < filed_on


def appeal_deadline(dossier: Dossier) -> date | None:
    """The safe last day of the action against the written refusal: two months, without the free day."""
    notified_on = dossier.decisions.refusal_notified_on
    return add_months(notified_on, APPEAL_MONTHS) if notified_on and refusal_stands(dossier) else None


def implicit_refusal_on(dossier: Dossier, on: date) -> date | None:
    """The day on which silence made a refusal of the complete request; None where it did not, or not surely.

    Receipts and attestations do not stop the period (CE avis 6 May 2025, n° 499904); an incomplete file makes
    no refusal that can be challenged (CE avis 10 October 2024, n° 494718).
    """
    application = dossier.application
    period = regime.silence(dossier)
    if not is_filed(dossier) or not application.complete or period is None or period.latest is None:
        return None
    if application.status in (FileStatus.FAVOURABLE, FileStatus.DELIVERED):
        return None
    return period.latest if on >= period.latest else None


def order_to_enforce(dossier: Dossier, _on: date) -> Verdict | None:
    """An order that was granted is to be enforced, not asked for again.

    Source: CJA L. 521-4, L. 911-4, R. 921-1-1 (without delay for an urgent measure).
    """
    decisions = dossier.decisions
    if not decisions.earlier_refere or decisions.earlier_refere_outcome is not RefereOutcome.GRANTED:
        return None
    return Verdict(
        Route.OTHER_REMEDY,
        Remedy.ENFORCE_THE_ORDER,
        (
            Reason(
                _("Le juge a déjà décidé pour vous. Il faut faire exécuter son ordonnance."),
                _(
                    "L. 521-4 (modifier ou compléter l’ordonnance), L. 911-4 et R. 921-1-1 (exécution "
                    "sans délai pour une mesure d’urgence, après la fin du délai fixé par le juge)."
                ),
                ("cja-l521-4", "cja-l911-4", "cja-r921-1-1"),
                ("decisions.earlier_refere_outcome",),
            ),
        ),
        (
            Step(_("Écrivez à la préfecture et joignez l’ordonnance.")),
            Step(
                _("Sans réponse, demandez au tribunal de faire exécuter l’ordonnance."),
                sources=("cja-l911-4", "cja-l911-7"),
            ),
            Step(
                _("Si l’ordonnance parle d’une autre demande, répondez « non » à cette question."),
                facts=("decisions.earlier_refere",),
            ),
        ),
    )


def earlier_request_pending(dossier: Dossier, _on: date) -> Verdict | None:
    """Two requests for one thing help nobody: the judge rules soon. Source: CJA L. 511-1."""
    decisions = dossier.decisions
    if not decisions.earlier_refere or decisions.earlier_refere_outcome is not RefereOutcome.PENDING:
        return None
    return Verdict(
        Route.NO_OBJECT,
        Remedy.WAIT,
        (
            Reason(
                _("Un juge a déjà votre demande. Attendez son ordonnance."),
                None,
                ("cja-l511-1",),
                ("decisions.earlier_refere_outcome",),
            ),
        ),
        (Step(_("Lisez vos messages chaque jour. Le tribunal peut écrire à tout moment.")),),
    )


def _papers_missing(dossier: Dossier) -> bool:
    return dossier.application.complete is False or dossier.request.papers in (
        Readiness.NO,
        Readiness.ALMOST,
    )


def _complete_it(plain: Reason) -> Verdict:
    return Verdict(
        Route.OTHER_REMEDY,
        Remedy.COMPLETE_THE_FILE,
        (plain,),
        (
            Step(
                _("Réunissez les papiers qui manquent, puis déposez de nouveau."), facts=("request.papers",)
            ),
            Step(_("Gardez une capture du message de clôture, avec sa date.")),
            Step(_("Si le site vous bloque ensuite, revenez ici.")),
        ),
    )


def closed_as_incomplete(dossier: Dossier, _on: date) -> Verdict | None:
    """A file closed because it is incomplete: complete it and file again.

    Only a complete file's closure can be challenged. Source: CE avis 10 October 2023, n° 472831.
    """
    application = dossier.application
    if not application.closed_as_incomplete or application.complete:
        return None
    if refusal_stands(dossier) and dossier.decisions.refusal_kind is RefusalKind.PERMIT:
        return None
    return _complete_it(
        Reason(
            _("La préfecture a fermé le dossier parce qu’il manquait des papiers."),
            _(
                "Le refus d’enregistrer un dossier réellement incomplet ne peut pas être attaqué "
                "(CE, avis, n° 472831). S’il était complet, c’est une décision : L. 521-1."
            ),
            ("ce-472831", "ceseda-r431-11"),
            ("application.closed_as_incomplete", "application.complete"),
        )
    )


def registration_of_incomplete_file(dossier: Dossier, _on: date) -> Verdict | None:
    """A refusal to register a file that really lacks papers. Source: CE avis 10 October 2023, n° 472831."""
    kinds = (RefusalKind.REGISTRATION, RefusalKind.CLOSURE)
    if not refusal_stands(dossier) or dossier.decisions.refusal_kind not in kinds:
        return None
    if dossier.application.complete or not _papers_missing(dossier):
        return None
    return _complete_it(
        Reason(
            _("Le dossier n’est pas complet. Le refus de l’enregistrer ne peut pas être attaqué."),
            None,
            ("ce-472831",),
            ("decisions.refusal_kind", "request.papers"),
        )
    )


_REFUSALS = {
    RefusalKind.PERMIT: _("La préfecture a refusé votre titre. C’est ce refus qu’il faut contester."),
    RefusalKind.REGISTRATION: _("La préfecture a refusé d’enregistrer votre demande. Ce refus se conteste."),
    RefusalKind.APPOINTMENT: _("La préfecture a refusé par écrit le rendez-vous. Ce refus se conteste."),
    RefusalKind.CLOSURE: _("La préfecture a fermé votre dossier. C’est une décision, elle se conteste."),
}


def express_refusal(dossier: Dossier, on: date) -> Verdict | None:
    """A written refusal: action for annulment within two months, and L. 521-1 to suspend it.

    Source: CJA R. 421-1, R. 421-5, R. 522-1, L. 521-1.
    """
    if not refusal_stands(dossier):
        return None
    kind = dossier.decisions.refusal_kind
    plain = _REFUSALS[kind] if kind else _("Vous avez reçu un refus. C’est ce refus qu’il faut contester.")
    return _challenge(
        dossier,
        Reason(
            plain,
            _(
                "L. 521-3 ne fait obstacle à aucune décision. Recours en annulation dans les deux mois "
                "(R. 421-1) et référé-suspension par requête séparée (L. 521-1, R. 522-1)."
            ),
            ("cja-l521-3", "cja-r421-1", "cja-l521-1", "cja-r522-1"),
            ("decisions.refusal", "decisions.refusal_kind", "decisions.refusal_notified_on"),
        ),
        appeal_deadline(dossier),
        on,
    )


def _challenge(dossier: Dossier, reason: Reason, deadline: date | None, on: date, *more: Step) -> Verdict:
    """Annulment and suspension; where the safe day is past, an honest word about what is left."""
    late: tuple[Reason, ...] = ()
    if deadline is not None and deadline < on:
        left = on <= free_end(deadline, dossier.residence.departement)
        late = (_LAST_DAY if left else _TOO_LATE_PERHAPS,)
    first = Step(_SUSPENSION.text, by=None if late else deadline, sources=_SUSPENSION.sources)
    return Verdict(Route.OTHER_REMEDY, Remedy.L521_1, (reason, *late), (*more, first, _LEGAL_AID))


# The free day of the period, never shown as a target: it is said only once the safe day is missed.
_LAST_DAY = Reason(
    _("Le délai de deux mois se termine. Déposez le recours aujourd’hui même."),
    _("Délai franc, reporté au premier jour ouvrable : vérifiez avec le greffe ou un avocat."),
    ("cja-r421-1", "cja-r421-2"),
    ("decisions.refusal_notified_on", "application.filed_on"),
)
_TOO_LATE_PERHAPS = Reason(
    _("Le délai de deux mois est peut-être fini. Voyez vite un avocat."),
    _("Le délai n’est opposable que si la décision ou l’accusé de réception l’indiquait (R. 421-5)."),
    ("cja-r421-5",),
    ("decisions.refusal_states_remedies",),
)


def closure(dossier: Dossier, on: date) -> Verdict | None:
    """A complete file that was closed on the site: a decision, to be challenged like a refusal.

    Source: CJA R. 421-1, L. 521-1. Where it is not known why the file was closed, the person is asked
    (`obstacle.no_obstacle`).
    """
    application = dossier.application
    if application.status is not FileStatus.CLOSED or not application.complete:
        return None
    deadline = add_months(application.closed_on, APPEAL_MONTHS) if application.closed_on else None
    return _challenge(
        dossier,
        Reason(
            _("Votre dossier complet a été fermé. C’est une décision, elle se conteste."),
            None,
            ("cja-l521-3", "cja-r421-1", "cja-l521-1"),
            ("application.status", "application.complete"),
        ),
        deadline,
        on,
    )


def earlier_date_refused(dossier: Dossier, on: date) -> Verdict | None:
    """A refusal to bring the appointment forward is challenged. Source: CE avis 1 July 2020, n° 436288."""
    if not (dossier.appointment.given and dossier.appointment.earlier_refused):
        return None
    return _challenge(
        dossier,
        Reason(
            _("La préfecture a refusé une date plus proche. Ce refus se conteste."),
            _("CE, avis, n° 436288 : le refus d’avancer la date peut être annulé et suspendu."),
            ("ce-436288", "cja-l521-1"),
            ("appointment.earlier_refused",),
        ),
        None,
        on,
    )


def implicit_refusal(dossier: Dossier, on: date) -> Verdict | None:
    """A complete file and the period of silence over: a refusal exists, even with an attestation in hand.

    Source: CESEDA R.* 432-1, R. 432-2; CE avis 6 May 2025, n° 499904; CRPA L. 232-4 for the reasons.
    """
    born = implicit_refusal_on(dossier, on)
    if born is None:
        return None
    ask_reasons = Step(
        _("Demandez par lettre recommandée les raisons du refus. Gardez la preuve d’envoi."),
        by=deadline if (deadline := add_months(born, APPEAL_MONTHS)) >= on else None,
        sources=("crpa-l232-4",),
    )
    return _challenge(
        dossier,
        Reason(
            _("Le silence de la préfecture vaut refus depuis le {day}.", day=born),
            _(
                "R.* 432-1 et R. 432-2 CESEDA ; un récépissé ou une attestation n’y change rien "
                "(CE, avis, n° 499904). L. 521-3 ferait obstacle à ce refus, sauf péril grave "
                "(CE n° 393540)."
            ),
            ("ceseda-r432-1", "ceseda-r432-2", "ce-499904", "ce-494718", "ce-393540"),
            ("application.filed_on", "application.complete", "request.title"),
        ),
        deadline,
        on,
        ask_reasons,
    )
