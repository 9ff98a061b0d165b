"""The check-answers page as data: every section, every question asked, what was answered.

The window and the volunteer's panel show it; nothing else words an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from core.dossier import paths
from core.dossier.model import Dossier, Part
from core.dossier.values import PartialDate
from core.i18n import Message, _
from core.interview.flow import relevant, visible_pages, visible_questions
from core.interview.labels import DO_NOT_KNOW, NO, NO_ANSWER, YES
from core.interview.model import (
    SECTION_TITLES,
    Choice,
    Money,
    Number,
    Page,
    Question,
    Repeat,
    Search,
    Section,
    Tick,
)


@dataclass(frozen=True)
class Line:
    """One question and its answer. `item` is the id of the list item it speaks of.

    `missing`: nothing is answered and the question is required, so the requete cannot be printed.
    `given`: the person answered; a box left empty says « Non » all the same.
    """

    page: str
    path: str
    label: Message | str
    value: Message | str
    missing: bool = False
    item: str | None = None
    given: bool = True


@dataclass(frozen=True)
class ReviewSection:
    """The answers of one step of the journey."""

    section: Section
    title: Message
    lines: tuple[Line, ...]


def review(dossier: Dossier) -> tuple[ReviewSection, ...]:
    """What was answered and counts, section by section; questions that do not apply are left out."""
    counted = relevant(dossier)
    pages = visible_pages(counted)
    sections = []
    for section in Section:
        lines = tuple(
            line
            for page in pages
            if page.section is section
            for question in visible_questions(page, counted)
            for line in _lines(page, question, counted)
        )
        if lines:
            sections.append(ReviewSection(section, SECTION_TITLES[section], lines))
    return tuple(sections)


def missing(dossier: Dossier) -> tuple[Line, ...]:
    """The required answers that are not there, each with the page to give it on."""
    return tuple(line for section in review(dossier) for line in section.lines if line.missing)


def behind(facts: Iterable[str], dossier: Dossier) -> tuple[Line, ...]:
    """The answers at these paths, in their order: those given, or those asked where none of them is given.

    `contact.address` stands for all its parts, `attempts` for every line of the list, `attempts[2]` for one.
    """
    counted = relevant(dossier)
    pages = visible_pages(counted)
    found: dict[tuple[str, str | None], Line] = {}
    for fact in facts:
        for page in pages:
            for line in _at(fact, page, counted):
                found.setdefault((line.path, line.item), line)
    given = tuple(line for line in found.values() if line.given)
    return given or tuple(found.values())


def _at(fact: str, page: Page, dossier: Dossier) -> Iterator[Line]:
    path, _bracket, rest = fact.partition("[")
    if not any(f"{question.path}.".startswith(f"{path}.") for question in page.questions):
        return
    for question in visible_questions(page, dossier):
        if f"{question.path}.".startswith(f"{path}."):
            lines = _lines(page, question, dossier)
            index = int(rest.partition("]")[0]) if rest else None
            yield from lines if index is None else lines[index : index + 1]


def _lines(page: Page, question: Question, dossier: Dossier) -> tuple[Line, ...]:
    value = paths.get(dossier, question.path)
    if isinstance(question, Repeat) and value:
        return tuple(
            Line(page.id, question.path, question.label, question.summary(item), item=item.id)
            for item in value
        )
    words = DO_NOT_KNOW if paths.is_unknown(dossier, question.path) else worded(question, value, dossier)
    given = paths.is_answered(dossier, question.path)
    is_missing = question.required and not given
    return (Line(page.id, question.path, question.label, words, missing=is_missing, given=given),)


def item_lines(page: Page, repeat: Repeat, item: Part, dossier: Dossier) -> tuple[Line, ...]:
    """The answers about one item of a list."""
    return tuple(
        Line(
            page.id,
            question.path,
            question.label,
            worded(question, getattr(item, question.path), dossier),
            item=getattr(item, "id", None),
        )
        for question in repeat.questions
        if question.item_when is None or question.item_when(item)
    )


def worded(question: Question, value: Any, dossier: Dossier) -> Message | str:
    """`value` as people read it: the label of a choice, a date in words, « Pas de réponse » for nothing."""
    if isinstance(question, Tick) and not question.required:
        # Whoever leaves a box empty has answered it.
        return YES if value else NO
    if value in (None, ()):
        return NO_ANSWER
    if isinstance(question, Choice | Search):
        options = question.options if isinstance(question, Choice) else question.options(dossier)
        # A value that left its list (a permit of another nationality) is still shown as it is kept.
        return next((option.label for option in options if option.value == value), str(value))
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(question, Money):
        return _("{euros} euros", euros=f"{value // 100},{value % 100:02}")
    if isinstance(question, Number) and question.unit is not None:
        return _("{number} {unit}", number=value, unit=question.unit)
    if isinstance(value, date):
        return _("{day}", day=value)
    if isinstance(value, PartialDate):
        return _partial_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value)


def _partial_date(value: PartialDate) -> Message:
    day = value.exact()
    if day is not None:
        return _("{day}", day=day)
    if value.month is not None:
        return _("{month} (jour non connu)", month=f"{value.month:02}/{value.year}")
    return _("{year} (année seulement)", year=value.year)
