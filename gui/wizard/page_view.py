"""A page of questions on the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal

from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import _
from core.interview import flow
from core.interview.model import FieldError, Page, Question, Raw
from gui.widgets.basic import Card, Group, TextLabel, announce, clear
from gui.widgets.cards import LinkRow
from gui.widgets.document_picture import DocumentPicture
from gui.widgets.page import ScrollPage
from gui.widgets.source_link import SourceLink
from gui.wizard.editors import make_editor
from gui.wizard.editors.base import Context
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.error_summary import ErrorSummary
from gui.wizard.field import Field
from gui.wizard.session import PageItems, Session
from gui.words import say

if TYPE_CHECKING:
    from gui.exhibits.work import ExhibitWork

WHY = _("Pourquoi cette question ?")
WHERE = _("Où regarder")
DRAWN = _("Dessin simplifié. Votre papier peut être différent.")
SHEETS = _("Imprimer la fiche « Travailler avec un interprète »")
PROPOSED = _("Le programme propose cette réponse. Changez-la si elle est fausse.")


class PageView(ScrollPage):
    """Shows the questions that apply, more of them below as the answers ask for it.

    `committed`: an item of a list was added, changed or removed, and should be saved now.
    `drafted` carries the dossier as it would be with what is on the page. `sheets_asked`: the person wants a
    sheet to print.
    """

    committed = Signal()
    drafted = Signal(object)
    sheets_asked = Signal()

    def __init__(self, session: Session, page: Page, work: ExhibitWork | None = None) -> None:
        super().__init__(page.heading)
        self.page = page
        self._session = session
        self._draft: Dossier = session.dossier
        self._refreshed_for: Dossier | None = None
        # What the program proposes, and where the person has answered: there it proposes no more.
        self._proposals: dict[str, Any] = {}
        self._given: set[str] = set()
        items = PageItems(lambda: self._draft, session.today)
        self._context = Context(session.today(), items, make_editor, work)
        self.summary = ErrorSummary()
        self.main.insertWidget(0, self.summary)
        for text in page.intro:
            intro = TextLabel(text)
            intro.setContentsMargins(4, 0, 4, 0)
            self.main.addWidget(intro)
        self.fields: dict[str, Field] = {}
        for question in page.questions:
            self._add_field(question)
        self._facts = Group(spacing=8)
        self.main.addWidget(self._facts)
        self._sheets = LinkRow(SHEETS, icon="file")
        self._sheets.setObjectName("sheets")
        self._sheets.clicked.connect(self.sheets_asked)
        self._sheets.setVisible(False)
        self.main.addWidget(self._sheets)
        self._add_help()
        if self._propose():
            self._update()
        else:
            # The answers shown are those of the dossier: nothing needs to be worked out.
            self._show_applying()
            self._refresh()
            self._show_remarks()
        self.finish_layout()

    def _add_field(self, question: Question) -> None:
        editor = make_editor(question, self._context)
        lone = len(self.page.questions) == 1 or question is self.page.questions[0]
        said = lone and say(question.label) == say(self.page.heading)
        field = Field(editor, said_by_heading=said)
        editor.refresh()
        dossier = self._session.dossier
        value = paths.get(dossier, question.path)
        unknown = paths.is_unknown(dossier, question.path)
        if unknown or value not in (None, ()):
            self._given.add(question.path)
        editor.show_value(value, unknown=unknown)
        editor.changed.connect(partial(self._answered, question.path))
        editor.committed.connect(self.committed)
        self.fields[question.path] = field
        self.main.addWidget(field)

    def _add_help(self) -> None:
        page = self.page
        if page.why is not None:
            card = Card(TextLabel(WHY, "help-title"), TextLabel(page.why.text, "help"))
            if page.why.source is not None:
                card.add(SourceLink(page.why.source))
            self.aside.addWidget(card)
        if page.where is not None:
            card = Card(TextLabel(WHERE, "help-title"), TextLabel(page.where, "help"))
            if page.look_at is not None:
                card.add(DocumentPicture(page.look_at))
                card.add(TextLabel(DRAWN, "small"))
            self.aside.addWidget(card)

    # --- answers ------------------------------------------------------------------------------------

    def shown_fields(self) -> list[Field]:
        """The questions that apply to the answers so far."""
        return [field for field in self.fields.values() if not field.isHidden()]

    def answers(self) -> dict[str, Raw]:
        """What was typed or chosen, for the questions shown."""
        return {field.question.path: field.editor.raw() for field in self.shown_fields()}

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

    def _answered(self, path: str) -> None:
        self._given.add(path)
        self.fields[path].show_note(None)
        self._update()

    def _propose(self) -> bool:
        """Show what follows from other answers where the person has given none; True where that changed."""
        changed = False
        for path, field in self.fields.items():
            if field.question.proposal is None or path in self._given:
                continue
            proposed = self._context.items.proposal(field.question)
            if proposed == self._proposals.get(path):
                continue
            self._proposals[path] = proposed
            # It is not the person who answers here.
            field.editor.blockSignals(True)
            field.editor.show_value(proposed, unknown=False)
            field.editor.blockSignals(False)
            answered = proposed not in (None, ())
            field.show_note(PROPOSED if answered else None)
            if answered:
                announce(field, _("Réponse proposée : {question}", question=field.question.label))
            changed = True
        return changed

    def _show_remarks(self) -> None:
        for field in self.shown_fields():
            if field.question.remark is not None:
                field.show_remark(self._context.items.remark(field.question, field.editor.raw()))

    def _update(self) -> None:
        # More than one round: an answer can show a question whose kept answer shows another one, and what is
        # proposed for one question can be the reason for what is proposed for the next.
        for _round in range(len(self.fields) + 1):
            before = self._draft
            self._draft = self._session.draft(self._draft_answers())
            changed = self._show_applying()
            changed = self._propose() or changed
            if not changed and before == self._draft:
                break
        if self._draft != self._refreshed_for:
            self._refresh()
            self.drafted.emit(self._draft)
        self._show_remarks()

    def _refresh(self) -> None:
        self._refreshed_for = self._draft
        for field in self.shown_fields():
            field.editor.refresh()
        self._show_facts()

    def _draft_answers(self) -> dict[str, Raw]:
        # `flow.submit` itself passes over the questions that do not apply.
        return {path: field.editor.raw() for path, field in self.fields.items()}

    def _show_applying(self) -> bool:
        applying = {question.path for question in flow.visible_questions(self.page, self._draft)}
        changed = False
        for path, field in self.fields.items():
            if field.isHidden() == (path in applying):
                field.setVisible(path in applying)
                changed = True
        return changed

    def _show_facts(self) -> None:
        self._sheets.setVisible(self.page.sheets(self._draft))
        facts = [say(fact) for fact in self.page.facts(self._draft, self._session.today())]
        if facts == self._facts.property("facts"):
            return
        self._facts.setProperty("facts", facts)
        clear(self._facts.column)
        if facts:
            self._facts.column.addWidget(Card(*(TextLabel(fact) for fact in facts)))
        self._facts.setVisible(bool(facts))

    # --- keyboard -----------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Put the keyboard in the first field, and have the heading said."""
        super().arrive()
        shown = self.shown_fields()
        if shown:
            shown[0].editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        # Once the page has its sizes: the focus must be in sight, and above it as much as there is room for.
        QTimer.singleShot(0, self, self._reveal_focus)

    def go_to(self, path: str, item: str | None = None) -> None:
        """Put the keyboard in the field of this answer, or open this line of a list."""
        field = self.fields.get(path)
        if field is None or field.isHidden():
            return
        if item is not None and isinstance(field.editor, RepeatEditor):
            field.editor.open_line(item)
        else:
            field.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal_focus(self) -> None:
        self.verticalScrollBar().setValue(0)
        self.keep_focus_in_sight()

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
