"""The neutral screen over everything: on F9, or locked when nobody was there for a while."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from core.i18n import Message, _
from core.storage.computer import Computer

if TYPE_CHECKING:
    from gui.cover import Cover, IdleWatch
    from gui.keeping import Keeping


class Hiding(QObject):
    """For one window. What is under the neutral screen stays as it is."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(keeping)
        self._keeping, self._window = keeping, keeping.window
        self._cover: Cover | None = None
        self._idle: IdleWatch | None = None
        hide = QShortcut(QKeySequence(Qt.Key.Key_F9), keeping.window, self.toggle)
        hide.setContext(Qt.ShortcutContext.ApplicationShortcut)

    def watch(self) -> None:
        """Count the idle minutes, where others may come by."""
        shared_with_others = self._keeping.computer in (Computer.SHARED, Computer.DESK)
        if not shared_with_others or not self._window.isVisible():
            return
        if self._idle is None:
            from gui.cover import IdleWatch

            self._idle = IdleWatch(self)
            self._idle.idle.connect(self.lock)
        self._idle.watch(self._window)

    @property
    def cover(self) -> Cover | None:
        """The neutral screen while it is there."""
        return self._cover

    def toggle(self) -> None:
        """F9: hide everything, or show it again."""
        if self._cover is None:
            self._show_cover(locked=False)
        elif not self._cover.locked:
            self.uncover()

    def lock(self) -> None:
        """Nobody was there for five minutes."""
        if self._cover is not None:
            if self._cover.locked or self._gate() is None:
                return
            self.uncover()
        self._show_cover(locked=True)

    def _gate(self) -> Callable[[str], bool] | None:
        wizard = self._window.wizard
        if wizard is not None and wizard.session.file.encrypted:
            return wizard.session.file.is_opened_by
        return None if self._keeping.bureau is None else self._keeping.bureau.gate()

    def _show_cover(self, *, locked: bool) -> None:
        from gui.cover import Cover

        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        words: Message | None = _("Effacer et quitter") if self._keeping.shared else None
        self._cover = Cover(self._gate() if locked else None, words)
        self._cover.ended.connect(self.uncover)
        self._cover.left.connect(self._leave)
        self._cover.failed.connect(self._window.show_failure)
        self._window.hide_bar(True)
        self._window.show_over(self._cover)
        self._cover.arrive()

    def uncover(self) -> None:
        """Show the work again, with the focus where it was."""
        if self._cover is None:
            return
        self._cover = None
        self._window.hide_bar(False)
        self._window.end_over()

    def _leave(self) -> None:
        self.uncover()
        self._keeping.erase_and_quit(asked=True)

    def forget(self) -> None:
        """Everything on the screen is being replaced."""
        self._cover = None
        self._window.hide_bar(False)
