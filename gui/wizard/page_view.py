"""A page of questions on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import _
from core.interview import flow
from core.interview.model import FieldError, Page, Question, Raw
from gui.widgets.basic import Card, Group, TextLabel, clear
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
CHANGED = _("Le texte a changé. Répondez de nouveau.")
PROPOSED = _("Le programme propose cette réponse. Changez-la si elle est fausse.")


class PageView(ScrollPage):
    """Shows the questions that apply, more of them below as the answers ask for it.

    `committed`: an item of a list was added, changed or removed, and should be saved now.
    """

    committed = Signal()

    def __init__(self, session: Session, page: Page, work: ExhibitWork | None = None) -> None:
        super().__init__(page.heading)
        self.page = page
        self._session = session
        self._draft: Dossier = session.dossier
        self._refreshed_for: Dossier | None = None
        self._proposed = False
        items = PageItems(lambda: self._draft, session.today, session.hour)
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
        self._add_help()
        if self._proposed:
            self._update()
        else:
            # The answers shown are those of the dossier: nothing needs to be worked out.
            self._show_applying()
            self._refresh()
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
        if question.proposal is not None and value in (None, ()) and not unknown:
            value = self._context.items.proposal(question)
            proposed = value not in (None, ())
            field.show_note(PROPOSED if proposed else None)
            self._proposed = self._proposed or proposed
        editor.show_value(value, unknown=unknown)
        editor.changed.connect(self._update)
        editor.committed.connect(self.committed)
        editor.answered.connect(self._answer)
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
            self.aside.addWidget(Card(TextLabel(WHERE, "help-title"), TextLabel(page.where, "help")))

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

    def _update(self) -> None:
        # More than one round, since an answer can show a question whose kept answer shows another one.
        for _round in range(len(self.fields)):
            before = self._draft
            self._draft = self._session.draft(self._draft_answers())
            self._forget_answers_about(before)
            changed = self._show_applying()
            if not changed and before == self._draft:
                break
        if self._draft != self._refreshed_for:
            self._refresh()

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
