"""Prints the person's documents in their language beside the French, with Qt's text engine.

Qt shapes Arabic, Bengali and Tamil with HarfBuzz and orders mixed directions, which the renderer of the
requete cannot. Only fonts of ours are used; a character that none of them shows is refused, as on the
court's documents. Needs a `QGuiApplication`; `print_note` makes one, without a screen, where there is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from core.documents.blocks import Document, Inline, Run, plain
from core.documents.paper import UnprintableCharacter
from core.languages import FRENCH, Language, families, find
from core.typography import NO_BREAK, WORD_JOINER
from gui import fonts
from gui.preview.line_words import INVISIBLE, utf16_length, words
from gui.preview.note_rows import Kind, Row, rows
from gui.preview.text_layer import RED, Line, with_words

DPI = 600
# Millimetres of an A4 page.
PAGE = QSizeF(210, 297)
SIDE, TOP, BOTTOM, GUTTER = 15.0, 15.0, 20.0, 8.0
COLUMN = (PAGE.width() - 2 * SIDE - GUTTER) / 2
POINTS = {Kind.TITLE: 16.0, Kind.HEADING: 13.5}
BODY_POINTS, FOOT_POINTS = 12.0, 8.0
SPACE_BEFORE = {Kind.TITLE: 2.0, Kind.HEADING: 4.0, Kind.WARNING: 3.0, Kind.NOTICE: 0.0}
SPACE_AFTER = {Kind.TITLE: 4.0, Kind.WARNING: 4.0}
# A heading stays with what follows.
KEPT = frozenset({Kind.TITLE, Kind.HEADING})
# Scripts whose shapes tell no reader which letters they stand for.
SHAPED_SCRIPTS = frozenset({"Arab", "Beng", "Taml"})
# A hyphen in the name of a file, such as « absence-de-decision.pdf »: no line ends after it.
_HYPHEN_IN_FILE_NAME = re.compile(r"(?<=\w)-(?=[\w-]+\.(?:pdf|docx)\b)")
# Words in Latin letters, with what stands between two of them: fonts of other scripts hold some of those
# signs too, and draw the apostrophe of « d’accueil » as wide as a Chinese character.
_LATIN_WORDS = re.compile("[A-Za-zÀ-ɏ]+(?:[ \N{NO-BREAK SPACE}’.,:;()/–-]*[A-Za-zÀ-ɏ]+)*")


def print_note(document: Document, french: Document) -> bytes:
    """The document beside its French twin as PDF bytes.

    Raises `UnprintableCharacter` for a character that no font of ours shows, ValueError where the two are
    not built alike.
    """
    _ensure_application()
    language = find(document.language) or FRENCH
    table = list(rows(document, french))
    check_covered(table, language, document.name)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
        )
    )
    lines = _Press(writer, language, document, french).run(table)
    return with_words(bytes(buffer.data().data()), lines, document.title, document.language.replace("_", "-"))


def check_covered(table: Sequence[Row], language: Language, name: str) -> None:
    """Refuse a text that our fonts cannot show whole. Raises `UnprintableCharacter`."""
    families = fonts.load(language.code, FRENCH.code)
    metrics = [QFontMetricsF(QFont(family)) for family in families]
    for row in table:
        for character in dict.fromkeys(plain(row.french) + plain(row.theirs)):
            shown = character in INVISIBLE or any(one.inFontUcs4(ord(character)) for one in metrics)
            if not shown and character != "\n":
                raise UnprintableCharacter(name, character)


def text_option(language: Language) -> QTextOption:
    """How paragraphs of the language run: where lines begin, and where they may end."""
    # Qt turns « left » round for right-to-left texts in documents, but not in bare layouts.
    side = Qt.AlignmentFlag.AlignRight if language.right_to_left else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if language.right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _ensure_application() -> None:
    if QCoreApplication.instance() is None:
        # The command line: nothing is shown. Kept by Qt itself until the program ends.
        _Application.instance = QGuiApplication(["guichet-ouvert", "-platform", "offscreen"])


class _Application:
    """Keeps the application that the command line made from being collected."""

    instance: QGuiApplication | None = None


@dataclass
class _Text:
    """A text laid out in lines for one column."""

    layout: QTextLayout
    lines: list[QTextLine]
    pixels: int
    language: Language


@dataclass
class _Press:
    """Puts rows on pages. Lengths are in the writer's units."""

    writer: QPdfWriter
    language: Language
    document: Document
    french: Document
    marked: list[Line] = field(default_factory=list)

    def run(self, table: Sequence[Row]) -> list[Line]:
        """Print every row; returns the lines that were marked, in order."""
        placed = [
            (
                row,
                self._laid(row.french, row.kind, FRENCH),
                self._laid(row.theirs, row.kind, self.language),
            )
            for row in table
        ]
        pages = list(self._pages(placed))
        painter = QPainter(self.writer)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                self.writer.newPage()
            self._draw_page(painter, page)
            self._draw_foot(painter, number, len(pages))
        painter.end()
        return self.marked

    def _laid(self, runs: Inline, kind: Kind, language: Language, points: float | None = None) -> _Text:
        runs = tuple(replace(run, text=_HYPHEN_IN_FILE_NAME.sub(f"-{WORD_JOINER}", run.text)) for run in runs)
        text = plain(runs)
        if language.right_to_left and not any(unicodedata.bidirectional(one) in {"R", "AL"} for one in text):
            # A sentence that is not translated keeps the order of its French.
            language = FRENCH
        pixels = round((points or POINTS.get(kind, BODY_POINTS)) * DPI / 72)
        others = [one.code for one in (language, self.language, FRENCH)]
        layout = QTextLayout(text, fonts.font(others, pixels), self.writer)
        layout.setTextOption(text_option(language))
        layout.setFormats(list(_formats(runs, others, pixels)))
        lines: list[QTextLine] = []
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(_units(COLUMN))
            line.setPosition(QPointF(0, height))
            height += line.height()
            lines.append(line)
        layout.endLayout()
        return _Text(layout, lines, pixels, language)

    def _pages(
        self, placed: Sequence[tuple[Row, _Text, _Text]]
    ) -> Iterator[list[tuple[float, Row, list[tuple[_Text, QTextLine]], list[tuple[_Text, QTextLine]]]]]:
        """Where each row stands: rows stay whole where a page can hold them."""
        room = _units(PAGE.height() - TOP - BOTTOM)
        page: list[tuple[float, Row, list[tuple[_Text, QTextLine]], list[tuple[_Text, QTextLine]]]] = []
        y = 0.0
        for index, (row, left, right) in enumerate(placed):
            pieces = list(_pieces(left, right, room))
            follower = placed[index + 1] if row.kind in KEPT and index + 1 < len(placed) else None
            for number, (left_lines, right_lines) in enumerate(pieces):
                before = _units(SPACE_BEFORE.get(row.kind, 0.0)) if page and number == 0 else 0.0
                height = max(_height(left_lines), _height(right_lines))
                wanted = before + height
                if follower is not None:
                    whole = max(_height(_all(follower[1])), _height(_all(follower[2])))
                    first_lines = max(_height(_all(follower[1])[:2]), _height(_all(follower[2])[:2]))
                    # A row that a page can hold goes to the next page whole: its heading goes with it.
                    wanted += whole if height + whole <= room else first_lines
                if page and y + wanted > room:
                    yield page
                    page, y, before = [], 0.0, 0.0
                page.append((y + before, row, left_lines, right_lines))
                y += before + height + _units(SPACE_AFTER.get(row.kind, 1.8))
        yield page

    def _draw_page(
        self,
        painter: QPainter,
        page: Sequence[tuple[float, Row, list[tuple[_Text, QTextLine]], list[tuple[_Text, QTextLine]]]],
    ) -> None:
        for y, row, left, right in page:
            top = _units(TOP) + y
            height = max(_height(left), _height(right))
            if row.kind is Kind.WARNING:
                self._box(painter, top, height)
            self._draw_lines(painter, left, _units(SIDE), top)
            self._draw_lines(painter, right, _units(SIDE + COLUMN + GUTTER), top)
        bottom = max(y + max(_height(left), _height(right)) for y, _row, left, right in page)
        painter.setPen(QPen(QColor(170, 170, 170), _units(0.2)))
        middle = _units(PAGE.width() / 2)
        painter.drawLine(QPointF(middle, _units(TOP)), QPointF(middle, _units(TOP) + bottom))
        painter.setPen(Qt.GlobalColor.black)

    def _box(self, painter: QPainter, top: float, height: float) -> None:
        edge = _units(2)
        painter.setPen(QPen(Qt.GlobalColor.black, _units(0.4)))
        for left in (SIDE, SIDE + COLUMN + GUTTER):
            painter.drawRect(
                QRectF(_units(left) - edge, top - edge / 2, _units(COLUMN) + 2 * edge, height + edge)
            )

    def _draw_foot(self, painter: QPainter, page: int, pages: int) -> None:
        top = _units(PAGE.height() - BOTTOM + 5)
        for document, language, left in (
            (self.french, FRENCH, SIDE),
            (self.document, self.language, SIDE + COLUMN + GUTTER),
        ):
            number = f"– {document.page_of.format(page=page, pages=pages)}"
            foot = f"{document.running} {number.replace(' ', NO_BREAK)}"
            text = self._laid((Run(foot),), Kind.BODY, language, FOOT_POINTS)
            self._draw_lines(painter, _all(text), _units(left), top)

    def _draw_lines(
        self, painter: QPainter, lines: Sequence[tuple[_Text, QTextLine]], left: float, top: float
    ) -> None:
        if not lines:
            return
        painter.setPen(Qt.GlobalColor.black)
        first = lines[0][1].y()
        for text, line in lines:
            place = QPointF(left, top - first)
            if text.language.script not in SHAPED_SCRIPTS:
                line.draw(painter, place)
                continue
            number = len(self.marked) * 2
            self.marked.append(
                Line(text.pixels, tuple(words(text.layout, line, place, text.language.right_to_left)))
            )
            _mark(painter, number)
            line.draw(painter, place)
            _mark(painter, number + 1)


def _units(millimetres: float) -> float:
    return millimetres * DPI / 25.4


def _all(text: _Text) -> list[tuple[_Text, QTextLine]]:
    return [(text, line) for line in text.lines]


def _height(lines: Sequence[tuple[_Text, QTextLine]]) -> float:
    return sum(line.height() for _text, line in lines)


def _pieces(
    left: _Text, right: _Text, room: float
) -> Iterator[tuple[list[tuple[_Text, QTextLine]], list[tuple[_Text, QTextLine]]]]:
    """The row whole, or in parts that a page can hold."""
    lefts, rights = list(_chunks(_all(left), room)), list(_chunks(_all(right), room))
    for index in range(max(len(lefts), len(rights))):
        yield (
            lefts[index] if index < len(lefts) else [],
            rights[index] if index < len(rights) else [],
        )


def _chunks(lines: Sequence[tuple[_Text, QTextLine]], room: float) -> Iterator[list[tuple[_Text, QTextLine]]]:
    chunk: list[tuple[_Text, QTextLine]] = []
    for entry in lines:
        if chunk and _height(chunk) + entry[1].height() > room:
            yield chunk
            chunk = []
        chunk.append(entry)
    yield chunk


def _formats(runs: Inline, codes: Sequence[str], pixels: int) -> Iterator[QTextLayout.FormatRange]:
    latin = [FRENCH.code, *codes]
    mixed = families(codes)[0] != fonts.LATIN
    start = 0
    for run in runs:
        if run.bold or run.italic:
            yield _format(run, codes, pixels, start, run.text)
        for found in _LATIN_WORDS.finditer(run.text) if mixed else ():
            yield _format(run, latin, pixels, start + utf16_length(run.text[: found.start()]), found[0])
        start += utf16_length(run.text)


def _format(run: Run, codes: Sequence[str], pixels: int, start: int, text: str) -> QTextLayout.FormatRange:
    range_ = QTextLayout.FormatRange()
    # PySide's own description of the class lacks its fields.
    range_.start, range_.length = start, utf16_length(text)  # type: ignore[attr-defined]
    style = QTextCharFormat()
    style.setFont(fonts.font(codes, pixels, bold=run.bold, italic=run.italic))
    range_.format = style  # type: ignore[attr-defined]  # as above
    return range_


def _mark(painter: QPainter, number: int) -> None:
    if number >= 1 << 16:
        raise ValueError("a document of more than 32767 lines cannot be marked")
    painter.fillRect(QRectF(0, 0, 1, 1), QColor(RED, number >> 8, number & 255))
