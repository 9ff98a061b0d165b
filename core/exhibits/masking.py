"""Parts hidden for good: the pixels are painted over and the copy that still had them is let go.

A mask laid on a sheet (`Sheet.masks`) can be taken off again; every output already paints it. `burn` makes
it final in the dossier too.
"""

from __future__ import annotations

import math

from msgspec.structs import replace

from core.dossier.model import Region, Sheet
from core.exhibits.blobs import BlobStore
from core.exhibits.images import LONG_SIDE
from core.exhibits.pool import Pool
from core.exhibits.protocol import Draw

# Burning must not make the rest of a page less legible.
_QUALITY = 90
_DRAW_SECONDS = 60.0
# Regions count in ten-thousandths.
_WHOLE = 10_000


def with_mask(sheet: Sheet, region: Region) -> Sheet:
    """The sheet with one more part hidden."""
    return replace(sheet, masks=(*sheet.masks, region))


def without_mask(sheet: Sheet) -> Sheet:
    """The sheet with its last mask taken off; the same sheet where it has none."""
    return replace(sheet, masks=sheet.masks[:-1])


def turned(sheet: Sheet, quarters: int = 1) -> Sheet:
    """The sheet turned clockwise by quarters; negative: the other way."""
    return replace(sheet, turn=(sheet.turn + quarters) % 4)


def stored_region(sheet: Sheet, box: tuple[float, float, float, float]) -> Region:
    """The part of the stored page that lies under `box`: left, top, right, bottom, in fractions (0 to 1) of
    the sheet as it is shown, cropped and turned.

    It never covers less than the box does.
    """
    left, top, right, bottom = (min(max(side, 0.0), 1.0) for side in box)
    for _quarter in range(sheet.turn):
        # One quarter back, against the clock.
        left, top, right, bottom = top, 1 - right, bottom, 1 - left
    frame = sheet.crop or Region(left=0, top=0, width=_WHOLE, height=_WHOLE)
    x, across = _span(left, right, frame.left, frame.width)
    y, down = _span(top, bottom, frame.top, frame.height)
    return Region(left=x, top=y, width=across, height=down)


def _span(first: float, last: float, start: int, length: int) -> tuple[int, int]:
    begin = min(start + math.floor(first * length), _WHOLE - 1)
    # Floating point must not add a step to a box that ends where the page does.
    end = min(start + math.ceil(last * length - 1e-6), _WHOLE)
    return begin, max(end - begin, 1)


def burn(sheet: Sheet, store: BlobStore, pool: Pool) -> Sheet:
    """A sheet that shows the same without holding what is hidden or cut off; it is a picture from now on.

    The caller saves the dossier with the new sheet, then deletes the blobs that no sheet uses any more
    (`core.exhibits.arrange.unused_blobs`). Raises like `Pool.run`, and what the store raises.
    """
    if not sheet.masks and sheet.crop is None:
        return sheet
    data = picture(sheet, store, pool, pixels=2 * LONG_SIDE, quality=_QUALITY)
    return Sheet(blob=store.add_blob(data), source=sheet.source)


def picture(
    sheet: Sheet, store: BlobStore, pool: Pool, *, pixels: int = LONG_SIDE, quality: int = 85
) -> bytes:
    """The sheet as it will be printed, as a JPEG whose longer side has at most `pixels`: for the screen.

    Raises like `Pool.run`, and what the store raises.
    """
    job = Draw(sheet=sheet, pixels=pixels, quality=quality)
    _done, blobs = pool.run(job, (store.get_blob(sheet.blob),), _DRAW_SECONDS)
    return blobs[0]
