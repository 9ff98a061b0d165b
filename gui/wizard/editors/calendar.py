"""A list whose items lie on days: the weeks, what counts, a form, the helper for an item of this minute."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.dossier.model import Part
from core.i18n import _
from core.interview.journal import COUNTS, WHY_NOT, Entry, Journal, Week
from core.interview.model import Calendar, Question
from gui.exhibits.proof_line import ProofLine
from gui.exhibits.taking import Target
from gui.widgets.basic import Button, Card, Group, TextLabel, beside
from gui.widgets.chip import WrappingChip
from gui.widgets.flow import flowing
from gui.widgets.icons import Icon
from gui.wizard.editors.base import Context
from gui.wizard.editors.item_form import ItemForm, id_of
from gui.wizard.editors.now_panel import NowPanel
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.editors.weeks import Weeks
from gui.words import say


class CalendarEditor(RepeatEditor):
    """The journal above its weeks. Activating an attempt opens its form, with its picture."""

    def __init__(self, question: Question, context: Context) -> None:
        assert isinstance(question, Calendar)
        self.calendar = question
        self._weeks: Weeks | None = None
        self._journal = Journal()
        self._standing: _Standing | None = None
        super().__init__(question, context)
        self._tallies, self._missing = Group(spacing=8), Group(spacing=0)
        self._kept = Group(spacing=0)
        self._kept.hide()
        self._weeks = Weeks(self.open_line)
        self.now_button = Button(question.now.heading, self.open_now)
        self.now_button.setObjectName(f"{question.path}:now")
        self._add.setProperty("kind", "primary")
        # The tallies say more than one counter.
        self.counter_part.hide()
        self.body.insertWidget(0, self._tallies)
        self.body.insertWidget(1, self._missing)
        self.body.insertWidget(2, flowing(self._add, self.now_button))
        self.body.insertWidget(self.body.indexOf(self._undo_line), self._kept)
        self.body.insertWidget(self.body.indexOf(self._undo_line) + 1, self._weeks)
        if context.work is not None:
            # An exhibit has come or gone: the page asks anew for everything that depends on it.
            context.work.changed.connect(self.changed)
        self._rebuild()

    # --- showing ------------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        if self._weeks is None:
            return
        self._journal = self.context.items.journal(self.calendar, self._items)
        self._weeks.show_journal(self._journal, self.repeat.empty_label)
        self._show_tallies()
        if self._standing is not None and self._form is not None:
            entry = self._entry(id_of(self._form.item))
            if entry is not None:
                self._standing.show_entry(entry)

    def refresh(self) -> None:
        super().refresh()
        if self.context.items.journal(self.calendar, self._items) != self._journal:
            self._rebuild()

    def _show_tallies(self) -> None:
        chips = [
            WrappingChip(tally.words, "check" if tally.good else "warn", "ok" if tally.good else "warn")
            for tally in self._journal.tallies
        ]
        self._tallies.fill(*([flowing(*chips)] if chips else []))
        missing = self._journal.missing if self._items else None
        words = [] if missing is None else [TextLabel(_("Ensuite : {step}", step=missing), "strong")]
        self._missing.fill(*words)

    def _entry(self, item_id: str) -> Entry | None:
        weeks = (week.entries for week in self._journal.weeks if isinstance(week, Week))
        entries = [entry for found in (*weeks, self._journal.unsure) for entry in found]
        return next((entry for entry in entries if entry.item_id == item_id), None)

    # --- the form -----------------------------------------------------------------------------------

    def open_now(self) -> None:
        """Open the helper for an item of this minute."""
        if not self.finish():
            return
        empty = self.context.items.new(self.repeat, self._items)
        self._show_form(NowPanel(self.calendar.now, empty, self.context))

    def _make_form(self, item: Part, *, is_new: bool) -> ItemForm:
        form = super()._make_form(item, is_new=is_new)
        entry = None if is_new else self._entry(id_of(item))
        if entry is not None:
            self._standing = _Standing()
            form.add_on_top(self._standing)
            self._standing.show_entry(entry)
            if self.context.work is not None:
                form.add(ProofLine(self.context.work, entry.item_id, say(self.repeat.summary(item))))
        return form

    def _more_acts(self, item: Part, *, is_new: bool) -> tuple[Button, ...]:
        if is_new:
            return ()
        copy = Button(_("Copier"), lambda: self.open_copy(item), "link")
        copy.setObjectName(f"{self.repeat.path}:copy")
        remove = Button(_("Supprimer"), lambda: self._remove_id(id_of(item)), "link")
        remove.setObjectName(f"{self.repeat.path}:remove")
        return copy, remove

    def _attach_form(self, form: ItemForm) -> None:
        self._show_kept(None)
        self.now_button.hide()
        super()._attach_form(form)

    def _detach_form(self) -> None:
        self._standing = None
        super()._detach_form()
        self.now_button.show()

    def _save_form(self) -> None:
        form = self._form
        if form is None:
            return
        item_id = id_of(form.item)
        is_new = self._known(item_id) is None
        if not self._take_form():
            return
        if is_new:
            self._show_kept(item_id)
        else:
            self._focus_mark(item_id)

    def _take_form(self) -> bool:
        form = self._form
        if not super()._take_form():
            return False
        self._take_picture(form)
        return True

    def keep(self) -> None:
        form = self._form
        half_done = form is not None and not form.is_untouched()
        super().keep()
        if half_done:
            self._take_picture(form)

    def _cancel(self) -> None:
        item_id = None if self._form is None else id_of(self._form.item)
        super()._cancel()
        if item_id is not None and self._undo_line.isHidden():
            self._focus_mark(item_id)

    def _take_picture(self, form: ItemForm | None) -> None:
        """Make an exhibit of what was pasted; it shows the item, where that was complete enough to keep."""
        if not isinstance(form, NowPanel) or self.context.work is None:
            return
        item_id = id_of(form.item)
        shows = () if self._known(item_id) is None else (item_id,)
        self.context.work.take(form.sources, Target(proves=shows))
        form.sources = []

    def _show_kept(self, item_id: str | None) -> None:
        """Under the buttons, the item that was just added: its picture can be given at once."""
        item = None if item_id is None else self._known(item_id)
        if item is None or self.context.work is None:
            self._kept.fill()
            return
        words = say(self.repeat.summary(item))
        head = beside(Icon("check", "ok"), TextLabel(_("Gardé : {line}", line=words), "strong"))
        self._kept.fill(Card(head, ProofLine(self.context.work, id_of(item), words)))

    def _focus_mark(self, item_id: str) -> None:
        mark = self._weeks.marks.get(item_id) if self._weeks is not None else None
        if mark is not None:
            mark.setFocus(Qt.FocusReason.OtherFocusReason)


class _Standing(Group):
    """Whether the attempt counts, and why not."""

    def show_entry(self, entry: Entry) -> None:
        lines = [beside(Icon("warn", "warn"), TextLabel(WHY_NOT[lacking])) for lacking in entry.lacks]
        self.fill(*lines or [beside(Icon("check", "ok"), TextLabel(COUNTS))])
