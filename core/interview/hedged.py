"""Words that say how sure a day is, in every language: « début novembre », « vers le 3 ».

A part of a month is taken as the day in its middle, which is printed « vers le » and never counted.
Words that may also name one exact day (« أول نوفمبر », the first of November) are left out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from core.dossier.text import fold
from core.languages import SOURCE_LANGUAGE

BEGINNING, MIDDLE, END, ABOUT = 5, 15, 25, 0


class Hedged(NamedTuple):
    """`day`: the middle of the part of the month that is named; 0 where a day is only « about ».

    `words`: those that say so; `rest`: the others, folded, without what only joins the two.
    """

    day: int
    words: str
    rest: str


# In each language: beginning, middle, end, about, and what only joins these to the rest of a date.
_WORDS: dict[str, tuple[str, str, str, str, str]] = {
    "fr": (
        "début",
        "mi|milieu",
        "fin",
        "vers le|vers|environ|autour|au environs|aux environs|aux alentours|à peu près|plus ou moins",
        "le|du|de|d|au",
    ),
    "en": (
        "early|beginning|start",
        "mid|middle",
        "late|end",
        "about|around|circa|approximately|roughly",
        "of|the|at|in|on",
    ),
    "ar": (
        "بداية|أوائل|مطلع",
        "منتصف|وسط|أواسط",
        "نهاية|أواخر|آخر",
        "حوالي|تقريبا|نحو|قرابة",
        "في|شهر|يوم",
    ),
    "fa_AF": (
        "اوایل|شروع|آغاز|اول ماه",
        "وسط|اواسط|نیمه|میانه",
        "آخر|اواخر|پایان|ختم",
        "حدود|تقریبا|نزدیک",
        "در|ماه|روز|به",
    ),
    "ps": ("پیل|لومړیو", "نیمایي|منځ", "پای|وروستیو|اخر", "شاوخوا|نږدې|تقریبا", "د|په|کې|ورځې"),
    "uk": (
        "початок|початку",
        "середина|середині",
        "кінець|кінці|наприкінці",
        "близько|приблизно|десь|біля",
        "на|в|у|числа",
    ),
    "ru": ("начало|начале", "середина|середине", "конец|конце", "около|примерно|приблизительно", "в|числа"),
    "tr": (
        "başı|başında|başları|başlarında",
        "ortası|ortasında",
        "sonu|sonunda|sonları|sonlarında",
        "civarı|civarında|yaklaşık",
        "ayın|ayı",
    ),
    "es": (
        "principio|principios|comienzo|comienzos|inicio|inicios",
        "mediados|mitad",
        "final|finales|fin|fines",
        "hacia|alrededor|aproximadamente|más o menos|cerca|sobre",
        "a|de|del|el|día",
    ),
    "pt": (
        "início|inícios|começo|princípio|princípios",
        "meados|meio",
        "fim|fins|final|finais",
        "por volta|cerca|aproximadamente|mais ou menos",
        "a|de|do|o|dia|em|no",
    ),
    "bn": (
        "শুরু|শুরুতে|শুরুর দিকে|প্রথম দিকে",
        "মাঝামাঝি|মাঝামাঝিতে|মাঝের দিকে",
        "শেষ|শেষে|শেষের দিকে",
        "কাছাকাছি|প্রায়|আনুমানিক",
        "মাসের|তারিখের|তারিখ",
    ),
    "ta": (
        "தொடக்கம்|தொடக்கத்தில்|ஆரம்பம்|ஆரம்பத்தில்",
        "நடுப்பகுதி|நடுவில்|மத்தியில்",
        "இறுதி|இறுதியில்|முடிவில்|கடைசி",
        "சுமார்|ஏறக்குறைய|அளவில்",
        "மாத|மாதம்|தேதி",
    ),
    "zh_Hans": ("初|上旬", "中旬", "底|末|下旬", "左右|前后|大约|大概", ""),
    "ht": ("kòmansman|konmansman", "mitan", "fen|lafen|bout", "anviwon|alantou|apeprè|vè", "nan|mwa|le|a"),
}
# Joined to a word with nothing between them: any sign of Chinese, the genitive of a Bengali month.
_UNSPACED, _GENITIVES = "zh_Hans", {"bn": "ের"}


def hedged(typed: str, language: str) -> Hedged | None:
    """The words of French, or of `language`, that say how sure the day is; None where there are none."""
    text = fold(typed.replace("~", "vers "))
    for code in dict.fromkeys((SOURCE_LANGUAGE, language)):
        for folded, (words, day) in phrases(code).items():
            rest = _without(code, text, folded)
            if rest is not None:
                return Hedged(day, words, rest)
    return None


def _without(code: str, text: str, words: str) -> str | None:
    """The text without these words and what only joins them to it; None where they are not in it."""
    if code == _UNSPACED:
        return "".join(text.replace(words, "", 1).split()) if words in text else None
    apart = f" {text} "
    if f" {words} " not in apart:
        return None
    joining = {fold(word) for word in _WORDS[code][-1].split("|")}
    genitive = fold(_GENITIVES.get(code, ""))
    left = apart.replace(f" {words} ", " ", 1).split()
    return " ".join(word.removesuffix(genitive) for word in left if word not in joining)


@lru_cache(maxsize=16)
def phrases(code: str) -> dict[str, tuple[str, int]]:
    """Each phrase, folded, with its writing and the day that it means; the longest come first."""
    groups = zip((BEGINNING, MIDDLE, END, ABOUT), _WORDS.get(code, ()), strict=False)
    found = [(fold(words), (words, day)) for day, group in groups for words in group.split("|")]
    return dict(sorted(found, key=lambda one: -len(one[0])))
