"""PDFs made safe: only the pages are carried over, without scripts, actions, attachments or metadata.

Runs in the worker only. Form fields and notes on the page become part of what is printed, so that nothing
the reader sees is lost; everything that could act, or that says who made the file, stays behind.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from core.exhibits.limits import Limits
from core.exhibits.protocol import Failed, Failure, Found

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdf import PageObject, PdfReader, PdfWriter

# All that a page needs to be printed (ISO 32000-2, 7.7.3.3).
_PAGE_KEYS = frozenset(
    {"/Type", "/Parent", "/Resources", "/Contents", "/MediaBox", "/CropBox", "/Rotate", "/Group", "/UserUnit"}
)
# Whatever acts, is attached, points out of the file or tells about its making, wherever it stands.
_BANNED = frozenset(
    {"/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/AF", "/Metadata", "/PieceInfo",
     "/OPI", "/Alternates", "/LastModified"}
)  # fmt: skip
_BANNED_IN_STREAMS = frozenset({"/F", "/FFilter", "/FDecodeParms", "/Ref"})
# Under these, the names are the author's own and mean nothing by themselves.
_NAME_TABLES = (
    "/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/Properties", "/CharProcs",
)  # fmt: skip
# Sides of a page in points; the upper bound is PDF's own (200 inches).
_SIDES = (1.0, 14_400.0)


def clean(data: bytes, limits: Limits) -> tuple[bytes, int, Found]:
    """A safe copy of a PDF, its number of pages, and what it said of itself.

    Raises `Failed` for a password or too many pages, and what the libraries raise on a broken file.
    """
    reader = opened(data)
    if len(reader.pages) > limits.pages:
        raise Failed(Failure.TOO_MANY_PAGES)
    if not reader.pages:
        raise Failed(Failure.BROKEN)
    found = _found(reader)
    if any("/Annots" in page for page in reader.pages):
        reader = opened(_flattened(data))
    writer = new_writer()
    for page in reader.pages:
        add_page(writer, page)
        _check_content(page)
    return written(writer), len(writer.pages), found


def _check_content(page: PageObject) -> None:
    """Unpack what is drawn on the page: what cannot be printed later is better refused now.

    Raises `Failed` where it unpacks without end, and pypdf's errors.
    """
    from pypdf.errors import LimitReachedError

    try:
        content = page.get_contents()
        if content is not None:
            content.get_data()
    except LimitReachedError as error:
        raise Failed(Failure.NO_MEMORY) from error


def opened(data: bytes) -> PdfReader:
    """A reader on the PDF. Raises `Failed` where it is encrypted, and pypdf's errors."""
    from pypdf import PdfReader

    # What pypdf has to say about a broken file interests nobody, and could quote it.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Failed(Failure.ENCRYPTED)
    return reader


def new_writer() -> PdfWriter:
    """An empty PDF that says nothing of its making."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.metadata = None
    return writer


def add_page(writer: PdfWriter, page: PageObject) -> PageObject:
    """Carry one page over, with only what is printed of it. Raises `ValueError` for an impossible size."""
    sides = float(page.mediabox.width), float(page.mediabox.height)
    if not all(_SIDES[0] <= side <= _SIDES[1] for side in sides):
        raise ValueError("impossible page size")
    return writer.add_page(page, excluded_keys=[key for key in page if key not in _PAGE_KEYS])


def written(writer: PdfWriter) -> bytes:
    """The bytes of the PDF, scrubbed of whatever acts or tells."""
    scrub(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def scrub(writer: PdfWriter) -> None:
    """Take every banned entry out of every object of the PDF."""
    dictionaries = list(_dictionaries(writer))
    tables = {
        id(table.get_object()) for one in dictionaries for name in _NAME_TABLES if (table := one.get(name))
    }
    for one in dictionaries:
        if id(one) in tables:
            continue
        for name in _BANNED & one.keys():
            del one[name]
        if hasattr(one, "_data"):
            for name in _BANNED_IN_STREAMS & one.keys():
                del one[name]
            _strip_picture(one)


def _strip_picture(stream: Any) -> None:
    """Take the EXIF out of a JPEG that lies in the PDF, perhaps packed once more."""
    from pypdf.generic import NameObject

    filters = stream.get("/Filter")
    if isinstance(filters, list):
        if not filters or filters[-1] != "/DCTDecode":
            return
        # Unpacks what lies around the JPEG and leaves the JPEG itself.
        jpeg = stream.get_data()
        stream.pop("/DecodeParms", None)
        stream[NameObject("/Filter")] = NameObject("/DCTDecode")
    elif filters == "/DCTDecode":
        jpeg = stream._data
    else:
        return
    stream._data = without_exif(jpeg)


def without_exif(jpeg: bytes) -> bytes:
    """A JPEG without its application segments, but for those that decide its colours (JFIF, Adobe)."""
    kept, at = [jpeg[:2]], 2
    while jpeg[at : at + 1] == b"\xff" and at + 4 <= len(jpeg):
        marker, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4], "big")
        # From the start of the scan on there are no more segments, only pixels.
        if marker == 0xDA or length < 2:
            break
        if not (0xE1 <= marker <= 0xED or marker in (0xEF, 0xFE)):
            kept.append(jpeg[at : at + 2 + length])
        at += 2 + length
    return b"".join([*kept, jpeg[at:]])


def drawn(data: bytes, page: int, pixels: int) -> Image:
    """Page number `page` (from 1) as a picture whose longer side has `pixels`. Raises `IndexError`."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        sheet = document[page - 1]
        scale = pixels / max(*sheet.get_size(), 1)
        picture: Image = sheet.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        return picture


def _flattened(data: bytes) -> bytes:
    # Fields and notes are drawn into the pages, as they would be printed.
    import pypdfium2
    import pypdfium2.raw as pdfium

    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        for number in range(len(document)):
            page = document[number]
            if document.formenv:
                page.flatten(pdfium.FLAT_PRINT)
            elif pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT) == pdfium.FLATTEN_FAIL:
                raise ValueError("notes cannot be drawn")
        stream = io.BytesIO()
        document.save(stream)
    return stream.getvalue()


def _found(reader: PdfReader) -> Found:
    information = reader.trailer.get("/Info")
    information = information.get_object() if information is not None else {}
    dates = (information.get(name) for name in ("/CreationDate", "/ModDate"))
    root = reader.root_object
    names = root.get("/Names")
    names = names.get_object() if names is not None else {}
    return Found(
        document_dates=tuple(str(day)[:40] for day in dates if day is not None),
        active=bool({"/OpenAction", "/AA"} & root.keys())
        or bool({"/JavaScript", "/EmbeddedFiles"} & names.keys()),
    )


def _dictionaries(writer: PdfWriter) -> Iterator[Any]:
    """Every dictionary and stream of the PDF, those inside others too."""
    waiting: list[Any] = [one for one in writer._objects if one is not None]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
