"""The journal of attempts by calendar week: what was tried when, what counts and why not, what is missing.

Pure, for the window and whoever else shows it. Which attempts count is asked of the law and nowhere else
decided; help that was sought stands beside them, in the weeks of the attempts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from itertools import groupby

from core.dossier.evidence import exhibit_numbers
from core.dossier.model import Attempt, Dossier, HelpContact
from core.dossier.values import Channel, ContactKind
from core.i18n import Message, _, ngettext
from core.law import facts, usefulness
from core.law.facts import Shortfall
from core.law.model import Status
from core.law.periods import add_days

# This many weeks in a row without anything are folded into one card.
FOLD_FROM = 3

WHY_NOT: dict[Shortfall, Message] = {
    Shortfall.NO_DATE: _("Pas de date : cet essai ne compte pas encore."),
    Shortfall.APPROXIMATE: _("La date n’est pas sûre : cet essai ne compte pas encore."),
    Shortfall.TO_COME: _("Cette date n’est pas encore arrivée : vérifiez-la."),
    Shortfall.NO_PROOF: _("Sans image, cet essai ne compte pas encore."),
    Shortfall.OTHER_WAY: _("Ce n’est pas le chemin demandé : cet essai ne compte pas."),
}
# The same in a word or two, for a narrow column.
LACKING: dict[Shortfall, Message] = {
    Shortfall.NO_DATE: _("sans date"),
    Shortfall.APPROXIMATE: _("date pas sûre"),
    Shortfall.TO_COME: _("date à vérifier"),
    Shortfall.NO_PROOF: _("sans image"),
    Shortfall.OTHER_WAY: _("autre chemin"),
}
COUNTS = _("Cet essai compte.")
UNSURE = _("Sans date sûre")
UNSURE_NOTE = _("Ces essais ne comptent pas encore. Cherchez la date sur vos images et vos e-mails.")


class Means(Enum):
    """How an attempt or a request for help was made; each has a sign."""

    SITE = "site"
    LETTER = "letter"
    PHONE = "phone"
    PEOPLE = "people"
    UNKNOWN = "unknown"


_CHANNELS: dict[Channel | None, tuple[Means, Message]] = {
    Channel.ANEF: (Means.SITE, _("site ANEF")),
    Channel.BOOKING_SITE: (Means.SITE, _("site de rendez-vous")),
    Channel.DEMARCHE_NUMERIQUE: (Means.SITE, _("Démarche numérique")),
    Channel.COUNTER: (Means.PEOPLE, _("guichet")),
    Channel.POST: (Means.LETTER, _("courrier")),
    Channel.EMAIL: (Means.LETTER, _("e-mail")),
    None: (Means.UNKNOWN, _("site non précisé")),
}
_CONTACTS: dict[ContactKind | None, tuple[Means, Message]] = {
    ContactKind.CITIZEN_CONTACT_PHONE: (Means.PHONE, _("aide : téléphone")),
    ContactKind.CITIZEN_CONTACT_FORM: (Means.LETTER, _("aide : formulaire")),
    ContactKind.PREFECTURE_LETTER: (Means.LETTER, _("aide : lettre")),
    ContactKind.PREFECTURE_EMAIL: (Means.LETTER, _("aide : e-mail")),
}
_HELP = (Means.PEOPLE, _("aide demandée"))


@dataclass(frozen=True)
class Entry:
    """One attempt, or one request for help (`helped`), as the journal shows it.

    `numbers`: the exhibits that show it; `has_file`: at least one of them is here and not only announced.
    `seen`: what the screen showed, where it was not the usual message. `lacks`: for what it does not count.
    """

    item_id: str
    means: Means
    what: Message
    on: date | None = None
    approximate: bool = False
    at: time | None = None
    seen: str | None = None
    numbers: tuple[int, ...] = ()
    has_file: bool = False
    lacks: tuple[Shortfall, ...] = ()
    helped: bool = False


@dataclass(frozen=True)
class Week:
    """A calendar week, Monday to Sunday, by its number (ISO 8601)."""

    monday: date
    sunday: date
    number: int
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Gap:
    """Several weeks in a row without anything."""

    weeks: int
    monday: date
    sunday: date


@dataclass(frozen=True)
class Tally:
    """One thing to know about all attempts together; `good` or still to mend."""

    words: Message
    good: bool


@dataclass(frozen=True)
class Journal:
    """All of it. `unsure` are the attempts that cannot be put in a week; `missing` is what to do next."""

    weeks: tuple[Week | Gap, ...] = ()
    unsure: tuple[Entry, ...] = ()
    tallies: tuple[Tally, ...] = ()
    missing: Message | None = None


def journal(dossier: Dossier, on: date) -> Journal:
    """The journal of the dossier on the day. Expects only answers that count (`flow.relevant`)."""
    if not dossier.attempts:
        return Journal()
    numbers = exhibit_numbers(dossier)
    with_file = {fact for exhibit in dossier.exhibits if exhibit.sheets for fact in exhibit.proves}
    judged = facts.judged_attempts(dossier, on)
    entries = tuple(_attempt(attempt, lacking, numbers, with_file) for attempt, lacking in judged)
    sure = [entry for entry in entries if entry.on is not None and not entry.approximate]
    helped = [_help(contact, numbers, with_file) for contact in dossier.contacts if not contact.approximate]
    return Journal(
        weeks=tuple(_weeks(sure, [entry for entry in helped if entry.on is not None], on)),
        unsure=tuple(entry for entry in entries if entry.on is None or entry.approximate),
        tallies=tuple(_tallies(dossier, [lacking for _attempt, lacking in judged], on)),
        missing=_missing(dossier, on),
    )


def _attempt(
    attempt: Attempt,
    lacking: tuple[Shortfall, ...],
    numbers: dict[str, tuple[int, ...]],
    with_file: set[str],
) -> Entry:
    means, what = _CHANNELS[attempt.channel]
    return Entry(
        item_id=attempt.id,
        means=means,
        what=what,
        on=attempt.on,
        approximate=bool(attempt.approximate),
        at=attempt.at,
        seen=attempt.result,
        numbers=numbers.get(attempt.id, ()),
        has_file=attempt.id in with_file,
        lacks=lacking,
    )


def _help(contact: HelpContact, numbers: dict[str, tuple[int, ...]], with_file: set[str]) -> Entry:
    means, what = _CONTACTS.get(contact.kind, _HELP)
    return Entry(
        item_id=contact.id,
        means=means,
        what=what,
        on=contact.on,
        numbers=numbers.get(contact.id, ()),
        has_file=contact.id in with_file,
        helped=True,
    )


def _weeks(sure: Sequence[Entry], helped: Sequence[Entry], on: date) -> Iterator[Week | Gap]:
    """From the week of the first attempt to this one, or to a later one where a day is still to come."""
    if not sure:
        return
    first = _monday(min(_day(entry) for entry in sure))
    last = _monday(max(on, *(_day(entry) for entry in sure)))
    shown = [*sure, *(entry for entry in helped if first <= _monday(_day(entry)) <= last)]
    shown.sort(key=lambda entry: (_day(entry), entry.at or time.max))
    filled = {
        monday: tuple(group) for monday, group in groupby(shown, key=lambda entry: _monday(_day(entry)))
    }
    previous: date | None = None
    for monday in sorted({*filled, last}):
        if previous is not None:
            yield from _between(previous, monday)
        yield _week(monday, filled.get(monday, ()))
        previous = monday


def _between(before: date, after: date) -> Iterator[Week | Gap]:
    """The empty weeks between two others, folded where there are many."""
    number = (after - before).days // 7 - 1
    if number >= FOLD_FROM:
        yield Gap(number, add_days(before, 7), add_days(after, -1))
        return
    for place in range(1, number + 1):
        yield _week(add_days(before, 7 * place), ())


def _week(monday: date, entries: tuple[Entry, ...]) -> Week:
    return Week(monday, add_days(monday, 6), monday.isocalendar().week, entries)


def _monday(day: date) -> date:
    return add_days(day, -day.weekday())


def _day(entry: Entry) -> date:
    assert entry.on is not None
    return entry.on


def _tallies(dossier: Dossier, judged: Sequence[tuple[Shortfall, ...]], on: date) -> Iterator[Tally]:
    spread = facts.spread(dossier, on)
    if spread is not None:
        yield Tally(
            _(
                "{attempts}, {weeks}",
                attempts=ngettext("{number} essai qui compte", "{number} essais qui comptent", spread.number),
                weeks=ngettext("{number} semaine", "{number} semaines différentes", spread.weeks),
            ),
            spread.wide_enough,
        )
    for words in _lacking([one for lacking in judged for one in lacking]):
        yield Tally(words, good=False)


def _lacking(lacking: Sequence[Shortfall]) -> Iterator[Message]:
    no_proof, other = lacking.count(Shortfall.NO_PROOF), lacking.count(Shortfall.OTHER_WAY)
    unsure = sum(one in (Shortfall.NO_DATE, Shortfall.APPROXIMATE) for one in lacking)
    to_come = lacking.count(Shortfall.TO_COME)
    if no_proof:
        yield ngettext("{number} essai sans image", "{number} essais sans image", no_proof)
    if unsure:
        yield ngettext("{number} essai sans date sûre", "{number} essais sans date sûre", unsure)
    if to_come:
        yield ngettext("{number} date à vérifier", "{number} dates à vérifier", to_come)
    if other:
        yield ngettext("{number} essai par un autre chemin", "{number} essais par un autre chemin", other)


def _missing(dossier: Dossier, on: date) -> Message | None:
    """The law's next step about the attempts, in its own words; None where nothing is missing."""
    if not usefulness.attempts_matter(dossier, on):
        return None
    point = usefulness.attempts(dossier, on)
    if point.steps:
        return point.steps[0].text
    return None if point.status is Status.MET else point.reason.plain
