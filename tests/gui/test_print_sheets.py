"""The sheets without a dossier, from the start page, the desk and the language question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.dossier import paths
from core.dossier.model import Dossier
from core.interview import flow
from core.interview.model import Unlisted
from core.storage.dossier_file import DossierFile
from gui.print_sheets import PrintSheets
from gui.start_page import StartPage
from gui.window import MainWindow
from gui.wizard.wizard import Wizard
from tests.gui.keys import Key, focus, press, settle, write

FileOf = Callable[[Dossier], DossierFile]
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asking(window: MainWindow, tmp_path: Path) -> list[str]:
    """The names proposed for files; each is written into a folder of the test's own."""
    proposed: list[str] = []

    def choose(_parent: QWidget, path: Path) -> Path:
        proposed.append(path.name)
        return tmp_path / path.name

    window.services = replace(window.services, choose_target=choose)
    return proposed


def tab_to(name: str) -> None:
    for _press in range(100):
        if focus().objectName() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{name} is out of reach")


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def page(window: MainWindow) -> PrintSheets:
    assert isinstance(window.screen_widget, PrintSheets)
    return window.screen_widget


def test_the_start_page_prints_what_to_bring_in_a_language(
    window: MainWindow, qtbot: QtBot, asking: list[str], tmp_path: Path
) -> None:
    tab_to("sheets")
    press(Key.Key_Return)
    assert page(window).answers() == {"sheet": "a-apporter", "language": "fr"}
    tab_to("language")
    press(Key.Key_A, modifier=Ctrl)
    write("Español")
    press(Key.Key_Return)
    tab_to("continue")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Fichier créé." in words(page(window).bar), timeout=20_000)
    assert asking == ["a-apporter-es.pdf"]
    assert (tmp_path / "a-apporter-es.pdf").read_bytes().startswith(b"%PDF")
    tab_to("back")
    press(Key.Key_Return)
    assert isinstance(window.screen_widget, StartPage)


def test_a_language_that_is_not_in_the_list_makes_no_sheet(window: MainWindow, asking: list[str]) -> None:
    window.show_sheets()
    settle()
    tab_to("language")
    press(Key.Key_A, modifier=Ctrl)
    write("Wolof")
    press(Key.Key_Return)
    assert "Choisissez une réponse dans la liste." in words(page(window).view)
    assert asking == []
    assert page(window).answers()["language"] == Unlisted("Wolof")


def test_a_sheet_in_french_alone(window: MainWindow, qtbot: QtBot, asking: list[str], tmp_path: Path) -> None:
    window.show_sheets()
    settle()
    press(Key.Key_Down, Key.Key_Return)
    qtbot.waitUntil((tmp_path / "interprete.pdf").exists, timeout=20_000)
    qtbot.waitUntil(lambda: "Fichier créé." in words(page(window).bar), timeout=20_000)
    assert asking == ["interprete.pdf"]


def test_a_missing_language_leads_to_the_sheet_for_an_interpreter(
    window: MainWindow, dossier_file: FileOf, cergy: Dossier
) -> None:
    window.show_wizard(dossier_file(paths.put(cergy, "preferences.note_language", "fr")))
    wizard = window.wizard
    assert isinstance(wizard, Wizard)
    wizard.session.jump(flow.page("welcome"))
    wizard.refresh_view()
    settle()
    assert wizard.view is not None
    assert "Une personne peut les lire" not in words(wizard.view)
    tab_to("preferences.language_missing")
    press(Key.Key_Space)
    assert "Une personne peut les lire" in words(wizard.view)
    tab_to("sheets")
    press(Key.Key_Return)
    assert page(window).answers()["sheet"] == "interprete"
    assert wizard.session.dossier.preferences.language_missing is True
    tab_to("back")
    press(Key.Key_Return)
    assert window.screen_widget is wizard
    assert focus().objectName() == "sheets"
