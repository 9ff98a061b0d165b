"""Files taken into the dossier: looked at, copied safe by a worker, kept as blobs. Originals stay untouched.

    with Pool() as pool:
        importer = Importer(store, pool)
        taken = importer.import_file(path, today=day)

A taken file is not yet an exhibit: `core.exhibits.arrange` makes one of it once the person says what it
shows.
"""

from __future__ import annotations

import stat
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from core.dossier.model import Sheet
from core.dossier.text import one_line
from core.exhibits.blobs import BlobStore, digest
from core.exhibits.date_finder import DateFound, find_dates
from core.exhibits.errors import EmptyFile, ExhibitError, TooLarge, Unsupported, Vanished
from core.exhibits.limits import MEGABYTE, Limits
from core.exhibits.pool import Pool
from core.exhibits.protocol import Clean, Done
from core.exhibits.sniff import HEAD_BYTES, Format, identify
from core.i18n import Message, _

NAME_LENGTH = 120
# A folder with more files than this is somebody's whole picture library.
FOLDER_FILES = 300
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".pdf"})
# Below this many pixels on the shorter side, print of a usual size can no longer be read.
LEGIBLE_SIDE = 500

PLACE_REMOVED = _("Cette photo contenait le lieu où elle a été prise. La copie ne le contient plus.")
ACTIVE_REMOVED = _(
    "Ce PDF contenait un programme ou des fichiers joints. La copie ne les contient plus. Si un fichier "
    "joint est utile, ajoutez-le à part."
)
HARD_TO_READ = _("Cette image est petite. Vérifiez que l’on peut tout lire, ou faites une nouvelle photo.")


@dataclass(frozen=True)
class Taken:
    """A file that was taken: its pages, the days it proposes, what the person should know."""

    name: str
    sheets: tuple[Sheet, ...]
    dates: tuple[DateFound, ...]
    notices: tuple[Message, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of one file of many; exactly one of `taken` and `error` is there."""

    name: str
    taken: Taken | None
    error: ExhibitError | None


class Importer:
    """Takes files into a store, through a pool of workers."""

    def __init__(self, store: BlobStore, pool: Pool, limits: Limits | None = None) -> None:
        self._store = store
        self._pool = pool
        self._limits = limits or Limits()

    def import_file(self, source: Path | bytes, name: str | None = None, *, today: date) -> Taken:
        """Take one file, or the bytes of a pasted picture. Raises an `ExhibitError`, one class a cause.

        `name` is what the person knows the file by (default: the path's); it is only shown, and searched
        for a date. Where it raises, the store is as it was.
        """
        self._pool.raise_if_cancelled()
        modified = None
        if isinstance(source, Path):
            name = source.name if name is None else name
            data, modified = _read(source, self._limits.file_bytes)
        else:
            data = source
        name = shown_name(name or "")
        if len(data) > self._limits.file_bytes:
            raise TooLarge(self._limits.file_bytes // MEGABYTE)
        kind = identify(data[:HEAD_BYTES])
        done, blobs = self._pool.run(Clean(kind=kind, limits=self._limits), (data,), self._limits.seconds)
        # A worker that was taken over could answer anything: only pictures and PDFs get in.
        for blob in blobs:
            identify(blob[:HEAD_BYTES])
        origin = digest(data)
        sheets = tuple(
            sheet
            for blob, pages in zip(blobs, done.pages, strict=True)
            for sheet in _sheets(self._store.add_blob(blob), min(pages, self._limits.pages), origin)
        )
        return Taken(name, sheets, find_dates(name, done.found, modified, today), tuple(_notices(kind, done)))

    def import_many(
        self,
        sources: Sequence[Path],
        *,
        today: date,
        progress: Callable[[int, int], object] = lambda _done, _total: None,
    ) -> Iterator[Outcome]:
        """Take many files, several at a time; what became of each, in the order given.

        `progress` hears how many of how many are done, from the threads that do the work. `Pool.cancel`
        stops it: the files not yet taken come out as `Cancelled`. Memory does not grow with their number.
        """
        done = 0
        turn = threading.Lock()

        def take(source: Path) -> Outcome:
            nonlocal done
            try:
                outcome = Outcome(shown_name(source.name), self.import_file(source, today=today), None)
            except ExhibitError as error:
                outcome = Outcome(shown_name(source.name), None, error)
            with turn:
                done += 1
                progress(done, len(sources))
            return outcome

        # One thread more than workers: it reads the next file meanwhile.
        with ThreadPoolExecutor(self._pool.size + 1) as threads:
            yield from threads.map(take, sources)


def files_in(folder: Path) -> tuple[Path, ...]:
    """The pictures and PDFs that lie in a folder, by name; hidden files and subfolders are left out.

    Raises `Vanished` where the folder cannot be read.
    """
    try:
        files = [
            path
            for path in folder.iterdir()
            if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()
        ]
    except OSError as error:
        raise Vanished from error
    return tuple(sorted(files, key=lambda path: (path.name.casefold(), path.name))[:FOLDER_FILES])


def shown_name(name: str) -> str:
    """A file's name for the screen: its last part, on one line, not too long. Never used as a path."""
    last = one_line(name.replace("\\", "/").rstrip("/").rpartition("/")[2])
    if last in ("", ".", ".."):
        return ""
    if len(last) <= NAME_LENGTH:
        return last
    half = NAME_LENGTH // 2
    return f"{last[:half]}…{last[-(half - 1) :]}"


def _read(path: Path, limit: int) -> tuple[bytes, datetime]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unsupported
        if status.st_size == 0:
            raise EmptyFile
        if status.st_size > limit:
            raise TooLarge(limit // MEGABYTE)
        with path.open("rb") as file:
            # One byte more than allowed: the file may be growing.
            data = file.read(limit + 1)
    except OSError as error:
        raise Vanished from error
    return data, datetime.fromtimestamp(status.st_mtime)


def _sheets(blob: str, pages: int, origin: str) -> Iterator[Sheet]:
    if pages == 0:
        yield Sheet(blob=blob, source=origin)
    for page in range(1, pages + 1):
        yield Sheet(blob=blob, page=page, source=origin)


def _notices(kind: Format, done: Done) -> Iterator[Message]:
    if done.found.place:
        yield PLACE_REMOVED
    if done.found.active:
        yield ACTIVE_REMOVED
    # The first page tells: the last one of a long capture may be short.
    if kind is not Format.PDF and min(done.sizes[0]) < LEGIBLE_SIDE:
        yield HARD_TO_READ
