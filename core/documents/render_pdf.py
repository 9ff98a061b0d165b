"""Documents as PDF, by reportlab. The only place that makes reportlab paragraphs, and so escapes text.

reportlab's paragraphs read a small markup language: unescaped text would be read as markup, lost, or even
embed a file of the machine. Every word therefore passes through `pdf_kit.markup`. The same document
gives the same bytes: no clock, no random name.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import zip_longest
from typing import Any

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
from core.documents.paper import MARGIN_MM, check_printable
from core.documents.pdf_kit import CELL_LEADING, CELL_SIZE, FONT, markup, reportlab, style

_FOOT_SIZE = 8.5
_FOOT_MM = 11
_TOTAL = "pages"
_SHORT_TABLE = 12
_LONG_CELL = 300
_TITLE_AND_ROWS = 120
_CELL_PADDING = 4
_TIGHTEST = 2
# Less than this on the last page (points) and the lines move closer: nobody turns a page for two lines.
_LEAST_ON_LAST_PAGE = 110


def pdf(document: Document) -> bytes:
    """The document as PDF bytes. Raises `UnprintableCharacter` for a character the font cannot show."""
    check_printable(document)
    loosest, left_over = _build(document, 0)
    tight = 1
    while left_over and tight <= _TIGHTEST:
        data, still = _build(document, tight)
        if not still:
            return data
        tight += 1
    return loosest


def _build(document: Document, tight: int) -> tuple[bytes, bool]:
    """The PDF, and whether its last page holds only a few lines."""
    lab = reportlab()
    out = BytesIO()
    template = lab.BaseDocTemplate(
        out,
        pagesize=lab.A4,
        leftMargin=MARGIN_MM * lab.mm,
        rightMargin=MARGIN_MM * lab.mm,
        topMargin=18 * lab.mm,
        bottomMargin=20 * lab.mm,
        title=document.title,
        author="",
        subject="",
        creator="Guichet Ouvert",
        producer="Guichet Ouvert",
        lang="fr-FR" if document.language == "fr" else document.language,
        invariant=1,
        displayDocTitle=1,
        initialFontName=FONT,
        allowSplitting=1,
    )
    frame = lab.Frame(
        template.leftMargin, template.bottomMargin, template.width, template.height, 0, 0, 0, 0, id="page"
    )
    used: list[float] = []
    foot = _foot(document)

    def end_page(canvas: Any, _template: Any) -> None:
        used.append(frame._y2 - frame._y)
        foot(canvas)

    template.addPageTemplates([lab.PageTemplate(id="page", frames=[frame], onPageEnd=end_page)])
    template.build(_story(document, template.width, tight), canvasmaker=_canvas_class(document))
    return out.getvalue(), len(used) > 1 and used[-1] < _LEAST_ON_LAST_PAGE


def _paragraph(runs: Inline, name: str, tight: int, bullet: str | None = None) -> Any:
    text = markup(runs)
    return reportlab().Paragraph(text, style(name, tight), bulletText=bullet)


def _story(document: Document, width: float, tight: int) -> list[Any]:
    """Every flowable; a signature stays with the last thing said, so that nobody signs an empty page."""
    lab = reportlab()
    story: list[Any] = []
    for block, after in zip_longest(document.blocks, document.blocks[1:]):
        made = _flowables(block, width, tight)
        if isinstance(block, Heading) and isinstance(after, Table) and len(after.rows) > _SHORT_TABLE:
            # Kept together with a table of pages, a title would leave the rest of its page empty.
            made[0].keepWithNext = 0
            made = [lab.CondPageBreak(_TITLE_AND_ROWS), *made]
        if isinstance(block, Signature) and story:
            made = [lab.KeepTogether([story.pop(), *made])]
        story += made
    return story


def _flowables(block: Block, width: float, tight: int) -> list[Any]:
    lab = reportlab()
    match block:
        case Banner():
            return [lab.Spacer(1, 4), _paragraph((Run(block.text),), "banner", tight)]
        case Heading():
            return [_heading(block, tight)]
        case Paragraph():
            return [_paragraph(block.runs, _kept(block.style.value, block.runs), tight)]
        case Numbered():
            return [_paragraph(block.runs, _kept("numbered", block.runs), tight, f"{block.number}.")]
        case Quotation():
            return [_paragraph(block.runs, "quotation", tight)]
        case Items():
            name = "list" if block.compact else "item"
            return [_paragraph(item, name, tight, block.mark(n)) for n, item in enumerate(block.items)]
        case Table():
            return _tables(block, width)
        case Signature():
            return _signature(block)
        case Figure():
            return [_figure(block), _paragraph((Run(block.description),), Style.SMALL.value, tight)]


def _kept(name: str, runs: Inline) -> str:
    """The style that stays with what follows, for words that announce it by a colon."""
    return f"{name}+" if plain(runs).endswith(":") else name


def _heading(block: Heading, tight: int) -> Any:
    lab = reportlab()

    class Bookmarked(lab.Paragraph):  # type: ignore[misc, name-defined]
        """A heading that enters itself in the outline where it is drawn."""

        def draw(self) -> None:
            # The same title may come twice: its place on the paper makes the key unique.
            key = f"{self.canv.getPageNumber()}/{self.canv.absolutePosition(0, 0)[1]:.2f}"
            self.canv.bookmarkHorizontal(key, 0, self.height)
            self.canv.addOutlineEntry(block.text, key, level=0, closed=0)
            super().draw()

    text = markup((Run(block.text),))
    return Bookmarked(text, style(f"heading{block.level}", tight))


def _tables(block: Table, width: float) -> list[Any]:
    """The table; a short one is kept on one page."""
    lab = reportlab()
    table = _table(block, width)
    gap = lab.Spacer(1, 8)
    if len(block.rows) <= _SHORT_TABLE and table.wrap(width, lab.A4[1])[1] < lab.A4[1] / 3:
        return [lab.KeepTogether([table, gap])]
    return [table, gap]


def _table(block: Table, width: float) -> Any:
    lab = reportlab()
    shares = sum(block.widths)
    columns = [width * share / shares for share in block.widths]
    header = [_paragraph((Run(text),), "header-cell", 0) for text in block.header]
    rows = [[_cell(cell, room) for cell, room in zip(row, columns, strict=True)] for row in block.rows]
    table = lab.Table([header, *rows], colWidths=columns, repeatRows=1, splitInRow=1)
    table.setStyle(
        lab.TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, lab.grey),
                ("BACKGROUND", (0, 0), (-1, 0), lab.light),
                ("FONT", (0, 0), (-1, -1), FONT, CELL_SIZE, CELL_LEADING),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *_unsplit(block),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ("LEFTPADDING", (0, 0), (-1, -1), _CELL_PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _CELL_PADDING),
            ]
        )
    )
    return table


def _cell(runs: Inline, room: float) -> Any:
    """The words of a cell: as they are where they fit on one line (much faster), else a paragraph."""
    text = plain(runs)
    simple = not any(run.bold or run.italic for run in runs) and "\n" not in text
    if simple and reportlab().string_width(text, FONT, CELL_SIZE) <= room - 2 * _CELL_PADDING:
        return text
    return _paragraph(runs, "cell", 0)


def _unsplit(block: Table) -> list[tuple[Any, ...]]:
    """No page begins or ends with a single row, where the rows are short enough to move."""
    if any(len(plain(cell)) > _LONG_CELL for row in block.rows for cell in row):
        return []
    last = len(block.rows)
    return [("NOSPLIT", (0, 0), (-1, min(2, last))), ("NOSPLIT", (0, max(0, last - 1)), (-1, last))]


def _signature(block: Signature) -> list[Any]:
    lab = reportlab()
    lines = [_paragraph((Run(line),), "signature", 0) for line in block.lines]
    name = [_paragraph((Run(block.name),), "signature", 0)] if block.name else []
    return [lab.Spacer(1, 10), *lines, lab.Spacer(1, 46), *name, lab.Spacer(1, 10)]


def _figure(block: Figure) -> Any:
    lab = reportlab()

    class Drawing(lab.Flowable):  # type: ignore[misc, name-defined]
        """Draws the shapes of a figure; y grows downwards in the data and upwards on the page."""

        def wrap(self, *_available: float) -> tuple[float, float]:
            return block.width * lab.mm, block.height * lab.mm

        def draw(self) -> None:
            canvas = self.canv
            for shape in block.shapes:
                x, y = shape.x * lab.mm, (block.height - shape.y) * lab.mm
                x2, y2 = shape.x2 * lab.mm, (block.height - shape.y2) * lab.mm
                canvas.setStrokeColor(lab.grey if shape.pale else lab.black)
                canvas.setFillColor(lab.light if shape.pale else lab.black)
                canvas.setLineWidth(0.4 if shape.pale else 0.9)
                match shape.kind:
                    case "line":
                        canvas.line(x, y, x2, y2)
                    case "box":
                        canvas.rect(x, y2, x2 - x, y - y2, stroke=0 if shape.pale else 1, fill=1)
                    case "dot":
                        canvas.circle(x, y, 1.1 * lab.mm, stroke=0, fill=1)
                    case "diamond":
                        path = canvas.beginPath()
                        half = 1.5 * lab.mm
                        path.moveTo(x, y + half)
                        for dx, dy in ((half, 0), (0, -half), (-half, 0)):
                            path.lineTo(x + dx, y + dy)
                        path.close()
                        canvas.drawPath(path, stroke=0, fill=1)
                    case "cross":
                        half = 1.2 * lab.mm
                        canvas.line(x - half, y - half, x + half, y + half)
                        canvas.line(x - half, y + half, x + half, y - half)
                    case "text":
                        canvas.setFillColor(lab.black)
                        canvas.setFont(f"{FONT}-Bold" if shape.bold else FONT, 8)
                        (canvas.drawCentredString if shape.centered else canvas.drawString)(x, y, shape.text)
                    case _:
                        raise ValueError(f"a figure has no {shape.kind}")

    return Drawing()


def _foot(document: Document) -> Callable[[Any], None]:
    """Draws the foot of a page: running line and « Page 2 sur 4 ».

    The number of pages is not known yet: it is drawn by a form that the canvas defines when it is saved.
    """
    lab = reportlab()
    before = document.page_of.partition("{pages}")[0]

    def foot(canvas: Any) -> None:
        canvas.setFont(FONT, _FOOT_SIZE)
        canvas.setFillColor(lab.black)
        right = lab.A4[0] - MARGIN_MM * lab.mm
        number = before.format(page=canvas.getPageNumber())
        left = right - lab.string_width("999", FONT, _FOOT_SIZE)
        canvas.drawRightString(left, _FOOT_MM * lab.mm, number)
        room = left - MARGIN_MM * lab.mm - lab.string_width(number, FONT, _FOOT_SIZE) - 12
        canvas.drawString(MARGIN_MM * lab.mm, _FOOT_MM * lab.mm, _fitted(document.running, room))
        canvas.saveState()
        canvas.translate(left, _FOOT_MM * lab.mm)
        canvas.doForm(_TOTAL)
        canvas.restoreState()

    return foot


def _canvas_class(document: Document) -> Any:
    """A canvas that, when saved, defines the form with the number of pages."""
    lab = reportlab()
    after = document.page_of.partition("{pages}")[2]

    class CountedCanvas(lab.Canvas):  # type: ignore[misc, name-defined]
        """Knows the number of its pages only when it is saved."""

        def save(self) -> None:
            # The page under way is empty once the last one was shown.
            pages = self.getPageNumber() - 1
            self.beginForm(_TOTAL)
            self.setFont(FONT, _FOOT_SIZE)
            self.drawString(0, 0, f"{pages}{after}")
            self.endForm()
            super().save()

    return CountedCanvas


def _fitted(text: str, room: float) -> str:
    """The running foot line, shortened with … where it has no room: the page itself has the full words."""
    width = reportlab().string_width
    if width(text, FONT, _FOOT_SIZE) <= room:
        return text
    while text and width(f"{text}…", FONT, _FOOT_SIZE) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
