"""Finding a person by any part of a name or number, however it is spelled or typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from core.dossier.text import fold

T = TypeVar("T")


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


def matching(needles: tuple[str, ...], hays: Sequence[tuple[T, str]]) -> list[T]:
    """The items whose haystack holds every needle, in their order. This runs at every key pressed."""
    for needle in needles:
        hays = [pair for pair in hays if needle in pair[1]]
    return [item for item, _hay in hays]


def needles(query: str) -> tuple[str, ...]:
    """What to look for: each word of the query, in any order; a number typed in groups as one."""
    folded = fold(query)
    if folded.replace(" ", "").isdigit():
        return (folded.replace(" ", ""),)
    return tuple(folded.split())
