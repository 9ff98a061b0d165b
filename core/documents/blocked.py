"""The facts of the blockage: what the screen says, each attempt, each request for help."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.documents import french, meaning_words, words
from core.documents.blocks import Block, Inline, Means, Quotation, Table, inline, numbered
from core.documents.case import Case, article, paths
from core.documents.meaning import Said, dated, own_words, reference, shown
from core.dossier.model import Attempt, HelpContact
from core.dossier.values import Channel, ContactAnswer
from core.i18n import Message, _, named_time, ngettext
from core.law.periods import week_of

# A message longer than this stands apart, as a quotation of its own.
LONG_MESSAGE = 160


def blockage(case: Case) -> Iterator[Block]:
    """Where the person is stopped and what the screen says; quoted only where the words are exact."""
    block = case.dossier.blockage
    message = french.user_text(block.message)
    said, rest = Said(), Said()
    if block.step is not None:
        said.add(
            f"Le blocage se produit {words.STEPS[block.step]}.",
            _("Le blocage arrive à cette étape : « {step} ».", step=meaning_words.STEPS[block.step]),
        )
    set_apart = bool(message) and bool(block.exact_words) and len(message) > LONG_MESSAGE
    if set_apart:
        said.add("Le site affiche le message suivant.", _("Le site montre le message qui suit."))
    elif message and block.exact_words:
        said.add(f"Le site affiche ce message : {french.quoted_sentence(message)}", exact_words(message))
    elif message:
        said.add(
            f"Le site affiche un message, que je résume ainsi : {french.as_sentence(message)}",
            _("Le site montre un message. Vous le résumez."),
            own_words(message),
        )
    elif block.no_message and block.blank_page:
        said.add(
            "Le site affiche une page blanche, sans aucun message.",
            _("Le site montre une page blanche, sans message."),
        )
    elif block.no_message:
        said.add("Le site n’affiche aucun message.", _("Le site ne montre aucun message."))
    code = french.user_text(block.code)
    if code:
        rest.add(
            f"Le code d’erreur affiché est : {french.as_sentence(code)}",
            _("Le code d’erreur est : « {code} ».", code=french.without_stop(code)),
        )
    if block.other_device:
        rest.add(
            "J’ai aussi essayé avec un autre appareil.",
            _("Vous avez aussi essayé avec un autre appareil."),
        )
    if block.reported_on_site:
        rest.add("J’ai signalé l’erreur sur le site.", _("Vous avez signalé l’erreur sur le site."))
    paths = (
        "blockage.step",
        "blockage.message",
        "blockage.exact_words",
        "blockage.no_message",
        "blockage.blank_page",
        "blockage.code",
        "blockage.other_device",
        "blockage.reported_on_site",
    )
    if set_apart:
        yield numbered(said.text, facts=paths, means=said.means)
        yield Quotation(
            inline(french.quoted(message)),
            facts=("blockage.message", "blockage.exact_words"),
            means=(exact_words(message),),
        )
        said = Said()
    if said or rest:
        text = " ".join(part for part in (said.text, rest.text) if part)
        yield numbered(text, facts=paths, means=(*said.means, *rest.means))


def exact_words(message: str) -> Message:
    """The words of the screen, which stay in the language of the screen."""
    return _("Les mots exacts du site : « {message} ».", message=message)


def attempts(case: Case) -> Iterator[Block]:
    """How often, over how many weeks, and the table."""
    told = sorted(case.dossier.attempts, key=_order)
    if not told:
        return
    exact = sorted(a.on for a in told if a.on is not None and not a.approximate)
    numbers = case.exhibits(*(a.id for a in told))
    times = "une fois" if len(told) == 1 else f"{len(told)} fois"
    said = Said()
    said.add(
        f"J’ai essayé {times}.",
        ngettext("Vous avez essayé {number} fois.", "Vous avez essayé {number} fois.", len(told)),
    )
    if len(exact) > 1:
        weeks = len({week_of(day) for day in exact})
        span = f"entre le {french.long_date(exact[0])} et le {french.long_date(exact[-1])}"
        spread = (
            f", dans {weeks} semaines différentes" if weeks > 1 else ", dans une seule semaine du calendrier"
        )
        counted = "Ces essais ont eu lieu" if len(exact) == len(told) else f"{len(exact)} essais ont eu lieu"
        said.add(
            f"{counted} {span}{spread}.",
            ngettext("{number} essai a une date sûre.", "{number} essais ont une date sûre.", len(exact)),
            _("Ces essais vont du {first} au {last}.", first=exact[0], last=exact[-1]),
            different_weeks(weeks),
        )
    said.add("Voici le détail.", _("Le tableau montre chaque essai."))
    yield numbered(
        said.text,
        facts=paths("attempts", range(len(told))),
        exhibits=numbers,
        means=said.means,
    )
    yield attempts_table(case)


def different_weeks(weeks: int) -> Message:
    """Over how many weeks of the calendar the attempts are spread: what judges look at."""
    return ngettext(
        "Ils sont dans {number} seule semaine.", "Ils sont dans {number} semaines différentes.", weeks
    )


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
        facts=(
            *paths("attempts", range(len(told))),
            *(("blockage.message",) if any(a.same_message for a in told) else ()),
        ),
        exhibits=case.exhibits(*(a.id for a in told)),
        means=tuple(_attempt_means(case, attempt) for attempt in told),
    )


def _attempt_means(case: Case, attempt: Attempt) -> Means:
    said = [_day_of(attempt)]
    if attempt.at is not None:
        said.append(_("Heure : {hour}.", hour=named_time(attempt.at)))
    if attempt.channel in meaning_words.CHANNELS:
        said.append(_("Où : {where}.", where=meaning_words.CHANNELS[attempt.channel]))
    result = french.user_text(attempt.result)
    if attempt.same_message and case.dossier.blockage.message:
        said.append(_("Le site a montré le même message."))
    elif attempt.same_message and not result:
        said.append(_("Le même blocage est arrivé."))
    if result:
        said.append(_("Résultat : « {result} ».", result=french.without_stop(result)))
    return (*said, *shown(case.exhibits(attempt.id)))


def _day_of(item: Attempt | HelpContact) -> Message:
    if item.on is None:
        return _("Date non précisée.")
    return _("Vers le {day}.", day=item.on) if item.approximate else dated(item.on)


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
    whom = meaning_words.CONTACTS.get(contact.kind)
    said = Said()
    said.add(
        f"{sentence}{french.in_brackets(numbers)}.",
        _("Vous avez demandé de l’aide : {whom}.", whom=whom) if whom else _("Vous avez demandé de l’aide."),
        _day_of(contact),
        *((reference(ticket),) if ticket else ()),
        *shown(numbers),
    )
    sources: tuple[str, ...] = ()
    if contact.asked_substitution:
        sources = ("ceseda-r431-2",)
        said.add(
            f"J’ai demandé la solution de substitution prévue à {article('ceseda-r431-2')}."
            if case.channel is Channel.ANEF
            else "J’ai demandé à déposer ma demande d’une autre façon.",
            _("Vous avez demandé à déposer autrement que par le site (« solution de substitution »).")
            if case.channel is Channel.ANEF
            else _("Vous avez demandé à déposer la demande d’une autre façon."),
        )
    if contact.answer is not None and contact.answer is not ContactAnswer.OTHER:
        said.add(words.ANSWERS[contact.answer], meaning_words.ANSWERS[contact.answer])
    answer = french.user_text(contact.answer_text)
    if answer:
        said.add(
            f"La réponse a été : {french.as_sentence(answer)}",
            _("La réponse était : « {answer} ».", answer=french.without_stop(answer)),
        )
    index = case.dossier.contacts.index(contact)
    way = ("filing.channel",) if contact.asked_substitution else ()
    return numbered(
        said.text, facts=(f"contacts[{index}]", *way), exhibits=numbers, sources=sources, means=said.means
    )
