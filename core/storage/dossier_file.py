"""One dossier as one file: open, save, close. What `save` acknowledged survives a crash and a power cut.

    with DossierFile.open(path, passphrase) as file:
        file.save(changed)

A file is open once: a second program, or a second window, is told who holds it. What other programs may do
to the file meanwhile (remove, replace) is noticed at the next save and said; the answers are still in memory,
and `save_copy` puts them elsewhere.
"""

from __future__ import annotations

import hmac
import logging
import secrets
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from core.dossier import json_form
from core.dossier.model import Dossier
from core.storage import lock_file, open_files, schema
from core.storage.driver import (
    MEMORY,
    Connection,
    SqliteError,
    check_length,
    check_structure,
    connect,
    known_errors,
    transaction,
)
from core.storage.errors import (
    AlreadyExists,
    DamagedDossier,
    DamagedExhibit,
    DossierGone,
    DossierInUse,
    DossierReplaced,
    MissingExhibit,
    NewerDossierFile,
    NotADossierFile,
    PassphraseNeeded,
)
from core.storage.key import Head, Key, KeyRing, derive, head_of, salt_in

logger = logging.getLogger(__name__)

SUFFIX = ".dossier"
DOSSIER_PART = "dossier"
ID_PART = "id"

# A file with this many bytes is checked page by page at every opening; a larger one before each backup.
QUICK_CHECK_BYTES = 16_000_000


class DossierFile:
    """An open dossier file. Its methods may be called from any thread; they take turns."""

    def __init__(self, path: Path | None, connection: Connection, key: Key | None) -> None:
        """For the constructors below."""
        self._path = path
        self._connection = connection
        self._key = key
        self._turn = threading.RLock()
        self._holder: lock_file.Holder | None = None
        self._identity = _identity(path)
        self._dossier = Dossier()
        self._read_only = False

    # --- making and opening ---------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, dossier: Dossier, passphrase: str | KeyRing | None = None) -> Self:
        """Make a new file and open it, encrypted where a passphrase is given.

        Raises `AlreadyExists` (nothing is overwritten), `NoSpaceLeft`, `ReadOnlyPlace`, `DossierGone`
        (the folder is not there) or `MediumFailed`.
        """
        with cls.in_memory(dossier) as draft:
            return cls.create_from(draft, path, passphrase)

    @classmethod
    def create_from(cls, draft: DossierFile, path: Path, passphrase: str | KeyRing | None = None) -> Self:
        """Make a new file of all that an open one holds, and open it. Raises like `create`."""
        ring = _ring(passphrase)
        key = ring.own_key() if ring else None
        draft.save_copy(path, key)
        return cls._open(path, key)

    @classmethod
    def open_copy(cls, path: Path, key: Key | None) -> Self:
        """Open a file just written by `save_copy` under the same key. Raises like `open`."""
        return cls._open(path, key)

    @classmethod
    def in_memory(cls, dossier: Dossier) -> Self:
        """A dossier that is on no disk: gone when closed. For a shared computer without a stick."""
        connection = connect(MEMORY)
        schema.create_tables(connection)
        file = cls(None, connection, None)
        file.write_part(ID_PART, secrets.token_hex(8).encode())
        file.save(dossier)
        return file

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | KeyRing | None = None,
        *,
        read_only: bool = False,
        take_over: bool = False,
    ) -> Self:
        """Open a file. `take_over` ignores the lock of another computer: only after the person confirmed.

        `read_only` reads the answers and lets the file go to others meanwhile.
        Raises `PassphraseNeeded`, `WrongPassphrase`, `NewerDossierFile`, `DamagedDossier`,
        `NotADossierFile`, `DossierInUse`, `ReadOnlyPlace`, `DossierGone` or `MediumFailed`.
        """
        path = path.resolve()
        if open_files.is_open_here(path):
            raise lock_file.in_use(lock_file.read_holder(path))
        with known_errors(path):
            head = open_files.read_head(path)
        ring = _ring(passphrase)
        key = None
        match head_of(head):
            case Head.ENCRYPTED:
                if not ring:
                    raise PassphraseNeeded
                key = ring.key_for(salt_in(head))
            case Head.BROKEN:
                raise DamagedDossier
            case Head.OTHER:
                # Its name says what it was, its first bytes no longer do.
                raise DamagedDossier if path.suffix.lower() == SUFFIX else NotADossierFile
        return cls._open(path, key, read_only=read_only, take_over=take_over)

    @classmethod
    def _open(cls, path: Path, key: Key | None, *, read_only: bool = False, take_over: bool = False) -> Self:
        path = path.resolve()
        if not open_files.take(path):
            raise lock_file.in_use(lock_file.read_holder(path))
        try:
            with known_errors(path, otherwise=DamagedDossier):
                connection = connect(path, key, exclusive=not read_only)
                file = cls(path, connection, key)
                try:
                    file._start(read_only=read_only, take_over=take_over)
                except BaseException:
                    file._let_go()
                    raise
        except BaseException as error:
            open_files.release(path)
            if type(error) is DossierInUse:
                raise lock_file.in_use(lock_file.read_holder(path)) from error
            raise
        return file

    def _start(self, *, read_only: bool, take_over: bool) -> None:
        assert self._path is not None
        self._read_only = read_only
        if read_only:
            self._connection.execute("PRAGMA query_only = ON")
        else:
            # In exclusive mode the lock that this transaction takes is kept until the file is closed.
            self._connection.execute("BEGIN EXCLUSIVE")
            self._connection.execute("COMMIT")
            holder = lock_file.read_holder(self._path)
            if holder is not None and not holder.is_here and not take_over:
                raise lock_file.in_use(holder)
            self._holder = lock_file.write_holder(self._path)
        check_length(self._connection, self._path)
        # A desk reads thousands in passing: the hashes of what it reads are enough there.
        if not read_only and self._path.stat().st_size <= QUICK_CHECK_BYTES:
            check_structure(self._connection)
        self._check_version()
        self._dossier = self._read_dossier()
        if not read_only:
            self._purge_deleted()

    def _check_version(self) -> None:
        version = schema.version_of(self._connection)
        if not 1 <= version <= schema.FARTHEST_VERSION:
            raise DamagedDossier
        if version > schema.VERSION:
            raise NewerDossierFile
        if version < schema.VERSION and not self._read_only:
            assert self._path is not None
            # The old file stays whole beside the new one, whatever becomes of the new one.
            copy = self._path.with_name(f"{self._path.stem}.v{version}{SUFFIX}")
            if not copy.exists():
                self._copy_pages(copy)
            schema.migrate(self._connection)
        if not (self._read_only and version < schema.VERSION):
            schema.check_tables(self._connection)

    def _copy_pages(self, target: Path) -> None:
        # Page by page, whatever the tables are: the way SQLite itself offers for a file in use.
        other = connect(target, self._key)
        try:
            self._connection.backup(other)
        finally:
            other.close()

    def _read_dossier(self) -> Dossier:
        data = schema.read_part(self._connection, DOSSIER_PART)
        if data is None:
            raise DamagedDossier
        try:
            return json_form.decode(data)
        except json_form.NewerDossier as error:
            raise NewerDossierFile from error

    # --- reading and saving ---------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """Where the file lies; None for a dossier in memory."""
        return self._path

    @property
    def encrypted(self) -> bool:
        """Whether the file is protected by a passphrase."""
        return self._key is not None

    @property
    def key(self) -> Key | None:
        """The key of the file, for copies that are protected in the same way."""
        return self._key

    def is_opened_by(self, passphrase: str) -> bool:
        """Whether these are the words that lock the file; slow on purpose, for a worker thread."""
        if self._key is None:
            return False
        return hmac.compare_digest(derive(passphrase, self._key.salt).raw, self._key.raw)

    @property
    def id(self) -> str:
        """16 hexadecimal digits that name the dossier wherever its file lies; its copies share them."""
        data = self.read_part(ID_PART)
        if data is None:
            raise DamagedDossier
        return data.decode()

    def fingerprint(self) -> str:
        """A short name for all that the file holds now: another one after any change."""
        with self._turn, known_errors(self._path):
            return schema.fingerprint(self._connection, b"" if self._key is None else self._key.raw)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it was last saved."""
        return self._dossier

    def save(self, dossier: Dossier) -> None:
        """Write the dossier; durable when this returns. Where it raises, the last saved state is intact.

        Raises `DossierGone`, `DossierReplaced`, `NoSpaceLeft`, `ReadOnlyPlace` or `MediumFailed`; and
        `InvalidDossier` for a value that the model refuses, since such a file could not be opened again.
        """
        data = json_form.encode(dossier)
        json_form.decode(data)
        self.write_part(DOSSIER_PART, data)
        self._dossier = dossier

    def read_part(self, name: str) -> bytes | None:
        """What is kept under `name` beside the answers (notes, list of exhibit files); None where nothing."""
        with self._turn, known_errors(self._path):
            return schema.read_part(self._connection, name)

    def write_part(self, name: str, data: bytes) -> None:
        """Keep `data` under `name`; durable when this returns. Raises like `save`."""
        with self._turn, known_errors(self._path):
            self._check_place()
            with transaction(self._connection):
                schema.write_part(self._connection, name, data)
            self._check_place()

    def save_copy(self, path: Path, key: Key | None, *, skip_broken: bool = False) -> None:
        """Write all that this file holds to a new file, under `key` or in clear. Raises like `create`.

        An exhibit that cannot be read stops the copy with `DamagedDossier`, unless `skip_broken`.
        """
        with self._turn:
            with known_errors(path):
                if path.exists():
                    raise AlreadyExists
            with known_errors(self._path):
                schema.copy_tables(self._connection, path, key, skip_broken=skip_broken)

    # --- exhibits -------------------------------------------------------------------------------------

    def add_blob(self, data: bytes) -> str:
        """Keep the bytes of an exhibit and return their name, which is their SHA-256. Durable like `save`."""
        sha256 = schema.digest(data)
        with self._turn, known_errors(self._path):
            self._check_place()
            with transaction(self._connection):
                self._connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", (sha256, data))
                self._connection.execute("DELETE FROM deleted_blob WHERE sha256 = ?", (sha256,))
            self._check_place()
        return sha256

    def get_blob(self, sha256: str) -> bytes:
        """The bytes of an exhibit. Raises `MissingExhibit` or `DamagedExhibit`."""
        with self._turn, known_errors(self._path, damage=DamagedExhibit):
            data = schema.read_blob(self._connection, sha256)
        if data is None:
            raise MissingExhibit
        if schema.digest(data) != sha256:
            raise DamagedExhibit
        return data

    def delete_blob(self, sha256: str) -> None:
        """Take an exhibit out. Its bytes go when the file is closed: until then `restore_blob` undoes it."""
        with self._turn, known_errors(self._path):
            self._check_place()
            with transaction(self._connection):
                self._connection.execute(
                    "INSERT OR IGNORE INTO deleted_blob SELECT sha256 FROM blob WHERE sha256 = ?", (sha256,)
                )

    def restore_blob(self, sha256: str) -> None:
        """Take back `delete_blob`. Raises `MissingExhibit` where the bytes are gone."""
        with self._turn, known_errors(self._path):
            self._check_place()
            with transaction(self._connection):
                self._connection.execute("DELETE FROM deleted_blob WHERE sha256 = ?", (sha256,))
            if sha256 not in schema.blob_names(self._connection):
                raise MissingExhibit

    def drop_unused_blobs(self) -> None:
        """Delete the bytes that no exhibit of the saved dossier names. For the end: undo needs them."""
        used = {
            name for e in self._dossier.exhibits for sheet in e.sheets for name in (sheet.blob, sheet.source)
        }
        for sha256 in self.blobs():
            if sha256 not in used:
                self.delete_blob(sha256)

    def blobs(self) -> list[str]:
        """The names of all exhibits kept, in the order they came."""
        with self._turn, known_errors(self._path):
            return schema.blob_names(self._connection)

    def _purge_deleted(self) -> None:
        gone = self._connection.execute("SELECT count(*) FROM deleted_blob").fetchone()[0]
        if gone:
            with transaction(self._connection):
                self._connection.execute("DELETE FROM blob WHERE sha256 IN (SELECT sha256 FROM deleted_blob)")
            # Each row fetched is one page given back.
            self._connection.execute("PRAGMA incremental_vacuum").fetchall()

    # --- protection and end ---------------------------------------------------------------------------

    def set_passphrase(self, passphrase: str | KeyRing | None) -> None:
        """Protect the file with another passphrase, or with none; every byte is written anew.

        The caller renews the backups (`Backups.renew`): the old ones keep the old protection. What the file
        held in clear before may survive in freed places of the disk: protect a dossier when it is made.
        Where it raises, the file is as it was.
        """
        assert self._path is not None
        ring = _ring(passphrase)
        key = ring.own_key() if ring else None
        with self._turn, known_errors(self._path):
            self._check_place()
            # Windows does not replace an open file; SQLite's files must not be renamed while open.
            draft = self._path.with_name(f".{self._path.name}.draft")
            draft.unlink(missing_ok=True)
            schema.copy_tables(self._connection, draft, key)
            self._connection.close()
            try:
                draft.replace(self._path)
                self._key = key
            finally:
                self._connection = connect(self._path, self._key)
                self._connection.execute("BEGIN EXCLUSIVE")
                self._connection.execute("COMMIT")
                self._identity = _identity(self._path)

    def close(self) -> None:
        """Let the file go to others. Exhibits deleted meanwhile are gone for good."""
        with self._turn:
            try:
                if not self._read_only:
                    self._purge_deleted()
            except SqliteError as error:
                # The mark is on disk: the next opening takes them out.
                logger.warning("deleted exhibits stay until the next opening (%s)", type(error).__name__)
            finally:
                self._let_go()

    def _let_go(self) -> None:
        self._connection.close()
        if self._path is None:
            return
        if self._holder is not None:
            lock_file.remove_holder(self._path, self._holder)
        open_files.release(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _check_place(self) -> None:
        if self._path is None:
            return
        now = _identity(self._path)
        if now is None:
            raise DossierGone
        if now != self._identity:
            raise DossierReplaced


def _ring(passphrase: str | KeyRing | None) -> KeyRing | None:
    ring = KeyRing(passphrase) if isinstance(passphrase, str) else passphrase
    return ring or None


def _identity(path: Path | None) -> tuple[int, int] | None:
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
