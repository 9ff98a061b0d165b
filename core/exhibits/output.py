"""The files for the court: one PDF an exhibit for the site (R. 414-5 CJA), and one set to print.

Numbers and order are those of the inventory (`core.dossier.evidence.numbered_exhibits`): an exhibit that has
no file keeps its number and makes no file. The same dossier makes the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from core.dossier.evidence import numbered_exhibits
from core.dossier.model import Dossier, Exhibit, Sheet
from core.dossier.text import one_line, unprintable
from core.exhibits.blobs import BlobStore
from core.exhibits.errors import (
    BrokenFile,
    EncryptedPdf,
    PieceTooLarge,
    PieceUnreadable,
    TooManyPages,
    TooManyPixels,
    UnprintableTitle,
    WorkerStopped,
)
from core.exhibits.limits import MEGABYTE, OutputLimits
from core.exhibits.names import file_name
from core.exhibits.pool import Pool
from core.exhibits.protocol import Compose, ComposePaper, PaperPiece, Quality

FOLDER = "pieces"
PAPER_SET = "pieces-a-imprimer.pdf"

# Tried in this order until a piece fits: as it is, then lighter and lighter, the last still legible.
QUALITIES = (
    Quality(),
    Quality(dpi=200, jpeg=65),
    Quality(dpi=150, jpeg=60),
    Quality(dpi=120, jpeg=50, grey=True),
)


# What a worker may say of a stored file that no import of ours made.
UNREADABLE = (BrokenFile, EncryptedPdf, TooManyPages, TooManyPixels, WorkerStopped)


@dataclass(frozen=True)
class Piece:
    """The file of one exhibit: its number, its name in `pieces/`, its bytes."""

    number: int
    name: str
    data: bytes


@dataclass(frozen=True)
class Weight:
    """What the files of the exhibits weigh, about, in bytes: each by its number, their sum, the budget."""

    pieces: tuple[tuple[int, int], ...]
    total: int
    budget: int

    @property
    def too_much(self) -> bool:
        """Whether the sum is over the budget."""
        return self.total > self.budget


def exhibits_with_files(dossier: Dossier) -> tuple[tuple[int, Exhibit], ...]:
    """The exhibits that have pages here, with their numbers."""
    return tuple((n, e) for n, e in enumerate(numbered_exhibits(dossier), start=1) if e.sheets)


def pieces(
    dossier: Dossier, store: BlobStore, pool: Pool, limits: OutputLimits | None = None
) -> Iterator[Piece]:
    """The file of each exhibit, one at a time, each within `limits.piece_bytes`.

    Raises `PieceTooLarge`, `PieceUnreadable`, `WorkerTooSlow`, `Cancelled`, and what the store raises.
    """
    limits = limits or OutputLimits()
    for number, exhibit in exhibits_with_files(dossier):
        yield Piece(number, file_name(number, exhibit), _fitting(number, exhibit.sheets, store, pool, limits))


def paper_set(dossier: Dossier, store: BlobStore, pool: Pool, limits: OutputLimits | None = None) -> bytes:
    """The PDF to print: before each exhibit a sheet with its number and title, on each page its stamp.

    Raises `UnprintableTitle`, like `Pool.run`, and what the store raises.
    """
    limits = limits or OutputLimits()
    numbered = exhibits_with_files(dossier)
    for number, exhibit in numbered:
        for character in unprintable(exhibit.title or ""):
            raise UnprintableTitle(number, character)
    job = ComposePaper(
        pieces=tuple(
            PaperPiece(number=number, title=one_line(exhibit.title or ""), sheets=exhibit.sheets)
            for number, exhibit in numbered
        ),
        blobs=_names(tuple(chain.from_iterable(exhibit.sheets for _number, exhibit in numbered))),
    )
    _done, made = pool.run(job, [store.get_blob(name) for name in job.blobs], limits.seconds)
    return made[0]


def weigh(dossier: Dossier, store: BlobStore, limits: OutputLimits | None = None) -> Weight:
    """About what the files will weigh, to show while exhibits are added. Raises what the store raises."""
    limits = limits or OutputLimits()
    weights = tuple(
        (number, sum(len(store.get_blob(name)) for name in _names(exhibit.sheets)))
        for number, exhibit in exhibits_with_files(dossier)
    )
    return Weight(weights, sum(weight for _number, weight in weights), limits.total_bytes)


def _fitting(
    number: int, sheets: tuple[Sheet, ...], store: BlobStore, pool: Pool, limits: OutputLimits
) -> bytes:
    names = _names(sheets)
    blobs = [store.get_blob(name) for name in names]
    for quality in QUALITIES:
        job = Compose(sheets=sheets, blobs=names, quality=quality)
        try:
            _done, made = pool.run(job, blobs, limits.seconds)
        except UNREADABLE as error:
            raise PieceUnreadable(number) from error
        if len(made[0]) <= limits.piece_bytes:
            return made[0]
    raise PieceTooLarge(number, limits.piece_bytes // MEGABYTE)


def _names(sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sheet.blob for sheet in sheets))
