"""A point of a condition: one thing that stands well or badly, why, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.i18n import Message
from core.law.model import Condition, ConditionId, Reason, Status, Step

# From worst to best. A condition is as good as its worst point.
RANK = (Status.NOT_MET, Status.UNKNOWN, Status.TO_STRENGTHEN, Status.MET)


@dataclass(frozen=True)
class Point:
    """One finding inside a condition. `improvable`: whether something can be done about it before filing."""

    status: Status
    reason: Reason
    steps: tuple[Step, ...] = ()
    improvable: bool = True

    @property
    def stands_against_filing(self) -> bool:
        """Whether the person should wait and mend this first."""
        return self.status is not Status.MET and self.improvable


def good(
    plain: Message,
    *,
    sources: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    dense: Message | None = None,
    steps: tuple[Step, ...] = (),
) -> Point:
    """A point that stands well; steps may still make it stronger."""
    return Point(Status.MET, Reason(plain, dense, sources, facts), steps)


def weak(
    plain: Message,
    *,
    sources: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    dense: Message | None = None,
    steps: tuple[Step, ...] = (),
    improvable: bool = True,
) -> Point:
    """A point that the judge may find too thin."""
    return Point(Status.TO_STRENGTHEN, Reason(plain, dense, sources, facts), steps, improvable)


def bad(
    plain: Message,
    *,
    sources: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    dense: Message | None = None,
    steps: tuple[Step, ...] = (),
) -> Point:
    """A point on which the request would fail as it stands."""
    return Point(Status.NOT_MET, Reason(plain, dense, sources, facts), steps)


def open_question(plain: Message, ask: Message, *facts: str, sources: tuple[str, ...] = ()) -> Point:
    """A point that nothing is known of: neither favourable nor fatal. `ask` sends to the question."""
    return Point(Status.UNKNOWN, Reason(plain, None, sources, facts), (Step(ask, facts=facts),))


def condition(ident: ConditionId, points: Iterable[Point]) -> Condition:
    """The condition that these points make: as good as the worst, its reasons in the order of gravity."""
    ordered = sorted(points, key=lambda point: RANK.index(point.status))
    return Condition(
        ident,
        ordered[0].status,
        tuple(point.reason for point in ordered),
        tuple(dict.fromkeys(step for point in ordered for step in point.steps)),
    )
