"""Answering the interview without a window: what an editor would report for a value, and whole walks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from core.dossier import paths
from core.dossier.model import Dossier, Part
from core.dossier.values import PartialDate
from core.i18n import FRENCH_MONTHS
from core.interview import flow
from core.interview.model import (
    UNKNOWN,
    DateQuestion,
    Money,
    Page,
    PartialDateQuestion,
    Question,
    Raw,
    RawDate,
    Repeat,
    Tick,
    TimeQuestion,
)
from core.interview.pages import ALL_PAGES

EVERY_QUESTION = [(page, question) for page in ALL_PAGES for question in page.questions]
REPEATS = [(page, question) for page, question in EVERY_QUESTION if isinstance(question, Repeat)]


def raw(question: Question, value: Any) -> Raw:
    """What the editor of `question` reports once the person entered `value`."""
    if value is None:
        return False if isinstance(question, Tick) else None
    if isinstance(question, DateQuestion):
        return RawDate(str(value.day), FRENCH_MONTHS[value.month - 1], str(value.year))
    if isinstance(question, PartialDateQuestion):
        return _partial(value)
    if isinstance(question, TimeQuestion):
        return _hour(value)
    if isinstance(question, Money):
        return f"{value // 100},{value % 100:02} €"
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    typed: Raw = value
    return typed


def _partial(value: PartialDate) -> RawDate:
    return RawDate(str(value.day or ""), str(value.month or ""), str(value.year))


def _hour(value: time) -> str:
    return f"{value.hour} h {value.minute:02}"


@dataclass
class Walk:
    """Where a person went and what they were told."""

    dossier: Dossier = field(default_factory=Dossier)
    pages: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)


def walk(wanted: Dossier, on: date, start: Dossier | None = None) -> Walk:
    """Go from the first page to the last with *Continue*, giving the answers of `wanted`."""
    done = Walk(start if start is not None else Dossier())
    page: Page | None = flow.visible_pages(done.dossier)[0]
    while page is not None:
        done.pages.append(page.id)
        done.dossier = answer(page, wanted, done, on)
        page = flow.next_page(done.dossier, page.id)
    return done


def answer(page: Page, wanted: Dossier, done: Walk, on: date) -> Dossier:
    """Give what `wanted` holds to every question of the page, also to those that appear on the way."""
    dossier = done.dossier
    while True:
        answers = {
            q.path: _answer(q, wanted, dossier, done, on) for q in flow.visible_questions(page, dossier)
        }
        submission = flow.submit(page, answers, dossier, on)
        done.errors |= {error.path: str(error.message) for error in submission.errors}
        if flow.visible_questions(page, submission.dossier) == flow.visible_questions(page, dossier):
            return submission.dossier
        dossier = submission.dossier


def _answer(question: Question, wanted: Dossier, dossier: Dossier, done: Walk, on: date) -> Raw:
    if paths.is_unknown(wanted, question.path):
        return UNKNOWN
    value = paths.get(wanted, question.path)
    if isinstance(question, Repeat):
        return _items(question, value, dossier, done, on)
    return raw(question, value)


def _items(
    repeat: Repeat, wanted: tuple[Part, ...], dossier: Dossier, done: Walk, on: date
) -> tuple[Part, ...]:
    items: tuple[Part, ...] = ()
    for told in wanted:
        item = flow.new_item(repeat, paths.put(dossier, repeat.path, items))
        for _again in range(2):
            answers = {q.path: raw(q, getattr(told, q.path)) for q in repeat.questions}
            submission = flow.submit_item(repeat, item, answers, dossier, on)
            done.errors |= {f"{repeat.path}.{e.path}": str(e.message) for e in submission.errors}
            item = submission.item
        items = (*items, item)
    return items
