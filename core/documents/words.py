"""The court French for each answer of the closed lists, as the requete says it. Plain `str`."""

from __future__ import annotations

from core.dossier.values import (
    BlockedStep,
    Channel,
    ConsequenceKind,
    ContactAnswer,
    ContactKind,
    DocumentKind,
    FileStatus,
    LateReason,
    OqtfState,
    ReceiptKind,
    RefereOutcome,
    RefusalKind,
    RequestKind,
)
from core.errors import UserError
from core.i18n import _
from core.reference import country_name, nationality_phrase
from core.reference.countries import STATELESS
from core.reference.grammar import is_feminine as is_feminine
from core.reference.grammar import with_un as with_un

# Requests whose name does not depend on a permit of the table.
REQUEST_NAMES: dict[RequestKind | None, str] = {
    RequestKind.CHANGE_OF_DETAILS: "demande de mise à jour de titre de séjour",
    RequestKind.TRAVEL_DOCUMENT: "demande de titre de voyage",
    RequestKind.MINOR_CIRCULATION_DOCUMENT: "demande de document de circulation pour étranger mineur",
    RequestKind.VISA_VALIDATION: "demande de validation de visa de long séjour",
}
# Permits whose printed name leaves no room for « portant la mention … ».
NAMED_IN_FULL = frozenset({"refugie", "aes", "cra_10ans", "changement_situation", "duplicata"})

CARDS = frozenset({DocumentKind.CARD, DocumentKind.ALGERIAN_CERTIFICATE})
DOCUMENTS: dict[DocumentKind | None, str] = {
    DocumentKind.LONG_STAY_VISA: "visa de long séjour valant titre de séjour",
    DocumentKind.RECEPISSE: "récépissé de demande de titre de séjour",
    DocumentKind.EXTENSION_ATTESTATION: "attestation de prolongation d’instruction",
    DocumentKind.PROVISIONAL_AUTHORISATION: "autorisation provisoire de séjour",
}


class UnknownCountry(UserError):
    """An answer names a country or a nationality that the tables do not have; `code` is that answer."""

    def __init__(self, code: str) -> None:
        super().__init__(
            _("Le pays « {code} » n’est pas dans la liste. Choisissez un pays de la liste.", code=code)
        )
        self.code = code


def country(code: str | None) -> str:
    """The French name of a country; empty where none is given, and for XA (stateless), which is none.

    Raises `UnknownCountry`.
    """
    if code in (None, STATELESS):
        return ""
    try:
        return country_name(code, "fr")
    except KeyError as error:
        raise UnknownCountry(code) from error


def nationality(*codes: str) -> str:
    """`de nationalité algérienne`; `apatride` for a stateless person. Raises `UnknownCountry`."""
    try:
        return nationality_phrase(*codes)
    except KeyError as error:
        raise UnknownCountry(str(error.args[0])) from error


SITES: dict[Channel | None, str] = {
    Channel.ANEF: "le site ANEF",
    Channel.BOOKING_SITE: "le site de rendez-vous de la préfecture",
    Channel.DEMARCHE_NUMERIQUE: "le site Démarche numérique",
}
WAYS: dict[Channel | None, str] = {
    Channel.ANEF: "Cette demande se dépose sur le site ANEF",
    Channel.BOOKING_SITE: "Pour cette demande, il faut un rendez-vous, à prendre sur le site de la "
    "préfecture",
    Channel.DEMARCHE_NUMERIQUE: "Cette demande se dépose sur le site Démarche numérique",
    Channel.COUNTER: "Cette demande se dépose au guichet de la préfecture",
    Channel.POST: "Cette demande s’envoie à la préfecture par la poste",
    Channel.EMAIL: "Cette demande s’envoie à la préfecture par courriel",
}
CHANNELS: dict[Channel | None, str] = {
    Channel.ANEF: "site ANEF",
    Channel.BOOKING_SITE: "site de rendez-vous",
    Channel.DEMARCHE_NUMERIQUE: "Démarche numérique",
    Channel.COUNTER: "guichet",
    Channel.POST: "poste",
    Channel.EMAIL: "courriel",
}
STEPS: dict[BlockedStep | None, str] = {
    BlockedStep.ACCOUNT: "au moment de créer le compte",
    BlockedStep.LOGIN: "au moment de la connexion",
    BlockedStep.CHOICE: "au moment de choisir la demande",
    BlockedStep.FORM: "au moment de remplir le formulaire",
    BlockedStep.UPLOAD: "au moment de joindre les documents",
    BlockedStep.PAYMENT: "au moment du paiement",
    BlockedStep.SENDING: "au moment d’envoyer la demande",
    BlockedStep.FOLLOW_UP: "dans le suivi de la demande",
    BlockedStep.BOOKING: "au moment de choisir un rendez-vous",
}
CONTACTS: dict[ContactKind | None, str] = {
    ContactKind.CITIZEN_CONTACT_PHONE: "j’ai téléphoné au centre de contact citoyens",
    ContactKind.CITIZEN_CONTACT_FORM: "j’ai écrit au centre de contact citoyens par son formulaire en ligne",
    ContactKind.DIGITAL_ACCESS_POINT: "j’ai demandé l’aide du point d’accueil numérique",
    ContactKind.PREFECTURE_COUNTER: "j’ai demandé de l’aide au guichet de la préfecture",
    ContactKind.PREFECTURE_EMAIL: "j’ai écrit un courriel à la préfecture",
    ContactKind.PREFECTURE_LETTER: "j’ai écrit une lettre à la préfecture",
    ContactKind.FRANCE_SERVICES: "j’ai demandé l’aide d’un espace France Services",
    ContactKind.ASSOCIATION: "j’ai demandé l’aide d’une association",
    ContactKind.OMBUDSMAN: "j’ai saisi le Défenseur des droits",
    ContactKind.LAWYER: "j’ai consulté un avocat",
}
ANSWERS: dict[ContactAnswer | None, str] = {
    ContactAnswer.NONE: "Je n’ai pas reçu de réponse.",
    ContactAnswer.WAIT: "On m’a répondu d’attendre.",
    ContactAnswer.RETRY: "On m’a répondu de réessayer.",
    ContactAnswer.IMPOSSIBLE: "On m’a répondu que c’était impossible.",
}
STATUSES: dict[FileStatus | None, str] = {
    FileStatus.DRAFT: "Sur le site, ma demande est à l’état de brouillon.",
    FileStatus.FILED: "Sur le site, ma demande est indiquée comme déposée.",
    FileStatus.IN_EXAMINATION: "Sur le site, ma demande est indiquée comme en cours d’instruction.",
    FileStatus.FAVOURABLE: "Le site indique une décision favorable.",
    FileStatus.DELIVERED: "Le site indique que le titre a été remis.",
}
RECEIPTS: dict[ReceiptKind | None, str] = {
    ReceiptKind.DEPOSIT_CONFIRMATION: "une confirmation de dépôt en ligne",
    ReceiptKind.RECEPISSE: "un récépissé",
    ReceiptKind.EXTENSION_ATTESTATION: "une attestation de prolongation d’instruction",
}
REFUSALS: dict[RefusalKind | None, str] = {
    RefusalKind.PERMIT: "Une décision de refus de titre de séjour m’a été notifiée",
    RefusalKind.REGISTRATION: "Un refus d’enregistrer ma demande m’a été notifié",
    RefusalKind.APPOINTMENT: "Un refus de rendez-vous m’a été notifié",
    RefusalKind.CLOSURE: "La clôture de ma demande m’a été notifiée",
}
OQTF_STATES: dict[OqtfState | None, str] = {
    OqtfState.RUNNING: "Le délai de recours contre cette décision n’est pas terminé.",
    OqtfState.APPEAL_PENDING: "Un recours contre cette décision est en cours devant le tribunal.",
    OqtfState.ANNULLED: "Cette décision a été annulée",
    OqtfState.COMPLIED: "Cette décision a été exécutée.",
    OqtfState.NOT_COMPLIED: "Cette décision n’a pas été exécutée.",
}
REFERES: dict[RefereOutcome | None, str] = {
    RefereOutcome.GRANTED: "Cette requête a été accueillie.",
    RefereOutcome.REJECTED: "Cette requête a été rejetée.",
    RefereOutcome.MOOT: "Le juge a dit qu’il n’y avait plus lieu de statuer.",
    RefereOutcome.PENDING: "Cette requête est encore en cours.",
}
CONSEQUENCES: dict[ConsequenceKind | None, str] = {
    ConsequenceKind.WORK: "Travail",
    ConsequenceKind.INCOME: "Ressources",
    ConsequenceKind.HOUSING: "Logement",
    ConsequenceKind.HEALTH: "Santé",
    ConsequenceKind.STUDIES: "Études",
    ConsequenceKind.FAMILY: "Famille",
    ConsequenceKind.TRAVEL: "Voyage",
    ConsequenceKind.DRIVING: "Permis de conduire",
    ConsequenceKind.FEAR: "Vie quotidienne",
    ConsequenceKind.AGE_LIMIT: "Limite d’âge",
    ConsequenceKind.OTHER: "Autre effet",
}
LATE_REASONS: dict[LateReason | None, str] = {
    LateReason.SITE_BLOCKED: "Je n’ai pas pu agir plus tôt parce que le site était bloqué.",
    LateReason.ILLNESS: "Je n’ai pas pu agir plus tôt pour une raison de santé.",
    LateReason.MISSING_PAPER: "Je n’ai pas pu agir plus tôt parce qu’il me manquait un papier.",
    LateReason.WRONG_INFORMATION: "Je n’ai pas agi plus tôt parce que j’avais reçu une information inexacte.",
    LateReason.OTHER: "Je n’ai pas agi plus tôt pour la raison suivante.",
}
