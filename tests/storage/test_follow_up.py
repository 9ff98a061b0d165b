from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier import paths
from core.dossier.model import Dossier
from core.storage.dossier_file import DossierFile
from core.storage.errors import DamagedDossier
from core.storage.follow_up import (
    FollowUp,
    Outcome,
    Reminder,
    Step,
    add_months,
    erase_on,
    read_follow_up,
    remind_retention_on,
    step_of,
    write_follow_up,
)
from tests.storage.conftest import named

DAY = date(2026, 11, 23)


def test_notes_come_back_and_leave_the_answers_alone(tmp_path: Path, passphrase: str | None):
    path = tmp_path / "x.dossier"
    notes = FollowUp(
        volunteer="Élise",
        notes="rappeler mardi",
        outcome=Outcome.GRANTED,
        reminders=(Reminder(on=DAY, text="RDV"),),
    )
    with DossierFile.create(path, named("A"), passphrase) as file:
        assert read_follow_up(file) == FollowUp()
        write_follow_up(file, notes)
    with DossierFile.open(path, passphrase) as file:
        assert read_follow_up(file) == notes
        assert file.dossier == named("A")


@pytest.mark.parametrize("data", [b"", b"{", b'{"unknown": 1}', b'{"closed_on": "tomorrow"}', b"\xff"])
def test_unreadable_notes_are_damage(tmp_path: Path, data: bytes):
    with DossierFile.create(tmp_path / "x.dossier", named("A")) as file:
        file.write_part("follow_up", data)
        with pytest.raises(DamagedDossier):
            read_follow_up(file)


FILED = paths.put(Dossier(), "signature.filed_on", DAY)


@pytest.mark.parametrize(
    ("dossier", "follow_up", "route", "step"),
    [
        (Dossier(), FollowUp(), None, Step.STARTED),
        (Dossier(), FollowUp(), "lawyer_now", Step.STARTED),
        (Dossier(), FollowUp(), "strengthen", Step.WAITING_FOR_PROOF),
        (Dossier(), FollowUp(), "file", Step.READY),
        (FILED, FollowUp(), "file", Step.FILED),
        (paths.put(Dossier(), "signature.court_number", "2512269"), FollowUp(), "strengthen", Step.FILED),
        (FILED, FollowUp(order_received_on=DAY), "file", Step.ORDER_RECEIVED),
        (FILED, FollowUp(outcome=Outcome.UNKNOWN), "file", Step.ORDER_RECEIVED),
        (FILED, FollowUp(order_received_on=DAY, closed_on=DAY), "file", Step.CLOSED),
    ],
)
def test_the_step_follows_from_what_happened(
    dossier: Dossier, follow_up: FollowUp, route: str | None, step: Step
):
    assert step_of(dossier, follow_up, route) is step


@pytest.mark.parametrize(
    ("follow_up", "erase", "remind"),
    [
        (FollowUp(), None, None),
        (FollowUp(opened_on=date(2026, 1, 31)), date(2028, 1, 31), None),
        (FollowUp(opened_on=date(2026, 1, 1), last_contact_on=DAY), date(2028, 11, 23), None),
        (FollowUp(order_received_on=date(2026, 12, 31)), date(2027, 6, 30), date(2027, 2, 28)),
        (
            FollowUp(order_received_on=DAY, last_contact_on=date(2027, 1, 1)),
            date(2027, 7, 1),
            date(2027, 1, 23),
        ),
        (FollowUp(closed_on=DAY, keep_until=date(2028, 1, 1)), date(2028, 1, 1), date(2027, 1, 23)),
        (
            FollowUp(closed_on=DAY, keep_until=date(2030, 1, 1), last_contact_on=DAY),
            date(2028, 11, 23),
            date(2027, 1, 23),
        ),
        (FollowUp(closed_on=DAY, may_keep=False, keep_until=date(2028, 1, 1)), DAY, date(2027, 1, 23)),
        (FollowUp(may_keep=False, opened_on=DAY), date(2028, 11, 23), None),
    ],
)
def test_when_to_think_of_erasing(follow_up: FollowUp, erase: date | None, remind: date | None):
    assert (erase_on(follow_up), remind_retention_on(follow_up)) == (erase, remind)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_never_slip_into_the_next_one(day: date, months: int):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and add_months(later, 0).day >= 28)
