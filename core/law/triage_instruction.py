"""Triage: the request is being dealt with, or can be without a judge."""

from __future__ import annotations

from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import FileStatus, Need, Readiness, RequestKind
from core.i18n import _
from core.law import facts, regime
from core.law.model import Reason, Remedy, Route, Step
from core.law.periods import add_days
from core.law.verdict import Verdict

# No window opens earlier than the 120th day before expiry (R. 431-5 1° CESEDA).
EARLIEST_FILING_DAYS = 120


def _nothing_to_ask(remedy: Remedy | None, reason: Reason, *steps: Step) -> Verdict:
    return Verdict(Route.NO_OBJECT, remedy, (reason,), steps)


def delivered(dossier: Dossier, _on: date) -> Verdict | None:
    """The document was handed over: nothing is left to decide. Source: CJA R. 222-1 3°."""
    if dossier.application.status is not FileStatus.DELIVERED:
        return None
    return _nothing_to_ask(
        None,
        Reason(
            _("Vous avez reçu le document. Il n’y a plus rien à demander au juge."),
            _("Non-lieu à statuer (R. 222-1 3° CJA) si une requête est déjà déposée."),
            ("cja-r222-1",),
            ("application.status",),
        ),
        Step(_("Si une requête est déjà au tribunal, écrivez-lui que vous avez reçu le document.")),
    )


def favourable(dossier: Dossier, _on: date) -> Verdict | None:
    """A favourable decision: the card is being made, an attestation is due meanwhile.

    Source: CESEDA R. 431-15-1, last paragraph. Without that attestation the conditions are looked at.
    """
    application = dossier.application
    if application.status is not FileStatus.FAVOURABLE:
        return None
    if dossier.request.need in (Need.ATTESTATION, Need.COLLECT_CARD):
        return None
    return _nothing_to_ask(
        Remedy.WAIT,
        Reason(
            _("La préfecture a accepté votre demande. La carte est en fabrication."),
            None,
            ("ceseda-r431-15-1",),
            ("application.status",),
        ),
        Step(_("Téléchargez l’attestation de décision favorable sur le site.")),
    )


def card_to_collect(dossier: Dossier, _on: date) -> Verdict | None:
    """A card that is ready but not handed over is another request than the one this program writes.

    The decisions in `sources` are about filing; none was verified for handing over a card.
    """
    if dossier.request.need is not Need.COLLECT_CARD:
        return None
    return Verdict(
        Route.OUT_OF_SCOPE,
        Remedy.LAWYER,
        (
            Reason(
                _("Ce programme n’écrit pas de requête pour retirer une carte."),
                None,
                (),
                ("request.need",),
            ),
        ),
        (Step(_("Écrivez à la préfecture, puis voyez une association."), facts=("request.need",)),),
    )


def _complete(reason: Reason, *steps: Step) -> Verdict:
    return Verdict(Route.OTHER_REMEDY, Remedy.COMPLETE_THE_FILE, (reason,), steps)


def documents_to_answer(dossier: Dossier, _on: date) -> Verdict | None:
    """A demand for documents is to be answered before anything else.

    Source: CESEDA R. 431-11; CRPA L. 114-5.
    """
    application = dossier.application
    asked = application.documents_asked_on is not None or application.status is FileStatus.DOCUMENTS_ASKED
    if not asked or application.documents_answered is not False:
        return None
    return _complete(
        Reason(
            _("La préfecture attend des papiers. Répondez-lui d’abord."),
            _("R. 431-11 CESEDA, L. 114-5 CRPA : le dossier incomplet ne donne droit à aucun document."),
            ("ceseda-r431-11", "crpa-l114-5"),
            ("application.documents_answered", "application.documents_asked_on"),
        ),
        Step(_("Envoyez les papiers demandés. Gardez la preuve d’envoi et sa date.")),
    )


def incomplete(dossier: Dossier, _on: date) -> Verdict | None:
    """A filed request that is not complete gives no right to a document and makes no refusal.

    Source: CE avis 10 October 2024, n° 494718; CESEDA R. 431-15-1.
    """
    if not facts.is_filed(dossier) or dossier.application.complete is not False:
        return None
    return _complete(
        Reason(
            _("Votre dossier est déposé, mais il n’est pas complet."),
            _("Sans dossier complet : ni attestation (R. 431-15-1), ni refus à attaquer (n° 494718)."),
            ("ce-494718", "ceseda-r431-15-1", "ceseda-r431-11"),
            ("application.complete",),
        ),
        Step(_("Envoyez les papiers qui manquent. Gardez la preuve d’envoi et sa date.")),
    )


def wrong_channel(dossier: Dossier, _on: date) -> Verdict | None:
    """Everything was tried by another way than the prescribed one, never by that one.

    Source: CE avis 10 October 2024, n° 493514; CRPA L. 112-9.
    """
    filing = dossier.filing
    prescribed = filing.channel
    if prescribed is None or not filing.confirmed or not filing.tried_other_channel:
        return None
    ways = [attempt.channel for attempt in dossier.attempts]
    if not ways or any(way is None or facts.same_way(way, prescribed) for way in ways):
        return None
    return Verdict(
        Route.OTHER_REMEDY,
        Remedy.FILE_THROUGH_PRESCRIBED_CHANNEL,
        (
            Reason(
                _("Vos essais passent par une autre voie que celle de la préfecture."),
                _("Une demande par une voie non prévue ne fait rien naître (CE, avis, n° 493514)."),
                ("ce-493514", "crpa-l112-9"),
                ("filing.channel", "filing.tried_other_channel", "attempts"),
            ),
        ),
        (Step(_("Essayez par la voie prévue, avec une capture datée."), facts=("filing.channel",)),),
    )


def appointment_ahead(dossier: Dossier, on: date) -> bool:
    """Whether an appointment was given and is not over."""
    appointment = dossier.appointment
    return bool(appointment.given) and (appointment.on is None or appointment.on >= on)


def useful_appointment(dossier: Dossier, on: date) -> Verdict | None:
    """An appointment in time leaves nothing to order. Source: CJA R. 222-1 3°; CE avis n° 436288."""
    if not appointment_ahead(dossier, on) or dossier.appointment.too_late is not False:
        return None
    steps = [Step(_("Allez au rendez-vous avec tous vos papiers."), by=dossier.appointment.on)]
    if dossier.signature.filed_on is not None:
        steps.append(Step(_("Écrivez au tribunal que vous avez un rendez-vous."), sources=("cja-r636-1",)))
    return _nothing_to_ask(
        None,
        Reason(
            _("Vous avez un rendez-vous à une date utile. Il n’y a rien à demander au juge."),
            None,
            ("cja-r222-1", "ce-436288"),
            ("appointment.given", "appointment.too_late"),
        ),
        *steps,
    )


def cannot_wait_for_appointment(dossier: Dossier, on: date) -> bool:
    """Whether a documented harm comes before the appointment. Source: CE avis 1 July 2020, n° 436288."""
    appointment = dossier.appointment
    limit = facts.nineteenth_birthday(dossier, on)
    days = [c.on for c in facts.documented_harms(dossier, on) if c.on is not None]
    if limit is not None:
        days.append(limit)
    return any(appointment.on is None or day < appointment.on for day in days)


def late_appointment(dossier: Dossier, on: date) -> Verdict | None:
    """An appointment that is too late: ask for an earlier date first, unless a documented harm comes before.

    Source: CE avis 1 July 2020, n° 436288.
    """
    appointment = dossier.appointment
    if not appointment_ahead(dossier, on) or not appointment.too_late:
        return None
    if cannot_wait_for_appointment(dossier, on):
        return None
    asked = appointment.earlier_asked_on is not None
    return Verdict(
        Route.OTHER_REMEDY,
        Remedy.ASK_FOR_EARLIER_DATE,
        (
            Reason(
                _("Votre rendez-vous est trop tard. Il faut d’abord demander une date plus proche."),
                _(
                    "CE, avis, n° 436288 : le refus d’avancer la date se conteste ; L. 521-3 seulement "
                    "si l’urgence ne permet pas d’attendre ce refus."
                ),
                ("ce-436288",),
                ("appointment.too_late", "appointment.earlier_asked_on", "consequences"),
            ),
        ),
        (
            Step(_("Attendez la réponse, et relancez par écrit."))
            if asked
            else Step(_("Écrivez à la préfecture pour avoir une date plus proche. Gardez la preuve.")),
            Step(
                _("Si un fait grave arrive avant le rendez-vous, notez-le avec sa date et sa preuve."),
                facts=("consequences",),
            ),
        ),
    )


def normal_examination(dossier: Dossier, on: date) -> Verdict | None:
    """The request is filed, the period runs, and a valid document protects the person: wait.

    Source: CESEDA R. 431-15-1, R. 431-12, R. 432-2.
    """
    if not facts.is_filed(dossier) or _silence_may_be_over(dossier, on):
        return None
    receipt = facts.stay_document_until(dossier, on)
    expires_on = dossier.permit.expires_on
    permit_valid = expires_on is not None and expires_on >= on
    if receipt is None and not permit_valid:
        return None
    return _nothing_to_ask(
        Remedy.WAIT,
        Reason(
            _("Votre demande est étudiée et vous avez un document valable. Il faut attendre."),
            _("Délai normal d’instruction (R. 432-2 CESEDA), attestation ou titre en cours de validité."),
            ("ceseda-r432-2", "ceseda-r431-15-1"),
            ("application.filed_on", "application.receipt_until", "permit.expires_on"),
        ),
        Step(
            _("Si ce document finit avant la réponse, revenez ici."),
            by=max(day for day in (receipt, expires_on) if day is not None),
        ),
        Step(_("Regardez votre compte chaque semaine et gardez des captures datées.")),
    )


def _silence_may_be_over(dossier: Dossier, on: date) -> bool:
    """Whether silence may have refused already; without the day of filing nobody can say that it has not."""
    period = regime.silence(dossier)
    if period is not None:
        return on >= period.earliest
    no_period = regime.NOT_A_PERMIT | {RequestKind.DUPLICATE}
    return dossier.application.filed_on is None and dossier.request.kind not in no_period


def too_early(dossier: Dossier, on: date) -> Verdict | None:
    """More than 120 days before expiry no renewal can be asked for. Source: CESEDA R. 431-5 1°."""
    expires_on = dossier.permit.expires_on
    if facts.is_filed(dossier) or regime.renewal_window(dossier) is None or expires_on is None:
        return None
    opens = add_days(expires_on, -EARLIEST_FILING_DAYS)
    if on >= opens:
        return None
    return _nothing_to_ask(
        Remedy.WAIT,
        Reason(
            _("Il est trop tôt pour demander le renouvellement. La période ouvre plus tard."),
            _("R. 431-5 1° CESEDA : entre le 120e et le 60e jour avant la fin du titre."),
            ("ceseda-r431-5",),
            ("permit.expires_on",),
        ),
        Step(_("Déposez votre demande à partir de cette date."), by=opens),
        Step(_("Préparez déjà vos papiers."), facts=("request.papers",))
        if dossier.request.papers is not Readiness.ALL
        else Step(_("Gardez une capture de chaque essai.")),
    )
