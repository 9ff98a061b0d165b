"""One window that takes a folder of photos in: `python -m tests.bench.exhibits_window_child PICTURES FOLDER`.

Prints the longest pauses of its event loop, in milliseconds: while the files come in, and from then until
every line of the list has its picture.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QScrollArea

from core.dossier.model import Dossier
from core.interview import flow
from core.storage.dossier_file import DossierFile
from gui.app import create_application, create_window
from gui.exhibits.card import ExhibitCard
from gui.wizard.editors.exhibits import ExhibitsEditor

PATIENCE_SECONDS = 240


class Pauses(QObject):
    """Looks at the clock at each turn of the event loop, which a timer keeps turning."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._timer.start(1)
        self.begin()

    def begin(self) -> None:
        """Forget what was."""
        self.longest, self._last = 0.0, perf_counter()

    def _turn(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def wait(happened: Callable[[], bool]) -> None:
    """Let the window live until then. Raises `TimeoutError`."""
    loop, end = QEventLoop(), perf_counter() + PATIENCE_SECONDS

    def look() -> None:
        if happened() or perf_counter() > end:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    loop.exec()
    if not happened():
        raise TimeoutError


def _in_sight(area: QScrollArea, card: ExhibitCard) -> bool:
    """Scroll to the card, which the layout may have moved meanwhile; whether its picture is there."""
    area.ensureWidgetVisible(card)
    return card.picture.ready


def main(pictures: Path, folder: Path) -> None:
    """Show the window, take the folder in, print the pauses."""
    application = create_application(sys.argv[:1])
    window = create_window()
    window.resize(1180, 740)
    window.show()
    window.show_wizard(DossierFile.create(folder / "bench.dossier", Dossier()))
    wizard = window.wizard
    assert wizard is not None
    wizard.session.jump(flow.page("exhibits"))
    wizard.refresh_view()
    editor = wizard.findChild(ExhibitsEditor)
    assert isinstance(editor, ExhibitsEditor)
    wait(lambda: window.isVisible() and editor.isVisible())
    names = list(pictures.iterdir())
    pauses = Pauses()
    wizard.work.take([pictures])
    # The moment when the list changes belongs to what follows.
    coming_in = []
    wizard.work.settled.connect(lambda: coming_in.append(pauses.longest))
    wait(lambda: bool(coming_in))
    pauses.begin()
    wait(lambda: len(editor.cards) == len(names))
    area = wizard.view
    assert area is not None
    for card in editor.cards.values():
        wait(partial(_in_sight, area, card))
    showing = pauses.longest
    window.close()
    # Everything of the window goes before the application does.
    window.deleteLater()
    application.processEvents()
    print(json.dumps({"coming_in": coming_in[0] * 1000, "showing": showing * 1000}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
