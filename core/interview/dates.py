"""Dates as people type them: figures or names of months, in French or in the language of the screen.

Generous in what is taken (« 1er nov. 2026 », a whole date pasted in one field), and never guessing: a year
of two figures is asked about, and « début novembre » is a date only where the dossier can say that it is not
sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from core.dossier.text import fold, one_line
from core.dossier.values import PartialDate
from core.i18n import FRENCH_MONTHS, FRENCH_WEEKDAYS, _, month_name, month_words
from core.interview.hedged import Hedged, hedged
from core.interview.model import AboutDate, DateQuestion, InvalidAnswer, PartialDateQuestion, Raw, RawDate

FIRST_YEAR, LAST_YEAR = 1850, 2200
_LONGEST_DATE = 60

_NO_DAY = _("Il manque le jour. Exemple : 3.")
_NO_MONTH = _("Il manque le mois. Exemple : 11 ou novembre.")
_NO_YEAR = _("Il manque l’année. Exemple : 2026.")
_BAD_DAY = _("Écrivez le jour en chiffres, de 1 à 31. Exemple : 3.")
_BAD_MONTH = _("Écrivez le mois en chiffres ou en lettres. Exemple : 11 ou novembre.")
_EXACT = _("Ici, il faut le jour exact. Exemple : 3 novembre 2026.")
_PARTIAL = _("Écrivez seulement ce que vous savez : l’année, ou le mois et l’année.")

# Patterns are compiled when a date is read, so that the program starts fast.
# « 3 de noviembre de 2026 »; « 2026 г. », « 2026年 »: in some languages the word for year goes with it.
_DE = r"^de | de$"
_YEAR_WORD = r"\s*(?:г|р|年|م)\.?$"
_SEPARATOR = r"\s*[-/.,\s]\s*"
_MONTH = r"(?:\d{1,2}|[^\W\d_][^\d/]*?)"
_WEEKDAY = rf"(?i)^(?:{'|'.join(FRENCH_WEEKDAYS)})\s+"
_WHOLE_DATE = (
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?",
    rf"(?P<day>[^\d]*\d{{1,2}}(?:er)?){_SEPARATOR}(?P<month>{_MONTH}){_SEPARATOR}(?P<year>\d+\D*)",
    rf"(?P<day>[^\W\d]+){_SEPARATOR}(?P<month>{_MONTH}){_SEPARATOR}(?P<year>\d+\D*)",
    r"(?P<month>[^\W\d]+\.?)\s+(?P<day>\d{1,2}),\s*(?P<year>\d{4})",
    rf"(?P<month>{_MONTH}){_SEPARATOR}(?P<year>\d{{4}})",
    rf"(?P<day>[^\d]*\d{{1,2}}(?:er)?|\w+){_SEPARATOR}(?P<month>[^\W\d]\D*)",
)


def read_date(question: DateQuestion, raw: Raw) -> date | AboutDate | None:
    """The day that was typed. Raises `InvalidAnswer`."""
    typed = _typed_date(raw)
    if typed is None:
        return None
    told, about = _day(typed.day, typed.language)
    if about and question.unsure is None:
        raise InvalidAnswer(_EXACT)
    year, month = _year(typed.year), _month(typed.month, typed.language)
    for part, missing in ((told, _NO_DAY), (month, _NO_MONTH), (year, _NO_YEAR)):
        if part is None:
            raise InvalidAnswer(missing)
    day = _existing(year or 0, month or 0, told or 0)
    return AboutDate(day) if about else day


def read_partial_date(question: PartialDateQuestion, raw: Raw) -> PartialDate | None:
    """What is known of the date that was typed. Raises `InvalidAnswer`."""
    typed = _typed_date(raw)
    if typed is None:
        return None
    day, about = _day(typed.day, typed.language)
    if about:
        raise InvalidAnswer(_PARTIAL)
    year, month = _year(typed.year), _month(typed.month, typed.language)
    if year is None:
        raise InvalidAnswer(_NO_YEAR)
    if day is not None and month is None:
        raise InvalidAnswer(_NO_MONTH)
    if month is not None and day is not None:
        _existing(year, month, day)
    return PartialDate(year, month, day)


def taken_apart(text: str, language: str) -> RawDate | None:
    """A whole date typed or pasted in one field, in its three parts; None where it is none."""
    if len(text) > _LONGEST_DATE:
        return None
    text = re.sub(_WEEKDAY, "", one_line(text))
    unsure = hedged(text, language)
    if unsure is not None:
        return _unsure(unsure, language)
    for pattern in _WHOLE_DATE:
        if found := re.fullmatch(pattern, text):
            parts = {name: part or "" for name, part in found.groupdict().items()}
            month, year = (
                re.sub(_DE, "", parts["month"].strip()),
                re.sub(_YEAR_WORD, "", parts.get("year", "")),
            )
            whole = RawDate(parts.get("day", ""), month, year, language)
            if is_day(whole.day, language) and is_month(whole.month, language):
                return whole
    return None


def _unsure(unsure: Hedged, language: str) -> RawDate | None:
    """« début novembre 2026 », « vers le 3 novembre »: the words that are not sure go with the day."""
    whole = taken_apart(unsure.rest, language)
    if whole is None and is_month(unsure.rest, language):
        whole = RawDate("", unsure.rest, "", language)
    # « début 3 novembre », « vers novembre » say no day.
    if whole is None or not whole.month or bool(whole.day) is bool(unsure.day):
        return None
    # What was looked for without accents is shown as it is written.
    month = month_name(_month(whole.month, language) or 1, language)
    return RawDate(f"{unsure.words} {whole.day}".strip(), month, whole.year, language)


def is_day(typed: str, language: str) -> bool:
    """Whether this is a whole day, so that what follows is the month; nothing typed is fine."""
    return _reads(lambda: _day(typed, language))


def is_month(typed: str, language: str) -> bool:
    """Whether this is a whole month."""
    return _reads(lambda: _month(typed, language))


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except InvalidAnswer:
        return False
    return True


def _typed_date(raw: Raw) -> RawDate | None:
    """The three parts as typed; a whole date put (pasted) in one field is taken apart."""
    if isinstance(raw, str):
        raw = RawDate(day=raw)
    if not isinstance(raw, RawDate):
        raise InvalidAnswer(_("Écrivez une date. Exemple : 3 novembre 2026."))
    day, month, year = one_line(raw.day), one_line(raw.month), one_line(raw.year)
    filled = [part for part in (day, month, year) if part]
    if not filled:
        return None
    whole = taken_apart(filled[0], raw.language) if len(filled) == 1 else None
    return whole or RawDate(day, month, year, raw.language)


def _year(typed: str) -> int | None:
    digits = re.sub(_YEAR_WORD, "", typed)
    if not typed:
        return None
    if not digits.isdecimal() or len(digits) != 4:
        if digits.isdecimal() and len(digits) == 2:
            raise InvalidAnswer(
                _("Est-ce l’année {year} ? Écrivez l’année avec 4 chiffres.", year=_likely_year(int(digits)))
            )
        raise InvalidAnswer(_("Écrivez l’année avec 4 chiffres. Exemple : 2026."))
    year = int(digits)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        # Years of the Persian and of the Hijri calendar have four digits too: 1370, 1412.
        raise InvalidAnswer(
            _("Écrivez l’année du calendrier français, comme sur votre titre. Exemple : 1991.")
        )
    return year


def _likely_year(number: int) -> int:
    # Permits end within ten years; whoever was born in 40 was born in 1940.
    return 2000 + number if number < 40 else 1900 + number


def _month(typed: str, language: str) -> int | None:
    if not typed:
        return None
    if typed.isdecimal():
        number = int(typed) if len(typed) <= 2 else 0
        if 1 <= number <= 12:
            return number
        raise InvalidAnswer(_("Écrivez un mois de 1 à 12, ou son nom. Exemple : 11 ou novembre."))
    letters = re.sub(_DE, "", fold(typed))
    for known in (_FRENCH, _known_months(language)):
        if letters in known:
            return known[letters]
    # « ma » could be mars or mai, « jui » juin or juillet: three letters at least, and one month only.
    found = {
        number
        for known in (_FRENCH, _known_months(language))
        for name, number in known.items()
        if name.startswith(letters)
    }
    if len(letters) >= 3 and len(found) == 1:
        return found.pop()
    raise InvalidAnswer(_BAD_MONTH)


_FRENCH = {fold(name): number for number, name in enumerate(FRENCH_MONTHS, start=1)}
_FRENCH |= {"juil": 7, "jul": 7, "jun": 6}


@lru_cache(maxsize=16)
def _known_months(language: str) -> dict[str, int]:
    return {fold(word): number for number, words in enumerate(month_words(language), 1) for word in words}


def _day(typed: str, language: str) -> tuple[int | None, bool]:
    """The number of the day, and whether the words say that it is not sure."""
    if not typed:
        return None, False
    unsure = hedged(typed, language)
    if unsure is None:
        return _day_number(typed), False
    if unsure.day:
        if unsure.rest:
            raise InvalidAnswer(_BAD_DAY)
        return unsure.day, True
    # « the 3rd », « 3-го »: languages add letters to the number.
    return _day_number(re.sub(r"\D", "", unsure.rest)), True


def _day_number(typed: str) -> int:
    digits = re.sub(r"(?i)(?<=^1)er$", "", typed)
    number = int(digits) if digits.isdecimal() and len(digits) <= 2 else 0
    if 1 <= number <= 31:
        return number
    raise InvalidAnswer(_BAD_DAY)


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InvalidAnswer(_("Ce jour n’existe pas. Vérifiez le jour et le mois.")) from error
