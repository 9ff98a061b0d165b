"""Labels, buttons and boxes in the few kinds that the style sheet knows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.i18n import Message
from gui.style import body_font
from gui.widgets.drawn_text import RIGHT, SIDES, draw_text, line_height, text_height
from gui.widgets.icons import Icon
from gui.words import say


class TextLabel(QLabel):
    """A text that wraps, shown as it is: nothing in it is markup."""

    def __init__(self, text: Message | str = "", kind: str = "body") -> None:
        super().__init__(say(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", kind)

    def say(self, text: Message | str) -> None:
        """Show another text."""
        self.setText(say(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            super().paintEvent(event)
            return
        # Qt would take the direction, and the side, from the first letter of the text.
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        box = self.contentsRect()
        height = text_height(self.text(), self.font(), box.width())
        if height < box.height():
            box.setTop(box.top() + (box.height() - height) // 2)
        side = self.alignment() & SIDES
        if side == Qt.AlignmentFlag.AlignLeft:
            # The side where reading begins, as long as it is not said to be the left side itself.
            side = RIGHT
        draw_text(painter, box, self.text(), side, wraps=self.wordWrap())
        painter.end()


class Heading(TextLabel):
    """The heading of a page. The window can put the focus on it, so that a screen reader begins there."""

    def __init__(self, text: Message | str, kind: str = "question") -> None:
        super().__init__(text, kind)
        self.setAccessibleName(self.text())
        # « termine-t-il » stays on one line; a screen reader gets the usual hyphen.
        self.setText(self.text().replace("-", "\N{NON-BREAKING HYPHEN}"))


class Button(QPushButton):
    """A button that Enter presses too. `kind`: primary, secondary, danger, quiet, link."""

    def __init__(
        self,
        text: Message | str,
        clicked: Callable[[], object] | None = None,
        kind: str = "secondary",
        *,
        name: Message | str | None = None,
    ) -> None:
        super().__init__()
        self.setAutoDefault(True)
        self.setProperty("kind", kind)
        self.say(text, name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if clicked is not None:
            self.clicked.connect(lambda: clicked())

    def say(self, text: Message | str, name: Message | str | None = None) -> None:
        """Show another text; `name` is what a screen reader says where the text is not enough."""
        self.setText(say(text).replace("&", "&&"))
        self.setAccessibleName(say(text if name is None else name))


def column(
    *items: QWidget | QLayout, spacing: int = 12, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Items one under the other."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margins)
    return layout


def row(
    *items: QWidget | QLayout, spacing: int = 12, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """Items side by side, at the reading side; a stretch takes the rest."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, margins)
    layout.addStretch(1)
    return layout


def beside(sign: QWidget, *texts: QWidget, spacing: int = 8) -> QHBoxLayout:
    """A sign and, beside it, texts one under the other that take the rest of the width."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    first = texts[0]
    if isinstance(sign, Icon) and isinstance(first, QLabel):
        # On the middle of the first line, which is higher in Arabic script.
        sign.setFixedHeight(max(sign.height(), line_height(first.text(), body_font())))
    layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    if len(texts) == 1:
        layout.addWidget(texts[0], 1)
    else:
        layout.addLayout(column(*texts, spacing=0), 1)
    return layout


def _fill(
    layout: QVBoxLayout | QHBoxLayout,
    items: tuple[QWidget | QLayout, ...],
    spacing: int,
    margins: tuple[int, int, int, int],
) -> None:
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    _add(layout, items)


def _add(layout: QVBoxLayout | QHBoxLayout, items: tuple[QWidget | QLayout, ...]) -> None:
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


class Card(QFrame):
    """A box with a border: help, an item of a list, a notice. `kind`: card, errors, notice."""

    def __init__(
        self,
        *items: QWidget | QLayout,
        kind: str = "card",
        spacing: int = 8,
        margins: tuple[int, int, int, int] = (18, 16, 18, 16),
    ) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setLayout(column(*items, spacing=spacing, margins=margins))

    def add(self, item: QWidget | QLayout) -> None:
        """Put one more thing at the bottom."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        _add(layout, (item,))

    def empty(self) -> None:
        """Take everything out."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        clear(layout)


class Group(QWidget):
    """Widgets that belong together: a column without a border, with a name for screen readers."""

    def __init__(self, *items: QWidget | QLayout, spacing: int = 12, name: Message | str = "") -> None:
        super().__init__()
        self.setLayout(column(*items, spacing=spacing))
        self.setAccessibleName(say(name))

    @property
    def column(self) -> QVBoxLayout:
        """The layout, to add to it."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        return layout

    def fill(self, *items: QWidget | QLayout) -> None:
        """Show these in place of what was there; nothing, and no room for it, where there are none.

        To be called once the group has its place: without one, Qt would show it as a window.
        """
        assert self.parentWidget() is not None
        # Hidden meanwhile: in sight, Qt would lay out the whole page once for each of them.
        self.hide()
        for item in items:
            if isinstance(item, QWidget):
                # One that was there already stays alive.
                self.column.removeWidget(item)
        clear(self.column)
        _add(self.column, items)
        self.setVisible(bool(items))


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line


def announce(widget: QWidget, text: Message | str) -> None:
    """Have a screen reader say `text` now, without moving the focus."""
    # Loaded when first said: the first page does without.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, say(text)))


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and have it look again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let Qt delete it."""
    while layout.count():
        item = layout.takeAt(0)
        if isinstance(item, QLayout):
            clear(item)
            continue
        widget: QWidget | None = item.widget()
        # A gap is an item without a widget.
        if widget is not None:
            widget.hide()
            widget.deleteLater()
