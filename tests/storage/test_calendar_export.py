from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from core.storage.calendar_export import entries, initials, to_ics, week_list
from core.storage.desk_row import DeskDate, Row, RowState

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def row(name: str, *dates: tuple[int, str], id_: str = "") -> Row:
    days = tuple(DeskDate(TODAY + timedelta(days=n), f"{label}-id", label) for n, label in dates)
    return Row(
        path=f"{name}.dossier", stamp=1, size=1, state=RowState.READ, id=id_ or name, name=name, dates=days
    )


ROWS = [
    row("DIALLO Aïssatou", (0, "Audience"), (-1, "Passé"), (5, "Mémoire")),
    row("BA Omar", (0, "Rendez-vous")),
]


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_dates_from_today_on_in_order_with_initials():
    found = entries(ROWS, TODAY)
    assert [(e.day.on, e.who, e.day.label) for e in found] == [
        (TODAY, "B. O.", "Rendez-vous"),
        (TODAY, "D. A.", "Audience"),
        (TODAY + timedelta(days=5), "D. A.", "Mémoire"),
    ]
    assert entries(ROWS, TODAY, full_names=True)[0].who == "BA Omar"


def test_the_file_is_a_calendar_of_whole_days():
    data = to_ics(entries(ROWS, TODAY), NOW)
    found = events(data)
    assert [str(e["summary"]) for e in found] == [
        "Rendez-vous (B. O.)",
        "Audience (D. A.)",
        "Mémoire (D. A.)",
    ]
    assert [e["dtstart"].dt for e in found] == [TODAY, TODAY, TODAY + timedelta(days=5)]
    assert all(e["dtend"].dt - e["dtstart"].dt == timedelta(days=1) for e in found)
    assert all(len(e.walk("VALARM")) == 1 for e in found)
    assert b"DIALLO" not in data
    assert b"VERSION:2.0" in data
    assert b"PRODID" in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_new_export_moves_the_same_events():
    before = {str(e["uid"]) for e in events(to_ics(entries(ROWS, TODAY), NOW))}
    moved = [row("DIALLO Aïssatou", (2, "Audience"), (5, "Mémoire")), ROWS[1]]
    after = {str(e["uid"]) for e in events(to_ics(entries(moved, TODAY), NOW))}
    assert before == after
    assert len(before) == 3
    twice = [row("X", (1, "Essai"), (2, "Essai"))]
    assert len({str(e["uid"]) for e in events(to_ics(entries(twice, TODAY), NOW))}) == 2


def test_any_text_survives(uncommon_text: str):
    label = "".join(c for c in uncommon_text if c.isprintable())[:200]
    (event,) = events(to_ics(entries([row("X", (1, label))], TODAY), NOW))
    assert str(event["summary"]).strip() == f"{label} (X.)".strip()


def test_an_empty_desk_gives_an_empty_calendar():
    assert events(to_ics([], NOW)) == []


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 29)])
def test_the_week_has_seven_days_from_monday(day: date):
    week = week_list(ROWS, day)
    assert [each for each, _due in week] == [date(2026, 11, 23) + timedelta(days=n) for n in range(7)]
    listed = {each: [(r.name, d.label) for r, d in due] for each, due in week if due}
    assert listed == {
        date(2026, 11, 24): [("DIALLO Aïssatou", "Passé")],
        date(2026, 11, 25): [("BA Omar", "Rendez-vous"), ("DIALLO Aïssatou", "Audience")],
    }


@pytest.mark.parametrize(
    ("name", "short"), [("DIALLO Aïssatou", "D. A."), ("", ""), ("étienne", "É."), ("محمد", "م.")]
)
def test_initials(name: str, short: str):
    assert initials(name) == short
