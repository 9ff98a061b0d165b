"""The words for routes, conditions, statuses and remedies: said once, for every screen and sheet."""

from __future__ import annotations

from core.i18n import _
from core.law.model import ConditionId, Remedy, Route, Status

# The verdict in one sentence. Never a promise: only the judge decides.
ROUTE_SENTENCES = {
    Route.FILE: _("Vous pouvez écrire au juge. D’après vos réponses, rien ne l’empêche aujourd’hui."),
    Route.STRENGTHEN: _("C’est le bon recours, mais votre dossier n’est pas encore prêt."),
    Route.OTHER_REMEDY: _("Cette requête serait sans doute rejetée. Il existe une autre voie."),
    Route.LAWYER_NOW: _("Parlez à un avocat ou à une association dès aujourd’hui."),
    Route.NO_OBJECT: _("Il n’y a rien à demander au juge pour le moment."),
    Route.OUT_OF_SCOPE: _("Ce programme ne peut pas vous aider pour cette demande."),
}

ROUTE_LABELS = {
    Route.FILE: _("Bon recours, prêt"),
    Route.STRENGTHEN: _("Bon recours, à renforcer"),
    Route.OTHER_REMEDY: _("Autre recours"),
    Route.LAWYER_NOW: _("Avocat maintenant"),
    Route.NO_OBJECT: _("Rien à demander"),
    Route.OUT_OF_SCOPE: _("Hors du programme"),
}

REMEDY_LABELS = {
    Remedy.L521_1: _("Contester la décision : recours en annulation et référé-suspension"),
    Remedy.L521_2: _("Référé-liberté, avec un avocat"),
    Remedy.COMPLETE_THE_FILE: _("Compléter le dossier, puis le déposer à nouveau"),
    Remedy.ASK_FOR_EARLIER_DATE: _("Demander par écrit un rendez-vous plus tôt"),
    Remedy.FILE_THROUGH_PRESCRIBED_CHANNEL: _("Déposer la demande par la voie prévue"),
    Remedy.WAIT: _("Attendre la réponse de la préfecture"),
    Remedy.OTHER_AUTHORITY: _("S’adresser à une autre administration"),
    Remedy.LAWYER: _("Voir un avocat ou une association"),
    Remedy.ENFORCE_THE_ORDER: _("Faire exécuter l’ordonnance déjà rendue"),
}

CONDITION_NAMES = {
    ConditionId.ADMISSIBILITY: _("Requête recevable"),
    ConditionId.URGENCY: _("Urgence"),
    ConditionId.USEFULNESS: _("Utilité"),
    ConditionId.NO_OBSTACLE: _("Aucune décision ne fait obstacle"),
    ConditionId.NO_SERIOUS_DISPUTE: _("Pas de contestation sérieuse"),
    ConditionId.SUBSIDIARITY: _("Pas d’autre référé possible"),
}

STATUS_WORDS = {
    Status.MET: _("remplie"),
    Status.TO_STRENGTHEN: _("à renforcer"),
    Status.NOT_MET: _("non remplie"),
    Status.UNKNOWN: _("à préciser"),
}

NO_PROMISE = _("Ceci n’est pas une promesse. Seul le juge décide. Ce programme n’est pas un avocat.")
