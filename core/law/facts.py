"""What the answers add up to, before any rule: attempts that count, help sought, harm that is documented.

A fact counts for the judge where it has a full date, is not in the future, and an exhibit shows it
(CE 10 June 2020, n° 435594; R. 522-1 CJA). What is only told is kept apart: it can be strengthened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.dossier.evidence import proven_facts
from core.dossier.model import Attempt, Consequence, Dossier, HelpContact
from core.dossier.values import Channel, ConsequenceKind, ContactKind, FileStatus, ReceiptKind, RequestKind
from core.law import regime
from core.law.periods import add_days, birthday, next_monday, week_of

# A harm further away than this is not yet an urgency; our cautious reading of « incidence immédiate ».
FAR_AWAY_DAYS = 180
AGE_LIMIT = 19
MAJORITY = 18

CONTACT_CENTRE = frozenset({ContactKind.CITIZEN_CONTACT_PHONE, ContactKind.CITIZEN_CONTACT_FORM})
ANEF_HELP = CONTACT_CENTRE | {ContactKind.DIGITAL_ACCESS_POINT}
PREFECTURE_CONTACTS = frozenset(
    {ContactKind.PREFECTURE_COUNTER, ContactKind.PREFECTURE_EMAIL, ContactKind.PREFECTURE_LETTER}
)
WRITTEN = frozenset({ContactKind.PREFECTURE_EMAIL, ContactKind.PREFECTURE_LETTER})

# Fear and « other » are the general precariousness that judges do not accept; a driving licence is not
# among the effects on the right to stay that they have accepted.
CHARACTERISING = frozenset(
    {
        ConsequenceKind.WORK,
        ConsequenceKind.INCOME,
        ConsequenceKind.HOUSING,
        ConsequenceKind.HEALTH,
        ConsequenceKind.STUDIES,
        ConsequenceKind.FAMILY,
        ConsequenceKind.TRAVEL,
        ConsequenceKind.AGE_LIMIT,
    }
)
GENERIC = frozenset({ConsequenceKind.FEAR})

FILED_STATES = frozenset(
    {
        FileStatus.FILED,
        FileStatus.DOCUMENTS_ASKED,
        FileStatus.IN_EXAMINATION,
        FileStatus.CLOSED,
        FileStatus.FAVOURABLE,
        FileStatus.DELIVERED,
    }
)
STAY_DOCUMENTS = frozenset({ReceiptKind.RECEPISSE, ReceiptKind.EXTENSION_ATTESTATION})


@dataclass(frozen=True)
class Spread:
    """How the attempts that count lie in time."""

    number: int
    weeks: int
    first: date
    last: date

    @property
    def wide_enough(self) -> bool:
        """Several calendar weeks and seven days between first and last.

        Four captures of 13 to 18 September 2019 lay in two calendar weeks and failed (CE n° 435594): hence
        the second test, which is our cautious reading.
        """
        return self.weeks >= 2 and (self.last - self.first).days >= 7

    @property
    def next_useful_day(self) -> date:
        """The first day on which one more attempt makes the spread wide enough."""
        return max(add_days(self.first, 7), next_monday(self.first))


class Shortfall(StrEnum):
    """Why an attempt does not count."""

    NO_DATE = "no_date"
    APPROXIMATE = "approximate"
    TO_COME = "to_come"
    NO_PROOF = "no_proof"
    OTHER_WAY = "other_way"


def counted_attempts(dossier: Dossier, on: date) -> tuple[Attempt, ...]:
    """The attempts that count: full date, not in the future, proven, made by the prescribed way.

    An attempt whose way is not told counts; one by another way than the prescribed one does not.
    """
    return tuple(attempt for attempt, lacking in judged_attempts(dossier, on) if not lacking)


def judged_attempts(dossier: Dossier, on: date) -> tuple[tuple[Attempt, tuple[Shortfall, ...]], ...]:
    """Every attempt, with everything for which it does not count; nothing for one that does."""
    proven, prescribed = proven_facts(dossier), dossier.filing.channel
    return tuple((a, tuple(_shortfalls(a, on, proven, prescribed))) for a in dossier.attempts)


def _shortfalls(
    attempt: Attempt, on: date, proven: frozenset[str], prescribed: Channel | None
) -> Iterator[Shortfall]:
    if attempt.on is None:
        yield Shortfall.NO_DATE
    elif attempt.approximate:
        yield Shortfall.APPROXIMATE
    elif attempt.on > on:
        yield Shortfall.TO_COME
    if attempt.id not in proven:
        yield Shortfall.NO_PROOF
    if prescribed is not None and attempt.channel is not None and not same_way(attempt.channel, prescribed):
        yield Shortfall.OTHER_WAY


def same_way(used: Channel, prescribed: Channel) -> bool:
    """Whether an attempt by `used` is an attempt by the prescribed way.

    A site for booking leads to the counter, and the other way round; the rest must be the same.
    """
    desk = {Channel.BOOKING_SITE, Channel.COUNTER}
    return used is prescribed or (used in desk and prescribed in desk)


def spread(dossier: Dossier, on: date) -> Spread | None:
    """The spread of what counts, None where nothing counts.

    Where a form or a letter is sent once and only reminders can follow (demarche numerique, post, e-mail,
    counter), proven written reminders to the prefecture count with the attempts; on ANEF and on a booking
    site the site itself must have been tried again.
    """
    days = [attempt.on for attempt in counted_attempts(dossier, on) if attempt.on is not None]
    if days and regime.channel(dossier) not in (None, Channel.ANEF, Channel.BOOKING_SITE):
        days += [c.on for c in counted_contacts(dossier, on, PREFECTURE_CONTACTS) if c.on is not None]
    if not days:
        return None
    return Spread(len(days), len({week_of(day) for day in days}), min(days), max(days))


def counted_contacts(dossier: Dossier, on: date, kinds: frozenset[ContactKind]) -> tuple[HelpContact, ...]:
    """The contacts of these kinds that leave a trace: a full date, and an exhibit or a ticket number."""
    proven = proven_facts(dossier)
    return tuple(
        contact
        for contact in told_contacts(dossier, kinds)
        if contact.on is not None
        and not contact.approximate
        and contact.on <= on
        and (contact.id in proven or bool(contact.ticket))
    )


def told_contacts(dossier: Dossier, kinds: frozenset[ContactKind]) -> tuple[HelpContact, ...]:
    """The contacts of these kinds, with or without a trace."""
    return tuple(contact for contact in dossier.contacts if contact.kind in kinds)


def first_try(dossier: Dossier, on: date) -> date:
    """The first day on which the person is shown to have tried; today where nothing shows an earlier one.

    Any proven attempt counts here, also by another way: it shows that the person was not idle.
    """
    proven = proven_facts(dossier)
    days = [
        attempt.on
        for attempt in dossier.attempts
        if attempt.on is not None and not attempt.approximate and attempt.id in proven
    ]
    filed_on = dossier.application.filed_on
    return min([*days, *([filed_on] if filed_on else []), on])


def is_filed(dossier: Dossier) -> bool | None:
    """Whether the request was filed. A draft is not filed; the site's word counts where none was given."""
    application = dossier.application
    if application.status is FileStatus.DRAFT:
        return False
    if application.filed is None and application.status in FILED_STATES:
        return True
    return application.filed


def stay_document_until(dossier: Dossier, on: date) -> date | None:
    """The last day of a recepisse or extension attestation that is still valid on the day; None: none."""
    application = dossier.application
    until = application.receipt_until
    if application.receipt in STAY_DOCUMENTS and until is not None and until >= on:
        return until
    return None


def has_usable_date(consequence: Consequence, on: date) -> bool:
    """Whether the effect is dated, and near enough to be urgent today."""
    return consequence.on is not None and consequence.on <= add_days(on, FAR_AWAY_DAYS)


def documented_harms(dossier: Dossier, on: date) -> tuple[Consequence, ...]:
    """The effects on the person's situation that are dated, near and shown by a paper (CE n° 453391)."""
    proven = proven_facts(dossier)
    return tuple(
        consequence
        for consequence in dossier.consequences
        if consequence.kind in CHARACTERISING
        and has_usable_date(consequence, on)
        and consequence.id in proven
    )


def told_harms(dossier: Dossier) -> tuple[Consequence, ...]:
    """The effects that are told, documented or not, except what judges call general precariousness."""
    return tuple(c for c in dossier.consequences if c.kind is not None and c.kind not in GENERIC)


def nineteenth_birthday(dossier: Dossier, on: date) -> date | None:
    """The 19th birthday, where it closes the right to ask for this permit and is still to come.

    Source: R. 431-5 2° CESEDA. None where the birth date is not fully known.
    """
    asked = regime.permit(dossier)
    born = dossier.identity.birth_date.exact() if dossier.identity.birth_date else None
    if born is None or asked is None or not asked.age_limit_19:
        return None
    if dossier.request.kind is not RequestKind.FIRST:
        return None
    day = birthday(born, AGE_LIMIT)
    # Only a person who is of age faces this limit; a wrong birth year must not make one.
    return day if on < day <= birthday(on, AGE_LIMIT - MAJORITY) else None


def next_harm(dossier: Dossier, on: date) -> date | None:
    """The nearest documented harm that is still to come."""
    days = [c.on for c in documented_harms(dossier, on) if c.on is not None and c.on >= on]
    limit = nineteenth_birthday(dossier, on)
    return min([*days, *([limit] if limit else [])], default=None)


def closing_age_limit(dossier: Dossier, on: date) -> date | None:
    """The nearest day after which the right itself is lost: the 19th birthday, or a documented age limit."""
    days = [
        harm.on
        for harm in documented_harms(dossier, on)
        if harm.kind is ConsequenceKind.AGE_LIMIT and harm.on is not None and harm.on >= on
    ]
    birthday_limit = nineteenth_birthday(dossier, on)
    return min([*days, *([birthday_limit] if birthday_limit else [])], default=None)


def age_on(dossier: Dossier, on: date) -> int | None:
    """The person's age in full years, None where the birth year alone does not settle it."""
    birth = dossier.identity.birth_date
    if birth is None:
        return None
    born = birth.exact()
    if born is None:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
