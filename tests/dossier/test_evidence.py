"""Which fact is proven, under which number."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from core.dossier import evidence
from core.dossier.model import Attempt, Consequence, Dossier, Exhibit
from core.dossier.values import Channel, ConsequenceKind, ExhibitStatus
from tests.dossier.strategies import dossiers


def test_a_listed_exhibit_and_an_announced_one() -> None:
    dossier = Dossier(
        attempts=(
            Attempt(id="a1", on=date(2026, 11, 9), channel=Channel.ANEF, proof=True),
            Attempt(id="a2", on=date(2026, 10, 20), channel=Channel.ANEF, proof=True),
            Attempt(id="a3", on=date(2026, 11, 12), channel=Channel.ANEF, proof=False),
        ),
        exhibits=(Exhibit(id="e1", title="Carte de séjour", proves=("permit",)),),
    )
    assert [e.title for e in evidence.numbered_exhibits(dossier)] == [
        "Carte de séjour",
        "Capture d’écran du site ANEF",
        "Capture d’écran du site ANEF",
    ]
    # Announced exhibits follow the order of the attempts' dates, as the table of attempts does.
    assert evidence.exhibits_for(dossier, "a2") == (2,)
    assert evidence.exhibits_for(dossier, "a1") == (3,)
    assert not evidence.is_proven(dossier, "a3")
    assert evidence.is_proven(dossier, evidence.PERMIT)


def test_a_paper_still_to_be_requested_proves_nothing_and_has_no_number() -> None:
    asked = Exhibit(id="e1", title="Lettre", proves=("q1",), status=ExhibitStatus.TO_REQUEST)
    dossier = Dossier(consequences=(Consequence(id="q1", kind=ConsequenceKind.WORK),), exhibits=(asked,))
    assert evidence.numbered_exhibits(dossier) == ()
    assert not evidence.is_proven(dossier, "q1")


@given(dossiers())
def test_every_announced_fact_has_exactly_one_number_and_every_exhibit_a_title(dossier: Dossier) -> None:
    for fact in evidence.announced_facts(dossier):
        assert len(evidence.exhibits_for(dossier, fact)) == 1
    for exhibit in evidence.announced_exhibits(dossier):
        assert exhibit.title
    ids = [exhibit.id for exhibit in evidence.numbered_exhibits(dossier)]
    assert len(ids) == len(set(ids))
