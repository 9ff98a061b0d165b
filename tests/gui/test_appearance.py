"""The language and the text size of the window: changed at any time, nothing lost, remembered or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import render
from core.interview import flow
from core.interview.labels import DO_NOT_KNOW
from core.storage import settings
from core.storage.computer import Answer, Computer, remember
from core.storage.places import find_places
from core.storage.settings import Settings
from gui import appearance, style, words
from gui.app import create_window
from gui.services import Services
from gui.start_page import NEW
from gui.widgets.language_menu import LanguageMenu
from gui.window import MainWindow
from gui.wizard.page_view import PageView
from gui.wizard.wizard import Wizard
from tests.gui.conftest import OpenAt
from tests.gui.keys import Key, focus, press, settle, write


@pytest.fixture(autouse=True)
def french_again(application: None) -> Iterator[None]:
    """Whatever a test chose, the next one begins in French."""
    appearance.speak("fr")
    yield
    appearance.speak("fr")


def choose_language(window: MainWindow, code: str) -> None:
    """Choose in the menu of the top bar."""
    button = window.findChild(LanguageMenu)
    assert button is not None
    # What a click does first; a menu in earnest needs a screen.
    button.menu().aboutToShow.emit()
    action = window.findChild(QAction, f"language:{code}")
    assert action is not None
    action.trigger()
    settle()


def page(wizard: Wizard) -> PageView:
    assert isinstance(wizard.view, PageView)
    return wizard.view


def new_window(qtbot: QtBot, *system: str) -> MainWindow:
    """A window as on a computer whose user reads these languages, the most wanted first."""
    window = create_window(Services(system_languages=lambda: system))
    qtbot.addWidget(window)
    window.show()
    settle()
    return window


def test_the_language_changes_in_mid_page(window: MainWindow, open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    write("BELKACEM")
    press(Key.Key_Left)
    choose_language(window, "fa_AF")
    assert words.language() == "fa_AF"
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert page(wizard).page.id == "name"
    assert page(wizard).heading.accessibleName() == render(flow.page("name").heading, "fa_AF")
    field = focus()
    assert isinstance(field, QLineEdit)
    assert field.objectName() == "identity.family_name"
    assert (field.text(), field.cursorPosition()) == ("BELKACEM", 7)
    assert wizard.session.dossier.identity.family_name == "BELKACEM"
    assert wizard.session.dossier.preferences.screen_language == "fa_AF"
    # The note is another choice, and stays.
    assert wizard.session.dossier.preferences.note_language == cergy.preferences.note_language


def test_what_is_wrong_or_half_typed_stays_too(window: MainWindow, open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "document-dates")
    for part, text in (("day", "31"), ("month", "février"), ("year", "20")):
        field = window.findChild(QLineEdit, f"permit.expires_on:{part}")
        assert field is not None
        field.setFocus()
        press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
        write(text)
    choose_language(window, "en")
    kept = [window.findChild(QLineEdit, f"permit.expires_on:{part}") for part in ("day", "month", "year")]
    assert [field.text() for field in kept if field is not None] == ["31", "février", "20"]
    assert focus().objectName() == "permit.expires_on:year"
    assert wizard.session.dossier.permit.expires_on == cergy.permit.expires_on


def test_an_open_form_is_open_again(window: MainWindow, open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "contacts")
    press(Key.Key_Return)
    before = len(cergy.contacts)
    first = focus().objectName()
    press(Key.Key_Space)
    choose_language(window, "en")
    assert focus().objectName() == first
    assert window.findChild(QPushButton, "contacts:save") is not None
    assert len(wizard.session.dossier.contacts) == before + 1


def test_bars_and_buttons_speak_the_language_too(window: MainWindow, open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "red-flags")
    choose_language(window, "en")
    shown = {button.text() for button in window.findChildren(QPushButton) if button.isVisible()}
    assert "Continue" in shown
    assert not {"Continuer", "Retour", "Enregistrer et quitter"} & shown
    cards = page(wizard).shown_fields()[0].editor.fields()
    assert render(DO_NOT_KNOW, "en") in {card.accessibleName() for card in cards}


def test_the_answer_on_the_first_page_changes_the_screen(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    wizard = open_at(cergy, "welcome")
    assert focus().objectName() == "preferences.screen_language"
    press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    write("Engl")
    press(Key.Key_Return)
    settle()
    assert words.language() == "en"
    assert focus().objectName() == "preferences.screen_language"
    assert wizard.session.dossier.preferences.screen_language == "en"


def test_the_beginning_of_the_name_of_a_language_changes_nothing_yet(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "welcome")
    press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    for letter in "anglais":
        assert words.language() == "fr"
        write(letter)
        settle()
    assert words.language() == "en"
    assert wizard.session.dossier.preferences.screen_language == "en"
    press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    # The code of Arabic, on the way to its name.
    for letter in "ar":
        write(letter)
        settle()
    assert words.language() == "en"


def test_a_dossier_opens_in_the_language_of_its_person(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    open_at(paths.put(cergy, "preferences.screen_language", "tr"), "name")
    assert words.language() == "tr"


def test_the_screen_of_a_desk_stays_as_the_volunteer_chose_it(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    window.keeping.computer = Computer.DESK
    wizard = open_at(paths.put(cergy, "preferences.screen_language", "tr"), "name")
    assert words.language() == "fr"
    choose_language(window, "en")
    assert words.language() == "en"
    assert wizard.session.dossier.preferences.screen_language == "tr"


def test_the_start_page_changes_its_language(window: MainWindow) -> None:
    choose_language(window, "en")
    new = window.findChild(QPushButton, "new")
    assert new is not None
    assert new.text() == render(NEW, "en")
    assert settings.load(find_places(shared=False)).language == "en"


def test_language_and_size_are_there_again_at_the_next_start(window: MainWindow, qtbot: QtBot) -> None:
    choose_language(window, "en")
    window.appearance.set_text_size(1.5)
    assert settings.load(find_places(shared=False)) == Settings("en", 1.5)
    appearance.speak("fr")
    window.close()
    new_window(qtbot)
    assert words.language() == "en"
    assert style.look().scale == 1.5


@pytest.mark.parametrize(
    ("system", "shown"), [(["uk-UA", "fr-FR"], "uk"), (["xx"], "fr"), ([], "fr"), (["prs-AF"], "fa_AF")]
)
def test_the_first_start_speaks_the_language_of_the_system(
    qtbot: QtBot, system: list[str], shown: str
) -> None:
    new_window(qtbot, *system)
    assert words.language() == shown


def test_nothing_is_kept_on_a_shared_computer(window: MainWindow) -> None:
    choose_language(window, "en")
    window.keeping.settle(Computer.SHARED)
    window.appearance.set_text_size(1.3)
    choose_language(window, "fr")
    data = find_places(shared=False).data
    assert data is not None
    assert not (data / "window.json").exists()


def test_before_the_first_answer_nothing_is_kept(qtbot: QtBot) -> None:
    window = new_window(qtbot)
    assert window.keeping.computer is None
    choose_language(window, "en")
    data = find_places(shared=False).data
    assert data is not None
    assert not data.exists()
    window.keeping.settle(Computer.PRIVATE)
    assert settings.load(find_places(shared=False)).language == "en"


def test_the_new_dossier_begins_in_the_language_of_the_screen(window: MainWindow, tmp_path: Path) -> None:
    from gui.new_dossier import _make

    appearance.speak("uk")
    with _make(tmp_path / "new.dossier", None) as file:
        assert file.dossier.preferences.screen_language == "uk"
        assert file.dossier.preferences.note_language == "uk"


def test_remembered_answers_do_not_choose_a_language(qtbot: QtBot) -> None:
    remember(find_places(shared=False), Answer(Computer.PRIVATE))
    new_window(qtbot)
    assert words.language() == "fr"


def test_the_script_of_the_screen_is_tried_first(window: MainWindow) -> None:
    """Qt opens each font that it tries, and the one for Chinese holds thousands of signs."""
    for code, family in (("ta", "Noto Sans Tamil"), ("zh_Hans", "Noto Sans SC"), ("ar", "Noto Sans Arabic")):
        before = sorted(QFont.substitutes("Noto Sans"))
        window.appearance.change_language(code)
        assert QFont.substitutes("Noto Sans")[0].lower() == family.lower()
        assert sorted(QFont.substitutes("Noto Sans")) == before
