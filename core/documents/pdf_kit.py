"""The tools of the PDF renderer: reportlab loaded late and hardened, styles, escaping of text.

Only `render_pdf` uses them. `tight` (0, 1, 2) draws lines and paragraphs a little closer.
"""

from __future__ import annotations

from functools import cache
from html import escape
from types import SimpleNamespace
from typing import Any

from core.documents.blocks import Inline, Run
from core.documents.paper import FONT_FILES

FONT = "GuichetSerif"
CELL_SIZE = 9
CELL_LEADING = 11.5
_SIZE = 10.5
_LEADING = 14.2


@cache
def reportlab() -> SimpleNamespace:
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
        pdfmetrics.registerFont(ttfonts.TTFont(f"{FONT}{face}", str(file)))
    pdfmetrics.registerFontFamily(
        FONT,
        normal=FONT,
        bold=f"{FONT}-Bold",
        italic=f"{FONT}-Italic",
        boldItalic=f"{FONT}-BoldItalic",
    )
    return SimpleNamespace(
        A4=pagesizes.A4,
        BaseDocTemplate=doctemplate.BaseDocTemplate,
        Canvas=Canvas,
        CondPageBreak=flowables.CondPageBreak,
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
def style(name: str, tight: int = 0) -> Any:
    """The paragraph style of that name; a name that ends in + is kept with what follows."""
    lab = reportlab()
    base: dict[str, Any] = {
        "fontName": FONT,
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
            "fontName": f"{FONT}-Bold",
            "fontSize": 20,
            "leading": 26,
            "borderWidth": 1.5,
            "borderColor": lab.black,
            "borderPadding": (2, 6, 3, 6),
            "leftIndent": 7,
            "rightIndent": 7,
            "spaceAfter": 14,
        },
        "heading1": {
            "fontName": f"{FONT}-Bold",
            "fontSize": 12.5,
            "leading": 16,
            "spaceBefore": 12,
            "spaceAfter": 5,
            "keepWithNext": 1,
        },
        "heading2": {"fontName": f"{FONT}-Bold", "spaceBefore": 8, "spaceAfter": 4, "keepWithNext": 1},
        "numbered": {"leftIndent": 22, "bulletIndent": 0, "bulletFontName": FONT, "bulletFontSize": _SIZE},
        "item": {
            "leftIndent": 36,
            "bulletIndent": 22,
            "bulletFontName": FONT,
            "bulletFontSize": _SIZE,
            "spaceAfter": 4,
        },
        "list": {
            "fontSize": 9.5,
            "leading": 12,
            "leftIndent": 22,
            "bulletIndent": 0,
            "bulletFontName": FONT,
            "bulletFontSize": 9.5,
            "spaceAfter": 1.5,
        },
        "quotation": {"leftIndent": 36, "rightIndent": 20},
        "cell": {"fontSize": CELL_SIZE, "leading": CELL_LEADING, "spaceAfter": 0},
        "header-cell": {
            "fontSize": CELL_SIZE,
            "leading": CELL_LEADING,
            "spaceAfter": 0,
            "fontName": f"{FONT}-Bold",
        },
        "signature": {"spaceAfter": 2, "leftIndent": 220},
    }
    chosen = {**base, **variants[name.removesuffix("+")]}
    if name.endswith("+"):
        chosen["keepWithNext"] = 1
    chosen["leading"] *= (1, 0.965, 0.93)[tight]
    chosen["spaceAfter"] *= (1, 0.8, 0.6)[tight]
    return lab.ParagraphStyle(f"{name}-{tight}", **chosen)


def markup(runs: Inline) -> str:
    """The runs in reportlab's markup, every character of theirs escaped."""
    return "".join(_run_markup(run) for run in runs)


def _run_markup(run: Run) -> str:
    # Spaces other than the two that French uses are shown as a space: reportlab would break lines there. It
    # breaks them nowhere else.
    text = run.text.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}").replace("\N{WORD JOINER}", "")
    text = escape(text, quote=False)
    if run.bold:
        text = f"<b>{text}</b>"
    text = text.replace("\n", "<br/>")
    return f"<i>{text}</i>" if run.italic else text
