"""A person at the keyboard: presses keys on whatever has the focus, and looks at the screen. Nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from time import monotonic, sleep
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import PartialDate
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
from gui.window import MainWindow
from gui.wizard.page_view import PageView
from gui.words import say
from tests.gui.keys import settle

MANY = 300
# In seconds: several windows may share the machine with whatever else it does.
LONGEST_WAIT = 80


class Keyboard:
    """Presses keys. `presses` counts those that are not the text itself."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.presses = 0
        self.pages = 0

    # --- keys ---------------------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        """The widget that would get the next key."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus: the keyboard is dead"
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        QTest.keyClick(self.focus, key, modifier)
        settle()

    def type(self, text: str) -> None:
        for character in text:
            widget = self.focus
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(widget, event)

    def clear_field(self) -> None:
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.press(Qt.Key.Key_Delete)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def tab_to(self, wanted: Callable[[str], bool]) -> QWidget:
        """Press Tab until a widget with such a name has the focus."""
        for _press in range(MANY):
            if wanted(self.focus.objectName()):
                return self.focus
            self.press(Qt.Key.Key_Tab)
        raise AssertionError("Tab never reached it")

    def tab_to_name(self, name: str) -> QWidget:
        return self.tab_to(lambda found: found == name)

    def wait(self, happened: Callable[[], bool]) -> None:
        end = monotonic() + LONGEST_WAIT
        while not happened():
            assert monotonic() < end, "it never happened"
            settle()
            sleep(0.005)

    # --- answers ------------------------------------------------------------------------------------

    def choose(self, path: str, value: object) -> None:
        """Choose one card of a group."""
        name = f"{path}:{getattr(value, 'value', value)}"
        self.tab_to(lambda found: found.startswith(f"{path}:") and not found.endswith(":list"))
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            for _press in range(20):
                if self.focus.objectName() == name:
                    break
                self.press(key)
        assert self.focus.objectName() == name, f"the arrows never reached {name}"
        card = self.focus
        assert isinstance(card, QAbstractButton)
        if not card.isChecked():
            self.press(Qt.Key.Key_Space)
        assert card.isChecked()

    def tick(self, name: str) -> None:
        card = self.tab_to_name(name)
        assert isinstance(card, QAbstractButton)
        if not card.isChecked():
            self.press(Qt.Key.Key_Space)

    def write(self, name: str, text: str) -> None:
        self.tab_to_name(name)
        self.clear_field()
        self.type(text)

    def write_date(self, path: str, value: date | PartialDate) -> None:
        if isinstance(value, date):
            value = PartialDate(value.year, value.month, value.day)
        parts = (("day", value.day), ("month", value.month), ("year", value.year))
        for part, number in parts:
            self.write(f"{path}:{part}", "" if number is None else str(number))

    def answer(self, question: Question, value: Any, dossier: Dossier) -> None:
        """Answer one question with keys."""
        match question:
            case YesNo() | Choice():
                self.choose(question.path, value)
            case _ if value is UNKNOWN:
                self.tick(f"{question.path}:unknown")
            case Tick():
                if value:
                    self.tick(question.path)
            case Search():
                option = next(o for o in question.options(dossier) if o.value == value)
                self.write(question.path, say(option.label))
                # The list under the field is open: Enter takes its first line.
                self.enter()
            case DateQuestion() | PartialDateQuestion():
                self.write_date(question.path, value)
            case TimeQuestion():
                assert isinstance(value, time)
                self.write(question.path, f"{value.hour}h{value.minute:02}")
            case Money():
                self.write(question.path, f"{value // 100},{value % 100:02}")
            case Repeat():
                for item in value:
                    self.add_item(question, item, dossier)
            case _:
                self.write(question.path, str(value))

    def add_item(self, repeat: Repeat, item: Any, dossier: Dossier) -> None:
        self.tab_to_name(f"{repeat.path}:add")
        self.enter()
        for question in repeat.questions:
            value = getattr(item, question.path)
            shown = question.item_when is None or question.item_when(item)
            if shown and value not in (None, ()):
                self.answer(question, value, dossier)
        self.tab_to_name(f"{repeat.path}:save")
        self.enter()

    # --- pages --------------------------------------------------------------------------------------

    @property
    def page(self) -> PageView:
        """The page of questions on the screen."""
        assert self.window.wizard is not None
        view = self.window.wizard.view
        assert isinstance(view, PageView), f"no page of questions but {type(view).__name__}"
        return view

    def is_on_questions(self) -> bool:
        return self.window.wizard is not None and isinstance(self.window.wizard.view, PageView)

    def fill_in(self, told: Dossier) -> None:
        """Answer everything that the page asks and the story tells."""
        page = self.page
        for question in page.page.questions:
            if page.fields[question.path].isHidden():
                continue
            if paths.is_unknown(told, question.path):
                self.answer(question, UNKNOWN, told)
            elif (value := paths.get(told, question.path)) not in (None, ()):
                self.answer(question, value, told)

    def go_on(self) -> None:
        """Ctrl+Enter continues from every field, lists and paragraphs too."""
        before = self.window.wizard.view if self.window.wizard is not None else None
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert self.window.wizard is not None
        view = self.window.wizard.view
        if view is before and isinstance(view, PageView):
            errors = {f.question.path: str(f.error) for f in view.shown_fields() if f.error}
            raise AssertionError(f"the page {view.page.id} did not continue: {errors}")
        self.pages += 1

    def tell(self, told: Dossier) -> None:
        """Go through all pages of questions."""
        for _page in range(MANY):
            if not self.is_on_questions():
                return
            self.fill_in(told)
            self.go_on()
        raise AssertionError("the questions never end")
