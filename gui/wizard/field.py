"""One question on a page: its words, its hint, what is wrong, its editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.i18n import Message, _
from core.interview.model import Question, Remark, Repeat, Text, Tick
from gui.style import FOLD_ROW_BELOW, LABEL_COLUMN, look, px
from gui.widgets.basic import Group, TextLabel, announce, beside
from gui.widgets.bilingual import Bilingual, directed
from gui.widgets.icons import Icon
from gui.wizard.editors.base import Editor
from gui.words import say


class Field(QWidget):
    """A question as a person sees it; without its words where the heading of the page says them.

    Where it is dense the words stand beside the editor, or above it where that is too narrow.
    """

    def __init__(self, editor: Editor, *, said_by_heading: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self.question: Question = editor.question
        # Filled when there is something to say: mostly there is nothing.
        around = 2 if editor.context.dense else 4
        self._above, self._below = Group(spacing=around), Group(spacing=around)
        for group in (self._above, self._below):
            group.hide()
        self._remark: Remark | None = None
        # What stands below now.
        self._said: tuple[Message | None, Remark | None] = (None, None)
        if self.question.remark is not None:
            for typed in editor.fields():
                typed.installEventFilter(self)
        self.error: Message | None = None
        # Whether the person gave the answer shown; if not, a proposal may take its place, or is shown.
        self.touched = self.proposed = False
        # A box to tick carries its own words.
        words = [] if isinstance(self.question, Tick) else self._words(said_by_heading)
        parts = (self._above, editor, self._below)
        if editor.context.dense:
            self._side_by_side(words, parts)
        else:
            self._one_under_the_other(words, parts)

    def _words(self, said_by_heading: bool) -> list[QWidget]:
        words: list[QWidget] = []
        dense = self.editor.context.dense
        if not said_by_heading:
            if dense:
                words.append(Bilingual(self.question.label, "strong", self.editor.context.beside))
            else:
                words.append(TextLabel(self.question.label, "label"))
        if self.question.hint is not None:
            hint = self.editor.context.first(self.question.hint)
            words.append(directed(hint, "small", "") if dense else TextLabel(hint, "soft"))
        return words

    def _one_under_the_other(self, words: Sequence[QWidget], parts: Sequence[QWidget]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (*words, *parts):
            layout.addWidget(widget)

    def _side_by_side(self, words: Sequence[QWidget], parts: Sequence[QWidget]) -> None:
        self.setProperty("kind", "row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = Group(*words, spacing=2)
        self._label.column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(4, 6, 4, 6)
        self._columns.addWidget(self._label)
        self._columns.addWidget(Group(*parts, spacing=2), 1)
        # A list needs the whole width.
        self._stacked: bool | None = None
        self._stack(isinstance(self.question, Repeat))

    def _stack(self, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        top_down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(top_down if stacked else across)
        self._columns.setSpacing(4 if stacked else px(16))
        self._label.setMinimumWidth(0 if stacked else px(LABEL_COLUMN))
        self._label.setMaximumWidth(px(FOLD_ROW_BELOW) if stacked else px(LABEL_COLUMN))
        self._label.setVisible(not (stacked and isinstance(self.question, Tick)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.editor.context.dense and not isinstance(self.question, Repeat):
            self._stack(event.size().width() / look().scale < FOLD_ROW_BELOW)

    def waits(self) -> bool:
        """Whether whoever fills in quickly has to stop here."""
        optional = isinstance(self.question, Tick) and not self.question.required
        return not optional and not self.proposed

    def show_error(self, message: Message | None) -> None:
        """Say what is wrong, beside the field; None takes it away."""
        self.error = message
        text = say(message) if message is not None else ""
        self._above.fill(*([_error_line(text)] if text else []))
        self.editor.show_error(text)

    def show_remark(self, remark: Remark | None) -> None:
        """Say how the answer reads; a doubt about a text only once it is left, not at every key."""
        self._remark = remark
        typed = isinstance(self.question, Text)
        typing = typed and any(field.hasFocus() for field in self.editor.fields())
        self._say_remark(None if remark is not None and remark.doubt and typing else remark)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._say_remark(self._remark)
        return super().eventFilter(field, event)

    def _say_remark(self, remark: Remark | None) -> None:
        self._say_below(self._said[0], remark)

    def show_note(self, note: Message | None) -> None:
        """Say something about the answer shown; None says nothing."""
        self._say_below(note, self._said[1])

    def _say_below(self, note: Message | None, remark: Remark | None) -> None:
        if (note, remark) == self._said:
            return
        before, self._said = self._said[1], (note, remark)
        if remark is not None and remark != before:
            announce(self, remark.text)
        notes = [TextLabel(note, "small")] if note is not None else []
        remarks = [_remark_line(remark)] if remark is not None else []
        self._below.fill(*notes, *remarks)


def _error_line(text: str) -> QHBoxLayout:
    words = TextLabel(text, "error")
    words.setAccessibleName(say(_("Erreur : {text}", text=text)))
    return beside(Icon("warn", "stop"), words, spacing=6)


def _remark_line(remark: Remark) -> QHBoxLayout:
    sign = Icon("warn", "warn") if remark.doubt else Icon("check", "ok")
    return beside(sign, TextLabel(remark.text, "soft"), spacing=6)


def field_with(focus: QWidget | None, fields: Sequence[Field]) -> Field | None:
    """The question that the keyboard is in."""
    if focus is None:
        return None
    return next((field for field in fields if field is focus or field.isAncestorOf(focus)), None)


def focus_next(focus: QWidget | None, fields: Sequence[Field]) -> bool:
    """Put the keyboard in the question after the one it is in; False where that is the last one.

    A box that may stay empty only adds to the question before it, and what the program proposes is answered:
    Tab finds them, this passes over them.
    """
    here = field_with(focus, fields)
    after = fields if here is None else fields[fields.index(here) + 1 :]
    target = next((field for field in after if field.waits()), None)
    if target is None:
        return False
    target.editor.first_field().setFocus(Qt.FocusReason.TabFocusReason)
    return True
