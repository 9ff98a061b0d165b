"""The assessment: route, conditions, urgency, deadlines and what to do, from one dossier on one day."""

from __future__ import annotations

from datetime import date
from typing import Any

from core.dossier.model import Dossier
from core.dossier.values import ContactKind
from core.i18n import SOURCE_LANGUAGE, Message, _, render
from core.law import admissibility, obstacle, urgency, usefulness
from core.law.contradictions import contradictions
from core.law.deadlines import deadlines
from core.law.model import (
    Assessment,
    Condition,
    ConditionId,
    Reason,
    Route,
    Status,
    Step,
)
from core.law.points import Point, condition
from core.law.triage import triage
from core.law.verdict import Verdict

_READY = Reason(
    _("Toutes les conditions connues sont remplies aujourd’hui."),
    _("Urgence, utilité, absence d’obstacle et de contestation sérieuse (L. 521-3 CJA)."),
    ("cja-l521-3",),
)
_READY_BUT_PRESSED = Reason(
    _("Le fait grave arrive trop tôt pour attendre une autre preuve. Mieux vaut déposer maintenant."),
    _("Un délai bref peut être fixé en cas d’urgence particulière (CE n° 435594)."),
    ("cja-l521-3", "ce-435594"),
)
_NOT_READY = Reason(
    _("C’est le bon recours, mais un point peut encore être amélioré."),
    _("Le juge peut rejeter sans audience et sans inviter à régulariser (L. 522-3, R. 522-2 CJA)."),
    ("cja-l522-3", "cja-r522-2"),
)


def assess(dossier: Dossier, on: date) -> Assessment:
    """What the law makes of the dossier on the day. Pure: the same dossier and day give the same answer."""
    judged = urgency.judge(dossier, on)
    points: dict[ConditionId, tuple[Point, ...]] = {
        ConditionId.ADMISSIBILITY: tuple(admissibility.points(dossier, on)),
        ConditionId.URGENCY: judged.points,
        ConditionId.USEFULNESS: tuple(usefulness.points(dossier, on)),
        ConditionId.NO_OBSTACLE: tuple(obstacle.no_obstacle(dossier, on)),
        ConditionId.NO_SERIOUS_DISPUTE: tuple(obstacle.no_serious_dispute(dossier, on)),
        ConditionId.SUBSIDIARITY: tuple(obstacle.subsidiarity(dossier, on)),
    }
    conditions = tuple(condition(ident, found) for ident, found in points.items())
    verdict = triage(dossier, on) or _ready_or_not([p for found in points.values() for p in found])
    return Assessment(
        on=on,
        route=verdict.route,
        remedy=verdict.remedy,
        route_reasons=verdict.reasons,
        conditions=conditions,
        urgency=judged.urgency,
        deadlines=deadlines(dossier, on),
        next_steps=_next_steps(verdict, conditions),
        contradictions=contradictions(dossier, on),
        documents=_documents(dossier, verdict.route),
    )


def _ready_or_not(points: list[Point]) -> Verdict:
    """No rule of triage closed the way: the conditions decide.

    Ready where nothing that can still be mended before filing stands against it; an unknown fact can be
    mended by answering.
    """
    if any(point.stands_against_filing for point in points):
        return Verdict(Route.STRENGTHEN, None, (_NOT_READY,))
    if any(point.status is not Status.MET for point in points):
        return Verdict(Route.FILE, None, (_READY_BUT_PRESSED,))
    return Verdict(Route.FILE, None, (_READY,))


def _next_steps(verdict: Verdict, conditions: tuple[Condition, ...]) -> tuple[Step, ...]:
    """What to do now: the route's own steps; where the conditions decide, theirs, what blocks first."""
    if verdict.route not in (Route.FILE, Route.STRENGTHEN):
        return verdict.steps
    order = (Status.NOT_MET, Status.UNKNOWN, Status.TO_STRENGTHEN, Status.MET)
    ranked = sorted(conditions, key=lambda found: order.index(found.status))
    return tuple(dict.fromkeys(step for found in ranked for step in found.next_steps))


def _documents(dossier: Dossier, route: Route) -> tuple[str, ...]:
    """The ids of the documents worth making on this route (design, « What the documents folder holds »)."""
    if route not in (Route.FILE, Route.STRENGTHEN):
        return ("note", "orientation")
    made = ["requete", "inventaire", "note"]
    if dossier.attempts:
        made.append("chronologie")
    if not any(contact.kind is ContactKind.PREFECTURE_LETTER for contact in dossier.contacts):
        made.append("courrier-prefecture")
    return tuple(made)


def assessment_json(assessment: Assessment, language: str = SOURCE_LANGUAGE) -> dict[str, Any]:
    """The stable form of `assess --json`: plain words in `language`, ids and days as they are."""

    def say(message: Message) -> str:
        return render(message, language)

    return {
        "on": assessment.on.isoformat(),
        "route": assessment.route.value,
        "remedy": assessment.remedy.value if assessment.remedy else None,
        "route_reasons": [say(reason.plain) for reason in assessment.route_reasons],
        "conditions": [
            {
                "id": found.id.value,
                "status": found.status.value,
                "reasons": [say(reason.plain) for reason in found.reasons],
                "sources": list(found.sources),
                "next_steps": [say(step.text) for step in found.next_steps],
                "facts": list(found.facts),
            }
            for found in assessment.conditions
        ],
        "urgency": assessment.urgency.value,
        "deadlines": [
            {"id": found.id, "date": found.on.isoformat(), "label": say(found.label)}
            for found in assessment.deadlines
        ],
        "next_steps": [say(step.text) for step in assessment.next_steps],
        "contradictions": [say(found.text) for found in assessment.contradictions],
        "documents": list(assessment.documents),
    }
