"""Dossiers and files for the tests of storage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from core.dossier import paths
from core.dossier.model import Dossier
from core.storage import key

PASSPHRASE = "lampe jardin été pomme"


@pytest.fixture
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys in no time, where a test opens hundreds of files and is not about derivation."""
    monkeypatch.setattr(key, "KDF_ROUNDS", 10)


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def passphrase(request: pytest.FixtureRequest, quick_keys: None) -> str | None:
    """Every test that takes this runs on a plain file and on an encrypted one."""
    given: str | None = request.param
    return given


def named(family_name: str) -> Dossier:
    """A dossier that can be told from another."""
    return paths.put(Dossier(), "identity.family_name", family_name)


@contextmanager
def without_override() -> Iterator[None]:
    """Be bound by the permissions of files, as every user is, even where the tests run as root."""
    import ctypes
    import os

    if os.name == "nt" or os.geteuid() != 0:
        yield
        return

    class Header(ctypes.Structure):
        _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))

    class Sets(ctypes.Structure):
        _fields_ = (
            ("effective", ctypes.c_uint32),
            ("permitted", ctypes.c_uint32),
            ("inheritable", ctypes.c_uint32),
        )

    libc = ctypes.CDLL(None, use_errno=True)
    # Version 3 of the kernel's interface; CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH are bits 1 and 2.
    header, before = Header(0x20080522, 0), (Sets * 2)()
    if libc.capget(ctypes.byref(header), before) != 0:
        raise OSError(ctypes.get_errno(), "capget")
    after = (Sets * 2).from_buffer_copy(before)
    after[0].effective &= ~0b110
    if libc.capset(ctypes.byref(header), after) != 0:
        raise OSError(ctypes.get_errno(), "capset")
    try:
        yield
    finally:
        if libc.capset(ctypes.byref(header), before) != 0:
            raise OSError(ctypes.get_errno(), "capset")
