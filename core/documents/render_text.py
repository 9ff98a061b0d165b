"""Documents as plain text: one paragraph a line. For reading aloud, comparing, freezing and tests."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import (
    Banner,
    Block,
    Document,
    Figure,
    Heading,
    Items,
    Numbered,
    Paragraph,
    Quotation,
    Signature,
    Table,
    plain,
)


def text(document: Document) -> str:
    """The whole document, paragraphs apart by an empty line."""
    return "\n\n".join("\n".join(lines(block)) for block in document.blocks) + "\n"


def lines(block: Block) -> Iterator[str]:
    """The lines of one block."""
    match block:
        case Heading():
            yield f"{'#' * block.level} {block.text}"
        case Banner():
            yield f"[ {block.text} ]"
        case Figure():
            yield block.description
        case Paragraph() | Quotation():
            yield plain(block.runs)
        case Numbered():
            yield f"{block.number}. {plain(block.runs)}"
        case Items():
            yield from (f"{block.mark(n)} {plain(item)}" for n, item in enumerate(block.items))
        case Table():
            yield " | ".join(block.header)
            yield from (" | ".join(plain(cell) for cell in row) for row in block.rows)
        case Signature():
            yield from block.lines
            if block.name:
                yield block.name
