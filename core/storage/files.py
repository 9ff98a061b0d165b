"""Whole files: written completely or not at all, readable by the user alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: after a crash there is the old file or the new one, whole.

    Raises `OSError`; then the old file is untouched and nothing else is left behind.
    """
    with new_file(path) as temporary, temporary.open("r+b") as file:  # house: direct-write (the primitive)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, for the user alone; it takes the place of `path` when the block ends well.

    The block must leave the file closed and synced. Where it raises, the file is removed.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield temporary
        temporary.replace(path)
    except BaseException:
        # The folder itself may be gone: what matters is the error that brought us here.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    finally:
        # SQLite's, where a failing disk kept it from tidying up.
        with suppress(OSError):
            temporary.with_name(f"{temporary.name}-journal").unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` durable. Windows has no such call: it writes names at once."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
