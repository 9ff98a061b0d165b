"""Letters state facts, ask for a way to file and never for the permit; none is made with a gap in it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from core.documents.blocks import Numbered, texts
from core.documents.case import Case
from core.documents.followup import Argument, execution_request, new_address, reply, withdrawal
from core.documents.letters import contact_centre_message, prefecture_letter
from core.documents.render_text import text
from core.dossier.values import MeasureKind, Readiness
from tests.documents.stories import case, story

ASKED = {
    MeasureKind.SUBSTITUTION: "me convoquer pour l’enregistrement de ma demande, au titre de la solution",
    MeasureKind.APPOINTMENT: "un rendez-vous pour déposer ma demande",
    MeasureKind.EARLIER_DATE: "un rendez-vous plus proche",
    MeasureKind.REGISTRATION: "d’enregistrer ma demande",
    MeasureKind.PROVISIONAL_DOCUMENT: "me remettre l’attestation de prolongation de l’instruction",
}


def said(document):
    return text(document).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("kind", MeasureKind)
def test_the_letter_asks_for_what_the_measure_needs_and_never_for_the_permit(kind):
    letter = said(prefecture_letter(case("cergy", {"measure.kind": kind})))
    assert ASKED[kind] in letter.partition("Je vous demande ")[2]
    assert not re.search(r"délivrer|m’accorder|me donner (un|mon) titre", letter)


def test_the_letter_names_every_attempt_and_contact():
    told = story("cergy")
    letter = said(prefecture_letter(told))
    assert letter.count("\n– ") == len(told.dossier.attempts)
    for contact in told.dossier.contacts:
        assert not contact.ticket or contact.ticket in letter


def test_a_letter_speaks_only_of_what_was_told():
    bare = case("cergy", {"attempts": (), "contacts": (), "blockage.message": None, "blockage.step": None,
                          "request.papers": Readiness.NO})  # fmt: skip
    letter = said(prefecture_letter(bare))
    for word in ("essayé", "arrive pas", "captures", "Mon dossier est prêt", "message"):
        assert word not in letter


def test_the_message_to_the_contact_centre_quotes_only_exact_words():
    words = story("cergy").dossier.blockage.message
    assert f"« {words}" in said(contact_centre_message(story("cergy"))).replace("«\N{NO-BREAK SPACE}", "« ")
    loose = said(contact_centre_message(case("cergy", {"blockage.exact_words": False})))
    assert "«" not in loose.partition("Au téléphone")[0].replace("« visiteur »", "").replace(
        "«\xa0visiteur\xa0»", ""
    )


def test_execution_is_not_asked_before_the_time_limit_has_passed():
    told = story("cergy")
    with pytest.raises(ValueError, match="time limit"):
        execution_request(told, date(2025, 7, 1), "1", told.on, penalty=False)
    later = Case(told.dossier, told.assessment, date(2025, 7, 9))
    assert "2 juillet 2025" in said(execution_request(later, date(2025, 7, 2), "1", told.on, penalty=False))


def test_a_penalty_already_set_is_liquidated_not_asked_again():
    told = story("cergy")
    later = Case(told.dossier, told.assessment, date(2025, 9, 1))
    kept = said(execution_request(later, date(2025, 7, 2), "1", told.on, penalty=True))
    assert "liquider l’astreinte" in kept
    assert "L. 911-7" in kept
    assert "L. 911-3" not in kept


def test_a_reply_without_facts_is_not_written():
    with pytest.raises(ValueError, match="nothing to say"):
        reply(story("cergy"), "1", [Argument.APPOINTMENT_GIVEN])


@pytest.mark.parametrize("argument", [a for a in Argument if a is not Argument.APPOINTMENT_GIVEN])
def test_each_argument_is_answered_from_the_dossier(argument):
    answered = reply(story("cergy"), "2512269", [argument])
    told = [block for block in answered.blocks if isinstance(block, Numbered)]
    assert told
    assert all(block.facts for block in told)


def test_no_argument_is_answered_twice_with_the_same_words():
    paragraphs = [t for block in reply(story("cergy"), "1", list(Argument)).blocks for t in texts(block)]
    assert len(paragraphs) == len(set(paragraphs))


def test_letters_to_the_registry_name_the_case():
    assert said(withdrawal(story("cergy"), "2512269")).count("2512269") == 2
    moved = case("cergy", {"contact.address.street": "4 quai Neuf"})
    assert "Nouvelle adresse : 4 quai Neuf, 92000 Nanterre." in said(new_address(moved, "2512269"))
