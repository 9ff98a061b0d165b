"""What went wrong with the file, said above the page, with what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from core.i18n import Message, _
from gui.widgets.basic import Button, Card, TextLabel, announce, beside, row
from gui.widgets.icons import Icon


class Notice(Card):
    """What went wrong with the file, above the page, with what can be done."""

    def __init__(self, save_elsewhere: Callable[[], object]) -> None:
        super().__init__(kind="errors", spacing=4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = TextLabel("", "strong")
        self._elsewhere = Button(_("Enregistrer à un autre endroit"), save_elsewhere)
        self._elsewhere.setObjectName("save-elsewhere")
        self.add(beside(Icon("warn", "stop"), self._words))
        self.add(row(self._elsewhere))
        self.setObjectName("notice")
        self.hide()

    def say(self, message: Message | None, *, elsewhere: bool = False) -> None:
        """Show a sentence and take the focus; None: go away. `elsewhere` offers another place."""
        self.setVisible(message is not None)
        self._elsewhere.setVisible(elsewhere)
        if message is not None:
            self._words.say(message)
            self.setAccessibleName(self._words.text())
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, message)
