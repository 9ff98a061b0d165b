"""What is wrong on the page, said once at the top, with a link to each field. It takes the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from core.i18n import Message, ngettext
from gui.widgets.basic import Card, TextLabel, announce, clear, column
from gui.widgets.cards import LinkRow
from gui.words import say


class ErrorSummary(Card):
    """The list of the errors of a page."""

    def __init__(self) -> None:
        super().__init__(kind="errors", spacing=4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = TextLabel("", "section")
        self._links = column(spacing=0)
        self.add(self._title)
        self.add(self._links)
        self.hide()

    def show_errors(self, errors: Sequence[tuple[Message, Message, Callable[[], object]]]) -> None:
        """Show each error as « question: what to do », leading to its field. None: go away."""
        clear(self._links)
        if not errors:
            self.hide()
            return
        self._title.say(
            ngettext(
                "Il y a {number} réponse à corriger.", "Il y a {number} réponses à corriger.", len(errors)
            )
        )
        for label, message, go in errors:
            link = LinkRow(f"{say(label)} — {say(message)}", tone="stop")
            link.clicked.connect(lambda _checked=False, go=go: go())
            self._links.addWidget(link)
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(" ".join(say(message) for _label, message, _go in errors))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._title.text())
