"""A sentence in French and, under it, in the language of the person it is about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from core.i18n import Message, render
from core.languages import is_right_to_left
from gui.widgets.basic import Group, TextLabel


class Bilingual(Group):
    """French first; the second language in its own direction, both from the reading side of the window."""

    def __init__(self, text: Message | str, kind: str, beside: str, *, second_kind: str = "small") -> None:
        super().__init__(spacing=0)
        words = render(text)
        self.first = directed(words, kind, "")
        self.column.addWidget(self.first)
        other = render(text, beside) if beside else words
        if other != words:
            self.column.addWidget(directed(other, second_kind, beside))


def directed(text: str, kind: str, language: str) -> TextLabel:
    """A text in its own direction, at the reading side of the window whatever that direction is."""
    label = TextLabel(text, kind)
    mirrored = is_right_to_left(language)
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    window_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if window_mirrored else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return label
