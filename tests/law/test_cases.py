"""The cases that jurists can read: real decisions and the edge cases of the journey."""

from __future__ import annotations

import pytest

from core.law.assessment import assess
from tests.law.cases import Case, cases, left_out

CASES = [pytest.param(case, id=name) for name, case in cases().items()]


@pytest.mark.parametrize("case", CASES)
def test_the_assessment_is_the_expected_one(case: Case) -> None:
    answer = assess(case.dossier(), case.on)
    told = {
        "route": answer.route.value,
        "remedy": answer.remedy.value if answer.remedy else None,
        "urgency_source": answer.urgency.value,
        **{condition.id.value: condition.status.value for condition in answer.conditions},
    }
    expected = {"route": case.expect.route, **case.expect.statuses()}
    for name in ("remedy", "urgency_source"):
        if getattr(case.expect, name) is not None:
            expected[name] = getattr(case.expect, name)
    assert {name: told[name] for name in expected} == expected


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_consistent_with_itself(case: Case) -> None:
    answer = assess(case.dossier(), case.on)
    assert [str(found.text) for found in answer.contradictions] == []


def test_every_decision_of_the_collection_is_a_case_or_left_out_with_a_reason() -> None:
    used = [case.decision for case in cases().values() if case.decision]
    dropped = [entry.decision for entry in left_out()]
    assert len(used) + len(dropped) == 96
    assert len({*used, *dropped}) == 96
    assert all(entry.why for entry in left_out())


def test_the_edge_cases_of_the_journey_are_all_there() -> None:
    numbers = {name[8:10] for name in cases() if name.startswith("journey-")}
    assert numbers == {f"{n:02}" for n in range(1, 25)}
