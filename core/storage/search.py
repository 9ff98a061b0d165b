"""Finding a person by any part of a name or number, however it is spelled or typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# Letters that do not come apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {
        "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h",
        "þ": "th", "ə": "e", "ŋ": "n", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ɲ": "n",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Lower case, without accents, only letters and digits, single blanks: `N’Guessan` gives `n guessan`."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_PLAIN)
    return " ".join("".join(c if c.isalnum() else _between(c) for c in plain).split())


def _between(character: str) -> str:
    # Accents and vowel marks vanish; everything else separates.
    return "" if unicodedata.category(character) in ("Mn", "Me", "Cf") else " "


def haystack(texts: Iterable[str | None]) -> str:
    """One string to search in, made of all these texts.

    Each is there as words and, where it has several, glued together: `El Hadj` answers to `elhadj`, and
    `99 03 123 456` to `9903123`.
    """
    pieces: dict[str, None] = {}
    for text in texts:
        folded = fold(text or "")
        if folded:
            pieces[folded] = None
            pieces[folded.replace(" ", "")] = None
    return "|".join(pieces)


def matches(needles: tuple[str, ...], hay: str) -> bool:
    """Whether every needle is in the haystack."""
    return all(needle in hay for needle in needles)


def needles(query: str) -> tuple[str, ...]:
    """What to look for: each word of the query, in any order; a number typed in groups as one."""
    folded = fold(query)
    if folded.replace(" ", "").isdigit():
        return (folded.replace(" ", ""),)
    return tuple(folded.split())
