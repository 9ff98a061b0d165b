"""Copies of a dossier that the program makes by itself: thinned, verified, protected like the dossier.

A copy is a whole dossier file under the same key, in the user's data folder: it survives a lost stick, a
deleted file and a damaged disk sector. On a shared computer there are none.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from core.storage.dossier_file import SUFFIX, DossierFile
from core.storage.driver import known_errors
from core.storage.errors import DossierInUse
from core.storage.files import sync_folder
from core.storage.key import KeyRing
from core.storage.open_files import is_open_here
from core.storage.places import Places

logger = logging.getLogger(__name__)

# What thinning keeps: the newest copies, then the last one of each of so many days, weeks and months.
NEWEST, DAYS, WEEKS, MONTHS = 5, 14, 8, 12
# Older copies go first where a dossier with many exhibits would fill the disk.
MAX_BYTES = 400_000_000

_NAME = re.compile(r"(?P<number>\d{6})-(?P<at>\d{8}T\d{6}Z)-(?P<state>[0-9a-f]{16})\.dossier")
_PATH_MARK = "path-"


@dataclass(frozen=True, order=True)
class Backup:
    """One copy. Copies are ordered by `number`: the clock of a computer may be set back. `made_at` is UTC."""

    number: int
    made_at: datetime
    state: str
    path: Path

    @property
    def size(self) -> int:
        """In bytes."""
        return self.path.stat().st_size


class Backups:
    """The copies of all dossiers on this computer; none, and never any, where it is shared."""

    def __init__(self, places: Places) -> None:
        self._root = places.backups

    def make(self, file: DossierFile, now: datetime | None = None) -> Backup | None:
        """Copy the dossier unless it is as in its last copy; thin the older copies. None where none was made.

        Broken exhibits are left out: answers must not go without copies because of them. Raises like
        `DossierFile.save_copy`.
        """
        if self._root is None or file.path is None:
            return None
        state, existing = file.fingerprint(), self._of_id(file.id)
        if existing and existing[-1].state == state:
            return None
        at = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
        number = existing[-1].number + 1 if existing else 1
        folder = self._root / file.id
        with known_errors(self._root):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Where the file itself can no longer be read, its place leads to its copies.
            (folder / f"{_PATH_MARK}{_place_name(file.path)}").touch(mode=0o600)
            copy = Backup(number, at, state, folder / f"{number:06}-{at:%Y%m%dT%H%M%SZ}-{state}{SUFFIX}")
            file.save_copy(copy.path, file.key, skip_broken=True)
            self._thin([*existing, copy], at)
        return copy

    def renew(self, file: DossierFile, now: datetime | None = None) -> Backup | None:
        """After a change of passphrase: one new copy, and the copies under the old passphrase are deleted."""
        if self._root is None or file.path is None:
            return None
        old = self._of_id(file.id)
        new = self.make(file, now)
        with known_errors(self._root):
            for backup in old:
                if new is not None:
                    backup.path.unlink(missing_ok=True)
        return new

    def of(self, path: Path) -> list[Backup]:
        """The copies of the dossier that is or was at `path`, newest first; the file need not be readable."""
        if self._root is None or not self._root.exists():
            return []
        marks = self._root.glob(f"*/{_PATH_MARK}{_place_name(path)}")
        return sorted((b for mark in marks for b in self._of_id(mark.parent.name)), reverse=True)

    def forget(self, path: Path) -> int:
        """Delete every copy of the dossier at `path`; returns how many. Raises `DossierFileError`."""
        if self._root is None:
            return 0
        backups = self.of(path)
        folders = {backup.path.parent for backup in backups}
        with known_errors(self._root):
            for folder in folders:
                for left in folder.iterdir():
                    left.unlink()
                folder.rmdir()
        return len(backups)

    def _of_id(self, dossier_id: str) -> list[Backup]:
        assert self._root is not None
        folder = self._root / dossier_id
        return sorted(_backups_in(folder)) if folder.exists() else []

    def _thin(self, backups: list[Backup], now: datetime) -> None:
        kept = kept_by_age([backup.made_at for backup in backups], now)
        room = MAX_BYTES
        for index in range(len(backups) - 1, -1, -1):
            backup = backups[index]
            size = backup.size
            if index >= len(backups) - NEWEST or (index in kept and size <= room):
                room -= size
            else:
                backup.path.unlink(missing_ok=True)


def kept_by_age(made: Sequence[datetime], now: datetime) -> set[int]:
    """Which copies to keep, as indexes of `made`, which is in the order of making.

    The newest ones; then, of each day, week and month within reach, the last. A copy from the future (the
    clock was set back) counts as made now.
    """
    kept = set(range(max(0, len(made) - NEWEST), len(made)))
    last_of: dict[tuple[str, int], int] = {}
    for index, at in enumerate(made):
        # Calendar days, weeks and months: with periods counted back from now, no copy would ever grow old.
        for (kind, period, reach), (_kind, current, _reach) in zip(
            _periods(min(at, now).date()), _periods(now.date()), strict=True
        ):
            if current - period < reach:
                last_of[kind, period] = index
    return kept | set(last_of.values())


def _periods(day: date) -> tuple[tuple[str, int, int], ...]:
    """The day, the week and the month of a date as running numbers, and how many of each are kept."""
    return (
        ("day", day.toordinal(), DAYS),
        ("week", (day.toordinal() - 1) // 7, WEEKS),
        ("month", day.year * 12 + day.month, MONTHS),
    )


def restore(backup: Path, path: Path, passphrase: str | KeyRing | None = None) -> Path | None:
    """Put a copy back at `path`; what was there is kept beside it under the returned name.

    The copy is read through first: raises like `DossierFile.open`, and then nothing has changed. The dossier
    at `path` must be closed.
    """
    if is_open_here(path):
        raise DossierInUse
    with DossierFile.open(backup, passphrase, read_only=True) as copy, known_errors(path.parent):
        draft = _free_name(path, "copie")
        copy.save_copy(draft, copy.key)
        aside = None
        if path.exists():
            aside = _free_name(path, "remplacé")
            path.rename(aside)
        draft.rename(path)
        sync_folder(path.parent)
    return aside


def _free_name(path: Path, word: str) -> Path:
    number = 1
    while True:
        candidate = path.with_name(f"{path.stem} ({word} {number}){path.suffix}")
        if not candidate.exists():
            return candidate
        number += 1


def _backups_in(folder: Path) -> list[Backup]:
    found = ((path, _NAME.fullmatch(path.name)) for path in folder.iterdir())
    return [
        Backup(int(match["number"]), _instant(match["at"]), match["state"], path)
        for path, match in found
        if match
    ]


def _instant(text: str) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _place_name(path: Path) -> str:
    """A name for a path that does not show it: a file name may hold a person's name."""
    return hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
