"""The desk of a permanence: the dossiers of one or several folders, listed, searched, filtered.

The folders may be synchronised by Nextcloud or Syncthing: every seat sees the same files and keeps its own
index. The index is only a memory of what was read: the files are the truth.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from core.dossier.json_form import InvalidDossier
from core.errors import UserError
from core.storage.conflicts import original_of
from core.storage.desk_index import DeskIndex, salt_of_index
from core.storage.desk_row import Row, RowState, Summarise, row_of, unread_row
from core.storage.dossier_file import SUFFIX, DossierFile
from core.storage.errors import (
    DamagedDossier,
    DossierFileError,
    DossierGone,
    DossierInUse,
    NewerDossierFile,
    NotADossierFile,
    PassphraseNeeded,
    WrongPassphrase,
)
from core.storage.follow_up import Step
from core.storage.key import Head, KeyRing, head_of, salt_in
from core.storage.open_files import is_open_here, read_head
from core.storage.places import Places
from core.storage.search import matching, needles

# A file changed so short before it was read may change again without a new time stamp (FAT counts in twos).
_UNSURE_SECONDS = 3
# How many lines are written to the index at once.
_BATCH = 200


class DeskFilter(StrEnum):
    """What the list is narrowed to."""

    ALL = "all"
    THIS_WEEK = "this_week"
    WAITING_FOR_PROOF = "waiting_for_proof"
    FILED = "filed"
    ORDER_RECEIVED = "order_received"
    TO_ERASE = "to_erase"
    FOR_JURIST = "for_jurist"


@dataclass(frozen=True)
class Refreshed:
    """What a look at the folders found. `missing` are folders that are not there: their lines are kept."""

    read: int
    gone: int
    missing: tuple[Path, ...]


class _Order(NamedTuple):
    """The lines in order, made once for a day and a state of the index."""

    today: date
    known: dict[str, Row]
    rows: list[Row]
    hays: list[tuple[Row, str]]


class Desk:
    """The open desk. One thread refreshes, another may search meanwhile."""

    def __init__(
        self, folders: Sequence[Path], passphrase: str | None, places: Places, summarise: Summarise
    ) -> None:
        """Open the desk with what its index remembers. Raises `WrongPassphrase`.

        `summarise` says what the law makes of a dossier (route, dates).
        """
        self.folders = tuple(folder.resolve() for folder in folders)
        self._summarise = summarise
        index = _index_path(places, self.folders)
        salt = salt_of_index(index) or self._common_salt()
        self.ring = KeyRing(passphrase or "", salt)
        try:
            self._index = DeskIndex(index, self.ring)
        except DossierInUse:
            # A second window on this computer: it reads the folders for itself.
            self._index = DeskIndex(None, self.ring)
        self._order = _Order(date.min, {}, [], [])

    def close(self) -> None:
        """Let the index go."""
        self._index.close()

    @property
    def size(self) -> int:
        """How many lines there are."""
        return len(self._index.rows())

    # --- the list -------------------------------------------------------------------------------------

    def rows(self, today: date) -> list[Row]:
        """Every line: the next date first, then those without a date by name."""
        return list(self._ordered(today).rows)

    def search(self, query: str, today: date, narrowed: DeskFilter = DeskFilter.ALL) -> list[Row]:
        """The lines that hold every word of the query and pass the filter, in the order of `rows`."""
        found = matching(needles(query), self._ordered(today).hays)
        if narrowed is DeskFilter.ALL:
            return found
        test = _FILTERS[narrowed]
        return [row for row in found if test(row, today)]

    def _ordered(self, today: date) -> _Order:
        known, order = self._index.rows(), self._order
        if order.today != today or order.known is not known:
            rows = sorted(known.values(), key=lambda row: _rank(row, today))
            self._order = order = _Order(today, known, rows, [(row, row.hay) for row in rows])
        return order

    def conflicts(self) -> list[list[Row]]:
        """The lines that belong to one dossier: the original first, then its conflicting copies."""
        groups: dict[str, list[Row]] = defaultdict(list)
        for row in self._index.rows().values():
            groups[row.original or row.path].append(row)
        found = [group for group in groups.values() if any(row.is_conflict for row in group)]
        return [sorted(group, key=lambda row: (row.is_conflict, row.path)) for group in found]

    # --- reading the files ----------------------------------------------------------------------------

    def refresh(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Refreshed:
        """Read what is new or changed in the folders. For a worker thread; may be cancelled at any file."""
        known = self._index.rows()
        present: dict[str, os.stat_result] = {}
        missing = [folder for folder in self.folders if not folder.is_dir()]
        for folder in self.folders:
            present |= {str(path): found for path, found in _dossiers_in(folder)}
        gone = [
            path for path in known if path not in present and not any(map(Path(path).is_relative_to, missing))
        ]
        changed = [path for path, found in present.items() if not _is_current(known.get(path), found)]
        self._index.change((), gone)
        batch: list[Row] = []
        read = 0
        for number, path in enumerate(changed):
            if cancelled is not None and cancelled():
                break
            row = self._read(Path(path), present[path], known.get(path))
            if row is not None:
                batch.append(row)
                read += 1
            if len(batch) >= _BATCH:
                self._index.change(batch, ())
                batch = []
            if progress is not None:
                progress(number + 1, len(changed))
        self._index.change(batch, ())
        return Refreshed(read, len(gone), tuple(missing))

    def rebuild(self) -> Refreshed:
        """Forget the index and read every file again."""
        self._index.change((), list(self._index.rows()))
        return self.refresh()

    def update(self, file: DossierFile) -> None:
        """Take over what was just saved in an open dossier of the desk."""
        if file.path is None or not any(map(file.path.is_relative_to, self.folders)):
            return
        # Its stamp is not asked for: the file is read again once it is closed.
        self._index.change([row_of(file, file.path, 0, 0, original_of(file.path), self._summarise)], ())

    def forget(self, path: Path) -> None:
        """Take a line out whose file was erased."""
        self._index.change((), [str(path.resolve())])

    def _read(self, path: Path, found: os.stat_result, before: Row | None) -> Row | None:
        original = original_of(path)
        if original is not None and not original.exists():
            # The last copy there is: the dossier itself, under an odd name.
            original = None
        sure = time.time() - found.st_mtime > _UNSURE_SECONDS
        stamp = found.st_mtime_ns if sure else 0
        if is_open_here(path):
            return before and unread_row(path, 0, 0, original, RowState.IN_USE, before)
        try:
            with DossierFile.open(path, self.ring, read_only=True) as file:
                return row_of(file, path, stamp, found.st_size, original, self._summarise)
        except DossierGone:
            return None
        except UserError as error:
            state = _state_after(error)
            if state in (RowState.IN_USE, RowState.UNREADABLE):
                stamp = 0
            return unread_row(path, stamp, found.st_size, original, state, before)

    def _common_salt(self) -> bytes | None:
        """The salt of most files, so that a new seat derives the key of the others once."""
        salts: Counter[bytes] = Counter()
        for folder in self.folders:
            for path, _found in _dossiers_in(folder):
                try:
                    head = b"" if is_open_here(path) else read_head(path)
                except (OSError, DossierFileError):
                    continue
                if head_of(head) is Head.ENCRYPTED:
                    salts[salt_in(head)] += 1
        return salts.most_common(1)[0][0] if salts else None


def _dossiers_in(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Every dossier below a folder; hidden folders (old versions of a synchroniser) are left out."""
    pending = [str(folder)]
    while pending:
        try:
            entries = list(os.scandir(pending.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.name.lower().endswith(SUFFIX) and entry.is_file():
                    yield Path(entry.path), Path(entry.path).stat()
            except FileNotFoundError:
                continue


def _is_current(row: Row | None, found: os.stat_result) -> bool:
    return row is not None and (row.stamp, row.size) == (found.st_mtime_ns, found.st_size)


def _state_after(error: UserError) -> RowState:
    states: tuple[tuple[tuple[type[UserError], ...], RowState], ...] = (
        ((PassphraseNeeded, WrongPassphrase), RowState.LOCKED),
        ((NewerDossierFile,), RowState.NEWER),
        ((DossierInUse,), RowState.IN_USE),
        ((DamagedDossier, NotADossierFile, InvalidDossier), RowState.DAMAGED),
    )
    return next((state for kinds, state in states if isinstance(error, kinds)), RowState.UNREADABLE)


def _rank(row: Row, today: date) -> tuple[date, str, str]:
    following = row.next_date(today)
    return (date.max if following is None else following.on, row.name.casefold(), row.path)


def _this_week(row: Row, today: date) -> bool:
    following = row.next_date(today)
    return following is not None and following.on <= today + timedelta(days=7)


_FILTERS: dict[DeskFilter, Callable[[Row, date], bool]] = {
    DeskFilter.THIS_WEEK: _this_week,
    DeskFilter.WAITING_FOR_PROOF: lambda row, _today: row.step is Step.WAITING_FOR_PROOF,
    DeskFilter.FILED: lambda row, _today: row.step is Step.FILED,
    DeskFilter.ORDER_RECEIVED: lambda row, _today: row.step is Step.ORDER_RECEIVED,
    DeskFilter.TO_ERASE: lambda row, today: row.erase_on is not None and row.erase_on <= today,
    DeskFilter.FOR_JURIST: lambda row, _today: row.for_jurist,
}


def _index_path(places: Places, folders: Sequence[Path]) -> Path | None:
    if places.data is None:
        return None
    name = hashlib.sha256("\n".join(sorted(map(str, folders))).encode("utf-8", "surrogatepass")).hexdigest()
    return places.data / f"bureau-{name[:16]}.index"
