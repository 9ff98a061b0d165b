"""Lists: attempts, contacts, consequences, exhibits. Lines to change or remove, a form to add one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from core.dossier.model import Part
from core.i18n import Message, _
from core.interview.model import UNKNOWN, Question, Raw, Repeat
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, clear, row
from gui.widgets.icons import Icon
from gui.wizard.editors.base import Context, Editor
from gui.wizard.editors.item_form import ItemForm, id_of
from gui.wizard.editors.lines import Line, words_and_buttons
from gui.wizard.field import focus_next
from gui.words import say


class RepeatEditor(Editor):
    """The list, what can be done with each line, and the form for one more."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        assert isinstance(question, Repeat)
        self.repeat = question
        self._items: tuple[Part, ...] = ()
        # The lines on the screen, by the ids of their items.
        self._shown: dict[str, Line] = {}
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
        self.counter_part = Group(self._counter, spacing=0)
        # The button comes before the lines, so that it stays in sight however many there are.
        self.body.addWidget(self.counter_part)
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
            item = self._form.so_far()
            self._close_form()
            if item is not None:
                self._put(item)
                self._rebuild()
                self.typed()

    def is_committing(self) -> bool:
        return self._form is not None and self._form.isAncestorOf(self.window().focusWidget())

    def enter(self) -> None:
        """Enter inside the form: the line is complete; where it is dense, after its last question."""
        if self._form is None or self._form.is_committing():
            return
        if not (self.context.dense and self._go_on_in_form()):
            self._save_form()

    def _go_on_in_form(self) -> bool:
        return self._form is not None and focus_next(self.window().focusWidget(), self._form.shown_fields())

    def _answered_in_form(self) -> None:
        if not self._go_on_in_form():
            # Past the last answer: the line is kept only by a key of its own.
            self.focusNextChild()

    # --- the lines --------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        self._show_lines()
        counter = self.context.items.counter(self.repeat, self._items)
        self._counter.say(counter or "")
        self.counter_part.setVisible(counter is not None)

    def _show_lines(self) -> None:
        """Only what has changed is made anew: a long list would make the window wait."""
        kept = {id_of(item): item for item in self._items}
        for gone in [name for name, line in self._shown.items() if kept.get(name) != line.item]:
            line = self._shown.pop(gone)
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        if not self._shown:
            clear(self._lines)
        for index, item in enumerate(self._items):
            known = self._shown.get(id_of(item))
            if known is None:
                known = self._shown[id_of(item)] = self._line(item)
            known.stand_at(self.repeat.path, index)
            place = self._lines.itemAt(index) if index < self._lines.count() else None
            if place is None or place.widget() is not known:
                self._lines.insertWidget(index, known)
        if not self._items:
            self._lines.addWidget(TextLabel(self.repeat.empty_label, "soft"))

    def refresh(self) -> None:
        proposed = self.context.items.proposals(self.repeat, self._items)
        if proposed == self._proposed:
            return
        self._proposed = proposed
        title = [TextLabel(_("Le programme propose aussi :"), "strong")] if proposed else []
        self._proposals.fill(*title, *(self._proposal(item) for item in proposed))

    def _proposal(self, item: Part) -> Card:
        words = say(self.repeat.summary(item))
        take = Button(_("Ajouter"), partial(self._accept, item), "link")
        take.setAccessibleName(say(_("Ajouter : {line}", line=words)))
        take.setObjectName(f"{self.repeat.path}:take")
        return Card(words_and_buttons(words, take), margins=(18, 6, 8, 6))

    def _accept(self, item: Part) -> None:
        self._items = (*self._items, item)
        self._rebuild()
        self._add.setFocus()
        self.typed()
        self.committed.emit()
        announce(self, _("Ligne gardée."))

    def _line(self, item: Part) -> Line:
        words, name = say(self.repeat.summary(item)), id_of(item)
        acts = {
            "change": Button(
                _("Modifier"), lambda: self._open(item), "link", name=_("Modifier : {line}", line=words)
            ),
            "copy": Button(
                _("Copier"), lambda: self.open_copy(item), "link", name=_("Copier : {line}", line=words)
            ),
            "remove": Button(
                _("Supprimer"),
                lambda: self._remove_id(name),
                "link",
                name=_("Supprimer : {line}", line=words),
            ),
        }
        dense = self.context.dense
        line = Line(item, words, acts, dense=dense)
        if self.context.work is not None and self.repeat.provable:
            from gui.exhibits.proof_line import ProofLine

            line.add(ProofLine(self.context.work, name, words, dense=dense))
        self.one_stop(line, self._line_buttons)
        return line

    def _remove_id(self, item_id: str) -> None:
        if self._form is not None and id_of(self._form.item) == item_id:
            self._close_form()
        self._remove([id_of(item) for item in self._items].index(item_id))

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
        button = Button(_("Annuler"), undo, "link", name=_("{done} Annuler", done=say(words)))
        button.setObjectName(f"{self.repeat.path}:undo")
        self._undo_line.fill(row(Icon("check", "ok"), TextLabel(words), button, spacing=8))
        button.setFocus()
        announce(self, words)

    # --- the form ---------------------------------------------------------------------------------

    def open_new(self) -> None:
        """Open the form for one more item; the line being written is kept first, so that its id is taken."""
        if self.finish():
            self._open(self.context.items.new(self.repeat, self._items))

    def open_line(self, item_id: str) -> None:
        """Open the form of one line; nothing where it is not in the list any more."""
        item = self._known(item_id)
        if item is not None:
            self._open(item)

    def open_again(self, item_id: str) -> None:
        """Open the form of this item, which the list may not have yet."""
        if self._known(item_id) is None:
            self.open_new()
        else:
            self.open_line(item_id)

    def open_copy(self, item: Part) -> None:
        """Open the form for one more item like this one, without its day and its proof."""
        if self.finish():
            # The line may just have been changed in the form.
            item = self._known(id_of(item)) or item
            self._open(self.context.items.copy(self.repeat, item, self._items))

    def _known(self, item_id: str) -> Part | None:
        return next((item for item in self._items if id_of(item) == item_id), None)

    def _open(self, item: Part) -> None:
        if not self.finish():
            return
        is_new = self._known(id_of(item)) is None
        self._show_form(self._make_form(item, is_new=is_new), *self._more_acts(item, is_new=is_new))

    def _show_form(self, form: ItemForm, *more: Button) -> None:
        self._undo_line.hide()
        form.setObjectName(f"{self.repeat.path}:form")
        form.answered.connect(self._answered_in_form)
        save = Button(form.keep_words, self._save_form, "primary")
        save.setObjectName(f"{self.repeat.path}:save")
        cancel = Button(form.leave_words, self._cancel, "link")
        cancel.setObjectName(f"{self.repeat.path}:cancel")
        form.add_buttons(save, cancel, *more)
        self._attach_form(form)

    def _attach_form(self, form: ItemForm) -> None:
        self._form = form
        self._form_place.addWidget(form)
        self._add.hide()
        form.show()
        form.focus_first()

    def _make_form(self, item: Part, *, is_new: bool) -> ItemForm:
        return ItemForm(self.repeat, item, self.context, is_new=is_new)

    def _more_acts(self, item: Part, *, is_new: bool) -> tuple[Button, ...]:
        """What else can be done with the item of the form, besides keeping it or not."""
        return ()

    def _save_form(self) -> None:
        """The person says that the line is complete."""
        self._take_form()

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
        if self._known(id_of(item)) is None:
            self._items = (*self._items, item)
        else:
            self._items = tuple(item if id_of(kept) == id_of(item) else kept for kept in self._items)

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
        self._attach_form(form)

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
