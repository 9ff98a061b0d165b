"""Where each character of a printed line stands on the page, for readers that copy words out of the PDF."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine

from gui.preview.text_layer import Letter

# Characters without a shape of their own.
INVISIBLE = frozenset("\u200c\u200d\u200e\u200f\u061c\u2060\u2066\u2067\u2068\u2069")
# Letters, digits and the signs in and around numbers, as Unicode's bidirectional classes: what readers take
# for words from left to right.
LEFT_TO_RIGHT = frozenset({"L", "EN", "AN", "ET", "ES", "CS"})
RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"

# Left edge and width.
Shape = tuple[float, float]


def letters(layout: QTextLayout, line: QTextLine, place: QPointF, right_to_left: bool) -> list[Letter]:
    """Each character of a line where its shape stands, from left to right.

    Where words from left to right end inside a line from right to left, a direction mark stands: readers
    would otherwise take the spaces and brackets that follow for a part of those words.
    """
    baseline = place.y() + line.y() + line.ascent()
    if not right_to_left:
        return [one for cell in _cells(layout, line) for one in _spread(*cell, place.x(), baseline)]
    found: list[Letter] = []
    run_left: float | None = None
    for group, shapes in _groups(layout.text(), line):
        placed = list(_spread(group, shapes, place.x(), baseline))
        direction = unicodedata.bidirectional(group[0])
        left = min(letter.x for letter in placed)
        if run_left is not None and left < run_left:
            if direction not in {"R", "AL"}:
                found.append(Letter(RIGHT_TO_LEFT_MARK, run_left - 1, baseline, 1))
            run_left = None
        if direction in LEFT_TO_RIGHT:
            run_left = left if run_left is None else min(left, run_left)
        found += placed
    return sorted(found, key=lambda letter: letter.x)


def _cells(layout: QTextLayout, line: QTextLine) -> Iterator[tuple[str, list[Shape]]]:
    """The syllables of a line from left to right, each with its place: inside one, shapes change order."""
    position, end = line.textStart(), line.textStart() + line.textLength()
    while position < end:
        following = min(layout.nextCursorPosition(position), end)
        syllable = "".join(
            c for c in _slice(layout.text(), position, following - position) if c not in INVISIBLE
        )
        left, right = _x(line, position), _x(line, following)
        if syllable:
            yield syllable, [(left, right - left)]
        position = following


def _x(line: QTextLine, position: int) -> float:
    # PySide also returns the position, whatever its description says.
    found: Any = line.cursorToX(position)
    return float(found[0])


def _groups(text: str, line: QTextLine) -> Iterator[tuple[str, list[Shape]]]:
    """The characters of a line with the shapes they are drawn with; those that share one are together."""
    group, shared = "", list[Shape]()
    position = line.textStart()
    # The space where a line is broken hangs over its end.
    for character in _slice(text, line.textStart(), line.textLength()).rstrip():
        length = utf16_length(character)
        shapes = [] if character in INVISIBLE else _shapes(line, position, length)
        if shapes and shapes != shared:
            if group:
                yield group, shared
            group, shared = "", shapes
        if character not in INVISIBLE and shared:
            group += character
        position += length
    if group:
        yield group, shared


def _shapes(line: QTextLine, position: int, length: int) -> list[Shape]:
    """Left edge and width of the shapes that a character is drawn with; marks on a letter have no width."""
    found: list[Shape] = []
    for run in line.glyphRuns(position, length):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        found += [
            (round(place.x(), 1), advance.x())
            for place, advance in zip(run.positions(), advances, strict=True)
        ]
    return [shape for shape in found if shape[1] > 0] or found


def _spread(characters: str, shapes: Sequence[Shape], left: float, baseline: float) -> Iterator[Letter]:
    """Characters that share a shape, side by side in it."""
    start = min(x for x, _advance in shapes)
    end = max(x + advance for x, advance in shapes)
    step = (end - start) / len(characters)
    backwards = any(unicodedata.bidirectional(one) in {"R", "AL"} for one in characters)
    for index, character in enumerate(characters):
        x = end - (index + 1) * step if backwards else start + index * step
        yield Letter(character, left + x, baseline, step)


def utf16_length(text: str) -> int:
    """How many positions a text takes in Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _slice(text: str, start: int, length: int) -> str:
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")
