"""What every answer of a closed list is called on screen: in choices, summaries and the review page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from core.dossier.values import (
    AddressKind,
    BlockedStep,
    Channel,
    ConsequenceKind,
    ContactAnswer,
    ContactKind,
    DocumentKind,
    ExhibitStatus,
    FileStatus,
    FilingWay,
    Gender,
    LateReason,
    MeasureKind,
    Mode,
    Need,
    OqtfLimit,
    OqtfState,
    Protection,
    Readiness,
    ReceiptKind,
    RefereOutcome,
    RefusalKind,
    RequestKind,
    Role,
)
from core.i18n import Message, _, pgettext
from core.interview.model import Option
from core.interview.pictures import Picture

E = TypeVar("E", bound=StrEnum)

YES = _("Oui")
NO = _("Non")
DO_NOT_KNOW = _("Je ne sais pas")
NO_ANSWER = _("Pas de réponse")


def label(member: StrEnum) -> Message:
    """The words for one answer of a closed list."""
    return LABELS[type(member)][member]


def options(
    kind: type[StrEnum], *, hints: Mapping[StrEnum, Message] | None = None, without: Iterable[StrEnum] = ()
) -> tuple[Option, ...]:
    """Every member of a closed list as an option, in the order of its labels."""
    left_out = frozenset(without)
    return tuple(
        Option(member, words, (hints or {}).get(member), PICTURES.get(member))
        for member, words in LABELS[kind].items()
        if member not in left_out
    )


# What people know by its look rather than by its name.
PICTURES: Mapping[StrEnum, Picture] = {
    DocumentKind.CARD: Picture.CARD,
    DocumentKind.ALGERIAN_CERTIFICATE: Picture.CARD,
    DocumentKind.LONG_STAY_VISA: Picture.VISA,
    DocumentKind.RECEPISSE: Picture.PAPER_WITH_PHOTO,
    DocumentKind.EXTENSION_ATTESTATION: Picture.PAPER_WITH_CODE,
    DocumentKind.PROVISIONAL_AUTHORISATION: Picture.PAPER_WITH_PHOTO,
    ReceiptKind.DEPOSIT_CONFIRMATION: Picture.CONFIRMATION,
    ReceiptKind.RECEPISSE: Picture.PAPER_WITH_PHOTO,
    ReceiptKind.EXTENSION_ATTESTATION: Picture.PAPER_WITH_CODE,
}

# The order inside each list is the order on screen: the frequent answers first.
LABELS: Mapping[type[StrEnum], Mapping[StrEnum, Message]] = {
    Mode: {
        Mode.ALONE: _("Moi, sans aide"),
        Mode.WITH_VOLUNTEER: _("Moi, avec une personne qui m’aide"),
    },
    Role: {
        Role.SELF: _("Moi. J’ai 18 ans ou plus."),
        Role.PARENT: _("Mon enfant de moins de 18 ans"),
        Role.MINOR_ALONE: _("Moi. J’ai moins de 18 ans et je suis sans mes parents."),
        Role.GUARDIANSHIP: _("Une personne sous tutelle ou curatelle"),
    },
    Gender: {
        Gender.FEMININE: _("Au féminin : la requérante"),
        Gender.MASCULINE: _("Au masculin : le requérant"),
        Gender.NEUTRAL: _("Sans choisir : la partie requérante"),
    },
    AddressKind: {
        AddressKind.HOME: _("Chez moi"),
        AddressKind.HOSTED: _("Chez une autre personne"),
        AddressKind.SHELTER: _("Dans un foyer, un hôtel ou un centre"),
        AddressKind.DOMICILIATION: _("Dans une association ou une mairie (domiciliation)"),
        AddressKind.NONE: _("Je n’ai pas d’adresse sûre"),
    },
    Protection: {
        Protection.NONE: _("Aucune"),
        Protection.REFUGEE: _("Je suis réfugié ou réfugiée"),
        Protection.SUBSIDIARY: _("J’ai la protection subsidiaire"),
        Protection.STATELESS: _("Je suis apatride"),
        Protection.TEMPORARY: _("J’ai la protection temporaire (Ukraine)"),
        Protection.ASYLUM_SEEKER: _("J’ai demandé l’asile, j’attends la réponse"),
    },
    DocumentKind: {
        DocumentKind.CARD: _("Une carte de séjour ou de résident"),
        DocumentKind.ALGERIAN_CERTIFICATE: _("Un certificat de résidence algérien"),
        DocumentKind.LONG_STAY_VISA: _("Un visa de long séjour dans mon passeport"),
        DocumentKind.RECEPISSE: _("Un récépissé (papier avec photo)"),
        DocumentKind.EXTENSION_ATTESTATION: _("Une attestation de prolongation (document de l’ANEF)"),
        DocumentKind.PROVISIONAL_AUTHORISATION: _("Une autorisation provisoire de séjour"),
        DocumentKind.OTHER: _("Un autre document"),
        DocumentKind.NONE: _("Je n’ai jamais eu de document de séjour"),
    },
    RequestKind: {
        RequestKind.RENEWAL: _("Renouveler mon titre"),
        RequestKind.FIRST: _("Avoir un premier titre"),
        RequestKind.STATUS_CHANGE: _("Changer de titre (par exemple étudiant vers salarié)"),
        RequestKind.DUPLICATE: _("Refaire un titre perdu, volé ou abîmé"),
        RequestKind.CHANGE_OF_DETAILS: _("Changer mon adresse ou mon nom sur le titre"),
        RequestKind.VISA_VALIDATION: _("Valider mon visa de long séjour"),
        RequestKind.TRAVEL_DOCUMENT: _("Avoir un titre de voyage"),
        RequestKind.MINOR_CIRCULATION_DOCUMENT: _("Avoir un document de circulation pour un enfant (DCEM)"),
        RequestKind.NATIONALITY: _("Devenir français ou française"),
        RequestKind.FAMILY_REUNIFICATION: _("Faire venir ma famille (regroupement familial)"),
        RequestKind.ASYLUM: _("Demander l’asile"),
        RequestKind.VISA_ABROAD: _("Avoir un visa, depuis un autre pays"),
        RequestKind.OTHER: _("Autre chose"),
    },
    Readiness: {
        Readiness.ALL: _("Oui, tous"),
        Readiness.ALMOST: _("Presque tous"),
        Readiness.NO: _("Non"),
    },
    Need: {
        Need.FILE: _("Déposer ma demande"),
        Need.APPOINTMENT: _("Prendre un rendez-vous"),
        Need.ATTESTATION: _("Avoir ou renouveler une attestation ou un récépissé"),
        Need.CORRECT_DATA: _("Corriger mes données"),
        Need.COLLECT_CARD: _("Retirer ma carte"),
        Need.OTHER: _("Autre chose"),
    },
    Channel: {
        Channel.ANEF: _("Le site ANEF"),
        Channel.BOOKING_SITE: _("Le site de rendez-vous de la préfecture"),
        Channel.DEMARCHE_NUMERIQUE: _("Le site Démarche numérique"),
        Channel.COUNTER: _("Le guichet de la préfecture"),
        Channel.POST: _("Le courrier"),
        Channel.EMAIL: _("L’e-mail"),
    },
    BlockedStep: {
        BlockedStep.ACCOUNT: _("Créer mon compte"),
        BlockedStep.LOGIN: _("Entrer dans mon compte"),
        BlockedStep.CHOICE: _("Choisir ma demande dans la liste"),
        BlockedStep.FORM: _("Remplir le formulaire"),
        BlockedStep.UPLOAD: _("Ajouter mes papiers"),
        BlockedStep.PAYMENT: _("Payer"),
        BlockedStep.SENDING: _("Envoyer la demande"),
        BlockedStep.FOLLOW_UP: _("Suivre ma demande déjà envoyée"),
        BlockedStep.BOOKING: _("Trouver un rendez-vous"),
    },
    ContactKind: {
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
        ContactKind.OTHER: _("Autre aide"),
    },
    ContactAnswer: {
        ContactAnswer.NONE: _("Pas de réponse reçue"),
        ContactAnswer.WAIT: _("« Attendez »"),
        ContactAnswer.RETRY: _("« Essayez encore »"),
        ContactAnswer.IMPOSSIBLE: _("« C’est impossible »"),
        ContactAnswer.OTHER: _("Une autre réponse"),
    },
    FileStatus: {
        FileStatus.NOTHING: _("Rien : la demande n’apparaît pas"),
        FileStatus.DRAFT: _("Brouillon : je n’ai pas encore envoyé"),
        FileStatus.FILED: _("Déposée"),
        FileStatus.DOCUMENTS_ASKED: _("La préfecture demande des papiers"),
        FileStatus.IN_EXAMINATION: _("En cours d’instruction"),
        FileStatus.CLOSED: _("Clôturée ou classée sans suite"),
        FileStatus.FAVOURABLE: _("Décision favorable"),
        FileStatus.DELIVERED: _("Carte remise"),
    },
    ReceiptKind: {
        ReceiptKind.NONE: _("Aucun papier"),
        ReceiptKind.DEPOSIT_CONFIRMATION: _("Une confirmation de dépôt"),
        ReceiptKind.RECEPISSE: _("Un récépissé"),
        ReceiptKind.EXTENSION_ATTESTATION: _("Une attestation de prolongation"),
    },
    RefusalKind: {
        RefusalKind.PERMIT: _("Mon titre de séjour"),
        RefusalKind.REGISTRATION: _("L’enregistrement de ma demande"),
        RefusalKind.APPOINTMENT: _("Un rendez-vous"),
        RefusalKind.CLOSURE: _("La suite : mon dossier est clôturé"),
    },
    OqtfLimit: {
        OqtfLimit.ONE_MONTH: _("Un mois"),
        OqtfLimit.SEVEN_DAYS: _("Sept jours"),
        OqtfLimit.FORTY_EIGHT_HOURS: _("48 heures"),
    },
    OqtfState: {
        OqtfState.RUNNING: _("Le délai pour aller au tribunal n’est pas fini"),
        OqtfState.APPEAL_PENDING: _("J’ai fait un recours, j’attends"),
        OqtfState.ANNULLED: _("Un juge l’a annulée"),
        OqtfState.COMPLIED: _("J’ai quitté la France après l’OQTF"),
        OqtfState.NOT_COMPLIED: _("Je n’ai pas quitté la France"),
    },
    RefereOutcome: {
        RefereOutcome.GRANTED: _("Le juge a dit oui"),
        RefereOutcome.REJECTED: _("Le juge a dit non"),
        RefereOutcome.MOOT: _("Le juge a dit que ce n’était plus utile"),
        RefereOutcome.PENDING: _("J’attends la réponse"),
    },
    ConsequenceKind: {
        ConsequenceKind.WORK: _("Le travail"),
        ConsequenceKind.INCOME: _("L’argent (salaire, aides, retraite)"),
        ConsequenceKind.HOUSING: _("Le logement"),
        ConsequenceKind.STUDIES: _("Les études ou l’apprentissage"),
        ConsequenceKind.HEALTH: _("La santé"),
        ConsequenceKind.FAMILY: _("La famille"),
        ConsequenceKind.TRAVEL: _("Un voyage"),
        ConsequenceKind.DRIVING: _("Le permis de conduire"),
        ConsequenceKind.FEAR: _("La peur de sortir"),
        ConsequenceKind.AGE_LIMIT: _("Une limite d’âge"),
        ConsequenceKind.OTHER: _("Une autre conséquence"),
    },
    MeasureKind: {
        MeasureKind.APPOINTMENT: _("Un rendez-vous pour déposer ma demande"),
        MeasureKind.SUBSTITUTION: _("Une autre façon de déposer, à la préfecture"),
        MeasureKind.REGISTRATION: _("L’enregistrement de ma demande"),
        MeasureKind.PROVISIONAL_DOCUMENT: _("Un récépissé ou une attestation"),
        MeasureKind.EARLIER_DATE: _("Un rendez-vous plus tôt"),
    },
    LateReason: {
        LateReason.SITE_BLOCKED: _("Le site était déjà bloqué"),
        LateReason.ILLNESS: _("La maladie ou un événement grave"),
        LateReason.MISSING_PAPER: _("J’attendais un papier"),
        LateReason.WRONG_INFORMATION: _("On m’a donné une mauvaise information"),
        LateReason.OTHER: pgettext("reason", "Une autre raison"),
    },
    ExhibitStatus: {
        ExhibitStatus.ATTACHED: _("J’ai ce papier"),
        ExhibitStatus.TO_PRINT: _("Je dois l’imprimer ou le copier"),
        ExhibitStatus.TO_REQUEST: _("Je dois encore le demander"),
    },
    FilingWay: {
        FilingWay.ONLINE: _("Par internet (Télérecours citoyens)"),
        FilingWay.REGISTRY: _("Au tribunal, sur place"),
        FilingWay.POST: _("Par courrier recommandé"),
    },
}  # fmt: skip
