"""What a triage rule answers."""

from __future__ import annotations

from dataclasses import dataclass

from core.law.model import Reason, Remedy, Route, Step


@dataclass(frozen=True)
class Verdict:
    """A route, the right remedy where there is one, why, and what to do now."""

    route: Route
    remedy: Remedy | None
    reasons: tuple[Reason, ...]
    steps: tuple[Step, ...] = ()
