"""What every editor is: it shows a value, reports a value, shows an error; it knows no rule."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from core.dossier.model import Part
from core.i18n import Message, _
from core.interview.flow import ItemSubmission
from core.interview.journal import Journal
from core.interview.model import Calendar, Option, Question, Raw, Repeat, Suggestion, Wording
from gui.widgets.cards import TickCard
from gui.words import say

if TYPE_CHECKING:
    from gui.exhibits.work import ExhibitWork

DO_NOT_KNOW = _("Je ne sais pas")


class Items(Protocol):
    """What a list's editor asks of the interview about the items of its list."""

    def new(self, repeat: Repeat, taken: tuple[Part, ...]) -> Part:
        """An empty item, with an id that is free."""

    def copy(self, repeat: Repeat, item: Part, taken: tuple[Part, ...]) -> Part:
        """A new item with the same answers, except those that belong to the first one alone."""

    def now(self) -> datetime:
        """The day and the hour at which something is noted."""

    def journal(self, calendar: Calendar, items: tuple[Part, ...]) -> Journal:
        """The items week by week, with what counts."""

    def submit(self, repeat: Repeat, item: Part, answers: dict[str, Raw]) -> ItemSubmission:
        """The item with the good answers, and what is wrong with the others."""

    def options(self, question: Question) -> tuple[Option, ...]:
        """The answers to choose from, or to find by typing."""

    def known(self, question: Wording) -> tuple[Suggestion, ...]:
        """Words that others saw here."""

    def proposal(self, question: Question) -> Any:
        """An answer that follows from others, to confirm or change."""

    def proposals(self, repeat: Repeat, items: tuple[Part, ...]) -> tuple[Part, ...]:
        """Items that follow from other answers and are not in the list yet."""

    def counter(self, repeat: Repeat, items: tuple[Part, ...]) -> Message | None:
        """What matters about the list as a whole."""


@dataclass(frozen=True)
class Context:
    """What editors need to know of the world: the day, and where items of lists come from.

    `work` takes the files of exhibits; None where an editor stands alone. `platform` names the keys.
    """

    today: date
    items: Items
    make: Callable[[Question, Context], Editor]
    work: ExhibitWork | None = None
    platform: str = sys.platform


class Editor(QGroupBox):
    """Base of all editors. A group with the question's words as its name, so that a reader says them.

    `changed`: something was typed or chosen. `committed`: a whole item was added, changed or removed, and
    wants to be saved now. `answered`: another question of the page (its path) was answered here.
    """

    changed = Signal()
    committed = Signal()
    answered = Signal(str, object)

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__()
        self.question = question
        self.context = context
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(4, 4, 4, 4)
        self.body.setSpacing(8)
        self.label = say(question.label)
        self.hint = say(question.hint) if question.hint is not None else ""
        self.setAccessibleName(self.label)
        self.setAccessibleDescription(self.hint)
        self.unknown_card: TickCard | None = None

    # --- what each kind of editor says about itself --------------------------------------------------

    def fields(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in order."""
        raise NotImplementedError

    def raw(self) -> Raw:
        """What was typed or chosen."""
        raise NotImplementedError

    def show_value(self, value: Any, *, unknown: bool) -> None:
        """Show what the dossier holds."""
        raise NotImplementedError

    def finish(self) -> bool:
        """Complete what is half done before the page is left; False where that is not possible."""
        return True

    def keep(self) -> None:
        """Keep what can be kept of what is half done, without asking anything."""

    def is_committing(self) -> bool:
        """Whether Enter means something else here than Continue."""
        return False

    def refresh(self) -> None:
        """Other answers have changed: ask the context again for what depends on them."""

    # --- the same for all ----------------------------------------------------------------------------

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.fields()[0]

    def show_error(self, text: str) -> None:
        """Mark the fields and tell screen readers; an empty text takes the mark away."""
        from gui.widgets.basic import restyle

        description = " ".join(part for part in (text, self.hint) if part)
        for field in self.fields():
            restyle(field, "wrong", "true" if text else "false")
            field.setAccessibleDescription(description)

    def add_unknown_card(self) -> None:
        """Offer « Je ne sais pas » under the fields, where the question allows it."""
        if not self.question.unknown:
            return
        card = TickCard(DO_NOT_KNOW)
        card.setObjectName(f"{self.question.path}:unknown")
        card.toggled.connect(self.changed)
        self.unknown_card = card
        self.body.addWidget(card)

    def is_unknown(self) -> bool:
        """Whether « Je ne sais pas » is chosen."""
        return self.unknown_card is not None and self.unknown_card.isChecked()

    def show_unknown(self, unknown: bool) -> None:
        """Tick « Je ne sais pas », or not."""
        if self.unknown_card is not None:
            self.unknown_card.setChecked(unknown)

    def typed(self) -> None:
        """Somebody typed: « Je ne sais pas » is no longer true."""
        self.show_unknown(False)
        self.changed.emit()
