"""A disk that fails on demand: SQLite's own file layer, with our hands on its writes.

SQLite reaches the disk through a table of functions (sqlite3_vfs, https://www.sqlite.org/vfs.html). We put
our own functions in front of those that change something (write, truncate, sync, delete), count them, and
make the n-th one fail, once or for ever, as SQLite's own tests do. Nothing else is faked: the same library,
the same file, the same code above.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

# SQLite's codes, as its layer returns them.
OK = 0
FULL = 13
IOERR_WRITE = 10 | (3 << 8)

_File = ctypes.c_void_p
_XWrite = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_XTruncate = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_int64)
_XSync = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_int)
_XOpen = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, _File, ctypes.c_int, ctypes.POINTER(ctypes.c_int)
)
_XDelete = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)

# sqlite3_io_methods: a version number, then functions; the ones we stand in front of.
_METHODS = 19
_WRITE, _TRUNCATE, _SYNC = 3, 4, 5


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int), ("file_size", ctypes.c_int), ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p), ("name", ctypes.c_char_p), ("data", ctypes.c_void_p),
        ("open", ctypes.c_void_p), ("delete", ctypes.c_void_p),
    )  # fmt: skip


@dataclass
class Disk:
    """What the layer did, and the plan for its failures.

    `fail_at` is the number (from 1) of the operation that fails, 0 for none; with `for_ever` every later one
    fails too. `log` holds every operation that was let through, for tests that cut the power.
    """

    code: int = IOERR_WRITE
    fail_at: int = 0
    for_ever: bool = False
    count: int = 0
    log: list[tuple[str, str, int, bytes]] = field(default_factory=list)

    def allows(self) -> bool:
        """Count one operation and say whether it may go through."""
        self.count += 1
        if not self.fail_at:
            return True
        return self.count < self.fail_at or (self.count > self.fail_at and not self.for_ever)


# SQLite calls our functions until it closes the file, be it after the end of the test: they must live on.
_kept: list[Any] = []


@contextmanager
def failing_disk(disk: Disk) -> Iterator[Disk]:
    """Put `disk` between SQLite and the files it opens inside the block."""
    library = ctypes.CDLL(sys.modules[sqlcipher.Connection.__module__.split(".")[0] + "._sqlite3"].__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    vfs = library.sqlite3_vfs_find(None).contents
    real_open, real_delete = _XOpen(vfs.open), _XDelete(vfs.delete)
    names: dict[int, str] = {}

    def stand_before(file: int) -> None:
        methods_pointer = ctypes.cast(file, ctypes.POINTER(ctypes.c_void_p))
        real = (ctypes.c_void_p * _METHODS).from_address(methods_pointer[0])
        ours = (ctypes.c_void_p * _METHODS)(*real)
        real_write = _XWrite(real[_WRITE] or 0)
        real_truncate, real_sync = _XTruncate(real[_TRUNCATE] or 0), _XSync(real[_SYNC] or 0)

        def write(handle: int, data: int, size: int, offset: int) -> int:
            if not disk.allows():
                return disk.code
            disk.log.append(("write", names[handle], offset, ctypes.string_at(data, size)))
            return int(real_write(handle, data, size, offset))

        def truncate(handle: int, size: int) -> int:
            if not disk.allows():
                return disk.code
            disk.log.append(("truncate", names[handle], size, b""))
            return int(real_truncate(handle, size))

        def sync(handle: int, flags: int) -> int:
            if not disk.allows():
                return disk.code
            disk.log.append(("sync", names[handle], 0, b""))
            return int(real_sync(handle, flags))

        functions = (_XWrite(write), _XTruncate(truncate), _XSync(sync))
        for index, function in zip((_WRITE, _TRUNCATE, _SYNC), functions, strict=True):
            ours[index] = ctypes.cast(function, ctypes.c_void_p).value
        methods_pointer[0] = ctypes.addressof(ours)
        _kept.append((ours, functions))

    def open_(layer: int, name: int | None, file: int, flags: int, out: Any) -> int:
        code = int(real_open(layer, name, file, flags, out))
        if code == OK and name is not None:
            # SQLite keeps this very pointer, so it is passed on, not copied.
            names[file] = ctypes.string_at(name).decode()
            disk.log.append(("open", names[file], 0, b""))
            stand_before(file)
        return code

    def delete(layer: int, name: bytes, sync_folder: int) -> int:
        if not disk.allows():
            return disk.code
        disk.log.append(("delete", name.decode(), sync_folder, b""))
        return int(real_delete(layer, name, sync_folder))

    functions: tuple[Callable[..., int], Callable[..., int]] = (_XOpen(open_), _XDelete(delete))
    saved = vfs.open, vfs.delete
    vfs.open = ctypes.cast(functions[0], ctypes.c_void_p).value  # type: ignore[arg-type]
    vfs.delete = ctypes.cast(functions[1], ctypes.c_void_p).value  # type: ignore[arg-type]
    try:
        yield disk
    finally:
        vfs.open, vfs.delete = saved
