"""A window, a session and the interview's editors, each on folders of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.dossier import examples
from core.dossier.model import Dossier
from core.interview import flow
from core.interview.model import Question
from core.storage.computer import Answer, Computer, remember
from core.storage.dossier_file import DossierFile
from core.storage.open_files import is_open_here
from core.storage.places import find_places
from gui import style
from gui.app import create_application, create_window
from gui.services import Services
from gui.widgets.focus_order import ReadingOrderWindow
from gui.window import MainWindow
from gui.wizard.editors import make_editor
from gui.wizard.editors.base import Context, Editor
from gui.wizard.session import PageItems, Session
from gui.wizard.wizard import Wizard
from tests.gui.keys import settle

TODAY, HOUR = date(2026, 11, 23), time(14, 5)
OpenAt = Callable[[Dossier, str], Wizard]


@pytest.fixture(autouse=True)
def application(qapp: object) -> Iterator[None]:
    """The application in the light theme at 100 %, whatever the test before left."""
    app = create_application([])
    settle()
    style.apply(app, theme="light", scale=1.0)
    yield
    style.apply(app, theme="light", scale=1.0)


@pytest.fixture
def editor_of(qtbot: QtBot) -> Callable[..., Editor]:
    """Makes the editor of a question, shown and with the focus in its first field."""

    # Qt deletes a window that Python has forgotten.
    hosts: list[QWidget] = []

    def make(question: Question, dossier: Dossier | None = None) -> Editor:
        told = dossier or Dossier()
        context = Context(TODAY, PageItems(lambda: told, lambda: TODAY, lambda: HOUR), make_editor)
        editor = make_editor(question, context)
        editor.refresh()
        host = ReadingOrderWindow()
        # Said beforehand: the offscreen screen warns of a size that follows from the layout.
        host.setMinimumSize(600, 400)
        layout = QVBoxLayout(host)
        layout.addWidget(editor)
        layout.addWidget(QPushButton("after"))
        qtbot.addWidget(host)
        hosts.append(host)
        host.show()
        with qtbot.waitActive(host):
            host.activateWindow()
        editor.first_field().setFocus()
        return editor

    return make


@pytest.fixture
def cergy() -> Dossier:
    return examples.example("cergy", TODAY)


@pytest.fixture
def dossier_file(tmp_path: Path) -> Iterator[Callable[[Dossier], DossierFile]]:
    """Makes dossier files and closes those that are still open."""
    files: list[DossierFile] = []

    def make(dossier: Dossier) -> DossierFile:
        file = DossierFile.create(tmp_path / f"{len(files)}.dossier", dossier)
        files.append(file)
        return file

    yield make
    for file in files:
        # A window that was closed has closed its file too.
        if file.path is not None and is_open_here(file.path):
            file.close()


@pytest.fixture
def session_on(dossier_file: Callable[[Dossier], DossierFile]) -> Callable[[Dossier], Session]:
    return lambda dossier: Session(dossier_file(dossier), lambda: TODAY)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The window on its start page, on a private computer."""
    remember(find_places(shared=False), Answer(Computer.PRIVATE))
    made = create_window(
        Services(
            today=lambda: TODAY,
            hour=lambda: HOUR,
            choose_folder=lambda _parent: tmp_path,
            choose_dossier=lambda _parent: None,
            choose_new_file=lambda _parent, proposed: tmp_path / proposed.name,
            open_folder=lambda _folder: True,
        )
    )
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def open_at(window: MainWindow, dossier_file: Callable[[Dossier], DossierFile]) -> OpenAt:
    """Opens a dossier at a page."""

    def open_(dossier: Dossier, page_id: str) -> Wizard:
        window.show_wizard(dossier_file(dossier))
        assert window.wizard is not None
        window.wizard.session.jump(flow.page(page_id))
        window.wizard.refresh_view()
        settle()
        return window.wizard

    return open_
