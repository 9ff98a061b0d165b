"""Documents as DOCX, by python-docx: real styles and numbering, so that a jurist can edit before filing.

The same document gives the same bytes: dates and the times inside the archive are fixed.
"""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
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
    Signature,
    Style,
    Table,
)

_FIXED = datetime(2000, 1, 1, tzinfo=UTC)
_FONT = "Times New Roman"
_WIDTH_MM = 166


def docx(document: Document) -> bytes:
    """The document as DOCX bytes."""
    import docx as python_docx

    out = python_docx.Document()
    _prepare(out, document)
    for block in document.blocks:
        announced = bool(out.paragraphs) and out.paragraphs[-1].text.endswith(":")
        if announced or isinstance(block, Signature):
            _keep_with_next(out)
        _add(out, block)
    raw = BytesIO()
    out.save(raw)
    return _with_fixed_times(raw.getvalue())


def _prepare(out: Any, document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    properties = out.core_properties
    properties.title, properties.author, properties.comments = document.title, "", ""
    properties.language = "fr-FR" if document.language == "fr" else document.language
    properties.created = properties.modified = _FIXED
    properties.last_modified_by = ""
    section = out.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)
    normal = out.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.widow_control = True
    language = normal.element.get_or_add_rPr().makeelement(
        qn("w:lang"), {qn("w:val"): properties.language, qn("w:eastAsia"): properties.language}
    )
    normal.element.rPr.append(language)
    for name, size in (("Heading 1", 13), ("Heading 2", 11.5), ("Title", 20)):
        style = out.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        # The template's heading fonts come from the theme; without this Word would ignore the name.
        fonts = style.element.rPr.rFonts
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            if fonts.get(qn(attribute)) is not None:
                del fonts.attrib[qn(attribute)]
    numbers = out.styles["List Number"].paragraph_format
    numbers.left_indent, numbers.first_line_indent = Mm(9), Mm(-9)
    for level in out.part.numbering_part.element.iter(qn("w:lvl")):
        named = level.find(qn("w:pStyle"))
        if named is not None and named.get(qn("w:val")) == "ListNumber":
            for tab in level.iter(qn("w:tab")):
                tab.set(qn("w:pos"), str(Mm(9).twips))
    _box(out.styles["Title"])
    party = out.styles.add_style("Party", WD_STYLE_TYPE.PARAGRAPH)
    party.base_style, party.paragraph_format.left_indent = normal, Mm(5)
    party.paragraph_format.space_after = Pt(2)
    _footer(section, normal, document)


def _box(style: Any) -> None:
    """Draw a box around paragraphs of the style, instead of the template's coloured line."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
    )


def _keep_with_next(out: Any) -> None:
    """Keep the last paragraph on the page of what comes now."""
    if out.paragraphs:
        out.paragraphs[-1].paragraph_format.keep_with_next = True


def _footer(section: Any, normal: Any, document: Document) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    paragraph = section.footer.paragraphs[0]
    # Not the template's style for feet: its tab stops are for another paper.
    paragraph.style = normal
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
    before, _page, rest = document.page_of.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    paragraph.add_run(f"{document.running}\t{before}")
    _field(paragraph, "PAGE")
    paragraph.add_run(between)
    _field(paragraph, "NUMPAGES")
    if after:
        paragraph.add_run(after)
    for run in paragraph.runs:
        run.font.size = Pt(8.5)


def _field(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _add(out: Any, block: Block) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    match block:
        case Banner():
            paragraph = out.add_paragraph(block.text, style="Title")
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Heading():
            out.add_heading(block.text, block.level)
        case Paragraph():
            paragraph = out.add_paragraph(style="Party" if block.style is Style.PARTY else None)
            _runs(paragraph, block.runs)
            if block.style is Style.CENTERED:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            if block.style is Style.RIGHT:
                paragraph.paragraph_format.left_indent = Mm(90)
            if block.style in (Style.RIGHT, Style.BLOCK):
                paragraph.paragraph_format.space_after = Pt(14)
        case Numbered():
            _runs(out.add_paragraph(style="List Number"), block.runs)
        case Quotation():
            paragraph = out.add_paragraph(style="Quote")
            paragraph.paragraph_format.left_indent = Mm(12)
            _runs(paragraph, block.runs)
        case Items():
            for index, item in enumerate(block.items):
                paragraph = out.add_paragraph()
                paragraph.paragraph_format.left_indent = Mm(12)
                paragraph.paragraph_format.first_line_indent = Mm(-7)
                if block.compact:
                    paragraph.paragraph_format.space_after = Pt(1)
                paragraph.add_run(f"{block.mark(index)} ")
                _runs(paragraph, item)
        case Table():
            _table(out, block)
        case Signature():
            for line in (*block.lines, *((block.name,) if block.name else ())):
                paragraph = out.add_paragraph(line)
                paragraph.paragraph_format.left_indent = Mm(80)
                paragraph.paragraph_format.keep_together = True
                paragraph.paragraph_format.keep_with_next = line != block.name
                if line == block.lines[-1]:
                    paragraph.paragraph_format.space_after = Pt(48)
        case Figure():
            out.add_paragraph(block.description)


def _runs(paragraph: Any, runs: Inline) -> None:
    for run in runs:
        added = paragraph.add_run(run.text)
        added.bold, added.italic = run.bold or None, run.italic or None


def _table(out: Any, block: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    table = out.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.autofit = False
    shares = sum(block.widths)
    for column, share in zip(table.columns, block.widths, strict=True):
        column.width = Mm(_WIDTH_MM * share / shares)
    for cell, text in zip(table.rows[0].cells, block.header, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        for cell, runs in zip(table.add_row().cells, row, strict=True):
            _runs(cell.paragraphs[0], runs)
    for cell in (cell for row in table.rows for cell in row.cells):
        for run in cell.paragraphs[0].runs:
            run.font.size = Pt(9.5)
    for row in table.rows:
        for cell, share in zip(row.cells, block.widths, strict=True):
            cell.width = Mm(_WIDTH_MM * share / shares)
            cell.paragraphs[0].paragraph_format.space_after = 0
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    out.add_paragraph()


def _with_fixed_times(data: bytes) -> bytes:
    """The same archive with every member dated alike, so that equal documents are equal files."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _FIXED.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, old.read(name))
    return out.getvalue()
