"""The head of the requete: RÉFÉRÉ, the tribunal, who asks, against whom, what in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, grammar, words
from core.documents.blocks import Banner, Block, Style, bold, heading, para
from core.documents.case import NAMED, Case, address_lines, cite
from core.documents.conclusions import object_sentence
from core.dossier.model import Identity
from core.dossier.values import AddressKind, Gender

_BIRTH = ("identity.birth_date", "identity.birth_place", "identity.birth_country", "nationality.country")


def header(case: Case) -> Iterator[Block]:
    """Everything before the facts."""
    yield Banner("RÉFÉRÉ")
    yield para(
        bold("Requête en référé « mesures utiles »"),
        " – ",
        cite("cja-l521-3"),
        style=Style.CENTERED,
        sources=("cja-l521-3",),
    )
    yield para(
        bold(f"Au juge des référés {case.place.tribunal.of}"),
        style=Style.CENTERED,
        facts=("residence.departement",),
    )
    yield heading("Pour")
    yield from _claimant(case)
    yield heading("Contre")
    yield para(
        bold(f"L’État, pris en la personne {case.place.of_the_prefect}"),
        f", à {case.place.prefecture_city}",
        style=Style.PARTY,
        facts=("residence.departement",),
    )
    yield heading("Objet de la requête")
    yield object_sentence(case)


def _claimant(case: Case) -> Iterator[Block]:
    dossier = case.dossier
    if case.voice.parent:
        parent = dossier.representative
        quality = grammar.agree(
            parent.gender,
            "agissant en qualité de représentante légale de l’enfant mineur",
            "agissant en qualité de représentant légal de l’enfant mineur",
            "exerçant la représentation légale de l’enfant mineur",
        )
        yield para(
            bold(grammar.signatory(dossier)),
            f", {quality} ",
            bold(grammar.full_name(dossier)),
            _single(dossier.identity),
            _born(dossier.identity),
            _nationality(case),
            style=Style.PARTY,
            facts=(*case.signed_by, *NAMED, "identity.gender", *_BIRTH),
        )
    else:
        yield para(
            bold(grammar.titled_name(dossier)),
            _single(dossier.identity),
            _born(dossier.identity),
            _nationality(case),
            style=Style.PARTY,
            facts=(*case.signed_by, *_BIRTH),
        )
    yield from _other_names(dossier.identity)
    yield from _reach(case)
    gender = dossier.representative.gender if case.voice.parent else dossier.identity.gender
    yield para(
        grammar.agree(gender, "Requérante", "Requérant", "Partie requérante"),
        style=Style.PARTY,
        facts=("representative.gender" if case.voice.parent else "identity.gender",),
    )


def _born(identity: Identity) -> str:
    if identity.birth_date is None:
        return ""
    place = french.user_text(identity.birth_place)
    country = words.country(identity.birth_country)
    where = f" à {place}" if place else ""
    if country:
        where += f" ({country})"
    day = identity.birth_date
    if identity.gender in (Gender.FEMININE, Gender.MASCULINE):
        born = "née" if identity.gender is Gender.FEMININE else "né"
        return f", {born} {french.in_partial_date(day)}{where}"
    return f", dont la naissance a eu lieu {french.in_partial_date(day)}{where}"


def _single(identity: Identity) -> str:
    return " (sans prénom)" if identity.single_name else ""


def _nationality(case: Case) -> str:
    country = case.dossier.nationality.country
    return f", {words.nationality(country)}" if country else ""


def _other_names(identity: Identity) -> Iterator[Block]:
    usage = french.user_text(identity.usage_name)
    if usage:
        yield para(f"Nom d’usage : {usage}", style=Style.PARTY, facts=("identity.usage_name",))
    other = french.user_text(identity.other_spelling)
    if other:
        where = french.user_text(identity.other_spelling_on)
        yield para(
            f"Nom également orthographié {french.quoted(other)}",
            f" ({where})" if where else "",
            style=Style.PARTY,
            facts=("identity.other_spelling", "identity.other_spelling_on"),
        )


def _reach(case: Case) -> Iterator[Block]:
    contact = case.dossier.contact
    label = {AddressKind.DOMICILIATION: "Adresse de domiciliation"}.get(
        contact.address_kind or AddressKind.HOME, "Adresse"
    )
    yield para(
        f"{label} : {', '.join(address_lines(case))}",
        style=Style.PARTY,
        facts=("contact.address_kind", "contact.address"),
    )
    commune = french.user_text(case.dossier.residence.commune)
    if case.dossier.residence.at_mail_address is False and commune:
        yield para(
            f"Résidence : {commune} ({case.place.name})",
            style=Style.PARTY,
            facts=("residence.at_mail_address", "residence.commune", "residence.departement"),
        )
    for text, label, path in (
        (contact.phone, "Téléphone", "contact.phone"),
        (contact.email, "Courriel", "contact.email"),
        (case.dossier.identity.foreigner_number, "Numéro étranger", "identity.foreigner_number"),
    ):
        if french.user_text(text):
            yield para(f"{label} : {french.user_text(text)}", style=Style.PARTY, facts=(path,))
