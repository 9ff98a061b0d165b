"""Files dropped anywhere on the window, and Ctrl + V, go to the list of exhibits while it is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.exhibits.import_bar import sources_of
from gui.exhibits.taking import Source

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class DropPlace(QObject):
    """Makes the whole window take files for as long as `owner` is shown in it."""

    def __init__(
        self, owner: QWidget, take: Callable[[list[Source]], object], paste: Callable[[], object]
    ) -> None:
        super().__init__(owner)
        self._owner, self._take = owner, take
        self._window: QWidget | None = None
        # A field for text keeps Ctrl + V for itself.
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), owner)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: paste())
        owner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._owner:
            if kind == QEvent.Type.Show:
                self._watch(self._owner.window())
            elif kind in (QEvent.Type.Hide, QEvent.Type.ParentChange):
                self._watch(None)
        elif kind in _DROPS and isinstance(event, QDropEvent | QDragMoveEvent):
            return self._dropped(event)
        return False

    def _watch(self, window: QWidget | None) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window.setAcceptDrops(False)
        self._window = window
        if window is not None:
            window.setAcceptDrops(True)
            window.installEventFilter(self)

    def _dropped(self, event: QDropEvent) -> bool:
        sources = sources_of(event.mimeData())
        if not sources:
            return False
        # Always a copy: a file must not vanish from where it was.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(sources)
        return True
