"""Sheets made visible: as a picture, as the PDF of one exhibit, as the set to print with stamps.

Runs in the worker only. Masks are painted on the pixels and a crop cuts them off before anything is
written: what is hidden is in no output. The same input makes the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.dossier.model import Region, Sheet
from core.exhibits import pdfs
from core.exhibits.images import LONG_SIDE, Picture, fitted, flattened, jpeg, opened
from core.exhibits.limits import Limits
from core.exhibits.protocol import Failed, Failure, PaperPiece, Quality
from core.exhibits.sniff import HEAD_BYTES, Format, identify

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdf import PageObject, PdfReader, PdfWriter
    from pypdf.generic import StreamObject

    Size = tuple[float, float]
    Frame = tuple[float, float, float, float]
    Matrix = tuple[float, float, float, float, float, float]

# Points: 72 an inch.
A4 = (595.0, 842.0)
MARGIN = 24.0
# On the paper set, a band at the top of each page is kept free for the stamp.
STAMP_BAND = 34.0
# A small picture is not blown up beyond this many dots per inch.
FEWEST_DPI = 96
_FONT = Path(__file__).parents[2] / "resources" / "fonts" / "NotoSerif-Bold.ttf"
_FONT_NAME = "Exhibit-Bold"
# Pixels of a JPEG are kept in blocks of at most this side: a mask covers whole blocks, since the ones it
# would share keep a shadow of what it hides.
_BLOCK = 16
_TURNED_LEFT, _UPSIDE_DOWN, _TURNED_RIGHT = 3, 2, 1


@dataclass(frozen=True)
class _Thing:
    """An object of the PDF that fills the unit square, the turn it needs, its size once turned, in points."""

    content: StreamObject
    turn: int
    width: float
    height: float


@dataclass(frozen=True)
class _Leaf:
    """One page of the paper set: its words, and what stands on it unless it is a separator."""

    size: Size
    label: str
    text: str
    thing: _Thing | None


def draw(data: bytes, sheet: Sheet, pixels: int, quality: int) -> Picture:
    """The sheet as it will be printed, as a JPEG. Raises what Pillow and pdfium raise on a broken file."""
    image = _picture_of(data, sheet, pixels)
    return Picture(jpeg(image, quality, sharp_colours=True), image.size)


def exhibit(sheets: Sequence[Sheet], blobs: Mapping[str, bytes], quality: Quality) -> bytes:
    """The PDF of one exhibit: its sheets in their order, on A4 where they are pictures."""
    writer = pdfs.new_writer()
    readers: dict[str, PdfReader] = {}
    for sheet in sheets:
        if sheet.page is None or _is_changed(sheet) or quality.dpi is not None:
            _add_picture(writer, sheet, blobs[sheet.blob], quality)
        else:
            page = pdfs.add_page(writer, _reader(readers, sheet, blobs).pages[sheet.page - 1])
            page.rotate(90 * sheet.turn)
    return pdfs.written(writer)


def paper_set(pieces: Sequence[PaperPiece], blobs: Mapping[str, bytes]) -> bytes:
    """One PDF to print: before each exhibit a sheet with its number, on each page a stamp."""
    writer = pdfs.new_writer()
    leaves = list(_leaves(writer, pieces, blobs))
    overlay = pdfs.opened(_overlay(leaves))
    for leaf, over in zip(leaves, overlay.pages, strict=True):
        width, height = leaf.size
        things = [(_form(writer, over), (width, 0.0, 0.0, height, 0.0, 0.0))]
        if leaf.thing is not None:
            frame = (MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN - STAMP_BAND)
            things.insert(0, (leaf.thing.content, _matrix(leaf.thing, frame)))
        _place(writer, writer.add_blank_page(width, height), things)
    return pdfs.written(writer)


def _leaves(writer: PdfWriter, pieces: Sequence[PaperPiece], blobs: Mapping[str, bytes]) -> Iterator[_Leaf]:
    readers: dict[str, PdfReader] = {}
    for piece in pieces:
        label = f"Pièce n° {piece.number}"
        yield _Leaf(A4, label, piece.title, None)
        for number, sheet in enumerate(piece.sheets, start=1):
            thing = _thing(writer, sheet, blobs, readers)
            text = f"page {number} sur {len(piece.sheets)}"
            yield _Leaf(_page_size(thing), label, text, thing)


# --- pictures -----------------------------------------------------------------------------------------------


def _picture_of(data: bytes, sheet: Sheet, pixels: int) -> Image:
    from PIL import Image as Pillow

    if sheet.page is None:
        image = flattened(opened(data, identify(data[:HEAD_BYTES]), Limits()))
    else:
        # Drawn as fine as pictures are kept, then masked like them.
        image = pdfs.drawn(_surely_pdf(data), sheet.page, max(LONG_SIDE, min(pixels, 2 * LONG_SIDE)))
    for region in sheet.masks:
        image.paste(_black(image), _pixels(region, image.size, _BLOCK))
    if sheet.crop is not None:
        image = image.crop(_pixels(sheet.crop, image.size, 1))
    if sheet.turn:
        # Pillow names turns the other way round.
        ways = {
            _TURNED_RIGHT: Pillow.Transpose.ROTATE_270,
            _UPSIDE_DOWN: Pillow.Transpose.ROTATE_180,
            _TURNED_LEFT: Pillow.Transpose.ROTATE_90,
        }
        image = image.transpose(ways[sheet.turn])
    return fitted(image, pixels, pixels)


def _black(image: Image) -> int | tuple[int, int, int]:
    return 0 if image.mode == "L" else (0, 0, 0)


def _pixels(region: Region, size: tuple[int, int], block: int) -> tuple[int, int, int, int]:
    """The region in pixels, widened to whole blocks and kept inside the picture."""
    width, height = size
    left = region.left * width // 10_000 // block * block
    top = region.top * height // 10_000 // block * block
    right = -(-(region.left + region.width) * width // 10_000)
    bottom = -(-(region.top + region.height) * height // 10_000)
    return (
        left,
        top,
        min(max(-(-right // block) * block, left + 1), width),
        min(max(-(-bottom // block) * block, top + 1), height),
    )


def _is_changed(sheet: Sheet) -> bool:
    return bool(sheet.masks) or sheet.crop is not None


def _add_picture(writer: PdfWriter, sheet: Sheet, data: bytes, quality: Quality) -> None:
    thing = _picture_thing(sheet, data, quality)
    width, height = _page_size(thing)
    # A page of a PDF has margins of its own.
    margin = MARGIN if sheet.page is None else 0.0
    frame = (margin, margin, width - 2 * margin, height - 2 * margin)
    _place(writer, writer.add_blank_page(width, height), [(thing.content, _matrix(thing, frame))])


def _picture_thing(sheet: Sheet, data: bytes, quality: Quality) -> _Thing:
    turn = sheet.turn
    if quality.dpi is not None or _is_changed(sheet) or identify(data[:HEAD_BYTES]) is not Format.JPEG:
        longest = LONG_SIDE if quality.dpi is None else round(A4[1] / 72 * quality.dpi)
        image = _picture_of(data, sheet, longest)
        # The pixels are turned already.
        data, turn = jpeg(image.convert("L") if quality.grey else image, quality.jpeg), 0
    header = opened(data, Format.JPEG, Limits())
    if header.mode not in ("RGB", "L"):
        data = jpeg(flattened(header), quality.jpeg)
        header = opened(data, Format.JPEG, Limits())
    width, height = (side * 72 / FEWEST_DPI for side in header.size)
    if turn % 2:
        width, height = height, width
    return _Thing(_jpeg_object(data, header.size, header.mode), turn, width, height)


# --- PDF objects --------------------------------------------------------------------------------------------


def _thing(
    writer: PdfWriter, sheet: Sheet, blobs: Mapping[str, bytes], readers: dict[str, PdfReader]
) -> _Thing:
    if sheet.page is None or _is_changed(sheet):
        return _picture_thing(sheet, blobs[sheet.blob], Quality())
    page = _reader(readers, sheet, blobs).pages[sheet.page - 1]
    turn = (sheet.turn + page.rotation // 90) % 4
    width, height = float(page.cropbox.width), float(page.cropbox.height)
    if turn % 2:
        width, height = height, width
    return _Thing(_form(writer, page), turn, width, height)


def _reader(readers: dict[str, PdfReader], sheet: Sheet, blobs: Mapping[str, bytes]) -> PdfReader:
    if sheet.blob not in readers:
        readers[sheet.blob] = pdfs.opened(_surely_pdf(blobs[sheet.blob]))
    return readers[sheet.blob]


def _surely_pdf(data: bytes) -> bytes:
    # A dossier from elsewhere may keep anything; a reader would find a PDF inside an archive too.
    if identify(data[:HEAD_BYTES]) is not Format.PDF:
        raise Failed(Failure.BROKEN)
    return data


def _jpeg_object(data: bytes, size: tuple[int, int], mode: str) -> StreamObject:
    """The JPEG as it is, as an image of the PDF: nothing is decoded, nothing gets worse."""
    from pypdf.generic import EncodedStreamObject, NameObject, NumberObject

    image = EncodedStreamObject()
    image._data = data
    image[NameObject("/Type")] = NameObject("/XObject")
    image[NameObject("/Subtype")] = NameObject("/Image")
    image[NameObject("/Width")] = NumberObject(size[0])
    image[NameObject("/Height")] = NumberObject(size[1])
    image[NameObject("/ColorSpace")] = NameObject("/DeviceGray" if mode == "L" else "/DeviceRGB")
    image[NameObject("/BitsPerComponent")] = NumberObject(8)
    image[NameObject("/Filter")] = NameObject("/DCTDecode")
    return image


def _form(writer: PdfWriter, page: PageObject) -> StreamObject:
    """The page as one object that can be placed on another, scaled into the unit square like an image."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, FloatObject, NameObject

    box = page.cropbox
    width, height = float(box.width), float(box.height)
    content = page.get_contents()
    plain = DecodedStreamObject()
    plain.set_data(b"" if content is None else content.get_data())
    form = plain.flate_encode()
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject([FloatObject(side) for side in box])
    form[NameObject("/Matrix")] = ArrayObject(
        FloatObject(value)
        for value in (1 / width, 0, 0, 1 / height, -float(box.left) / width, -float(box.bottom) / height)
    )
    for name in ("/Resources", "/Group"):
        if name in page:
            form[NameObject(name)] = page[name].clone(writer)
    return form


def _place(writer: PdfWriter, page: PageObject, things: Sequence[tuple[StreamObject, Matrix]]) -> None:
    """Put objects that fill the unit square on a page, each through its matrix."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    names = DictionaryObject()
    lines: list[str] = []
    for number, (thing, matrix) in enumerate(things):
        names[NameObject(f"/X{number}")] = writer._add_object(thing)
        lines.append(f"q {' '.join(f'{value:.4f}' for value in matrix)} cm /X{number} Do Q")
    content = DecodedStreamObject()
    content.set_data("\n".join(lines).encode("ascii"))
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): names})
    page[NameObject("/Contents")] = writer._add_object(content)


def _page_size(thing: _Thing) -> Size:
    return (A4[1], A4[0]) if thing.width > thing.height else A4


def _matrix(thing: _Thing, frame: Frame) -> Matrix:
    """What brings the unit square, turned clockwise, to the top of the frame, in its middle."""
    scale = min(1.0, frame[2] / thing.width, frame[3] / thing.height)
    width, height = thing.width * scale, thing.height * scale
    left, bottom = frame[0] + (frame[2] - width) / 2, frame[1] + frame[3] - height
    match thing.turn:
        case 1:
            return (0, -height, width, 0, left, bottom + height)
        case 2:
            return (-width, 0, 0, -height, left + width, bottom + height)
        case 3:
            return (0, height, -width, 0, left + width, bottom)
    return (width, 0, 0, height, left, bottom)


# --- stamps -------------------------------------------------------------------------------------------------


def _overlay(leaves: Sequence[_Leaf]) -> bytes:
    """A PDF with the words alone: on each separator its number and title, on each other page a stamp."""
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    if _FONT_NAME not in getRegisteredFontNames():
        registerFont(TTFont(_FONT_NAME, str(_FONT)))
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=1, invariant=1)
    for leaf in leaves:
        width, height = leaf.size
        canvas.setPageSize(leaf.size)
        if leaf.thing is None:
            canvas.setFont(_FONT_NAME, 40)
            canvas.drawCentredString(width / 2, height * 0.6, leaf.label)
            canvas.setFont(_FONT_NAME, 18)
            for row, line in enumerate(simpleSplit(leaf.text, _FONT_NAME, 18, width - 4 * MARGIN)):
                canvas.drawCentredString(width / 2, height * 0.6 - 50 - 26 * row, line)
        else:
            canvas.setFont(_FONT_NAME, 11)
            words = f"{leaf.label} – {leaf.text}"
            box = canvas.stringWidth(words) + 16
            canvas.rect(width - MARGIN - box, height - MARGIN - 20, box, 20)
            canvas.drawString(width - MARGIN - box + 8, height - MARGIN - 14, words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
