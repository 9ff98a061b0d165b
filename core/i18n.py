"""Languages, messages and dates: the one place where text becomes words of a language.

Every sentence that a user can see outside the requete is declared as a `Message`: its plain-French msgid
and its values, without a language. It becomes text only when `render` is called. Declaring and translating
are apart so that the law and the interview stay pure: they answer the same whatever the screen's language.
"""

from __future__ import annotations

import logging
import re
import string
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Literal, Union

from core.languages import FRENCH, Language, find, is_right_to_left, review_state
from core.languages import SOURCE_LANGUAGE as SOURCE_LANGUAGE
from core.languages import TRANSLATIONS as TRANSLATIONS
from core.languages import catalogue as _catalogue
from core.typography import (
    LEFT_TO_RIGHT_ISOLATE,
    NO_BREAK,
    POP_ISOLATE,
    RIGHT_TO_LEFT_MARK,
    WORD_JOINER,
    isolate,
    keep_together,
    whole_value,
)

logger = logging.getLogger(__name__)

# A date that is longer gives its year to the next line where it must.
LONGEST_WHOLE_DATE = 20

# A value inside a sentence. A date is written out in the reader's language, a message is translated first.
Value = Union[str, int, date, "Message"]


@dataclass(frozen=True)
class Message:
    """A sentence for people, not yet in a language: plain-French msgid, its plural, its named values."""

    msgid: str
    plural: str | None = None
    number: int = 1
    context: str | None = None
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def __str__(self) -> str:
        """The French text: what logs of tests and plain `str()` show."""
        return render(self, SOURCE_LANGUAGE)


@dataclass(frozen=True)
class Named(Message):
    """A name that no catalogue holds, such as that of a country: `words` gives it in a language."""

    words: Callable[[str], str] = field(default=str, compare=False)


def _(msgid: str, **values: Value) -> Message:
    """Declare a translatable sentence. `values` fill its named placeholders."""
    return Message(msgid, values=MappingProxyType(values))


def with_meaning(french: Message) -> Named:
    """French words that are printed as they are, with what they mean in brackets in another language.

    Two people point at the same words, as with the terms of the law.
    """
    return Named(french.msgid, words=partial(_with_meaning, french))


def _with_meaning(french: Message, language: str) -> str:
    words, meaning = str(french), render(french, language)
    # A term of the law keeps its French name in the translation.
    if words.casefold() in meaning.casefold():
        return meaning
    return f"{isolate(words) if is_right_to_left(language) else words} ({meaning})"


def ngettext(singular: str, plural: str, number: int, **values: Value) -> Message:
    """Declare a sentence that depends on a number; `{number}` is always available in it."""
    return Message(singular, plural, number, values=MappingProxyType({"number": number, **values}))


def pgettext(context: str, msgid: str, **values: Value) -> Message:
    """Declare a sentence whose French words mean different things in different places."""
    return Message(msgid, context=context, values=MappingProxyType(values))


def render(message: Message | str, language: str = SOURCE_LANGUAGE) -> str:
    """Return the sentence in `language`, falling back to French where a translation is missing or unsafe."""
    if isinstance(message, str):
        return message
    if isinstance(message, Named):
        return message.words(language)
    source = _source(message)
    translated = _translated(message, language)
    # gettext answers with the singular or the plural, by the English rule, where it has no translation.
    if translated in (message.msgid, message.plural) or not _is_safe(
        message.msgid, message.plural, translated, language
    ):
        translated = source
    if language != SOURCE_LANGUAGE:
        translated = _template(translated)
    if not message.values:
        return translated
    return translated.format_map({name: _value(value, language) for name, value in message.values.items()})


def placeholders(text: str) -> frozenset[str]:
    """The names in braces in `text`. Raises ValueError for braces that do not match."""
    return frozenset(name for _text, name, _spec, _conv in string.Formatter().parse(text) if name is not None)


def fits(msgid: str, plural: str | None, translation: str) -> bool:
    """Whether the program can fill in `translation` as it fills in the French: the same names, nothing else.

    Only `{number}` may be left out, and only where the sentence has a plural: many languages have a word for
    one and for two things.
    """
    try:
        parts = [part for part in string.Formatter().parse(translation) if part[1] is not None]
        given = placeholders(translation)
    except ValueError:
        return False
    # `{name!r}` or `{name:>9}` would change what the person gave.
    if any(spec or conversion for _text, _name, spec, conversion in parts):
        return False
    if plural is None:
        return given == placeholders(msgid)
    known = placeholders(msgid) | placeholders(plural)
    return known - {"number"} <= given <= known | {"number"}


# Remembered: the sentences are the program's own, and each is rendered often.
_template = lru_cache(maxsize=8192)(keep_together)


def _source(message: Message) -> str:
    # French counts 0 and 1 as singular.
    return message.msgid if message.plural is None or message.number < 2 else message.plural


def _translated(message: Message, language: str) -> str:
    if language == SOURCE_LANGUAGE:
        return _source(message)
    catalogue = _catalogue(language)
    if message.plural is not None:
        if message.context is not None:
            return catalogue.npgettext(message.context, message.msgid, message.plural, message.number)
        return catalogue.ngettext(message.msgid, message.plural, message.number)
    if message.context is not None:
        return catalogue.pgettext(message.context, message.msgid)
    return catalogue.gettext(message.msgid)


# Remembered: a sentence is rendered often, and refused in the log once.
@lru_cache(maxsize=8192)
def _is_safe(msgid: str, plural: str | None, translation: str, language: str) -> bool:
    safe = bool(translation) and fits(msgid, plural, translation)
    if not safe:
        logger.warning(
            "translation that is damaged or has other placeholders refused in %s: French is used", language
        )
    return safe


def _value(value: Value, language: str) -> str:
    if isinstance(value, Message):
        text = render(value, language)
        # A sentence made of sentences alone has its direction from them: they may not all stand apart.
        if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
            return text
    elif isinstance(value, date):
        text = long_date(value, language)
    else:
        text = str(value) if language == SOURCE_LANGUAGE else whole_value(str(value))
    return isolate(text) if is_right_to_left(language) else text


def long_date(day: date, language: str = SOURCE_LANGUAGE) -> str:
    """`3 novembre 2026`; in other languages `3 November 2026 (03/11/2026)`, always Gregorian, digits 0-9.

    The figures let a volunteer and the person point at the same day in both texts.
    """
    if language == SOURCE_LANGUAGE:
        return f"{french_day(day.day)} {FRENCH_MONTHS[day.month - 1]} {day.year}"
    return _in_both_ways(day, language, with_weekday=False)


def short_month(day: date, language: str = SOURCE_LANGUAGE) -> str:
    """The month of a day in as few letters as the language allows: `nov.`, for a drawing."""
    known = find(language)
    if known is None or known.code == SOURCE_LANGUAGE:
        return FRENCH_SHORT_MONTHS[day.month - 1]
    if known.months:
        return known.months[day.month - 1]
    from babel.dates import get_month_names

    return str(get_month_names("abbreviated", known.months_alone, known.code)[day.month])


def weekday_date(day: date, language: str = SOURCE_LANGUAGE) -> str:
    """`mardi 3 novembre 2026`; in other languages with the figures in brackets, as `long_date`."""
    if language == SOURCE_LANGUAGE:
        return f"{FRENCH_WEEKDAYS[day.weekday()]} {long_date(day)}"
    return _in_both_ways(day, language, with_weekday=True)


def short_time(at: time, language: str = SOURCE_LANGUAGE, *, seconds: bool = False) -> str:
    """`14 h 05`; in other languages `14:05`, whose figures keep their order from right to left too.

    With its `seconds` where two times would look the same: `14 h 05 min 09 s`, `14:05:09`.
    """
    if language == SOURCE_LANGUAGE:
        words = f"{at.hour} h {at.minute:02}"
        if seconds:
            words = f"{words} min {at.second:02} s"
        return words.replace(" ", NO_BREAK)
    figures = f"{at:{'%H:%M:%S' if seconds else '%H:%M'}}"
    return f"{LEFT_TO_RIGHT_ISOLATE}{figures}{POP_ISOLATE}" if is_right_to_left(language) else figures


def named_time(at: time, *, seconds: bool = False) -> Message:
    """An hour inside a sentence, as `short_time` words it for the reader."""
    return Named(at.isoformat(), words=partial(short_time, at, seconds=seconds))


def short_weekday(day: date, language: str = SOURCE_LANGUAGE) -> str:
    """`mar. 20`: a day inside a week whose month is told elsewhere."""
    if language == SOURCE_LANGUAGE:
        return f"{FRENCH_WEEKDAYS[day.weekday()][:3]}. {french_day(day.day)}"
    known = find(language) or FRENCH
    if known.weekdays:
        return f"{known.weekdays[day.weekday()]}{NO_BREAK}{day.day}"
    return _short(day, known, "Ed", known.short_weekday)


def short_span(first: date, last: date, language: str = SOURCE_LANGUAGE) -> str:
    """`19–25 oct.`, `26 oct.–1er nov.`: the days of a week; without a year."""
    begins, ends = _short_day(first, language), _short_day(last, language)
    if language == SOURCE_LANGUAGE and first.month == last.month:
        begins = french_day(first.day)
    if language == SOURCE_LANGUAGE:
        return f"{begins}–{ends}"
    # Both days stand apart: nothing else would say on which side the first one is.
    side = RIGHT_TO_LEFT_MARK if is_right_to_left(language) else ""
    # Where words are long, a dash without room around it reads badly.
    return f"{side}{isolate(begins)} – {isolate(ends)}"


def _short_day(day: date, language: str) -> str:
    if language == SOURCE_LANGUAGE:
        return f"{french_day(day.day)} {FRENCH_SHORT_MONTHS[day.month - 1]}"
    known = find(language) or FRENCH
    if known.months:
        return f"{day.day}{NO_BREAK}{known.months[day.month - 1]}"
    return _short(day, known, "MMMd", known.short_day)


def _short(day: date, language: Language, skeleton: str, pattern: str) -> str:
    from babel.dates import format_date, format_skeleton

    if pattern:
        return _whole_date(format_date(day, pattern, locale=language.code))
    return _whole_date(format_skeleton(skeleton, day, locale=language.code))


def _in_both_ways(day: date, language: str, *, with_weekday: bool) -> str:
    known = find(language)
    figures = f"{day:%d/%m/%Y}"
    if known is None or known.code == SOURCE_LANGUAGE:
        return weekday_date(day) if with_weekday else long_date(day)
    if known.months:
        words = _whole_date(f"{day.day} {known.months[day.month - 1]} {day.year}")
        words = f"{known.weekdays[day.weekday()]} {words}" if with_weekday else words
    else:
        from babel.dates import format_date

        # Babel writes the digits 0-9 and the Gregorian calendar in every language.
        plain = format_date(day, known.day, locale=known.code)
        words = format_date(day, known.weekday, locale=known.code) if with_weekday else plain
        words = words.replace(plain, _whole_date(plain))
    return f"{words} ({isolate(figures) if known.right_to_left else figures})"


def _whole_date(words: str) -> str:
    """A date on one line; where it is long, all of it but what follows the last space."""
    # Between Chinese signs a line may end without any space.
    words = re.sub(r"(?<=[年月])(?=\d)|(?<=\d)(?=[年月日])", WORD_JOINER, words)
    if len(words) <= LONGEST_WHOLE_DATE:
        return words.replace(" ", NO_BREAK)
    head, space, year = words.rpartition(" ")
    return f"{head.replace(' ', NO_BREAK)}{space}{year}"


def named_language(code: str) -> Message:
    """What people who read a language call another one: « arabe »."""
    # CLDR is loaded once somebody searches, not to show the list.
    return Named(code, words=partial(_language_name, code))


def _language_name(code: str, reader: str) -> str:
    return cldr_names("languages", reader).get(code) or cldr_names("languages", SOURCE_LANGUAGE)[code]


@lru_cache(maxsize=32)
def cldr_names(kind: Literal["languages", "territories"], reader: str) -> Mapping[str, str]:
    """The names that CLDR has in a language, by code; none in a language that CLDR does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        names: Mapping[str, str] = getattr(Locale.parse(reader.replace("-", "_")), kind)
    except UnknownLocaleError:
        return {}
    return names


def month_name(number: int, language: str = SOURCE_LANGUAGE) -> str:
    """The name of a month as it stands alone, to be shown in a field."""
    known = find(language)
    if known is None or known.code == SOURCE_LANGUAGE:
        return FRENCH_MONTHS[number - 1]
    if known.months:
        return known.months[number - 1]
    from babel.dates import get_month_names

    return str(get_month_names("wide", known.months_alone, known.code)[number])


@lru_cache(maxsize=16)
def month_words(language: str) -> tuple[tuple[str, ...], ...]:
    """What people who read `language` call each of the twelve months, in full and short, French aside.

    Arabic has several sets: in Algiers the first month is called otherwise than in Rabat or Damascus.
    """
    known = find(language)
    if known is None or known.code == SOURCE_LANGUAGE:
        return ((),) * 12
    if known.months:
        return tuple((name,) for name in known.months)
    from babel.dates import get_month_names

    sets = [
        get_month_names(width, context, locale)
        for locale in (known.code, *known.month_locales)
        for width in ("wide", "abbreviated")
        for context in dict.fromkeys((known.months_alone, "format"))
    ]
    return tuple(tuple(dict.fromkeys(str(names[number]) for names in sets)) for number in range(1, 13))


def review_notice(language: str) -> Message | None:
    """What the screen and the note say about a translation; nothing in French, which is the source."""
    known = find(language)
    if known is None or known.code == SOURCE_LANGUAGE:
        return None
    review = review_state(known.code)
    if review is None:
        return _("Traduction non relue. Le français fait foi.")
    return _("Traduction relue par {name} le {day}. Le français fait foi.", name=review.by, day=review.on)


def french_day(number: int) -> str:
    """The day of a month as French writes it: `1er`, then plain numbers."""
    return "1er" if number == 1 else str(number)


FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
FRENCH_SHORT_MONTHS = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip
FRENCH_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
