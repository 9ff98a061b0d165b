"""What a layout of ours keeps, whatever the places it gives: its items, and its height at each width."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class PlacingLayout(QLayout):
    """Items in the order in which they were added; `place_items` says where they go.

    Each layout has its own; Qt's classes cannot be abstract ones of Python's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._changed = True
        self.setContentsMargins(0, 0, 0, 0)

    def place_items(self, rect: QRect, *, move: bool) -> int:
        """Put the items into `rect`, or only measure; returns the height that they take."""
        raise NotImplementedError

    def mirrored(self) -> bool:
        """Whether the text is read from right to left."""
        return self.parentWidget().layoutDirection() is Qt.LayoutDirection.RightToLeft

    def addItem(self, item: QLayoutItem) -> None:
        self.items.append(item)

    def count(self) -> int:
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    # Qt asks until nothing is left; PySide's annotations leave out that there may be nothing.
    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask this many times over; Qt says when something has changed.
        if width not in self._heights:
            self._heights[width] = self.place_items(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        self._changed = True
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        if self._changed or rect != self.geometry():
            self._changed = False
            super().setGeometry(rect)
            self.place_items(rect, move=True)
