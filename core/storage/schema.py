"""The tables of a dossier file, and the way from older tables to these.

A dossier is kept whole, as its JSON form, in one row with its hash: one small write per answer, and a flipped
bit never passes for an answer. Exhibits lie beside it, named by the hash of their bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from core.storage.driver import Connection, check_structure, connect, known_errors, transaction
from core.storage.errors import DamagedDossier
from core.storage.files import new_file
from core.storage.key import APPLICATION_ID, Key

VERSION = 1
# A version beyond this is a damaged number, not a file of the future.
FARTHEST_VERSION = 10_000

TABLES = (
    "CREATE TABLE part (name TEXT PRIMARY KEY, data BLOB NOT NULL, sha256 TEXT NOT NULL) STRICT",
    "CREATE TABLE blob (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT",
    "CREATE TABLE deleted_blob (sha256 TEXT PRIMARY KEY REFERENCES blob ON DELETE CASCADE) STRICT",
)

# From each older version to the next one. A step runs inside one transaction, after a copy was made, and
# leaves the very statements of TABLES behind (SQLite keeps their text).
MIGRATIONS: Mapping[int, Callable[[Connection], None]] = {}


def digest(data: bytes) -> str:
    """The SHA-256 of `data`, as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def create_tables(connection: Connection) -> None:
    """Make an empty database a dossier file of the current version."""
    # Space freed by a deleted exhibit can be given back.
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    with transaction(connection):
        for statement in TABLES:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")


def version_of(connection: Connection) -> int:
    """The version of the tables in a file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_tables(connection: Connection) -> None:
    """Raises `DamagedDossier` where the tables are not exactly ours: damaged, or prepared by a stranger."""
    found = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    if found != set(TABLES):
        raise DamagedDossier


def migrate(connection: Connection) -> None:
    """Bring older tables to the current version, all steps or none. The caller has made a copy."""
    with transaction(connection):
        for version in range(version_of(connection), VERSION):
            MIGRATIONS[version](connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def read_part(connection: Connection, name: str) -> bytes | None:
    """The bytes kept under `name`. Raises `DamagedDossier` where they are not the ones stored."""
    row = connection.execute("SELECT data, sha256 FROM part WHERE name = ?", (name,)).fetchone()
    if row is None:
        return None
    data, stored = bytes(row[0]), row[1]
    if digest(data) != stored:
        raise DamagedDossier
    return data


def write_part(connection: Connection, name: str, data: bytes) -> None:
    """Keep `data` under `name`, in place of what was there."""
    connection.execute(
        "INSERT INTO part VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
        " SET data = excluded.data, sha256 = excluded.sha256",
        (name, data, digest(data)),
    )


def fingerprint(connection: Connection, secret: bytes) -> str:
    """A short name for the state of all parts and exhibits; says nothing to who does not know `secret`."""
    state = hashlib.blake2b(key=secret, digest_size=8)
    for name, sha256 in connection.execute("SELECT name, sha256 FROM part ORDER BY name"):
        state.update(f"{name} {sha256}\n".encode())
    for sha256 in sorted(blob_names(connection)):
        state.update(f"{sha256}\n".encode())
    return state.hexdigest()


def part_names(connection: Connection) -> list[str]:
    """The names of all parts."""
    return [name for (name,) in connection.execute("SELECT name FROM part ORDER BY name")]


def blob_names(connection: Connection) -> list[str]:
    """The hashes of the exhibits that are not deleted."""
    rows = connection.execute(
        "SELECT sha256 FROM blob WHERE sha256 NOT IN (SELECT sha256 FROM deleted_blob) ORDER BY rowid"
    )
    return [sha256 for (sha256,) in rows]


def read_blob(connection: Connection, sha256: str) -> bytes | None:
    """The stored bytes of an exhibit, not verified; None where there are none."""
    row = connection.execute("SELECT data FROM blob WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else bytes(row[0])


def copy_tables(source: Connection, target: Path, key: Key | None, *, skip_broken: bool = False) -> None:
    """Write what an open file holds to a new file at `target`, under another key or none.

    Every part and exhibit is verified on the way: raises `DamagedDossier` at the first that is not what was
    stored, or leaves broken exhibits out where `skip_broken`. The copy is read again as a stranger would
    before it takes its name.
    """
    with known_errors(target.parent), new_file(target) as temporary:
        connection = connect(temporary, key)
        try:
            create_tables(connection)
            with transaction(connection):
                for name in part_names(source):
                    data = read_part(source, name)
                    assert data is not None
                    write_part(connection, name, data)
                for sha256, data in _blobs(source, skip_broken=skip_broken):
                    connection.execute("INSERT INTO blob VALUES (?, ?)", (sha256, data))
        finally:
            connection.close()
        _verify(temporary, key)


def _verify(path: Path, key: Key | None) -> None:
    connection = connect(path, key, exclusive=False)
    try:
        check_structure(connection, thorough=True)
        for name in part_names(connection):
            read_part(connection, name)
        for _sha256, _data in _blobs(connection, skip_broken=False):
            pass
    finally:
        connection.close()


def _blobs(connection: Connection, *, skip_broken: bool) -> Iterator[tuple[str, bytes]]:
    for sha256 in blob_names(connection):
        data = read_blob(connection, sha256)
        if data is not None and digest(data) == sha256:
            yield sha256, data
        elif not skip_broken:
            raise DamagedDossier
