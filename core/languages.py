"""The languages of the program: how each is written, which fonts show it, whether its translation was read.

French is the source and always prevails. The other languages stand in the order in which they were chosen:
how many people hold a permit and do not read French, and who can review the translation.
"""

from __future__ import annotations

import gettext
import logging
import re
import struct
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Literal, NamedTuple

from core.catalogue import Catalogue

logger = logging.getLogger(__name__)

TRANSLATIONS = Path(__file__).parent.parent / "translations"
DOMAIN = "messages"
SOURCE_LANGUAGE = "fr"

_DAMAGE = (OSError, ValueError, struct.error)

# Latin letters, digits and signs always come from this family, the other scripts from their own.
LATIN_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf")


class Language(NamedTuple):
    """One language. `code` names its folder in `translations` and is what people give on the command line.

    `plural` is gettext's rule for whole numbers below a million; `day` and `weekday` are date patterns of
    CLDR. `families` are font families in order of preference and `fonts` the files that hold them.
    `short_weekday` and `short_day` are date patterns where CLDR's own short forms read as another thing:
    « 12 Sunday » is twelve Sundays.
    `month_locales`: where the months have other names, which are understood too when they are typed.
    `months_alone`: where CLDR has the months as they stand alone. Chinese has none of its own: Babel would
    take those of its dates, and from then on give them to other languages that are read after it.
    """

    code: str
    name: str
    script: str = "Latn"
    right_to_left: bool = False
    plural: str = "n!=1"
    plural_forms: int = 2
    families: tuple[str, ...] = ("Noto Sans",)
    fonts: tuple[str, ...] = LATIN_FONTS
    aliases: tuple[str, ...] = ()
    day: str = "d MMMM y"
    weekday: str = "EEEE d MMMM y"
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    month_locales: tuple[str, ...] = ()
    short_weekday: str = ""
    short_day: str = ""
    months_alone: Literal["stand-alone", "format"] = "stand-alone"


_ARABIC_SCRIPT = ("Noto Sans Arabic", "Noto Sans")
_ARABIC_FONTS = (*LATIN_FONTS, "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf")
_SLAVIC = "n%10==1&&n%100!=11?0:n%10>=2&&n%10<=4&&(n%100<12||n%100>14)?1:2"  # one, few, many

FRENCH = Language("fr", "Français", plural="n>1")
TRANSLATED = (
    Language("en", "English"),
    Language(
        "ar", "العربية", "Arab", True,
        "n==0?0:n==1?1:n==2?2:n%100>=3&&n%100<=10?3:n%100>=11?4:5", 6,
        _ARABIC_SCRIPT, _ARABIC_FONTS, weekday="EEEE، d MMMM y",
        month_locales=("ar_DZ", "ar_MA", "ar_MR", "ar_LB"),
    ),
    Language(
        "fa_AF", "دری / فارسی", "Arab", True, "n>1", 2, _ARABIC_SCRIPT, _ARABIC_FONTS,
        aliases=("fa", "prs", "fa_IR"), month_locales=("fa",), short_weekday="E d", short_day="d MMMM",
    ),
    Language(
        "ps", "پښتو", "Arab", True, "n!=1", 2, _ARABIC_SCRIPT, _ARABIC_FONTS, aliases=("ps_AF",),
        short_weekday="E d", short_day="d MMMM",
    ),
    Language("uk", "Українська", "Cyrl", plural=_SLAVIC, plural_forms=3, weekday="EEEE, d MMMM y"),
    Language("ru", "Русский", "Cyrl", plural=_SLAVIC, plural_forms=3, weekday="EEEE, d MMMM y"),
    Language("tr", "Türkçe", weekday="d MMMM y EEEE"),
    Language("es", "Español", day="d 'de' MMMM 'de' y", weekday="EEEE, d 'de' MMMM 'de' y"),
    Language(
        "pt", "Português", plural="n>1", day="d 'de' MMMM 'de' y", weekday="EEEE, d 'de' MMMM 'de' y",
        aliases=("pt_PT", "pt_BR"),
    ),
    Language(
        "bn", "বাংলা", "Beng", plural="n>1", families=("Hind Siliguri", "Noto Sans"),
        fonts=(*LATIN_FONTS, "HindSiliguri-Regular.ttf", "HindSiliguri-Bold.ttf"), weekday="EEEE, d MMMM y",
    ),
    Language(
        "ta", "தமிழ்", "Taml", families=("Noto Sans Tamil", "Noto Sans"),
        fonts=(*LATIN_FONTS, "NotoSansTamil-Regular.ttf", "NotoSansTamil-Bold.ttf"), weekday="EEEE, d MMMM y",
    ),
    Language(
        "zh_Hans", "简体中文", "Hans", plural="0", plural_forms=1, families=("Noto Sans SC", "Noto Sans"),
        fonts=(*LATIN_FONTS, "NotoSansSC-Regular.otf"), aliases=("zh", "zh_CN", "zh_SG"),
        day="y年M月d日", weekday="y年M月d日 EEEE", months_alone="format",
    ),
    Language(
        "ht", "Kreyòl ayisyen", plural="n>1",
        # CLDR has no words for the days and months of Haitian Creole.
        months=(
            "janvye", "fevriye", "mas", "avril", "me", "jen",
            "jiyè", "out", "septanm", "oktòb", "novanm", "desanm",
        ),
        weekdays=("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"),
    ),
)  # fmt: skip
# Made by the tests, never shipped: French with accents and 40 % longer, and the same from right to left.
_PSEUDO_MONTHS = tuple(f"ɱöîš {number}" for number in range(1, 13))
PSEUDO = (
    Language("qps", "[Þšéûðö]", plural="n>1", months=_PSEUDO_MONTHS, weekdays=("ĵöûŕ",) * 7),
    Language("qpr", "[Þšéûðö RTL]", "Latn", True, "n>1", 2, months=_PSEUDO_MONTHS, weekdays=("ĵöûŕ",) * 7),
)

_BY_CODE = {
    code.lower(): language
    for language in (FRENCH, *TRANSLATED, *PSEUDO)
    for code in (language.code, *language.aliases)
}


class Review(NamedTuple):
    """Who read a translation whole, and when."""

    by: str
    on: date


def find(code: str) -> Language | None:
    """The language that a code of ours, of BCP 47 or of a system's locale names (`fa-AF`, `prs`, `pt_BR`)."""
    plain = re.split(r"[.@]", code)[0].replace("-", "_").lower()
    return _BY_CODE.get(plain) or _BY_CODE.get(plain.split("_")[0])


def is_right_to_left(code: str) -> bool:
    """Whether the language is written from right to left."""
    language = find(code)
    return language is not None and language.right_to_left


def offered(folder: Path | None = None) -> tuple[Language, ...]:
    """French, then the languages that have a translation, in the order of this module.

    Whether a translation is complete enough is checked before it is shipped; an empty one is none.
    """
    return _offered(folder or TRANSLATIONS)


# Asked at every step of the interview, and the files of a program that runs do not change.
@lru_cache(maxsize=8)
def _offered(folder: Path) -> tuple[Language, ...]:
    return (FRENCH, *(one for one in TRANSLATED if is_offered(one, folder)))


def is_offered(language: Language, folder: Path | None = None) -> bool:
    """Whether people can choose this language; `offered` looks at every one."""
    return language is FRENCH or _has_sentences(_compiled(language, folder or TRANSLATIONS))


def review_state(code: str, folder: Path | None = None) -> Review | None:
    """Who read the whole translation and when; None where nobody has, or where that cannot be known.

    It stands in the header of the `.po` file (`X-Reviewed-By`, `X-Review-Date: 2026-12-31`), which is shipped
    beside the compiled catalogue. French is the source: there is nothing to review.
    """
    language = find(code)
    if language is None:
        return None
    source = _compiled(language, folder or TRANSLATIONS).with_suffix(".po")
    try:
        with source.open(encoding="utf-8") as stream:
            # The rest is long: the header ends at the first empty line.
            header = "".join(takewhile(str.strip, stream))
    except (OSError, UnicodeDecodeError):
        return None
    found = dict(re.findall(r'^"(X-Review[\w-]+): *(.*?)\\n"$', header, flags=re.MULTILINE))
    by = found.get("X-Reviewed-By")
    try:
        return Review(by, date.fromisoformat(found.get("X-Review-Date", ""))) if by else None
    except ValueError:
        return None


def catalogue(code: str) -> gettext.NullTranslations:
    """The compiled translation of a language; one that answers in French where none can be used.

    A missing or damaged file is logged once, without content.
    """
    return _read(find(code), code, TRANSLATIONS)


@lru_cache(maxsize=32)
def _read(language: Language | None, code: str, folder: Path) -> gettext.NullTranslations:
    if language is None:
        # What people typed is not logged: it may be anything.
        logger.warning("no such language: French is used")
        return gettext.NullTranslations()
    if language is FRENCH:
        return gettext.NullTranslations()
    try:
        return Catalogue(_compiled(language, folder).read_bytes(), language.plural)
    except _DAMAGE as error:
        logger.warning("no usable catalogue for %s (%s): French is used", language.code, type(error).__name__)
        return gettext.NullTranslations()


def _has_sentences(compiled: Path) -> bool:
    try:
        with compiled.open("rb") as stream:
            _magic, _revision, entries = struct.unpack("<3I", stream.read(12))
    except (OSError, struct.error):
        return False
    # One entry is the header.
    return bool(entries > 1)


def _compiled(language: Language, folder: Path) -> Path:
    return folder / language.code / "LC_MESSAGES" / f"{DOMAIN}.mo"


def families(codes: Sequence[str]) -> tuple[str, ...]:
    """The font families that texts in these languages need together, in order of preference."""
    found = [one for code in codes if (one := find(code)) is not None]
    return tuple(dict.fromkeys(family for one in found or [FRENCH] for family in one.families))
