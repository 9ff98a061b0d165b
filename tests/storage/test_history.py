from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.dossier.model import Dossier
from core.storage.history import History
from tests.storage.conftest import named


def test_every_answer_can_be_taken_back_and_had_again():
    history = History(named("0"))
    for number in range(1, 200):
        history.record(named(str(number)))
    assert [history.undo() for _number in range(199)] == [named(str(n)) for n in range(198, -1, -1)]
    assert not history.can_undo
    assert history.undo() == named("0")
    assert [history.redo() for _number in range(199)] == [named(str(n)) for n in range(1, 200)]
    assert not history.can_redo
    assert history.redo() == named("199")


def test_an_answer_after_taking_back_starts_a_new_way():
    history = History(named("a"))
    history.record(named("b"))
    history.undo()
    history.record(named("c"))
    assert not history.can_redo
    assert history.undo() == named("a")
    assert history.redo() == named("c")


def test_the_same_answer_again_is_no_step():
    history = History(named("a"))
    history.record(named("b"))
    history.record(named("b"))
    assert history.undo() == named("a")
    history.record(named("a"))
    assert history.can_redo


@given(st.lists(st.one_of(st.sampled_from(["undo", "redo"]), st.integers(0, 5)), max_size=40))
def test_it_behaves_like_two_stacks(steps: list[str | int]):
    history, now = History(named("0")), named("0")
    past: list[Dossier] = []
    future: list[Dossier] = []
    for step in steps:
        if step == "undo":
            if past:
                future.append(now)
                now = past.pop()
            assert history.undo() == now
        elif step == "redo":
            if future:
                past.append(now)
                now = future.pop()
            assert history.redo() == now
        elif named(str(step)) != now:
            past.append(now)
            now, future = named(str(step)), []
            history.record(now)
        assert (history.current, history.can_undo, history.can_redo) == (now, bool(past), bool(future))
