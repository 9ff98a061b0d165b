"""Limits that a worker lays upon itself before it reads anything: memory, files, time, rank.

They bound what a hostile file can cost. They are no wall against a fault in a library that lets a file run
its own code: for that, the libraries are kept up to date and see only formats that we chose.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

# The exit code of a worker that went over its memory or its time.
OVERDRAWN = 75
# How much lower than the window the workers rank for the processor.
NICENESS = 5

_IS_MACOS = sys.platform.startswith("darwin")


def confine(memory_bytes: int) -> None:
    """Bound the memory of this process, forbid it to write files, and let the window go first."""
    if sys.platform == "win32":
        _windows_memory(memory_bytes)
    else:
        import resource

        os.nice(NICENESS)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        if not _IS_MACOS:
            resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


class Watch:
    """Ends this process where a job lasts too long, or where macOS, which has no limit, lets memory grow.

    The parent kills a slow worker itself; this is for the worker whose parent is gone.
    """

    def __init__(self, memory_bytes: int, end: Callable[[int], object] = os._exit) -> None:
        self._memory_bytes = memory_bytes
        self._end = end
        self._deadline: float | None = None
        threading.Thread(target=self._look, daemon=True).start()

    def begin(self, seconds: float) -> None:
        """A job begins that may last `seconds`."""
        self._deadline = time.monotonic() + seconds

    def finish(self) -> None:
        """The job is over."""
        self._deadline = None

    def _look(self) -> None:
        while True:
            time.sleep(0.1)
            deadline = self._deadline
            if (deadline is not None and time.monotonic() > deadline) or self._too_much_memory():
                self._end(OVERDRAWN)
                return

    def _too_much_memory(self) -> bool:
        if sys.platform == "win32":
            return False
        else:  # noqa: RET505 - the type checker follows the platform through if and else only
            import resource

            return _IS_MACOS and resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > self._memory_bytes


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_MEMORY = 0x100
    _DIE_ON_UNHANDLED_EXCEPTION = 0x400
    _EXTENDED_LIMIT_INFORMATION = 9

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("per_process_user_time", ctypes.c_int64),
            ("per_job_user_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("minimum_working_set", ctypes.c_size_t),
            ("maximum_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("io_counters", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def _windows_memory(memory_bytes: int) -> None:
        """Put this process in a job object of its own, which bounds its committed memory."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD,
        )  # fmt: skip
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _ExtendedLimits()
        limits.basic.flags = _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
        limits.process_memory = memory_bytes
        # The handle stays open as long as the process lives: closing it would change nothing.
        job = kernel.CreateJobObjectW(None, None)
        if (
            not job
            or not kernel.SetInformationJobObject(
                job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())
