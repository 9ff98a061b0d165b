"""One page of the interview on the screen: its words, its questions, what follows from the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import _
from core.interview.model import Page, Question, Raw
from gui.widgets.basic import Card, Group, TextLabel, announce, restyle
from gui.widgets.bilingual import Bilingual
from gui.wizard.editors.base import Context, Editor
from gui.wizard.field import Field
from gui.words import say

PROPOSED = _("Le programme propose cette réponse. Changez-la si elle est fausse.")


class PagePart(Group):
    """The questions of one page, of which those are seen that apply.

    Alone on the screen it has no heading of its own; where it is dense it stands under one, in a box of rows.
    """

    def __init__(self, page: Page, dossier: Dossier, context: Context) -> None:
        super().__init__(spacing=8 if context.dense else 16)
        self.page = page
        self._context = context
        self._saved = dossier
        self._last: Field | None = None
        self.fields: dict[str, Field] = {}
        rows = self._head()
        for question in page.questions:
            field = self._field(question)
            self.fields[question.path] = field
            if isinstance(rows, Card):
                rows.add(field)
            else:
                rows.column.addWidget(field)
        self._facts = Group(spacing=8)
        self.column.addWidget(self._facts)

    def _head(self) -> Card | Group:
        """Show the words above the questions; where the questions go."""
        if not self._context.dense:
            for text in self.page.intro:
                self.column.addWidget(TextLabel(text))
            return self
        words = Group(Bilingual(self.page.heading, "section", self._context.beside), spacing=2)
        for text in self.page.intro:
            words.column.addWidget(Bilingual(text, "small", self._context.beside))
        rows = Card(spacing=0, margins=(12, 4, 12, 4))
        self.column.addWidget(words)
        self.column.addWidget(rows)
        return rows

    def _field(self, question: Question) -> Field:
        editor = self._context.make(question, self._context)
        field = Field(editor, said_by_heading=self._is_heading(question))
        editor.refresh()
        value = paths.get(self._saved, question.path)
        editor.show_value(value, unknown=paths.is_unknown(self._saved, question.path))
        field.touched = question.proposal is None or value not in (None, ())
        field.touched = field.touched or paths.is_unknown(self._saved, question.path)
        editor.changed.connect(lambda: self._touch(field))
        return field

    def _is_heading(self, question: Question) -> bool:
        return question is self.page.questions[0] and say(question.label) == say(self.page.heading)

    def _touch(self, field: Field) -> None:
        field.touched, field.proposed = True, False
        field.show_note(None)

    # --- answers ------------------------------------------------------------------------------------

    def show_refused(self, refused: Mapping[str, Raw]) -> None:
        """Show again what was typed here and could not be kept: it is the person's to mend."""
        for path, raw in refused.items():
            if path in self.fields:
                self.fields[path].editor.show_raw(raw)
                self.fields[path].touched = True

    def shown_fields(self) -> list[Field]:
        """The questions that apply to the answers so far."""
        return [] if self.isHidden() else [f for f in self.fields.values() if not f.isHidden()]

    def raw(self) -> dict[str, Raw]:
        """What is in every field, also of those that do not apply now."""
        return {path: field.editor.raw() for path, field in self.fields.items()}

    def editors(self) -> Sequence[Editor]:
        """The editors, in order."""
        return [field.editor for field in self.fields.values()]

    # --- what follows from the answers --------------------------------------------------------------

    def propose(self) -> bool:
        """Show what the program proposes where the person answered nothing; True where that has changed."""
        changed = False
        for field in self.fields.values():
            if not field.touched:
                changed = self._propose(field, self._context.items.proposal(field.question)) or changed
        return changed

    def _propose(self, field: Field, value: Any) -> bool:
        before = field.editor.raw()
        # Nobody answered: it may not count as typed.
        field.editor.blockSignals(True)
        field.editor.show_value(value, unknown=False)
        field.editor.blockSignals(False)
        field.proposed = value not in (None, ())
        field.show_note(PROPOSED if field.proposed else None)
        changed = field.editor.raw() != before
        if field.proposed and changed and self.isVisible():
            announce(field, _("Réponse proposée : {question}", question=field.question.label))
        return changed

    def show_remarks(self) -> None:
        """Say how the answers read, where there is something to say."""
        for field in self.shown_fields():
            if field.question.remark is not None:
                field.show_remark(self._context.items.remark(field.question, field.editor.raw()))

    def show_applying(self, questions: Sequence[Question]) -> bool:
        """Show these questions and no others; True where others are shown now."""
        applying = {question.path for question in questions}
        changed = False
        for path, field in self.fields.items():
            if field.isHidden() == (path in applying):
                field.setVisible(path in applying)
                changed = True
        if changed or self._last is None:
            self._end_rows()
        return changed

    def _end_rows(self) -> None:
        """Under the last row there is no line: the box ends there."""
        shown = [field for field in self.fields.values() if not field.isHidden()]
        self._last = shown[-1] if shown else None
        for field in shown:
            restyle(field, "last", "true" if field is self._last else "false")

    def refresh(self, dossier: Dossier, today: date) -> None:
        """Other answers have changed: ask again for what depends on them."""
        for field in self.shown_fields():
            field.editor.refresh()
        facts = [say(fact) for fact in self.page.facts(dossier, today)]
        if facts == self._facts.property("facts"):
            return
        self._facts.setProperty("facts", facts)
        self._facts.fill(*([Card(*(TextLabel(fact) for fact in facts))] if facts else []))
