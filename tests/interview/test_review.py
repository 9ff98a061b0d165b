"""The check-answers page: every answer in words, every missing one named."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given

from core.dossier import examples, paths
from core.dossier.model import Attempt, Consequence, Dossier, Exhibit, HelpContact
from core.dossier.values import Channel, ConsequenceKind, ContactAnswer, ContactKind, PartialDate, Role
from core.i18n import render
from core.interview import flow
from core.interview.model import Question, Repeat, Section
from core.interview.review import Line, behind, item_lines, missing, review, worded
from core.interview.summaries import (
    attempt_summary,
    consequence_summary,
    consequences_counter,
    contact_summary,
    contacts_counter,
    exhibit_summary,
)
from tests.dossier.strategies import dossiers
from tests.interview.walk import EVERY_QUESTION, REPEATS

ON = date(2026, 11, 23)


def question(path: str) -> Question:
    return next(q for _page, q in EVERY_QUESTION if q.path == path)


def lines(dossier: Dossier) -> dict[str, Line]:
    return {line.path: line for section in review(dossier) for line in section.lines}


def test_the_answers_of_cergy_in_words() -> None:
    told = {path: render(line.value) for path, line in lines(examples.load("cergy").dossier).items()}
    expected = {
        "preferences.understood": "Oui",
        "identity.role": "Moi. J’ai 18 ans ou plus.",
        "identity.family_name": "KACI",
        "identity.birth_date": "1949 (année seulement)",
        "identity.birth_country": "Algérie",
        "identity.foreigner_number": "9912345678",
        "residence.departement": "92 – Hauts-de-Seine",
        "nationality.country": "Algérie",
        "permit.expires_on": "10 juin 2025",
        "permit.allows_work": "Non",
        "request.kind": "Renouveler mon titre",
        "filing.channel": "Le site ANEF",
        "application.filed": "Non",
        "measure.delay_days": "15",
        "measure.penalty_eur_per_day": "50 euros par jour",
        "identity.usage_name": "Pas de réponse",
    }
    assert {path: told[path] for path in expected} == expected
    assert told["blockage.message"].startswith("Mot de passe oublié.")
    assert "measure.costs_cents" not in told


def test_every_item_of_a_list_has_its_line() -> None:
    dossier = examples.load("cergy").dossier
    section = next(s for s in review(dossier) if s.section is Section.BLOCKAGE)
    told = [(line.item, render(line.value)) for line in section.lines if line.path == "attempts"]
    assert told[0] == ("a1", "24 février 2025 – Le site ANEF – avec une image")
    assert [item for item, _words in told] == ["a1", "a2", "a3", "a4", "a5"]
    assert render(lines(Dossier())["attempts"].value) == "Pas de réponse"


def test_do_not_know_is_said_and_is_not_missing() -> None:
    dossier = paths.put_unknown(Dossier(), "request.kind")
    line = lines(dossier)["request.kind"]
    assert render(line.value) == "Je ne sais pas"
    assert not line.missing
    assert lines(Dossier())["request.kind"].missing


def test_what_is_missing_names_its_page() -> None:
    named = {(line.page, line.path) for line in missing(Dossier())}
    assert ("name", "identity.family_name") in named
    assert ("red-flags", "decisions.oqtf") in named
    assert ("prefecture", "residence.departement") not in named
    in_france = paths.put(Dossier(), "residence.in_france", True)
    assert ("prefecture", "residence.departement") in {(line.page, line.path) for line in missing(in_france)}
    assert missing(examples.load("cergy").dossier) == ()


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("measure.costs_cents", 792, "7,92 euros"),
        ("measure.costs_cents", 1200, "12,00 euros"),
        ("measure.penalty_eur_per_day", 50, "50 euros par jour"),
        ("residence.since", PartialDate(2019), "2019 (année seulement)"),
        ("residence.since", PartialDate(2019, 3), "03/2019 (jour non connu)"),
        ("residence.since", PartialDate(2019, 3, 1), "1er mars 2019"),
        ("permit.title", "gone", "gone"),
        ("identity.role", Role.PARENT, "Mon enfant de moins de 18 ans"),
        ("permit.lost", False, "Non"),
        ("permit.lost", None, "Pas de réponse"),
        # A box left empty is an answer, except where it must be ticked.
        ("identity.single_name", None, "Non"),
        ("identity.single_name", True, "Oui"),
        ("preferences.understood", None, "Pas de réponse"),
    ],
)
def test_values_in_words(path: str, value: Any, words: str) -> None:
    assert render(worded(question(path), value, Dossier())) == words


def test_the_answers_about_one_attempt() -> None:
    page, repeat = next((p, r) for p, r in REPEATS if r.path == "attempts")
    attempt = Attempt(
        id="a3", on=date(2026, 11, 3), at=time(14, 5), channel=Channel.ANEF, same_message=False,
        result="Page blanche",
    )  # fmt: skip
    told = [
        (line.path, render(line.value), line.item) for line in item_lines(page, repeat, attempt, Dossier())
    ]
    assert told == [
        ("on", "3 novembre 2026", "a3"),
        ("approximate", "Non", "a3"),
        ("at", "14:05", "a3"),
        ("channel", "Le site ANEF", "a3"),
        ("same_message", "Non", "a3"),
        ("result", "Page blanche", "a3"),
        ("proof", "Pas de réponse", "a3"),
    ]
    same = [line.path for line in item_lines(page, repeat, Attempt(id="a1", same_message=True), Dossier())]
    assert "result" not in same


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (attempt_summary(Attempt(id="a1")), "Date inconnue – Site non précisé"),
        (
            attempt_summary(Attempt(id="a1", proof=False)),
            "Date inconnue – Site non précisé – sans image",
        ),
        (
            attempt_summary(Attempt(id="a1", on=date(2026, 11, 1), approximate=True, proof=True)),
            "vers le 1er novembre 2026 – Site non précisé – avec une image",
        ),
        (
            contact_summary(
                HelpContact(id="c1", kind=ContactKind.LAWYER, on=date(2026, 11, 2), answer=ContactAnswer.NONE)
            ),
            "2 novembre 2026 – Avocat – Pas de réponse reçue",
        ),
        (contact_summary(HelpContact(id="c1")), "Date inconnue – Aide non précisée – Réponse non précisée"),
        (
            consequence_summary(Consequence(id="q1", kind=ConsequenceKind.WORK, proof=True)),
            "Le travail – Date inconnue – avec un papier",
        ),
        (consequence_summary(Consequence(id="q1")), "Conséquence non précisée – Date inconnue – sans papier"),
        (exhibit_summary(Exhibit(id="e1")), "Pièce sans titre – à vérifier"),
        (exhibit_summary(Exhibit(id="e1", title="{x} <b>")), "{x} <b> – à vérifier"),
    ],
)
def test_summaries(summary: Any, words: str) -> None:
    assert render(summary) == words


def test_counters_count_what_matters() -> None:
    none = Dossier()
    assert (contacts_counter(none), consequences_counter(none)) == (None,) * 2
    dossier = Dossier(
        contacts=(HelpContact(id="c1"),),
        consequences=(Consequence(id="q1", proof=True), Consequence(id="q2", proof=False)),
    )
    assert str(contacts_counter(dossier)) == "1 demande d’aide."
    assert str(consequences_counter(dossier)) == "1 conséquence avec un papier."


@given(dossiers())
def test_every_answer_that_counts_is_on_the_page(dossier: Dossier) -> None:
    shown = [line for section in review(dossier) for line in section.lines]
    asked = [(p.id, q) for p in flow.visible_pages(dossier) for q in flow.visible_questions(p, dossier)]
    assert {(line.page, line.path) for line in shown} == {(page_id, q.path) for page_id, q in asked}
    for line in shown:
        assert render(line.value).strip()
        assert render(line.label).strip()
    for _page_id, q in asked:
        if isinstance(q, Repeat):
            items = paths.get(dossier, q.path)
            assert [line.item for line in shown if line.path == q.path] == [i.id for i in items] or not items


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (("contact.phone",), [("contact.phone", None)]),
        (("attempts[1]",), [("attempts", "a2")]),
        (("attempts[0].on", "attempts[0]"), [("attempts", "a1")]),
        (("attempts[99]",), []),
        (("identity.usage_name",), [("identity.usage_name", None)]),
        (("identity.usage_name", "contact.phone"), [("contact.phone", None)]),
        (("decisions.oqtf_state",), []),
        (("exhibits[0]",), [("exhibits", "e1")]),
    ],
    ids=["one answer", "line of a list", "once only", "no such line", "not answered", "answered ones alone",
         "not asked", "exhibit"],
)  # fmt: skip
def test_the_answers_behind_a_sentence(
    facts: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    found = behind(facts, examples.example("cergy", date(2026, 11, 23)))
    assert [(line.path, line.item) for line in found] == expected


def test_an_address_stands_for_its_parts_and_a_list_for_its_lines() -> None:
    told = examples.example("cergy", date(2026, 11, 23))
    parts = {line.path for line in behind(("contact.address",), told)}
    assert {"contact.address.street", "contact.address.city"} <= parts
    assert [line.item for line in behind(("attempts",), told)] == [a.id for a in told.attempts]


def test_an_answer_behind_a_sentence_is_worded_with_its_page() -> None:
    (line,) = behind(("permit.expires_on",), examples.example("cergy", date(2026, 11, 23)))
    assert flow.page(line.page).questions
    assert "2026" in render(line.value)


def test_an_empty_box_is_not_what_a_sentence_comes_from() -> None:
    told = examples.load("cergy").dossier
    (line,) = [line for line in lines(told).values() if line.path == "identity.single_name"]
    assert render(line.value) == "Non"
    assert [line.path for line in behind(("identity.single_name", "identity.family_name"), told)] == [
        "identity.family_name"
    ]
