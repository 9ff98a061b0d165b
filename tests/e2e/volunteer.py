"""A volunteer at the keyboard: all of a section at once, a key an answer, Enter to the next question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import PartialDate
from core.i18n import FRENCH_MONTHS
from core.interview.model import (
    UNKNOWN,
    Choice,
    DateQuestion,
    Money,
    PartialDateQuestion,
    Question,
    Repeat,
    Search,
    Tick,
    TimeQuestion,
    YesNo,
)
from core.interview.parsing import InvalidAnswer, parse
from gui.wizard.block_view import BlockView
from gui.wizard.editors.choices import ChoiceEditor
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.field import Field, field_with
from gui.words import say
from tests.e2e.keyboard import MANY, Keyboard

Ctrl = Qt.KeyboardModifier.ControlModifier


class VolunteerKeyboard(Keyboard):
    """Presses what the panel of keys says. Where the pages come one by one it presses as somebody alone."""

    def tell(self, told: Dossier) -> None:
        for _block in range(MANY):
            if not self.is_on_questions():
                return
            if isinstance(self.page, BlockView):
                self.fill_block(told)
            else:
                self.fill_in(told)
            self.go_on()
        raise AssertionError("the questions never end")

    def fill_block(self, told: Dossier) -> None:
        """Answer what the story tells and the block does not show yet, from the top to the bottom."""
        done: set[str] = set()
        for _question in range(MANY):
            field = next((f for f in self.page.shown_fields() if self._waits(f, told, done)), None)
            if field is None:
                return
            done.add(field.question.path)
            value = _told(field.question, told)
            if isinstance(field.question, Repeat):
                self.add_items(field, value, told)
            else:
                self.go_to(field, self.page.shown_fields())
                self.answer_here(field, value, told)
        raise AssertionError("the block never ends")

    def _waits(self, field: Field, told: Dossier, done: set[str]) -> bool:
        question = field.question
        value = _told(question, told)
        # A story that leads elsewhere is told on to a volunteer, but not every measure is on offer then.
        offered = not isinstance(question, Choice) or value is UNKNOWN or value in _values(field)
        return question.path not in done and value not in (None, ()) and offered and not _shows(field, value)

    def go_to(self, field: Field, fields: list[Field]) -> None:
        """Enter goes from question to question; Tab where Enter means more, or would pass over this one."""
        for _press in range(MANY):
            if field.isAncestorOf(self.focus):
                return
            here = field_with(self.focus, fields)
            after = fields if here is None else fields[fields.index(here) + 1 :]
            passed = next((f for f in after if f.waits() or f is field), None) is field and not field.waits()
            if here is not None and fields.index(field) < fields.index(here):
                # The last answer opened a question that the program has answered: it was passed over.
                self.press(Qt.Key.Key_Backtab)
                continue
            kept = isinstance(self.focus, QPlainTextEdit | QPushButton)
            self.press(Qt.Key.Key_Tab if kept or passed else Qt.Key.Key_Return)
        raise AssertionError(f"the keys never reached {field.question.path}")

    def answer_here(self, field: Field, value: Any, told: Dossier) -> None:
        """Answer the question that has the focus."""
        question = field.question
        if value is UNKNOWN:
            self.type_key("?")
            return
        match question:
            case YesNo():
                self.type_key("o" if value else "n")
            case Choice():
                self.type_key(str(_values(field).index(value) + 1))
            case Tick():
                self.type_key("o" if value else "n")
            case Search():
                option = next(o for o in question.options(told) if o.value == value)
                self.type(say(option.label))
                self.enter()
            case DateQuestion() | PartialDateQuestion():
                self.type(_date_text(value))
            case TimeQuestion():
                self.type(f"{value.hour}h{value.minute:02}")
            case Money():
                self.type(f"{value // 100},{value % 100:02}")
            case _:
                self.type(str(value))

    def type_key(self, key: str) -> None:
        """A letter or a digit that answers: not text, so it counts."""
        self.presses += 1
        self.type(key)

    def add_items(self, field: Field, items: Sequence[Any], told: Dossier) -> None:
        """Fill in the lines of a list; where there is a key for one more line, with that."""
        more = {"attempts": Qt.Key.Key_E, "exhibits": Qt.Key.Key_P}.get(field.question.path, Qt.Key.Key_L)
        editor = field.editor
        assert isinstance(editor, RepeatEditor)
        for item in items:
            self.press(more, Ctrl)
            form = editor.form
            assert form is not None
            for inner in form.fields.values():
                value = getattr(item, inner.question.path)
                if value not in (None, (), False) and not inner.isHidden() and not _shows(inner, value):
                    self.go_to(inner, form.shown_fields())
                    self.answer_here(inner, value, told)
        # The next line, or leaving the block, keeps the one being written.


def _told(question: Question, told: Dossier) -> Any:
    return UNKNOWN if paths.is_unknown(told, question.path) else paths.get(told, question.path)


def _values(field: Field) -> list[object]:
    """The answers on the cards of a choice, in order."""
    assert isinstance(field.editor, ChoiceEditor)
    return list(field.editor.values)


def _shows(field: Field, value: Any) -> bool:
    """Whether the answer is already on the screen: proposed, or given before."""
    try:
        return bool(parse(field.question, field.editor.raw()) == value)
    except InvalidAnswer:
        return False


def _date_text(value: Any) -> str:
    if isinstance(value, PartialDate) and value.exact() is None:
        month = FRENCH_MONTHS[value.month - 1] if value.month else ""
        return f"{month}/{value.year}" if month else str(value.year)
    day = value.exact() if isinstance(value, PartialDate) else value
    assert isinstance(day, date)
    return f"{day.day}/{day.month}/{day.year}"
