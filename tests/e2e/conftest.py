"""The real window on a desk of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import style
from gui.app import create_application, create_window
from gui.services import Services
from gui.window import MainWindow
from tests.e2e.keyboard import Keyboard

TODAY, HOUR = date(2026, 11, 23), time(14, 5)


class Desk:
    """What the system's dialogs would answer, and what was asked of the system."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened: list[Path] = []
        self.dossier: Path | None = None

    def services(self, today: date = TODAY) -> Services:
        return Services(
            today=lambda: today,
            hour=lambda: HOUR,
            choose_folder=lambda _parent: self.folder,
            choose_dossier=lambda _parent: self.dossier,
            choose_new_file=lambda _parent, proposed: self.folder / proposed.name,
            open_folder=self._open,
            choose_desk_folder=lambda _parent: self.folder,
        )

    def _open(self, folder: Path) -> bool:
        self.opened.append(folder)
        return True


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    create_application([])
    made = create_window(desk.services())
    qtbot.addWidget(made)
    made.resize(1180, 740)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.appearance.set_text_size(style.SCALES[0])
    made.close()


@pytest.fixture
def keyboard(window: MainWindow) -> Keyboard:
    return Keyboard(window)
