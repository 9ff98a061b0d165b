"""A page of the window: a reading column that scrolls, and help beside it, or under it where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.i18n import Message, review_notice
from gui.style import FOLD_CHOICE_BELOW, FOLD_HELP_BELOW, HELP_COLUMN, SIDE_BAR, look, px, reading_width
from gui.widgets.basic import Heading, TextLabel, announce
from gui.words import language

_AROUND = 40


def is_narrow(width: int) -> bool:
    """Whether a page of this width has no room for the help beside it."""
    # The page lies beside the side bar, whose width counts in the drawings.
    return (width + SIDE_BAR) / look().scale < FOLD_HELP_BELOW


def page_margin(width: int) -> int:
    """The space at the beginning side of a page of this width."""
    return 24 if is_narrow(width) else 56


def reveal(area: QScrollArea, widget: QWidget) -> None:
    """Scroll until the whole widget is in sight, its top first. (Qt would see to its text cursor only.)"""
    bar, height = area.verticalScrollBar(), area.viewport().height()
    top = widget.mapTo(area.widget(), widget.rect().topLeft()).y()
    bottom = top + widget.height()
    if bottom + _AROUND > bar.value() + height:
        bar.setValue(bottom + _AROUND - height)
    if top - _AROUND < bar.value():
        bar.setValue(top - _AROUND)


class ScrollPage(QScrollArea):
    """Base of all pages: `main` holds the page, `aside` the help. Enter asks to continue.

    `aside_first`: what is beside the page comes before it, since one chooses there what the page shows.
    """

    continue_asked = Signal()

    def __init__(
        self,
        heading: Message | str,
        *,
        wide: bool = False,
        aside_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._aside_first = aside_first
        # Made here: to wrap Qt's own, Python would first learn every kind of widget, before the first page.
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget()
        self._columns = QHBoxLayout(self._inner)
        self._columns.setSpacing(36)
        column = QWidget()
        column.setMaximumWidth(reading_width() + px(120) if wide else reading_width())
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.main = QVBoxLayout(column)
        self.main.setContentsMargins(0, 0, 0, 0)
        self.main.setSpacing(16)
        self.heading = Heading(heading)
        self.main.addWidget(self.heading)
        self.aside_box = QWidget()
        self.aside = QVBoxLayout(self.aside_box)
        self.aside.setContentsMargins(0, 0, 0, 0)
        self.aside.setSpacing(14)
        self._column = column
        self._columns.addWidget(column, 1000)
        self._columns.addWidget(self.aside_box, 0, Qt.AlignmentFlag.AlignTop)
        # What a very wide window has left over stays at the end, and the page under its buttons.
        self._columns.addStretch(1)
        self._folded = self.is_complete = False
        self.setWidget(self._inner)
        self._set_margins()
        # The page has its final height some time after it was filled, and a new one with each new question.
        self.verticalScrollBar().rangeChanged.connect(self.keep_focus_in_sight)

    def finish_layout(self, *, noticed: bool = False) -> None:
        """To be called once the page is filled: the rest of its height stays empty.

        `noticed`: the page says already that nobody has reviewed its language.
        """
        notice = None if noticed else review_notice(language())
        if notice is not None:
            label = TextLabel(notice, "small")
            label.setObjectName("review-notice")
            self.main.addWidget(label)
        self.main.addStretch(1)
        self.is_complete = True
        self._fold(self._is_too_narrow())

    def arrive(self) -> None:
        """The page has just been shown: a screen reader says its heading.

        In a window that is not there yet nobody would hear it: the window says it when it is shown.
        """
        if self.isVisible():
            announce(self.heading, self.heading.text())

    def keep_focus_in_sight(self) -> None:
        """Scroll as far as needed; nothing moves where the focus is seen already."""
        focus: QWidget | None = self.focusWidget()
        # Nothing inside has had the focus yet where the window is not active.
        if focus is not None and self.widget().isAncestorOf(focus):
            reveal(self, focus)

    def _set_margins(self) -> None:
        side = page_margin(self.width())
        self._columns.setContentsMargins(side, 32 if not self._folded else 20, side // 2, 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Its own width, not that of what the scroll bar leaves.
        self._fold(self._is_too_narrow())

    def _is_too_narrow(self) -> bool:
        wanted = FOLD_CHOICE_BELOW if self._aside_first else FOLD_HELP_BELOW
        return (self.width() + SIDE_BAR) / look().scale < wanted

    @property
    def is_folded(self) -> bool:
        """Whether what is beside the page stands above or under it."""
        return self._folded

    def _fold(self, folded: bool) -> None:
        place = self._columns.indexOf(self.aside_box)
        if not self.is_complete:
            return
        if folded == self._folded and (place >= 0) != folded:
            return
        self._folded = folded
        self._columns.removeWidget(self.aside_box)
        self.main.removeWidget(self.aside_box)
        if folded:
            self.aside_box.setMaximumWidth(reading_width())
            self.aside_box.setMinimumWidth(0)
            # Under the heading, or before the stretch that ends the page.
            self.main.insertWidget(1 if self._aside_first else self.main.count() - 1, self.aside_box)
        else:
            self.aside_box.setFixedWidth(px(HELP_COLUMN))
            place = 0 if self._aside_first else 1
            self._columns.insertWidget(place, self.aside_box, 0, Qt.AlignmentFlag.AlignTop)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight)
        self._set_margins()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
            return
        super().keyPressEvent(event)

    def enter(self) -> None:
        """Enter was pressed where nothing else takes it."""
        self.continue_asked.emit()
