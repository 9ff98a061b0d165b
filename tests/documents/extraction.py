"""What a reader of a printed file gets: its words, without the spaces and line breaks of the page."""

from __future__ import annotations

import html
import re
import unicodedata
from io import BytesIO

FOOT = re.compile(r"[^\n]*Page \d+ sur \d+$")


def squeezed(text: str) -> str:
    """`text` without any white space, in one normal form: lines break where the page ends."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def words_of_pdf(data: bytes) -> str:
    """The text of every page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        # PDFium marks a hyphen at the end of a line with U+FFFE or U+0002; reportlab cuts without a hyphen.
        pages = [re.sub("[\ufffe\x02]", "-", page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()
    # The foot of a page stands in the middle of a paragraph that goes on overleaf.
    return "\n".join(FOOT.sub("", page.rstrip()) for page in pages)


def words_of_docx(data: bytes) -> str:
    """The text of the body, tables included, in order; without numbers that Word makes itself."""
    import docx
    from docx.table import Table

    document = docx.Document(BytesIO(data))
    found = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return "\n".join(found)


def words_of_html(lines: str) -> str:
    """The text without the tags."""
    return html.unescape(re.sub(r"<[^>]*>", "", lines))
