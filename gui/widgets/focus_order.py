"""Tab goes through the window as it is read, also through what appeared a moment ago.

Qt moves the focus in the order in which widgets came to the window; a line added to a list, or a link in the
summary of errors, would come after the last button. So the window asks here, at each Tab.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QWidget


class ReadingOrderWindow(QWidget):
    """A window in which Tab follows the layout, and Shift+Tab goes back the same way."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        here = self.focusWidget()
        stops = list(_stops(self, here))
        if not stops:
            return False
        at = stops.index(here) if here in stops else -1 if forward else 0
        target = stops[(at + (1 if forward else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True


def _stops(widget: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    """The widgets where Tab stops, and the one that has the focus, in the order of the layout."""
    groups: set[object] = set()
    for found in _in_layout_order(widget):
        if found is here:
            yield found
            groups.add(_group(found))
        elif found.focusPolicy() & Qt.FocusPolicy.TabFocus.value and found.isEnabled():
            group = _group(found)
            # Of several cards that exclude each other Tab finds one; the arrows find the others.
            if group is None or group not in groups:
                yield found
            groups.add(group)


def _group(widget: QWidget) -> object:
    return widget.group() if isinstance(widget, QAbstractButton) else None


def _in_layout_order(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QScrollArea):
        yield from _in_layout_order(widget.widget())
    layout: QLayout | None = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        assert item is not None
        inner: QWidget | None = item.widget()
        if inner is not None:
            yield from _in_layout_order(inner)
        elif isinstance(item, QLayout):
            yield from _in_layout(item)
