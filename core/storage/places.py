"""Where the program may keep things, by whose computer this is.

| computer | settings, backups, recent list | temporary files |
|---|---|---|
| the person's own | the platform's folder for user data | a private folder in the system's temporary folder |
| portable (marker file beside the program) | beside the program | beside the program |
| shared | nowhere | a private folder on the chosen medium, or in the system's folder |

Temporary folders are emptied at exit, and at the next start where a crash left one.
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple, Self

logger = logging.getLogger(__name__)

APP = "guichet-ouvert"
PORTABLE_MARKER = "guichet-ouvert.portable"
PORTABLE_FOLDER = "guichet-ouvert-donnees"
_TEMPORARY_PREFIX = f"{APP}-temp-"
_IN_USE = "in-use"
_STARTING_SECONDS = 60


class Places(NamedTuple):
    """The folders of one run. `data` is None where nothing may stay behind: a shared computer.

    `dossiers` is where new dossiers are proposed, None where the person must choose (or keep them in memory).
    """

    shared: bool
    data: Path | None
    dossiers: Path | None
    temporary_parent: Path

    @property
    def backups(self) -> Path | None:
        """The folder of backups; None on a shared computer."""
        return None if self.data is None else self.data / "sauvegardes"


def program_folder() -> Path:
    """The folder that holds the program: of the bundle's executable, or of the source tree."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).parents[2]


def find_places(*, shared: bool, medium: Path | None = None, program: Path | None = None) -> Places:
    """The places for this run. `medium` is the stick or folder that the person chose on a shared computer.

    Makes no folder: whoever writes first does.
    """
    program = program or program_folder()
    if shared:
        return Places(
            shared=True, data=None, dossiers=medium, temporary_parent=medium or Path(tempfile.gettempdir())
        )
    if is_portable(program):
        data = program / PORTABLE_FOLDER
        return Places(shared=False, data=data, dossiers=data / "dossiers", temporary_parent=data)
    import platformdirs

    return Places(
        shared=False,
        data=platformdirs.user_data_path(APP, appauthor=False),
        dossiers=platformdirs.user_documents_path() / "Guichet Ouvert",
        temporary_parent=Path(tempfile.gettempdir()),
    )


def is_portable(program: Path | None = None) -> bool:
    """Whether the marker file lies beside the program."""
    return ((program or program_folder()) / PORTABLE_MARKER).exists()


class PrivateFolder:
    """A folder for temporary files that only this run uses; gone when closed.

    with PrivateFolder(places.temporary_parent) as folder:
        (folder.path / "requete.pdf")

    Another run's folder is told from a dead one's by a lock that the system lets go with the process.
    """

    def __init__(self, parent: Path) -> None:
        """Empty what dead runs left in `parent`, then make this run's folder. Raises `OSError`."""
        parent.mkdir(parents=True, exist_ok=True)
        sweep(parent)
        # mkdtemp: a name nobody can foresee, and nobody else may enter.
        self.path = Path(tempfile.mkdtemp(prefix=_TEMPORARY_PREFIX, dir=parent))
        self._lock: IO[bytes] = (self.path / _IN_USE).open("xb")  # house: direct-write (an empty lock file)
        _try_lock(self._lock)

    def close(self) -> list[str]:
        """Delete the folder with all that is in it; returns the names of the files deleted."""
        self._lock.close()
        names = sorted(p.name for p in self.path.rglob("*") if p.is_file() and p.name != _IN_USE)
        shutil.rmtree(self.path, ignore_errors=True)
        if self.path.exists():
            # A file that a viewer still shows cannot be deleted on Windows: the next start does it.
            logger.warning("a temporary folder stays until the next start")
        return names

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def sweep(parent: Path) -> int:
    """Delete the temporary folders of runs that are over; returns how many."""
    swept = 0
    for folder in parent.glob(f"{_TEMPORARY_PREFIX}*"):
        if _is_ours(folder) and not _is_in_use(folder):
            shutil.rmtree(folder, ignore_errors=True)
            swept += not folder.exists()
    return swept


def _is_ours(folder: Path) -> bool:
    # In a folder that others share, a link could lead anywhere and a name prove nothing.
    if folder.is_symlink() or not folder.is_dir():
        return False
    return os.name == "nt" or folder.stat().st_uid == os.getuid()


def _is_in_use(folder: Path) -> bool:
    try:
        with (folder / _IN_USE).open("r+b") as lock:  # house: direct-write (locks, writes nothing)
            return not _try_lock(lock)
    except FileNotFoundError:
        # Another run may be between making the folder and locking it.
        return time.time() - folder.stat().st_mtime < _STARTING_SECONDS
    except OSError:
        return True


def _try_lock(file: IO[bytes]) -> bool:
    """Take the system's lock on an open file; it ends with the process, however that ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
