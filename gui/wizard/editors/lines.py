"""One item of a list in words, with its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.dossier.model import Part
from gui.widgets.basic import Button, Card, TextLabel
from gui.widgets.flow import flowing


class Line(Card):
    """One item in words, with what can be done with it."""

    def __init__(self, item: Part, words: str, acts: dict[str, Button], *, dense: bool = False) -> None:
        super().__init__(spacing=0 if dense else 8, margins=(12, 6, 4, 6) if dense else (18, 6, 8, 6))
        self.item, self._acts = item, acts
        self.add(words_and_buttons(words, *acts.values()))

    def stand_at(self, path: str, index: int) -> None:
        """Take a place in the list; the names of the buttons tell it."""
        for act, button in self._acts.items():
            button.setObjectName(f"{path}[{index}]:{act}")


def words_and_buttons(words: str, *buttons: QWidget) -> QHBoxLayout:
    """A text, and beside it what can be done; the buttons go on in a second line where there is no room."""
    layout = QHBoxLayout()
    layout.setSpacing(4)
    layout.addWidget(TextLabel(words), 1)
    layout.addWidget(flowing(*buttons, spacing=4))
    return layout
