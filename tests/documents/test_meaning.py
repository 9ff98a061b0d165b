"""Every paragraph of the requete has a meaning for the person, and the meaning has the paragraph's facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from core.documents.blocks import Block, Figure, Items, Means, Quotation, Table, numbered, plain, texts
from core.documents.case import Case, missing
from core.documents.french import as_sentence, user_text, without_stop
from core.documents.meaning import delay, spans
from core.documents.requete import requete
from core.dossier.model import Part
from core.i18n import FRENCH_MONTHS, _, render
from core.law.sources import SOURCES
from core.law.sources import source as source_of
from tests.documents.stories import STORIES, case_of, story
from tests.documents.test_properties import printable_dossiers

ON = date(2026, 11, 23)
DAY = re.compile(rf"\b(?:1er|\d{{1,2}}) (?:{'|'.join(FRENCH_MONTHS)}) \d{{4}}")
# An article, a docket or a list number of the law is no fact of the person.
LAW_NUMBER = re.compile(r"\b[LRD]\. ?\*? ?\d+(?:-\d+)*|\b\d+°")
TOLD = [name for name in STORIES if not missing(story(name))]


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def rows(block: Block) -> Iterator[tuple[str, Means]]:
    """The French of a block and what it means: a list and a table row by row."""
    if isinstance(block, Items):
        yield from zip(map(plain, block.items), block.means, strict=True)
    elif isinstance(block, Table):
        yield from zip((" ".join(map(plain, row)) for row in block.rows), block.means, strict=True)
    else:
        assert not isinstance(block, Figure)
        yield " ".join(texts(block)), block.means


def meaning(means: Means) -> str:
    return spaced(" ".join(map(render, means)))


def person_texts(part: Any) -> Iterator[str]:
    """Every text that the person gave."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from person_texts(one)
            elif type(one) is str and name not in ("id", "proves", "family", "departement"):
                yield spaced(user_text(one))


def without_law(text: str, block: Block) -> str:
    for ident in getattr(block, "sources", ()):
        text = text.replace(spaced(source_of(ident).citation), "")
    return LAW_NUMBER.sub("", text)


def faults(block: Block, case: Case) -> list[str]:
    """What the meaning of a block lacks: days, numbers, names and words of its French."""
    found = []
    for french, means in rows(block):
        text, said = spaced(french), meaning(means)
        if not said.strip():
            found.append(f"no meaning: {text}")
        if isinstance(block, Quotation) and block.sources:
            continue
        facts = without_law(text, block)
        found += [f"the day {day}: {said}" for day in DAY.findall(facts) if day not in said]
        ours = set(map(int, re.findall(r"\d+", DAY.sub("", said))))
        theirs = set(map(int, re.findall(r"\d+", DAY.sub("", facts))))
        found += [f"the number {number}: {said}" for number in theirs - numbers_between(said) - ours]
        given = {one for one in person_texts(case.dossier) if len(one) > 2}
        # A text inside another one that is carried is carried with it.
        # Words set in quotes leave their full stop outside.
        found += [
            f"the words {one!r}: {said}" for one in given if one in facts and without_stop(one) not in said
        ]
        place = case.place
        found += [
            f"the name {name}: {said}"
            for name in (place.tribunal.name, place.prefecture_city)
            if name in facts and name not in said
        ]
    return found


def numbers_between(said: str) -> set[int]:
    """`7–9` says 7 and 9, and 8 with them."""
    spans_ = re.findall(r"(\d+)–(\d+)", said)
    return {number for first, last in spans_ for number in range(int(first), int(last) + 1)}


@pytest.mark.parametrize("name", TOLD)
def test_every_block_of_every_story_says_what_it_means(name: str) -> None:
    told = story(name)
    assert [fault for block in requete(told).blocks for fault in faults(block, told)] == []


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(dossier=printable_dossiers())
def test_no_meaning_lacks_a_fact_whatever_was_told(dossier: Any) -> None:
    told = case_of(dossier, ON)
    assert [fault for block in requete(told).blocks for fault in faults(block, told)] == []


@pytest.mark.parametrize(
    ("french", "means", "fault"),
    [
        ("J’ai écrit le 3 mars 2026.", _("Vous avez écrit."), "the day 3 mars 2026"),
        ("J’ai essayé 5 fois.", _("Vous avez essayé 4 fois."), "the number 5"),
        ("Je vis à Nanterre, en France.", _("Vous vivez en France."), "the words 'Nanterre'"),
    ],
)
def test_a_meaning_that_drifts_from_its_sentence_is_noticed(french: str, means: Any, fault: str) -> None:
    assert faults(numbered(french, means=(means,)), story("cergy"))[0].startswith(fault)
    assert faults(numbered(french), story("cergy"))


def test_numbers_of_the_law_are_no_facts() -> None:
    block = numbered(
        "L’article L. 521-3 du code de justice administrative dit cela.", sources=("cja-l521-3",)
    )
    assert faults(replace(block, means=(_("La loi le dit."),)), story("cergy")) == []


@pytest.mark.parametrize("name", TOLD)
def test_a_meaning_speaks_to_the_person_and_promises_nothing(name: str) -> None:
    for block in requete(story(name)).blocks:
        for _french, means in rows(block):
            for message in means:
                # Their own words may say anything.
                assert not re.search(r"\b(je|mon|ma|mes|sera|va ordonner|gagner)\b", message.msgid), message
                assert message.msgid[-1] in ".}»…" or not message.msgid.endswith(" "), message


def test_a_parent_is_spoken_to_about_their_child() -> None:
    said = " ".join(meaning(means) for block in requete(story("parent")).blocks for _f, means in rows(block))
    assert "Vous signez pour votre enfant" in said
    assert "Votre enfant vit dans le département" in said
    assert "Vous vivez dans" not in said


@pytest.mark.parametrize("name", TOLD)
def test_the_words_of_a_sentence_are_whole_in_the_meaning(name: str) -> None:
    told = story(name)
    message = told.dossier.blockage.message
    if message:
        said = " ".join(meaning(means) for b in requete(told).blocks for _f, means in rows(b))
        assert spaced(without_stop(user_text(message))) in said


@pytest.mark.parametrize(
    ("numbers", "words"), [((), ""), ((3,), "3"), ((3, 4), "3, 4"), ((9, 7, 8, 3, 8), "3, 7–9")]
)
def test_exhibit_numbers_need_no_word(numbers: tuple[int, ...], words: str) -> None:
    assert spans(numbers) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, "24 heures"), (2, "48 heures"), (8, "8 jours"), (30, "un mois"), (60, "deux mois")],
)
def test_a_delay_has_the_unit_of_the_french(days: int, words: str) -> None:
    assert render(delay(days)) == words


def test_every_law_paragraph_that_is_quoted_is_explained_in_a_few_sentences() -> None:
    quoted = {
        (block.sources, meaning(block.means))
        for name in TOLD
        for block in requete(story(name)).blocks
        if isinstance(block, Quotation) and block.sources
    }
    assert {sources for sources, _said in quoted} <= {(ident,) for ident in SOURCES}
    assert all(as_sentence(said) == said and len(said) < 320 for _sources, said in quoted)
