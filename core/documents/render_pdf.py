"""Documents as PDF, by reportlab. The only place that makes reportlab paragraphs, and so escapes text.

reportlab's paragraphs read a small markup language: unescaped text would be read as markup, lost, or even
embed a file of the machine. Every word therefore passes through `_markup`. The same document gives the same
bytes: no clock, no random name.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from xml.sax.saxutils import escape

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
)
from core.documents.paper import FONT_FILES, MARGIN_MM, check_printable

_FONT = "GuichetSerif"
_SIZE = 10.5
_LEADING = 14.5
_FOOT_SIZE = 8.5
_FOOT_MM = 11
_TOTAL = "pages"
_SHORT_TABLE = 12


def pdf(document: Document) -> bytes:
    """The document as PDF bytes. Raises `UnprintableCharacter` for a character the font cannot show."""
    check_printable(document)
    lab = _reportlab()
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
        initialFontName=_FONT,
        allowSplitting=1,
    )
    frame = lab.Frame(
        template.leftMargin, template.bottomMargin, template.width, template.height, 0, 0, 0, 0, id="page"
    )
    template.addPageTemplates([lab.PageTemplate(id="page", frames=[frame], onPageEnd=_furniture(document))])
    flowables = [flowable for block in document.blocks for flowable in _flowables(block, template.width)]
    template.build(flowables, canvasmaker=_canvas_class(document))
    return out.getvalue()


@cache
def _reportlab() -> SimpleNamespace:
    """Load reportlab when first used, harden it, register the court's font."""
    from reportlab import rl_config
    from reportlab.lib import colors, enums, pagesizes, styles, units
    from reportlab.pdfbase import pdfmetrics, ttfonts
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import doctemplate, flowables, frames, paragraph, tables

    # Nothing that a document says may be evaluated or fetched, whatever slips through.
    for setting, nothing in (("toColorCanUse", None), ("trustedHosts", []), ("trustedSchemes", [])):
        setattr(rl_config, setting, nothing)
    for face, file in FONT_FILES.items():
        pdfmetrics.registerFont(ttfonts.TTFont(f"{_FONT}{face}", str(file)))
    pdfmetrics.registerFontFamily(
        _FONT,
        normal=_FONT,
        bold=f"{_FONT}-Bold",
        italic=f"{_FONT}-Italic",
        boldItalic=f"{_FONT}-BoldItalic",
    )
    return SimpleNamespace(
        A4=pagesizes.A4,
        BaseDocTemplate=doctemplate.BaseDocTemplate,
        Canvas=Canvas,
        Flowable=flowables.Flowable,
        Frame=frames.Frame,
        KeepTogether=flowables.KeepTogether,
        PageTemplate=doctemplate.PageTemplate,
        Paragraph=paragraph.Paragraph,
        ParagraphStyle=styles.ParagraphStyle,
        Spacer=flowables.Spacer,
        Table=tables.Table,
        TableStyle=tables.TableStyle,
        black=colors.black,
        center=enums.TA_CENTER,
        grey=colors.Color(0.45, 0.45, 0.45),
        light=colors.Color(0.93, 0.93, 0.93),
        mm=units.mm,
        string_width=pdfmetrics.stringWidth,
    )


@cache
def _style(name: str) -> Any:
    lab = _reportlab()
    base: dict[str, Any] = {
        "fontName": _FONT,
        "fontSize": _SIZE,
        "leading": _LEADING,
        "spaceAfter": 6,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
        "textColor": lab.black,
    }
    variants: dict[str, dict[str, Any]] = {
        "body": {},
        "centered": {"alignment": lab.center},
        "party": {"leftIndent": 14, "spaceAfter": 2},
        "block": {"spaceAfter": 12},
        "right": {"leftIndent": 260, "spaceAfter": 16},
        "small": {"fontSize": 9, "leading": 12},
        "warning": {
            "leftIndent": 7,
            "rightIndent": 7,
            "borderWidth": 1,
            "borderColor": lab.black,
            "borderPadding": 6,
            "spaceBefore": 8,
            "spaceAfter": 12,
        },
        "banner": {
            "alignment": lab.center,
            "fontName": f"{_FONT}-Bold",
            "fontSize": 20,
            "leading": 26,
            "borderWidth": 1.5,
            "borderColor": lab.black,
            "borderPadding": (2, 6, 6, 6),
            "spaceAfter": 14,
        },
        "heading1": {
            "fontName": f"{_FONT}-Bold",
            "fontSize": 12.5,
            "leading": 16,
            "spaceBefore": 12,
            "spaceAfter": 5,
            "keepWithNext": 1,
        },
        "heading2": {"fontName": f"{_FONT}-Bold", "spaceBefore": 8, "spaceAfter": 4, "keepWithNext": 1},
        "numbered": {"leftIndent": 22, "bulletIndent": 0, "bulletFontName": _FONT, "bulletFontSize": _SIZE},
        "item": {
            "leftIndent": 36,
            "bulletIndent": 22,
            "bulletFontName": _FONT,
            "bulletFontSize": _SIZE,
            "spaceAfter": 4,
        },
        "quotation": {"leftIndent": 36, "rightIndent": 20, "fontName": f"{_FONT}-Italic"},
        "cell": {"fontSize": 9, "leading": 11.5, "spaceAfter": 0},
        "header-cell": {"fontSize": 9, "leading": 11.5, "spaceAfter": 0, "fontName": f"{_FONT}-Bold"},
        "signature": {"spaceAfter": 2, "leftIndent": 220},
    }
    return lab.ParagraphStyle(name, **{**base, **variants[name]})


def _markup(runs: Inline) -> str:
    return "".join(_run_markup(run) for run in runs)


def _run_markup(run: Run) -> str:
    # Spaces other than the two that French uses are shown as a space: reportlab would break lines there.
    text = escape(run.text.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"))
    if run.bold:
        text = f"<b>{text}</b>"
    text = text.replace("\n", "<br/>")
    return f"<i>{text}</i>" if run.italic else text


def _paragraph(runs: Inline, style: str, bullet: str | None = None) -> Any:
    text = _markup(runs)
    return _reportlab().Paragraph(text, _style(style), bulletText=bullet)


def _flowables(block: Block, width: float) -> list[Any]:
    lab = _reportlab()
    match block:
        case Banner():
            return [lab.Spacer(1, 4), _paragraph((Run(block.text),), "banner")]
        case Heading():
            return [_bookmark(block), _paragraph((Run(block.text),), f"heading{block.level}")]
        case Paragraph():
            return [_paragraph(block.runs, block.style.value)]
        case Numbered():
            return [_paragraph(block.runs, "numbered", f"{block.number}.")]
        case Quotation():
            return [_paragraph(block.runs, "quotation")]
        case Items():
            return [_paragraph(item, "item", block.mark(n)) for n, item in enumerate(block.items)]
        case Table():
            return _tables(block, width)
        case Signature():
            return [_signature(block)]
        case Figure():
            return [_figure(block), _paragraph((Run(block.description),), Style.SMALL.value)]


def _bookmark(block: Heading) -> Any:
    lab = _reportlab()

    class Bookmark(lab.Flowable):  # type: ignore[misc, name-defined]
        """Marks the place of a heading in the outline; takes no room and stays with the heading."""

        keepWithNext = 1  # noqa: N815 - reportlab's name

        def wrap(self, *_available: float) -> tuple[float, float]:
            return 0, 0

        def draw(self) -> None:
            # The same title may come twice: its place on the paper makes the key unique.
            key = f"{self.canv.getPageNumber()}/{self.canv.absolutePosition(0, 0)[1]:.2f}"
            self.canv.bookmarkHorizontal(key, 0, 20)
            self.canv.addOutlineEntry(block.text, key, level=0, closed=0)

    return Bookmark()


def _tables(block: Table, width: float) -> list[Any]:
    """The table; a short one is kept on one page."""
    lab = _reportlab()
    table = _table(block, width)
    gap = lab.Spacer(1, 8)
    if len(block.rows) <= _SHORT_TABLE and table.wrap(width, lab.A4[1])[1] < lab.A4[1] / 3:
        return [lab.KeepTogether([table, gap])]
    return [table, gap]


def _table(block: Table, width: float) -> Any:
    lab = _reportlab()
    shares = sum(block.widths)
    rows = [[_paragraph((Run(text),), "header-cell") for text in block.header]]
    rows += [[_paragraph(cell, "cell") for cell in row] for row in block.rows]
    table = lab.Table(
        rows, colWidths=[width * share / shares for share in block.widths], repeatRows=1, splitInRow=1
    )
    table.setStyle(
        lab.TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, lab.grey),
                ("BACKGROUND", (0, 0), (-1, 0), lab.light),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                # No page begins or ends with a single row.
                ("NOSPLIT", (0, 0), (-1, min(2, len(rows) - 1))),
                ("NOSPLIT", (0, max(0, len(rows) - 2)), (-1, -1)),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ]
        )
    )
    return table


def _signature(block: Signature) -> Any:
    lab = _reportlab()
    lines = [_paragraph((Run(line),), "signature") for line in block.lines]
    name = [_paragraph((Run(block.name),), "signature")] if block.name else []
    return lab.KeepTogether([lab.Spacer(1, 10), *lines, lab.Spacer(1, 46), *name, lab.Spacer(1, 10)])


def _figure(block: Figure) -> Any:
    lab = _reportlab()

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
                        canvas.setFont(f"{_FONT}-Bold" if shape.bold else _FONT, 8)
                        (canvas.drawCentredString if shape.centered else canvas.drawString)(x, y, shape.text)
                    case _:
                        raise ValueError(f"a figure has no {shape.kind}")

    return Drawing()


def _furniture(document: Document) -> Any:
    """Draws the foot of a page: running line and « Page 2 sur 4 ».

    The number of pages is not known yet: it is drawn by a form that `_end` defines after the last page.
    """
    lab = _reportlab()
    before = document.page_of.partition("{pages}")[0]

    def foot(canvas: Any, _template: Any) -> None:
        canvas.setFont(_FONT, _FOOT_SIZE)
        canvas.setFillColor(lab.black)
        right = lab.A4[0] - MARGIN_MM * lab.mm
        number = before.format(page=canvas.getPageNumber())
        left = right - lab.string_width("999", _FONT, _FOOT_SIZE)
        canvas.drawRightString(left, _FOOT_MM * lab.mm, number)
        room = left - MARGIN_MM * lab.mm - lab.string_width(number, _FONT, _FOOT_SIZE) - 12
        canvas.drawString(MARGIN_MM * lab.mm, _FOOT_MM * lab.mm, _fitted(document.running, room))
        canvas.saveState()
        canvas.translate(left, _FOOT_MM * lab.mm)
        canvas.doForm(_TOTAL)
        canvas.restoreState()

    return foot


def _canvas_class(document: Document) -> Any:
    """A canvas that, when saved, defines the form with the number of pages."""
    lab = _reportlab()
    after = document.page_of.partition("{pages}")[2]

    class CountedCanvas(lab.Canvas):  # type: ignore[misc, name-defined]
        """Knows the number of its pages only when it is saved."""

        def save(self) -> None:
            # The page under way is empty once the last one was shown.
            pages = self.getPageNumber() - 1
            self.beginForm(_TOTAL)
            self.setFont(_FONT, _FOOT_SIZE)
            self.drawString(0, 0, f"{pages}{after}")
            self.endForm()
            super().save()

    return CountedCanvas


def _fitted(text: str, room: float) -> str:
    """The running foot line, shortened with … where it has no room: the page itself has the full words."""
    width = _reportlab().string_width
    if width(text, _FONT, _FOOT_SIZE) <= room:
        return text
    while text and width(f"{text}…", _FONT, _FOOT_SIZE) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
