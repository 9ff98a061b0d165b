"""Names at the keyboard: as on the permit; what was typed stays on the screen, whatever it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from core.dossier import paths
from core.dossier.model import Dossier
from core.interview import flow
from core.interview.model import Text
from core.interview.parsing import parse
from core.storage.dossier_file import DossierFile
from gui.desk.notes import QUESTIONS
from gui.window import MainWindow
from gui.wizard.page_view import PageView
from gui.wizard.wizard import Wizard
from tests.gui.keys import Key, press, settle, write

NAME = "identity.family_name"


@pytest.fixture
def wizard(window: MainWindow, dossier_file: Callable[[Dossier], DossierFile], cergy: Dossier) -> Wizard:
    """The page of names, not answered yet."""
    window.show_wizard(dossier_file(paths.put(cergy, NAME, None)))
    assert window.wizard is not None
    window.wizard.session.jump(flow.page("name"))
    window.wizard.refresh_view()
    settle()
    return window.wizard


def said(wizard: Wizard) -> str:
    assert isinstance(wizard.view, PageView)
    labels = wizard.view.fields[NAME].findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize(
    "name",
    ["Đặng Šűŗňąmê", "d’El Hadj-M'Bãÿ", "Zaʻim", "N’GUESSAN épouse OYÉ", "X", "Ğıșțę Þórðør", "A" * 200],
)
def test_a_name_of_any_latin_alphabet_goes_on_as_it_was_typed(wizard: Wizard, name: str) -> None:
    write(name)
    press(Key.Key_Return)
    assert wizard.session.dossier.identity.family_name == name
    assert wizard.session.page.id != "name"


@pytest.mark.parametrize("name", ["محمد", "Київ", "李明", "রহমান", "KARIMI محمد"])
def test_another_script_is_answered_kindly_and_stays_in_the_field(wizard: Wizard, name: str) -> None:
    write(name)
    press(Key.Key_Return)
    assert "Écrivez en lettres latines, comme sur votre titre" in said(wizard)
    assert isinstance(wizard.view, PageView)
    assert wizard.view.fields[NAME].editor.raw() == name
    assert wizard.session.dossier.identity.family_name is None


def test_a_digit_is_pointed_out_and_goes_on(wizard: Wizard) -> None:
    write("KAR1MI")
    assert "chiffre" not in said(wizard)
    press(Key.Key_Tab)
    assert "Il y a un chiffre dans ce nom" in said(wizard)
    press(Key.Key_Return)
    assert wizard.session.dossier.identity.family_name == "KAR1MI"


@pytest.mark.parametrize("text", ["محمد", "Київ", "李明", "রহমান"])
def test_private_notes_take_any_script(text: str) -> None:
    notes = [question for question in QUESTIONS if isinstance(question, Text)]
    assert len(notes) > 2
    assert all(parse(question, text) == text for question in notes)
