"""All pages of one section at once, in rows, for a volunteer at the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from core.dossier import paths
from core.i18n import SOURCE_LANGUAGE
from core.interview import flow
from core.interview.model import SECTION_TITLES, Page, Question, Repeat
from gui.style import px
from gui.widgets.page import is_narrow
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.field import Field, focus_next
from gui.wizard.page_view import PageView
from gui.wizard.session import Session
from gui.words import language

if TYPE_CHECKING:
    from gui.exhibits.work import ExhibitWork


class BlockView(PageView):
    """The pages of the section of `page`, one under the other, the keyboard in that page.

    Enter goes to the next question, past the last one it continues. `in_use`: the keyboard went to another
    question, with its page. Going to another page of the block saves what was answered before.
    """

    in_use = Signal(object, object)
    block = True

    def __init__(
        self, session: Session, page: Page, work: ExhibitWork | None = None, *, parent: QWidget | None = None
    ) -> None:
        self._told: tuple[Page, Question] | None = None
        super().__init__(session, page, work, SECTION_TITLES[page.section], parent=parent)
        self.aside_box.hide()
        self._columns.setSpacing(0)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def applying(self) -> dict[str, tuple[Question, ...]]:
        return flow.block_questions(self.start.section, self.draft)

    def second_language(self) -> str:
        told = self._session.dossier.preferences
        wanted = (told.screen_language, language(), told.note_language)
        return next((code for code in wanted if code != SOURCE_LANGUAGE), "")

    def last_page(self) -> Page:
        """The page that ends the block."""
        return self.parts()[-1].page

    def open_list(self, path: str) -> bool:
        """Open the form for one more item of a list; False where the list is not in this block."""
        field = self.fields.get(path)
        if field is None or field.isHidden() or not isinstance(field.editor, RepeatEditor):
            return False
        field.editor.open_new()
        form = field.editor.form
        if form is not None:
            # Once it is laid out: as much of it in sight as there is room for.
            QTimer.singleShot(0, form, lambda: self._show_from(form))
        return True

    def _show_from(self, form: QWidget) -> None:
        self.verticalScrollBar().setValue(form.mapTo(self.widget(), QPoint(0, 0)).y() - px(8))
        self.keep_focus_in_sight()

    def first_of(self, fields: list[Field]) -> Field:
        """The first that waits for an answer: what is proposed waits too, what was answered does not."""
        told = self._session.dossier
        stops = (f for f in fields if f.proposed or f.waits())
        waiting = (f for f in stops if not (f.touched and paths.is_answered(told, f.question.path)))
        return next(waiting, fields[0])

    def open_new_line(self) -> bool:
        """Open the form for one more item of the list in use, or of the only one; False where none is."""
        lists = [f for f in self.shown_fields() if isinstance(f.question, Repeat)]
        here = self.field_in_use()
        wanted = here if here in lists else lists[0] if len(lists) == 1 else None
        return wanted is not None and self.open_list(wanted.question.path)

    def _add_help(self) -> None:
        """The panel beside the block has it."""

    def _set_margins(self) -> None:
        side = 16 if is_narrow(self.width()) else 28
        self._columns.setContentsMargins(side, 20, side, 24)

    # --- keyboard -----------------------------------------------------------------------------------

    def cannot_land(self, field: QWidget) -> None:
        """The keyboard begins where an answer is missing; the heading above it comes into sight with it."""
        part = next((part for part in self.parts() if part.isAncestorOf(field)), None)
        if part is not None:
            self._show_from(part)

    def answered(self) -> None:
        focus_next(self.focusWidget(), self.shown_fields())

    def enter(self) -> None:
        field = self.field_in_use()
        in_form = (
            field is not None and isinstance(field.editor, RepeatEditor) and field.editor.is_committing()
        )
        if in_form or not focus_next(self.focusWidget(), self.shown_fields()):
            super().enter()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The application tells of changes of focus also while it takes the window apart.
        if new is None or not isValid(self) or not self.isAncestorOf(new):
            return
        field = self.field_in_use()
        if field is None:
            return
        before, self._told = self._told, (self.page, field.question)
        if before is not None and before[0] is not self._told[0]:
            self.committed.emit()
        if before is None or before[1] is not field.question:
            self.in_use.emit(*self._told)
