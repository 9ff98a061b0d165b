"""Whatever was answered: the interview ends, Back undoes Continue, and no text breaks it."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.dossier import paths
from core.dossier.json_form import decode, encode
from core.dossier.model import Dossier
from core.dossier.text import unprintable
from core.interview import flow
from core.interview.model import (
    UNKNOWN,
    Choice,
    FieldError,
    Page,
    Question,
    Raw,
    RawDate,
    Repeat,
    Search,
    Text,
    Tick,
    YesNo,
    always,
)
from core.interview.pages import ALL_PAGES
from core.interview.review import missing, review
from core.law.assessment import assess
from core.law.model import Route
from tests.dossier.strategies import dossiers
from tests.interview.walk import EVERY_QUESTION, REPEATS
from tests.uncommon import UNCOMMON_TEXTS

ON = date(2026, 11, 23)
PIECES = st.one_of(
    st.sampled_from(["", "1", "3", "31", "novembre", "2", "2025", "2026", "1990", "26", "1er"]),
    st.text(max_size=6),
)
TYPED = st.one_of(
    st.sampled_from(["", "12", "14 h 05", "12,50", "nom@exemple.fr", "06 12 34 56 78", "92000", "KARIMI"]),
    st.text(max_size=30),
)


def reported(question: Question) -> st.SearchStrategy[Raw]:
    """What an editor may report for this question: right, wrong, empty or « Je ne sais pas »."""
    found: list[st.SearchStrategy[Any]] = [st.none()]
    if question.unknown:
        found.append(st.just(UNKNOWN))
    if isinstance(question, YesNo | Tick):
        found.append(st.booleans())
    elif isinstance(question, Choice):
        found.append(st.sampled_from([option.value for option in question.options]))
    elif isinstance(question, Search):
        found += [TYPED, st.sampled_from([option.value for option in question.options(Dossier())])]
    elif isinstance(question, Repeat):
        found.append(st.just(()))
    else:
        found += [TYPED, st.builds(RawDate, PIECES, PIECES, PIECES)]
    return st.one_of(found)


@st.composite
def submissions(draw: st.DrawFn) -> tuple[Page, dict[str, Raw]]:
    """One press on *Continue*, on any page, also one that is not shown."""
    page = draw(st.sampled_from(ALL_PAGES))
    answers = {question.path: draw(reported(question)) for question in page.questions if draw(st.booleans())}
    return page, answers


def check_navigation(dossier: Dossier) -> None:
    """From every page, Continue and Back agree with the list of pages, and the list ends."""
    shown = flow.visible_pages(dossier)
    assert shown
    for before, after in itertools.pairwise(shown):
        assert flow.next_page(dossier, before.id) == after
        assert flow.previous_page(dossier, after.id) == before
    assert flow.next_page(dossier, shown[-1].id) is None
    assert flow.previous_page(dossier, shown[0].id) is None
    open_page = flow.first_open_page(dossier)
    if open_page is None:
        assert all(flow.is_complete(page, dossier) for page in shown)
        assert missing(dossier) == ()
    else:
        assert all(flow.is_complete(page, dossier) for page in shown[: shown.index(open_page)])
        assert not flow.is_complete(open_page, dossier)
    progress = flow.progress(dossier)
    assert sum(line.total for line in progress) == len(shown)
    assert sum(line.done for line in progress) == sum(flow.is_complete(page, dossier) for page in shown)


def check_relevant(dossier: Dossier) -> None:
    """What counts is part of what was said, and is what the pages show."""
    counted = flow.relevant(dossier)
    assert flow.relevant(counted) == counted
    assert flow.visible_pages(counted) == flow.visible_pages(dossier)
    told = dict(paths.leaves(dossier))
    assert all(told[path] == value for path, value in paths.leaves(counted) if value not in (None, ()))
    assert set(counted.unknown) <= set(dossier.unknown)


@settings(max_examples=150)
@given(st.lists(submissions(), max_size=12))
def test_every_reachable_state_leads_to_an_end(presses: list[tuple[Page, dict[str, Raw]]]) -> None:
    dossier = Dossier()
    for page, answers in presses:
        dossier = flow.submit(page, answers, dossier, ON).dossier
    check_navigation(dossier)
    check_relevant(dossier)
    assert decode(encode(dossier)) == dossier
    assert all(unprintable(v) == [] for _path, v in paths.leaves(dossier) if isinstance(v, str))


@settings(max_examples=100)
@given(dossiers())
def test_every_dossier_that_can_be_opened_leads_to_an_end(dossier: Dossier) -> None:
    check_navigation(dossier)
    check_relevant(dossier)
    assert review(dossier)


@settings(max_examples=100)
@given(dossiers(), submissions())
def test_an_answer_is_taken_or_left_never_half(dossier: Dossier, press: tuple[Page, dict[str, Raw]]) -> None:
    page, answers = press
    taken = flow.submit(page, answers, dossier, ON)
    wrong = {error.path for error in taken.errors}
    assert wrong <= set(answers)
    for path in wrong:
        assert paths.get(taken.dossier, path) == paths.get(dossier, path)
    asked = {question.path for question in page.questions}
    before, after = dict(paths.leaves(dossier)), dict(paths.leaves(taken.dossier))
    changed = {path.split("[")[0] for path in before if before[path] != after.get(path)}
    assert changed - {"unknown"} <= asked
    # The same press once more changes nothing.
    again = flow.submit(page, answers, taken.dossier, ON)
    assert again.dossier == taken.dossier


@settings(max_examples=150)
@given(dossiers(), st.dates(date(2024, 1, 1), date(2029, 12, 31)))
def test_whoever_is_spared_questions_would_not_have_had_a_requete(dossier: Dossier, on: date) -> None:
    counted = flow.relevant(dossier)
    if any(page.ends(counted) for page in ALL_PAGES):
        assert assess(counted, on).route not in (Route.FILE, Route.STRENGTHEN)


@pytest.mark.parametrize(
    ("page", "question"),
    [(p, q) for p, q in EVERY_QUESTION if isinstance(q, Text)],
    ids=lambda case: getattr(case, "path", ""),
)
def test_no_text_breaks_a_question(page: Page, question: Text) -> None:
    # As if the page and the question applied: the way to them is other tests' business.
    shown = dataclasses.replace(page, when=always, questions=(dataclasses.replace(question, when=always),))
    for typed in UNCOMMON_TEXTS.values():
        done = flow.submit(shown, {question.path: typed}, Dossier(), ON)
        check_text(question, paths.get(done.dossier, question.path), done.errors)


@pytest.mark.parametrize(
    ("repeat", "question"),
    [(r, q) for _page, r in REPEATS for q in r.questions if isinstance(q, Text)],
    ids=lambda case: getattr(case, "path", ""),
)
def test_no_text_breaks_an_item(repeat: Repeat, question: Text) -> None:
    shown = dataclasses.replace(repeat, questions=(dataclasses.replace(question, item_when=None),))
    item = flow.new_item(repeat, Dossier())
    for typed in UNCOMMON_TEXTS.values():
        done = flow.submit_item(shown, item, {question.path: typed}, Dossier(), ON)
        check_text(question, getattr(done.item, question.path), done.errors)


def check_text(question: Text, kept: str | None, errors: tuple[FieldError, ...]) -> None:
    """Refused with a sentence, or kept so that it can be printed."""
    if errors:
        assert kept is None
        assert str(errors[0].message).endswith((".", "»."))
    elif kept is not None:
        assert unprintable(kept) == []
        assert len(kept) <= question.max_length
