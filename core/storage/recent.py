"""The dossiers opened last, on a private computer only."""

from __future__ import annotations

import logging
from pathlib import Path

import msgspec

from core.storage.files import write_file
from core.storage.places import Places

logger = logging.getLogger(__name__)

KEPT = 10


class RecentDossiers:
    """The list of dossiers opened last, newest first. On a shared computer it is empty and stays so."""

    def __init__(self, places: Places) -> None:
        self._file = None if places.data is None else places.data / "recent.json"

    def paths(self) -> list[Path]:
        """The files that are still there."""
        return [path for path in self._all() if path.exists()]

    def add(self, path: Path) -> None:
        """Put a dossier first. Raises `OSError`."""
        path = path.resolve()
        self._write([path, *(other for other in self._all() if other != path)][:KEPT])

    def forget(self, path: Path) -> None:
        """Take a dossier out of the list. Raises `OSError`."""
        path = path.resolve()
        self._write([other for other in self._all() if other != path])

    def clear(self) -> None:
        """Empty the list. Raises `OSError`."""
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def _all(self) -> list[Path]:
        if self._file is None:
            return []
        try:
            return [Path(text) for text in msgspec.json.decode(self._file.read_bytes(), type=list[str])]
        except FileNotFoundError:
            return []
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            # A convenience, not an answer: the person opens the file by hand.
            logger.warning("the list of recent dossiers cannot be read (%s)", type(error).__name__)
            return []

    def _write(self, paths: list[Path]) -> None:
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_file(self._file, msgspec.json.encode([str(path) for path in paths]))
