"""The form about one item of a list: its questions, what is wrong with the answers, what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.dossier.model import Part
from core.i18n import _
from core.interview.flow import ItemSubmission
from core.interview.model import Raw, Repeat
from gui.widgets.basic import Button, Card
from gui.widgets.flow import flowing
from gui.wizard.editors.base import Context
from gui.wizard.error_summary import ErrorSummary
from gui.wizard.field import Field


class ItemForm(Card):
    """The questions about one item. `answered`: a key gave the whole answer to one of them."""

    answered = Signal()

    keep_words, leave_words = _("Garder cette ligne"), _("Ne pas garder")

    def __init__(self, repeat: Repeat, item: Part, context: Context, *, is_new: bool) -> None:
        super().__init__(spacing=0 if context.dense else 18)
        self.repeat, self.item, self._context = repeat, item, context
        self._errors = ErrorSummary()
        self.add(self._errors)
        self._fields: dict[str, Field] = {}
        self.buttons: tuple[Button, ...] = ()
        for question in repeat.questions:
            field = Field(context.make(question, context))
            editor = field.editor
            editor.refresh()
            value = getattr(item, question.path)
            if is_new and value is None:
                value = context.items.proposal(question)
                field.proposed = value is not None
            editor.show_value(value, unknown=False)
            editor.changed.connect(self._update)
            editor.changed.connect(partial(setattr, field, "proposed", False))
            editor.answered.connect(self.answered)
            self._fields[question.path] = field
            self.add(field)
        self._start = self._answers()
        self._update()

    @property
    def fields(self) -> dict[str, Field]:
        """All questions about the item, by their path."""
        return dict(self._fields)

    def add_on_top(self, part: QWidget) -> None:
        """Put something above the questions."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, part)

    def add_buttons(self, *buttons: Button) -> None:
        """What can be done with the form, below it: first of all keeping it."""
        self.buttons = buttons
        self.add(flowing(*buttons))

    def shown_fields(self) -> list[Field]:
        """The questions that apply to the item as typed so far."""
        return [f for f in self._fields.values() if not f.isHidden()]

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self.shown_fields()[0].editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def is_untouched(self) -> bool:
        """Whether nothing was typed since the form opened."""
        return self._answers() == self._start

    def is_committing(self) -> bool:
        """Whether Enter still means something inside a field of the form."""
        return any(f.editor.is_committing() for f in self.shown_fields())

    def take(self) -> Part | None:
        """The item as typed, or None where an answer must be mended first; the errors are then shown."""
        result = self._submitted()
        problems = {error.path: error.message for error in result.errors}
        for path, field in self._fields.items():
            field.show_error(problems.get(path))
        self._errors.show_errors(
            [
                (self._fields[path].question.label, message, self._fields[path].editor.first_field().setFocus)
                for path, message in problems.items()
            ]
        )
        return None if problems else result.item

    def so_far(self) -> Part | None:
        """The item with the answers that are good, whatever the others are; None where it is none yet."""
        return self._submitted().item

    def refused(self) -> frozenset[str]:
        """The questions whose answers cannot be taken as they are typed."""
        return frozenset(error.path for error in self._submitted().errors)

    def _answers(self) -> dict[str, Raw]:
        return {path: field.editor.raw() for path, field in self._fields.items()}

    def _draft(self) -> Part:
        """The item with all its good answers, those that are out of sight too."""
        return self._context.items.submit(self.repeat, self.item, self._answers()).item

    def _submitted(self) -> ItemSubmission:
        answers = {f.question.path: f.editor.raw() for f in self.shown_fields()}
        return self._context.items.submit(self.repeat, self.item, answers)

    def _update(self) -> None:
        draft = self._draft()
        for field in self._fields.values():
            question = field.question
            field.setVisible(question.item_when is None or question.item_when(draft))


def id_of(item: Part) -> str:
    """The id of an item of a list."""
    return str(getattr(item, "id"))  # noqa: B009 - every item of a list has an id, the base class has none
