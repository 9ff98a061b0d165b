"""The head of the requete: RÉFÉRÉ, the tribunal, who asks, against whom, what in one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, grammar, words
from core.documents.blocks import Banner, Block, Means, Style, bold, heading, para
from core.documents.case import NAMED, Case, address_lines, cite
from core.documents.conclusions import object_sentence
from core.documents.facts import lives_in, nationality_means
from core.documents.meaning import partial
from core.dossier.model import Identity
from core.dossier.values import AddressKind, Gender
from core.i18n import Message, _
from core.reference import STATELESS, named_country

_BIRTH = ("identity.birth_date", "identity.birth_place", "identity.birth_country", "nationality.country")


def header(case: Case) -> Iterator[Block]:
    """Everything before the facts."""
    yield Banner("RÉFÉRÉ", (_("« Référé » veut dire : demande urgente à un juge."),))
    yield para(
        bold("Requête en référé « mesures utiles »"),
        " – ",
        cite("cja-l521-3"),
        style=Style.CENTERED,
        sources=("cja-l521-3",),
        means=(
            _("C’est le nom de votre demande, avec l’article de loi qui la permet."),
            _("« Mesures utiles » : vous demandez au juge un ordre simple et utile."),
        ),
    )
    yield para(
        bold(f"Au juge des référés {case.place.tribunal.of}"),
        style=Style.CENTERED,
        facts=("residence.departement",),
        means=(
            _("Vous écrivez au juge des référés. Il décide des demandes urgentes."),
            _("Votre tribunal : {tribunal}.", tribunal=case.place.tribunal.name),
        ),
    )
    yield heading("Pour", 1, _("Qui demande"))
    yield from _claimant(case)
    yield heading("Contre", 1, _("À qui le juge doit donner un ordre"))
    yield para(
        bold(f"L’État, pris en la personne {case.place.of_the_prefect}"),
        f", à {case.place.prefecture_city}",
        style=Style.PARTY,
        facts=("residence.departement",),
        means=(
            _("Vous écrivez contre l’État."),
            _(
                "Celui qui représente l’État : {prefect}, à {city}.",
                prefect=case.place.the_prefect,
                city=case.place.prefecture_city,
            ),
        ),
    )
    yield heading("Objet de la requête", 1, _("Ce que vous demandez, en une phrase"))
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
            means=(
                _("C’est vous : {name}.", name=grammar.signatory(dossier)),
                _("Vous signez pour votre enfant : {name}.", name=grammar.full_name(dossier)),
                *_identity_means(case),
            ),
        )
    else:
        yield para(
            bold(grammar.titled_name(dossier)),
            _single(dossier.identity),
            _born(dossier.identity),
            _nationality(case),
            style=Style.PARTY,
            facts=(*case.signed_by, *_BIRTH),
            means=(
                _("C’est vous : {name}.", name=grammar.titled_name(dossier)),
                *_identity_means(case),
            ),
        )
    yield from _other_names(dossier.identity)
    yield from _reach(case)
    gender = dossier.representative.gender if case.voice.parent else dossier.identity.gender
    word = grammar.agree(gender, "Requérante", "Requérant", "Partie requérante")
    yield para(
        word,
        style=Style.PARTY,
        facts=("representative.gender" if case.voice.parent else "identity.gender",),
        means=(_("« {word} » : la personne qui demande au juge. C’est vous.", word=word),),
    )


def _identity_means(case: Case) -> Iterator[Message]:
    identity, country = case.dossier.identity, case.dossier.nationality.country
    if identity.single_name:
        yield _("Un seul nom, pas de prénom.")
    if identity.birth_date is not None:
        yield _("Date de naissance : {day}.", day=partial(identity.birth_date))
        place, birth_country = french.user_text(identity.birth_place), identity.birth_country
        if place:
            yield _("Lieu de naissance : {place}.", place=place)
        if birth_country is not None and birth_country != STATELESS:
            yield _("Pays de naissance : {country}.", country=named_country(birth_country))
    if country:
        yield from nationality_means(country)


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
        yield para(
            f"Nom d’usage : {usage}",
            style=Style.PARTY,
            facts=("identity.usage_name",),
            means=(_("Nom d’usage, celui de tous les jours : {name}.", name=usage),),
        )
    other = french.user_text(identity.other_spelling)
    if other:
        where = french.user_text(identity.other_spelling_on)
        yield para(
            f"Nom également orthographié {french.quoted(other)}",
            f" ({where})" if where else "",
            style=Style.PARTY,
            facts=("identity.other_spelling", "identity.other_spelling_on"),
            means=(
                _("Le nom est aussi écrit ainsi : {name}.", name=other),
                *((_("C’est écrit là : {paper}.", paper=where),) if where else ()),
            ),
        )


def _reach(case: Case) -> Iterator[Block]:
    contact = case.dossier.contact
    label = {AddressKind.DOMICILIATION: "Adresse de domiciliation"}.get(
        contact.address_kind or AddressKind.HOME, "Adresse"
    )
    address = ", ".join(address_lines(case))
    yield para(
        f"{label} : {address}",
        style=Style.PARTY,
        facts=("contact.address_kind", "contact.address"),
        means=(_address_means(contact.address_kind, address),),
    )
    commune = french.user_text(case.dossier.residence.commune)
    if case.dossier.residence.at_mail_address is False and commune:
        yield para(
            f"Résidence : {commune} ({case.place.name})",
            style=Style.PARTY,
            facts=("residence.at_mail_address", "residence.commune", "residence.departement"),
            means=(lives_in(case, f"{commune}, {case.place.name}"),),
        )
    for text, label, path, means in (
        (contact.phone, "Téléphone", "contact.phone", _phone),
        (contact.email, "Courriel", "contact.email", _email),
        (
            case.dossier.identity.foreigner_number,
            "Numéro étranger",
            "identity.foreigner_number",
            _foreigner_number,
        ),
    ):
        given = french.user_text(text)
        if given:
            yield para(f"{label} : {given}", style=Style.PARTY, facts=(path,), means=means(given))


def _address_means(kind: AddressKind | None, address: str) -> Message:
    if kind is AddressKind.DOMICILIATION:
        return _(
            "Adresse de domiciliation. Le tribunal peut vous écrire à cette adresse : {address}.",
            address=address,
        )
    return _("Le tribunal peut vous écrire à cette adresse : {address}.", address=address)


def _phone(number: str) -> Means:
    return (_("Votre téléphone : {number}.", number=number),)


def _email(address: str) -> Means:
    return (_("Votre adresse e-mail : {address}.", address=address),)


def _foreigner_number(number: str) -> Means:
    return (_("Numéro étranger, écrit sur le titre : {number}.", number=number),)
