"""No obstacle, no serious dispute, no better refere."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.law.assessment import assess
from core.law.model import ConditionId, Status
from tests.law.stories import (
    ON,
    WITHOUT_ATTESTATION,
    first,
    renewal,
    status,
)

MET, WEAK, BAD, OPEN = Status.MET, Status.TO_STRENGTHEN, Status.NOT_MET, Status.UNKNOWN


# ------------------------------------------------------------------ no obstacle
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"decisions.refusal": None}, OPEN),
        ({"decisions.oqtf": None}, OPEN),
        ({"decisions.refusal": True}, BAD),
        ({"decisions.oqtf": True}, BAD),
        ({"decisions.refusal": True, "decisions.refusal_notified_on": ON, "signature.filed_on": ON}, MET),
        (
            {
                "decisions.refusal": True,
                "decisions.refusal_notified_on": date(2026, 11, 22),
                "signature.filed_on": ON,
            },
            BAD,
        ),
        ({"decisions.oqtf": True, "decisions.oqtf_state": "complied"}, MET),
        ({"decisions.oqtf": True, "decisions.oqtf_state": "annulled"}, WEAK),
        (
            {
                "decisions.oqtf": True,
                "decisions.oqtf_state": "annulled",
                "exhibits": [{"proves": ["oqtf_annulled"], "status": "attached"}],
            },
            MET,
        ),
        ({"application.filed": None}, OPEN),
        ({"application.filed": None, "application.status": "draft"}, MET),
        ({"application.filed": None, "application.status": "in_examination"}, OPEN),
        (WITHOUT_ATTESTATION, MET),
        ({**WITHOUT_ATTESTATION, "application.filed_on": None}, OPEN),
        ({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 1)}, BAD),
        (
            {**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 1), "application.complete": None},
            OPEN,
        ),
        ({**WITHOUT_ATTESTATION, "application.filed_on": None, "request.kind": "change_of_details"}, MET),
        ({**WITHOUT_ATTESTATION, "application.status": "closed", "application.complete": None}, OPEN),
    ],
)
def test_no_decision_stands_in_the_way(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal(changes), ConditionId.NO_OBSTACLE) is expected


@pytest.mark.parametrize(("filed_on", "warned"), [("2026-08-08", True), ("2026-08-09", False)])
def test_the_end_of_silence_is_warned_of_fifteen_days_before(filed_on: str, warned: bool) -> None:
    story = renewal({**WITHOUT_ATTESTATION, "application.filed_on": date.fromisoformat(filed_on)})
    found = assess(story, ON).condition(ConditionId.NO_OBSTACLE)
    assert [step.by for step in found.next_steps] == ([date(2026, 12, 8)] if warned else [])


# ------------------------------------------------------------------ no serious dispute
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"request.papers": None}, OPEN),
        ({"request.papers": "almost"}, WEAK),
        ({"request.papers": "no"}, BAD),
        ({"request.title": None}, OPEN),
        ({"request.title": None, "request.label": "visiteur"}, MET),
        ({"request.title": None, "request.kind": None}, MET),
        ({"residence.file_departement": "92"}, MET),
        ({"residence.file_departement": "69"}, WEAK),
        ({"residence.moved": True}, OPEN),
        ({"residence.moved": True, "residence.file_departement": "92"}, MET),
        ({"residence.moved": False}, MET),
        ({"residence.prefecture_confirmed": False}, WEAK),
        # Six months after expiry, to the day.
        ({"permit.expires_on": date(2026, 4, 12)}, MET),
        ({"permit.expires_on": date(2026, 4, 11)}, WEAK),
        ({"permit.expires_on": date(2026, 4, 11), "request.kind": "first"}, MET),
    ],
)
def test_nothing_is_seriously_disputed(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal(changes), ConditionId.NO_SERIOUS_DISPUTE) is expected


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 12, 31), MET), (date(2027, 1, 1), WEAK)])
def test_a_title_whose_text_was_to_end_is_checked(day: date, expected: Status) -> None:
    story = first({"request.title": "metiers_tension"})
    assert status(story, ConditionId.NO_SERIOUS_DISPUTE, day) is expected


PROTECTED = {"permit.expires_on": None, "request.kind": "first"}


@pytest.mark.parametrize(
    ("changes", "expected", "source"),
    [
        ({}, MET, "ceseda-r431-15-1"),
        ({"application.complete": None}, OPEN, "ceseda-r431-15-1"),
        # Filed after the 60th day before the end.
        ({"application.filed_on": date(2026, 9, 2)}, WEAK, "ceseda-r431-5"),
        ({"application.filed_on": date(2026, 9, 1)}, MET, "ceseda-r431-15-1"),
        ({**PROTECTED, "nationality.protection": "refugee"}, MET, "ceseda-r431-15-3"),
        ({**PROTECTED, "nationality.protection": "subsidiary"}, MET, "ceseda-r431-15-4"),
        ({**PROTECTED, "nationality.protection": "temporary"}, WEAK, "ceseda-r431-15-1"),
        ({**PROTECTED}, WEAK, "ceseda-r431-15-1"),
        ({**PROTECTED, "filing.channel": "counter"}, MET, "ceseda-r431-12"),
        ({**PROTECTED, "filing.channel": "demarche_numerique"}, MET, "ce-473349"),
        ({"application.status": "favourable", **PROTECTED}, MET, "ceseda-r431-15-1"),
        (
            {
                **PROTECTED,
                "identity.birth_date": {"year": 2007, "month": 12, "day": 5},
                "request.title": "ase_avant_16",
            },
            MET,
            "ceseda-r431-15-1",
        ),
        ({"request.kind": "status_change"}, MET, "ceseda-r431-15-1"),
    ],
)
def test_which_document_is_due(changes: dict[str, Any], expected: Status, source: str) -> None:
    found = assess(renewal({**WITHOUT_ATTESTATION, **changes}), ON).condition(ConditionId.NO_SERIOUS_DISPUTE)
    assert found.status is expected
    assert source in found.sources


# ------------------------------------------------------------------ subsidiarity
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, MET),
        ({"decisions.danger_48h": None}, OPEN),
        ({"decisions.danger_48h": True}, BAD),
        ({"decisions.other_case": True}, WEAK),
        ({"decisions.other_case": False}, MET),
        ({"decisions.refusal": True}, BAD),
        ({**WITHOUT_ATTESTATION, "application.filed_on": date(2026, 7, 1)}, BAD),
    ],
)
def test_no_other_refere_fits(changes: dict[str, Any], expected: Status) -> None:
    assert status(renewal(changes), ConditionId.SUBSIDIARITY) is expected
