"""Where the words of a printed line stand on the page, for readers that copy words out of the PDF."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine

from gui.preview.text_layer import Word

# Characters without a shape of their own.
INVISIBLE = frozenset("\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069")
RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"


def words(layout: QTextLayout, line: QTextLine, place: QPointF, right_to_left: bool) -> list[Word]:
    """The words, spaces and signs of a line where their shapes stand, from left to right."""
    baseline = place.y() + line.y() + line.ascent()
    # The space where a line is broken hangs over its end.
    text = _slice(layout.text(), line.textStart(), line.textLength()).rstrip()
    if right_to_left:
        return _turned_round(text, line, place.x(), baseline)
    found: list[Word] = []
    position = line.textStart()
    for piece in re.findall(r"\s+|\S+", text):
        following = position + utf16_length(piece)
        left, right = _x(line, position), _x(line, following)
        found.append(Word(_visible(piece), place.x() + left, baseline, right - left))
        position = following
    return [word for word in found if word.text]


def _turned_round(text: str, line: QTextLine, left_edge: float, baseline: float) -> list[Word]:
    """The pieces of a line from right to left; each is spread evenly over its shapes.

    Where words from left to right end, a direction mark stands: readers would otherwise take the spaces and
    brackets that follow for a part of those words.
    """
    found: list[Word] = []
    run_left: float | None = None
    position = line.textStart()
    for kind, piece in _pieces(text):
        length = utf16_length(piece)
        shown = _visible(piece)
        place = _place(line, position, length) if shown else None
        position += length
        if place is None:
            continue
        left, width = place
        if run_left is not None and left < run_left:
            if kind != "R":
                found.append(Word(RIGHT_TO_LEFT_MARK, left_edge + run_left - 1, baseline, 1))
            run_left = None
        if kind == "L":
            run_left = left if run_left is None else min(left, run_left)
        found.append(Word(shown[::-1] if kind == "R" else shown, left_edge + left, baseline, width))
    return sorted(found, key=lambda word: word.x)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text in runs of one kind: « R » letters from right to left, « L » the others, else single signs."""
    start = 0
    kinds = [_kind(character) for character in text]
    for index, kind in enumerate(kinds):
        following = kinds[index + 1] if index + 1 < len(kinds) else ""
        if kind != following or kind == "":
            yield kind, text[start : index + 1]
            start = index + 1


@lru_cache(maxsize=1024)
def _kind(character: str) -> str:
    # Unicode's bidirectional classes. Readers take the signs in and around numbers for left to right too.
    direction = unicodedata.bidirectional(character)
    if direction in {"R", "AL", "NSM"}:
        return "R"
    return "L" if direction in {"L", "EN", "AN", "ET", "ES", "CS"} else ""


def _place(line: QTextLine, position: int, length: int) -> tuple[float, float] | None:
    """Left edge and width of the shapes of these characters; None where they have none."""
    left, right = float("inf"), float("-inf")
    for run in line.glyphRuns(position, length):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for place, advance in zip(run.positions(), advances, strict=True):
            # Marks on a letter have no width.
            if advance.x() > 0:
                left, right = min(left, place.x()), max(right, place.x() + advance.x())
    return (left, right - left) if left < right else None


def _x(line: QTextLine, position: int) -> float:
    # PySide also returns the position, whatever its description says.
    found: Any = line.cursorToX(position)
    return float(found[0])


def _visible(text: str) -> str:
    return "".join(character for character in text if character not in INVISIBLE)


def utf16_length(text: str) -> int:
    """How many positions a text takes in Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _slice(text: str, start: int, length: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")
