"""Which fact is proven by which exhibit.

A fact is named by the id of its list item (`a1`, `c2`, `q1`) or by one of the fixed names below. The person
says « I have a paper that shows it » (`proof`) where the fact is told; the exhibit's title and number come
later. Both are read here, so that the law, the inventory and the requete always agree.
"""

from __future__ import annotations

from datetime import date

from core.dossier.model import Attempt, Consequence, Dossier, Exhibit, HelpContact
from core.dossier.values import (
    Channel,
    ConsequenceKind,
    ContactKind,
    DocumentKind,
    ExhibitStatus,
    ReceiptKind,
)
from core.i18n import Message, _, with_meaning

Told = Attempt | HelpContact | Consequence

# Facts that are not list items but can be proven.
IDENTITY = "identity"
ADDRESS = "address"
PERMIT = "permit"
APPLICATION = "application"
RECEIPT = "receipt"
APPOINTMENT = "appointment"
PROTECTION = "protection"
CHANNEL = "channel"
PAPERS = "papers"
OQTF_ANNULLED = "oqtf_annulled"
EARLIER_ORDER = "earlier_order"
COSTS = "costs"
FIXED_FACTS = (
    IDENTITY, ADDRESS, PERMIT, APPLICATION, RECEIPT, APPOINTMENT, PROTECTION, CHANNEL, PAPERS,
    OQTF_ANNULLED, EARLIER_ORDER, COSTS,
)  # fmt: skip


def is_proven(dossier: Dossier, fact: str) -> bool:
    """Whether an exhibit, named or only announced, shows this fact. « To request » does not count."""
    return fact in proven_facts(dossier)


def proven_facts(dossier: Dossier) -> frozenset[str]:
    """Every fact that an exhibit shows: `is_proven`, asked once for all."""
    listed = {fact for exhibit in dossier.exhibits for fact in exhibit.proves}
    shown = {fact for exhibit in _at_hand(dossier) for fact in exhibit.proves}
    return frozenset(shown.union(fact for fact in announced_facts(dossier) if fact not in listed))


def exhibits_for(dossier: Dossier, fact: str) -> tuple[int, ...]:
    """The numbers (from 1) of the exhibits that show `fact` and are at hand."""
    return exhibit_numbers(dossier).get(fact, ())


def exhibit_numbers(dossier: Dossier) -> dict[str, tuple[int, ...]]:
    """The numbers of the exhibits that show each fact: `exhibits_for`, asked once for all."""
    numbers: dict[str, tuple[int, ...]] = {}
    for number, exhibit in enumerate(numbered_exhibits(dossier), start=1):
        for fact in dict.fromkeys(exhibit.proves):
            numbers[fact] = (*numbers.get(fact, ()), number)
    return numbers


def numbered_exhibits(dossier: Dossier) -> tuple[Exhibit, ...]:
    """The exhibits to file, in the order of their numbers: the listed ones, then those only announced.

    An exhibit still to be requested has no number: a requete must not refer to a paper that is not there.
    """
    return (*_at_hand(dossier), *announced_exhibits(dossier))


def _at_hand(dossier: Dossier) -> tuple[Exhibit, ...]:
    return tuple(e for e in dossier.exhibits if e.status is not ExhibitStatus.TO_REQUEST)


def announced_exhibits(dossier: Dossier) -> tuple[Exhibit, ...]:
    """An exhibit for every fact the person has a paper for and no listed exhibit shows yet."""
    listed = {fact for exhibit in dossier.exhibits for fact in exhibit.proves}
    number = max(
        (int(e.id[1:]) for e in dossier.exhibits if e.id[0] == "e" and e.id[1:].isdigit()), default=0
    )
    told = _told(dossier)
    announced: list[Exhibit] = []
    for fact in announced_facts(dossier):
        if fact not in listed:
            number += 1
            announced.append(
                Exhibit(
                    id=f"e{number}",
                    title=str(_title(dossier, fact, told.get(fact))),
                    proves=(fact,),
                    status=ExhibitStatus.ATTACHED,
                    on=_day(dossier, fact, told.get(fact)),
                )
            )
    return tuple(announced)


def announced_facts(dossier: Dossier) -> tuple[str, ...]:
    """The facts for which the person said they have a paper, in the order of the requete."""
    facts: list[str] = []
    if dossier.application.proof:
        facts.append(APPLICATION)
    if dossier.appointment.proof:
        facts.append(APPOINTMENT)
    facts += [a.id for a in sorted(dossier.attempts, key=lambda a: str(a.on or "9999")) if a.proof]
    facts += [c.id for c in sorted(dossier.contacts, key=lambda c: str(c.on or "9999")) if c.proof]
    facts += [q.id for q in dossier.consequences if q.proof]
    return tuple(facts)


def proposed_title(dossier: Dossier, fact: str) -> str:
    """A title for the exhibit that shows `fact`, in the French of the inventory. « Pièce » where unknown."""
    return str(_title(dossier, fact, _told(dossier).get(fact)))


def named_paper(dossier: Dossier, fact: str) -> Message | str:
    """The same title for a person to read: in French, and what it means where their language has words."""
    title = _title(dossier, fact, _told(dossier).get(fact))
    return title if isinstance(title, str) else with_meaning(title)


def _told(dossier: Dossier) -> dict[str, Told]:
    """The items that a paper can show, by their ids."""
    items: tuple[Told, ...] = (*dossier.attempts, *dossier.contacts, *dossier.consequences)
    return {item.id: item for item in reversed(items)}


def _title(dossier: Dossier, fact: str, told: Told | None) -> Message | str:
    match told:
        case Attempt():
            return _CAPTURE_TITLES.get(told.channel, _("Capture d’écran du site"))
        case HelpContact():
            return _CONTACT_TITLES.get(told.kind, _("Preuve de la demande d’aide"))
        case Consequence():
            return told.paper or _CONSEQUENCE_TITLES.get(told.kind, _("Justificatif"))
    if fact == PERMIT:
        return _PERMIT_TITLES.get(dossier.permit.document, _("Document de séjour"))
    if fact == RECEIPT:
        return _RECEIPT_TITLES.get(dossier.application.receipt, _("Document remis après le dépôt"))
    return _FIXED_TITLES.get(fact, _("Pièce"))


def _day(dossier: Dossier, fact: str, told: Told | None) -> date | None:
    if isinstance(told, Attempt | HelpContact):
        return None if told.approximate else told.on
    return dossier.application.filed_on if fact == APPLICATION else None


_CAPTURE_TITLES: dict[Channel | None, Message] = {
    Channel.ANEF: _("Capture d’écran du site ANEF"),
    Channel.BOOKING_SITE: _("Capture d’écran du site de rendez-vous de la préfecture"),
    Channel.DEMARCHE_NUMERIQUE: _("Capture d’écran du site Démarche numérique"),
}
_CONTACT_TITLES: dict[ContactKind | None, Message] = {
    ContactKind.CITIZEN_CONTACT_PHONE: _("Trace de l’appel au centre de contact citoyens"),
    ContactKind.CITIZEN_CONTACT_FORM: _("Demande envoyée au centre de contact citoyens"),
    ContactKind.DIGITAL_ACCESS_POINT: _("Demande au point d’accueil numérique"),
    ContactKind.PREFECTURE_COUNTER: _("Trace du passage à la préfecture"),
    ContactKind.PREFECTURE_EMAIL: _("Courriel envoyé à la préfecture"),
    ContactKind.PREFECTURE_LETTER: _("Lettre recommandée à la préfecture et preuve d’envoi"),
    ContactKind.FRANCE_SERVICES: _("Attestation de France Services"),
    ContactKind.ASSOCIATION: _("Attestation de l’association"),
    ContactKind.OMBUDSMAN: _("Saisine du Défenseur des droits"),
    ContactKind.LAWYER: _("Lettre de l’avocat"),
}
_CONSEQUENCE_TITLES: dict[ConsequenceKind | None, Message] = {
    ConsequenceKind.WORK: _("Lettre de l’employeur"),
    ConsequenceKind.INCOME: _("Lettre de l’organisme payeur"),
    ConsequenceKind.HOUSING: _("Lettre du bailleur"),
    ConsequenceKind.HEALTH: _("Justificatif de rendez-vous médical"),
    ConsequenceKind.STUDIES: _("Lettre de l’établissement"),
    ConsequenceKind.FAMILY: _("Justificatif de situation familiale"),
    ConsequenceKind.TRAVEL: _("Justificatif du voyage"),
    ConsequenceKind.DRIVING: _("Justificatif pour le permis de conduire"),
    ConsequenceKind.AGE_LIMIT: _("Acte de naissance"),
}
_PERMIT_TITLES: dict[DocumentKind | None, Message] = {
    DocumentKind.CARD: _("Carte de séjour (recto et verso)"),
    DocumentKind.ALGERIAN_CERTIFICATE: _("Certificat de résidence algérien (recto et verso)"),
    DocumentKind.LONG_STAY_VISA: _("Visa de long séjour valant titre de séjour"),
    DocumentKind.RECEPISSE: _("Récépissé"),
    DocumentKind.EXTENSION_ATTESTATION: _("Attestation de prolongation d’instruction"),
    DocumentKind.PROVISIONAL_AUTHORISATION: _("Autorisation provisoire de séjour"),
}
_RECEIPT_TITLES: dict[ReceiptKind | None, Message] = {
    ReceiptKind.DEPOSIT_CONFIRMATION: _("Confirmation de dépôt en ligne"),
    ReceiptKind.RECEPISSE: _("Récépissé"),
    ReceiptKind.EXTENSION_ATTESTATION: _("Attestation de prolongation d’instruction"),
}
_FIXED_TITLES: dict[str, Message] = {
    IDENTITY: _("Passeport (page d’identité)"),
    ADDRESS: _("Justificatif de domicile"),
    APPLICATION: _("Confirmation du dépôt de la demande"),
    APPOINTMENT: _("Convocation de la préfecture"),
    PROTECTION: _("Décision accordant la protection"),
    CHANNEL: _("Page de la préfecture indiquant où déposer la demande"),
    PAPERS: _("Dossier prêt à être déposé"),
    OQTF_ANNULLED: _("Jugement annulant l’obligation de quitter le territoire français"),
    EARLIER_ORDER: _("Ordonnance du juge des référés"),
    COSTS: _("Justificatif des frais"),
}
