"""The picture of the weeks shows what was told, where it belongs, inside its frame."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings

from core.documents.chronology import events
from core.documents.timeline import LABELS, SILENCE, TOP, lanes, picture
from core.dossier.model import Attempt, Dossier
from core.dossier.values import Channel
from tests.documents.stories import STORIES, case, case_of, story
from tests.dossier.strategies import dossiers


def marks(figure):
    return [shape for shape in figure.shapes if shape.kind in ("dot", "diamond", "cross")]


@pytest.mark.parametrize("name", [name for name in STORIES if story(name).dossier.attempts])
def test_every_exact_attempt_is_drawn_and_said(name):
    told = story(name)
    figure = picture(told)
    exact = [a for a in told.dossier.attempts if a.on and not a.approximate]
    if figure is None:
        assert len({a.on for a in exact}) < 2
        return
    assert len([shape for shape in marks(figure) if shape.kind == "dot"]) == len(exact)
    assert "Essais" in figure.description


def all_to_come():
    """Days that a slip of the pen put in the future, and nothing before today."""
    attempts = (Attempt(id="a1", on=date(2027, 1, 1)), Attempt(id="a2", on=date(2027, 1, 2)))
    return Dossier(attempts=attempts)


@given(dossiers())
@example(all_to_come())
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_nothing_is_drawn_outside_the_frame(dossier):
    figure = picture(case_of(dossier, date(2026, 11, 23)))
    if figure is None:
        return
    for shape in figure.shapes:
        assert 0 <= shape.x <= figure.width + 0.01
        assert 0 <= shape.y <= figure.height
        if shape.kind in ("line", "box"):
            assert 0 <= shape.x2 <= figure.width + 0.01
            assert shape.x <= shape.x2
    assert all(shape.x >= LABELS for shape in marks(figure))


def test_marks_stand_in_the_order_of_time():
    figure = picture(story("cergy"))
    dots = [shape.x for shape in marks(figure) if shape.kind == "dot"]
    assert dots == sorted(dots)
    assert len(set(dots)) == 5


def test_approximate_days_are_not_drawn():
    attempts = (
        Attempt(id="a1", on=date(2025, 2, 24), channel=Channel.ANEF),
        Attempt(id="a2", on=date(2025, 3, 24), channel=Channel.ANEF, approximate=True),
    )
    days = [lane.days for lane in lanes(case("cergy", {"attempts": attempts})) if lane.kind == "dot"]
    assert days == [(date(2025, 2, 24),)]


def test_silence_lasts_from_the_unanswered_letter_to_today():
    told = story("cergy")
    lane = next(lane for lane in lanes(told) if lane.kind == SILENCE)
    assert (str(lane.label), lane.days) == ("Pas de réponse reçue", (date(2025, 6, 17),))
    figure = picture(told)
    assert figure is not None
    assert [shape.kind for shape in figure.shapes].count("box") == 1
    assert "Pas de réponse à la lettre ou au message du 17\N{NO-BREAK SPACE}juin" in figure.description


def test_one_day_alone_is_no_picture():
    alone = case("cergy", {"attempts": (), "contacts": (), "permit.expires_on": None})
    assert picture(alone) is None


def test_events_are_in_order_and_hold_every_dated_contact():
    told = story("aes-rdv")
    found = events(told)
    assert [event.on for event in found] == sorted(event.on for event in found)
    assert {c.on for c in told.dossier.contacts} <= {event.on for event in found}


def test_the_month_under_way_on_the_first_day_is_named_where_there_is_room():
    days = (date(2025, 2, 4), date(2025, 4, 20))
    attempts = tuple(Attempt(id=f"a{n}", on=day, channel=Channel.ANEF) for n, day in enumerate(days))
    figure = picture(case("cergy", {"attempts": attempts, "contacts": ()}))
    assert figure is not None
    named = [(shape.text, shape.x) for shape in figure.shapes if shape.kind == "text" and shape.y < TOP]
    assert next(x for text, x in named if text == "févr.") == pytest.approx(LABELS, abs=1)
    assert next(x for text, x in named if text == "2025") == pytest.approx(LABELS, abs=1)
    assert [text for text, _x in named].count("2025") == 1
    # No line stands where no month begins.
    assert not any(s.kind == "line" and s.x == LABELS and not s.pale for s in figure.shapes)


def test_names_of_months_have_room_before_the_next_one():
    for name in STORIES:
        figure = picture(story(name))
        places = [s.x for s in figure.shapes if s.kind == "text" and s.y == TOP - 4] if figure else []
        assert all(b - a >= 7 for a, b in itertools.pairwise(places))
