"""Documents as HTML for the preview on screen. Plain tags that Qt's text engine knows; all text escaped."""

from __future__ import annotations

from html import escape

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

_STYLE = (
    "body{font-family:serif;line-height:1.4}"
    ".banner,.centered{text-align:center}.banner{font-size:x-large;font-weight:bold}"
    ".party{margin-left:1.5em}.right{margin:0 0 0 "
    "50%}.small{font-size:small}.warning{font-weight:bold}"
    ".quotation{margin-left:3em;font-style:italic}"
    "td,th{border:1px solid #888;padding:3px;text-align:left;vertical-align:top}"
)


def html(document: Document) -> str:
    """The whole document as one HTML page."""
    body = "\n".join(_block(block) for block in document.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title><style>{_STYLE}</style></head><body>\n{body}\n</body></html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Banner():
            return f'<p class="banner">{escape(block.text)}</p>'
        case Figure():
            return f'<p class="small">{escape(block.description)}</p>'
        case Paragraph():
            kind = "" if block.style is Style.BODY else f' class="{block.style.value}"'
            return f"<p{kind}{_facts(block.facts)}>{_inline(block.runs)}</p>"
        case Numbered():
            return f"<p{_facts(block.facts)}>{block.number}. {_inline(block.runs)}</p>"
        case Quotation():
            return f'<p class="quotation"{_facts(block.facts)}>{_inline(block.runs)}</p>'
        case Items():
            rows = (
                f'<p class="party">{escape(block.mark(n))} {_inline(i)}</p>'
                for n, i in enumerate(block.items)
            )
            return "\n".join(rows)
        case Table():
            return _table(block)
        case Signature():
            names = (*block.lines, block.name) if block.name else block.lines
            return "\n".join(f"<p>{escape(line)}</p>" for line in names)


def _table(block: Table) -> str:
    head = "".join(f"<th>{escape(text)}</th>" for text in block.header)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in row) + "</tr>" for row in block.rows
    )
    return f"<table>\n<tr>{head}</tr>\n{rows}\n</table>"


def _inline(runs: Inline) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    if run.bold:
        words = f"<b>{words}</b>"
    return f"<i>{words}</i>" if run.italic else words


def _facts(paths: tuple[str, ...]) -> str:
    """The answers behind a paragraph, so that a click can lead back to them."""
    return f' data-facts="{escape(" ".join(paths))}"' if paths else ""
