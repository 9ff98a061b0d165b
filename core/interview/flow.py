"""The flow: which page comes next, which answers count, how far the person is.

The order of `ALL_PAGES` is the order of the journey; a page or a question is shown where its predicate
holds. Nothing here is state: every function computes from the dossier, so Back and Continue can never
disagree and a resumed dossier lands where it stopped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

import msgspec

from core.dossier import paths
from core.dossier.model import Dossier, Part
from core.i18n import Message, _
from core.interview.model import UNKNOWN, FieldError, Page, Question, Raw, Repeat, Section
from core.interview.pages import ALL_PAGES
from core.interview.parsing import InvalidAnswer, parse


def visible_pages(dossier: Dossier) -> tuple[Page, ...]:
    """The pages this dossier goes through, in order."""
    return tuple(page for page in ALL_PAGES if page.when(dossier) and visible_questions(page, dossier))


def visible_questions(page: Page, dossier: Dossier) -> tuple[Question, ...]:
    """The questions of `page` that apply to this dossier."""
    return tuple(question for question in page.questions if question.when(dossier))


def page(page_id: str) -> Page:
    """The page with that id. Raises `KeyError`."""
    return _PAGES[page_id]


def next_page(dossier: Dossier, page_id: str) -> Page | None:
    """The page after `page_id`, or None after the last one."""
    index = ALL_PAGES.index(page(page_id))
    return next((p for p in visible_pages(dossier) if ALL_PAGES.index(p) > index), None)


def previous_page(dossier: Dossier, page_id: str) -> Page | None:
    """The page before `page_id`, or None before the first one."""
    index = ALL_PAGES.index(page(page_id))
    return next((p for p in reversed(visible_pages(dossier)) if ALL_PAGES.index(p) < index), None)


def first_open_page(dossier: Dossier) -> Page | None:
    """The first page with a question that has no answer yet, or None when the interview is finished."""
    return next((p for p in visible_pages(dossier) if not is_complete(p, dossier)), None)


def is_complete(page: Page, dossier: Dossier) -> bool:
    """Whether every question of the page that waits for an answer has one.

    Optional texts do not hold a page open once anything later was answered or the page was seen: the
    dossier does not record what was seen, so a page counts as open only for `required` questions and for
    questions that offer « Je ne sais pas ».
    """
    return all(
        paths.is_answered(dossier, question.path)
        for question in visible_questions(page, dossier)
        if question.required or question.unknown
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
    lines = []
    for section in Section:
        pages = [p for p in visible_pages(dossier) if p.section is section]
        if not pages:
            continue
        done = sum(is_complete(p, dossier) for p in pages)
        touched = any(
            paths.is_answered(dossier, q.path) for p in pages for q in visible_questions(p, dossier)
        )
        if done == len(pages) and touched:
            state = SectionState.DONE
        else:
            state = SectionState.STARTED if touched else SectionState.OPEN
        lines.append(SectionProgress(section, state, done, len(pages), pages[0]))
    return tuple(lines)


def relevant(dossier: Dossier) -> Dossier:
    """The dossier as the law and the documents may read it: without answers of branches left behind.

    An answer counts when some visible question asks for it. Answers no page asks for (ids, marks of an
    example) stay. Repeated, since hiding one answer can close the branch of another.
    """
    asked = {question.path for page in ALL_PAGES for question in page.questions}
    while True:
        shown = {q.path for p in visible_pages(dossier) for q in visible_questions(p, dossier)}
        hidden = [path for path in sorted(asked - shown) if paths.is_answered(dossier, path)]
        if not hidden:
            return _with_relevant_items(dossier)
        for path in hidden:
            dossier = paths.put(dossier, path, _empty(dossier, path))


def _with_relevant_items(dossier: Dossier) -> Dossier:
    for page_ in visible_pages(dossier):
        for question in visible_questions(page_, dossier):
            if isinstance(question, Repeat):
                items = tuple(_relevant_item(question, item) for item in paths.get(dossier, question.path))
                if items != paths.get(dossier, question.path):
                    dossier = paths.put(dossier, question.path, items)
    return dossier


def _relevant_item(repeat: Repeat, item: Part) -> Part:
    hidden = {q.path: None for q in repeat.questions if q.item_when is not None and not q.item_when(item)}
    return msgspec.structs.replace(item, **hidden)


def _empty(dossier: Dossier, path: str) -> tuple[()] | None:
    return () if isinstance(paths.get(dossier, path), tuple) else None


@dataclass(frozen=True)
class Submission:
    """What became of a page's answers: the dossier with the good ones, and what is wrong with the others."""

    dossier: Dossier
    errors: tuple[FieldError, ...]


def submit(page: Page, answers: Mapping[str, Raw], dossier: Dossier, on: date) -> Submission:
    """Take the answers of a page. Good answers are taken even where others are wrong: nothing is lost.

    `answers` maps the path of each shown question to what its editor reports.
    """
    errors: list[FieldError] = []
    for question in page.questions:
        if question.path not in answers or not question.when(dossier):
            continue
        try:
            value = parse(question, answers[question.path])
        except InvalidAnswer as error:
            errors.append(FieldError(question.path, error.message))
            continue
        problem = _problem(question, value, dossier, on)
        if problem is not None:
            errors.append(FieldError(question.path, problem))
        elif value is UNKNOWN:
            if not paths.is_unknown(dossier, question.path):
                dossier = paths.put_unknown(dossier, question.path)
        elif value != paths.get(dossier, question.path) or paths.is_unknown(dossier, question.path):
            dossier = paths.put(dossier, question.path, value)
    return Submission(dossier, tuple(errors))


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
    for question in repeat.questions:
        if question.path not in answers or (question.item_when is not None and not question.item_when(item)):
            continue
        try:
            value: Any = parse(question, answers[question.path])
        except InvalidAnswer as error:
            errors.append(FieldError(question.path, error.message))
            continue
        problem = _problem(question, value, dossier, on)
        if problem is not None:
            errors.append(FieldError(question.path, problem))
        else:
            item = msgspec.structs.replace(item, **{question.path: None if value is UNKNOWN else value})
    return ItemSubmission(item, tuple(errors))


def new_item(repeat: Repeat, dossier: Dossier) -> Part:
    """An empty item of the list, with an id the dossier does not use."""
    return repeat.item(id=paths.new_id(dossier, repeat.prefix))  # type: ignore[call-arg]


def _problem(question: Question, value: Any, dossier: Dossier, on: date) -> Message | None:
    if value in (None, ()):
        return _MISSING if question.required else None
    if value is UNKNOWN:
        return None
    return next((m for check in question.checks if (m := check(value, dossier, on)) is not None), None)


_MISSING = _("Il manque une réponse ici. Répondez pour continuer.")
_PAGES = {page_.id: page_ for page_ in ALL_PAGES}
