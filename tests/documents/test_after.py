"""A letter after the requete is written whole, or what it lacks is named at its question."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.documents import after, folder
from core.documents.after import Letter, Told
from core.documents.followup import ARGUMENT_LABELS, Argument
from core.documents.paper import UnprintableCharacter
from core.documents.render_text import text
from tests.documents.extraction import words_of_docx, words_of_pdf
from tests.documents.stories import story, with_answers

ON = date(2025, 9, 1)
NUMBER = {"signature.court_number": "2512269"}
ORDER: dict[str, Any] = {"ordered_on": date(2025, 7, 25)}
EXECUTION: dict[str, Any] = {**ORDER, "ended_on": date(2025, 8, 25), "penalty": False}

WHOLE = {
    Letter.NEW_ADDRESS: Told(letter=Letter.NEW_ADDRESS),
    Letter.WITHDRAWAL: Told(letter=Letter.WITHDRAWAL, reason="J’ai reçu un rendez-vous"),
    Letter.REPLY: Told(letter=Letter.REPLY, arguments=(Argument.SITE_WORKS, Argument.NO_URGENCY)),
    Letter.ORDER: Told(letter=Letter.ORDER, **ORDER),
    Letter.EXECUTION: Told(letter=Letter.EXECUTION, **EXECUTION),
}
FILES = {
    Letter.NEW_ADDRESS: "nouvelle-adresse",
    Letter.WITHDRAWAL: "desistement",
    Letter.REPLY: "reponse",
    Letter.ORDER: "courrier-ordonnance",
    Letter.EXECUTION: "demande-execution",
}


def cergy(**changes):
    answers = {path.replace("__", "."): value for path, value in changes.items()}
    return after.case_of(with_answers(story("cergy").dossier, NUMBER | answers), ON)


@pytest.mark.parametrize("letter", Letter)
def test_each_letter_is_written_twice_with_the_same_words(tmp_path, letter):
    case = cergy()
    assert after.problems(case, WHOLE[letter]) == {}
    after.write_letter(case, WHOLE[letter], tmp_path / "lettre")
    name = FILES[letter]
    assert {path.name for path in (tmp_path / "lettre").iterdir()} == {f"{name}.pdf", f"{name}.docx"}
    for words in (
        words_of_pdf((tmp_path / "lettre" / f"{name}.pdf").read_bytes()),
        words_of_docx((tmp_path / "lettre" / f"{name}.docx").read_bytes()),
    ):
        assert "2512269" in words
        assert "KACI" in words


def test_a_letter_bears_its_own_day_and_not_that_of_the_requete():
    said = text(after.compose(cergy(signature__on=date(2025, 7, 8)), WHOLE[Letter.NEW_ADDRESS]))
    assert "1er septembre 2025" in said.replace("\N{NO-BREAK SPACE}", " ")
    assert "juillet" not in said


def execution(**changes):
    return Told(letter=Letter.EXECUTION, **(EXECUTION | changes))


@pytest.mark.parametrize(
    ("told", "answers", "named"),
    [
        (Told(), {}, {"letter"}),
        (Told(), {"signature__court_number": None}, {"letter", "signature.court_number"}),
        *((whole, {"signature__court_number": None}, {"signature.court_number"}) for whole in WHOLE.values()),
        (WHOLE[Letter.ORDER], {"residence__departement": None}, {"letter"}),
        (Told(letter=Letter.REPLY), {}, {"arguments.appointment_given"}),
        (Told(letter=Letter.REPLY, arguments=(Argument.APPOINTMENT_GIVEN, Argument.SITE_WORKS)), {},
         {"arguments.appointment_given"}),
        (Told(letter=Letter.ORDER), {}, {"ordered_on"}),
        (Told(letter=Letter.ORDER, ordered_on=date(2025, 9, 2)), {}, {"ordered_on"}),
        (Told(letter=Letter.ORDER, ordered_on=ON), {}, set()),
        (WHOLE[Letter.ORDER], {"signature__filed_on": date(2025, 7, 25)}, set()),
        (WHOLE[Letter.ORDER], {"signature__filed_on": date(2025, 7, 26)}, {"ordered_on"}),
        (Told(letter=Letter.EXECUTION), {}, {"ordered_on", "ended_on", "penalty"}),
        (execution(ended_on=date(2025, 7, 24)), {}, {"ended_on"}),
        (execution(ended_on=ON), {}, {"ended_on"}),
        (execution(ended_on=date(2025, 8, 31)), {}, set()),
        (execution(penalty=True), {}, set()),
    ],
)  # fmt: skip
def test_what_is_lacking_is_named_at_its_question(told, answers, named):
    case = cergy(**answers)
    found = after.problems(case, told)
    assert set(found) == named
    assert all(str(message).strip() for message in found.values())
    if named:
        with pytest.raises(ValueError, match="lacks"):
            after.compose(case, told)
    else:
        assert after.compose(case, told).blocks


def test_a_sign_that_cannot_be_printed_leaves_no_folder(tmp_path):
    told = Told(letter=Letter.WITHDRAWAL, reason="你好")
    with pytest.raises(UnprintableCharacter):
        after.write_letter(cergy(), told, tmp_path / "lettre")
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_there_is_overwritten(tmp_path):
    to = tmp_path / "lettre"
    after.write_letter(cergy(), WHOLE[Letter.ORDER], to)
    with pytest.raises(folder.FolderNotOurs):
        after.write_letter(cergy(), WHOLE[Letter.NEW_ADDRESS], to)
    assert (to / "courrier-ordonnance.pdf").exists()


def test_everything_that_can_be_chosen_has_words():
    assert set(after.LETTER_LABELS) == set(after.NEEDS) == set(Letter)
    assert set(ARGUMENT_LABELS) == set(Argument)
