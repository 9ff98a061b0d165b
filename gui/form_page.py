"""A small form of the window's own, outside the interview: the same fields, errors and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.dossier.model import Dossier
from core.errors import UserError
from core.i18n import Message
from core.interview import flow
from core.interview.model import Question, Raw
from gui.services import Services
from gui.task import Task
from gui.widgets.action_bar import ActionBar
from gui.widgets.page import ScrollPage
from gui.wizard.editors import make_editor
from gui.wizard.editors.base import Context
from gui.wizard.error_summary import ErrorSummary
from gui.wizard.field import Field
from gui.wizard.session import PageItems


class FormPage(QWidget):
    """Questions, the bar at the bottom, and work done beside the window. `left`: the person went back."""

    left = Signal()
    failed = Signal(object)

    def __init__(self, heading: Message, questions: Sequence[Question], services: Services) -> None:
        super().__init__()
        self.services = services
        self._task: Task[Any] | None = None
        self.view = ScrollPage(heading)
        self._summary = ErrorSummary()
        self.view.main.insertWidget(0, self._summary)
        context = Context(services.today(), PageItems(Dossier, services.today), make_editor)
        self._fields: dict[str, Field] = {}
        for question in questions:
            editor = make_editor(question, context)
            # A list to search in asks for its answers before one of them is shown.
            editor.refresh()
            editor.changed.connect(self.update_shown)
            self._fields[question.path] = Field(editor)
            self.view.main.addWidget(self._fields[question.path])
        self.add_help(self.view)
        self.view.finish_layout()
        self.view.continue_asked.connect(self._go_on)
        self.bar = ActionBar(self._go_back, self._go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.bar)
        self.update_shown()

    # --- what each form says about itself -------------------------------------------------------------

    def add_help(self, view: ScrollPage) -> None:
        """Put help in the second column."""

    def shown(self, answers: Mapping[str, Raw]) -> frozenset[str]:
        """Which questions apply to these answers."""
        return frozenset(self._fields)

    def accept(self, answers: Mapping[str, Raw]) -> None:
        """The answers are complete: do what the form is for."""
        raise NotImplementedError

    # --- the same for all ----------------------------------------------------------------------------

    def answers(self) -> dict[str, Raw]:
        """What was typed or chosen, for the questions shown."""
        return {path: f.editor.raw() for path, f in self._fields.items() if not f.isHidden()}

    def arrive(self) -> None:
        """Put the keyboard in the first field."""
        self.view.arrive()
        first = next(iter(self._fields.values()))
        first.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answer(self, path: str, value: object) -> None:
        """Put a proposal in a field."""
        self._fields[path].editor.show_value(value, unknown=False)

    def show_errors(self, errors: Mapping[str, Message]) -> None:
        """Say what is wrong beside each field, and at the top."""
        for path, field in self._fields.items():
            field.show_error(errors.get(path))
        self._summary.show_errors(
            [(self._fields[path].question.label, m, self._focus(path)) for path, m in errors.items()]
        )

    def _focus(self, path: str) -> Callable[[], None]:
        return lambda: self._fields[path].editor.first_field().setFocus()

    def update_shown(self) -> None:
        """Show the questions that apply."""
        # Twice: hiding one question can close the way to another.
        for _round in range(2):
            applying = self.shown(self.answers())
            for path, field in self._fields.items():
                field.setVisible(path in applying)

    def _go_back(self) -> None:
        if self._task is None:
            self.left.emit()

    def _go_on(self) -> None:
        if self._task is not None:
            return
        answers = self.answers()
        found = {path: self._problem_with(path, raw) for path, raw in answers.items()}
        problems = {path: message for path, message in found.items() if message is not None}
        self.show_errors(problems)
        if not problems:
            self.accept(answers)

    def _problem_with(self, path: str, raw: Raw) -> Message | None:
        value = None if raw == "" else raw
        return flow.problem_with(self._fields[path].question, value, Dossier(), self.services.today())

    def work(
        self,
        words: Message,
        act: Callable[[], Any],
        done: Callable[[Any], object],
        blame: str,
    ) -> None:
        """Do `act` beside the window; a refusal is shown at the question `blame`."""

        def finished(answer: object) -> None:
            self._task = None
            done(answer)

        def refused(error: UserError) -> None:
            self._stop()
            self.refuse(error, blame)

        def failed(error: BaseException) -> None:
            self._stop()
            self.failed.emit(error)

        self.bar.set_busy(words)
        self._task = Task(act, finished, refused, failed)
        self._task.start()

    def refuse(self, error: UserError, blame: str) -> None:
        """Say why the work was not done, at the question it concerns."""
        self.show_errors({blame: error.message})

    def _stop(self) -> None:
        self._task = None
        self.bar.set_busy(None)
        self.bar.show_state("")
