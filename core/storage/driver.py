"""Connections to SQLite through SQLCipher's driver: one profile for every file we keep, known errors apart.

Why this profile: one file that can be copied once closed, commits that survive a power cut at once, damage
noticed early, deleted text overwritten, nothing run from a file that somebody else may have made.
https://www.sqlite.org/pragma.html, https://www.sqlite.org/howtocorrupt.html

The standard library's `sqlite3` never touches these files: two copies of SQLite in one process drop each
other's locks.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import sqlcipher3.dbapi2 as sqlcipher

from core.storage.errors import (
    DamagedDossier,
    DossierFileError,
    DossierGone,
    DossierInUse,
    MediumFailed,
    NoSpaceLeft,
    ReadOnlyPlace,
    WrongPassphrase,
)
from core.storage.key import Key

# The driver brings no type annotations.
Connection: TypeAlias = Any
SqliteError: type[Exception] = sqlcipher.Error

MEMORY = ":memory:"
# How long to wait for another program to let go of the file: a synchroniser or a desk reads it in passing.
BUSY_SECONDS = 1.0

_PROFILE = (
    "journal_mode = DELETE",
    # An old journal holds the text that was replaced: leave nothing in it.
    "journal_size_limit = 0",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "mmap_size = 0",
)


def connect(path: Path | str, key: Key | None = None, *, exclusive: bool = True) -> Connection:
    """Open a connection with our profile, on a file whose first page can be read, or on a new one.

    Raises `WrongPassphrase`, `DamagedDossier`, or `SqliteError`: call it inside `known_errors`.

    Transactions are explicit (`transaction`). The caller serialises the use by several threads.
    """
    connection = sqlcipher.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        # SQLCipher would write its diagnostics to standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            connection.set_key(key.for_sqlcipher())
        _check_readable(connection, path)
        connection.execute(f"PRAGMA locking_mode = {'EXCLUSIVE' if exclusive else 'NORMAL'}")
        for setting in _PROFILE:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing, durable when the block ends."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself after some errors.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def known_errors(
    path: Path | None,
    *,
    damage: type[DossierFileError] = DamagedDossier,
    otherwise: type[DossierFileError] | None = None,
) -> Iterator[None]:
    """Turn the errors that a user can understand into ours; a bug of ours stays what it is.

    `damage` is the error for parts that cannot be read. `otherwise` is the one for what SQLite finds wrong
    without knowing why: while a file is opened, that is the file, since the statements never change.
    """
    try:
        yield
    except SqliteError as error:
        kind = _kind(error, path) or otherwise
        if kind is None:
            raise
        raise (damage if kind is DamagedDossier else kind)() from error
    except UnicodeDecodeError as error:
        # The driver reads texts, and SQLite's own words about a damaged text, as UTF-8.
        raise damage from error
    except OSError as error:
        raise os_error(error) from error


def os_error(error: OSError) -> DossierFileError:
    """The error for people behind an error of the operating system."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoSpaceLeft()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnlyPlace()
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENODEV):
        return DossierGone()
    return MediumFailed()


def check_length(connection: Connection, path: Path) -> None:
    """Raises `DamagedDossier` where the file ends before its last page does."""
    pages = int(connection.execute("PRAGMA page_count").fetchone()[0])
    if path.stat().st_size < pages * _PAGE_BYTES:
        raise DamagedDossier


def check_structure(connection: Connection, *, thorough: bool = False) -> None:
    """Walk through every page. Raises `DamagedDossier`. `thorough` compares indexes with tables too."""
    rows = connection.execute(f"PRAGMA {'integrity_check' if thorough else 'quick_check'}(1)").fetchall()
    if rows != [("ok",)]:
        raise DamagedDossier


def _check_readable(connection: Connection, path: Path | str) -> None:
    """Read the first page. Raises `WrongPassphrase` or `DamagedDossier` where it cannot be read.

    SQLCipher says « file is not a database » to both. Every page has its own seal, though: with the right
    key some page of a damaged file still verifies, with a wrong key none does.
    """
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except SqliteError as error:
        if _primary_code(error) != sqlcipher.SQLITE_NOTADB:
            raise
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        pages, rest = divmod(Path(path).stat().st_size, _PAGE_BYTES)
        # Our files are made of whole pages: a rest means that bytes came in or went.
        if pages and not rest and len(broken) >= pages:
            raise WrongPassphrase from error
        raise DamagedDossier from error


def _kind(error: Exception, path: Path | None) -> type[DossierFileError] | None:
    code = _primary_code(error)
    gone = path is not None and not path.exists()
    if code in (sqlcipher.SQLITE_CANTOPEN, sqlcipher.SQLITE_IOERR, sqlcipher.SQLITE_READONLY) and gone:
        return DossierGone
    return _KNOWN.get(code)


def _primary_code(error: Exception) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


# The page size that SQLite and SQLCipher 4 give every new file.
_PAGE_BYTES = 4096
_KNOWN: dict[int | None, type[DossierFileError]] = {
    sqlcipher.SQLITE_FULL: NoSpaceLeft,
    sqlcipher.SQLITE_READONLY: ReadOnlyPlace,
    sqlcipher.SQLITE_PERM: ReadOnlyPlace,
    sqlcipher.SQLITE_CANTOPEN: ReadOnlyPlace,
    sqlcipher.SQLITE_IOERR: MediumFailed,
    sqlcipher.SQLITE_CORRUPT: DamagedDossier,
    sqlcipher.SQLITE_NOTADB: DamagedDossier,
    sqlcipher.SQLITE_BUSY: DossierInUse,
    sqlcipher.SQLITE_LOCKED: DossierInUse,
}
