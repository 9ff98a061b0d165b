"""Work that takes longer than a blink, done beside the window: its answer or its error comes back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from core.errors import UserError

T = TypeVar("T")

# What a page does not need in order to be seen begins so many milliseconds later.
AFTER_PAINTING = 100

# A thread must not lose the task it runs, whatever becomes of the window that asked for it.
_running: set[QRunnable] = set()


class _Signals(QObject):
    finished = Signal()


class Task(QRunnable, Generic[T]):
    """Runs `work` in a thread of the pool; then, in the window's thread, `done`, `refused` or `failed`.

    `refused` gets what the person can mend, `failed` anything else.
    """

    def __init__(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        refused: Callable[[UserError], object],
        failed: Callable[[BaseException], object],
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work, self._done, self._refused, self._failed = work, done, refused, failed
        self._signals = _Signals()
        self._signals.finished.connect(self._finish)
        self._answer: list[T] = []
        self._error: BaseException | None = None

    def start(self, threads: QThreadPool | None = None) -> None:
        """Begin, in a thread of the program's pool or of another one."""
        _running.add(self)
        (threads or QThreadPool.globalInstance()).start(self)

    def run(self) -> None:
        """Qt calls this in the thread."""
        try:
            self._answer.append(self._work())
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, which shows it
            self._error = error
        self._signals.finished.emit()

    def _finish(self) -> None:
        _running.discard(self)
        if self._error is None:
            self._done(self._answer[0])
        elif isinstance(self._error, UserError):
            self._refused(self._error)
        else:
            self._failed(self._error)
