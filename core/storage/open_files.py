"""The dossier files that this process has open: each of them once, and read by nobody else meanwhile.

On POSIX systems, closing any handle of a file drops all locks that the process holds on it. So even a look at
the first bytes of an open dossier would let another program in (https://www.sqlite.org/howtocorrupt.html).
"""

from __future__ import annotations

import threading
from pathlib import Path

from core.storage.errors import NotADossierFile
from core.storage.key import HEAD_BYTES

_paths: set[Path] = set()
_guard = threading.Lock()


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open. Such a file must not be read by other means."""
    with _guard:
        return path.resolve() in _paths


def take(path: Path) -> bool:
    """Note that this process opens the file; False where it has it open already. `path` is resolved."""
    with _guard:
        if path in _paths:
            return False
        _paths.add(path)
        return True


def release(path: Path) -> None:
    """Note that this process no longer has the file open. `path` is resolved."""
    with _guard:
        _paths.discard(path)


def read_head(path: Path) -> bytes:
    """The first bytes of a file that is not open here. Raises `NotADossierFile` or `OSError`."""
    if path.is_dir():
        raise NotADossierFile
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)
