"""The desk's window on an index of ten thousand lines: `python -m tests.bench.desk_window_child FOLDER`.

Prints as JSON: `usable` (median, ms), `key` (the slowest of medians, ms), `memory` (MB).
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

import psutil
from PySide6.QtCore import QEventLoop, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.bench_storage import MANY, PASSPHRASE, TODAY, places_in

KEYS = "diallo 99"
SETTLED_MS = 300


def until(happened: Callable[[], bool]) -> None:
    """Let the window work until it happened."""
    while not happened():
        # Waiting as a program at rest does: a busy loop would take the time that it measures.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def main(root: Path) -> None:
    """Measure, five times over."""
    from core.storage.computer import Answer, Computer, remember
    from gui.app import create_application, create_window
    from gui.desk.unlock import DeskUnlock
    from gui.desk.view import DeskView
    from gui.services import Services
    from gui.window import MainWindow

    places, folder = places_in(root), root / "files"
    remember(places, Answer(Computer.DESK, (folder,)))
    create_application([])
    usable: list[float] = []
    memory = 0.0
    keys: dict[int, list[float]] = {}

    def is_list(window: MainWindow) -> bool:
        return isinstance(window.screen_widget, DeskView)

    for _round in range(5):
        window = create_window(Services(today=lambda: TODAY, places=lambda _shared: places))
        window.resize(1366, 768)
        window.show()
        page = window.screen_widget
        assert isinstance(page, DeskUnlock)
        page.show_answer("passphrase", PASSPHRASE)
        QApplication.processEvents()
        start = perf_counter()
        page.bar.continue_button.click()
        until(partial(is_list, window))
        window.repaint()
        usable.append((perf_counter() - start) * 1000)
        view = window.screen_widget
        assert isinstance(view, DeskView)
        assert view.model.rowCount() == MANY
        bureau = window.keeping.bureau
        assert bureau is not None
        QTest.qWait(SETTLED_MS)
        QThreadPool.globalInstance().waitForDone()
        QTest.qWait(SETTLED_MS)
        assert not bureau.reading
        assert view.model.rowCount() == MANY
        for number, key in enumerate(KEYS):
            start = perf_counter()
            QTest.keyClicks(view.search, key)
            # Painting is due at once, as on a screen that shows every key.
            window.repaint()
            QApplication.processEvents()
            keys.setdefault(number, []).append((perf_counter() - start) * 1000)
        # Once: what a day at the desk holds, not what five desks in one process leave.
        memory = memory or psutil.Process().memory_info().rss / 1e6
        window.close()
        QThreadPool.globalInstance().waitForDone()
    slowest = max(statistics.median(times) for times in keys.values())
    print(json.dumps({"usable": statistics.median(usable), "key": slowest, "memory": memory}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
