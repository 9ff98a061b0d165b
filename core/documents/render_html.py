"""Documents for the screen: lines of plain tags that Qt's text engine knows. All text is escaped.

The preview puts the lines on its sheet, each as it stands on paper; the words are those of every other form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from core.documents.blocks import (
    Banner,
    Block,
    Figure,
    Heading,
    Inline,
    Items,
    Numbered,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Table,
    plain,
)

# Of a table, drawn in one go: more of them would make the window wait.
ROWS = 25
_COLON = "\N{NO-BREAK SPACE}: "


@dataclass(frozen=True)
class Line:
    """A piece of a block: its mark (« 3. », « – »), its words as HTML, the same as plain text."""

    html: str
    words: str
    mark: str = ""


def lines(block: Block, *, stacked: bool = False) -> Iterator[Line]:
    """The lines of one block, from top to bottom; a long table comes in parts.

    `stacked`: there is no room for columns, so each row says « heading : value » line by line.
    """
    match block:
        case Heading(text=text) | Banner(text=text) | Figure(description=text):
            yield Line(escape(text), text)
        case Paragraph() | Quotation():
            yield Line(inline(block.runs), plain(block.runs))
        case Numbered():
            yield Line(inline(block.runs), plain(block.runs), f"{block.number}.")
        case Items():
            for number, item in enumerate(block.items):
                yield Line(inline(item), plain(item), block.mark(number))
        case Table() if stacked:
            yield from (_stacked(block, row) for row in block.rows)
        case Table():
            for start in range(0, max(len(block.rows), 1), ROWS):
                yield _rows(block, block.rows[start : start + ROWS])
        case Signature():
            for text in (*block.lines, block.name):
                if text:
                    yield Line(escape(text), text)


def inline(runs: Inline) -> str:
    """Words with their style."""
    return "".join(_run(run) for run in runs)


def _rows(table: Table, rows: tuple[tuple[Inline, ...], ...]) -> Line:
    """Some rows under the header, which every part of a long table repeats."""
    header: tuple[Inline, ...] = tuple((Run(text, bold=True),) for text in table.header)
    made = "".join(f"<tr>{_cells(table, row)}</tr>" for row in (header, *rows))
    words = ". ".join(_stacked(table, row).words for row in rows)
    return Line(f'<table width="100%" cellspacing="0" cellpadding="4">{made}</table>', words)


def _stacked(table: Table, row: tuple[Inline, ...]) -> Line:
    """One row without columns; read aloud too, a cell says to which column it belongs."""
    filled = [(head, cell) for head, cell in zip(table.header, row, strict=True) if plain(cell)]
    html = "<br>".join(f"<b>{escape(head)}{_COLON}</b>{inline(cell)}" for head, cell in filled)
    return Line(html, ". ".join(f"{head}{_COLON}{plain(cell)}" for head, cell in filled))


def _cells(table: Table, row: tuple[Inline, ...]) -> str:
    whole = sum(table.widths)
    return "".join(
        f'<td width="{round(100 * width / whole)}%">{inline(cell)}</td>'
        for width, cell in zip(table.widths, row, strict=True)
    )


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    if run.bold:
        words = f"<b>{words}</b>"
    return f"<i>{words}</i>" if run.italic else words
