"""The flow: which page comes next, which answers count, how far the person is.

The order of `ALL_PAGES` is the order of the journey; a page or a question is shown where its predicate
holds. Nothing here is state: every function computes from the dossier, so Back and Continue can never
disagree and a resumed dossier lands where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

import msgspec

from core.dossier import paths
from core.dossier.model import Dossier, Part
from core.i18n import Message, _
from core.interview.model import (
    UNKNOWN,
    AboutDate,
    Choice,
    DateQuestion,
    FieldError,
    Option,
    Page,
    Question,
    Raw,
    Remark,
    Repeat,
    Search,
    Section,
)
from core.interview.pages import ALL_PAGES
from core.interview.parsing import InvalidAnswer, parse


def visible_pages(dossier: Dossier) -> tuple[Page, ...]:
    """The pages this dossier goes through, in order."""
    return _visible_pages(relevant(dossier))


def visible_questions(page: Page, dossier: Dossier) -> tuple[Question, ...]:
    """The questions of `page` that apply to this dossier."""
    return _visible_questions(page, relevant(dossier))


def block(section: Section, dossier: Dossier) -> tuple[Page, ...]:
    """The pages of one section that this dossier goes through: what a volunteer sees at once."""
    return tuple(p for p in visible_pages(dossier) if p.section is section)


def block_questions(section: Section, dossier: Dossier) -> dict[str, tuple[Question, ...]]:
    """The questions that apply on each page of the block, by the id of the page, in order."""
    counted = relevant(dossier)
    pages = (p for p in _visible_pages(counted) if p.section is section)
    return {p.id: _visible_questions(p, counted) for p in pages}


def page(page_id: str) -> Page:
    """The page with that id. Raises `KeyError`."""
    return ALL_PAGES[_POSITIONS[page_id]]


def next_page(dossier: Dossier, page_id: str) -> Page | None:
    """The page after `page_id`, or None after the last one."""
    here = _POSITIONS[page_id]
    return next((p for p in visible_pages(dossier) if _POSITIONS[p.id] > here), None)


def previous_page(dossier: Dossier, page_id: str) -> Page | None:
    """The page before `page_id`, or None before the first one."""
    here = _POSITIONS[page_id]
    return next((p for p in reversed(visible_pages(dossier)) if _POSITIONS[p.id] < here), None)


def first_open_page(dossier: Dossier) -> Page | None:
    """The first page that waits for an answer, or None when the interview is finished."""
    counted = relevant(dossier)
    last = _last_touched(counted)
    return next((p for p in _visible_pages(counted) if not _is_complete(p, counted, last)), None)


def is_complete(page: Page, dossier: Dossier) -> bool:
    """Whether nothing on the page waits for an answer.

    Questions that are `required` or offer « Je ne sais pas » wait for one. A page of which nothing is
    answered waits too, unless a later page was answered: then the person saw it and passed on.
    """
    counted = relevant(dossier)
    return _is_complete(page, counted, _last_touched(counted))


def page_asking(path: str, dossier: Dossier) -> Page | None:
    """The page that asks for `path` (`attempts[0].on`, or all of `contact.address`), None where none does.

    The one this dossier goes through where there is one: a finding names its facts by path, and the person
    wants to go there.
    """
    asked = path.split("[")[0]
    pages = [p for p in ALL_PAGES if any(f"{q.path}.".startswith(f"{asked}.") for q in p.questions)]
    shown = visible_pages(dossier)
    return next((p for p in pages if p in shown), pages[0] if pages else None)


@lru_cache(maxsize=4)
def _visible_pages(counted: Dossier) -> tuple[Page, ...]:
    last = next((number for number, p in enumerate(ALL_PAGES) if p.ends(counted)), len(ALL_PAGES))
    return tuple(p for p in ALL_PAGES[: last + 1] if _visible_questions(p, counted))


def _visible_questions(page: Page, counted: Dossier) -> tuple[Question, ...]:
    if not page.when(counted):
        return ()
    return tuple(question for question in page.questions if question.when(counted))


def _is_complete(page: Page, counted: Dossier, last_touched: int) -> bool:
    waiting = (q for q in _visible_questions(page, counted) if q.required or q.unknown)
    if not all(paths.is_answered(counted, question.path) for question in waiting):
        return False
    return _POSITIONS[page.id] < last_touched or _is_touched(page, counted)


def _last_touched(counted: Dossier) -> int:
    """The position of the last page on which something is answered; -1 where nothing is."""
    touched = (_POSITIONS[p.id] for p in ALL_PAGES if _is_touched(p, counted))
    return max(touched, default=-1)


def _is_touched(page: Page, counted: Dossier) -> bool:
    return any(
        paths.is_unknown(counted, question.path)
        or paths.get(counted, question.path) != _nothing(question.path)
        for question in _visible_questions(page, counted)
    )


class SectionState(Enum):
    """How far a section is."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"


@dataclass(frozen=True)
class SectionProgress:
    """One line of the side bar."""

    section: Section
    state: SectionState
    done: int
    total: int
    first_page: Page


def progress(dossier: Dossier) -> tuple[SectionProgress, ...]:
    """Every section that has a page for this dossier, with the number of its pages that are complete."""
    counted = relevant(dossier)
    last = _last_touched(counted)
    visible = _visible_pages(counted)
    lines = []
    for section in Section:
        pages = [p for p in visible if p.section is section]
        if not pages:
            continue
        done = sum(_is_complete(p, counted, last) for p in pages)
        if done == len(pages):
            state = SectionState.DONE
        elif done or any(_is_touched(p, counted) for p in pages):
            state = SectionState.STARTED
        else:
            state = SectionState.OPEN
        lines.append(SectionProgress(section, state, done, len(pages), pages[0]))
    return tuple(lines)


# Asked many times over while a page is left and the next one shown.
@lru_cache(maxsize=4)
def relevant(dossier: Dossier) -> Dossier:
    """The dossier as the law and the documents may read it: without answers of branches left behind.

    An answer counts when a visible question asks for it. Pages are walked in order, and a page's condition
    is judged on the answers that count before it: an answer left behind decides nothing. Answers no page
    asks for (ids, marks of an example) stay.
    """
    shown: set[str] = set()
    for page, question, is_last in _ASKED:
        if page.when(dossier) and question.when(dossier):
            shown.add(question.path)
            if isinstance(question, Repeat):
                dossier = _with_relevant_items(question, dossier)
        elif is_last and question.path not in shown and paths.is_answered(dossier, question.path):
            dossier = paths.put(dossier, question.path, _nothing(question.path))
    return dossier


def _with_relevant_items(repeat: Repeat, dossier: Dossier) -> Dossier:
    items = paths.get(dossier, repeat.path)
    kept = tuple(_relevant_item(repeat, item) for item in items)
    return dossier if kept == items else paths.put(dossier, repeat.path, kept)


def _relevant_item(repeat: Repeat, item: Part) -> Part:
    hidden = {
        q.path: None
        for q in repeat.questions
        if q.item_when is not None and not q.item_when(item) and getattr(item, q.path) is not None
    }
    return msgspec.structs.replace(item, **hidden) if hidden else item


def _nothing(path: str) -> Any:
    """What the model holds at `path` before any answer: mostly None."""
    return paths.get(_EMPTY, path)


def _asked() -> Iterator[tuple[Page, Question, bool]]:
    """Every question in order, with whether no later page asks the same of other persons."""
    pairs = [(page_, question) for page_ in ALL_PAGES for question in page_.questions]
    last = {question.path: number for number, (_page, question) in enumerate(pairs)}
    for number, (page_, question) in enumerate(pairs):
        yield page_, question, last[question.path] == number


def offered(question: Question, dossier: Dossier, on: date) -> tuple[Option, ...]:
    """The answers that a `Choice` or a `Search` offers in this situation; none for other questions."""
    if isinstance(question, Search):
        return question.options(dossier)
    if not isinstance(question, Choice):
        return ()
    if question.offers is None:
        return question.options
    values = question.offers(dossier, on)
    return tuple(option for option in question.options if option.value in values)


def remark(question: Question, raw: Raw, dossier: Dossier, on: date) -> Remark | None:
    """What to say below the answer as it stands; nothing of an answer that is not there or not good."""
    if question.remark is None:
        return None
    try:
        value = parse(question, raw)
    except InvalidAnswer:
        return None
    if value in (None, (), UNKNOWN) or problem_with(question, value, dossier, on) is not None:
        return None
    return question.remark(value, dossier, on)


@dataclass(frozen=True)
class Submission:
    """What became of a page's answers: the dossier with the good ones, and what is wrong with the others."""

    dossier: Dossier
    errors: tuple[FieldError, ...]


def submit(page: Page, answers: Mapping[str, Raw], dossier: Dossier, on: date) -> Submission:
    """Take the answers of a page. Good answers are taken even where others are wrong: nothing is lost.

    `answers` maps the path of each shown question to what its editor reports.
    """
    result, _counted = _submit(page, answers, dossier, relevant(dossier), on)
    return result


def submit_block(section: Section, answers: Mapping[str, Raw], dossier: Dossier, on: date) -> Submission:
    """Take the answers of all pages of a section, page by page in order, as if each was continued from.

    A page counts where the answers before it lead to it: one that an answer closes keeps what it held.
    """
    errors: list[FieldError] = []
    counted = relevant(dossier)
    shown = _visible_pages(counted)
    for page in (p for p in ALL_PAGES if p.section is section):
        if page not in shown:
            continue
        result, counted = _submit(page, answers, dossier, counted, on)
        errors.extend(result.errors)
        if result.dossier is not dossier:
            dossier, shown = result.dossier, _visible_pages(counted)
    return Submission(dossier, tuple(errors))


def _submit(
    page: Page, answers: Mapping[str, Raw], dossier: Dossier, counted: Dossier, on: date
) -> tuple[Submission, Dossier]:
    """What becomes of the answers. What counts of the dossier is handed on: working it out takes time."""
    errors: list[FieldError] = []
    for question in page.questions:
        if question.path not in answers or not (page.when(counted) and question.when(counted)):
            continue
        try:
            value = parse(question, answers[question.path])
        except InvalidAnswer as error:
            errors.append(FieldError(question.path, error.message))
            continue
        problem = problem_with(question, value, dossier, on)
        if problem is not None:
            errors.append(FieldError(question.path, problem))
            continue
        told = _with_answer(question, value, dossier)
        if told is not dossier:
            dossier, counted = told, relevant(told)
    return Submission(dossier, tuple(errors)), counted


def _with_answer(question: Question, value: Any, dossier: Dossier) -> Dossier:
    """The dossier with this answer; the very same where it holds it already."""
    unknown = paths.is_unknown(dossier, question.path)
    if value is UNKNOWN:
        # Not again where it is known to be unknown: the order of the list must not change.
        return dossier if unknown else paths.put_unknown(dossier, question.path)
    value = _nothing(question.path) if value is None else value
    if value == paths.get(dossier, question.path) and not unknown:
        return dossier
    return paths.put(dossier, question.path, value)


@dataclass(frozen=True)
class ItemSubmission:
    """What became of the answers about one item of a list."""

    item: Part
    errors: tuple[FieldError, ...]


def submit_item(
    repeat: Repeat, item: Part, answers: Mapping[str, Raw], dossier: Dossier, on: date
) -> ItemSubmission:
    """Take the answers about one item of a list; paths are relative to the item."""
    errors: list[FieldError] = []
    unsure: dict[str, bool] = {}
    for question in repeat.questions:
        if question.path not in answers or (question.item_when is not None and not question.item_when(item)):
            continue
        try:
            value: Any = parse(question, answers[question.path])
        except InvalidAnswer as error:
            errors.append(FieldError(question.path, error.message))
            continue
        told_about = question.unsure if isinstance(question, DateQuestion) else None
        is_unsure = isinstance(value, AboutDate)
        value = value.day if isinstance(value, AboutDate) else value
        problem = problem_with(question, value, dossier, on)
        if problem is not None:
            errors.append(FieldError(question.path, problem))
        else:
            if is_unsure and told_about is not None:
                unsure[told_about] = True
            nothing = () if isinstance(getattr(item, question.path), tuple) else None
            kept = nothing if value in (None, UNKNOWN) else value
            item = msgspec.structs.replace(item, **{question.path: kept})
    # « Début novembre » says so itself, whether the box is ticked or not.
    return ItemSubmission(msgspec.structs.replace(item, **unsure), tuple(errors))


def new_item(repeat: Repeat, dossier: Dossier) -> Part:
    """An empty item of the list, with an id the dossier does not use."""
    return repeat.item(id=paths.new_id(dossier, repeat.prefix))


def copied_item(repeat: Repeat, item: Part, dossier: Dossier) -> Part:
    """A new item with the same answers, except those that belong to the first one alone."""
    shared = {q.path: getattr(item, q.path) for q in repeat.questions if q.path not in repeat.own}
    return msgspec.structs.replace(new_item(repeat, dossier), **shared)


def problem_with(question: Question, value: Any, dossier: Dossier, on: date) -> Message | None:
    """What is wrong with a parsed answer: missing, not in the list, or refused by a check of the question."""
    if value in (None, ()):
        return _MISSING if question.required else None
    if value is UNKNOWN:
        return None
    if isinstance(question, Choice | Search) and all(
        o.value != value for o in offered(question, dossier, on)
    ):
        return _NOT_IN_LIST
    return next((m for check in question.checks if (m := check(value, dossier, on)) is not None), None)


_MISSING = _("Il manque une réponse ici. Répondez pour continuer.")
_NOT_IN_LIST = _("Choisissez une réponse dans la liste.")
_EMPTY = Dossier()
_POSITIONS = {page_.id: number for number, page_ in enumerate(ALL_PAGES)}
_ASKED = tuple(_asked())
