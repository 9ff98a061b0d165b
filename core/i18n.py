"""Languages, messages and dates: the one place where text becomes words of a language.

Every sentence that a user can see outside the requete is declared as a `Message`: its plain-French msgid
and its values, without a language. It becomes text only when `render` is called. Declaring and translating
are apart so that the law and the interview stay pure: they answer the same whatever the screen's language.
"""

from __future__ import annotations

import gettext
import logging
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Union

logger = logging.getLogger(__name__)

TRANSLATIONS = Path(__file__).parent.parent / "translations"
DOMAIN = "messages"
SOURCE_LANGUAGE = "fr"

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


def _(msgid: str, **values: Value) -> Message:
    """Declare a translatable sentence. `values` fill its named placeholders."""
    return Message(msgid, values=MappingProxyType(values))


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
    translated = _translated(message, language)
    if translated != _source(message) and placeholders(translated) != placeholders(_source(message)):
        logger.warning("translation with other placeholders refused in %s", language)
        translated = _source(message)
    if not message.values:
        return translated
    return translated.format_map({name: _value(value, language) for name, value in message.values.items()})


def placeholders(text: str) -> frozenset[str]:
    """The names in braces in `text`."""
    return frozenset(name for _text, name, _spec, _conv in string.Formatter().parse(text) if name is not None)


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


@lru_cache(maxsize=16)
def _catalogue(language: str) -> gettext.NullTranslations:
    try:
        return gettext.translation(DOMAIN, TRANSLATIONS, [language])
    except (OSError, UnicodeDecodeError, ValueError) as error:
        logger.warning("no usable catalogue for %s (%s): French is used", language, type(error).__name__)
        return gettext.NullTranslations()


def _value(value: Value, language: str) -> str:
    if isinstance(value, Message):
        return render(value, language)
    if isinstance(value, date):
        return long_date(value, language)
    return str(value)


def long_date(day: date, language: str = SOURCE_LANGUAGE) -> str:
    """`3 novembre 2026`, in the reader's language, always Gregorian and with the digits 0-9."""
    if language == SOURCE_LANGUAGE:
        return f"{french_day(day.day)} {FRENCH_MONTHS[day.month - 1]} {day.year}"
    from babel import Locale
    from babel.dates import format_date

    # Latin digits everywhere: a volunteer and the person must be able to point at the same number.
    return format_date(day, "d MMMM y", locale=Locale.parse(language.replace("-", "_")))


def weekday_date(day: date, language: str = SOURCE_LANGUAGE) -> str:
    """`mardi 3 novembre 2026`, in the reader's language."""
    if language == SOURCE_LANGUAGE:
        return f"{FRENCH_WEEKDAYS[day.weekday()]} {long_date(day)}"
    from babel import Locale
    from babel.dates import format_date

    return format_date(day, "EEEE d MMMM y", locale=Locale.parse(language.replace("-", "_")))


def french_day(number: int) -> str:
    """The day of a month as French writes it: `1er`, then plain numbers."""
    return "1er" if number == 1 else str(number)


FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
FRENCH_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
