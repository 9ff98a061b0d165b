"""The plan for the next two weeks."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from core.i18n import _
from core.law import action_plan as action_plan_module
from core.law.action_plan import action_plan, calendar, good_capture, phone_script, working_day
from core.law.model import Step
from tests.law.stories import ON, WITHOUT_ATTESTATION, first, renewal, tried


def plan(changes: dict[str, Any], story: Any = renewal) -> list[tuple[date | None, str]]:
    return [(step.by, str(step.text)) for step in action_plan(story(changes), ON)]


def attempts(changes: dict[str, Any], story: Any = renewal) -> list[date | None]:
    return [by for by, text in plan(changes, story) if "essai" in text]


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({"attempts": []}, [ON, date(2026, 11, 30), date(2026, 12, 7)]),
        ({"attempts": tried("11-02", proof=False)}, [ON, date(2026, 11, 30), date(2026, 12, 7)]),
        ({"attempts": tried("11-19")}, [date(2026, 11, 26), date(2026, 12, 3)]),
        ({"attempts": tried("10-01")}, [ON, date(2026, 11, 30)]),
        ({}, [date(2026, 11, 24)]),
        (WITHOUT_ATTESTATION, []),
    ],
)
def test_attempts_fall_in_other_weeks(changes: dict[str, Any], days: list[date]) -> None:
    assert attempts(changes) == days


def test_only_what_is_missing_is_planned() -> None:
    nothing = " ".join(text for _by, text in plan({"contacts": [], "attempts": []}))
    assert "0 806 001 620" in nothing
    assert "point d’accueil numérique" in nothing
    assert "substitution" in nothing
    letter = {"kind": "prefecture_letter", "on": date(2026, 11, 2), "proof": True}
    centre = {"kind": "citizen_contact_phone", "on": date(2026, 11, 2), "ticket": "T"}
    done = " ".join(text for _by, text in plan({"contacts": [letter, centre]}))
    assert "0 806 001 620" not in done
    assert "substitution" not in done


def test_the_plan_is_in_the_order_of_its_days() -> None:
    days = [step.by for step in action_plan(renewal({"attempts": tried("11-19"), "contacts": []}), ON)]
    assert days == sorted(day for day in days if day is not None)
    assert days[0] == ON


def test_the_letter_asks_for_what_is_missing() -> None:
    assert any("un rendez-vous" in text for _by, text in plan({}, first))
    assert any("récépissé" in text for _by, text in plan({**WITHOUT_ATTESTATION, "filing.channel": "post"}))
    booking = [text for _by, text in plan({}, first)]
    assert not any("0 806 001 620" in text for text in booking)


def test_offices_are_called_on_working_days() -> None:
    saturday = date(2026, 11, 28)
    assert working_day(saturday) == date(2026, 11, 30)
    assert working_day(saturday + timedelta(days=1)) == date(2026, 11, 30)
    assert working_day(ON) == ON
    assert working_day(date.max) == date.max
    days = [step.by for step in action_plan(renewal({"contacts": []}), saturday) if step.sources and
            "ceseda-r431-2" in step.sources]  # fmt: skip
    assert days == [date(2026, 11, 30)] * 3


@pytest.mark.parametrize(
    ("changes", "planned"),
    [
        ({"consequences": [{"kind": "work", "on": date(2026, 12, 1)}]}, True),
        ({"consequences": [{"kind": "work", "on": date(2026, 12, 1), "proof": True}]}, False),
        ({"consequences": [{"kind": "fear"}]}, False),
        ({}, False),
    ],
)
def test_a_paper_is_asked_for_what_is_only_told(changes: dict[str, Any], planned: bool) -> None:
    found = [by for by, text in plan(changes) if "papier" in text]
    assert found == ([date(2026, 11, 30)] if planned else [])


@pytest.mark.parametrize(
    ("changes", "back"),
    [
        ({}, date(2026, 12, 7)),
        ({"permit.expires_on": date(2026, 12, 4)}, date(2026, 12, 7)),
        # Ten days or less: back with the next useful attempt.
        ({"permit.expires_on": date(2026, 12, 3), "attempts": tried("11-19")}, date(2026, 11, 26)),
        ({"permit.expires_on": date(2026, 12, 3), "attempts": []}, date(2026, 11, 30)),
        ({"permit.expires_on": date(2026, 12, 3)}, ON),
        (
            {
                "consequences": [{"kind": "work", "on": date(2026, 12, 3), "proof": True}],
                "attempts": tried("11-19"),
            },
            date(2026, 11, 26),
        ),
        ({"permit.expires_on": None}, date(2026, 12, 7)),
    ],
)
def test_the_day_to_come_back(changes: dict[str, Any], back: date) -> None:
    assert [by for by, text in plan(changes) if "Revenez" in text] == [back]


def test_the_calendar_is_read_by_a_calendar() -> None:
    steps = action_plan(renewal({"attempts": [], "contacts": []}), ON)
    book = Calendar.from_ical(calendar(steps, ON))
    events = list(book.walk("VEVENT"))
    assert [event.decoded("dtstart") for event in events] == [step.by for step in steps]
    assert [str(event["summary"]) for event in events] == [str(step.text) for step in steps]
    assert len({str(event["uid"]) for event in events}) == len(events)
    alarms = list(book.walk("VALARM"))
    assert len(alarms) == len(events)
    assert all(alarm.decoded("trigger") == timedelta(hours=9) for alarm in alarms)
    assert calendar(steps, ON) == calendar(steps, ON)


def test_the_calendar_is_stable_to_the_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(action_plan_module, "render", lambda text, language: f"{language}/{text.msgid}")
    step = Step(_("Essai du {day}.", day=ON), by=date(2026, 12, 1))
    undated = Step(_("Sans date."))
    written = calendar((undated, step, step), ON, "de").decode().split("\r\n")
    assert written[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Guichet Ouvert//FR"]
    event = written[3 : written.index("END:VEVENT") + 1]
    uid = next(line for line in event if line.startswith("UID:"))
    assert re.fullmatch(r"UID:[0-9a-f]{32}", uid)
    assert sorted(event) == sorted(
        [
            "BEGIN:VEVENT", "SUMMARY:de/Essai du {day}.", "DTSTART;VALUE=DATE:20261201",
            "DTSTAMP:20261123T000000Z", uid, "BEGIN:VALARM", "ACTION:DISPLAY",
            "DESCRIPTION:de/Essai du {day}.", "TRIGGER:PT9H", "END:VALARM", "END:VEVENT",
        ]
    )  # fmt: skip
    # The same step twice is two events.
    assert len({line for line in written if line.startswith("UID:")}) == 2


def test_the_calendar_speaks_french_by_default() -> None:
    steps = (Step(_("Essai du {day}.", day=ON), by=ON),)
    assert "SUMMARY:Essai du 23 novembre 2026." in calendar(steps, ON).decode()


def test_the_calendar_says_nothing_of_the_person() -> None:
    steps = action_plan(renewal({"identity.family_name": "SECRETNAME", "attempts": []}), ON)
    assert b"SECRETNAME" not in calendar(steps, ON)


@pytest.mark.parametrize(
    ("need", "words"),
    [
        ("attestation", "attestation"),
        ("correct_data", "corriger mes données"),
        ("appointment", "rendez-vous"),
        ("file", "déposer ma demande"),
        (None, "déposer ma demande"),
    ],
)
def test_what_to_say_on_the_phone(need: str | None, words: str) -> None:
    assert words in str(phone_script(renewal({"request.need": need}))[1])


@pytest.mark.parametrize(("exact", "quoted"), [(True, True), (False, False), (None, False)])
def test_only_confirmed_words_are_said(exact: bool | None, quoted: bool) -> None:
    story = renewal({"blockage.message": "Erreur 4012", "blockage.exact_words": exact})
    assert ("Erreur 4012" in " ".join(map(str, phone_script(story)))) is quoted


def test_a_good_capture_shows_day_hour_and_address() -> None:
    said = " ".join(map(str, good_capture()))
    assert all(word in said for word in ("adresse", "date", "heure", "message"))
