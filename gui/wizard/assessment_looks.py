"""How routes and statuses look: a sign and a tone each, the same on the result page and in the panel."""

from __future__ import annotations

from core.i18n import Message, _
from core.law.model import Assessment, Route, Status, Step

ROUTE_LOOKS = {
    Route.FILE: ("check", "ok"),
    Route.STRENGTHEN: ("warn", "warn"),
    Route.OTHER_REMEDY: ("cross", "stop"),
    Route.LAWYER_NOW: ("warn", "stop"),
    Route.NO_OBJECT: ("dot", "quiet"),
    Route.OUT_OF_SCOPE: ("cross", "quiet"),
}
STATUS_LOOKS = {
    Status.MET: ("check", "ok"),
    Status.TO_STRENGTHEN: ("warn", "warn"),
    Status.NOT_MET: ("cross", "stop"),
    Status.UNKNOWN: ("question", "quiet"),
}


def all_steps(found: Assessment) -> tuple[Message, ...]:
    """What can be done, each act once: the steps of the route first, then those of the conditions."""
    steps = (*found.next_steps, *(step for condition in found.conditions for step in condition.next_steps))
    return tuple(dict.fromkeys(step_words(step) for step in steps))


def step_words(step: Step) -> Message:
    """The act, with its last sensible day where there is one."""
    if step.by is None:
        return step.text
    return _("Au plus tard le {day} : {what}", day=step.by, what=step.text)
