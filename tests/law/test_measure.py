"""What is asked of the judge, in what delay; what must not be asked is not offered."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.dossier.values import MeasureKind
from core.law.measure import delay_days, proposed_measure
from core.reference import Known
from tests.law.stories import ON, WITHOUT_ATTESTATION, first, renewal

A, S, R, P, E = (
    MeasureKind.APPOINTMENT,
    MeasureKind.SUBSTITUTION,
    MeasureKind.REGISTRATION,
    MeasureKind.PROVISIONAL_DOCUMENT,
    MeasureKind.EARLIER_DATE,
)


@pytest.mark.parametrize(
    ("changes", "kinds"),
    [
        ({}, (S, A)),
        ({"filing.channel": "booking_site"}, (A,)),
        ({"filing.channel": "counter"}, (A,)),
        ({"filing.channel": "post"}, (A, R)),
        ({"filing.channel": "email"}, (A, R)),
        ({"filing.channel": "demarche_numerique"}, (A, R)),
        ({"filing.channel": None, "attempts": []}, (A,)),
        (WITHOUT_ATTESTATION, (P,)),
        ({"appointment.given": True, "appointment.too_late": True}, (E,)),
        ({**WITHOUT_ATTESTATION, "appointment.given": True, "appointment.on": ON}, (E,)),
        ({"appointment.given": True, "appointment.on": date(2026, 11, 22)}, (S, A)),
        ({"appointment.given": False}, (S, A)),
    ],
)
def test_what_may_be_asked(changes: dict[str, Any], kinds: tuple[MeasureKind, ...]) -> None:
    proposed = proposed_measure(renewal(changes), ON)
    assert proposed.allowed == kinds
    assert proposed.kind is kinds[0]


def harm(day: str, kind: str = "work", proof: bool = True) -> dict[str, Any]:
    return {"consequences": [{"kind": kind, "on": date.fromisoformat(day), "proof": proof}]}


@pytest.mark.parametrize(
    ("changes", "days"),
    [
        ({}, 30),
        (harm("2027-01-04"), 15),
        (harm("2026-12-09"), 15),
        (harm("2026-12-08"), 10),  # fifteen days away
        (harm("2026-12-07"), 9),  # fourteen
        (harm("2026-12-05"), 8),  # twelve
        (harm("2026-11-26"), 2),
        (harm("2026-11-23"), 2),
        (harm("2026-11-22"), 15),
        (harm("2026-12-05", proof=False), 30),
        (harm("2026-12-05", kind="fear"), 30),
        ({"permit.expires_on": date(2026, 11, 22)}, 15),
        ({"permit.expires_on": ON}, 30),
        ({"permit.expires_on": date(2026, 11, 22), "request.kind": "status_change"}, 30),
    ],
)
def test_the_delay_follows_the_dated_harm(changes: dict[str, Any], days: int) -> None:
    found = delay_days(renewal(changes), ON)
    assert (found, type(found)) == (days, int)
    proposed = proposed_measure(renewal(changes), ON)
    assert proposed.delay_days == days
    assert proposed.penalty_eur_per_day == (100 if days < 15 else 50)


def test_each_delay_says_why() -> None:
    said = {
        str(proposed_measure(renewal(changes), ON).reasons[1].plain)
        for changes in ({}, harm("2027-01-04"), harm("2026-12-05"))
    }
    assert len(said) == 3


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, True),
        ({"request.papers": "almost"}, False),
        ({"request.papers": None}, False),
        ({**WITHOUT_ATTESTATION, "request.papers": None}, True),
    ],
)
def test_a_document_follows_a_complete_file_only(changes: dict[str, Any], asked: bool) -> None:
    assert proposed_measure(renewal(changes), ON).provisional_document is asked


@pytest.mark.parametrize(
    ("cents", "paper", "claimed"),
    [(792, "Reçu", True), (792, None, False), (None, "Reçu", False), (792, "", False)],
)
def test_only_proven_costs_are_claimed(cents: int | None, paper: str | None, claimed: bool) -> None:
    story = renewal({"measure.costs_cents": cents, "measure.costs_paper": paper})
    assert proposed_measure(story, ON).costs is claimed


def test_the_right_to_work_is_asked_for_where_the_law_gives_it() -> None:
    assert proposed_measure(renewal({"permit.allows_work": True}), ON).document_allows_work is Known.YES
    assert proposed_measure(first({"request.title": "visiteur"}), ON).document_allows_work is Known.NO
