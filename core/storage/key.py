"""The key of an encrypted dossier file, and the head of the file that lets us tell what a file is.

SQLCipher keeps a 16-byte salt in clear at the head of the file. We choose it so that it also says « this is
a dossier » and checks itself: 4 bytes of mark, 8 random bytes (the least RFC 8018 section 4.1 recommends),
4 bytes of CRC-32 of the 12 before. So a damaged head is never taken for a wrong passphrase.

The key is derived here, with SQLCipher 4's own parameters, rather than inside SQLCipher: once per opening
instead of once per connection (backups, checks), and the passphrase itself need not be kept. A file still
opens with its passphrase in any other SQLCipher program.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
import zlib
from dataclasses import dataclass, field
from enum import Enum
from typing import Self

from core.storage.errors import DamagedDossier

KDF_ROUNDS = 256_000
PLAIN_HEAD = b"SQLite format 3\x00"
MARK = b"GOdo"
# "GODO" as SQLite's application id, at byte 68 of a plain file.
APPLICATION_ID = 0x474F444F
HEAD_BYTES = 100


@dataclass(frozen=True)
class Key:
    """The derived key of a file and the salt it was derived with. Never shown, never logged."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    def for_sqlcipher(self) -> str:
        """The form in which SQLCipher takes a key that needs no more derivation."""
        return f"x'{self.raw.hex()}{self.salt.hex()}'"


class KeyRing:
    """A passphrase and the keys derived from it so far, one per salt.

    The files of one desk share a salt, so that reading ten thousand of them derives one key. Sharing it
    gives nothing away: SQLCipher seals every page with fresh random bytes.
    """

    def __init__(self, passphrase: str, salt: bytes | None = None) -> None:
        self._passphrase = clean_passphrase(passphrase)
        self._salt = salt or new_salt()
        self._keys: dict[bytes, Key] = {}

    @classmethod
    def holding(cls, key: Key) -> Self:
        """The ring of a file that is open: its passphrase is not known, and its copies share its key."""
        ring = cls("", key.salt)
        ring._keys[key.salt] = key
        return ring

    def own_key(self) -> Key:
        """The key for new files."""
        return self.key_for(self._salt)

    def key_for(self, salt: bytes) -> Key:
        """The key for a file with this salt, derived the first time it is asked for."""
        if salt not in self._keys:
            self._keys[salt] = derive(self._passphrase, salt)
        return self._keys[salt]

    def is_opened_by(self, passphrase: str) -> bool:
        """Whether these are the words of this ring."""
        given, own = clean_passphrase(passphrase).encode(), self._passphrase.encode()
        return bool(own) and hmac.compare_digest(given, own)

    def __bool__(self) -> bool:
        """Whether there is a passphrase or a key at all: an empty one means no encryption."""
        return bool(self._passphrase or self._keys)


class Head(Enum):
    """What the first bytes of a file say it is."""

    PLAIN = "plain"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    OTHER = "other"


def new_salt() -> bytes:
    """A fresh salt with our mark and its check."""
    start = MARK + secrets.token_bytes(8)
    return start + zlib.crc32(start).to_bytes(4, "big")


def derive(passphrase: str, salt: bytes) -> Key:
    """Derive the key: slow on purpose (about a fifth of a second); releases the interpreter meanwhile."""
    secret = clean_passphrase(passphrase).encode()
    return Key(hashlib.pbkdf2_hmac("sha512", secret, salt, KDF_ROUNDS, 32), salt)


def clean_passphrase(passphrase: str) -> str:
    """The passphrase as it is used: composed letters, single blanks, none at the ends.

    The same four words typed on another keyboard, or pasted with a line break, must open the file.
    """
    return " ".join(unicodedata.normalize("NFC", passphrase).split())


def head_of(first_bytes: bytes) -> Head:
    """What a file is, from its first `HEAD_BYTES` bytes."""
    if first_bytes.startswith(PLAIN_HEAD):
        ours = first_bytes[68:72] == APPLICATION_ID.to_bytes(4, "big")
        return Head.PLAIN if ours else Head.OTHER
    if first_bytes.startswith(MARK):
        return Head.ENCRYPTED if _is_salt(first_bytes[:16]) else Head.BROKEN
    # The salt's own check still holds where only the mark was hit.
    if len(first_bytes) >= 16 and _is_salt(MARK + first_bytes[4:16]):
        return Head.BROKEN
    return Head.OTHER


def salt_in(first_bytes: bytes) -> bytes:
    """The salt of an encrypted file. Raises `DamagedDossier` where it fails its own check."""
    salt = first_bytes[:16]
    if not _is_salt(salt):
        raise DamagedDossier
    return salt


def _is_salt(salt: bytes) -> bool:
    return len(salt) == 16 and salt[:4] == MARK and zlib.crc32(salt[:12]).to_bytes(4, "big") == salt[12:]
