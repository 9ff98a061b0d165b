"""The permits that a person can ask for: how they are named, where they are filed, when silence refuses.

`Known.UNKNOWN` means that the sources do not settle it: the person says what the site and the prefecture
show (S09 of the journey). The arretes of annexe 9 of the CESEDA change; the table never decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from core.i18n import Message, _
from core.reference import grammar
from core.reference.tables import Confidence, Known, Row, rows

_COLUMNS = (
    "code", "plain_name", "printed_name", "official_name", "family", "regime", "legal_basis",
    "name_confidence", "on_anef", "renewal_on_anef", "renewable", "silence_months", "silence_days",
    "silence_days_possible", "window", "age_limit_19", "allows_work", "until", "anef_status", "anef_since",
    "implicit_refusal_delay", "renewal_window", "source", "confidence", "notes",
)  # fmt: skip


class PermitFamily(StrEnum):
    """Why the person lives in France: the first of the two lists on the page « Votre demande »."""

    WORK = "work"
    STUDY = "study"
    FAMILY = "family"
    PROTECTION = "protection"
    HEALTH = "health"
    LONG_STAY = "long_stay"
    RESIDENCY = "residency"
    OTHER = "other"

    @property
    def label(self) -> Message:
        """The words of the list."""
        return _FAMILY_LABELS[self]


_FAMILY_LABELS = {
    PermitFamily.WORK: _("Le travail"),
    PermitFamily.STUDY: _("Les études"),
    PermitFamily.FAMILY: _("La famille"),
    PermitFamily.PROTECTION: _("La protection (asile, enfance, violences)"),
    PermitFamily.HEALTH: _("La santé"),
    PermitFamily.LONG_STAY: _("Je vis en France depuis longtemps"),
    PermitFamily.RESIDENCY: _("Une carte de plusieurs années ou de dix ans"),
    PermitFamily.OTHER: _("Une autre raison"),
}


class Regime(StrEnum):
    """Which text gives the right to the permit.

    ALGERIAN: the agreement of 27 December 1968 alone; no substantive article of the CESEDA may be cited.
    TUNISIAN, MOROCCAN: an agreement whose articles were not read; do not cite it.
    """

    GENERAL = "general"
    ALGERIAN = "algerian"
    TUNISIAN = "tunisian"
    MOROCCAN = "moroccan"
    ANY = "any"


_REGIME_OF_COUNTRY = {"DZ": Regime.ALGERIAN, "TN": Regime.TUNISIAN, "MA": Regime.MOROCCAN}


class FilingWindow(StrEnum):
    """When a holder of a permit asks for the next one (R. 431-5 CESEDA).

    BY_LIST: from the 120th to the 60th day before expiry where the permit asked for is on the teleservice
    list, in the two months before expiry where it is not. TWO_MONTHS: in the two months before expiry
    (R. 233-15). NONE: no window.
    """

    BY_LIST = "by_list"
    TWO_MONTHS = "two_months"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PermitType:
    """One permit.

    `plain_name` is for screens (`label` makes it translatable), `printed_name` for the requete: a French noun
    phrase without article, always safe to print. `on_anef` says whether a first request is on the teleservice
    list of R. 431-2, `renewal_on_anef` whether its renewal is.

    Silence: `silence_months` or `silence_days` (never both) after which silence on a complete request is an
    implicit refusal (R. 432-2); both None where no period is established. `silence_days_possible` is a
    shorter period that may apply in some cases.

    `allows_work`: whether the papers given for a FIRST request allow work (R. 431-14 and R. 431-15-2 both
    name the permit without condition: YES; neither does: NO; else UNKNOWN).
    `age_limit_19`: to be asked for before the 19th birthday by those it concerns (R. 431-5 2°, L. 435-3).
    `until`: last day on which the text is known to be in force, None where no end is known.
    `confidence` is that of the filing way and the dates; `name_confidence` that of name and legal basis.
    """

    code: str
    plain_name: str
    printed_name: str
    family: PermitFamily
    regime: Regime
    legal_basis: str
    name_confidence: Confidence
    on_anef: Known
    renewal_on_anef: Known
    renewable: Known
    silence_months: int | None
    silence_days: int | None
    silence_days_possible: int | None
    window: FilingWindow
    age_limit_19: bool
    allows_work: Known
    until: date | None
    confidence: Confidence
    source: str

    @property
    def algerian(self) -> bool:
        """Whether this is a certificat de residence of the agreement of 27 December 1968."""
        return self.regime is Regime.ALGERIAN

    @property
    def label(self) -> Message:
        """The name on screens, in the person's language."""
        return Message(self.plain_name)

    @property
    def article(self) -> str | None:
        """`L. 426-20`, where the legal basis is one article of the CESEDA that was read there; else None."""
        sure = self.name_confidence is Confidence.HIGH
        return self.legal_basis if sure and _ONE_ARTICLE.fullmatch(self.legal_basis) else None

    def on_teleservice(self, *, renewal: bool) -> Known:
        """Whether the permit is on the teleservice list, for a renewal or for a first request."""
        return self.renewal_on_anef if renewal else self.on_anef


_ONE_ARTICLE = re.compile(r"[LRD]\. \d+(-\d+)*")


@cache
def permit_types() -> Mapping[str, PermitType]:
    """Every permit by its code, in the order of the table."""
    found: dict[str, PermitType] = {}
    for row in rows("titles.csv", _COLUMNS):
        code = row.text("code")
        if code in found:
            raise row.broken("this code stands twice")
        found[code] = _permit_type(row)
    return MappingProxyType(found)


def permit_type(code: str) -> PermitType:
    """The permit with this code. Raises `KeyError` where there is none."""
    return permit_types()[code]


def permit_types_for(country: str | None, on: date) -> tuple[PermitType, ...]:
    """The permits to propose on the day `on` to a person of this nationality (ISO code; None: not known).

    Algerians are offered the certificates of their agreement and what no nationality is excluded from; an
    Algerian must not be led to an article of the CESEDA that does not apply.
    """
    own = _REGIME_OF_COUNTRY.get(country or "")
    allowed = {Regime.ANY, own} if own is Regime.ALGERIAN else {Regime.ANY, Regime.GENERAL, own}
    if country is None:
        allowed = set(Regime)
    return tuple(
        permit
        for permit in permit_types().values()
        if permit.regime in allowed and (permit.until is None or on <= permit.until)
    )


def _permit_type(row: Row) -> PermitType:
    months, days = row.number("silence_months"), row.number("silence_days")
    if months is not None and days is not None:
        raise row.broken("silence is counted in months or in days, not in both")
    printed_name = row.text("printed_name")
    try:
        grammar.is_feminine(printed_name)
    except ValueError as error:
        raise row.broken(str(error)) from error
    return PermitType(
        code=row.text("code"),
        plain_name=row.text("plain_name"),
        printed_name=printed_name,
        family=row.one_of("family", PermitFamily),
        regime=row.one_of("regime", Regime),
        legal_basis=row.text("legal_basis"),
        name_confidence=row.one_of("name_confidence", Confidence),
        on_anef=row.one_of("on_anef", Known),
        renewal_on_anef=row.one_of("renewal_on_anef", Known),
        renewable=row.one_of("renewable", Known),
        silence_months=months,
        silence_days=days,
        silence_days_possible=row.number("silence_days_possible"),
        window=row.one_of("window", FilingWindow),
        age_limit_19=row.yes("age_limit_19"),
        allows_work=row.one_of("allows_work", Known),
        until=row.day("until"),
        confidence=row.one_of("confidence", Confidence),
        source=row.text("source"),
    )
