"""What the law's answers look like: sources, findings, conditions, routes, deadlines, the assessment.

Everything here is data without a language; `core.i18n.render` words it. The values of the enums are the
stable words of `assess --json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.i18n import Message


class Confidence(StrEnum):
    """How sure the source is. LOW never reaches a court document."""

    HIGH = "high"
    MEDIUM_HIGH = "medium_high"
    MEDIUM = "medium"
    LOW = "low"


class SourceKind(StrEnum):
    """What kind of authority a source is."""

    CODE = "code"
    DECISION = "decision"
    TEXT = "text"


@dataclass(frozen=True)
class Source:
    """One provision or decision that the program may state or print.

    `citation` is the French as printed (« article L. 521-3 du code de justice administrative », « CE,
    10 juin 2020, n° 435594 »); `quotation` the exact words of a provision where they are quoted; `holds`
    what it says, in one sentence of our own. Only a `printable` source may appear in the requete.
    """

    id: str
    kind: SourceKind
    citation: str
    holds: Message
    url: str
    read_on: date
    confidence: Confidence
    printable: bool
    quotation: str | None = None


class Route(StrEnum):
    """What the person should do today."""

    FILE = "file"
    STRENGTHEN = "strengthen"
    OTHER_REMEDY = "other_remedy"
    LAWYER_NOW = "lawyer_now"
    NO_OBJECT = "no_object"
    OUT_OF_SCOPE = "out_of_scope"


class Remedy(StrEnum):
    """The right way, where it is not L. 521-3."""

    L521_1 = "l521-1"
    L521_2 = "l521-2"
    COMPLETE_THE_FILE = "complete_the_file"
    ASK_FOR_EARLIER_DATE = "ask_for_earlier_date"
    FILE_THROUGH_PRESCRIBED_CHANNEL = "file_through_prescribed_channel"
    WAIT = "wait"
    OTHER_AUTHORITY = "other_authority"
    LAWYER = "lawyer"
    ENFORCE_THE_ORDER = "enforce_the_order"


class ConditionId(StrEnum):
    """The conditions of L. 521-3, those of the text and those that decisions add."""

    ADMISSIBILITY = "admissibility"
    URGENCY = "urgency"
    USEFULNESS = "usefulness"
    NO_OBSTACLE = "no_obstacle"
    NO_SERIOUS_DISPUTE = "no_serious_dispute"
    SUBSIDIARITY = "subsidiarity"


class Status(StrEnum):
    """How a condition stands. UNKNOWN names a question to ask; it is neither favourable nor fatal."""

    MET = "met"
    TO_STRENGTHEN = "to_strengthen"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Urgency(StrEnum):
    """Where the urgency comes from."""

    PRESUMED = "presumed"
    CHARACTERISED = "characterised"
    FRAGILE = "fragile"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Reason:
    """One sentence of the assessment, with the sources it rests on and the answers it comes from.

    `plain` is for the person, `dense` for the volunteer (with articles) where that says more.
    """

    plain: Message
    dense: Message | None = None
    sources: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One useful act. `by` is its last sensible day where there is one, `since` its first one."""

    text: Message
    by: date | None = None
    facts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: date | None = None


@dataclass(frozen=True)
class Condition:
    """One condition of L. 521-3, judged on today's facts."""

    id: ConditionId
    status: Status
    reasons: tuple[Reason, ...]
    next_steps: tuple[Step, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of every source the reasons rest on, each once."""
        return tuple(dict.fromkeys(s for reason in self.reasons for s in reason.sources))

    @property
    def facts(self) -> tuple[str, ...]:
        """The paths of every answer the reasons come from, each once."""
        return tuple(dict.fromkeys(f for reason in self.reasons for f in reason.facts))


@dataclass(frozen=True)
class Deadline:
    """A day that matters. Always the cautious end of the period, never the free day."""

    id: str
    on: date
    label: Message
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contradiction:
    """Two answers that cannot both be right; shown, never corrected silently."""

    text: Message
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Assessment:
    """What the law makes of a dossier on a day."""

    on: date
    route: Route
    remedy: Remedy | None
    route_reasons: tuple[Reason, ...]
    conditions: tuple[Condition, ...]
    urgency: Urgency
    deadlines: tuple[Deadline, ...] = ()
    next_steps: tuple[Step, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    documents: tuple[str, ...] = ()

    def condition(self, wanted: ConditionId) -> Condition:
        """The condition with that id."""
        return next(c for c in self.conditions if c.id is wanted)
