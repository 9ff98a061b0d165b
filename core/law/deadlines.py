"""The days that matter, each the cautious end of its period (never the free day of a `délai franc`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import OqtfLimit, RefereOutcome
from core.i18n import _
from core.law import facts, regime
from core.law.model import Deadline
from core.law.periods import add_days, add_months
from core.law.triage_refusals import APPEAL_MONTHS, appeal_deadline, implicit_refusal_on
from core.law.triage_urgent import oqtf_deadline

CASSATION_DAYS = 15
MAINTAINED_RIGHTS_MONTHS = 3
# Of the titles of L. 433-3, first paragraph, those that the table of permits tells apart.
LONG_TITLES = frozenset({"carte_resident_renouvellement", "cra_10ans"})


def deadlines(dossier: Dossier, on: date) -> tuple[Deadline, ...]:
    """Every day that matters from today on, the nearest first."""
    found = [
        *_decisions(dossier, on),
        *_silence(dossier, on),
        *_permit(dossier),
        *_person(dossier, on),
        *_attempts(dossier, on),
    ]
    return tuple(sorted((day for day in found if day.on >= on), key=lambda day: (day.on, day.id)))


def _decisions(dossier: Dossier, on: date) -> Iterator[Deadline]:
    """OQTF (CESEDA L. 911-1, L. 921-1, L. 921-2), refusal (CJA R. 421-1), cassation (CJA R. 523-1)."""
    obligation = oqtf_deadline(dossier, on)
    if obligation is not None:
        source = {
            OqtfLimit.FORTY_EIGHT_HOURS: "ceseda-l921-2",
            OqtfLimit.SEVEN_DAYS: "ceseda-l921-1",
        }.get(dossier.decisions.oqtf_limit or OqtfLimit.ONE_MONTH, "ceseda-l911-1")
        yield Deadline("oqtf_appeal", obligation, _("Dernier jour sûr pour contester l’OQTF."), (source,))
    appeal = appeal_deadline(dossier)
    if appeal is not None:
        yield Deadline(
            "refusal_appeal",
            appeal,
            _("Dernier jour sûr pour demander au tribunal d’annuler le refus."),
            ("cja-r421-1",),
        )
    decisions = dossier.decisions
    if decisions.earlier_refere_on and decisions.earlier_refere_outcome is RefereOutcome.REJECTED:
        yield Deadline(
            "cassation",
            add_days(decisions.earlier_refere_on, CASSATION_DAYS),
            _("Dernier jour sûr pour le pourvoi en cassation, avec un avocat spécial."),
            ("cja-r523-1", "cja-l523-1"),
        )


def _silence(dossier: Dossier, on: date) -> Iterator[Deadline]:
    """The end of the silence period and of the action that follows (CESEDA R. 432-2; CJA R. 421-2)."""
    period = regime.silence(dossier)
    if not facts.is_filed(dossier) or period is None:
        return
    born = implicit_refusal_on(dossier, on)
    if born is None:
        yield Deadline(
            "implicit_refusal",
            period.earliest,
            _("Ce jour-là, le silence de la préfecture peut valoir refus."),
            ("ceseda-r432-1", "ceseda-r432-2"),
        )
    yield Deadline(
        "implicit_refusal_appeal",
        add_months(born or period.earliest, APPEAL_MONTHS),
        _("Dernier jour sûr pour contester le refus né du silence."),
        ("cja-r421-2",),
    )


def _permit(dossier: Dossier) -> Iterator[Deadline]:
    """The renewal window, the expiry and what follows (CESEDA R. 431-5, L. 433-3, R. 431-8)."""
    expires_on = dossier.permit.expires_on
    if expires_on is None:
        return
    yield Deadline("permit_end", expires_on, _("Fin de votre document."))
    window = regime.renewal_window(dossier)
    if window is not None and not facts.is_filed(dossier):
        yield Deadline(
            "window_opens",
            window.opens,
            _("Premier jour pour demander le renouvellement."),
            ("ceseda-r431-5",),
        )
        yield Deadline(
            "window_closes",
            window.closes,
            _("Dernier jour pour demander le renouvellement à temps."),
            ("ceseda-r431-5",),
        )
    held = regime.permit(dossier)
    if held is not None and regime.is_renewal(dossier) and held.code in LONG_TITLES:
        yield Deadline(
            "maintained_rights",
            add_months(expires_on, MAINTAINED_RIGHTS_MONTHS),
            _("Si vous demandez le renouvellement, la carte finie prouve vos droits jusqu’à ce jour."),
            ("ceseda-l433-3",),
        )
    if regime.is_renewal(dossier) and not facts.is_filed(dossier):
        yield Deadline(
            "fresh_conditions",
            add_months(expires_on, 6),
            _("Après ce jour sans demande, les conditions d’entrée peuvent être exigées."),
            ("ceseda-r431-8",),
        )


def _person(dossier: Dossier, on: date) -> Iterator[Deadline]:
    """The 19th birthday (CESEDA R. 431-5 2°) and the receipt's end."""
    birthday = facts.nineteenth_birthday(dossier, on)
    if birthday is not None:
        held = regime.permit(dossier)
        yield Deadline(
            "age_limit",
            add_days(birthday, -1),
            _("Dernier jour avant vos 19 ans pour déposer cette demande."),
            () if held and "L. 435-3" in held.legal_basis else ("ceseda-r431-5",),
        )
    receipt = facts.stay_document_until(dossier, on)
    if receipt is not None:
        yield Deadline("receipt_end", receipt, _("Fin de votre récépissé ou de votre attestation."))
    harm = facts.next_harm(dossier, on)
    if harm is not None and harm != birthday:
        yield Deadline("harm", harm, _("Le fait grave que vous avez raconté arrive ce jour-là."))


def _attempts(dossier: Dossier, on: date) -> Iterator[Deadline]:
    """The next day on which an attempt helps (CE 10 June 2020, n° 435594)."""
    spread = facts.spread(dossier, on)
    if spread is not None and not spread.wide_enough and not facts.is_filed(dossier):
        yield Deadline(
            "next_attempt",
            max(spread.next_useful_day, on),
            _("À partir de ce jour, un nouvel essai compte pour une autre semaine."),
            ("ce-435594",),
        )
