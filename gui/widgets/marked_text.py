"""A text in which some words stand out: bold and underlined, so in no colour alone."""

from __future__ import annotations

import unicodedata
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from core.documents.blocks import Inline, plain


class MarkedText(QLabel):
    """Runs of text; the bold ones stand out. `right_to_left`: how the language is written.

    It keeps its own direction in a window that is mirrored. Every character of the runs is escaped.
    """

    def __init__(self, runs: Inline, *, right_to_left: bool = False, kind: str = "body") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        text = plain(runs)
        # A sentence without a translation is French, and keeps the order of the French.
        mirrored = right_to_left and any(unicodedata.bidirectional(one) in ("R", "AL") for one in text)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        words = "".join(f"<b><u>{escape(run.text)}</u></b>" if run.bold else escape(run.text) for run in runs)
        self.setText(f'<p dir="{"rtl" if mirrored else "ltr"}">{words}</p>')
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(text)
        self._heights: dict[int, int] = {}

    def heightForWidth(self, width: int) -> int:
        # A long page asks all its texts again whenever one more is put on it; these never change.
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]
