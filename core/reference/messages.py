"""How the sites fail: families of failures, and messages that were really seen.

The messages help a person to recognise theirs. None may be quoted in the requete until the person has said
that these are the exact words on their own screen (`Blockage.exact_words`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from core.dossier.values import BlockedStep, Channel
from core.i18n import Message
from core.reference.tables import Row, rows

_FAMILY_COLUMNS = ("code", "step", "stage", "label", "tier", "source")
_MESSAGE_COLUMNS = (
    "id", "site", "family", "step", "text", "complete", "kind", "tier", "seen_on", "source", "notes",
)  # fmt: skip
# The day on which the sources of the messages were last read.
CATALOGUE_ON = date(2026, 11, 23)

_FAMILY_CODE = re.compile(r"[A-Z]{3}-\d")
_SEEN_ON = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class Stage(StrEnum):
    """Whether the failure prevents the filing, or comes after it (then other relief may be the right one)."""

    CANNOT_FILE = "cannot_file"
    FILED = "filed"


class Tier(StrEnum):
    """How well a message is established: OFFICIAL (an order, an authority), REPORTED (association, press),
    SOFTWARE (found in code, or a default of the software that the site uses)."""

    OFFICIAL = "1"
    REPORTED = "2"
    SOFTWARE = "3"


class Site(StrEnum):
    """Where a message appears."""

    ANEF = "anef"
    FRANCE_CONNECT = "france_connect"
    BOOKING_DEPARTEMENT = "booking_departement"
    BOOKING_NATIONAL = "booking_national"
    DEMARCHE_NUMERIQUE = "demarche_numerique"

    @property
    def channel(self) -> Channel:
        """The channel of the dossier to which the site belongs; FranceConnect is a way into ANEF."""
        return _CHANNELS[self]


_CHANNELS = {
    Site.ANEF: Channel.ANEF,
    Site.FRANCE_CONNECT: Channel.ANEF,
    Site.BOOKING_DEPARTEMENT: Channel.BOOKING_SITE,
    Site.BOOKING_NATIONAL: Channel.BOOKING_SITE,
    Site.DEMARCHE_NUMERIQUE: Channel.DEMARCHE_NUMERIQUE,
}


class MessageKind(StrEnum):
    """MESSAGE: seen on a site; STATUS: a state of a file; DEFAULT: what the sign-in software says unless
    the site words it otherwise."""

    MESSAGE = "message"
    STATUS = "status"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class FailureFamily:
    """One way of failing, as the person lives it. `code` is what `Blockage.family` holds."""

    code: str
    step: BlockedStep
    stage: Stage
    plain_name: str
    tier: Tier
    source: str

    @property
    def label(self) -> Message:
        """The words of the list, in the person's language."""
        return Message(self.plain_name)


@dataclass(frozen=True, slots=True)
class SiteMessage:
    """A message in its own words, never translated. Where not `complete`, it is only a part of a message.

    `seen_on` is a year, a month or a day (`2025-07`), None where the source gives none.
    """

    id: str
    site: Site
    family: str | None
    step: BlockedStep
    text: str
    complete: bool
    kind: MessageKind
    tier: Tier
    seen_on: str | None
    source: str


@cache
def failure_families() -> Mapping[str, FailureFamily]:
    """Every family by its code, in the order of the steps of a request."""
    found: dict[str, FailureFamily] = {}
    for row in rows("failure_families.csv", _FAMILY_COLUMNS):
        code = row.text("code")
        if code in found or not _FAMILY_CODE.fullmatch(code):
            raise row.broken("the code stands twice or has not the form ABC-1")
        found[code] = FailureFamily(
            code=code,
            step=row.one_of("step", BlockedStep),
            stage=row.one_of("stage", Stage),
            plain_name=row.text("label"),
            tier=row.one_of("tier", Tier),
            source=row.text("source"),
        )
    return MappingProxyType(found)


def failure_family(code: str) -> FailureFamily:
    """The family with this code. Raises `KeyError` where there is none."""
    return failure_families()[code]


def families_at(step: BlockedStep) -> tuple[FailureFamily, ...]:
    """The families to propose to a person who is stopped at this step."""
    return tuple(family for family in failure_families().values() if family.step is step)


@cache
def site_messages() -> Mapping[str, SiteMessage]:
    """Every known message by its id, in the order of the table."""
    found: dict[str, SiteMessage] = {}
    for row in rows("messages.csv", _MESSAGE_COLUMNS):
        message = _message(row)
        if message.id in found:
            raise row.broken("this id stands twice")
        found[message.id] = message
    return MappingProxyType(found)


def messages_at(channel: Channel, step: BlockedStep | None = None) -> tuple[SiteMessage, ...]:
    """The messages to propose for a channel (and a step of it), the best established first."""
    fitting = [
        message
        for message in site_messages().values()
        if message.site.channel is channel and step in (None, message.step)
    ]
    return tuple(sorted(fitting, key=lambda message: message.tier))


def _message(row: Row) -> SiteMessage:
    family = row.optional("family")
    if family is not None and family not in failure_families():
        raise row.broken("this family is not in failure_families.csv")
    seen_on = row.optional("seen_on")
    if seen_on is not None and not _SEEN_ON.fullmatch(seen_on):
        raise row.broken("seen_on is not a year, a month or a day")
    return SiteMessage(
        id=row.text("id"),
        site=row.one_of("site", Site),
        family=family,
        step=row.one_of("step", BlockedStep),
        text=row.text("text"),
        complete=row.yes("complete"),
        kind=row.one_of("kind", MessageKind),
        tier=row.one_of("tier", Tier),
        seen_on=seen_on,
        source=row.text("source"),
    )
