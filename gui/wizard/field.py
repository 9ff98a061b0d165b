"""One question on a page: its words, its hint, what is wrong, its editor."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.i18n import Message, _
from core.interview.model import Question, Tick
from gui.widgets.basic import TextLabel, beside
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
        self.error: Message | None = None

    def show_error(self, message: Message | None) -> None:
        """Say what is wrong, beside the field; None takes it away."""
        self.error = message
        text = say(message) if message is not None else ""
        self._error.setText(text)
        self._error.setAccessibleName(say(_("Erreur : {text}", text=text)) if text else "")
        self._error_line.setVisible(bool(text))
        self.editor.show_error(text)

    def show_note(self, note: Message | None) -> None:
        """Say something about the answer shown; None says nothing."""
        self._note.say(note or "")
        self._note.setVisible(note is not None)
