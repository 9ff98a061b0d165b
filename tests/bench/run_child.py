"""A whole run at the keyboard, timed key by key: `python -m tests.bench.run_child DIR LANGUAGE`.

From the start page to the written documents, in the real window; then the language is changed. Prints as
JSON, in milliseconds: `pauses`, the longest times that the window kept a person waiting, with where; and
`switch`, the times until the page is painted in the other language.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.dossier import examples
from gui.app import create_application, create_window
from gui.services import Services
from gui.task import AFTER_PAINTING
from gui.window import MainWindow
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_cergy_window import make_dossier

TODAY = date(2026, 11, 23)
# Each turn handles what waits and returns, so that one turn is one pause.
_TURNS = 50
_WORST = 12
SWITCHES = 5
T = TypeVar("T")


class TimedKeyboard(Keyboard):
    """A person at the keyboard, with a clock on everything the window does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.pauses: list[tuple[float, str]] = []

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        name = f"{self._where()} {Qt.Key(key).name} {self.focus.objectName()}"
        self._timed(lambda: QTest.keyClick(self.focus, key, modifier), name)
        self._settle(name)

    def type(self, text: str) -> None:
        for character in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                name = f"{self._where()} typing {self.focus.objectName()}"
                self._timed(partial(QApplication.sendEvent, self.focus, event), name)
        self._settle(f"{self._where()} typed")

    def wait(self, happened: Callable[[], bool]) -> None:
        begun = perf_counter()
        while not happened():
            self._settle(f"{self._where()} waiting")
            if perf_counter() - begun > 20:
                raise AssertionError("it never happened")

    def _where(self) -> str:
        wizard = self.window.wizard
        return "start" if wizard is None else f"{wizard.session.step.value}/{wizard.session.page.id}"

    def _settle(self, name: str) -> None:
        dispatcher = QApplication.eventDispatcher()
        everything = QEventLoop.ProcessEventsFlag.AllEvents
        for _turn in range(_TURNS):
            if not self._timed(partial(dispatcher.processEvents, everything), name):
                break
        deleting = QEvent.Type.DeferredDelete.value
        self._timed(lambda: QApplication.sendPostedEvents(None, deleting), name)

    def _timed(self, act: Callable[[], T], name: str) -> T:
        begun = perf_counter()
        result = act()
        self.pauses.append(((perf_counter() - begun) * 1000, name))
        return result


def main(folder: Path, language: str) -> None:
    """Run and print."""
    create_application(sys.argv[:1])
    services = Services(
        today=lambda: TODAY,
        choose_folder=lambda _parent: folder,
        open_folder=lambda _folder: True,
    )
    window = create_window(services)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    keyboard = TimedKeyboard(window)
    # A person reads the first page for a moment; what is loaded meanwhile is loaded by then.
    QTest.qWait(2 * AFTER_PAINTING)
    keyboard.wait(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    make_dossier(keyboard)
    keyboard.tell(examples.example("cergy", TODAY))
    wizard = window.wizard
    assert wizard is not None
    keyboard.enter()
    keyboard.enter()
    keyboard.wait(lambda: wizard.making.folder is not None)
    worst = sorted(keyboard.pauses, reverse=True)[:_WORST]
    print(json.dumps({"pauses": worst, "switch": _switches(keyboard, language)}))
    window.close()


def _switches(keyboard: TimedKeyboard, language: str) -> list[float]:
    """The times to show a page in another language and back, the first included: it loads the catalogue."""
    window = keyboard.window
    assert window.wizard is not None
    window.wizard.session.jump(window.wizard.session.page)
    window.wizard.refresh_view()
    times = []
    for _round in range(SWITCHES):
        for code in (language, "fr"):
            QApplication.processEvents()
            begun = perf_counter()
            window.appearance.change_language(code)
            QApplication.processEvents()
            window.repaint()
            times.append((perf_counter() - begun) * 1000)
    return times


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
