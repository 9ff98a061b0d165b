"""The journal on the screen: cards of weeks side by side, or one under the other, with what happened on each
day. It shows `core.interview.journal` and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from core.i18n import Message, _, ngettext, short_span
from core.interview.journal import UNSURE, UNSURE_NOTE, Entry, Gap, Journal, Week
from gui.style import FOLD_HELP_BELOW, look, px
from gui.widgets.basic import Card, Group, TextLabel, clear
from gui.widgets.placing import PlacingLayout
from gui.wizard.editors.entries import AttemptMark, HelpMark
from gui.words import language, say

# In device-independent pixels at 100 %.
WEEK_WIDTH, WEEK_NAME, SPACING = 132, 148, 10

Open = Callable[[str], object]


class WeekGrid(PlacingLayout):
    """Cards in columns of one width and rows of one height; one column where the window is narrow."""

    def sizeHint(self) -> QSize:
        return QSize(px(WEEK_WIDTH) * 3, self.minimumSize().height())

    def minimumSize(self) -> QSize:
        return QSize(px(WEEK_WIDTH), px(WEEK_WIDTH) // 2)

    def is_list(self) -> bool:
        """Whether the weeks stand one under the other: where the help of the page has folded too."""
        return bool(self.parentWidget().window().width() / look().scale < FOLD_HELP_BELOW)

    def place_items(self, rect: QRect, *, move: bool) -> int:
        listed, gap = self.is_list(), px(SPACING)
        columns = 1 if listed else max(1, (rect.width() + gap) // (px(WEEK_WIDTH) + gap))
        width = (rect.width() - gap * (columns - 1)) // columns
        mirrored = self.mirrored()
        y = 0
        for start in range(0, len(self.items), columns):
            line = self.items[start : start + columns]
            for item in line:
                card = item.widget()
                if isinstance(card, WeekCard):
                    card.lie(listed)
            height = max(_height(item, width) for item in line)
            for column, item in enumerate(line):
                left = (width + gap) * column
                left = rect.right() + 1 - left - width if mirrored else rect.x() + left
                if move:
                    item.setGeometry(QRect(left, rect.y() + y, width, height))
            y += height + gap
        return max(0, y - gap)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class WeekCard(Card):
    """One week, or several empty ones: its name, its days, and what happened."""

    def __init__(self, title: Message, days: str, *parts: QWidget) -> None:
        name, span = TextLabel(title, "strong"), TextLabel(days, "small")
        self._name = Group(name, span, spacing=0)
        self._name.column.addStretch(1)
        super().__init__(margins=(10, 10, 10, 10), spacing=8)
        self.setAccessibleName(f"{name.text()}, {days}")
        self._marks = Group(*parts, spacing=6)
        self._marks.column.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(8)
        self._line.addWidget(self._name)
        self._line.addWidget(self._marks, 1)
        self.add(self._line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lie(self, lying: bool) -> None:
        """Lie down as a line of a list, or stand as a column beside others."""
        down = QBoxLayout.Direction.LeftToRight if lying else QBoxLayout.Direction.TopToBottom
        if self._line.direction() is down:
            return
        self._line.setDirection(down)
        if self._marks.column.count() > 1:
            # All that happened begins at one line; a gap has only its name.
            self._name.setFixedWidth(px(WEEK_NAME)) if lying else _free_width(self._name)
        self._line.invalidate()


def _free_width(widget: QWidget) -> None:
    widget.setMinimumWidth(0)
    widget.setMaximumWidth(10_000)


class Weeks(QWidget):
    """The whole journal; `open_item` is called with the id of the attempt that was chosen."""

    def __init__(self, open_item: Open) -> None:
        super().__init__()
        self._open = open_item
        self._shown: Journal | None = None
        self.marks: dict[str, AttemptMark] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(SPACING))

    def show_journal(self, journal: Journal, empty: Message) -> None:
        """Show it; `empty` is said where there is nothing in it. The focus stays on its attempt."""
        if journal == self._shown:
            return
        self._shown = journal
        held = next((name for name, mark in self.marks.items() if mark.hasFocus()), None)
        clear(self._column)
        self.marks = {}
        if journal.weeks:
            holder, grid = QWidget(), WeekGrid()
            holder.setLayout(grid)
            for week in journal.weeks:
                grid.addWidget(self._gap(week) if isinstance(week, Gap) else self._week(week))
            self._column.addWidget(holder)
        if journal.unsure:
            self._column.addWidget(self._unsure(journal.unsure))
        if not self.marks:
            self._column.addWidget(TextLabel(empty, "soft"))
        if held in self.marks:
            self.marks[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _week(self, week: Week) -> WeekCard:
        marks: list[QWidget] = [self._mark(entry) for entry in week.entries]
        if not marks:
            marks.append(TextLabel(_("pas d’essai"), "small"))
        title = _("semaine {number}", number=week.number)
        return WeekCard(title, short_span(week.monday, week.sunday, language()), *marks)

    def _gap(self, gap: Gap) -> WeekCard:
        title = ngettext("{number} semaine sans essai", "{number} semaines sans essai", gap.weeks)
        return WeekCard(title, short_span(gap.monday, gap.sunday, language()))

    def _unsure(self, entries: tuple[Entry, ...]) -> Card:
        card = Card(TextLabel(UNSURE, "strong"), TextLabel(UNSURE_NOTE), kind="notice")
        card.setAccessibleName(say(UNSURE))
        for entry in entries:
            card.add(self._mark(entry))
        return card

    def _mark(self, entry: Entry) -> QWidget:
        if entry.helped:
            return HelpMark(entry)
        mark = self.marks[entry.item_id] = AttemptMark(entry)
        mark.clicked.connect(lambda: self._open(entry.item_id))
        mark.arrow.connect(lambda step: self._go(entry.item_id, step))
        return mark

    def _go(self, item_id: str, step: int) -> None:
        """The arrows go from attempt to attempt, from the first to the last and no further."""
        names = list(self.marks)
        at = max(0, min(names.index(item_id) + step, len(names) - 1))
        self.marks[names[at]].setFocus(Qt.FocusReason.OtherFocusReason)
