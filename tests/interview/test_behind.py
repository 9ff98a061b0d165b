"""From the paths that a sentence names to the questions that can be changed."""

from __future__ import annotations

import pytest

from core.documents.bundle import writes_requete
from core.documents.reading import passages
from core.dossier.examples import load
from core.interview.behind import answers_behind
from core.interview.flow import page_asking
from tests.documents.stories import STORIES, story


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (("blockage.message",), {("message", "blockage.message", None)}),
        (("contact.address",), {"contact.address"}),
        (("attempts[1]",), {("attempts", "attempts", "a2")}),
        ((), set()),
        (("attempts[99]",), set()),
    ],
)
def test_the_questions_behind_facts(facts: tuple[str, ...], expected: set[object]) -> None:
    dossier = load("cergy").dossier
    lines = answers_behind(facts, dossier)
    if expected == {"contact.address"}:
        assert lines
        assert all(line.path.startswith("contact.address") for line in lines)
        return
    assert {(line.page, line.path, line.item) for line in lines} == expected


@pytest.mark.parametrize("name", [name for name in STORIES if writes_requete(story(name))])
def test_every_fact_of_the_requete_that_a_page_asks_for_leads_there(name: str) -> None:
    dossier = story(name).dossier
    for passage in passages(story(name), "fr"):
        for fact in passage.facts:
            page = page_asking(fact, dossier)
            lines = answers_behind((fact,), dossier)
            assert all(line.path.split(".")[0] == fact.split(".")[0].split("[")[0] for line in lines)
            if page is not None and lines:
                assert page.id in {line.page for line in lines}
