"""The whole answer and its stable form."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.dossier import examples
from core.law import assessment as assessment_module
from core.law import wording
from core.law.assessment import assess, assessment_json
from core.law.model import ConditionId, Remedy, Route, Status
from tests.law.stories import ON, first, renewal, tried

LAW = Path(__file__).parents[2] / "core" / "law"


@pytest.mark.parametrize("name", examples.names())
def test_the_examples_get_the_route_their_facts_call_for(name: str) -> None:
    story = examples.load(name)
    assert assess(story.dossier, story.day).route.value == story.route


def test_the_seed_case_is_ready_and_presumed() -> None:
    answer = assess(examples.load("cergy").dossier, examples.load("cergy").day)
    assert {found.status for found in answer.conditions} == {Status.MET}
    assert answer.urgency.value == "presumed"
    assert answer.contradictions == ()


def test_the_stable_form() -> None:
    told = assessment_json(assess(renewal({"attempts": tried("11-19"), "measure.kind": "earlier_date"}), ON))
    assert told["on"] == "2026-11-23"
    assert told["route"] == "strengthen"
    assert told["remedy"] is None
    assert told["urgency"] == "presumed"
    assert [found["id"] for found in told["conditions"]] == [ident.value for ident in ConditionId]
    useful = told["conditions"][2]
    assert useful["status"] == "to_strengthen"
    assert useful["reasons"][0].startswith("Vos essais sont trop proches")
    assert "ce-435594" in useful["sources"]
    assert "attempts" in useful["facts"]
    assert useful["next_steps"]
    label = "À partir de ce jour, un nouvel essai compte pour une autre semaine."
    assert {"id": "next_attempt", "date": "2026-11-26", "label": label} in told["deadlines"]
    assert told["route_reasons"]
    assert told["next_steps"][: len(useful["next_steps"])] == useful["next_steps"]
    assert len(told["contradictions"]) == 1
    assert told["documents"][:3] == ["requete", "inventaire", "note"]


@pytest.mark.parametrize(
    ("changes", "documents"),
    [
        ({}, ("requete", "inventaire", "note", "chronologie", "courrier-prefecture")),
        ({"attempts": []}, ("requete", "inventaire", "note", "courrier-prefecture")),
        (
            {"contacts": [{"kind": "prefecture_letter"}]},
            ("requete", "inventaire", "note", "chronologie"),
        ),
        ({"decisions.refusal": True}, ("note", "orientation")),
    ],
)
def test_the_documents_worth_making(changes: dict[str, Any], documents: tuple[str, ...]) -> None:
    assert assess(renewal(changes), ON).documents == documents


def test_the_remedy_is_in_the_stable_form() -> None:
    told = assessment_json(assess(renewal({"decisions.refusal": True}), ON))
    assert (told["route"], told["remedy"]) == ("other_remedy", "l521-1")


def test_the_answer_is_in_the_language_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assessment_module, "render", lambda text, language: f"{language}/{text.msgid}")
    answer = assess(renewal({"decisions.refusal": True, "decisions.refusal_kind": None}), ON)
    told = assessment_json(answer, "de")
    condition = told["conditions"][3]
    for texts in (told["route_reasons"], told["next_steps"], condition["reasons"]):
        assert texts
        assert all(text.startswith("de/") for text in texts)
    assert all(day["label"].startswith("de/") for day in told["deadlines"])
    assert assessment_json(answer)["route_reasons"][0].startswith("fr/")


def test_each_route_says_its_own_reason() -> None:
    pressed = first(
        {
            "attempts": tried("11-23", channel="booking_site"),
            "consequences": [{"kind": "work", "on": date(2026, 11, 25), "proof": True}],
        }
    )
    answers = [assess(story, ON) for story in (renewal(), renewal({"request.papers": "no"}), pressed)]
    assert [answer.route for answer in answers] == [Route.FILE, Route.STRENGTHEN, Route.FILE]
    assert len({str(answer.route_reasons[0].plain) for answer in answers}) == 3


def test_what_blocks_is_told_before_what_could_be_better() -> None:
    answer = assess(renewal({"request.papers": "no", "contact.email_usable": False}), ON)
    texts = [str(step.text) for step in answer.next_steps]
    blocked = [str(s.text) for s in answer.condition(ConditionId.NO_SERIOUS_DISPUTE).next_steps]
    assert texts[: len(blocked)] == blocked
    assert len(texts) == len(set(texts))


def test_every_word_of_the_answer_has_its_label() -> None:
    assert set(wording.REMEDY_LABELS) == set(Remedy)
    assert set(wording.ROUTE_SENTENCES) == set(Route)
    assert set(wording.CONDITION_NAMES) == set(ConditionId)
    assert set(wording.STATUS_WORDS) == set(Status)


def plain_sentences() -> list[str]:
    """Every sentence that the law module says to the person; `dense` is for volunteers."""
    found = []
    for path in sorted(LAW.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        dense = {
            id(node)
            for call in ast.walk(tree)
            if isinstance(call, ast.keyword) and call.arg == "dense"
            for node in ast.walk(call.value)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and id(node) not in dense:
                texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
                if node.func.id in ("_", "ngettext"):
                    found += [str(text) for text in texts]
    return found


def test_sentences_are_short() -> None:
    everything = plain_sentences()
    assert len(everything) > 200
    for text in everything:
        for sentence in re.split(r"(?<=[.!?])\s", text):
            assert len(sentence.split()) <= 20, sentence
