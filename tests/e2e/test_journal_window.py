"""The journal in the real window: an attempt of this minute with its picture, kept in one act."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from core.dossier import examples
from core.dossier.model import Attempt
from core.dossier.values import Channel
from core.interview import flow
from core.storage.dossier_file import DossierFile
from gui.window import MainWindow
from gui.wizard.wizard import Wizard
from tests.e2e.conftest import HOUR, TODAY
from tests.e2e.keyboard import Keyboard


def picture(colour: Qt.GlobalColor) -> QImage:
    image = QImage(1000, 700, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


@pytest.fixture
def attempts_page(window: MainWindow, tmp_path: Path) -> Callable[[], Wizard]:
    """Opens the window on the attempts of a story that has none yet."""

    def show() -> Wizard:
        told = replace(examples.example("cergy", TODAY), attempts=(), exhibits=())
        window.show_wizard(DossierFile.create(tmp_path / "mine.dossier", told))
        wizard = window.wizard
        assert wizard is not None
        wizard.session.jump(flow.page("attempts"))
        wizard.refresh_view()
        return wizard

    return show


def test_an_attempt_of_this_minute_with_its_picture(
    attempts_page: Callable[[], Wizard], keyboard: Keyboard
) -> None:
    wizard = attempts_page()
    QApplication.clipboard().setImage(picture(Qt.GlobalColor.blue))
    keyboard.tab_to_name("attempts:now")
    keyboard.enter()
    # The first stop is the button that pastes; Ctrl + V does the same.
    assert keyboard.focus.objectName() == "now:paste"
    keyboard.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not wizard.session.dossier.attempts
    keyboard.choose("outcome", "same")
    keyboard.enter()
    noted = Attempt(id="a1", on=TODAY, at=HOUR, channel=Channel.ANEF, same_message=True)
    assert wizard.session.dossier.attempts == (noted,)
    keyboard.wait(lambda: len(wizard.session.dossier.exhibits) == 1)
    (exhibit,) = wizard.session.dossier.exhibits
    assert exhibit.proves == ("a1",)
    assert len(exhibit.sheets) == 1
    mark = keyboard.tab_to_name("journal:a1")
    number = "pièce n°\u00a01"
    assert mark.accessibleName().endswith(f"site ANEF, {number}")
    assert mark.accessibleDescription().startswith("Cet essai compte.")
    # The person looks at it and ticks what it shows.
    keyboard.tick("proof:a1:shows_message")
    assert wizard.session.dossier.exhibits[0].shows_message is True
    assert wizard.session.dossier.attempts == (noted,)


def test_a_picture_pasted_before_the_page_is_left_still_comes_in(
    attempts_page: Callable[[], Wizard], keyboard: Keyboard
) -> None:
    wizard = attempts_page()
    QApplication.clipboard().setImage(picture(Qt.GlobalColor.red))
    keyboard.tab_to_name("attempts:now")
    keyboard.enter()
    keyboard.enter()
    keyboard.choose("outcome", "same")
    keyboard.go_on()
    assert len(wizard.session.dossier.attempts) == 1
    keyboard.wait(lambda: len(wizard.session.dossier.exhibits) == 1)
    assert wizard.session.dossier.exhibits[0].proves == ("a1",)


def test_a_picture_outlives_an_attempt_that_was_not_complete(
    attempts_page: Callable[[], Wizard], keyboard: Keyboard
) -> None:
    wizard = attempts_page()
    QApplication.clipboard().setImage(picture(Qt.GlobalColor.green))
    keyboard.tab_to_name("attempts:now")
    keyboard.enter()
    keyboard.enter()
    wizard.go_back()
    keyboard.wait(lambda: len(wizard.session.dossier.exhibits) == 1)
    # Nothing is noted that the person did not say.
    assert wizard.session.dossier.exhibits[0].proves == ()
    assert wizard.session.dossier.attempts == ()


def test_without_a_picture_the_clipboard_is_told_to_be_empty_and_the_attempt_is_kept(
    attempts_page: Callable[[], Wizard], keyboard: Keyboard
) -> None:
    wizard = attempts_page()
    QApplication.clipboard().setText("no picture")
    keyboard.tab_to_name("attempts:now")
    keyboard.enter()
    keyboard.enter()
    assert "pas d’image à coller" in shown_text(wizard)
    keyboard.choose("outcome", "same")
    keyboard.tab_to_name("attempts:save")
    keyboard.enter()
    assert len(wizard.session.dossier.attempts) == 1
    assert wizard.session.dossier.exhibits == ()
    assert "1 essai sans image" in shown_text(wizard)


def shown_text(wizard: Wizard) -> str:
    assert wizard.view is not None
    return "\n".join(label.text() for label in wizard.view.findChildren(QLabel) if label.isVisible())
