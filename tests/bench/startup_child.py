"""One start of a window, in a process of its own: `python -m tests.bench.startup_child ours|bare LANGUAGE`.

Prints when the window was first painted, on the clock `perf_counter`, and the peak memory in bytes then.
Imports as little as it can before that, so that it measures the window and not itself.
"""

from __future__ import annotations

import gc
import sys
from time import perf_counter

if __name__ == "__main__" and sys.argv[1] == "ours":
    # As `main.py` does, before Qt is loaded.
    gc.disable()

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class FirstPaint(QObject):
    """Reports the first paint of a window and ends the application."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.painted: float | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: the window's own paint comes first, its children's follow before the timer."""
        if event.type() == QEvent.Type.Paint and self.painted is None:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.finish)
        return False

    def finish(self) -> None:
        """Take the time, once everything is on the screen."""
        self.painted = perf_counter()
        QApplication.quit()


def peak_memory() -> int:
    """The most memory this process has held, in bytes."""
    if sys.platform == "win32":
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Not getrusage: on Linux that remembers the parent's size from before the exec.
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - pathlib costs memory
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))


def main(kind: str, language: str) -> None:
    """Show the window, wait for its first paint, print the two numbers."""
    application: QApplication
    window: QWidget
    if kind == "ours":
        from gui.app import create_application, create_window
        from gui.services import Services

        application = create_application(sys.argv[:1])
        window = create_window(Services(system_languages=lambda: [language]))
    else:
        application, window = QApplication(sys.argv[:1]), QLabel("Guichet Ouvert")
    watcher = FirstPaint(window)
    window.show()
    application.exec()
    peak = peak_memory()
    print(f'{{"painted": {watcher.painted}, "peak": {peak}}}')


if __name__ == "__main__":
    main(*sys.argv[1:])
