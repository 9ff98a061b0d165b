"""The days that matter: the cautious end of each period, never the free day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.law.deadlines import deadlines
from tests.law.stories import ON, WITHOUT_ATTESTATION, first, renewal, tried

BORN = {"identity.birth_date": {"year": 2007, "month": 12, "day": 5}}


def days(changes: dict[str, Any], story: Any = renewal) -> dict[str, date]:
    return {found.id: found.on for found in deadlines(story(changes), ON)}


@pytest.mark.parametrize(
    ("changes", "name", "day"),
    [
        ({"decisions.oqtf": True, "decisions.oqtf_notified_on": ON, "decisions.oqtf_limit": "one_month"},
         "oqtf_appeal", date(2026, 12, 23)),
        ({"decisions.oqtf": True, "decisions.oqtf_notified_on": ON, "decisions.oqtf_limit": "seven_days"},
         "oqtf_appeal", date(2026, 11, 30)),
        ({"decisions.refusal": True, "decisions.refusal_notified_on": date(2026, 11, 3)}, "refusal_appeal",
         date(2027, 1, 3)),
        ({"decisions.refusal": True, "decisions.refusal_notified_on": date(2026, 12, 31)}, "refusal_appeal",
         date(2027, 2, 28)),
        ({"decisions.earlier_refere_on": date(2026, 11, 10),
          "decisions.earlier_refere_outcome": "rejected"}, "cassation", date(2026, 11, 25)),
        (WITHOUT_ATTESTATION, "implicit_refusal", date(2026, 12, 20)),
        (WITHOUT_ATTESTATION, "implicit_refusal_appeal", date(2027, 2, 20)),
        ({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 1)}, "implicit_refusal_appeal",
         date(2027, 1, 1)),
        ({}, "permit_end", date(2027, 1, 20)),
        ({"permit.expires_on": date(2027, 3, 31)}, "window_opens", date(2026, 12, 1)),
        ({"permit.expires_on": date(2027, 3, 31)}, "window_closes", date(2027, 1, 30)),
        ({"permit.expires_on": date(2026, 10, 2), "request.title": "cra_10ans"}, "maintained_rights",
         date(2027, 1, 2)),
        ({}, "fresh_conditions", date(2027, 7, 20)),
        ({**WITHOUT_ATTESTATION, "application.receipt": "recepisse",
          "application.receipt_until": date(2027, 1, 5)}, "receipt_end", date(2027, 1, 5)),
        ({"consequences": [{"kind": "work", "on": date(2026, 12, 1), "proof": True}]}, "harm",
         date(2026, 12, 1)),
        ({"attempts": tried("11-19")}, "next_attempt", date(2026, 11, 26)),
        ({"attempts": tried("10-01")}, "next_attempt", ON),
    ],
)  # fmt: skip
def test_each_day(changes: dict[str, Any], name: str, day: date) -> None:
    assert days(changes)[name] == day


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "window_closes"),  # over since 21 November
        ({"decisions.oqtf": True, "decisions.oqtf_notified_on": date(2026, 9, 1)}, "oqtf_appeal"),
        ({"decisions.refusal_notified_on": ON}, "refusal_appeal"),
        ({"decisions.earlier_refere_on": date(2026, 11, 10)}, "cassation"),
        ({"decisions.earlier_refere_on": date(2026, 11, 10),
          "decisions.earlier_refere_outcome": "moot"}, "cassation"),
        ({**WITHOUT_ATTESTATION, "application.filed": False}, "implicit_refusal"),
        ({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 1)}, "implicit_refusal"),
        ({"permit.expires_on": None}, "permit_end"),
        ({"request.title": "visiteur"}, "maintained_rights"),
        ({"request.title": "cra_10ans", "request.kind": "status_change"}, "maintained_rights"),
        ({"request.kind": "status_change"}, "fresh_conditions"),
        (WITHOUT_ATTESTATION, "fresh_conditions"),
        ({**WITHOUT_ATTESTATION, "permit.expires_on": date(2027, 6, 1)}, "window_opens"),
        ({}, "next_attempt"),
        ({**WITHOUT_ATTESTATION, "attempts": tried("11-19")}, "next_attempt"),
        ({"attempts": []}, "next_attempt"),
    ],
)  # fmt: skip
def test_days_that_are_over_or_do_not_run_are_not_shown(changes: dict[str, Any], name: str) -> None:
    assert name not in days(changes)


def test_the_age_limit_is_the_eve_of_the_birthday() -> None:
    story = {**BORN, "request.title": "ase_avant_16", "consequences": []}
    found = {day.id: day for day in deadlines(first(story), ON)}
    assert found["age_limit"].on == date(2026, 12, 4)
    assert found["age_limit"].sources == ("ceseda-r431-5",)
    assert "harm" not in found
    other = {day.id: day for day in deadlines(first({**story, "request.title": "ase_16_18"}), ON)}
    assert other["age_limit"].sources == ()


def test_the_nearest_day_comes_first_and_today_counts() -> None:
    story = renewal({"permit.expires_on": ON, "attempts": tried("11-19")})
    found = deadlines(story, ON)
    assert [day.on for day in found] == sorted(day.on for day in found)
    assert found[0].id == "permit_end"


@pytest.mark.parametrize(
    ("limit", "source"),
    [
        ("one_month", "ceseda-l911-1"),
        ("seven_days", "ceseda-l921-1"),
        ("forty_eight_hours", "ceseda-l921-2"),
        (None, "ceseda-l911-1"),
    ],
)
def test_each_oqtf_period_has_its_article(limit: str | None, source: str) -> None:
    story = renewal({"decisions.oqtf": True, "decisions.oqtf_notified_on": ON, "decisions.oqtf_limit": limit})
    found = {day.id: day for day in deadlines(story, ON)}
    assert found["oqtf_appeal"].sources == (source,)
