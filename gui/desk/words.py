"""What the desk calls the codes of its lines, in the list, the filters and the statistics."""

from __future__ import annotations

from enum import StrEnum

from core.dossier.values import BlockedStep, Channel, RequestKind
from core.i18n import Message, _
from core.interview.labels import label
from core.languages import find
from core.law.model import Route
from core.reference.countries import countries
from core.reference.prefectures import departements
from core.storage.desk import DeskFilter
from core.storage.desk_row import Row, RowState
from core.storage.follow_up import Outcome, Step
from gui.words import language, say

STEPS: dict[Step, Message] = {
    Step.STARTED: _("Commencé"),
    Step.WAITING_FOR_PROOF: _("Preuves attendues"),
    Step.READY: _("Prêt à déposer"),
    Step.FILED: _("Déposé"),
    Step.ORDER_RECEIVED: _("Décision reçue"),
    Step.CLOSED: _("Terminé"),
}
ROUTES: dict[Route, Message] = {
    Route.FILE: _("Déposer"),
    Route.STRENGTHEN: _("Renforcer"),
    Route.OTHER_REMEDY: _("Autre démarche"),
    Route.LAWYER_NOW: _("Avocat maintenant"),
    Route.NO_OBJECT: _("Rien à demander"),
    Route.OUT_OF_SCOPE: _("Hors du programme"),
}
STATES: dict[RowState, Message] = {
    RowState.LOCKED: _("Autre phrase secrète"),
    RowState.IN_USE: _("Ouvert ailleurs"),
    RowState.DAMAGED: _("Abîmé"),
    RowState.NEWER: _("Version plus récente"),
    RowState.UNREADABLE: _("Pas lisible maintenant"),
}
FILTERS: dict[DeskFilter, Message] = {
    DeskFilter.ALL: _("Tous"),
    DeskFilter.THIS_WEEK: _("Cette semaine"),
    DeskFilter.WAITING_FOR_PROOF: _("Preuves attendues"),
    DeskFilter.FILED: _("Déposés"),
    DeskFilter.ORDER_RECEIVED: _("Décision reçue"),
    DeskFilter.TO_ERASE: _("À effacer"),
    DeskFilter.FOR_JURIST: _("À relire par un juriste"),
}
OUTCOMES: dict[Outcome, Message] = {
    Outcome.GRANTED: _("Demande acceptée"),
    Outcome.APPOINTMENT_BEFORE_RULING: _("Rendez-vous donné avant la décision"),
    Outcome.REJECTED_URGENCY: _("Rejet : pas d’urgence"),
    Outcome.REJECTED_PROOF: _("Rejet : preuves insuffisantes"),
    Outcome.REJECTED_OTHER_REMEDY: _("Rejet : une autre démarche existe"),
    Outcome.REJECTED_DECISION_EXISTS: _("Rejet : une décision existe déjà"),
    Outcome.INADMISSIBLE: _("Rejet : demande irrecevable"),
    Outcome.WITHDRAWN: _("Demande retirée"),
    Outcome.UNKNOWN: _("Résultat inconnu"),
}

_KINDS: dict[str, type[StrEnum]] = {
    "kind": RequestKind,
    "channel": Channel,
    "blocked_step": BlockedStep,
}
_OWN: dict[str, dict[str, Message]] = {
    "step": {str(key): words for key, words in STEPS.items()},
    "route": {str(key): words for key, words in ROUTES.items()},
    "outcome": {str(key): words for key, words in OUTCOMES.items()},
}


def label_of(table: str, code: str) -> str:
    """The word for a code of a field of a line; the code itself where it is none that we know."""
    if table in _OWN:
        found: Message | str = _OWN[table].get(code, code)
    elif table in _KINDS:
        kind = _KINDS[table]
        found = label(kind(code)) if code in set(kind) else code
    elif table == "departement":
        known = departements().get(code)
        found = code if known is None else f"{code} {known.name}"
    elif table == "nationality":
        found = countries(language()).get(code, code)
    elif table == "language":
        spoken = find(code)
        found = code if spoken is None else spoken.name
    else:
        found = code
    return say(found)


def step_or_state(row: Row) -> str:
    """Where the dossier stands, or why its file could not be read."""
    if row.state is RowState.READ:
        return say(STEPS[row.step])
    return say(STATES[row.state])
