"""The requete states no law but that of `core.law.sources`, and each paragraph says which."""

from __future__ import annotations

import re

import pytest

from core.documents.blocks import Quotation, plain, texts
from core.documents.bundle import bundle
from core.documents.case import extract
from core.documents.papers import named_in_r431_5
from core.law.sources import SOURCES, printable, source
from tests.documents.golden import DESPITE, documents
from tests.documents.stories import STORIES, case, story

ARTICLE = re.compile(r"\b[LRD]\.\*? \d+(?:-\d+)*")
DOCKET = re.compile(r"n° (\d{6})\b")
OFFICIAL = [
    (name, document)
    for name, document in documents()
    if not re.search(r"/(note|fiche-depot|plan-action|orientation|avant-de-signer|a-apporter)\.txt", name)
]


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def told_by_person(name: str) -> str:
    """What the person or the court gave: numbers of theirs are not citations."""
    return spaced(repr(story(name.partition("/")[0]).dossier))


@pytest.mark.parametrize(("name", "document"), OFFICIAL, ids=[name for name, _document in OFFICIAL])
def test_every_citation_comes_from_a_source_that_the_paragraph_names(name, document):
    given = told_by_person(name)
    for block in document.blocks:
        named = " ".join(
            f"{spaced(SOURCES[ident].citation)} {spaced(SOURCES[ident].quotation or '')}"
            for ident in getattr(block, "sources", ())
        )
        for text in map(spaced, texts(block)):
            for citation in ARTICLE.findall(text):
                assert re.search(rf"{re.escape(citation)}(?!\d|-\d)", named), (citation, text)
            for docket in DOCKET.findall(text):
                assert docket in named or docket in given or docket in ("251226", "260000"), text


@pytest.mark.parametrize(("name", "document"), OFFICIAL, ids=[name for name, _document in OFFICIAL])
def test_only_printable_sources_are_named(name, document):
    named = {ident for block in document.blocks for ident in getattr(block, "sources", ())}
    assert all(source(ident).printable for ident in named)


@pytest.mark.parametrize("name", STORIES)
def test_quotations_are_the_words_of_the_source_or_of_the_screen(name):
    told = story(name)
    for made in bundle(told, "fr", DESPITE.get(name)):
        for block in made.document.blocks:
            if not isinstance(block, Quotation):
                continue
            words = spaced(plain(block.runs)[2:-2])
            if block.sources:
                assert any(words in spaced(source(ident).quotation or "") for ident in block.sources)
            else:
                assert words == " ".join((told.dossier.blockage.message or "").split())


@pytest.mark.parametrize("name", STORIES)
def test_every_source_named_in_a_paragraph_is_said_in_it(name):
    """A source that a paragraph claims to rest on, but that the reader cannot see, is a mistake of ours."""
    for made in bundle(story(name), "fr", DESPITE.get(name)):
        if made.personal:
            continue
        for block in made.document.blocks:
            said = spaced(" ".join(texts(block)))
            for ident in getattr(block, "sources", ()):
                entry = source(ident)
                number = ARTICLE.search(spaced(entry.citation)) or DOCKET.search(spaced(entry.citation))
                words = number.group(0) if number else spaced(entry.citation)
                quoted = isinstance(block, Quotation)
                assert quoted or words in said or ident == "ce-453391", (ident, said)


def test_an_algerian_is_never_given_a_substantive_article_of_the_ceseda():
    for name in ("cergy", "algerien-10-ans"):
        for made in bundle(story(name)):
            if made.personal:
                continue
            text = spaced(" ".join(t for block in made.document.blocks for t in texts(block)))
            assert not re.search(r"L\. 4[0-2]\d-", text)
        assert not named_in_r431_5(story(name))


def test_the_nineteenth_birthday_rule_is_stated_only_for_permits_that_it_names():
    assert named_in_r431_5(case("ase-19-ans", {"request.title": "ase_avant_16"}))
    assert not named_in_r431_5(story("ase-19-ans")), "L. 435-3 is not in R. 431-5 2°"
    assert not named_in_r431_5(story("aes-rdv"))


def test_an_unprintable_source_cannot_be_cited():
    with pytest.raises(ValueError, match="ce-229773"):
        printable("ce-229773")


def test_an_extract_must_be_one_paragraph_of_the_provision():
    with pytest.raises(ValueError, match="no single paragraph"):
        extract("ceseda-r431-2", "Des mots qui n’y sont pas")
