"""The button that chooses the language of the screen: every language by its own name, in its own script."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from core.i18n import _
from core.languages import find, offered
from gui.widgets.basic import Button
from gui.words import language


class LanguageMenu(Button):
    """Shows the language of now. `chosen` carries the code of another one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        current = find(language())
        own_name = current.name if current is not None else language()
        # i18n: the name of a button, said by a screen reader
        super().__init__(own_name, kind="quiet", name=_("Langue de l’écran : {language}", language=own_name))
        self.setObjectName("language")
        self._menu = QMenu(self)
        # Filled when it first opens: it is on the first page, and few people need it there.
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def _fill(self) -> None:
        if self._menu.actions():
            return
        from PySide6.QtGui import QAction, QActionGroup

        group = QActionGroup(self._menu)
        current = find(language())
        for one in offered():
            action = QAction(one.name, self._menu, checkable=True, checked=one is current)
            action.setObjectName(f"language:{one.code}")
            action.triggered.connect(lambda _checked=False, code=one.code: self.chosen.emit(code))
            group.addAction(action)
            self._menu.addAction(action)
