"""How large, how long, how many: every limit on what a file may cost, and on what a court's site takes."""

from __future__ import annotations

from msgspec import Struct

MEGABYTE = 1_000_000


class Limits(Struct, frozen=True, kw_only=True):
    """What one file may cost when it is taken into the dossier."""

    # Photos have 2 to 15 MB, long scans up to some dozens.
    file_bytes: int = 64 * MEGABYTE
    # Takes in the 50-megapixel sensors of today's phones (8192 x 6144).
    pixels: int = 55_000_000
    pages: int = 200
    seconds: float = 60
    memory_bytes: int = 1_200 * MEGABYTE


class OutputLimits(Struct, frozen=True, kw_only=True):
    """What the files for the court may weigh: settings, since no text of the code says them.

    A court's help page (CAA Versailles, about 2019) says 32 MB a file; we stay below, for a site may count
    the envelope too. The total is our own figure: an evening's upload on a slow line.
    """

    piece_bytes: int = 30 * MEGABYTE
    total_bytes: int = 150 * MEGABYTE
    seconds: float = 180
