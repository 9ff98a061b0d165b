"""Answers typed in one field: a line, a paragraph, a number, an amount, an hour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from core.i18n import Message, _
from core.interview.model import UNKNOWN, Money, Number, Question, Raw, Text, TimeQuestion
from gui.style import px
from gui.widgets.basic import TextLabel, row
from gui.wizard.editors.base import Context, Editor
from gui.wizard.touches import TEXT_LEAVES
from gui.words import say

# A longer text scrolls in its field.
MOST_LINES = 6


def leave_to_window(event: QEvent) -> bool:
    """Whether the key is the window's. Some desktops give Ctrl+E and others to the text, as Emacs does."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if QKeySequence(event.keyCombination()).toString() not in TEXT_LEAVES:
        return False
    event.ignore()
    return True


class LineField(QLineEdit):
    """A field wide enough for `characters`, at any text size."""

    def __init__(self, characters: int, name: str, object_name: str) -> None:
        super().__init__()
        self._characters = characters
        # What « ? » does where no answer holds one; False: it is a character like others.
        self.question_mark: Callable[[], bool] | None = None
        self.setAccessibleName(name)
        self.setObjectName(object_name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("n") * self._characters + px(32)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(120)), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        return leave_to_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "?" and self.question_mark is not None and self.question_mark():
            return
        super().keyPressEvent(event)


class Paragraph(QPlainTextEdit):
    """A field of several lines. Tab leaves it, as everywhere; Enter makes a new line.

    It grows with its text, so that words that are compared with a screen are seen whole.
    """

    def __init__(self, name: str, object_name: str, *, lines: int = 5) -> None:
        super().__init__()
        self._lines = self._least = lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setObjectName(object_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().contentsChanged.connect(self._grow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = self._wrapped_lines()
        # A scroll bar takes width, and so makes more lines: none while the field can still grow.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > MOST_LINES else policy.ScrollBarAlwaysOff
        )
        shown = max(self._least, min(lines, MOST_LINES))
        if shown != self._lines:
            self._lines = shown
            self.updateGeometry()

    def _wrapped_lines(self) -> int:
        """The lines of the text at this width; where they are too many, not all of them are counted."""
        lines, block = 0, self.document().firstBlock()
        while block.isValid() and lines <= MOST_LINES:
            # Has the paragraph laid out.
            self.blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines

    def sizeHint(self) -> QSize:
        # The whole height of a line: rounded down, the last line would be a little too low to be seen.
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        return QSize(px(560), line * self._lines + px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        return leave_to_window(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Ctrl+Enter continues from everywhere.
            event.ignore()
            return
        super().keyPressEvent(event)


class TextEditor(Editor):
    """A line, or a paragraph. Nothing typed is cut or changed: the interview says what is wrong."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        assert isinstance(question, Text)
        self._line: LineField | None = None
        self._paragraph: Paragraph | None = None
        placeholder = say(question.placeholder) if question.placeholder is not None else ""
        if question.multiline:
            self._paragraph = Paragraph(self.label, question.path, lines=2 if context.dense else 5)
            self._paragraph.setPlaceholderText(placeholder)
            self._paragraph.setMaximumWidth(px(640))
            self._paragraph.textChanged.connect(self.typed)
            self.body.addWidget(self._paragraph)
        else:
            self._line = LineField(min(42, max(10, question.max_length)), self.label, question.path)
            self._line.setPlaceholderText(placeholder)
            self._line.textEdited.connect(self.typed)
            self.add_line(self._line)
        self.add_unknown_card()

    def fields(self) -> tuple[QWidget, ...]:
        field = self._line or self._paragraph
        assert field is not None
        return (field,)

    def raw(self) -> Raw:
        if self.is_unknown():
            return UNKNOWN
        if self._line is not None:
            return self._line.text()
        assert self._paragraph is not None
        return self._paragraph.toPlainText()

    def show_value(self, value: Any, *, unknown: bool) -> None:
        text = value or ""
        if self._line is not None:
            self._line.setText(text)
        elif self._paragraph is not None and self._paragraph.toPlainText() != text:
            self._paragraph.blockSignals(True)
            self._paragraph.setPlainText(text)
            self._paragraph.blockSignals(False)
        self.show_unknown(unknown)

    def show_raw(self, raw: Raw) -> None:
        self.show_value(raw, unknown=False)


class _Unit(TextLabel):
    """Words that stay on one line wherever there is room for them."""

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text()).width() + 2
        return QSize(width, self.heightForWidth(width))


def _with_unit(field: LineField, unit: Message) -> QWidget:
    """The field and its unit, on one middle line, which nothing parts."""
    both = QWidget()
    both.setLayout(row(field, _Unit(unit, "soft")))
    return both


class ShortEditor(Editor):
    """A short field with a unit beside it: a number, an amount, an hour."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        unit = self._unit(question)
        name = f"{self.label} ({say(unit)})" if unit is not None else self.label
        self._field = LineField(7, name, question.path)
        self._field.textEdited.connect(self.typed)
        self.add_line(self._field if unit is None else _with_unit(self._field, unit))
        self.add_unknown_card()

    @staticmethod
    def _unit(question: Question) -> Message | None:
        if isinstance(question, Number):
            return question.unit
        return _("euros") if isinstance(question, Money) else None

    def fields(self) -> tuple[QWidget, ...]:
        return (self._field,)

    def raw(self) -> Raw:
        return UNKNOWN if self.is_unknown() else self._field.text()

    def show_value(self, value: Any, *, unknown: bool) -> None:
        self._field.setText(self._as_text(value))
        self.show_unknown(unknown)

    def show_raw(self, raw: Raw) -> None:
        self._field.setText(str(raw))

    def _as_text(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(self.question, Money):
            euros, cents = divmod(int(value), 100)
            return f"{euros},{cents:02}"
        if isinstance(self.question, TimeQuestion):
            assert isinstance(value, time)
            return f"{value.hour} h {value.minute:02}"
        return str(value)
