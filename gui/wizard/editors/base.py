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
from core.i18n import Message, _, render
from core.interview.flow import ItemSubmission
from core.interview.journal import Journal
from core.interview.model import (
    Calendar,
    ListedText,
    Option,
    Question,
    Raw,
    Remark,
    Repeat,
    Suggestion,
    Wording,
)
from gui.widgets.basic import announce, restyle, row
from gui.widgets.cards import TickCard
from gui.widgets.flow import FlowLayout
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

    def suggestions(self, question: ListedText) -> tuple[Message | str, ...]:
        """Texts of which one is mostly the answer."""

    def remark(self, question: Question, raw: Raw) -> Remark | None:
        """What to say below the answer as it stands."""

    def proposal(self, question: Question) -> Any:
        """An answer that follows from others, to confirm or change."""

    def proposals(self, repeat: Repeat, items: tuple[Part, ...]) -> tuple[Part, ...]:
        """Items that follow from other answers and are not in the list yet."""

    def counter(self, repeat: Repeat, items: tuple[Part, ...]) -> Message | None:
        """What matters about the list as a whole."""


@dataclass(frozen=True)
class Context:
    """What editors need to know of the world: the day, and where items of lists come from.

    `work` takes the files of exhibits; None where an editor stands alone. `dense`: what belongs together
    stands in a line, in French first, and then in the language `beside` where there is one. `platform` names
    the keys.
    """

    today: date
    items: Items
    make: Callable[[Question, Context], Editor]
    work: ExhibitWork | None = None
    dense: bool = False
    beside: str = ""
    platform: str = sys.platform

    def first(self, text: Message | str) -> str:
        """The words as they are shown first."""
        return render(text) if self.dense else say(text)

    def second(self, text: Message | str) -> str:
        """The same in the second language; empty where there is none, or no translation."""
        if not self.beside:
            return ""
        words = render(text, self.beside)
        return "" if words == render(text) else words


class Editor(QGroupBox):
    """Base of all editors. A group with the question's words as its name, so that a reader says them.

    `changed`: something was typed or chosen. `committed`: a whole item was added, changed or removed, and
    wants to be saved now. `answered`: a key gave the whole answer, the next question may follow.
    `answered_other`: another question of the page (its path) was answered here.
    """

    changed = Signal()
    committed = Signal()
    answered = Signal()
    answered_other = Signal(str, object)

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__()
        self.question = question
        self.context = context
        self.body = QVBoxLayout(self)
        around = 0 if context.dense else 4
        self.body.setContentsMargins(0, around, 0, around)
        self.body.setSpacing(4 if context.dense else 8)
        self._flow: FlowLayout | None = None
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

    def show_raw(self, raw: Raw) -> None:
        """Show what was typed and could not be kept; only editors with a text have such a thing."""

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

    def add_line(self, *widgets: QWidget) -> None:
        """Put widgets side by side; where it is dense, in the one line of the editor, which wraps."""
        if not self.context.dense:
            self.body.addLayout(row(*widgets))
            return
        if self._flow is None:
            self._flow = FlowLayout()
            self.body.insertLayout(0, self._flow)
        for widget in widgets:
            self._flow.addWidget(widget)

    def add_part(self, widget: QWidget) -> None:
        """Put one widget under the others; where it is dense, in the line."""
        if self.context.dense:
            self.add_line(widget)
        else:
            self.body.addWidget(widget)

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.fields()[0]

    def show_error(self, text: str) -> None:
        """Mark the fields and tell screen readers; an empty text takes the mark away."""
        description = " ".join(part for part in (text, self.hint) if part)
        for field in self.fields():
            restyle(field, "wrong", "true" if text else "false")
            field.setAccessibleDescription(description)

    def add_unknown_card(self) -> None:
        """Offer « Je ne sais pas » under the fields, where the question allows it."""
        if not self.question.unknown:
            return
        words = self.context
        card = TickCard(words.first(DO_NOT_KNOW), second=words.second(DO_NOT_KNOW), compact=words.dense)
        card.setObjectName(f"{self.question.path}:unknown")
        card.toggled.connect(self.changed)
        self.unknown_card = card
        self.add_part(card)

    def is_unknown(self) -> bool:
        """Whether « Je ne sais pas » is chosen."""
        return self.unknown_card is not None and self.unknown_card.isChecked()

    def show_unknown(self, unknown: bool) -> None:
        """Tick « Je ne sais pas », or not."""
        if self.unknown_card is not None:
            self.unknown_card.setChecked(unknown)

    def answer_unknown(self) -> bool:
        """« ? » was typed where no answer holds one: « Je ne sais pas ». False where that is not offered."""
        if not self.context.dense or self.unknown_card is None:
            return False
        self.show_unknown(True)
        announce(self.unknown_card, DO_NOT_KNOW)
        self.answered.emit()
        return True

    def typed(self) -> None:
        """Somebody typed: « Je ne sais pas » is no longer true."""
        self.show_unknown(False)
        self.changed.emit()
