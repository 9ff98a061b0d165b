"""The place where the files of exhibits are kept, as this part of the program sees it."""

from __future__ import annotations

import hashlib
from typing import Protocol


class BlobStore(Protocol):
    """Bytes named by their SHA-256; `core.storage.dossier_file.DossierFile` is one."""

    def add_blob(self, data: bytes) -> str:
        """Keep the bytes and return their name."""

    def get_blob(self, sha256: str) -> bytes:
        """The bytes of that name."""


class MemoryBlobs:
    """Blobs that are kept nowhere but in memory: for a dossier that was only read."""

    def __init__(self) -> None:
        self.blobs: dict[str, bytes] = {}

    def add_blob(self, data: bytes) -> str:
        """Keep the bytes and return their name."""
        name = digest(data)
        self.blobs[name] = data
        return name

    def get_blob(self, sha256: str) -> bytes:
        """The bytes of that name. Raises `KeyError`."""
        return self.blobs[sha256]


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
