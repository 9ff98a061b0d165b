"""Pictures made safe: decoded once, turned upright, brought to paper size, written anew without a trace.

Runs in the worker only. What is written has pixels and nothing else: no EXIF, no place, no profile, no text.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.exhibits.limits import Limits
from core.exhibits.protocol import Failed, Failure, Found
from core.exhibits.sniff import Format

if TYPE_CHECKING:
    from PIL.Image import Exif, Image

# A4 at 200 dots per inch: small print stays legible and a page weighs about half a megabyte.
SHORT_SIDE, LONG_SIDE = 1654, 2339
# A capture of a whole web page is much longer than wide: beyond this ratio it is cut into pages.
LONG_CAPTURE = 2.6
PAGE_RATIO = 2**0.5
# A line of text that falls on the cut is whole on one of the two pages.
OVERLAP = 0.04
MAX_SLICES = 30

PHOTO_QUALITY, SCREEN_QUALITY = 80, 85

_PILLOW_NAMES: Mapping[Format, str] = {
    Format.JPEG: "JPEG",
    Format.PNG: "PNG",
    Format.WEBP: "WEBP",
    Format.HEIC: "HEIF",
}
# Numbers of the EXIF standard (CIPA DC-008): DateTimeOriginal, DateTimeDigitized, DateTime; the two blocks.
_TAKEN, _DIGITISED, _CHANGED = 0x9003, 0x9004, 0x0132
_EXIF_BLOCK, _GPS_BLOCK, _ORIENTATION = 0x8769, 0x8825, 0x0112
# What Pillow calls the eight orientations' ways back (Image.Transpose), by the number in EXIF.
_WAYS_BACK: Mapping[int, int] = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}


@dataclass(frozen=True)
class Picture:
    """A JPEG of ours and its size in pixels."""

    data: bytes
    size: tuple[int, int]


def clean(data: bytes, kind: Format, limits: Limits) -> tuple[tuple[Picture, ...], Found]:
    """Safe copies of a picture, one a page, and what it said of itself.

    Raises `Failed` for too many pixels, and what Pillow raises on a broken file.
    """
    image = opened(data, kind, limits)
    image.load()
    exif = image.getexif()
    found = _found(image, exif)
    upright = _upright(image, exif)
    screen = kind in (Format.PNG, Format.WEBP)
    pictures = tuple(
        Picture(
            jpeg(page, SCREEN_QUALITY if screen else PHOTO_QUALITY, sharp_colours=screen),
            page.size,
        )
        for page in _slices(upright)
    )
    return pictures, found


def opened(data: bytes, kind: Format, limits: Limits) -> Image:
    """The picture with only its header read. Raises `Failed` where it has too many pixels."""
    from PIL import Image

    if kind is Format.HEIC:
        import pillow_heif

        pillow_heif.register_heif_opener(
            decode_threads=1, thumbnails=False, depth_images=False, aux_images=False
        )
    # Our own limit, and Pillow's as a second wall behind it.
    Image.MAX_IMAGE_PIXELS = limits.pixels
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(io.BytesIO(data), formats=[_PILLOW_NAMES[kind]])
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise Failed(Failure.TOO_MANY_PIXELS) from error
    if image.width * image.height > limits.pixels:
        raise Failed(Failure.TOO_MANY_PIXELS)
    return image


def jpeg(image: Image, quality: int, *, sharp_colours: bool = False) -> bytes:
    """The picture as a JPEG without any block but pixels. Sharp colours keep coloured text legible."""
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality, subsampling=0 if sharp_colours else 2)
    return stream.getvalue()


def flattened(image: Image) -> Image:
    """The picture as it looks on white paper, in RGB or grey."""
    from PIL import Image as Pillow

    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits a pixel: keep the upper half.
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("RGB", "L"):
        return image
    if image.mode == "1":
        return image.convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Pillow.new("RGB", layer.size, "white")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    return image.convert("RGB")


def fitted(image: Image, width: int, height: int) -> Image:
    """The picture scaled down, never up, to lie within these sides."""
    from PIL import Image as Pillow

    scale = min(width / image.width, height / image.height)
    if scale >= 1:
        return image
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Pillow.Resampling.BICUBIC)


def _upright(image: Image, exif: Exif) -> Image:
    from PIL import Image as Pillow

    orientation = exif.get(_ORIENTATION, 1)
    turned = orientation in (5, 6, 7, 8)
    width, height = (image.height, image.width) if turned else image.size
    target = _paper_size(width, height)
    # Scaled first, for turning the smaller picture costs less.
    small = fitted(flattened(image), *(reversed(target) if turned else target))
    way_back = _WAYS_BACK.get(orientation)
    return small if way_back is None else small.transpose(Pillow.Transpose(way_back))


def _paper_size(width: int, height: int) -> tuple[int, int]:
    if height > width * LONG_CAPTURE:
        return SHORT_SIDE, height
    return (LONG_SIDE, SHORT_SIDE) if width > height else (SHORT_SIDE, LONG_SIDE)


def _slices(image: Image) -> Iterator[Image]:
    width, height = image.size
    if height <= width * LONG_CAPTURE:
        yield image
        return
    page = round(width * PAGE_RATIO)
    step = max(1, round(page * (1 - OVERLAP)))
    starts = range(0, max(1, height - (page - step)), step)
    if len(starts) > MAX_SLICES:
        raise Failed(Failure.TOO_MANY_PIXELS)
    for top in starts:
        yield image.crop((0, top, width, min(top + page, height)))


def _found(image: Image, exif: Exif) -> Found:
    block = exif.get_ifd(_EXIF_BLOCK)
    camera = (block.get(_TAKEN), block.get(_DIGITISED), exif.get(_CHANGED))
    texts = getattr(image, "text", {})
    return Found(
        camera_dates=tuple(value for value in camera if isinstance(value, str)),
        text_dates=tuple(
            str(value)[:100] for name, value in texts.items() if name.lower() in ("creation time", "date")
        ),
        place=bool(exif.get_ifd(_GPS_BLOCK)),
    )
