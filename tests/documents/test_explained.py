"""A paragraph names every answer that it depends on: change an answer, and only those that name it change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Any

import pytest

from core.documents.blocks import Block, Document, Numbered, Paragraph, Quotation
from core.documents.bundle import bundle
from core.documents.case import Case, missing
from core.documents.preview import beginning, is_told
from core.documents.render_html import lines
from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import PartialDate
from core.errors import UserError
from core.interview.flow import page_asking, relevant
from core.interview.review import behind
from tests.documents.stories import STORIES, case_of, story

# They only move the numbers of the exhibits, which each paragraph names itself.
NUMBERS_ONLY = {"application.proof", "appointment.proof"}
# Not asked, or not of the person's case.
NOT_ANSWERS = {"schema", "unknown", "invented", "preferences"}


def for_offices(case: Case, despite: str | None = "Un juriste a relu le dossier.") -> dict[str, Document]:
    made = bundle(case, "fr", despite)
    return {one.document.name: one.document for one in made if not one.personal}


def others(value: Any) -> Iterator[Any]:
    """Other answers to the same question."""
    match value:
        case bool():
            yield from (not value, None)
        case Enum():
            yield None
            yield from [one for one in type(value) if one is not value][:3]
        case str():
            yield from (f"{value} X", None)
        case int():
            yield value + 1
        case date():
            yield from (value - timedelta(days=1), None)
        case PartialDate():
            yield from (PartialDate(1960), None)


def changed(case: Case, path: str, value: Any) -> Case | None:
    """The same case with another answer; None where no documents would be made."""
    try:
        other = Case(paths.put(case.dossier, path, value), case.assessment, case.on)
        for_offices(other)
    except UserError:
        # No such country: the interview does not let it in.
        return None
    return None if missing(other) else other


def words(block: Block) -> list[str]:
    return [line.words for line in lines(block)]


def shape(document: Document) -> list[tuple[type, tuple[str, ...]]]:
    return [(type(block), getattr(block, "facts", ())) for block in document.blocks]


def names(block: Block, path: str) -> bool:
    return any(f"{path}.".startswith(f"{fact}.") for fact in getattr(block, "facts", ()))


@pytest.mark.parametrize("name", [name for name in STORIES if not missing(story(name))])
def test_whatever_changes_a_paragraph_is_named_by_it(name: str) -> None:
    case = story(name)
    before = for_offices(case)
    tried, silent = 0, set()
    for path, value in paths.leaves(case.dossier):
        if "[" in path or path.split(".")[0] in NOT_ANSWERS or path in NUMBERS_ONLY:
            continue
        for other in others(value):
            now = changed(case, path, other)
            for document in for_offices(now).values() if now is not None else ():
                kept = before.get(document.name)
                # Where paragraphs come or go, which one stands for which cannot be told.
                if kept is None or shape(kept) != shape(document):
                    continue
                for old, new in zip(kept.blocks, document.blocks, strict=True):
                    if is_told(old) and words(old) != words(new):
                        tried += 1
                        if not names(old, path):
                            silent.add((document.name, path, beginning(old)))
    assert silent == set()
    assert tried > 10


@pytest.mark.parametrize("name", STORIES)
def test_the_answers_of_every_paragraph_can_be_shown_and_changed(name: str) -> None:
    told: Dossier = relevant(story(name).dossier)
    lost = {
        (document.name, beginning(block))
        # As the window makes them: where it advises against, the later pages were not asked.
        for document in for_offices(case_of(told, story(name).on), None).values()
        for block in document.blocks
        if getattr(block, "facts", ()) and not behind(getattr(block, "facts", ()), told)
    }
    assert lost == set()


@pytest.mark.parametrize("name", STORIES)
def test_every_answer_of_a_paragraph_leads_to_the_page_that_asks_for_it(name: str) -> None:
    told: Dossier = relevant(story(name).dossier)
    facts = {
        fact
        for document in for_offices(case_of(told, story(name).on), None).values()
        for block in document.blocks
        for fact in getattr(block, "facts", ())
    }
    for fact in facts:
        page, found = page_asking(fact, told), behind((fact,), told)
        assert page is None or not found or page.id in {line.page for line in found}, fact


@pytest.mark.parametrize("name", STORIES)
def test_only_texts_of_law_and_of_forms_have_no_answers(name: str) -> None:
    for document in for_offices(story(name)).values():
        for block in document.blocks:
            if is_told(block) and not getattr(block, "facts", ()):
                assert getattr(block, "sources", ()) or document.name != "requete", beginning(block)
                assert isinstance(block, Paragraph | Numbered | Quotation), block
