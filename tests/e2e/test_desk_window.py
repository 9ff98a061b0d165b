"""A volunteer with two hundred dossiers, at the keyboard, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.dossier import paths
from core.storage import key
from core.storage.dossier_file import DossierFile
from core.storage.follow_up import Step, read_follow_up
from gui.desk.view import DeskView
from gui.file_page import FilePage
from gui.window import MainWindow
from tests.e2e.conftest import Desk
from tests.e2e.keyboard import Keyboard
from tests.gui.desk.conftest import WORDS, fill

MANY = 200


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key, "KDF_ROUNDS", 10)


def view_of(window: MainWindow) -> DeskView:
    assert isinstance(window.screen_widget, DeskView)
    return window.screen_widget


def names(window: MainWindow) -> list[str]:
    return [row.name for row in view_of(window).model.rows]


def test_two_hundred_dossiers_searched_opened_changed_and_noted_at_the_keyboard(
    window: MainWindow, keyboard: Keyboard, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "permanence"
    folder.mkdir()
    desk.folder = folder
    ring = fill(folder, MANY)
    # One person whose number nobody else has.
    with DossierFile.open(folder / "123.dossier", ring) as file:
        told = paths.put(file.dossier, "identity.family_name", "ÇELEBİ-Ørsted")
        file.save(paths.put(told, "application.number", "SN-2026-778-899"))

    keyboard.tab_to_name("whose:desk")
    keyboard.enter()
    keyboard.write("passphrase", WORDS)
    keyboard.enter()
    keyboard.wait(lambda: isinstance(window.screen_widget, DeskView))
    bureau = window.keeping.bureau
    assert bureau is not None
    keyboard.wait(lambda: not bureau.reading)
    assert len(names(window)) == MANY
    assert keyboard.focus.objectName() == "desk:search"

    # By any part of a name or number, whatever the accents and capitals.
    for typed in ("celebi", "ORSTED", "778899", "99 00 00 01 23", "orsted celebi"):
        keyboard.clear_field()
        keyboard.type(typed)
        (name,) = names(window)
        assert name.startswith("ÇELEBİ"), typed
    keyboard.clear_field()
    keyboard.type("diallo karim")
    assert 1 < len(names(window)) < MANY
    assert all(name.startswith("DIALLO") for name in names(window))
    keyboard.clear_field()
    keyboard.type("zzz")
    assert names(window) == []
    keyboard.enter()
    assert not keyboard.is_on_questions()

    # The next date first: the second line is opened with Down and Enter.
    keyboard.clear_field()
    keyboard.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    week = view_of(window).model.rows
    assert 0 < len(week) < MANY
    keyboard.press(Qt.Key.Key_Down)
    chosen = week[1]
    keyboard.enter()
    keyboard.wait(lambda: window.wizard is not None)
    assert window.wizard is not None
    assert window.wizard.session.file.path == Path(chosen.path)
    assert window.windowTitle() == "Guichet Ouvert"

    # Notes over the interview, then back to the list as it was.
    keyboard.tab_to_name("this-file")
    keyboard.enter()
    keyboard.tab_to_name("file:notes")
    keyboard.enter()
    keyboard.write("notes", "A téléphoné mardi")
    keyboard.write_date("order_received_on", window.services.today())
    keyboard.tab_to_name("continue")
    keyboard.enter()
    keyboard.wait(lambda: isinstance(window.screen_widget, FilePage))
    keyboard.tab_to_name("page:back")
    keyboard.enter()
    keyboard.tab_to_name("leave")
    keyboard.enter()
    keyboard.wait(lambda: isinstance(window.screen_widget, DeskView))
    assert view_of(window).narrowed.value == "this_week"
    (row,) = [row for row in view_of(window)._desk.rows(window.services.today()) if row.path == chosen.path]
    assert row.step is Step.ORDER_RECEIVED
    with DossierFile.open(Path(chosen.path), ring) as file:
        assert read_follow_up(file).notes == "A téléphoné mardi"
