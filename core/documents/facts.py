"""The facts of the requete, in numbered paragraphs. A fact that was not given produces no sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.documents import french, words
from core.documents.blocks import Block, Inline, Quotation, Table, heading, inline, numbered
from core.documents.case import Case, article, held_name, paths
from core.documents.state import application
from core.dossier import evidence
from core.dossier.model import Attempt, HelpContact
from core.dossier.values import Channel, ContactAnswer, DocumentKind, Protection, Readiness
from core.law.periods import week_of
from core.reference import departements

# A message longer than this stands apart, as a quotation of its own.
LONG_MESSAGE = 160


def facts(case: Case) -> Iterator[Block]:
    """Every fact, in the order in which a judge needs them."""
    yield heading("Les faits")
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
    about: list[str] = []
    country, second = dossier.nationality.country, dossier.nationality.second_country
    if country:
        also = (second,) if second and second != country else ()
        about.append(f"{voice.i_am} {words.nationality(country, *also)}.")
    since = dossier.residence.since
    commune = french.user_text(dossier.residence.commune)
    where = f"à {commune}" if commune == case.place.name else f"à {commune}, {case.place.name}"
    where = where if commune else f"dans le département : {case.place.name}"
    shown = french.in_brackets(case.exhibits(evidence.IDENTITY, evidence.ADDRESS))
    if since is not None:
        about.append(f"{voice.i_live} en France {french.since_partial_date(since)}.")
    about.append(f"{case.dwells} {where}{shown}.")
    yield numbered(
        " ".join(about),
        facts=("nationality.country", "nationality.second_country", "residence.since", "residence.commune"),
        exhibits=case.exhibits(evidence.IDENTITY, evidence.ADDRESS),
    )
    yield from _moved(case)
    yield from _protection(case)
    yield from _document(case)


def _moved(case: Case) -> Iterator[Block]:
    residence = case.dossier.residence
    before = departements().get(residence.file_departement or "")
    if residence.moved and before is not None and before is not case.departement:
        yield numbered(
            f"{'Mon enfant a' if case.voice.parent else 'J’ai'} changé de département. L’ancien dossier se "
            "trouvait "
            f"dans le département : {before.name}.",
            facts=("residence.moved", "residence.file_departement"),
        )


def _protection(case: Case) -> Iterator[Block]:
    granted = {
        Protection.REFUGEE: ("La qualité de réfugié", "reconnue"),
        Protection.SUBSIDIARY: ("Le bénéfice de la protection subsidiaire", "accordé"),
        Protection.STATELESS: ("Le statut d’apatride", "reconnu"),
        Protection.TEMPORARY: ("Le bénéfice de la protection temporaire", "accordé"),
    }.get(case.dossier.nationality.protection or Protection.NONE)
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
    )


def _document(case: Case) -> Iterator[Block]:
    permit = case.dossier.permit
    if permit.document is None:
        return
    if permit.document is DocumentKind.NONE:
        none = "Mon enfant n’a pas" if case.voice.parent else "Je n’ai pas"
        yield numbered(f"{none} de titre de séjour à ce jour.", facts=("permit.document",))
        return
    name = held_name(case)
    feminine = words.is_feminine(name)
    he, e = ("Elle", "e") if feminine else ("Il", "")
    numbers = case.exhibits(evidence.PERMIT)
    sentences = [f"{case.voice.i_have} {words.with_un(name)}{french.in_brackets(numbers)}."]
    if permit.issued_on:
        sentences.append(f"{he} a été délivré{e} le {french.long_date(permit.issued_on)}.")
    if permit.expires_on:
        sentences.append(
            f"{he} {'a expiré' if permit.expires_on < case.on else 'expire'} "
            f"le {french.long_date(permit.expires_on)}."
        )
    if permit.allows_work:
        sentences.append(f"{he} autorise à travailler.")
    if permit.lost:
        when = f" {french.on_day(permit.lost_on)}" if permit.lost_on else ""
        sentences.append(f"{he} a été perdu{e} ou volé{e}{when}.")
    yield numbered(
        " ".join(sentences),
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
    )


def what_i_want(case: Case) -> Iterator[Block]:
    """The request to the prefecture, its papers, the prescribed way."""
    dossier = case.dossier
    if case.filed is not True:
        numbers = case.exhibits(evidence.PAPERS)
        child = ", pour mon enfant," if case.voice.parent else ""
        sentences = [f"Je souhaite déposer{child} une {case.request_name}."]
        if dossier.request.papers is Readiness.ALL:
            sentences.append(f"Tous les documents demandés sont prêts{french.in_brackets(numbers)}.")
        elif numbers:
            sentences.append(f"Des documents de cette demande sont joints{french.in_brackets(numbers)}.")
        yield numbered(
            " ".join(sentences), facts=("request.kind", "request.title", "request.papers"), exhibits=numbers
        )
    way = words.WAYS.get(dossier.filing.channel)
    if way is None:
        return
    numbers = case.exhibits(evidence.CHANNEL)
    sentences = [f"{way}{french.in_brackets(numbers)}."]
    told = french.user_text(dossier.filing.confirmed_by)
    if dossier.filing.confirmed and told:
        sentences.append(f"Information donnée par : {french.as_sentence(told)}")
    if dossier.filing.tried_other_channel:
        sentences.append("J’ai aussi essayé de déposer la demande d’une autre façon.")
    yield numbered(
        " ".join(sentences),
        facts=("filing.channel", "filing.confirmed_by", "filing.tried_other_channel"),
        exhibits=numbers,
    )


def blockage(case: Case) -> Iterator[Block]:
    """Where the person is stopped and what the screen says; quoted only where the words are exact."""
    block = case.dossier.blockage
    message = french.user_text(block.message)
    sentences: list[str] = []
    if block.step is not None:
        sentences.append(f"Le blocage se produit {words.STEPS[block.step]}.")
    set_apart = bool(message) and bool(block.exact_words) and len(message) > LONG_MESSAGE
    if message and block.exact_words:
        sentences.append(
            "Le site affiche le message suivant."
            if set_apart
            else f"Le site affiche ce message : {french.quoted_sentence(message)}"
        )
    elif message:
        sentences.append(f"Le site affiche un message, que je résume ainsi : {french.as_sentence(message)}")
    elif block.no_message:
        sentences.append(
            "Le site affiche une page blanche, sans aucun message."
            if block.blank_page
            else "Le site n’affiche aucun message."
        )
    rest: list[str] = []
    code = french.user_text(block.code)
    if code:
        rest.append(f"Le code d’erreur affiché est : {french.as_sentence(code)}")
    if block.other_device:
        rest.append("J’ai aussi essayé avec un autre appareil.")
    if block.reported_on_site:
        rest.append("J’ai signalé l’erreur sur le site.")
    paths = (
        "blockage.step",
        "blockage.message",
        "blockage.exact_words",
        "blockage.code",
        "blockage.other_device",
    )
    if set_apart:
        yield numbered(" ".join(sentences), facts=paths)
        yield Quotation(inline(french.quoted(message)), facts=("blockage.message",))
        sentences = []
    if sentences or rest:
        yield numbered(" ".join(sentences + rest), facts=paths)


def attempts(case: Case) -> Iterator[Block]:
    """How often, over how many weeks, and the table."""
    told = sorted(case.dossier.attempts, key=_order)
    if not told:
        return
    exact = sorted(a.on for a in told if a.on is not None and not a.approximate)
    numbers = case.exhibits(*(a.id for a in told))
    times = "une fois" if len(told) == 1 else f"{len(told)} fois"
    sentences = [f"J’ai essayé {times}."]
    if len(exact) > 1:
        weeks = len({week_of(day) for day in exact})
        span = f"entre le {french.long_date(exact[0])} et le {french.long_date(exact[-1])}"
        spread = (
            f", dans {weeks} semaines différentes" if weeks > 1 else ", dans une seule semaine du calendrier"
        )
        dated = "Ces essais ont eu lieu" if len(exact) == len(told) else f"{len(exact)} essais ont eu lieu"
        sentences.append(f"{dated} {span}{spread}.")
    sentences.append("Voici le détail.")
    yield numbered(
        " ".join(sentences),
        facts=paths("attempts", range(len(told))),
        exhibits=numbers,
    )
    yield attempts_table(case)


def attempts_table(case: Case) -> Table:
    """Date with weekday, hour, channel, result, exhibit; in order of date, undated ones last."""
    told = sorted(case.dossier.attempts, key=_order)
    hours = any(a.at is not None for a in told)
    rows = []
    for attempt in told:
        numbers = case.exhibits(attempt.id)
        row = [inline(french.table_day(attempt.on, attempt.approximate))]
        row += [inline(french.clock(attempt.at) if attempt.at else "–")] if hours else []
        row += [
            inline(words.CHANNELS.get(attempt.channel, "–")),
            _result(case, attempt),
            inline(f"n° {french.spans(numbers)}" if numbers else "–"),
        ]
        rows.append(tuple(row))
    header = ("Date", *(["Heure"] if hours else []), "Où", "Résultat", "Pièce")
    widths = (40.0, *([16.0] if hours else []), 34.0, 40.0, 14.0)
    return Table(
        header,
        tuple(rows),
        widths,
        facts=paths("attempts", range(len(told))),
        exhibits=case.exhibits(*(a.id for a in told)),
    )


def _result(case: Case, attempt: Attempt) -> Inline:
    same = "Même message" if attempt.same_message and case.dossier.blockage.message else ""
    result = french.user_text(attempt.result)
    if same and result:
        return inline(f"{same}. {result}")
    return inline(same or result or ("Même blocage" if attempt.same_message else "–"))


def _order(attempt: Attempt) -> tuple[date, str]:
    return attempt.on or date.max, str(attempt.at or "")


def help_sought(case: Case) -> Iterator[Block]:
    """One paragraph a contact, in order of date."""
    told = sorted(case.dossier.contacts, key=lambda contact: contact.on or date.max)
    if not told:
        return
    for contact in told:
        yield _contact(case, contact)


def _contact(case: Case, contact: HelpContact) -> Block:
    did = words.CONTACTS.get(contact.kind, "j’ai demandé de l’aide")
    if contact.on is None:
        sentence = f"{did[0].upper()}{did[1:]} (date non précisée)"
    else:
        day = french.on_day(contact.on, contact.approximate)
        sentence = f"{day[0].upper()}{day[1:]}, {did}"
    numbers = case.exhibits(contact.id)
    ticket = french.user_text(contact.ticket)
    sentence += f" (référence : {ticket})" if ticket else ""
    sentences = [f"{sentence}{french.in_brackets(numbers)}."]
    sources: tuple[str, ...] = ()
    if contact.asked_substitution:
        sources = ("ceseda-r431-2",)
        sentences.append(
            f"J’ai demandé la solution de substitution prévue à {article('ceseda-r431-2')}."
            if case.channel is Channel.ANEF
            else "J’ai demandé à déposer ma demande d’une autre façon."
        )
    if contact.answer is not None and contact.answer is not ContactAnswer.OTHER:
        sentences.append(words.ANSWERS[contact.answer])
    answer = french.user_text(contact.answer_text)
    if answer:
        sentences.append(f"La réponse a été : {french.as_sentence(answer)}")
    index = case.dossier.contacts.index(contact)
    return numbered(" ".join(sentences), facts=(f"contacts[{index}]",), exhibits=numbers, sources=sources)
