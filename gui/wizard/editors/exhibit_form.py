"""The form about one exhibit: what it shows, its title, its day, and what a capture lets one see."""

from __future__ import annotations

from msgspec.structs import replace

from core.dossier.evidence import proposed_title
from core.dossier.model import Exhibit, Part
from core.interview.model import Repeat
from gui.exhibits.checks import CaptureTicks, DateCheck
from gui.exhibits.sheet_picture import SheetPicture
from gui.exhibits.work import ExhibitWork
from gui.wizard.editors.base import Context
from gui.wizard.editors.item_form import ItemForm

# What the files themselves say, where there are some.
_TOLD_BY_FILES = ("pages", "status")


class ExhibitForm(ItemForm):
    """The questions of the interview, with the picture above and the three ticks below."""

    def __init__(self, repeat: Repeat, item: Exhibit, context: Context, *, is_new: bool) -> None:
        self._exhibit = item
        self._proposed: str | None = None
        assert context.work is not None
        self._work: ExhibitWork = context.work
        super().__init__(repeat, item, context, is_new=is_new)
        if item.sheets:
            picture = SheetPicture(context.work, 150)
            picture.show_sheet(item.sheets[0], item.title or "")
            self.add_on_top(picture)
        self._ticks = CaptureTicks(self._tick)
        self._dates = DateCheck(self._work, self._take_day)
        self._fields["on"].editor.body.addWidget(self._dates)
        self._dates.show_exhibit(item, "exhibits:form")
        # First a place, then shown: without a place it would be a window of its own.
        self.add(self._ticks)
        self._ticks.show_exhibit(item, "exhibits:form")

    def is_untouched(self) -> bool:
        return super().is_untouched() and self._exhibit == self.item

    def take(self) -> Part | None:
        item = super().take()
        return self._with_ticks(item) if isinstance(item, Exhibit) else item

    def so_far(self) -> Part | None:
        item = super().so_far()
        return self._with_ticks(item) if isinstance(item, Exhibit) else item

    def _with_ticks(self, item: Exhibit) -> Exhibit:
        told = self._exhibit
        return replace(
            item,
            shows_message=told.shows_message,
            shows_address=told.shows_address,
            shows_clock=told.shows_clock,
        )

    def _take_day(self, exhibit: Exhibit) -> None:
        self._fields["on"].editor.show_value(exhibit.on, unknown=False)
        self._dates.hide()

    def _tick(self, exhibit: Exhibit) -> None:
        self._exhibit = exhibit

    def _update(self) -> None:
        super()._update()
        for path in _TOLD_BY_FILES:
            if self._exhibit.sheets and path in self._fields:
                self._fields[path].hide()
        self._propose_title()

    def _propose_title(self) -> None:
        """A title from what the exhibit shows, as long as the person wrote none of their own."""
        title, proves = self._fields["title"].editor, self._fields["proves"].editor.raw()
        typed = title.raw()
        if not isinstance(proves, tuple) or not proves or (typed and typed != self._proposed):
            return
        fact = proves[0]
        if not isinstance(fact, str):
            return
        words = proposed_title(self._work.session.dossier, fact)
        if words != typed:
            self._proposed = words
            title.show_value(words, unknown=False)
