"""Usefulness: attempts, help sought, and what cannot wait."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.law.assessment import assess
from core.law.model import ConditionId, Route, Status
from tests.law.stories import (
    ON,
    PASSPORT,
    WITHOUT_ATTESTATION,
    YOUNG,
    effect,
    first,
    renewal,
    sentences,
    status,
    tried,
)

MET, WEAK, BAD, OPEN = Status.MET, Status.TO_STRENGTHEN, Status.NOT_MET, Status.UNKNOWN


CENTRE = {"kind": "citizen_contact_phone", "on": date(2026, 10, 13), "proof": True}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"attempts": []}, OPEN),
        ({"attempts": tried("11-16")}, WEAK),
        ({"attempts": tried("11-20", "11-23")}, WEAK),  # two weeks, three days
        ({"attempts": tried("11-16", "11-22")}, WEAK),  # one week
        ({"attempts": tried("11-16", "11-23")}, MET),  # seven days
        ({"attempts": tried("11-15", "11-21")}, WEAK),  # two weeks, six days
        ({"attempts": tried("11-02", "11-16", proof=False)}, WEAK),
        ({"attempts": tried("11-02", "11-16", approximate=True)}, WEAK),
        ({"attempts": tried("11-16", "11-24", "11-30")}, WEAK),  # to come
        ({"attempts": tried("11-02", "11-16", channel="email")}, WEAK),
        ({"attempts": tried("11-02", channel="booking_site") + tried("11-16")}, WEAK),
        ({"contacts": []}, WEAK),
        ({"contacts": [{"kind": "association", "on": date(2026, 10, 1), "proof": True}]}, WEAK),
        ({"contacts": [{**CENTRE, "proof": False}]}, WEAK),
        ({"contacts": [{**CENTRE, "proof": False, "ticket": "T-1"}]}, MET),
        ({"contacts": [{**CENTRE, "proof": False, "ticket": ""}]}, WEAK),
        ({"contacts": [{**CENTRE, "on": None}]}, WEAK),
        ({"contacts": [{**CENTRE, "approximate": True}]}, WEAK),
        ({"contacts": [{**CENTRE, "on": date(2026, 11, 24)}]}, WEAK),
        ({"contacts": [{**CENTRE, "kind": "digital_access_point"}]}, MET),
        ({"contacts": [{**CENTRE, "kind": "citizen_contact_form"}]}, MET),
        ({"filing.channel": "booking_site", "attempts": tried("11-02", "11-16", channel="booking_site"),
          "contacts": []}, MET),
        ({"filing.channel": "booking_site", "attempts": tried("11-02", "11-16", channel="counter"),
          "contacts": []}, MET),
        ({"appointment.given": True}, OPEN),
        ({"appointment.given": True, "appointment.on": date(2026, 11, 2)}, OPEN),
    ],
)  # fmt: skip
def test_usefulness_of_a_filing(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal(changes), ConditionId.USEFULNESS) is expected


FORM = {"filing.channel": "demarche_numerique", "attempts": tried("09-01", channel="demarche_numerique")}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"contacts": []}, WEAK),
        ({"contacts": [{"kind": "prefecture_email", "on": date(2026, 10, 1), "proof": True}]}, MET),
        ({"contacts": [{"kind": "prefecture_letter", "on": date(2026, 9, 3), "proof": True}]}, WEAK),
        ({"contacts": [{"kind": "association", "on": date(2026, 10, 1), "proof": True}]}, WEAK),
        ({"contacts": [{"kind": "prefecture_email", "on": date(2026, 10, 1)}]}, WEAK),
        ({"attempts": [], "contacts": [{"kind": "prefecture_email", "on": ON, "proof": True}]}, OPEN),
        (
            {
                "filing.channel": "booking_site",
                "attempts": tried("09-01", channel="booking_site"),
                "contacts": [{"kind": "prefecture_email", "on": date(2026, 10, 1), "proof": True}],
            },
            WEAK,
        ),
    ],
)
def test_reminders_count_where_a_form_is_sent_once(changes: dict[str, Any], expected: Status) -> None:
    assert status(first({**FORM, **changes}), ConditionId.USEFULNESS) is expected


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("booking_site", {"ce-435594", "ce-448178"}),
        ("demarche_numerique", {"ce-435594", "ce-455740", "ce-453391"}),
        ("post", {"ce-435594"}),
    ],
)
def test_each_way_has_its_decision(channel: str, expected: set[str]) -> None:
    story = first({"filing.channel": channel, "attempts": tried("10-01", "11-02", channel=channel)})
    assert set(assess(story, ON).condition(ConditionId.USEFULNESS).sources) == expected


def test_outside_the_list_no_site_can_be_imposed() -> None:
    found = assess(first({"request.title": "aes"}), ON).condition(ConditionId.USEFULNESS)
    assert "ce-461694" in found.sources
    assert any("rendez-vous" in step for step in sentences(found.next_steps))
    written = first(
        {"request.title": "aes", "contacts": [{"kind": "prefecture_email", "on": ON, "proof": True}]}
    )
    assert assess(written, ON).condition(ConditionId.USEFULNESS).next_steps == ()


def test_an_old_last_attempt_calls_for_a_new_one() -> None:
    fresh = renewal({"attempts": tried("10-20", "11-02")})
    stale = renewal({"attempts": tried("10-20", "11-01")})
    steps = [assess(story, ON).condition(ConditionId.USEFULNESS).next_steps for story in (fresh, stale)]
    assert len(steps[1]) == len(steps[0]) + 1
    assert status(stale, ConditionId.USEFULNESS) is MET


def test_the_next_useful_day_is_dated() -> None:
    found = assess(renewal({"attempts": tried("11-19", "11-20")}), ON).condition(ConditionId.USEFULNESS)
    assert "à partir du 26 novembre 2026" in sentences(found.next_steps)[0]
    assert (found.next_steps[0].since, found.next_steps[0].by) == (date(2026, 11, 26), None)
    late = assess(renewal({"attempts": tried("10-01", "10-02")}), ON).condition(ConditionId.USEFULNESS)
    assert "à partir du 23 novembre 2026" in sentences(late.next_steps)[0]


@pytest.mark.parametrize(
    ("changes", "route"),
    [
        # A documented harm within seven days does not wait for another week.
        (effect("work", "2026-11-30"), Route.FILE),
        (effect("work", "2026-12-01"), Route.STRENGTHEN),
        (effect("work", "2026-11-30", proof=False), Route.STRENGTHEN),
        # A right that would be lost counts the judge's time too: 22 days.
        (effect("age_limit", "2026-12-15"), Route.FILE),
        (effect("age_limit", "2026-12-16"), Route.STRENGTHEN),
        ({**YOUNG, **PASSPORT, "request.title": "ase_16_18"}, Route.FILE),
    ],
)
def test_what_cannot_wait_is_filed_as_it_is(changes: dict[str, Any], route: Route) -> None:
    story = first({"attempts": tried("11-20", "11-23", channel="booking_site"), **changes})
    answer = assess(story, ON)
    assert answer.route is route
    assert answer.condition(ConditionId.USEFULNESS).status is WEAK


@pytest.mark.parametrize(
    ("message", "exact", "steps"), [("x", True, 0), ("x", False, 1), ("x", None, 1), (None, None, 0)]
)
def test_only_confirmed_words_are_quoted(message: str | None, exact: bool | None, steps: int) -> None:
    asked = {"kind": "prefecture_letter", "on": ON, "asked_substitution": True}
    story = renewal({"blockage.message": message, "blockage.exact_words": exact, "contacts": [CENTRE, asked]})
    found = assess(story, ON).condition(ConditionId.USEFULNESS)
    assert found.status is MET
    assert len(found.next_steps) == steps


@pytest.mark.parametrize(
    ("day", "asks"), [(ON, "appointment.too_late"), (date(2026, 11, 22), "application.filed")]
)
def test_an_appointment_of_today_is_still_to_come(day: date, asks: str) -> None:
    story = renewal({"appointment.given": True, "appointment.on": day})
    found = assess(story, ON).condition(ConditionId.USEFULNESS)
    assert asks in found.next_steps[0].facts


def test_the_substitution_is_asked_for_in_writing() -> None:
    found = assess(renewal(), ON).condition(ConditionId.USEFULNESS)
    assert any("substitution" in step for step in sentences(found.next_steps))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"application.proof": None}, WEAK),
        (
            {"application.proof": None, "exhibits": [{"proves": ["application"], "status": "attached"}]},
            MET,
        ),
        (
            {"application.proof": None, "exhibits": [{"proves": ["application"], "status": "to_request"}]},
            WEAK,
        ),
        ({"contacts": []}, WEAK),
        ({"contacts": [{"kind": "prefecture_email", "on": ON, "proof": True}]}, MET),
        ({"contacts": [{"kind": "lawyer", "on": ON, "proof": True}]}, WEAK),
    ],
)
def test_usefulness_of_the_document_due_meanwhile(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal({**WITHOUT_ATTESTATION, **changes}), ConditionId.USEFULNESS) is expected


TOO_LATE = {
    "appointment.given": True, "appointment.too_late": True, "appointment.on": date(2027, 3, 1),
    "appointment.proof": True, "appointment.earlier_asked_on": date(2026, 11, 20),
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"appointment.proof": None}, WEAK),
        ({"appointment.earlier_asked_on": None}, WEAK),
        ({"appointment.earlier_asked_on": date(2026, 11, 24)}, WEAK),
        ({"appointment.earlier_asked_on": ON}, MET),
    ],
)
def test_usefulness_of_an_earlier_date(changes: dict[str, Any], expected: Status) -> None:
    story = first({**TOO_LATE, **changes})
    assert status(story, ConditionId.USEFULNESS) is expected
    assert assess(story, ON).route is (Route.FILE if expected is MET else Route.STRENGTHEN)


@pytest.mark.parametrize(
    ("outcome", "new_proof", "expected"),
    [
        ("rejected", True, MET),
        ("rejected", None, OPEN),
        ("rejected", False, BAD),
        ("moot", None, MET),
        (None, False, MET),
    ],
)
def test_a_second_request_needs_new_proof(
    outcome: str | None, new_proof: bool | None, expected: Status
) -> None:
    story = renewal(
        {
            "decisions.earlier_refere": True,
            "decisions.earlier_refere_outcome": outcome,
            "decisions.new_proof_since": new_proof,
        }
    )
    assert status(story, ConditionId.USEFULNESS) is expected
