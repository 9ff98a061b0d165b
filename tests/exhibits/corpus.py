"""Files that people bring, and files made to harm: all made here, small, the same every time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import cache
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

RED, GREEN, BLUE, YELLOW = (220, 20, 20), (20, 160, 20), (20, 20, 220), (230, 220, 20)
# Top left, top right, bottom left, bottom right of every picture made here, seen upright.
CORNERS = (RED, GREEN, BLUE, YELLOW)
DAY = "2026:11:03 10:22:31"

_ORIENTATION, _CHANGED, _EXIF, _TAKEN, _GPS = 0x0112, 0x0132, 0x8769, 0x9003, 0x8825
# From upright to how a camera with that orientation stores it: the inverse of what a viewer does.
_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def four_corners(width: int = 600, height: int = 800) -> Image.Image:
    """A picture whose upright position can be told from its corners."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    half = width // 2, height // 2
    for number, colour in enumerate(CORNERS):
        left, top = half[0] * (number % 2), half[1] * (number // 2)
        draw.rectangle((left, top, left + half[0], top + half[1]), fill=colour)
    return image


def exif(orientation: int = 1, *, place: bool = False, day: str | None = None) -> Image.Exif:
    """An EXIF block as a phone writes it."""
    block = Image.Exif()
    block[_ORIENTATION] = orientation
    block[0x010F] = "SECRETPHONE"
    if day is not None:
        block[_CHANGED] = day
        block.get_ifd(_EXIF)[_TAKEN] = day
    if place:
        block.get_ifd(_GPS).update({1: "N", 2: (48.0, 53.0, 33.0), 3: "E", 4: (2.0, 12.0, 24.0)})
    return block


def encoded(image: Image.Image, kind: str = "JPEG", **words: Any) -> bytes:
    """The picture as a file."""
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    stream = io.BytesIO()
    image.save(stream, kind, **words)
    return stream.getvalue()


@cache
def photo(orientation: int = 1, kind: str = "JPEG", *, place: bool = False, day: str | None = None) -> bytes:
    """A photo of the four corners, stored as a camera in that position stores it."""
    upright = four_corners()
    way = _STORED[orientation]
    stored = upright if way is None else upright.transpose(way)
    block = exif(orientation, place=place, day=day)
    # The HEIC writer turns the bytes, not the object, into the turn that HEIC readers follow.
    return encoded(stored, kind, exif=block.tobytes() if kind == "HEIF" else block, quality=90)


def png_bomb(side: int = 14_200) -> bytes:
    """A PNG of some kilobytes that unpacks to `side` x `side` pixels (200 million)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(9)
    # One bit a pixel, no filter: each row is a zero and side / 8 zeros.
    row = bytes(1 + (side + 7) // 8)
    data = b"".join(packer.compress(row) for _row in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def png_with_text() -> bytes:
    """A screen capture that says when it was made, and more than it should."""
    texts = PngInfo()
    texts.add_text("Creation Time", "Tue, 03 Nov 2026 10:22:31 +0100")
    texts.add_text("Author", "SECRETAUTHOR")
    return encoded(four_corners(), "PNG", pnginfo=texts)


@cache
def pdf(pages: int = 2) -> bytes:
    """A PDF with « Page 1 », « Page 2 »… on its pages."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(100, 700, f"Page {number} SECRETWORD{number}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def pdf_that_acts() -> bytes:
    """A PDF with every way to act: at opening, on the page, on a click, in a form, and an attached file."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        NumberObject,
        TextStringObject,
    )

    def script(words: str) -> DictionaryObject:
        return DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Action"),
                NameObject("/S"): NameObject("/JavaScript"),
                NameObject("/JS"): TextStringObject(f"app.alert('{words}')"),
            }
        )

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(1))))
    writer.add_attachment("SECRETATTACHMENT.exe", b"MZ SECRETATTACHED")
    writer.add_metadata({"/Author": "SECRETAUTHOR", "/CreationDate": "D:20261103102231+01'00'"})
    writer.root_object[NameObject("/OpenAction")] = script("SECRETOPENING")
    names = writer.root_object["/Names"].get_object()
    assert isinstance(names, DictionaryObject)
    names[NameObject("/JavaScript")] = DictionaryObject(
        {NameObject("/Names"): ArrayObject([TextStringObject("start"), script("SECRETSCRIPT")])}
    )
    page = writer.pages[0]
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script("SECRETPAGE")})
    page[NameObject("/Metadata")] = TextStringObject("SECRETMETADATA")
    page[NameObject("/Annots")] = ArrayObject(
        [
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/Annot"),
                    NameObject("/Subtype"): NameObject("/Link"),
                    NameObject("/Rect"): ArrayObject([FloatObject(v) for v in (0, 0, 100, 100)]),
                    NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
                    NameObject("/A"): script("SECRETCLICK"),
                }
            )
        ]
    )
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def pdf_form() -> bytes:
    """A form whose field somebody filled in."""
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.drawString(100, 740, "Nom")
    canvas.acroForm.textfield(
        name="nom", value="KACI", x=100, y=700, width=200, height=24, borderWidth=1, forceBorder=True
    )
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def pdf_with_password() -> bytes:
    """A PDF that opens with a password only."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(1))))
    writer.encrypt("motdepasse", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def archive() -> bytes:
    """A ZIP that holds a PDF."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("piece.pdf", pdf(1))
    return stream.getvalue()


def corners_of(image: Image.Image) -> list[tuple[int, int, int]]:
    """The colours near the four corners, each as the nearest of `CORNERS`."""
    image = image.convert("RGB")
    width, height = image.size
    near = []
    for number in range(4):
        x = width // 8 if number % 2 == 0 else width * 7 // 8
        y = height // 8 if number < 2 else height * 7 // 8
        near.append(nearest(image, x, y))
    return near


def nearest(image: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    """The one of `CORNERS` that the pixel is nearest to."""
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return min(CORNERS, key=lambda colour: sum(abs(a - b) for a, b in zip(colour, pixel, strict=False)))


def pictures_of_pdf(data: bytes, scale: float = 1.0) -> list[Image.Image]:
    """Every page of a PDF, drawn."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=scale).to_pil().convert("RGB") for page in document]
