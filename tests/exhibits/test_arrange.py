"""The list of exhibits: tied to what they show, in an order that holds, pages put together."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier import evidence, json_form
from core.dossier.model import Attempt, Consequence, Dossier, Exhibit, HelpContact, Region, Sheet
from core.dossier.values import Channel, ConsequenceKind, ContactKind, ExhibitStatus
from core.exhibits import arrange
from tests.dossier.strategies import dossiers


def sheet(number: int) -> Sheet:
    return Sheet(blob=f"{number:064x}", source=f"{number + 500:064x}")


TOLD = Dossier(
    attempts=(
        Attempt(id="a1", on=date(2026, 11, 3), channel=Channel.ANEF, proof=True),
        Attempt(id="a2", on=date(2026, 11, 12), channel=Channel.ANEF),
    ),
    contacts=(HelpContact(id="c1", kind=ContactKind.FRANCE_SERVICES),),
    consequences=(Consequence(id="q1", kind=ConsequenceKind.WORK),),
)


def listed(count: int) -> Dossier:
    dossier = Dossier()
    for number in range(count):
        dossier = arrange.attach(dossier, (sheet(number),), title=f"Pièce {number}")
    return dossier


def test_a_file_given_for_a_fact_takes_the_place_of_the_paper_announced():
    assert [e.title for e in evidence.numbered_exhibits(TOLD)] == ["Capture d’écran du site ANEF"]
    dossier = arrange.attach(TOLD, (sheet(1),), proves=("a1",))
    assert evidence.numbered_exhibits(dossier) == (
        Exhibit(
            id="e1",
            title="Capture d’écran du site ANEF",
            on=date(2026, 11, 3),
            pages=1,
            proves=("a1",),
            status=ExhibitStatus.ATTACHED,
            sheets=(sheet(1),),
        ),
    )


def test_a_day_found_in_a_file_counts_only_when_it_is_given():
    undated = arrange.attach(TOLD, (sheet(1),), proves=("a2",))
    assert undated.exhibits[0].on is None
    dated = arrange.attach(TOLD, (sheet(1),), proves=("a2",), on=date(2026, 11, 12))
    assert dated.exhibits[0].on == date(2026, 11, 12)


def test_claims_without_proof_are_seen_at_a_glance():
    assert arrange.unproven(TOLD) == ("a2", "c1", "q1")
    assert arrange.unproven(arrange.attach(TOLD, (sheet(1),), proves=("c1", "q1"))) == ("a2",)
    assert arrange.unproven(arrange.attach(TOLD, (sheet(1),), proves=("a2",))) == ("c1", "q1")


@pytest.mark.parametrize(
    ("exhibit", "by", "order"),
    [
        ("e1", 1, "2134"), ("e4", -1, "1243"), ("e2", 2, "1342"), ("e1", -1, "1234"), ("e4", 9, "1234"),
        ("e4", -9, "4123"), ("e3", 0, "1234"),
    ],
)  # fmt: skip
def test_an_exhibit_moves_and_stops_at_the_ends(exhibit, by, order):
    moved = arrange.moved(listed(4), exhibit, by)
    assert "".join(e.id[1:] for e in moved.exhibits) == order


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-5, 5)), max_size=8))
def test_moving_loses_nothing_and_numbers_stay_continuous(moves):
    dossier = listed(4)
    for place, by in moves:
        dossier = arrange.moved(dossier, dossier.exhibits[place].id, by)
    assert set(dossier.exhibits) == set(listed(4).exhibits)
    assert sorted(number for e in dossier.exhibits for number in [dossier.exhibits.index(e)]) == [0, 1, 2, 3]


def test_several_pictures_become_one_piece():
    first = arrange.attach(TOLD, (sheet(1),), proves=("a1",), title="Passeport")
    both = arrange.attach(first, (sheet(2), sheet(3)), proves=("q1", "a1"))
    (one,) = arrange.merged(both, "e1", "e2").exhibits
    assert (one.title, one.pages, one.proves) == ("Passeport", 3, ("a1", "q1"))
    assert one.sheets == (sheet(1), sheet(2), sheet(3))
    with pytest.raises(ValueError, match="itself"):
        arrange.merged(both, "e1", "e1")


def test_pages_are_put_in_another_order_and_counted():
    dossier = arrange.attach(Dossier(), (sheet(1), sheet(2)))
    changed = arrange.with_sheets(dossier, "e1", (sheet(2),))
    assert (changed.exhibits[0].sheets, changed.exhibits[0].pages) == ((sheet(2),), 1)
    assert arrange.with_sheets(dossier, "e1", ()).exhibits[0].pages is None


def test_the_three_ticks_are_kept():
    names = [name for name, _words in arrange.CAPTURE_TICKS]
    dossier = arrange.with_ticks(listed(1), "e1", **dict.fromkeys(names, True))
    assert all(getattr(dossier.exhibits[0], name) is True for name in names)
    assert len(names) == 3


def test_what_is_removed_is_no_longer_used():
    dossier = arrange.removed(listed(3), "e2")
    assert [e.id for e in dossier.exhibits] == ["e1", "e3"]
    assert arrange.unused_blobs(dossier, [sheet(n).blob for n in range(4)]) == (sheet(1).blob, sheet(3).blob)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: arrange.moved(d, "e9", 1),
        lambda d: arrange.removed(d, "e9"),
        lambda d: arrange.merged(d, "e1", "e9"),
        lambda d: arrange.with_sheets(d, "e9", ()),
        lambda d: arrange.with_ticks(d, "e9", shows_clock=True),
    ],
)
def test_an_exhibit_that_is_not_listed_is_a_mistake_of_the_caller(change):
    with pytest.raises(KeyError):
        change(listed(1))


@given(dossiers())
def test_attaching_gives_a_new_id_and_changes_nothing_else(dossier):
    attached = arrange.attach(dossier, (sheet(1),), title="x")
    assert attached.exhibits[:-1] == dossier.exhibits
    assert attached.exhibits[-1].id not in {e.id for e in dossier.exhibits}
    assert json_form.decode(json_form.encode(attached)) == attached


def test_sheets_are_kept_in_the_json_form_and_dossiers_without_them_are_still_read():
    marked = Sheet(
        blob="a" * 64, page=3, turn=1, masks=(Region(left=0, top=1, width=2, height=3),), source="b" * 64
    )
    dossier = arrange.attach(Dossier(), (marked,))
    assert json_form.decode(json_form.encode(dossier)).exhibits[0].sheets == (marked,)
    old = b'{"exhibits": [{"id": "e1", "title": "Carte", "pages": 2, "status": "attached"}]}'
    assert json_form.decode(old).exhibits[0].sheets == ()
    for wrong in ('{"blob": "../x"}', '{"turn": 0}', '{"blob": "' + "a" * 64 + '", "turn": 4}'):
        with pytest.raises(json_form.InvalidDossier):
            json_form.decode(f'{{"exhibits": [{{"id": "e1", "sheets": [{wrong}]}}]}}'.encode())
