"""What a page of questions is made of: types of question, pages, sections. Data, nothing to execute.

Pages are declared with these in `core.interview.pages`; `core.interview.flow` decides which comes next;
the window shows one editor per question type and knows no question by name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any

from core.dossier.model import Dossier, Part
from core.dossier.values import PartialDate
from core.errors import UserError
from core.i18n import SOURCE_LANGUAGE, Message, _
from core.interview.pictures import LookAt, Picture
from core.law.model import ConditionId

if TYPE_CHECKING:
    from core.interview.journal import Journal

Predicate = Callable[[Dossier], bool]
# What is wrong with a parsed value, or None. A check never changes anything.
Check = Callable[[Any, Dossier, date], Message | None]


@dataclass(frozen=True)
class Remark:
    """What is said below an answer that may stand: how it reads, or what to look at again (`doubt`)."""

    text: Message
    doubt: bool = False


# What to say of a parsed value, or None. It never keeps the person from going on.
Remarks = Callable[[Any, Dossier, date], Remark | None]


def always(dossier: Dossier) -> bool:
    """The predicate of what is always asked."""
    return True


def never(dossier: Dossier) -> bool:
    """The predicate of what never holds."""
    return False


class Section(StrEnum):
    """The nine steps of the journey, in order."""

    START = "start"
    YOU = "you"
    PERMIT = "permit"
    BLOCKAGE = "blockage"
    HELP = "help"
    FILE = "file"
    CONSEQUENCES = "consequences"
    REQUETE = "requete"
    FOLLOW_UP = "follow_up"


SECTION_TITLES = {
    Section.START: _("Avant de commencer"),
    Section.YOU: _("Vous"),
    Section.PERMIT: _("Votre titre"),
    Section.BLOCKAGE: _("Le blocage"),
    Section.HELP: _("L’aide demandée"),
    Section.FILE: _("État du dossier"),
    Section.CONSEQUENCES: _("Conséquences"),
    Section.REQUETE: _("Votre requête"),
    Section.FOLLOW_UP: _("Déposer et suivre"),
}


class Unknown(Enum):
    """« Je ne sais pas », given as an answer."""

    UNKNOWN = "unknown"


UNKNOWN = Unknown.UNKNOWN


@dataclass(frozen=True)
class Option:
    """One answer among several. `value` is what the dossier keeps, `also` another name to find it by."""

    value: Any
    label: Message | str
    hint: Message | str | None = None
    picture: Picture | None = None
    also: Message | str | None = None


@dataclass(frozen=True)
class Why:
    """« Pourquoi cette question ? »: the condition it serves, in a sentence, with its source id."""

    condition: ConditionId
    text: Message
    source: str | None = None


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question. Inside a `Repeat`, `path` is relative to the item and `when` is given `item_when`.

    `required`: the page cannot be left without an answer. `unknown`: « Je ne sais pas » is offered.
    `proposal`: an answer that follows from others, shown to be confirmed or changed where none is given yet.
    It is never taken without the person's *Continue*, and no fact about the person is ever proposed twice.
    It follows the other answers of the page for as long as the person has not touched it.
    `remark`: what to say below a good answer. `about`: the path of another answer of the page of which this
    one speaks. Where that one is changed, this one is no longer true and is asked anew.
    """

    path: str
    label: Message
    hint: Message | None = None
    when: Predicate = always
    item_when: Callable[[Any], bool] | None = None
    required: bool = False
    unknown: bool = False
    checks: tuple[Check, ...] = ()
    proposal: Callable[[Dossier, date], Any] | None = None
    remark: Remarks | None = None
    about: str | None = None


@dataclass(frozen=True, kw_only=True)
class YesNo(Question):
    """Yes, no, and « Je ne sais pas » where offered."""


@dataclass(frozen=True, kw_only=True)
class Tick(Question):
    """One box: true when ticked, unanswered otherwise."""


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    """One answer among a few, all shown.

    `offers`: the values that may be chosen in this situation, where not all may; see `flow.offered`.
    """

    options: tuple[Option, ...] = ()
    offers: Callable[[Dossier, date], Collection[Any]] | None = None


@dataclass(frozen=True, kw_only=True)
class Search(Question):
    """One answer among many, found by typing. The options may depend on other answers."""

    options: Callable[[Dossier], tuple[Option, ...]] = field(default=lambda dossier: ())


@dataclass(frozen=True, kw_only=True)
class Text(Question):
    """A text. `printed` texts go on paper, so characters that the font lacks are refused by name."""

    multiline: bool = False
    printed: bool = True
    max_length: int = 300
    placeholder: Message | None = None


@dataclass(frozen=True)
class Suggestion:
    """Words that others saw, as they were reported. `near`: where this person is; `note`: how well known."""

    text: str
    note: Message
    near: bool = True


@dataclass(frozen=True)
class Instead:
    """An answer in place of words: what it answers to other questions of the page, in their order."""

    label: Message
    answers: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Wording(Text):
    """The exact words of a screen, typed or picked from a catalogue of the day `as_of`.

    Picking helps to recognise one's own words; it never says that they are exact.
    """

    known: Callable[[Dossier], tuple[Suggestion, ...]]
    as_of: date
    instead: tuple[Instead, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ListedText(Text):
    """A text that is mostly one of its `suggestions`, listed while it is typed; any other may be typed."""

    suggestions: Callable[[Dossier], tuple[Message | str, ...]] = field(default=lambda dossier: ())


@dataclass(frozen=True, kw_only=True)
class DateQuestion(Question):
    """A full date, typed in three fields.

    `unsure`: in an item of a list, the path of the tick that says that the day is not sure. Where there is
    one, « début novembre » and « vers le 3 » are answers too (`AboutDate`), and tick it.
    """

    unsure: str | None = None


@dataclass(frozen=True, kw_only=True)
class PartialDateQuestion(Question):
    """A date of which the day, or the day and the month, may stay empty."""


@dataclass(frozen=True, kw_only=True)
class TimeQuestion(Question):
    """An hour, e.g. 14:05 or 14h."""


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """A whole number between bounds."""

    minimum: int = 0
    maximum: int = 1_000
    unit: Message | None = None


@dataclass(frozen=True, kw_only=True)
class Money(Question):
    """An amount in euros, kept in cents."""

    maximum_cents: int = 200_000


@dataclass(frozen=True, kw_only=True)
class Repeat(Question):
    """A list of items of one kind: attempts, contacts, consequences, exhibits.

    `summary` words one item in a line, `prefix` begins its ids; `counter` says what matters about the list
    as a whole (« 3 essais, 2 semaines différentes »); `proposals` are items that follow from other answers,
    to be added with one act or left out.
    """

    item: type[Part]
    prefix: str
    questions: tuple[Question, ...]
    summary: Callable[[Any], Message]
    add_label: Message
    empty_label: Message
    counter: Callable[[Dossier], Message | None] = field(default=lambda dossier: None)
    proposals: Callable[[Dossier], tuple[Part, ...]] = field(default=lambda dossier: ())
    provable: bool = False
    own: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Now:
    """An item for what the person is doing this minute: what to do first, and what is asked then.

    `steps` depend on the platform (`sys.platform`), `asks` on nothing else: its answers are not kept
    themselves. `makes` turns them, an empty item and the moment into the item to keep. Where `is_over` holds
    there is nothing to keep, and `over` says so.
    """

    heading: Message
    keep: Message
    promise: Message
    steps: Callable[[str], tuple[Message, ...]]
    asks: Repeat
    makes: Callable[[Any, Any, datetime], Part]
    is_over: Callable[[Any], bool]
    over: Message


@dataclass(frozen=True, kw_only=True)
class Calendar(Repeat):
    """A list whose items lie on days: shown week by week, with a helper to note one now."""

    journal: Callable[[Dossier, date], Journal]
    now: Now


@dataclass(frozen=True, kw_only=True)
class Exhibits(Repeat):
    """The list of exhibits: its items also have files, pages and a number."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One question, or one small group that belongs together. `screen` is the journey's S-number.

    `intro` says what to know before answering, `where` where to look, and `look_at` shows it. `facts` are
    sentences made of the answers given so far: the prefecture and the tribunal of a département.
    `ends`: where it holds, the pages after this one are not shown, since the answers lead to another road.
    It only spares a tired person useless questions: answers already given there still count.
    `sheets`: where it holds, the page offers the sheets that can be printed without a dossier.
    """

    id: str
    screen: str
    section: Section
    heading: Message
    questions: tuple[Question, ...]
    why: Why | None = None
    intro: tuple[Message, ...] = ()
    where: Message | None = None
    look_at: LookAt | None = None
    when: Predicate = always
    ends: Predicate = never
    facts: Callable[[Dossier, date], tuple[Message, ...]] = field(default=lambda dossier, on: ())
    sheets: Predicate = never


@dataclass(frozen=True)
class RawDate:
    """A date as typed: three texts, any of which may be empty. Months are also read in `language`."""

    day: str = ""
    month: str = ""
    year: str = ""
    language: str = SOURCE_LANGUAGE

    def is_empty(self) -> bool:
        """Whether nothing was typed at all."""
        return not (self.day.strip() or self.month.strip() or self.year.strip())


@dataclass(frozen=True)
class Unlisted:
    """Words typed into a list to search in that are none of its answers: at most the beginning of one.

    Not a text: « ar » would be taken for the code of Arabic while somebody types « arabe ».
    """

    words: str


@dataclass(frozen=True)
class AboutDate:
    """A day that the person is not sure of: it is printed « vers le », and never counts as a dated one."""

    day: date


class InvalidAnswer(UserError):
    """What was typed cannot be kept as it is; the message says how to write it."""


# What an editor reports: a text as typed, a date as typed, a choice, a list of items, « Je ne sais pas »,
# or None for nothing. What the dossier holds is what `core.interview.parsing` makes of it.
Raw = str | RawDate | Unlisted | bool | int | Unknown | StrEnum | tuple[Part, ...] | tuple[str, ...] | None
Parsed = (
    str
    | date
    | AboutDate
    | time
    | PartialDate
    | bool
    | int
    | Unknown
    | StrEnum
    | tuple[Part, ...]
    | tuple[str, ...]
    | None
)


@dataclass(frozen=True)
class FieldError:
    """What is wrong at one question, worded so that it says how to mend it."""

    path: str
    message: Message
