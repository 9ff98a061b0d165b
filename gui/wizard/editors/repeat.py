"""Lists: attempts, contacts, consequences, exhibits. Lines to change or remove, a form to add one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from core.dossier.model import Part
from core.i18n import Message, _
from core.interview.model import UNKNOWN, Question, Raw, Repeat
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, clear, row
from gui.widgets.icons import Icon
from gui.wizard.editors.base import Context, Editor
from gui.wizard.error_summary import ErrorSummary
from gui.wizard.field import Field, focus_next
from gui.words import say

# The lists whose items an exhibit can show.
PROVABLE = ("attempts", "contacts", "consequences")


class ItemForm(Card):
    """The questions about one item. `answered`: a key gave the whole answer to one of them."""

    answered = Signal()

    def __init__(self, repeat: Repeat, item: Part, context: Context, *, is_new: bool) -> None:
        super().__init__(spacing=0 if context.dense else 18)
        self.repeat, self.item, self._context = repeat, item, context
        self._errors = ErrorSummary()
        self.add(self._errors)
        self._fields: dict[str, Field] = {}
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
        result = self._context.items.submit(self.repeat, self.item, self._visible_answers())
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

    def so_far(self) -> Part:
        """The item with the answers that are good, whatever the others are."""
        return self._context.items.submit(self.repeat, self.item, self._visible_answers()).item

    def refused(self) -> frozenset[str]:
        """The questions whose answers cannot be taken as they are typed."""
        errors = self._context.items.submit(self.repeat, self.item, self._visible_answers()).errors
        return frozenset(error.path for error in errors)

    def _answers(self) -> dict[str, Raw]:
        return {path: field.editor.raw() for path, field in self._fields.items()}

    def _visible_answers(self) -> dict[str, Raw]:
        return {f.question.path: f.editor.raw() for f in self.shown_fields()}

    def _update(self) -> None:
        draft = self._context.items.submit(self.repeat, self.item, self._answers()).item
        for field in self._fields.values():
            question = field.question
            field.setVisible(question.item_when is None or question.item_when(draft))


class RepeatEditor(Editor):
    """The list, what can be done with each line, and the form for one more."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        assert isinstance(question, Repeat)
        self.repeat = question
        self._items: tuple[Part, ...] = ()
        self._form: ItemForm | None = None
        self._proposed: tuple[Part, ...] = ()
        self._counter = TextLabel("", "strong")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._line_buttons = QButtonGroup(self)
        self._line_buttons.setExclusive(False)
        self._undo_line = Group(spacing=4)
        self._undo_line.hide()
        self._form_place = QVBoxLayout()
        self._add = Button(question.add_label, self.open_new)
        self._add.setObjectName(f"{question.path}:add")
        counter = Group(self._counter, spacing=0)
        # The button comes before the lines, so that it stays in sight however many there are.
        self.body.addWidget(counter)
        self.body.addLayout(row(self._add))
        self.body.addLayout(self._form_place)
        self.body.addWidget(self._undo_line)
        self.body.addLayout(self._lines)
        self._proposals = Group(spacing=4)
        self._proposals.hide()
        self.body.addWidget(self._proposals)
        self.add_unknown_card()
        self._rebuild()

    @property
    def form(self) -> ItemForm | None:
        """The form for one line, while it is open."""
        return self._form

    def fields(self) -> tuple[QWidget, ...]:
        return (self._add,)

    def first_field(self) -> QWidget:
        if self._form is not None:
            return self._form.shown_fields()[0].editor.first_field()
        return self._add

    def raw(self) -> Raw:
        return UNKNOWN if self.is_unknown() and not self._items else self._items

    def show_value(self, value: Any, *, unknown: bool) -> None:
        self._items = tuple(value or ())
        self.show_unknown(unknown)
        self._rebuild()

    def finish(self) -> bool:
        if self._form is None:
            return True
        if self._form.is_untouched():
            self._close_form()
            return True
        return self._take_form()

    def keep(self) -> None:
        if self._form is not None and not self._form.is_untouched():
            self._put(self._form.so_far())
            self._close_form()
            self._rebuild()
            self.typed()

    def is_committing(self) -> bool:
        return self._form is not None and self._form.isAncestorOf(self.window().focusWidget())

    def enter(self) -> None:
        """Enter inside the form: the line is complete; where it is dense, after its last question."""
        if self._form is None or self._form.is_committing():
            return
        if not (self.context.dense and self._go_on_in_form()):
            self._take_form()

    def item_in_form(self) -> str | None:
        """The id of the item whose form is open."""
        return None if self._form is None else _id(self._form.item)

    def refused_in_form(self) -> frozenset[str]:
        """The questions of the open form whose answers cannot be taken."""
        return frozenset() if self._form is None else self._form.refused()

    def open_again(self, item_id: str) -> None:
        """Open the form of this item, which the list may not have yet."""
        item = next((known for known in self._items if _id(known) == item_id), None)
        if item is None:
            self.open_new()
        else:
            self._open(item)

    def _go_on_in_form(self) -> bool:
        return self._form is not None and focus_next(self.window().focusWidget(), self._form.shown_fields())

    def _answered_in_form(self) -> None:
        if not self._go_on_in_form():
            # Past the last answer: the line is kept only by a key of its own.
            self.focusNextChild()

    # --- the lines --------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        clear(self._lines)
        for index, item in enumerate(self._items):
            self._lines.addWidget(self._line(index, item))
        if not self._items:
            self._lines.addWidget(TextLabel(self.repeat.empty_label, "soft"))
        counter = self.context.items.counter(self.repeat, self._items)
        self._counter.say(counter or "")
        parent = self._counter.parentWidget()
        assert parent is not None
        parent.setVisible(counter is not None)

    def refresh(self) -> None:
        proposed = self.context.items.proposals(self.repeat, self._items)
        if proposed == self._proposed:
            return
        self._proposed = proposed
        clear(self._proposals.column)
        if proposed:
            self._proposals.column.addWidget(TextLabel(_("Le programme propose aussi :"), "strong"))
        for item in proposed:
            words = say(self.repeat.summary(item))
            take = Button(_("Ajouter"), partial(self._accept, item), "link")
            take.setAccessibleName(say(_("Ajouter : {line}", line=words)))
            take.setObjectName(f"{self.repeat.path}:take")
            self._proposals.column.addWidget(_item_card(TextLabel(words), take))
        self._proposals.setVisible(bool(proposed))

    def _accept(self, item: Part) -> None:
        self._items = (*self._items, item)
        self._rebuild()
        self._add.setFocus()
        self.typed()
        self.committed.emit()
        announce(self, _("Ligne gardée."))

    def _line(self, index: int, item: Part) -> QWidget:
        words = say(self.repeat.summary(item))
        label = TextLabel(words)
        change = Button(
            _("Modifier"), lambda: self._open(item), "link", name=_("Modifier : {line}", line=words)
        )
        change.setObjectName(f"{self.repeat.path}[{index}]:change")
        remove = Button(
            _("Supprimer"), lambda: self._remove(index), "link", name=_("Supprimer : {line}", line=words)
        )
        remove.setObjectName(f"{self.repeat.path}[{index}]:remove")
        dense = self.context.dense
        card = _item_card(label, change, remove, dense=dense)
        if self.context.work is not None and self.repeat.path in PROVABLE:
            from gui.exhibits.proof_line import ProofLine

            card.add(ProofLine(self.context.work, _id(item), words, dense=dense))
        self.one_stop(card, self._line_buttons)
        return card

    def one_stop(self, lines: QWidget, group: QButtonGroup) -> None:
        """Where it is dense, have Tab stop once at all the buttons of a group; the arrows go through them."""
        if self.context.dense:
            for button in lines.findChildren(QAbstractButton):
                group.addButton(button)

    def _remove(self, index: int) -> None:
        before = self._items
        self._items = before[:index] + before[index + 1 :]
        self._rebuild()
        self._offer_undo(_("Ligne supprimée."), lambda: self._restore(before))
        self.changed.emit()
        self.committed.emit()

    def _restore(self, items: tuple[Part, ...]) -> None:
        self._items = items
        self._undo_line.hide()
        self._rebuild()
        self._add.setFocus()
        self.changed.emit()
        self.committed.emit()

    def _offer_undo(self, words: Message, undo: Callable[[], object]) -> None:
        clear(self._undo_line.column)
        button = Button(_("Annuler"), undo, "link", name=_("{done} Annuler", done=say(words)))
        button.setObjectName(f"{self.repeat.path}:undo")
        self._undo_line.column.addLayout(row(Icon("check", "ok"), TextLabel(words), button, spacing=8))
        self._undo_line.show()
        button.setFocus()
        announce(self, words)

    # --- the form ---------------------------------------------------------------------------------

    def open_new(self) -> None:
        """Open the form for one more item; the line being written is kept first, so that its id is taken."""
        if self.finish():
            self._open(self.context.items.new(self.repeat, self._items))

    def open_line(self, item_id: str) -> None:
        """Open the form of one line; nothing where it is not in the list any more."""
        found = next((item for item in self._items if _id(item) == item_id), None)
        if found is not None:
            self._open(found)

    def _open(self, item: Part) -> None:
        if self._form is not None and not self.finish():
            return
        self._undo_line.hide()
        is_new = all(_id(known) != _id(item) for known in self._items)
        form = self._make_form(item, is_new=is_new)
        form.setObjectName(f"{self.repeat.path}:form")
        form.answered.connect(self._answered_in_form)
        save = Button(_("Garder cette ligne"), self._take_form, "primary")
        save.setObjectName(f"{self.repeat.path}:save")
        cancel = Button(_("Ne pas garder"), self._cancel, "link")
        cancel.setObjectName(f"{self.repeat.path}:cancel")
        form.add(row(save, cancel))
        self._form = form
        self._form_place.addWidget(form)
        self._add.hide()
        form.show()
        form.focus_first()

    def _make_form(self, item: Part, *, is_new: bool) -> ItemForm:
        return ItemForm(self.repeat, item, self.context, is_new=is_new)

    def _take_form(self) -> bool:
        if self._form is None:
            return True
        item = self._form.take()
        if item is None:
            return False
        self._put(item)
        self._close_form()
        self._rebuild()
        self.typed()
        self.committed.emit()
        announce(self, _("Ligne gardée."))
        return True

    def _put(self, item: Part) -> None:
        place = next((i for i, known in enumerate(self._items) if _id(known) == _id(item)), None)
        if place is None:
            self._items = (*self._items, item)
        else:
            self._items = (*self._items[:place], item, *self._items[place + 1 :])

    def _cancel(self) -> None:
        if self._form is None:
            return
        left, touched = self._form, not self._form.is_untouched()
        self._detach_form()
        self._add.show()
        if touched:
            # What was typed is not lost by a wrong key.
            self._offer_undo(_("Ligne non gardée."), lambda: self._reopen(left))
        else:
            left.deleteLater()
            self._add.setFocus()

    def _reopen(self, form: ItemForm) -> None:
        self._undo_line.hide()
        self._form = form
        self._form_place.addWidget(form)
        self._add.hide()
        form.show()
        form.focus_first()

    def _close_form(self) -> None:
        if self._form is not None:
            form = self._form
            self._detach_form()
            form.deleteLater()
        self._add.show()
        self._add.setFocus()

    def _detach_form(self) -> None:
        assert self._form is not None
        self._form.hide()
        self._form_place.removeWidget(self._form)
        self._form = None


def _item_card(label: QWidget, *buttons: QWidget, dense: bool = False) -> Card:
    layout = QHBoxLayout()
    layout.setSpacing(4)
    layout.addWidget(label, 1)
    for button in buttons:
        layout.addWidget(button)
    return Card(layout, spacing=0, margins=(12, 0, 4, 0)) if dense else Card(layout, margins=(18, 6, 8, 6))


def _id(item: Part) -> str:
    return str(getattr(item, "id"))  # noqa: B009 - every item of a list has an id, the base class has none
