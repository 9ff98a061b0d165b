"""The whole journey at the keyboard, in the real window: from the start page to the signed-ready PDF."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from PySide6.QtCore import Qt

from core.dossier import examples
from core.i18n import long_date
from gui.window import MainWindow
from gui.wizard.done import DoneView
from gui.wizard.result import ResultView
from gui.wizard.review import ReviewView
from gui.wizard.session import Step
from tests.e2e.conftest import TODAY, Desk
from tests.e2e.keyboard import Keyboard


def make_dossier(keyboard: Keyboard) -> None:
    """From the start page to the first question, on a private computer without a passphrase."""
    assert keyboard.focus.objectName() == "whose:private"
    keyboard.enter()
    assert keyboard.focus.objectName() == "new"
    keyboard.enter()
    keyboard.choose("private_place", "computer")
    keyboard.choose("protected", False)
    keyboard.enter()
    keyboard.wait(lambda: keyboard.window.wizard is not None)


def pdf_text(file: Path) -> str:
    """The words of a PDF as another program reads them, blanks as one space."""
    result = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return re.sub(r"\s+", " ", result.stdout.decode("utf-8"))


def test_cergy_from_the_start_page_to_the_requete(
    window: MainWindow, keyboard: Keyboard, desk: Desk, isolated_folders: Path
) -> None:
    told = examples.example("cergy", TODAY)
    make_dossier(keyboard)
    keyboard.tell(told)

    wizard = window.wizard
    assert wizard is not None
    assert isinstance(wizard.view, ReviewView)
    keyboard.enter()
    assert isinstance(wizard.view, ResultView)
    assert wizard.view.assessment.route == "file"
    keyboard.enter()

    keyboard.wait(lambda: wizard.session.step is Step.DONE)
    assert isinstance(wizard.view, DoneView)
    keyboard.enter()
    assert len(desk.opened) == 1

    folder = desk.opened[0]
    assert folder.parent == desk.folder
    text = pdf_text(folder / "requete.pdf")
    for expected in (
        "KACI",
        "Louisa",
        "RÉFÉRÉ",
        "tribunal administratif de Cergy-Pontoise",
        "préfet des Hauts-de-Seine",
        "L. 521-3",
        "Mot de passe oublié. Un message a été envoyé à l’adresse électronique correspondant à l’identifiant",
        f"{told.measure.delay_days} jours",
        f"astreinte de {told.measure.penalty_eur_per_day} € par jour",
    ):
        assert expected in text, expected
    for attempt in told.attempts:
        assert attempt.on is not None
        assert long_date(attempt.on) in text, attempt.on

    saved = wizard.session.dossier
    assert saved.identity.family_name == "KACI"
    assert [a.on for a in saved.attempts] == [a.on for a in told.attempts]
    assert window.windowTitle() == "Guichet Ouvert"


def test_the_dossier_opens_again_where_the_person_stopped(
    window: MainWindow, keyboard: Keyboard, desk: Desk
) -> None:
    told = examples.example("cergy", TODAY)
    make_dossier(keyboard)
    for _page in range(6):
        keyboard.fill_in(told)
        keyboard.go_on()
    stopped_at = keyboard.page.page.id
    assert window.wizard is not None
    desk.dossier = window.wizard.session.file.path
    keyboard.tab_to_name("leave")
    keyboard.enter()
    assert not keyboard.is_on_questions()
    keyboard.tab_to_name("open")
    keyboard.enter()
    assert keyboard.page.page.id == stopped_at
    keyboard.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert keyboard.page.page.id != stopped_at
    keyboard.tell(told)
    assert isinstance(window.wizard.view, ReviewView)
