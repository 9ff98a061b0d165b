"""Admissibility and urgency; how points make a condition."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.law import facts
from core.law.assessment import assess
from core.law.model import ConditionId, Route, Status, Urgency
from tests.law.stories import (
    ON,
    PASSPORT,
    YOUNG,
    effect,
    first,
    renewal,
    sentences,
    tried,
)

MET, WEAK, BAD, OPEN = Status.MET, Status.TO_STRENGTHEN, Status.NOT_MET, Status.UNKNOWN


# ------------------------------------------------------------------ admissibility
@pytest.mark.parametrize(
    ("changes", "expected", "asks"),
    [
        ({}, MET, None),
        ({"identity.family_name": None}, OPEN, "identity.family_name"),
        ({"identity.given_names": None}, OPEN, "identity.given_names"),
        ({"identity.given_names": None, "identity.single_name": True}, MET, None),
        ({"identity.role": "parent", "identity.birth_date": None}, OPEN, "representative.family_name"),
        (
            {"identity.role": "parent", "identity.birth_date": None, "representative.family_name": "X"},
            MET,
            None,
        ),
        ({"contact.address": {}}, OPEN, "contact.address"),
        ({"contact.address": {"city": "Nanterre"}}, OPEN, "contact.address"),
        ({"contact.address": {"street": "1 rue X"}}, OPEN, "contact.address"),
        ({"contact.address": {"care_of": "M. X", "city": "Nanterre"}}, MET, None),
        ({"contact.address_kind": "none"}, BAD, "contact.address_kind"),
        ({"contact.address_kind": "domiciliation", "contact.domiciliation_until": ON}, MET, None),
        (
            {"contact.address_kind": "domiciliation", "contact.domiciliation_until": date(2026, 11, 22)},
            WEAK,
            None,
        ),
        ({"contact.address_kind": "home", "contact.domiciliation_until": date(2020, 1, 1)}, MET, None),
        ({"residence.departement": None}, OPEN, "residence.departement"),
        ({"residence.departement": "00"}, OPEN, "residence.departement"),
        ({"residence.departement": "976"}, MET, None),
    ],
)
def test_admissibility(changes: dict[str, Any], expected: Status, asks: str | None) -> None:
    found = assess(renewal(changes), ON).condition(ConditionId.ADMISSIBILITY)
    assert found.status is expected
    if asks is not None:
        assert asks in {path for step in found.next_steps for path in step.facts}


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        ({}, 0),
        ({"contact.email_usable": False}, 1),
        ({"contact.email_usable": True}, 0),
        ({"contact.address_kind": "domiciliation", "contact.domiciliation_until": date(2027, 2, 20)}, 1),
        ({"contact.address_kind": "domiciliation", "contact.domiciliation_until": date(2027, 2, 21)}, 0),
        ({"residence.departement": "978"}, 1),
    ],
)
def test_admissibility_may_be_met_with_advice(changes: dict[str, Any], steps: int) -> None:
    found = assess(renewal(changes), ON).condition(ConditionId.ADMISSIBILITY)
    assert found.status is MET
    assert len(found.next_steps) == steps


# ------------------------------------------------------------------ urgency
LATE = {"attempts": tried("11-22", "11-23"), "permit.expires_on": date(2027, 1, 20)}
HARM = {"consequences": [{"kind": "work", "on": date(2026, 12, 1), "proof": True}]}


@pytest.mark.parametrize(
    ("changes", "urgency", "expected"),
    [
        ({}, Urgency.PRESUMED, MET),
        ({"request.kind": None}, Urgency.UNKNOWN, OPEN),
        ({"permit.expires_on": None}, Urgency.UNKNOWN, OPEN),
        ({"permit.expires_on": None, **HARM}, Urgency.UNKNOWN, OPEN),
        ({"permit.expires_on": None, "permit.document": "none"}, Urgency.UNKNOWN, OPEN),
        (HARM, Urgency.PRESUMED, MET),
        # The window closed on the 60th day, 21 November 2026.
        (LATE, Urgency.FRAGILE, WEAK),
        ({**LATE, "attempts": tried("11-21", "11-22")}, Urgency.PRESUMED, MET),
        ({**LATE, "timing.late_reason": "site_blocked"}, Urgency.PRESUMED, MET),
        ({**LATE, "timing.late_reason": "other"}, Urgency.FRAGILE, WEAK),
        ({**LATE, "timing.late_reason": "other", "timing.late_text": "x"}, Urgency.PRESUMED, MET),
        ({**LATE, **HARM}, Urgency.CHARACTERISED, MET),
        # Only proven attempts show that the person was not idle.
        (
            {**LATE, "attempts": [{"on": date(2026, 10, 1), "channel": "anef", "proof": False}]},
            Urgency.FRAGILE,
            WEAK,
        ),
        (
            {**LATE, "attempts": [{"on": date(2026, 10, 1), "approximate": True, "proof": True}]},
            Urgency.FRAGILE,
            WEAK,
        ),
        # After the end of the permit a reason no longer repairs the delay.
        (
            {"permit.expires_on": date(2026, 10, 1), "timing.late_reason": "illness"},
            Urgency.FRAGILE,
            WEAK,
        ),
        (
            {"permit.expires_on": date(2026, 10, 12), "timing.late_reason": "illness"},
            Urgency.PRESUMED,
            MET,
        ),
        # No window: long-term resident.
        (
            {"request.title": "rld_ue_renouvellement", "permit.expires_on": date(2026, 1, 1)},
            Urgency.PRESUMED,
            MET,
        ),
        # Two months only: still early.
        ({"request.title": "famille_ue", "permit.expires_on": date(2027, 2, 1)}, Urgency.FRAGILE, WEAK),
        ({"decisions.oqtf": True}, Urgency.ABSENT, BAD),
        ({"decisions.oqtf": True, "decisions.oqtf_state": "annulled"}, Urgency.PRESUMED, MET),
    ],
)
def test_urgency_of_a_renewal(changes: dict[str, Any], urgency: Urgency, expected: Status) -> None:
    answer = assess(renewal(changes), ON)
    assert answer.urgency is urgency
    assert answer.condition(ConditionId.URGENCY).status is expected


@pytest.mark.parametrize(
    ("changes", "urgency", "expected"),
    [
        ({}, Urgency.CHARACTERISED, MET),
        ({"consequences": []}, Urgency.UNKNOWN, OPEN),
        *[
            (effect(kind, "2026-12-20"), Urgency.CHARACTERISED, MET)
            for kind in ("work", "income", "housing", "health", "studies", "family", "travel", "age_limit")
        ],
        (effect("fear", "2026-12-20"), Urgency.ABSENT, BAD),
        (effect("other", "2026-12-20"), Urgency.FRAGILE, WEAK),
        (effect("driving", "2026-12-20"), Urgency.FRAGILE, WEAK),
        (effect("work", "2026-12-20", proof=False), Urgency.FRAGILE, WEAK),
        (effect("work", None), Urgency.FRAGILE, WEAK),
        (effect("work", "2026-01-02"), Urgency.CHARACTERISED, MET),
        # 180 days ahead is near enough, 181 is not.
        (effect("work", "2027-05-22"), Urgency.CHARACTERISED, MET),
        (effect("work", "2027-05-23"), Urgency.FRAGILE, WEAK),
        ({"consequences": [{"what": "x"}]}, Urgency.ABSENT, BAD),
    ],
)
@pytest.mark.parametrize("kind", ["first", "status_change", "duplicate"])
def test_urgency_of_anything_else(
    changes: dict[str, Any], urgency: Urgency, expected: Status, kind: str
) -> None:
    answer = assess(first({**changes, "request.kind": kind}), ON)
    assert answer.urgency is urgency
    assert answer.condition(ConditionId.URGENCY).status is expected


@pytest.mark.parametrize(
    ("changes", "urgency", "sources"),
    [
        (PASSPORT, Urgency.CHARACTERISED, {"ce-453391", "ceseda-r431-5"}),
        # L. 435-3 is not among the titles of R. 431-5 2°: no wrong citation.
        ({**PASSPORT, "request.title": "ase_16_18"}, Urgency.CHARACTERISED, {"ce-453391"}),
        ({}, Urgency.FRAGILE, None),
        ({**PASSPORT, "request.title": "aes"}, Urgency.UNKNOWN, None),
        ({**PASSPORT, "request.kind": "status_change"}, Urgency.UNKNOWN, None),
        ({**PASSPORT, "identity.birth_date": {"year": 2007, "month": 11, "day": 23}}, Urgency.UNKNOWN, None),
        ({**PASSPORT, "identity.birth_date": {"year": 2007}}, Urgency.UNKNOWN, None),
        (
            {**PASSPORT, "identity.birth_date": {"year": 2007, "month": 11, "day": 24}},
            Urgency.CHARACTERISED,
            None,
        ),
        (
            {**PASSPORT, "identity.birth_date": {"year": 2008, "month": 11, "day": 23}},
            Urgency.CHARACTERISED,
            None,
        ),
    ],
)
def test_the_nineteenth_birthday(changes: dict[str, Any], urgency: Urgency, sources: set[str] | None) -> None:
    answer = assess(first({**YOUNG, **changes}), ON)
    assert answer.urgency is urgency
    if sources is not None:
        assert set(answer.condition(ConditionId.URGENCY).sources) == sources


def test_the_age_limit_faces_only_whoever_is_of_age() -> None:
    for day, limit in ((23, date(2027, 11, 23)), (24, None)):
        story = first({**YOUNG, "identity.birth_date": {"year": 2008, "month": 11, "day": day}})
        assert facts.nineteenth_birthday(story, ON) == limit


def test_the_nearest_harm_to_come_is_named_first() -> None:
    story = {
        "consequences": [
            {"kind": "work", "on": date(2026, 11, 22), "proof": True},
            {"kind": "studies", "on": date(2027, 1, 9), "proof": True},
            {"kind": "income", "on": date(2026, 12, 15), "proof": True},
        ]
    }
    named = sentences(assess(first(story), ON).condition(ConditionId.URGENCY).reasons)
    assert "15 décembre 2026" in named[0]
    past = {"consequences": [{"kind": "work", "on": date(2026, 9, day), "proof": True} for day in (1, 9)]}
    assert "9 septembre" in sentences(assess(first(past), ON).condition(ConditionId.URGENCY).reasons)[0]


def test_a_delay_is_to_be_explained_even_with_a_harm() -> None:
    unexplained = assess(renewal({**LATE, **HARM}), ON).condition(ConditionId.URGENCY)
    explained = assess(renewal({**LATE, **HARM, "timing.late_reason": "illness"}), ON).condition(
        ConditionId.URGENCY
    )
    asked = {path for step in unexplained.next_steps for path in step.facts}
    assert "timing.late_reason" in asked
    assert "timing.late_reason" not in {path for step in explained.next_steps for path in step.facts}


@pytest.mark.parametrize(
    ("changes", "asked", "not_asked"),
    [
        ({"permit.document": "none"}, "permit.document", "permit.expires_on"),
        ({"permit.document": None}, "permit.expires_on", "permit.document"),
        ({"permit.expires_on": date(2027, 1, 20)}, "consequences", "timing.late_reason"),
        ({**LATE, "permit.expires_on": date(2026, 10, 1)}, "timing.late_reason", "permit.document"),
        (
            {**LATE, "permit.expires_on": date(2026, 10, 1), "timing.late_reason": "illness"},
            "consequences",
            "timing.late_reason",
        ),
    ],
)
def test_the_question_to_ask_of_a_renewal(changes: dict[str, Any], asked: str, not_asked: str) -> None:
    found = assess(renewal({"permit.expires_on": None, **changes}), ON).condition(ConditionId.URGENCY)
    paths = {path for step in found.next_steps for path in step.facts}
    assert asked in paths
    assert not_asked not in paths


# ------------------------------------------------------------------ together
def test_a_condition_is_as_good_as_its_worst_point_and_says_it_first() -> None:
    answer = assess(renewal({"decisions.refusal": None, "decisions.oqtf": True}), ON)
    found = answer.condition(ConditionId.NO_OBSTACLE)
    assert found.status is BAD
    assert "OQTF" in str(found.reasons[0].plain)
    assert len(found.reasons) == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"request.papers": None},
        {"attempts": []},
        {"decisions.refusal": None},
        {"decisions.danger_48h": None},
        {"identity.family_name": None},
        {"request.kind": None},
    ],
)
def test_an_unanswered_question_keeps_the_request_from_being_called_ready(changes: dict[str, Any]) -> None:
    assert assess(renewal(), ON).route is Route.FILE
    answer = assess(renewal(changes), ON)
    assert answer.route is Route.STRENGTHEN
    open_facts = {
        path
        for found in answer.conditions
        if found.status is OPEN
        for s in found.next_steps
        for path in s.facts
    }
    assert set(changes) <= open_facts
