"""Where the words of a printed line stand on the page, for readers that copy words out of the PDF."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine

from core.typography import RIGHT_TO_LEFT_MARK
from gui.preview.text_layer import Word

# Characters without a shape of their own.
INVISIBLE = frozenset("\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069")
_WITHOUT_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
# Over the kinds of the characters, see `_kind`.
_PIECE = re.compile("R+(?: (?=R))?|L+|.")
_BEGINNING, _END = QTextLine.Edge.Leading, QTextLine.Edge.Trailing


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
    for kind, shown, left, width in _placed(text, line):
        if run_left is not None and left < run_left:
            if kind != "R":
                found.append(Word(RIGHT_TO_LEFT_MARK, left_edge + run_left - 1, baseline, 1))
            run_left = None
        if kind == "L":
            run_left = left if run_left is None else min(left, run_left)
        found.append(Word(shown[::-1] if kind == "R" else shown, left_edge + left, baseline, width))
    return sorted(found, key=lambda word: word.x)


def _placed(text: str, line: QTextLine) -> Iterator[tuple[str, str, float, float]]:
    """The pieces that have a shape, as they are read: kind, visible text, left edge and width."""
    pieces = list(_pieces(text))
    kinds = [kind for kind, _piece in pieces]
    befores = accumulate(kinds, _last_letters)
    afters = reversed(list(accumulate(reversed(kinds), _last_letters)))
    position = line.textStart()
    # Where the piece before ends, which this one touches where both go from right to left.
    edge: float | None = None
    for (kind, piece), before, after in zip(pieces, befores, afters, strict=True):
        shown, length = _visible(piece), utf16_length(piece)
        place = None
        # A sign beside letters from right to left goes their way (UAX 9, N1 and N2). Over the last letter
        # there may be a mark: its end is not where the letter ends.
        if shown and "R" in (before, after) and not unicodedata.combining(piece[-1]):
            right = _x(line, position) if edge is None else edge
            edge = _x(line, position + length - 1, _END)
            if edge < right:
                place = edge, right - edge
        else:
            edge = None
            if shown:
                place = _place(line, position, length)
        if place is not None:
            yield kind, shown, *place
        position += length


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The text in words of one kind: « R » letters from right to left, « L » the others, else single signs.

    The space between two words from right to left belongs to the first.
    """
    kinds = "".join(map(_kind, text))
    for found in _PIECE.finditer(kinds):
        yield kinds[found.start()], text[found.start() : found.end()]


@lru_cache(maxsize=1024)
def _kind(character: str) -> str:
    # Unicode's bidirectional classes. Readers take the signs in and around numbers for left to right too.
    direction = unicodedata.bidirectional(character)
    if direction in {"R", "AL", "NSM"}:
        return "R"
    if direction in {"L", "EN", "AN", "ET", "ES", "CS"}:
        return "L"
    return " " if character == " " else "."


def _last_letters(last: str, kind: str) -> str:
    return kind if kind in "RL" else last


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


def _x(line: QTextLine, position: int, edge: QTextLine.Edge = _BEGINNING) -> float:
    # PySide also returns the position, whatever its description says.
    found: Any = line.cursorToX(position, edge)
    return float(found[0])


def _visible(text: str) -> str:
    return text.translate(_WITHOUT_INVISIBLE)


def utf16_length(text: str) -> int:
    """How many positions a text takes in Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _slice(text: str, start: int, length: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")
