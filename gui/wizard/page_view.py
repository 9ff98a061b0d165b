"""A page of questions on the screen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import Message, _
from core.interview import flow
from core.interview.model import FieldError, Page, Question, Raw
from core.interview.pictures import Picture
from gui.widgets.basic import Card, Group, TextLabel
from gui.widgets.cards import LinkRow
from gui.widgets.document_picture import DocumentPicture
from gui.widgets.page import ScrollPage
from gui.widgets.source_link import SourceLink
from gui.wizard.editors import make_editor
from gui.wizard.editors.base import Context
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.error_summary import ErrorSummary
from gui.wizard.field import Field, field_with
from gui.wizard.page_part import PagePart
from gui.wizard.session import PageItems, Session

if TYPE_CHECKING:
    from gui.exhibits.work import ExhibitWork

WHY = _("Pourquoi cette question ?")
WHERE = _("Où regarder")
DRAWN = _("Dessin simplifié. Votre papier peut être différent.")
SCREEN_DRAWN = _("Dessin simplifié. Votre écran peut être différent.")
SHEETS = _("Imprimer la fiche « Travailler avec un interprète »")
CHANGED = _("Le texte a changé. Répondez de nouveau.")
# An answer can show a question whose kept answer shows another one, and so on; never without end.
_MOST_ROUNDS = 60


class PageView(ScrollPage):
    """Shows the questions that apply, more of them below as the answers ask for it.

    `committed`: an item of a list was added, changed or removed, and should be saved now.
    `drafted`: the answers have changed; carries the dossier as it would be with them. `sheets_asked`: the
    person wants a sheet to print.
    """

    committed = Signal()
    drafted = Signal(object)
    sheets_asked = Signal()
    # All pages of a section at once, in rows.
    block = False

    def __init__(
        self,
        session: Session,
        page: Page,
        work: ExhibitWork | None = None,
        heading: Message | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        # Where it will be, before it is filled: a widget that moves is styled again, with all that is in it.
        super().__init__(heading or page.heading, wide=self.block, parent=parent)
        # Where the keyboard begins.
        self.start = page
        self._session = session
        self._draft: Dossier = session.dossier
        self._refreshed_for: Dossier | None = None
        # Where the keyboard was put when the page was shown, until the page has its sizes.
        self._landed: QWidget | None = None
        items = PageItems(lambda: self._draft, session.today, session.hour)
        self._context = Context(
            session.today(), items, make_editor, work, dense=self.block, beside=self.second_language()
        )
        self.summary = ErrorSummary()
        self.main.insertWidget(0, self.summary)
        self._parts: dict[str, PagePart] = {}
        self._place = Group(spacing=24 if self.block else 16)
        self.main.addWidget(self._place)
        self._show_applying()
        self._sheets = LinkRow(SHEETS, icon="file")
        self._sheets.setObjectName("sheets")
        self._sheets.clicked.connect(self.sheets_asked)
        self._sheets.setVisible(False)
        self.main.addWidget(self._sheets)
        self._add_help()
        if any(not field.touched for field in self._all_fields()):
            self._update()
        else:
            # The answers shown are those of the dossier: nothing needs to be worked out.
            self._refresh()
            self._show_remarks()
        self.finish_layout()

    # --- what a block says otherwise ----------------------------------------------------------------

    def applying(self) -> dict[str, tuple[Question, ...]]:
        """The questions that apply to the answers so far, by page, in order."""
        return {self.start.id: flow.visible_questions(self.start, self._draft)}

    def second_language(self) -> str:
        """The language beside the French; empty where there is one language only."""
        return ""

    def first_of(self, fields: list[Field]) -> Field:
        """The question where the keyboard begins."""
        return fields[0]

    def answered(self) -> None:
        """A key gave the whole answer to the question in use."""

    def _add_help(self) -> None:
        page = self.start
        if page.why is not None:
            card = Card(TextLabel(WHY, "help-title"), TextLabel(page.why.text, "help"))
            if page.why.source is not None:
                card.add(SourceLink(page.why.source))
            self.aside.addWidget(card)
        if page.where is not None:
            card = Card(TextLabel(WHERE, "help-title"), TextLabel(page.where, "help"))
            if page.look_at is not None:
                card.add(DocumentPicture(page.look_at))
                card.add(
                    TextLabel(SCREEN_DRAWN if page.look_at.picture is Picture.SCREEN else DRAWN, "small")
                )
            self.aside.addWidget(card)

    # --- pages --------------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page where the keyboard is, or was to begin."""
        field = self.field_in_use()
        here = (p.page for p in self.parts() if field is not None and field in p.fields.values())
        return next(here, self.start)

    @property
    def draft(self) -> Dossier:
        """The dossier as it would be with what is on the screen."""
        return self._draft

    def parts(self) -> list[PagePart]:
        """The pages that apply, in order."""
        return [part for part in self._parts.values() if not part.isHidden()]

    def _show_applying(self) -> bool:
        """Show the pages and the questions that apply; True where others are shown now."""
        wanted = self.applying()
        changed = False
        for place, page_id in enumerate(wanted):
            if page_id not in self._parts:
                self._add_part(flow.page(page_id), list(wanted)[:place])
                changed = True
        for page_id, part in self._parts.items():
            if part.isHidden() == (page_id in wanted):
                part.setVisible(page_id in wanted)
                changed = True
            if page_id in wanted:
                changed = part.show_applying(wanted[page_id]) or changed
        return changed

    def _add_part(self, page: Page, before: list[str]) -> None:
        part = PagePart(page, self._session.dossier, self._context)
        part.show_refused(self._session.refused)
        for editor in part.editors():
            editor.changed.connect(self._update)
            editor.committed.connect(self.committed)
            editor.answered.connect(self.answered)
            editor.answered_other.connect(self._answer)
        # After the last of the pages before it; where there is none, first.
        place = max((self._place.column.indexOf(self._parts[name]) for name in before), default=-1)
        self._place.column.insertWidget(place + 1, part)
        parts = {**self._parts, page.id: part}
        self._parts = dict(sorted(parts.items(), key=lambda one: self._place.column.indexOf(one[1])))

    # --- answers ------------------------------------------------------------------------------------

    def _all_fields(self) -> chain[Field]:
        return chain.from_iterable(part.fields.values() for part in self._parts.values())

    @property
    def fields(self) -> dict[str, Field]:
        """Every question of the pages shown, by its path."""
        return {path: field for part in self.parts() for path, field in part.fields.items()}

    def shown_fields(self) -> list[Field]:
        """The questions that apply to the answers so far."""
        return [field for part in self.parts() for field in part.shown_fields()]

    def field_in_use(self) -> Field | None:
        """The question that the keyboard is in."""
        return field_with(self.focusWidget(), self.shown_fields())

    def answers(self) -> dict[str, Raw]:
        """What was typed or chosen, for the questions shown."""
        return {field.question.path: field.editor.raw() for field in self.shown_fields()}

    def sure_answers(self) -> dict[str, Raw]:
        """The answers without what the program proposed: that waits until the person continues."""
        return {field.question.path: field.editor.raw() for field in self.shown_fields() if field.touched}

    def finish(self) -> bool:
        """Complete a half-typed line of a list; False where it must be mended first."""
        return all(field.editor.finish() for field in self.shown_fields())

    def keep(self) -> None:
        """Keep of a half-typed line what can be kept: the page is being left without Continue."""
        for field in self.shown_fields():
            field.editor.keep()

    def show_errors(self, errors: tuple[FieldError, ...]) -> None:
        """Say what is wrong beside each field and in the summary, which takes the focus."""
        messages = {error.path: error.message for error in errors}
        for path, field in self.fields.items():
            field.show_error(messages.get(path))
        shown = [field for field in self.shown_fields() if field.error is not None]
        self.summary.show_errors([(f.question.label, messages[f.question.path], _focus_on(f)) for f in shown])
        if shown:
            self.verticalScrollBar().setValue(0)

    def _update(self) -> None:
        for _round in range(_MOST_ROUNDS):
            before = self._draft
            self._draft = self._session.draft(self._draft_answers(), block=self.block)
            self._forget_answers_about(before)
            changed = self._show_applying()
            # Every page is asked, also after one has changed.
            proposed = [part.propose() for part in self.parts()]
            if not changed and not any(proposed):
                break
        if self._draft != self._refreshed_for:
            self._refresh()
            self.drafted.emit(self._draft)
        self._show_remarks()

    def _answer(self, path: str, value: object) -> None:
        """One editor answers the question of another, which is shown and gets the keyboard."""
        field = self.fields[path]
        field.editor.show_value(value, unknown=False)
        self._update()
        if not field.isHidden():
            field.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_answers_about(self, before: Dossier) -> None:
        """An answer that speaks of another one is no longer true once that one has changed."""
        for field in self.fields.values():
            about = field.question.about
            if about is None or paths.get(before, about) == paths.get(self._draft, about):
                continue
            told = field.editor.raw() not in (None, False)
            field.show_note(CHANGED if told else None)
            field.editor.show_value(None, unknown=False)

    def _refresh(self) -> None:
        self._refreshed_for = self._draft
        for part in self.parts():
            part.refresh(self._draft, self._session.today())
        self._sheets.setVisible(any(part.page.sheets(self._draft) for part in self.parts()))

    def _show_remarks(self) -> None:
        for part in self.parts():
            part.show_remarks()

    def _draft_answers(self) -> dict[str, Raw]:
        # `flow.submit` itself passes over the questions that do not apply.
        return {path: raw for part in self.parts() for path, raw in part.raw().items()}

    # --- keyboard -----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Put the keyboard in the first field, and have the heading said."""
        super().arrive()
        at_start = [f for part in self.parts() if part.page is self.start for f in part.shown_fields()]
        shown = at_start or self.shown_fields()
        self._landed = self.first_of(shown).editor.first_field() if shown else self.heading
        self._landed.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once the page has its sizes: it is shown from its top, and the focus must be in sight.
        QTimer.singleShot(0, self, self._settle)

    def place(self) -> tuple[str, int] | None:
        """Where the keyboard is: a question, and which of its fields; None where it is in none."""
        field = self.field_in_use()
        if field is None:
            return None
        fields = field.editor.fields()
        here = self.focusWidget()
        return field.question.path, fields.index(here) if here in fields else 0

    def go_to(self, place: tuple[str, int]) -> bool:
        """Put the keyboard there; False where the question is not shown here."""
        path, number = place
        field = self.fields.get(path)
        if field is None or field.isHidden():
            return False
        fields = field.editor.fields()
        self.use(fields[number] if 0 < number < len(fields) else field.editor.first_field())
        return True

    def use(self, control: QWidget) -> None:
        """Put the keyboard where somebody asked for it: it stays there."""
        self._landed = None
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_answer(self, path: str, item: str | None = None) -> None:
        """Put the keyboard in the field of this answer, or open this line of a list."""
        field = self.fields.get(path)
        if field is None or field.isHidden():
            return
        if item is not None and isinstance(field.editor, RepeatEditor):
            field.editor.open_line(item)
        else:
            self.use(field.editor.first_field())

    def _settle(self) -> None:
        landed, self._landed = self._landed, None
        # Nothing inside has the focus where the window is not active.
        focus: QWidget | None = self.focusWidget()
        self.verticalScrollBar().setValue(0)
        if focus is None or self._is_seen(focus):
            return
        if focus is landed:
            self.cannot_land(focus)
        self.keep_focus_in_sight()

    def cannot_land(self, field: QWidget) -> None:
        """The first field is not in sight from the top of the page: one reads first, Tab leads to it."""
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_seen(self, control: QWidget) -> bool:
        top = control.mapTo(self.viewport(), control.rect().topLeft()).y()
        return top >= 0 and top + control.height() <= self.viewport().height()

    def keep_focus_in_sight(self) -> None:
        focus: QWidget | None = self.focusWidget()
        # A page that has just been shown stands at its top.
        at_top = self.verticalScrollBar().value() == 0 and focus is not None and self._is_seen(focus)
        if self._landed is None and focus is not self.heading and not at_top:
            super().keep_focus_in_sight()

    def enter(self) -> None:
        for field in self.shown_fields():
            editor = field.editor
            if isinstance(editor, RepeatEditor) and editor.is_committing():
                editor.enter()
                return
        super().enter()


def _focus_on(field: Field) -> Callable[[], None]:
    def go() -> None:
        field.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    return go
