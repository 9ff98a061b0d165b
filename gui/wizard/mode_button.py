"""« Seul·e » or « Avec un·e bénévole »: a button that says how the pages are shown, and changes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from core.dossier.values import Mode
from core.i18n import _
from gui.widgets.basic import Button
from gui.words import say

MODE_WORDS = {Mode.ALONE: _("Seul·e"), Mode.WITH_VOLUNTEER: _("Avec un·e bénévole")}


class ModeButton(Button):
    """Opens the two ways over the same questions; `choose` gets the one wanted."""

    def __init__(self, choose: Callable[[Mode], object]) -> None:
        super().__init__("", kind="quiet")
        self.setObjectName("mode")
        menu = QMenu(self)
        group = QActionGroup(menu)
        self.actions_by_mode: dict[Mode, QAction] = {}
        for mode, words in MODE_WORDS.items():
            action = QAction(say(words), menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, mode=mode: choose(mode))
            group.addAction(action)
            menu.addAction(action)
            self.actions_by_mode[mode] = action
        self.setMenu(menu)

    def show_mode(self, mode: Mode) -> None:
        """Say which way is shown now."""
        words = MODE_WORDS[mode]
        self.say(words, name=_("Façon de remplir : {mode}", mode=words))
        self.actions_by_mode[mode].setChecked(True)
