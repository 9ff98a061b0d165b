"""Reading the requete side by side at the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.documents import read_marks
from core.documents.read_marks import Choice
from core.dossier import paths
from core.dossier.model import Dossier
from core.storage.dossier_file import DossierFile
from core.storage.errors import NoSpaceLeft
from gui import style
from gui.appearance import speak
from gui.widgets.marked_text import MarkedText
from gui.window import MainWindow
from gui.wizard.page_view import PageView
from gui.wizard.reading import ReadingView
from gui.wizard.result import ResultView
from gui.wizard.session import READING, Step
from gui.wizard.wizard import Wizard
from tests.gui.keys import Key, focus, press, settle

Alt = Qt.KeyboardModifier.AltModifier
FileOf = Callable[[Dossier], DossierFile]
Open = Callable[[Dossier], Wizard]


@pytest.fixture
def read(window: MainWindow, qtbot: QtBot, dossier_file: FileOf) -> Open:
    """Opens a dossier at the reading."""

    def open_(dossier: Dossier) -> Wizard:
        return show(window, qtbot, dossier_file(dossier))

    return open_


def show(window: MainWindow, qtbot: QtBot, file: DossierFile) -> Wizard:
    window.show_wizard(file)
    assert window.wizard is not None
    window.wizard.session.show(Step.READING)
    window.wizard.refresh_view()
    whole(window.wizard, qtbot)
    return window.wizard


def whole(wizard: Wizard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view(wizard).ready, timeout=20_000)
    settle()


def view(wizard: Wizard) -> ReadingView:
    assert isinstance(wizard.view, ReadingView)
    return wizard.view


def words(widget: QWidget) -> str:
    found = "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    return found.replace("\N{NO-BREAK SPACE}", " ")


def tab_to(name: str) -> None:
    for _press in range(400):
        if focus().objectName().startswith(name):
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{name} is out of reach")


def kept(wizard: Wizard) -> list[Choice]:
    return [mark.choice for mark in read_marks.decode(wizard.session.file.read_part(READING))]


def test_the_result_leads_to_the_reading_and_back(
    window: MainWindow, qtbot: QtBot, dossier_file: FileOf, cergy: Dossier
) -> None:
    window.show_wizard(dossier_file(cergy))
    wizard = window.wizard
    assert wizard is not None
    wizard.session.show(Step.RESULT)
    wizard.refresh_view()
    tab_to("read")
    press(Key.Key_Return)
    whole(wizard, qtbot)
    assert "Seul le texte français compte." in words(view(wizard))
    press(Key.Key_Left, modifier=Alt)
    assert isinstance(wizard.view, ResultView)


def test_no_way_to_the_reading_without_a_requete(
    window: MainWindow, dossier_file: FileOf, cergy: Dossier
) -> None:
    window.show_wizard(dossier_file(paths.put(cergy, "residence.departement", None)))
    assert window.wizard is not None
    window.wizard.session.show(Step.RESULT)
    window.wizard.refresh_view()
    assert window.wizard.view is not None
    assert window.wizard.view.findChild(QWidget, "read") is None


def test_a_place_kept_from_before_says_that_there_is_nothing_to_read(read: Open, cergy: Dossier) -> None:
    wizard = read(paths.put(cergy, "residence.departement", None))
    assert "n’écrit pas de requête" in words(view(wizard))
    assert view(wizard).rows == []


def test_an_answer_that_cannot_be_written_is_said_on_the_page(read: Open, cergy: Dossier) -> None:
    wizard = read(paths.put(cergy, "identity.birth_country", "QQ"))
    assert "Le pays « QQ » n’est pas dans la liste" in words(view(wizard))


def begin(wizard: Wizard) -> Wizard:
    """From the heading, where a first reading begins, to the first passage."""
    press(Key.Key_Return)
    assert view(wizard).rows[0].has_focus()
    return wizard


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_first_reading_begins_at_the_top_of_the_page(
    read: Open, window: MainWindow, cergy: Dossier, scale: float
) -> None:
    window.resize(1024, 600)
    window.appearance.set_text_size(scale)
    wizard = read(cergy)
    assert view(wizard).heading.hasFocus()
    assert view(wizard).verticalScrollBar().value() == 0
    begin(wizard)
    assert wizard.session.step is Step.READING
    assert kept(wizard) == []


def test_enter_ticks_and_goes_to_the_next_paragraph(read: Open, cergy: Dossier) -> None:
    wizard = begin(read(cergy))
    rows = view(wizard).rows
    press(Key.Key_Return, Key.Key_Return)
    assert rows[2].has_focus()
    assert [row.choice for row in rows[:3]] == [Choice.UNDERSTOOD, Choice.UNDERSTOOD, None]
    assert kept(wizard) == [Choice.UNDERSTOOD] * 2
    assert f"2 paragraphes compris sur {len(rows)}" in words(wizard.bar)


def test_space_ticks_and_the_arrows_change(read: Open, cergy: Dossier) -> None:
    wizard = begin(read(cergy))
    press(Key.Key_Space)
    assert kept(wizard) == [Choice.UNDERSTOOD]
    assert view(wizard).rows[0].has_focus()
    press(Key.Key_Right)
    assert kept(wizard) == [Choice.TO_CHANGE]
    # Enter goes on and takes nothing back.
    press(Key.Key_Return)
    assert kept(wizard) == [Choice.TO_CHANGE]
    assert view(wizard).rows[1].has_focus()


def test_enter_takes_the_choice_that_has_the_focus(read: Open, cergy: Dossier) -> None:
    wizard = begin(read(cergy))
    press(Key.Key_Right)
    assert kept(wizard) == []
    press(Key.Key_Return)
    assert kept(wizard) == [Choice.TO_CHANGE]
    assert view(wizard).rows[1].has_focus()


def test_tab_finds_each_paragraph_once(read: Open, cergy: Dossier) -> None:
    wizard = begin(read(cergy))
    press(Key.Key_Tab)
    assert view(wizard).rows[1].has_focus()
    press(Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert view(wizard).rows[0].has_focus()


def test_enter_on_the_last_paragraph_stays_there(read: Open, cergy: Dossier) -> None:
    wizard = begin(read(cergy))
    rows = view(wizard).rows
    for _row in rows:
        press(Key.Key_Return)
    assert rows[-1].has_focus()
    assert kept(wizard) == [Choice.UNDERSTOOD] * len(rows)
    assert wizard.session.step is Step.READING


def to_change(wizard: Wizard, text: str) -> QWidget:
    row = next(row for row in view(wizard).rows if text in row.accessibleName())
    row.focus_choice()
    press(Key.Key_Right, Key.Key_Space)
    return row


def test_to_change_leads_to_the_answer_and_back_to_the_changed_sentence(
    read: Open, qtbot: QtBot, cergy: Dossier
) -> None:
    wizard = read(cergy)
    to_change(wizard, "Le blocage se produit")
    tab_to("change:blockage.step")
    press(Key.Key_Return)
    assert isinstance(wizard.view, PageView)
    assert wizard.view.page.id == "step"
    tab_to("blockage.step")
    press(Key.Key_Down, Key.Key_Return)
    whole(wizard, qtbot)
    changed = [row for row in view(wizard).rows if "Cette phrase a changé" in words(row)]
    assert len(changed) == 1
    assert changed[0].choice is None
    assert wizard.session.step is Step.READING


def test_back_from_an_answer_comes_back_to_the_reading(read: Open, qtbot: QtBot, cergy: Dossier) -> None:
    wizard = read(cergy)
    to_change(wizard, "Le blocage se produit")
    tab_to("change:")
    press(Key.Key_Return)
    press(Key.Key_Left, modifier=Alt)
    whole(wizard, qtbot)
    assert any(row.choice is Choice.TO_CHANGE for row in view(wizard).rows)


def test_a_sentence_of_the_law_shows_its_source(read: Open, cergy: Dossier) -> None:
    wizard = read(cergy)
    row = to_change(wizard, "Le juge apprécie l’urgence")
    assert "Ses mots sont toujours les mêmes." in words(row)
    assert row.findChild(QWidget, "source:ce-453391") is not None


def test_ticks_are_there_again_when_the_dossier_is_opened_again(
    window: MainWindow, qtbot: QtBot, dossier_file: FileOf, cergy: Dossier
) -> None:
    file = dossier_file(cergy)
    begin(show(window, qtbot, file))
    press(Key.Key_Return, Key.Key_Return)
    path = file.path
    assert path is not None
    assert window.close_dossier()
    wizard = show(window, qtbot, DossierFile.open(path))
    rows = view(wizard).rows
    assert [row.choice for row in rows[:3]] == [Choice.UNDERSTOOD, Choice.UNDERSTOOD, None]
    assert rows[2].has_focus()
    window.close()


def test_a_tick_that_cannot_be_written_is_said(
    read: Open, cergy: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = begin(read(cergy))

    def refuse(_name: str, _data: bytes) -> None:
        raise NoSpaceLeft

    with monkeypatch.context() as patch:
        patch.setattr(wizard.session.file, "write_part", refuse)
        press(Key.Key_Space)
    assert wizard.notice.isVisible()
    assert view(wizard).marks == ()


def test_the_french_stays_left_and_from_left_to_right_in_a_mirrored_window(
    window: MainWindow, qtbot: QtBot, dossier_file: FileOf, cergy: Dossier
) -> None:
    speak("ar")
    try:
        told = paths.put(cergy, "preferences.note_language", "ar")
        told = paths.put(told, "preferences.screen_language", "ar")
        wizard = show(window, qtbot, dossier_file(told))
        for row in view(wizard).rows:
            for pair in row.side_by_side:
                french, theirs = pair.findChildren(MarkedText)
                assert french.layoutDirection() is Qt.LayoutDirection.LeftToRight
                assert french.x() < theirs.x()
        assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert len(view(wizard).findChildren(QWidget, "review-notice")) == 1
        assert view(wizard).language == "ar"
    finally:
        speak("fr")


def test_a_text_of_the_person_is_never_markup(qtbot: QtBot) -> None:
    from core.documents.blocks import Run

    label = MarkedText((Run("A & B <b>x</b> "), Run("<i>", bold=True)))
    qtbot.addWidget(label)
    assert "A &amp; B &lt;b&gt;x&lt;/b&gt;" in label.text()
    assert "<b><u>&lt;i&gt;</u></b>" in label.text()
    assert label.accessibleName() == "A & B <b>x</b> <i>"


@pytest.mark.parametrize(("scale", "folded"), [(1.0, False), (2.0, True)])
def test_a_narrow_page_folds_the_meaning_under_the_french(
    read: Open, window: MainWindow, cergy: Dossier, scale: float, folded: bool
) -> None:
    window.resize(1024, 600)
    window.appearance.set_text_size(scale)
    wizard = read(cergy)
    french, theirs = view(wizard).rows[0].side_by_side[0].findChildren(MarkedText)
    assert (theirs.y() > french.y()) == folded
    assert (theirs.x() == french.x()) == folded


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_focus_is_in_sight_while_reading(
    read: Open, window: MainWindow, cergy: Dossier, scale: float
) -> None:
    window.resize(1024, 600)
    window.appearance.set_text_size(scale)
    wizard = read(cergy)
    for _row in range(6):
        press(Key.Key_Return)
        here = focus()
        top = here.mapTo(view(wizard).viewport(), here.rect().topLeft()).y()
        assert 0 <= top <= view(wizard).viewport().height() - here.height()
    window.appearance.set_text_size(1.0)
    assert style.look().scale == 1.0


def test_the_reading_is_printed_on_demand(
    read: Open, window: MainWindow, qtbot: QtBot, cergy: Dossier, tmp_path: Path
) -> None:
    wizard = read(cergy)
    target = tmp_path / "lecture.pdf"
    # What the wizard asks of the world is frozen, as it should be.
    object.__setattr__(window.services, "choose_target", lambda _parent, _proposed: target)
    tab_to("print-reading")
    press(Key.Key_Return)
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "Fichier créé." in words(wizard.bar), timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")
