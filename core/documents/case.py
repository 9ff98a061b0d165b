"""One person's case as the documents see it: the dossier, the day, the assessment, and what follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.documents import french, grammar, words
from core.documents.grammar import Voice
from core.dossier.evidence import exhibit_numbers, numbered_exhibits
from core.dossier.model import Dossier, Exhibit
from core.dossier.values import AddressKind, Channel, MeasureKind, RequestKind
from core.i18n import Message, _
from core.law import facts as law_facts
from core.law import regime
from core.law.measure import allowed_kinds
from core.law.model import Assessment
from core.law.sources import printable
from core.reference import Departement, Known, PermitType, departements

# The answers in the name of the person, in the name of the document held, and in `goal`.
NAMED = ("identity.family_name", "identity.given_names", "identity.single_name")
HELD = ("permit.document", "permit.title", "permit.label")
GOAL = ("application.filed", "filing.channel")


@dataclass(frozen=True)
class Case:
    """The dossier of one person on the day `on`, with what the law made of it."""

    dossier: Dossier
    assessment: Assessment
    on: date

    @cached_property
    def voice(self) -> Voice:
        """Who speaks."""
        return grammar.voice(self.dossier)

    @cached_property
    def departement(self) -> Departement | None:
        """Where the person lives; None where not given."""
        return departements().get(self.dossier.residence.departement or "")

    @property
    def place(self) -> Departement:
        """Where the person lives. Only for documents that `missing` has let through."""
        if self.departement is None:
            raise ValueError("the departement is not given")
        return self.departement

    @cached_property
    def permit(self) -> PermitType | None:
        """The permit asked for, from the table."""
        return regime.permit(self.dossier)

    @cached_property
    def on_list(self) -> bool:
        """Whether the table itself says that this request is on the teleservice list."""
        return self.permit is not None and self._listed is Known.YES

    @cached_property
    def off_list(self) -> bool:
        """Whether the table itself says that this request is not on the teleservice list."""
        return self.permit is not None and self._listed is Known.NO

    @cached_property
    def teleservice(self) -> bool:
        """Whether the request goes through the ANEF teleservice and the table does not deny it."""
        return self.channel is Channel.ANEF and not self.off_list

    @cached_property
    def channel(self) -> Channel | None:
        """The way to file."""
        return regime.channel(self.dossier)

    @cached_property
    def measure(self) -> MeasureKind:
        """What is asked of the judge: the person's choice, else the first that fits the situation."""
        return self.dossier.measure.kind or allowed_kinds(self.dossier, self.on)[0]

    @cached_property
    def filed(self) -> bool | None:
        """Whether the request was filed."""
        return law_facts.is_filed(self.dossier)

    @property
    def renewal(self) -> bool:
        """Whether the same permit is asked for again."""
        return regime.is_renewal(self.dossier)

    @property
    def _listed(self) -> Known:
        asked = self.permit
        return asked.on_teleservice(renewal=self.renewal) if asked else Known.UNKNOWN

    @property
    def dwells(self) -> str:
        """`J’habite`, or `Je séjourne` for a person without a home; of the child where a parent speaks."""
        homeless = self.dossier.contact.address_kind in (AddressKind.DOMICILIATION, AddressKind.NONE)
        return self.voice.i_stay if homeless else self.voice.i_dwell

    def exhibits(self, *facts: str) -> tuple[int, ...]:
        """The numbers of the exhibits that show any of these facts, sorted."""
        return tuple(sorted({number for fact in facts for number in self._numbers.get(fact, ())}))

    @cached_property
    def pieces(self) -> tuple[Exhibit, ...]:
        """The exhibits in the order of their numbers."""
        return numbered_exhibits(self.dossier)

    @cached_property
    def _numbers(self) -> dict[str, tuple[int, ...]]:
        return exhibit_numbers(self.dossier)

    @cached_property
    def request_name(self) -> str:
        """`demande de renouvellement de certificat de résidence…`: a noun phrase without article."""
        return request_name(self)

    @cached_property
    def the_request(self) -> str:
        """`ma demande de…`, or `la demande de… de mon enfant`."""
        return f"la {self.request_name} de mon enfant" if self.voice.parent else f"ma {self.request_name}"

    @property
    def signed_by(self) -> tuple[str, ...]:
        """The answers in the name of who signs: see `grammar.signatory`."""
        if self.voice.parent:
            return ("representative.family_name", "representative.given_names", "representative.gender")
        return (*NAMED, "identity.gender")

    @property
    def requested(self) -> tuple[str, ...]:
        """The answers in the name of the request."""
        asked = ("request.kind", "request.title", "request.label")
        duplicate = self.dossier.request.kind is RequestKind.DUPLICATE
        return (*asked, "permit.title", "permit.label") if duplicate else asked

    @cached_property
    def order(self) -> str:
        """`dans un délai de 15 jours à compter de la notification de l’ordonnance`, or nothing."""
        days = self.dossier.measure.delay_days
        return "" if days is None else french.within(days)


def request_name(case: Case) -> str:
    """What is asked of the prefecture, as a feminine noun phrase: `demande de …`."""
    kind = case.dossier.request.kind
    fixed = words.REQUEST_NAMES.get(kind)
    if fixed is not None:
        return fixed
    permit = permit_name(case.permit, case.dossier.request.label)
    match kind:
        case RequestKind.RENEWAL:
            return f"demande de renouvellement {of(permit)}"
        case RequestKind.STATUS_CHANGE:
            return f"demande de changement de statut pour obtenir {words.with_un(permit)}"
        case RequestKind.DUPLICATE:
            held = permit_name(_held(case), case.dossier.permit.label)
            return f"demande de duplicata {of(held)}"
        case _:
            return f"demande {of(permit)}"


def permit_name(permit: PermitType | None, label: str | None) -> str:
    """The permit's name in the requete: the table's, with the words on the card where it has none."""
    name = permit.printed_name if permit is not None else "titre de séjour"
    mention = french.user_text(label)
    if not mention or "mention" in name or (permit is not None and permit.code in words.NAMED_IN_FULL):
        return name
    return f"{name} portant la mention {french.quoted(mention)}"


def held_name(case: Case) -> str:
    """The name of the document held today, without article."""
    permit = case.dossier.permit
    if permit.document in words.CARDS:
        return permit_name(_held(case), permit.label)
    return words.DOCUMENTS.get(permit.document, "document de séjour")


def _held(case: Case) -> PermitType | None:
    from core.reference import permit_types

    return permit_types().get(case.dossier.permit.title or "")


def of(noun: str) -> str:
    """`de carte…`, `d’autorisation…`: without article."""
    return f"d’{noun}" if noun[0].lower() in "aeiouéèê" else f"de {noun}"


def goal(case: Case) -> str:
    """What the attempts were for: `obtenir un rendez-vous`, `déposer la demande`, or the document due."""
    if case.filed:
        return "obtenir le document demandé"
    at_the_counter = case.channel in (Channel.BOOKING_SITE, Channel.COUNTER)
    return "obtenir un rendez-vous" if at_the_counter else "déposer la demande"


def cite(ident: str) -> str:
    """The citation of a source, for the requete. Raises where the source may not be printed."""
    return printable(ident).citation


def article(ident: str) -> str:
    """`l’article L. 521-3 du code de justice administrative`."""
    return f"l’{cite(ident)}"


def short(ident: str) -> str:
    """`l’article R. 431-2`, where the code was named before."""
    return f"l’{cite(ident).partition(' du code')[0]}"


def extract(ident: str, beginning: str) -> str:
    """The paragraph of a provision that begins with these words, word for word, without list number."""
    quotation = printable(ident).quotation or ""
    found = [p for p in quotation.split("\n") if p.startswith(beginning)]
    if len(found) != 1:
        raise ValueError(f"{ident} has no single paragraph that begins so")
    return found[0]


def missing(case: Case) -> tuple[tuple[str, Message], ...]:
    """What a requete cannot be printed without (R. 411-1 CJA), as path and question to answer."""
    dossier, found = case.dossier, []
    if not grammar.full_name(dossier):
        found.append(("identity.family_name", _("Votre nom.")))
    if case.voice.parent and not grammar.signatory(dossier):
        found.append(("representative.family_name", _("Le nom du parent qui signe.")))
    if not address_lines(case):
        found.append(("contact.address", _("Une adresse où le tribunal peut vous écrire.")))
    if case.departement is None:
        found.append(("residence.departement", _("Le département où vous habitez : il décide du tribunal.")))
    return tuple(found)


def address_lines(case: Case) -> tuple[str, ...]:
    """The postal address, line by line; empty where there is not enough of it to write to."""
    address = case.dossier.contact.address
    town = " ".join(p for p in (french.user_text(address.postal_code), french.user_text(address.city)) if p)
    lines = (address.care_of, address.street, address.extra)
    clean = [line for line in map(french.user_text, lines) if line]
    country = words.country(address.country) if address.country not in (None, "FR") else ""
    enough = bool(clean and french.user_text(address.city))
    return tuple(line for line in (*clean, town, country) if line) if enough else ()


def paths(name: str, ids: Iterable[int]) -> tuple[str, ...]:
    """`attempts[0]`, `attempts[1]`…"""
    return tuple(f"{name}[{index}]" for index in ids)
