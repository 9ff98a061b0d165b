"""What the answers of the closed lists mean for the person, as the requete's plain reading says them.

The court's French for the same answers stands in `words`. Where the interview calls an answer by a short
name, the same name is used here, so that the person meets one word for one thing.
"""

from __future__ import annotations

from core.dossier.values import (
    BlockedStep,
    Channel,
    ConsequenceKind,
    ContactAnswer,
    ContactKind,
    FileStatus,
    LateReason,
    OqtfState,
    ReceiptKind,
    RefereOutcome,
    RefusalKind,
    RequestKind,
)
from core.i18n import Message, _

WAYS: dict[Channel | None, Message] = {
    Channel.ANEF: _("Cette demande se dépose sur le site ANEF."),
    Channel.BOOKING_SITE: _(
        "Pour cette demande, il faut prendre un rendez-vous sur le site de la préfecture."
    ),
    Channel.DEMARCHE_NUMERIQUE: _("Cette demande se dépose sur le site Démarche numérique."),
    Channel.COUNTER: _("Cette demande se dépose au guichet de la préfecture."),
    Channel.POST: _("Cette demande s’envoie à la préfecture par la poste."),
    Channel.EMAIL: _("Cette demande s’envoie à la préfecture par e-mail."),
}
CHANNELS: dict[Channel | None, Message] = {
    Channel.ANEF: _("Le site ANEF"),
    Channel.BOOKING_SITE: _("Le site de rendez-vous de la préfecture"),
    Channel.DEMARCHE_NUMERIQUE: _("Le site Démarche numérique"),
    Channel.COUNTER: _("Le guichet de la préfecture"),
    Channel.POST: _("Le courrier"),
    Channel.EMAIL: _("L’e-mail"),
}
# Nobody but the administration calls a request by its whole name.
REQUESTS: dict[RequestKind | None, Message] = {
    RequestKind.RENEWAL: _("C’est un renouvellement : le même titre, encore une fois."),
    RequestKind.FIRST: _("C’est la demande d’un premier titre."),
    RequestKind.STATUS_CHANGE: _("C’est un changement : un autre titre, à la place de celui d’aujourd’hui."),
    RequestKind.DUPLICATE: _("C’est un duplicata : le même titre, refait."),
    RequestKind.CHANGE_OF_DETAILS: _("C’est une mise à jour de ce qui est écrit sur le titre."),
    RequestKind.VISA_VALIDATION: _("C’est la validation d’un visa de long séjour."),
    RequestKind.TRAVEL_DOCUMENT: _("C’est un document pour voyager."),
    RequestKind.MINOR_CIRCULATION_DOCUMENT: _("C’est un document pour qu’un enfant voyage."),
}
STEPS: dict[BlockedStep | None, Message] = {
    BlockedStep.ACCOUNT: _("Créer mon compte"),
    BlockedStep.LOGIN: _("Entrer dans mon compte"),
    BlockedStep.CHOICE: _("Choisir ma demande dans la liste"),
    BlockedStep.FORM: _("Remplir le formulaire"),
    BlockedStep.UPLOAD: _("Ajouter mes papiers"),
    BlockedStep.PAYMENT: _("Payer"),
    BlockedStep.SENDING: _("Envoyer la demande"),
    BlockedStep.FOLLOW_UP: _("Suivre ma demande déjà envoyée"),
    BlockedStep.BOOKING: _("Trouver un rendez-vous"),
}
CONTACTS: dict[ContactKind | None, Message] = {
    ContactKind.CITIZEN_CONTACT_PHONE: _("Téléphone de l’ANEF (centre de contact)"),
    ContactKind.CITIZEN_CONTACT_FORM: _("Formulaire de l’ANEF (centre de contact)"),
    ContactKind.DIGITAL_ACCESS_POINT: _("Point d’accueil numérique"),
    ContactKind.PREFECTURE_LETTER: _("Lettre à la préfecture"),
    ContactKind.PREFECTURE_EMAIL: _("E-mail à la préfecture"),
    ContactKind.PREFECTURE_COUNTER: _("Visite à la préfecture"),
    ContactKind.FRANCE_SERVICES: _("France Services"),
    ContactKind.ASSOCIATION: _("Association"),
    ContactKind.OMBUDSMAN: _("Défenseur des droits"),
    ContactKind.LAWYER: _("Avocat"),
}
ANSWERS: dict[ContactAnswer | None, Message] = {
    ContactAnswer.NONE: _("Vous n’avez pas reçu de réponse."),
    ContactAnswer.WAIT: _("On vous a répondu d’attendre."),
    ContactAnswer.RETRY: _("On vous a répondu d’essayer encore."),
    ContactAnswer.IMPOSSIBLE: _("On vous a répondu que c’était impossible."),
}
STATUSES: dict[FileStatus | None, Message] = {
    FileStatus.DRAFT: _("Sur le site, la demande est encore un brouillon."),
    FileStatus.FILED: _("Sur le site, l’état de la demande est : {status}.", status=_("Déposée")),
    FileStatus.IN_EXAMINATION: _(
        "Sur le site, l’état de la demande est : {status}.", status=_("En cours d’instruction")
    ),
    FileStatus.FAVOURABLE: _(
        "Sur le site, l’état de la demande est : {status}.", status=_("Décision favorable")
    ),
    FileStatus.DELIVERED: _("Sur le site, l’état de la demande est : {status}.", status=_("Carte remise")),
}
RECEIPTS: dict[ReceiptKind | None, Message] = {
    ReceiptKind.DEPOSIT_CONFIRMATION: _("Une confirmation de dépôt"),
    ReceiptKind.RECEPISSE: _("Un récépissé"),
    ReceiptKind.EXTENSION_ATTESTATION: _("Une attestation de prolongation"),
}
REFUSALS: dict[RefusalKind | None, Message] = {
    RefusalKind.PERMIT: _("Vous avez reçu un refus de titre de séjour."),
    RefusalKind.REGISTRATION: _("Vous avez reçu un refus d’enregistrer la demande."),
    RefusalKind.APPOINTMENT: _("Vous avez reçu un refus de rendez-vous."),
    RefusalKind.CLOSURE: _("Vous avez reçu une décision qui ferme la demande (clôture)."),
}
OQTF_STATES: dict[OqtfState | None, Message] = {
    OqtfState.RUNNING: _("Le délai pour la contester au tribunal n’est pas fini."),
    OqtfState.APPEAL_PENDING: _("Un recours contre elle est en cours au tribunal."),
    OqtfState.ANNULLED: _("Elle a été annulée."),
    OqtfState.COMPLIED: _("Elle a été exécutée."),
    OqtfState.NOT_COMPLIED: _("Elle n’a pas été exécutée."),
}
REFERES: dict[RefereOutcome | None, Message] = {
    RefereOutcome.GRANTED: _("Le juge a dit oui."),
    RefereOutcome.REJECTED: _("Le juge a dit non."),
    RefereOutcome.MOOT: _("Le juge a dit qu’il n’y avait plus rien à décider."),
    RefereOutcome.PENDING: _("Vous attendez encore la réponse du juge."),
}
CONSEQUENCES: dict[ConsequenceKind | None, Message] = {
    ConsequenceKind.WORK: _("Le travail"),
    ConsequenceKind.INCOME: _("L’argent (salaire, aides, retraite)"),
    ConsequenceKind.HOUSING: _("Le logement"),
    ConsequenceKind.HEALTH: _("La santé"),
    ConsequenceKind.STUDIES: _("Les études ou l’apprentissage"),
    ConsequenceKind.FAMILY: _("La famille"),
    ConsequenceKind.TRAVEL: _("Un voyage"),
    ConsequenceKind.DRIVING: _("Le permis de conduire"),
    ConsequenceKind.FEAR: _("La vie de tous les jours"),
    ConsequenceKind.AGE_LIMIT: _("Une limite d’âge"),
    ConsequenceKind.OTHER: _("Une autre conséquence"),
}
LATE_REASONS: dict[LateReason | None, Message] = {
    LateReason.SITE_BLOCKED: _("Vous n’avez pas pu agir plus tôt : le site était bloqué."),
    LateReason.ILLNESS: _("Vous n’avez pas pu agir plus tôt : vous aviez une raison de santé."),
    LateReason.MISSING_PAPER: _("Vous n’avez pas pu agir plus tôt : il manquait un papier."),
    LateReason.WRONG_INFORMATION: _(
        "Vous n’avez pas agi plus tôt : on vous avait donné une mauvaise information."
    ),
    LateReason.OTHER: _("Vous n’avez pas agi plus tôt pour la raison suivante."),
}
