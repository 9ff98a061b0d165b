"""Triage: is this the right door at all? Ordered rules, the gravest first; the first that answers decides.

A rule answers only where the person said so; an absent answer never closes the way. What no rule decides
goes on to the conditions of L. 521-3.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from core.dossier.model import Dossier
from core.law import triage_instruction, triage_refusals, triage_scope, triage_urgent
from core.law.verdict import Verdict

Rule = Callable[[Dossier, date], Verdict | None]

RULES: tuple[Rule, ...] = (
    # A deadline or a danger runs.
    triage_urgent.detained,
    triage_urgent.danger_in_48_hours,
    triage_urgent.obligation_to_leave,
    triage_urgent.house_arrest,
    triage_urgent.entry_ban,
    # Another law or another authority.
    triage_scope.minor_alone,
    triage_scope.guardianship,
    triage_scope.abroad,
    triage_scope.other_territory,
    triage_scope.french_or_european,
    triage_scope.european_family,
    triage_scope.asylum,
    triage_scope.nationality,
    triage_scope.family_reunification,
    triage_scope.visa,
    triage_scope.travel_papers,
    # A decision exists, or will when the file is complete.
    triage_refusals.closed_as_incomplete,
    triage_refusals.registration_of_incomplete_file,
    triage_refusals.express_refusal,
    triage_refusals.closure,
    triage_refusals.earlier_date_refused,
    triage_instruction.delivered,
    triage_instruction.favourable,
    triage_instruction.card_to_collect,
    triage_instruction.documents_to_answer,
    triage_instruction.incomplete,
    triage_refusals.implicit_refusal,
    # Nothing to ask, or not yet; or an order that is still to be obeyed.
    triage_instruction.useful_appointment,
    triage_instruction.normal_examination,
    triage_refusals.order_to_enforce,
    triage_refusals.earlier_request_pending,
    triage_instruction.wrong_channel,
    triage_instruction.late_appointment,
    triage_instruction.too_early,
)


def triage(dossier: Dossier, on: date) -> Verdict | None:
    """The route that is not L. 521-3, with the reason, the source and what to do now; None: go on."""
    return next((verdict for rule in RULES if (verdict := rule(dossier, on)) is not None), None)
