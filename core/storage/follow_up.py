"""What an association notes about a dossier: who follows it, what came back, until when it is kept.

Kept in the dossier file beside the answers; never printed, never handed over, never part of the request.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from core.dossier.model import Dossier, Part
from core.dossier.values import Line, Paragraph
from core.storage.dossier_file import DossierFile
from core.storage.errors import DamagedDossier

PART = "follow_up"

# When to think of erasing, where nothing else was agreed with the person. The two years without contact are
# the limit of the CNIL's reference framework on social support (deliberation 2021-028).
MONTHS_AFTER_OUTCOME_TO_REMIND = 2
MONTHS_AFTER_LAST_CONTACT_TO_ERASE = 6
MONTHS_WITHOUT_CONTACT_AT_MOST = 24


class Outcome(StrEnum):
    """How the request ended."""

    GRANTED = "granted"
    APPOINTMENT_BEFORE_RULING = "appointment_before_ruling"
    REJECTED_URGENCY = "rejected_urgency"
    REJECTED_PROOF = "rejected_proof"
    REJECTED_OTHER_REMEDY = "rejected_other_remedy"
    REJECTED_DECISION_EXISTS = "rejected_decision_exists"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class Reminder(Part, frozen=True):
    """A date that a volunteer noted."""

    on: date
    text: Line


class FollowUp(Part, frozen=True):
    """The notes of an association. The dates of the tribunal and of the order are typed from the paper."""

    volunteer: Line | None = None
    notes: Paragraph | None = None
    for_jurist: bool | None = None
    opened_on: date | None = None
    last_contact_on: date | None = None
    reminders: tuple[Reminder, ...] = ()
    defence_due_on: date | None = None
    hearing_on: date | None = None
    order_received_on: date | None = None
    outcome: Outcome | None = None
    act_by: date | None = None
    appointment_on: date | None = None
    executed: bool | None = None
    closed_on: date | None = None
    may_keep: bool | None = None
    keep_until: date | None = None


class Step(StrEnum):
    """Where a dossier stands, from the first visit to the end."""

    STARTED = "started"
    WAITING_FOR_PROOF = "waiting_for_proof"
    READY = "ready"
    FILED = "filed"
    ORDER_RECEIVED = "order_received"
    CLOSED = "closed"


def read_follow_up(file: DossierFile) -> FollowUp:
    """The notes of an open dossier; empty where there are none. Raises `DamagedDossier`."""
    data = file.read_part(PART)
    if data is None:
        return FollowUp()
    try:
        return msgspec.json.decode(data, type=FollowUp)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DamagedDossier from error


def write_follow_up(file: DossierFile, follow_up: FollowUp) -> None:
    """Save the notes; durable when this returns. Raises like `DossierFile.save`."""
    file.write_part(PART, msgspec.json.encode(follow_up))


def step_of(dossier: Dossier, follow_up: FollowUp, route: str | None) -> Step:
    """The step of a dossier. `route` is what the assessment answered last (`file`, `strengthen`…)."""
    if follow_up.closed_on is not None:
        return Step.CLOSED
    if follow_up.order_received_on is not None or follow_up.outcome is not None:
        return Step.ORDER_RECEIVED
    if dossier.signature.filed_on is not None or dossier.signature.court_number is not None:
        return Step.FILED
    if route == "file":
        return Step.READY
    return Step.WAITING_FOR_PROOF if route == "strengthen" else Step.STARTED


def erase_on(follow_up: FollowUp) -> date | None:
    """The day from which the desk proposes to erase the dossier; None where no date is known yet.

    The person's refusal counts from the end of the case; what was agreed with them goes first otherwise.
    """
    end = follow_up.closed_on or follow_up.order_received_on
    if follow_up.may_keep is False and end is not None:
        return end
    days = [follow_up.keep_until]
    if follow_up.keep_until is None and end is not None:
        last = max(end, follow_up.last_contact_on or end)
        days.append(add_months(last, MONTHS_AFTER_LAST_CONTACT_TO_ERASE))
    contact = follow_up.last_contact_on or follow_up.opened_on
    if contact is not None:
        days.append(add_months(contact, MONTHS_WITHOUT_CONTACT_AT_MOST))
    return min((day for day in days if day is not None), default=None)


def remind_retention_on(follow_up: FollowUp) -> date | None:
    """The day on which to ask the person what becomes of their dossier, after its outcome."""
    end = follow_up.closed_on or follow_up.order_received_on
    return None if end is None else add_months(end, MONTHS_AFTER_OUTCOME_TO_REMIND)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    index += 1
    length = (date(index // 12, index % 12 + 1, 1) - first).days
    return first.replace(day=min(day.day, length))
