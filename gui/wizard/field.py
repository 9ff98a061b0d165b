"""One question on a page: its words, its hint, what is wrong, its editor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.i18n import Message, _
from core.interview.model import Question, Remark, Text, Tick
from gui.widgets.basic import Group, TextLabel, announce, beside
from gui.widgets.icons import Icon
from gui.wizard.editors.base import Editor
from gui.words import say


class Field(QWidget):
    """A question as a person sees it; without its words where the heading of the page says them."""

    def __init__(self, editor: Editor, *, said_by_heading: bool = False) -> None:
        super().__init__()
        self.editor = editor
        self.question: Question = editor.question
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        # A box to tick carries its own words.
        if not said_by_heading and not isinstance(self.question, Tick):
            label = TextLabel(self.question.label, "label")
            label.setContentsMargins(4, 0, 0, 0)
            layout.addWidget(label)
        if self.question.hint is not None and not isinstance(self.question, Tick):
            hint = TextLabel(self.question.hint, "soft")
            hint.setContentsMargins(4, 0, 0, 0)
            layout.addWidget(hint)
        self._error_line = QWidget()
        self._error = TextLabel("", "error")
        self._error_line.setLayout(beside(Icon("warn", "stop"), self._error, 6))
        self._error_line.hide()
        layout.addWidget(self._error_line)
        layout.addWidget(editor)
        self._note = TextLabel("", "small")
        self._note.setContentsMargins(4, 0, 0, 0)
        self._note.hide()
        layout.addWidget(self._note)
        self._remark: Remark | None = None
        self._remark_words = TextLabel("", "soft")
        self._doubt, self._good = Icon("warn", "warn"), Icon("check", "ok")
        signs = Group(self._doubt, self._good, spacing=0)
        self._remark_line = QWidget()
        said = beside(signs, self._remark_words, 6)
        said.setContentsMargins(4, 0, 0, 0)
        self._remark_line.setLayout(said)
        self._remark_line.hide()
        layout.addWidget(self._remark_line)
        if self.question.remark is not None:
            for typed in editor.fields():
                typed.installEventFilter(self)
        self.error: Message | None = None

    def show_error(self, message: Message | None) -> None:
        """Say what is wrong, beside the field; None takes it away."""
        self.error = message
        text = say(message) if message is not None else ""
        self._error.setText(text)
        self._error.setAccessibleName(say(_("Erreur : {text}", text=text)) if text else "")
        self._error_line.setVisible(bool(text))
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
        said = say(remark.text) if remark is not None else ""
        if said and said != self._remark_words.text():
            announce(self, said)
        self._remark_words.say(said)
        self._doubt.setVisible(remark is not None and remark.doubt)
        self._good.setVisible(remark is not None and not remark.doubt)
        self._remark_line.setVisible(remark is not None)

    def show_note(self, note: Message | None) -> None:
        """Say something about the answer shown; None says nothing."""
        self._note.say(note or "")
        self._note.setVisible(note is not None)
