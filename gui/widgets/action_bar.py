"""The bar at the bottom: Back and the one main act, always in the same place, and what is being done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from core.i18n import Message, _
from gui.widgets.basic import Button, TextLabel, announce, row
from gui.widgets.icons import Icon
from gui.widgets.page import page_margin
from gui.words import say

CONTINUE, BACK = _("Continuer"), _("Retour")
_APART, _CLOSE = 16, 8


class ActionBar(QWidget):
    """Two buttons and a state."""

    def __init__(self, go_back: Callable[[], object], go_on: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back_button = Button(BACK, go_back)
        self.back_button.setObjectName("back")
        self.continue_button = Button(CONTINUE, go_on, "primary")
        self.continue_button.setObjectName("continue")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(120)
        self._busy.setAccessibleName(say(_("Travail en cours")))
        self._busy.hide()
        self._sign = Icon("check", "ok")
        self._sign.hide()
        self._state = TextLabel("", "saved")
        self._state.setWordWrap(False)
        layout = row(self.back_button, self.continue_button, self._busy)
        layout.addWidget(self._sign)
        layout.addWidget(self._state)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where the buttons would have no room: the state in several lines, all closer, the sign alone."""
        self._state.setWordWrap(False)
        self._state.show()
        self._space(_APART)
        if self.sizeHint().width() > self.width():
            self._state.setWordWrap(True)
            self._space(_CLOSE)
        if self.minimumSizeHint().width() > self.width():
            self._state.setHidden(not self._sign.isHidden())

    def _space(self, spacing: int) -> None:
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(spacing)
        # The buttons stand under the page's first column.
        layout.setContentsMargins(page_margin(self.width()), 12, spacing + 8, 12)

    def add_button(self, button: QWidget) -> None:
        """Put one more button beside the two."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.insertWidget(2, button)

    def show_state(self, words: Message | str, *, good: bool = False) -> None:
        """Say how things stand, at the end of the bar; `good` with a check mark."""
        self._state.say(words)
        self._sign.setVisible(good)
        self._make_room()

    def set_busy(self, words: Message | None) -> None:
        """Say that work is going on and take the buttons away; None: it is over."""
        self._busy.setVisible(words is not None)
        for button in (self.back_button, self.continue_button):
            button.setEnabled(words is None)
        if words is not None:
            self.show_state(words)
            announce(self, words)
