"""The journal of attempts at the keyboard: its weeks, its form, and « J’essaie maintenant »."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.dossier.model import Attempt, Dossier, Filing
from core.dossier.values import Channel
from core.i18n import _
from core.interview import flow
from core.interview.journal import Entry, Means
from core.interview.model import Calendar, Repeat
from core.interview.now import Outcome
from gui import style
from gui.app import create_application
from gui.appearance import speak
from gui.widgets.chip import WrappingChip
from gui.widgets.drawn_text import text_height
from gui.wizard.editors.base import Editor
from gui.wizard.editors.calendar import CalendarEditor
from gui.wizard.editors.entries import AttemptMark
from gui.wizard.editors.now_panel import NowPanel
from gui.wizard.editors.weeks import WeekCard, WeekGrid
from tests.gui.conftest import HOUR, TODAY
from tests.gui.keys import Key, focus, press, settle, write

EditorOf = Callable[..., Editor]

ANEF = Dossier(filing=Filing(channel=Channel.ANEF))
ATTEMPTS = (
    Attempt(id="a1", on=date(2026, 11, 2), channel=Channel.ANEF, same_message=True, proof=True),
    Attempt(id="a2", on=date(2026, 11, 13), proof=False),
    Attempt(id="a3", on=date(2026, 11, 20), approximate=True),
)


def calendar() -> Calendar:
    (question,) = flow.page("attempts").questions
    assert isinstance(question, Calendar)
    return question


@pytest.fixture
def journal_of(editor_of: EditorOf) -> Callable[..., CalendarEditor]:
    def make(*attempts: Attempt) -> CalendarEditor:
        editor = editor_of(calendar(), ANEF)
        assert isinstance(editor, CalendarEditor)
        editor.show_value(attempts, unknown=False)
        settle()
        return editor

    return make


JournalOf = Callable[..., CalendarEditor]


def tab_to(name: str) -> None:
    for _press in range(80):
        if focus().objectName() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{name} is out of reach")


def choose(name: str) -> None:
    """Choose a card of a group with the arrows."""
    tab_to_group(name.split(":")[0])
    for _press in range(8):
        if focus().objectName() == name:
            press(Key.Key_Space)
            return
        press(Key.Key_Down)
    raise AssertionError(f"the arrows never reached {name}")


def tab_to_group(path: str) -> None:
    for _press in range(80):
        if focus().objectName().startswith(f"{path}:"):
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{path} is out of reach")


def seen(editor: Editor) -> list[str]:
    return [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]


def kept(editor: Editor) -> tuple[Any, ...]:
    items = editor.raw()
    assert isinstance(items, tuple)
    return items


# --- the weeks ------------------------------------------------------------------------------------


def test_weeks_and_tallies_are_in_words(journal_of: JournalOf) -> None:
    editor = journal_of(*ATTEMPTS)
    words = seen(editor)
    assert [w for w in words if w.startswith("semaine")] == [
        "semaine 45",
        "semaine 46",
        "semaine 47",
        "semaine 48",
    ]
    assert "2–8 nov." in words
    assert words.count("pas d’essai") == 2
    assert "Sans date sûre" in words
    chips = [chip.text() for chip in editor.findChildren(WrappingChip)]
    assert chips == ["1 essai qui compte, 1 semaine", "2 essais sans image", "1 essai sans date sûre"]
    assert any("Faites un nouvel essai" in text for text in words)


def test_each_attempt_says_all_of_itself(journal_of: JournalOf) -> None:
    journal_of(*ATTEMPTS)
    tab_to("journal:a1")
    assert focus().accessibleName() == "lundi 2 novembre 2026, site ANEF, pièce n°\u00a01, à joindre"
    assert focus().accessibleDescription().startswith("Cet essai compte.")
    tab_to("journal:a2")
    assert focus().accessibleName() == "vendredi 13 novembre 2026, site non précisé, sans image"
    assert focus().accessibleDescription().startswith("Sans image")


def test_arrows_go_from_attempt_to_attempt(journal_of: JournalOf) -> None:
    journal_of(*ATTEMPTS)
    tab_to("journal:a1")
    found = []
    for key in (
        Key.Key_Right,
        Key.Key_Down,
        Key.Key_Down,
        Key.Key_Up,
        Key.Key_Home,
        Key.Key_End,
        Key.Key_Left,
    ):
        press(key)
        found.append(focus().objectName()[-2:])
    assert found == ["a2", "a3", "a3", "a2", "a1", "a3", "a2"]


def test_enter_opens_an_attempt_and_the_focus_comes_back_to_it(journal_of: JournalOf) -> None:
    editor = journal_of(*ATTEMPTS)
    tab_to("journal:a2")
    press(Key.Key_Return)
    assert "Sans image, cet essai ne compte pas encore." in seen(editor)
    choose("proof:True")
    tab_to("attempts:save")
    press(Key.Key_Return)
    assert kept(editor)[1] == replace_attempt(ATTEMPTS[1], proof=True)
    assert focus().objectName() == "journal:a2"
    press(Key.Key_Return)
    assert "Cet essai compte." in seen(editor)
    tab_to("attempts:cancel")
    press(Key.Key_Return)
    assert focus().objectName() == "journal:a2"


def replace_attempt(attempt: Attempt, **changes: Any) -> Attempt:
    return Attempt(**{**{n: getattr(attempt, n) for n in attempt.__struct_fields__}, **changes})


def test_removing_from_the_form_and_taking_it_back(journal_of: JournalOf) -> None:
    editor = journal_of(*ATTEMPTS)
    tab_to("journal:a1")
    press(Key.Key_Return)
    tab_to("attempts:remove")
    press(Key.Key_Return)
    assert kept(editor) == ATTEMPTS[1:]
    assert focus().objectName() == "attempts:undo"
    press(Key.Key_Return)
    assert kept(editor) == ATTEMPTS


def test_a_copy_has_a_new_id_and_neither_day_nor_proof(journal_of: JournalOf) -> None:
    editor = journal_of(*ATTEMPTS)
    tab_to("journal:a1")
    press(Key.Key_Return)
    tab_to("attempts:copy")
    press(Key.Key_Return)
    write("23/11/2026")
    tab_to("attempts:save")
    press(Key.Key_Return)
    assert kept(editor)[-1] == Attempt(
        id="a4", on=date(2026, 11, 23), channel=Channel.ANEF, same_message=True
    )
    assert kept(editor)[:3] == ATTEMPTS


def test_what_was_changed_in_the_form_is_kept_before_it_is_copied(journal_of: JournalOf) -> None:
    editor = journal_of(*ATTEMPTS)
    tab_to("journal:a1")
    press(Key.Key_Return)
    choose("same_message:False")
    tab_to("attempts:copy")
    press(Key.Key_Return)
    tab_to("attempts:save")
    press(Key.Key_Return)
    assert [a.same_message for a in kept(editor)] == [False, None, None, False]


# --- how it lies ----------------------------------------------------------------------------------


def test_weeks_stand_side_by_side_in_a_wide_window_and_under_each_other_in_a_narrow_one(
    journal_of: JournalOf,
) -> None:
    editor = journal_of(*ATTEMPTS)
    window = editor.window()
    grid = editor.findChild(WeekGrid)
    assert isinstance(grid, WeekGrid)
    window.resize(1300, 900)
    settle()
    cards = editor.findChildren(WeekCard)
    assert len({card.y() for card in cards}) == 1
    assert len({card.height() for card in cards}) == 1
    window.resize(1000, 900)
    settle()
    assert len({card.x() for card in cards}) == 1
    assert len({card.y() for card in cards}) == len(cards)
    assert all(
        editor.window().rect().contains(card.mapTo(window, card.rect().bottomRight())) for card in cards
    )


# --- many lines -----------------------------------------------------------------------------------


def test_many_attempts_stay_light(journal_of: JournalOf) -> None:
    few, many = 20, 200
    counts = []
    for number in (few, many):
        attempts = [
            Attempt(id=f"a{n}", on=date(2026, 11, 1 + n % 20), proof=True) for n in range(1, number + 1)
        ]
        counts.append(len(journal_of(*attempts).findChildren(QWidget)))
    # One widget for each attempt, the weeks being the same.
    assert counts[1] - counts[0] == many - few


def test_a_change_in_a_long_list_makes_one_line_anew(editor_of: EditorOf) -> None:
    question = next(q for q in flow.page("contacts").questions if isinstance(q, Repeat))
    editor = editor_of(question)
    items = tuple(question.item(id=f"c{number}") for number in range(1, 201))
    editor.show_value(items, unknown=False)
    before = set(editor.findChildren(QAbstractButton))
    tab_to("contacts[1]:remove")
    press(Key.Key_Return)
    after = set(editor.findChildren(QAbstractButton))
    # Two buttons less than three: the one that takes it back is new.
    assert len(before - after) == 3
    assert [b.objectName() for b in after - before] == ["contacts:undo"]
    names = [b.objectName() for b in after if b.objectName().endswith(":remove")]
    assert sorted(names) == sorted(f"contacts[{number}]:remove" for number in range(199))


# --- now ------------------------------------------------------------------------------------------


def open_now(journal_of: JournalOf, *attempts: Attempt) -> CalendarEditor:
    editor = journal_of(*attempts)
    tab_to("attempts:now")
    press(Key.Key_Return)
    return editor


def test_the_helper_says_what_to_do_and_shows_the_site(journal_of: JournalOf) -> None:
    editor = open_now(journal_of)
    words = seen(editor)
    assert "Ce programme n’ouvre aucun site et n’envoie rien. C’est vous qui essayez." in words
    assert any("l’adresse du site, la date et l’heure" in text for text in words)
    card = editor.findChild(QAbstractButton, "channel:anef")
    assert isinstance(card, QAbstractButton)
    assert card.isChecked()


def test_an_attempt_of_now_has_this_day_and_hour(journal_of: JournalOf, qtbot: Any) -> None:
    editor = open_now(journal_of, *ATTEMPTS)
    choose("outcome:other")
    tab_to("result")
    write("Page blanche")
    tab_to("attempts:save")
    with qtbot.waitSignal(editor.committed):
        press(Key.Key_Return)
    assert kept(editor)[-1] == Attempt(
        id="a4", on=TODAY, at=HOUR, channel=Channel.ANEF, same_message=False, result="Page blanche"
    )
    mark = editor.findChild(QWidget, "journal:a4")
    assert isinstance(mark, QWidget)
    assert mark.accessibleName().endswith("Page blanche, sans image")


def test_nothing_is_noted_that_the_person_does_not_say(journal_of: JournalOf) -> None:
    editor = open_now(journal_of)
    tab_to("attempts:save")
    press(Key.Key_Return)
    assert kept(editor) == ()
    assert any("Il manque une réponse" in text for text in seen(editor))
    editor.keep()
    assert kept(editor) == ()
    # And the page can be left: nothing was answered.
    assert editor.finish()


def test_what_is_said_is_kept_when_the_page_is_left(journal_of: JournalOf) -> None:
    editor = open_now(journal_of)
    choose("outcome:same")
    assert editor.finish()
    assert [a.same_message for a in kept(editor)] == [True]


def test_an_attempt_that_worked_is_not_noted(journal_of: JournalOf) -> None:
    editor = open_now(journal_of)
    choose(f"outcome:{Outcome.WORKED}")
    assert any("La requête n’est peut-être plus utile." in text for text in seen(editor))
    save = editor.findChild(QAbstractButton, "attempts:save")
    assert isinstance(save, QAbstractButton)
    assert not save.isVisible()
    assert editor.finish()
    assert kept(editor) == ()


def test_the_helper_given_up_can_be_taken_up_again(journal_of: JournalOf) -> None:
    editor = open_now(journal_of)
    choose("outcome:same")
    tab_to("attempts:cancel")
    press(Key.Key_Return)
    assert kept(editor) == ()
    assert focus().objectName() == "attempts:undo"
    press(Key.Key_Return)
    assert editor.findChild(NowPanel) is not None
    tab_to("attempts:save")
    press(Key.Key_Return)
    assert len(kept(editor)) == 1


def test_no_button_that_opens_a_form_stays_while_one_is_open(journal_of: JournalOf) -> None:
    editor = open_now(journal_of)
    shown = {b.objectName() for b in editor.findChildren(QAbstractButton) if b.isVisible()}
    assert not shown & {"attempts:add", "attempts:now"}
    tab_to("attempts:cancel")
    press(Key.Key_Return)
    shown = {b.objectName() for b in editor.findChildren(QAbstractButton) if b.isVisible()}
    assert shown >= {"attempts:add", "attempts:now"}


@pytest.mark.parametrize(("language", "words"), [("bn", "15 রবি"), ("bn", "19 বৃহস্পতি"), ("fr", "15 h")])
@pytest.mark.parametrize("scale", [1.0, 1.15, 2.0])
def test_words_stay_on_one_line_where_there_is_room(
    qtbot: QtBot, language: str, words: str, scale: float
) -> None:
    # Loads the letters.
    speak(language)
    style.apply(create_application([]), scale=scale)
    try:
        mark = AttemptMark(Entry("a1", Means.SITE, _("Le site ANEF"), on=TODAY, seen=words))
        qtbot.addWidget(mark)
        line = text_height(words, style.small_font(), 10_000)
        assert mark.heightForWidth(style.px(600)) < 2 * style.px(8) + 2 * line
    finally:
        speak("fr")
