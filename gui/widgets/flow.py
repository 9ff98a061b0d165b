"""Buttons side by side that go on in the next line where there is no more room, as at 200 %."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from gui.widgets.placing import PlacingLayout


def flowing(*widgets: QWidget, spacing: int = 8) -> QWidget:
    """Widgets in a line, and in a second one where there is no room."""
    holder = QWidget()
    holder.setLayout(FlowLayout(*widgets, spacing=spacing))
    return holder


class FlowLayout(PlacingLayout):
    """Lays widgets out like words of a text, from the reading side."""

    def __init__(self, *widgets: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def sizeHint(self) -> QSize:
        """All in one line: what it takes where there is room."""
        sizes = [item.sizeHint() for item in self.items if not item.widget().isHidden()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self.items:
            size = size.expandedTo(item.minimumSize())
        return size

    def place_items(self, rect: QRect, *, move: bool) -> int:
        x = y = line = 0
        mirrored = self.mirrored()
        for item in self.items:
            # Only widgets are put in here.
            if item.widget().isHidden():
                continue
            wanted = item.sizeHint()
            size = wanted.boundedTo(QSize(max(rect.width(), item.minimumSize().width()), 10_000))
            if size.width() < wanted.width() and item.hasHeightForWidth():
                # Words that go on in the next line need its height too.
                size.setHeight(item.heightForWidth(size.width()))
            if x and x + size.width() > rect.width():
                x, y, line = 0, y + line + self.spacing(), 0
            if move:
                left = rect.right() + 1 - x - size.width() if mirrored else rect.x() + x
                item.setGeometry(QRect(QPoint(left, rect.y() + y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line
