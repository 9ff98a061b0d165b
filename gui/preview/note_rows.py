"""The person's documents as rows of two cells: the French, and the same in their language.

Both cells of a row say the same thing, with the same number, so that two people who share no language can
point at the same line. Tables become lines of « heading : value »: half a page is too narrow for columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from core.documents.blocks import (
    Banner,
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    Items,
    Numbered,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Style,
    Table,
    plain,
)
from core.i18n import _, render, review_notice

# Room to write by hand.
BLANK = "………………"


class Kind(Enum):
    """How a row looks."""

    TITLE = auto()
    HEADING = auto()
    BODY = auto()
    ITEM = auto()
    WARNING = auto()
    NOTICE = auto()


@dataclass(frozen=True)
class Row:
    """One row: the French on the left, the person's language on the right."""

    kind: Kind
    french: Inline
    theirs: Inline


def rows(document: Document, french: Document) -> Iterator[Row]:
    """The rows of a document and its French twin. Raises ValueError where the two are not built alike."""
    notice = review_notice(document.language)
    if notice is not None:
        left, right = render(notice), render(notice, document.language)
        yield Row(Kind.NOTICE, (Run(left, bold=True),), (Run(right, bold=True),))
    for theirs, ours in zip(document.blocks, french.blocks, strict=True):
        left_cells, right_cells = list(_cells(ours, "fr")), list(_cells(theirs, document.language))
        for (kind, left_runs), (same, right_runs) in zip(left_cells, right_cells, strict=True):
            if kind is not same:
                raise ValueError("the two languages of a document are not built alike")
            yield Row(kind, left_runs, right_runs)


def _cells(block: Block, language: str) -> Iterator[tuple[Kind, Inline]]:
    match block:
        case Heading():
            yield (Kind.TITLE if block.level == 1 else Kind.HEADING), (Run(block.text, bold=True),)
        case Banner():
            yield Kind.TITLE, (Run(block.text, bold=True),)
        case Figure():
            yield Kind.BODY, (Run(block.description),)
        case Paragraph():
            yield (Kind.WARNING if block.style is Style.WARNING else Kind.BODY), block.runs
        case Numbered():
            yield Kind.ITEM, (Run(f"{block.number}. "), *block.runs)
        case Quotation():
            yield Kind.BODY, block.runs
        case Items():
            for index, item in enumerate(block.items):
                yield Kind.ITEM, (Run(f"{block.mark(index)} "), *item)
        case Table():
            for row in block.rows:
                yield from _table_row(block, row, language)
        case Signature():
            for line in (*block.lines, block.name):
                if line:
                    yield Kind.BODY, (Run(line),)


def _table_row(table: Table, row: tuple[Inline, ...], language: str) -> Iterator[tuple[Kind, Inline]]:
    """The first cell as an item, each other one under it with the heading of its column."""
    for index, (head, cell) in enumerate(zip(table.header, row, strict=True)):
        if index == 0:
            yield Kind.ITEM, (Run("– "), *cell)
        else:
            line = _("{label} : {value}", label=head, value=plain(cell) or BLANK)
            yield Kind.BODY, (Run(render(line, language)),)
