"""A document as data: a tuple of blocks, each knowing the answers and the sources it came from.

Text is held as runs (words with bold or italic as data), never as markup: a name such as `A & B <b>` is
just a name. Renderers turn blocks into PDF, DOCX, HTML and plain text; the four say the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from core.documents.french import no_break
from core.i18n import Message

Facts = tuple[str, ...]
# What a paragraph means for the person who signs it, sentence by sentence, in a language of theirs later on.
Means = tuple[Message, ...]


@dataclass(frozen=True)
class Run:
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


Inline = tuple[Run, ...]
Part = str | Run


class Style(StrEnum):
    """How a paragraph sits on the page."""

    BODY = "body"
    CENTERED = "centered"
    PARTY = "party"
    BLOCK = "block"
    RIGHT = "right"
    SMALL = "small"
    WARNING = "warning"


@dataclass(frozen=True)
class Heading:
    """A title of level 1 (parts) or 2 (sub-parts); it stays with what follows and becomes a bookmark."""

    text: str
    level: int = 1
    means: Means = ()


@dataclass(frozen=True)
class Banner:
    """A boxed line across the page: « RÉFÉRÉ »."""

    text: str
    means: Means = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. `facts` are paths of answers, `sources` ids of core.law.sources, `exhibits` numbers."""

    runs: Inline
    style: Style = Style.BODY
    facts: Facts = ()
    sources: tuple[str, ...] = ()
    exhibits: tuple[int, ...] = ()
    means: Means = ()


@dataclass(frozen=True)
class Numbered:
    """A paragraph that carries a number; `with_numbers` gives the numbers, in one series a document."""

    runs: Inline
    number: int = 0
    facts: Facts = ()
    sources: tuple[str, ...] = ()
    exhibits: tuple[int, ...] = ()
    means: Means = ()


@dataclass(frozen=True)
class Quotation:
    """Words of a text or of a screen, set apart, in « »."""

    runs: Inline
    facts: Facts = ()
    sources: tuple[str, ...] = ()
    exhibits: tuple[int, ...] = ()
    means: Means = ()


@dataclass(frozen=True)
class Items:
    """A list; with `marks`, each item has its own mark (« 1° »), else a dash. `compact`: in small print.

    `means` has an entry for each item, or none at all.
    """

    items: tuple[Inline, ...]
    marks: tuple[str, ...] = ()
    compact: bool = False
    facts: Facts = ()
    sources: tuple[str, ...] = ()
    exhibits: tuple[int, ...] = ()
    means: tuple[Means, ...] = ()

    def mark(self, index: int) -> str:
        """The mark before item `index`."""
        return self.marks[index] if self.marks else "–"


@dataclass(frozen=True)
class Table:
    """Rows under a header that every page repeats. `widths` are shares of the page's width.

    `means` has an entry for each row, or none at all.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    widths: tuple[float, ...]
    facts: Facts = ()
    sources: tuple[str, ...] = ()
    exhibits: tuple[int, ...] = ()
    means: tuple[Means, ...] = ()


@dataclass(frozen=True)
class Signature:
    """Place, date, room for the hand, name: never split over two pages."""

    lines: tuple[str, ...]
    name: str
    facts: Facts = ()
    means: Means = ()


@dataclass(frozen=True)
class Shape:
    """One element of a figure, in millimetres from its top left corner.

    `kind` is line (x, y to x2, y2), box (x, y, x2, y2: corners), dot, diamond, cross or text.
    """

    kind: str
    x: float
    y: float
    x2: float = 0.0
    y2: float = 0.0
    text: str = ""
    bold: bool = False
    centered: bool = False
    pale: bool = False


@dataclass(frozen=True)
class Figure:
    """A drawing. `description` says in words what it shows; every renderer prints it.

    `labels` is the width of the column at the left that names the lines of the plot beside it.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str
    facts: Facts = ()
    labels: float = 0.0


Block = Heading | Banner | Paragraph | Numbered | Quotation | Items | Table | Signature | Figure


@dataclass(frozen=True)
class Document:
    """One document: `name` is the stem of its file, `title` its metadata title, `running` its foot line.

    `page_of` words the page number, with {page} and {pages}.
    """

    name: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    running: str = ""
    page_of: str = "Page {page} sur {pages}"


def inline(*parts: Part) -> Inline:
    """Runs from words; spaces that must not break are made so. Empty parts are left out."""
    runs = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(replace(run, text=no_break(run.text)) for run in runs if run.text)


def bold(text: str) -> Run:
    """Words in bold."""
    return Run(text, bold=True)


def italic(text: str) -> Run:
    """Words in italic."""
    return Run(text, italic=True)


def heading(text: str, level: int = 1, *means: Message) -> Heading:
    """A heading with French spaces."""
    return Heading(no_break(text), level, means)


def para(
    *parts: Part,
    style: Style = Style.BODY,
    facts: Facts = (),
    sources: tuple[str, ...] = (),
    exhibits: tuple[int, ...] = (),
    means: Means = (),
) -> Paragraph:
    """A paragraph from words."""
    return Paragraph(inline(*parts), style, facts, sources, exhibits, means)


def numbered(
    *parts: Part,
    facts: Facts = (),
    sources: tuple[str, ...] = (),
    exhibits: tuple[int, ...] = (),
    means: Means = (),
) -> Numbered:
    """A numbered paragraph from words."""
    return Numbered(inline(*parts), 0, facts, sources, exhibits, means)


def items(*texts: str | Inline, facts: Facts = (), sources: tuple[str, ...] = ()) -> Items:
    """A dashed list from words."""
    return Items(tuple(inline(t) if isinstance(t, str) else t for t in texts), facts=facts, sources=sources)


def plain(runs: Inline) -> str:
    """The words of runs, without their style."""
    return "".join(run.text for run in runs)


def with_numbers(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give the numbered paragraphs their numbers, in one series."""
    number = 0
    for block in blocks:
        if isinstance(block, Numbered):
            number += 1
            block = replace(block, number=number)
        yield block


def exhibits_of(blocks: Iterable[Block]) -> tuple[int, ...]:
    """The numbers of the exhibits that the blocks refer to, sorted."""
    return tuple(sorted({n for block in blocks for n in getattr(block, "exhibits", ())}))


def texts(block: Block) -> Iterator[str]:
    """Every piece of text of a block, in reading order, labels of a figure left out."""
    match block:
        case Heading(text=text) | Banner(text=text) | Figure(description=text):
            yield text
        case Paragraph(runs=runs) | Numbered(runs=runs) | Quotation(runs=runs):
            yield plain(runs)
        case Items():
            yield from (plain(item) for item in block.items)
        case Table():
            yield from block.header
            yield from (plain(cell) for row in block.rows for cell in row)
        case Signature():
            yield from block.lines
            yield block.name
