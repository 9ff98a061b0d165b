"""The desk's memory of what it read: an encrypted file of lines, thrown away and rebuilt at will."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import msgspec

from core.storage.desk_row import Row
from core.storage.driver import MEMORY, Connection, connect, known_errors, transaction
from core.storage.errors import DamagedDossier, PassphraseNeeded
from core.storage.key import Head, Key, KeyRing, head_of, salt_in
from core.storage.open_files import read_head

logger = logging.getLogger(__name__)

# Raised when a line changes its shape: an older index is rebuilt.
_VERSION = 1


class DeskIndex:
    """The lines kept from the last time, by path. Holds nothing that is not in the dossier files.

    Raises `WrongPassphrase` or `PassphraseNeeded` where the index is under another passphrase. A damaged or
    outdated index is replaced by an empty one.
    """

    def __init__(self, path: Path | None, ring: KeyRing) -> None:
        """Open or make the index; in memory where `path` is None (shared computer)."""
        self._path = path
        self._turn = threading.Lock()
        try:
            self._connection, self._rows = self._open(ring)
        except (DamagedDossier, msgspec.MsgspecError) as error:
            logger.warning("the index of the desk is made anew (%s)", type(error).__name__)
            assert path is not None
            with known_errors(path.parent):
                path.unlink()
            self._connection, self._rows = self._open(ring)

    def rows(self) -> dict[str, Row]:
        """Every line, by the path of its file."""
        return self._rows

    def change(self, changed: Iterable[Row], gone: Iterable[str]) -> None:
        """Keep these lines and forget those. Raises `DossierFileError`."""
        changed, forgotten = list(changed), set(gone)
        with self._turn, known_errors(self._path), transaction(self._connection):
            self._connection.executemany("DELETE FROM row WHERE path = ?", [(path,) for path in forgotten])
            self._connection.executemany(
                "INSERT OR REPLACE INTO row VALUES (?, ?)",
                [(row.path, msgspec.msgpack.encode(row)) for row in changed],
            )
            # A new dictionary each time: whoever reads the old one meanwhile is not disturbed.
            rows = {path: row for path, row in self._rows.items() if path not in forgotten}
            self._rows = rows | {row.path: row for row in changed}

    def close(self) -> None:
        """Let the index go."""
        self._connection.close()

    def _open(self, ring: KeyRing) -> tuple[Connection, dict[str, Row]]:
        decode = msgspec.msgpack.Decoder(Row).decode
        with known_errors(self._path, otherwise=DamagedDossier), ExitStack() as on_failure:
            if self._path is None:
                connection = connect(MEMORY)
            else:
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                connection = connect(self._path, _key(self._path, ring))
            on_failure.callback(connection.close)
            if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                with transaction(connection):
                    connection.execute("DROP TABLE IF EXISTS row")
                    connection.execute("CREATE TABLE row (path TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT")
                    connection.execute(f"PRAGMA user_version = {_VERSION}")
            rows = [decode(data) for (data,) in connection.execute("SELECT data FROM row")]
            on_failure.pop_all()
        return connection, {row.path: row for row in rows}


def salt_of_index(path: Path | None) -> bytes | None:
    """The salt of an index that was made before; None where there is none to read."""
    if path is None or not path.exists():
        return None
    head = read_head(path)
    return salt_in(head) if head_of(head) is Head.ENCRYPTED else None


def _key(path: Path, ring: KeyRing) -> Key | None:
    head = head_of(read_head(path)) if path.exists() and path.stat().st_size else None
    if not ring:
        if head is Head.ENCRYPTED:
            raise PassphraseNeeded
        return None
    if head is None:
        return ring.own_key()
    if head is not Head.ENCRYPTED:
        # Also an index from before the desk had a passphrase: it must not stay in clear.
        raise DamagedDossier
    return ring.key_for(salt_in(read_head(path)))
