"""The facts of the requete, in numbered paragraphs. A fact that was not given produces no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.documents import french, meaning_words, words
from core.documents.blocked import attempts, blockage, help_sought
from core.documents.blocks import Block, Means, heading, numbered
from core.documents.case import Case, held_name
from core.documents.meaning import Said, asked_for, partial, shown, was_on, yours
from core.documents.state import application
from core.dossier import evidence
from core.dossier.values import DocumentKind, Protection, Readiness
from core.i18n import Message, _
from core.reference import departements, named_country


def facts(case: Case) -> Iterator[Block]:
    """Every fact, in the order in which a judge needs them."""
    yield heading("Les faits", 1, _("Ce qui s’est passé"))
    yield from situation(case)
    yield from what_i_want(case)
    if case.filed:
        yield from application(case)
    yield from blockage(case)
    yield from attempts(case)
    yield from help_sought(case)


def situation(case: Case) -> Iterator[Block]:
    """Who the person is: nationality, home, protection, document held."""
    dossier, voice = case.dossier, case.voice
    said = Said()
    country, second = dossier.nationality.country, dossier.nationality.second_country
    if country:
        also = (second,) if second and second != country else ()
        said.add(f"{voice.i_am} {words.nationality(country, *also)}.", *nationality_means(country, *also))
    since = dossier.residence.since
    numbers = case.exhibits(evidence.IDENTITY, evidence.ADDRESS)
    if since is not None:
        said.add(
            f"{voice.i_live} en France {french.since_partial_date(since)}.",
            yours(
                case,
                _("Vous dites que vous vivez en France depuis : {since}.", since=partial(since)),
                _("Vous dites que votre enfant vit en France depuis : {since}.", since=partial(since)),
            ),
        )
    commune = french.user_text(dossier.residence.commune)
    place = commune if commune == case.place.name else f"{commune}, {case.place.name}"
    where = f"à {place}" if commune else f"dans le département : {case.place.name}"
    said.add(
        f"{case.dwells} {where}{french.in_brackets(numbers)}.",
        lives_in(case, place if commune else case.place.name),
        *shown(numbers),
    )
    yield numbered(
        said.text,
        facts=(
            "nationality.country",
            "nationality.second_country",
            "residence.since",
            "residence.commune",
            "residence.departement",
            "contact.address_kind",
        ),
        exhibits=numbers,
        means=said.means,
    )
    yield from _moved(case)
    yield from _protection(case)
    yield from _document(case)


def nationality_means(country: str, *also: str) -> Means:
    """The country or the countries, in the reader's language."""
    if also:
        first, second = named_country(country), named_country(also[0])
        return (_("Deux nationalités : {first} et {second}.", first=first, second=second),)
    return (_("Nationalité : {country}.", country=named_country(country)),)


def lives_in(case: Case, place: str) -> Message:
    """Where the person, or their child, lives; for a person without a home, where they stay."""
    return yours(
        case,
        _("Lieu où vous vivez : {place}.", place=place),
        _("Lieu où votre enfant vit : {place}.", place=place),
    )


def _moved(case: Case) -> Iterator[Block]:
    residence = case.dossier.residence
    before = departements().get(residence.file_departement or "")
    if residence.moved and before is not None and before is not case.departement:
        yield numbered(
            f"{'Mon enfant a' if case.voice.parent else 'J’ai'} changé de département. L’ancien dossier se "
            f"trouvait dans le département : {before.name}.",
            facts=("residence.moved", "residence.file_departement"),
            means=(
                yours(
                    case,
                    _("Vous avez changé de département."),
                    _("Votre enfant a changé de département."),
                ),
                _("L’ancien dossier était dans ce département : {departement}.", departement=before.name),
            ),
        )


# Terms that stay in French in every language: the person meets them at every office.
_PROTECTIONS = {
    Protection.REFUGEE: "réfugié",
    Protection.SUBSIDIARY: "protection subsidiaire",
    Protection.STATELESS: "apatride",
    Protection.TEMPORARY: "protection temporaire",
}


def _protection(case: Case) -> Iterator[Block]:
    kind = case.dossier.nationality.protection or Protection.NONE
    granted = {
        Protection.REFUGEE: ("La qualité de réfugié", "reconnue"),
        Protection.SUBSIDIARY: ("Le bénéfice de la protection subsidiaire", "accordé"),
        Protection.STATELESS: ("Le statut d’apatride", "reconnu"),
        Protection.TEMPORARY: ("Le bénéfice de la protection temporaire", "accordé"),
    }.get(kind)
    if granted is None:
        return
    what, done = granted
    day = case.dossier.nationality.protection_on
    numbers = case.exhibits(evidence.PROTECTION)
    verb = f"a été {done} à mon enfant" if case.voice.parent else f"m’a été {done}"
    when = f" {french.on_day(day)}" if day else ""
    yield numbered(
        f"{what} {verb}{when}{french.in_brackets(numbers)}.",
        facts=("nationality.protection", "nationality.protection_on"),
        exhibits=numbers,
        means=(
            yours(
                case,
                _("La France vous a donné cette protection : {protection}.", protection=_PROTECTIONS[kind]),
                _(
                    "La France a donné cette protection à votre enfant : {protection}.",
                    protection=_PROTECTIONS[kind],
                ),
            ),
            *((was_on(day),) if day else ()),
            *shown(numbers),
        ),
    )


def _document(case: Case) -> Iterator[Block]:
    permit = case.dossier.permit
    if permit.document is None:
        return
    if permit.document is DocumentKind.NONE:
        none = "Mon enfant n’a pas" if case.voice.parent else "Je n’ai pas"
        yield numbered(
            f"{none} de titre de séjour à ce jour.",
            facts=("permit.document",),
            means=(
                yours(
                    case,
                    _("Vous dites que vous n’avez pas de titre de séjour aujourd’hui."),
                    _("Vous dites que votre enfant n’a pas de titre de séjour aujourd’hui."),
                ),
            ),
        )
        return
    name = held_name(case)
    feminine = words.is_feminine(name)
    he, e = ("Elle", "e") if feminine else ("Il", "")
    numbers = case.exhibits(evidence.PERMIT)
    said = Said()
    said.add(
        f"{case.voice.i_have} {words.with_un(name)}{french.in_brackets(numbers)}.",
        holds(case, name),
        *shown(numbers),
    )
    if permit.issued_on:
        said.add(
            f"{he} a été délivré{e} le {french.long_date(permit.issued_on)}.",
            _("Ce document a été donné le {day}.", day=permit.issued_on),
        )
    if permit.expires_on:
        past = permit.expires_on < case.on
        said.add(
            f"{he} {'a expiré' if past else 'expire'} le {french.long_date(permit.expires_on)}.",
            ends_on(permit.expires_on, past=past),
        )
    if permit.allows_work:
        said.add(f"{he} autorise à travailler.", _("Ce document permet de travailler."))
    if permit.lost:
        when = f" {french.on_day(permit.lost_on)}" if permit.lost_on else ""
        said.add(
            f"{he} a été perdu{e} ou volé{e}{when}.",
            _("Ce document a été perdu ou volé."),
            *((was_on(permit.lost_on),) if permit.lost_on else ()),
        )
    yield numbered(
        said.text,
        facts=(
            "permit.document",
            "permit.title",
            "permit.label",
            "permit.issued_on",
            "permit.expires_on",
            "permit.allows_work",
            "permit.lost",
            "permit.lost_on",
        ),
        exhibits=numbers,
        means=said.means,
    )


def holds(case: Case, name: str) -> Message:
    """The document held today, under its French name."""
    return yours(
        case,
        _("Vous avez ce document : {document}.", document=name),
        _("Votre enfant a ce document : {document}.", document=name),
    )


def ends_on(day: date, *, past: bool) -> Message:
    """Until when a document is valid."""
    return (
        _("Ce document a fini d’être valable le {day}.", day=day)
        if past
        else _("Ce document finit d’être valable le {day}.", day=day)
    )


def what_i_want(case: Case) -> Iterator[Block]:
    """The request to the prefecture, its papers, the prescribed way."""
    dossier = case.dossier
    if case.filed is not True:
        numbers = case.exhibits(evidence.PAPERS)
        child = ", pour mon enfant," if case.voice.parent else ""
        said = Said()
        said.add(
            f"Je souhaite déposer{child} une {case.request_name}.",
            yours(
                case,
                _("Vous voulez déposer cette demande : {request}.", request=case.request_name),
                _(
                    "Vous voulez déposer cette demande pour votre enfant : {request}.",
                    request=case.request_name,
                ),
            ),
            *asked_for(case),
        )
        if dossier.request.papers is Readiness.ALL:
            said.add(
                f"Tous les documents demandés sont prêts{french.in_brackets(numbers)}.",
                _("Tous les papiers demandés sont prêts."),
                *shown(numbers),
            )
        elif numbers:
            said.add(
                f"Des documents de cette demande sont joints{french.in_brackets(numbers)}.",
                _("Vous joignez des papiers de cette demande."),
                *shown(numbers),
            )
        yield numbered(
            said.text,
            facts=(*case.requested, "request.papers", "application.filed"),
            exhibits=numbers,
            means=said.means,
        )
    way = words.WAYS.get(dossier.filing.channel)
    if way is None:
        return
    numbers = case.exhibits(evidence.CHANNEL)
    said = Said()
    said.add(
        f"{way}{french.in_brackets(numbers)}.",
        meaning_words.WAYS[dossier.filing.channel],
        *shown(numbers),
    )
    told = french.user_text(dossier.filing.confirmed_by)
    if dossier.filing.confirmed and told:
        said.add(
            f"Information donnée par : {french.as_sentence(told)}",
            _("D’où vient cette information : « {source} ».", source=french.without_stop(told)),
        )
    if dossier.filing.tried_other_channel:
        said.add(
            "J’ai aussi essayé de déposer la demande d’une autre façon.",
            _("Vous avez aussi essayé de déposer la demande d’une autre façon."),
        )
    yield numbered(
        said.text,
        facts=("filing.channel", "filing.confirmed", "filing.confirmed_by", "filing.tried_other_channel"),
        exhibits=numbers,
        means=said.means,
    )
