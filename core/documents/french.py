"""Small French grammar of printed documents: spaces, dates, money, lists, references to exhibits.

All functions are pure and return plain `str`: this is the French of the court, which is not translated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time

from core.dossier.text import one_line
from core.dossier.values import PartialDate
from core.i18n import FRENCH_MONTHS, weekday_date
from core.i18n import long_date as long_date
from core.typography import NO_BREAK, PHONE

NBSP = NO_BREAK

_CLOSING = frozenset(".!?…") | {"\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"}
_MONTHS = "|".join(FRENCH_MONTHS)
_PHONE = re.compile(PHONE)
# Each pattern has the space to protect as its group 1.
_GLUED = tuple(
    re.compile(pattern)
    for pattern in (
        "«( )",  # house: french-typography (the space to protect)
        "( )[»:;?!](?=\\W|$)",  # house: french-typography (the space to protect)
        "(?<=n°)( )(?=\\d)",
        "\\b(?:article|articles)( )(?=[LRD]\\.)",
        "(?<=[LRD]\\.)( )(?=\\d)",
        "(?<=R\\.\\*)( )(?=\\d)",
        "\\bMme( )(?=\\w)",
        "\\bM\\.( )(?=\\w)",
        f"\\b(?:\\d{{1,2}}|1er)( )(?={_MONTHS})",
        f"(?:{_MONTHS})( )(?=\\d{{4}})",
        "\\d( )(?=€|jours\\b|heures\\b|mois\\b|ans\\b|h\\b|semaines\\b|fois\\b)",
        "\\b[Pp]ièces?( )(?=n°)",
        "(?<=\\d h)( )(?=\\d)",
        "\\bNOR( )(?=[A-Z]{4}\\d)",
    )
)


def no_break(text: str) -> str:
    """Make the spaces that French does not break at unbreakable. Never adds or takes away a character."""
    if " " not in text:
        return text
    characters = list(text)
    for pattern in _GLUED:
        for found in pattern.finditer(text):
            characters[found.start(1)] = NBSP
    return _PHONE.sub(lambda phone: phone[0].replace(" ", NBSP), "".join(characters))


def user_text(text: str | None) -> str:
    """What the person typed, on one line; empty where there is nothing."""
    return one_line(text) if text else ""


def as_sentence(text: str) -> str:
    """`text` with a full stop where it has no closing punctuation."""
    closed = text == "" or text[-1] in _CLOSING
    return text if closed else f"{text}."


def without_stop(text: str) -> str:
    """`text` without its final full stop, to be set inside a sentence. An ellipsis stays."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def quoted(text: str) -> str:
    """Words in « », with spaces that do not break."""
    return f"«{NBSP}{text}{NBSP}»"


def quoted_sentence(text: str) -> str:
    """Words in « », with a full stop after them where they have no closing punctuation of their own."""
    return quoted(text) if text[-1:] in _CLOSING else f"{quoted(text)}."


def on_day(day: date, approximate: bool | None = None) -> str:
    """« le 3 novembre 2026 », or « vers le 3 novembre 2026 »."""
    return f"{'vers ' if approximate else ''}le {long_date(day)}"


def table_day(day: date | None, approximate: bool | None = None) -> str:
    """The day as the tables show it: with its weekday where it is exact."""
    if day is None:
        return "date non précisée"
    return f"vers le {long_date(day)}" if approximate else weekday_date(day)


def clock(hour: time) -> str:
    """`10 h 15`, `9 h`."""
    return f"{hour.hour} h {hour.minute:02}" if hour.minute else f"{hour.hour} h"


def partial_date(day: PartialDate) -> str:
    """`31 décembre 1986`, `mars 2016` or `1949`: exactly what is known."""
    exact = day.exact()
    if exact is not None:
        return long_date(exact)
    return str(day.year) if day.month is None else f"{FRENCH_MONTHS[day.month - 1]} {day.year}"


def in_partial_date(day: PartialDate) -> str:
    """`le 31 décembre 1986`, `en mars 2016` or `en 1949`."""
    return f"{'en' if day.exact() is None else 'le'} {partial_date(day)}"


def since_partial_date(day: PartialDate) -> str:
    """`depuis le 31 décembre 1986`, `depuis mars 2016` or `depuis 2015`."""
    return f"depuis {'' if day.exact() is None else 'le '}{partial_date(day)}"


def listed(parts: Sequence[str], last: str = "et") -> str:
    """`a`, `a et b`, `a, b et c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def euros(amount: int) -> str:
    """`50 €`."""
    return f"{amount} €"


def euros_of_cents(cents: int) -> str:
    """`7,92 €`, `8 €`."""
    return euros(cents // 100) if cents % 100 == 0 else f"{cents // 100},{cents % 100:02} €"


def within(days: int) -> str:
    """A delay as orders word it: `dans un délai de 48 heures`, `… de 15 jours`, `… d’un mois`."""
    amount = {1: "de 24 heures", 2: "de 48 heures", 30: "d’un mois", 60: "de deux mois"}.get(days)
    return f"dans un délai {amount or f'de {days} jours'}"


def runs(numbers: Sequence[int]) -> list[list[int]]:
    """The numbers in order, those that follow each other together."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def spans(numbers: Sequence[int]) -> str:
    """`3`, `3 et 4`, `3, 5 et 7 à 9`: runs of three and more are shortened."""
    parts: list[str] = []
    for run in runs(numbers):
        parts += [f"{run[0]} à {run[-1]}"] if len(run) > 2 else [str(n) for n in run]
    return listed(parts)


def exhibits(numbers: Sequence[int]) -> str:
    """`pièce n° 3`, `pièces n° 3 et 4`; empty where there is none."""
    if not numbers:
        return ""
    return f"pièce{'s' if len(set(numbers)) > 1 else ''} n° {spans(numbers)}"


def in_brackets(numbers: Sequence[int]) -> str:
    """` (pièce n° 3)` with its leading space, to be set before the full stop; empty where there is none."""
    return f" ({exhibits(numbers)})" if numbers else ""
