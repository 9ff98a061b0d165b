"""One editor per type of question, chosen by type and never by question."""

from __future__ import annotations

from core.interview.model import (
    Calendar,
    Choice,
    DateQuestion,
    Exhibits,
    ListedText,
    Money,
    Number,
    PartialDateQuestion,
    Question,
    Repeat,
    Search,
    Text,
    Tick,
    TimeQuestion,
    Wording,
    YesNo,
)
from gui.wizard.editors.base import Context, Editor
from gui.wizard.editors.calendar import CalendarEditor
from gui.wizard.editors.choices import ChoiceEditor, TickEditor
from gui.wizard.editors.dates import DateEditor
from gui.wizard.editors.exhibits import ExhibitsEditor
from gui.wizard.editors.listed import ListedTextEditor
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.editors.search import SearchEditor
from gui.wizard.editors.texts import ShortEditor, TextEditor
from gui.wizard.editors.wording import WordingEditor

EDITORS: dict[type[Question], type[Editor]] = {
    YesNo: ChoiceEditor,
    Choice: ChoiceEditor,
    Tick: TickEditor,
    Search: SearchEditor,
    Text: TextEditor,
    ListedText: ListedTextEditor,
    Wording: WordingEditor,
    DateQuestion: DateEditor,
    PartialDateQuestion: DateEditor,
    TimeQuestion: ShortEditor,
    Number: ShortEditor,
    Money: ShortEditor,
    Repeat: RepeatEditor,
    Calendar: CalendarEditor,
    Exhibits: ExhibitsEditor,
}


def make_editor(question: Question, context: Context) -> Editor:
    """The editor for this type of question. Raises `KeyError` for a type without one (a test names it)."""
    return EDITORS[type(question)](question, context)
