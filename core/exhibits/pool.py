"""The program's side of the workers: start them, give them jobs, kill the one that is too slow.

A worker that was killed, or that ended by itself, is replaced by a new one for the next job. Threads may
share a pool; each job holds one worker. The program itself never parses a byte of what people bring.
"""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from core.exhibits.errors import (
    BrokenFile,
    Cancelled,
    EncryptedPdf,
    ExhibitError,
    TooManyPages,
    TooManyPixels,
    WorkerStopped,
    WorkerTooSlow,
)
from core.exhibits.limits import Limits
from core.exhibits.protocol import BrokenFrame, Clean, Done, Failure, Job, Refused, receive, send

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[2]
# What a bundle hears first: see core.exhibits.worker.
BUNDLE_ARGUMENT = "--exhibit-worker"
# More workers than this would only take memory.
MOST_WORKERS = 4
PIPE_BYTES = 1 << 20


def worker_command() -> tuple[str, ...]:
    """How this program, run from its folder or as a bundle, starts a worker."""
    if getattr(sys, "frozen", False):
        return (sys.executable, BUNDLE_ARGUMENT)
    return (sys.executable, "-B", "-m", "core.exhibits.worker")


class Pool:
    """A few workers, started when first needed and ended with the pool.

    with Pool() as pool:
        done, blobs = pool.run(job, (data,), seconds=60)
    """

    def __init__(self, size: int | None = None, command: Sequence[str] | None = None) -> None:
        """`size` workers at most: by default one for each processor, up to four."""
        self.size = size or min(os.cpu_count() or 1, MOST_WORKERS)
        self._command = tuple(command or worker_command())
        self._free: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._all = [_Worker(self._command) for _number in range(self.size)]
        for worker in reversed(self._all):
            self._free.put(worker)
        self._cancelled = threading.Event()

    def run(self, job: Job, parts: Sequence[bytes], seconds: float) -> tuple[Done, tuple[bytes, ...]]:
        """Do one job in a worker, within `seconds`.

        Raises `WorkerTooSlow`, `WorkerStopped`, `Cancelled`, or the error that names what the file has.
        """
        self.raise_if_cancelled()
        worker = self._free.get()
        try:
            answer = worker.run(job, tuple(parts), seconds)
        except ExhibitError:
            if self._cancelled.is_set():
                raise Cancelled from None
            raise
        finally:
            self._free.put(worker)
        message, made = answer
        if isinstance(message, Refused):
            # A class name of the library at most: nothing of the file.
            logger.info("exhibit refused: %s %s", message.failure, message.detail)
            raise _error(message.failure, job)
        return message, made

    def cancel(self) -> None:
        """End all work now, from any thread: running and later jobs raise `Cancelled`."""
        self._cancelled.set()
        for worker in self._all:
            worker.kill()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` where the work was ended."""
        if self._cancelled.is_set():
            raise Cancelled

    def close(self) -> None:
        """End the workers."""
        for worker in self._all:
            worker.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Worker:
    """One process at a time, and whether it was killed for its slowness."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def run(
        self, job: Job, parts: tuple[bytes, ...], seconds: float
    ) -> tuple[Done | Refused, tuple[bytes, ...]]:
        if self._process is not None and self._process.poll() is not None:
            # It ended while it had nothing to do: this file is not the cause.
            self.stop()
        process = self._process = self._process or self._start()
        assert process.stdin is not None
        assert process.stdout is not None
        slow = threading.Event()

        def end() -> None:
            slow.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            send(process.stdin, job, parts)
            frame = receive(process.stdout)
        except (OSError, ValueError, BrokenFrame):
            # A pipe that broke, or was closed under our hands: the worker is gone.
            frame = None
        finally:
            timer.cancel()
        if frame is not None and isinstance(frame[0], Done | Refused) and not slow.is_set():
            return frame[0], frame[1]
        self.kill()
        self.stop()
        raise WorkerTooSlow if slow.is_set() else WorkerStopped

    def kill(self) -> None:
        process = self._process
        if process is not None:
            process.kill()

    def stop(self) -> None:
        """Let the process end, its input being over; kill it where it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.close()
        except OSError:
            # Unsent bytes for a process that is gone.
            logger.debug("the worker had ended before")
        try:
            process.wait(1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own program, with fixed arguments
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # A photo has some megabytes; where the system lets us, it goes over in few steps.
            pipesize=PIPE_BYTES,
            cwd=None if getattr(sys, "frozen", False) else ROOT,
            creationflags=_NO_WINDOW,
        )


_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(
    subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0
)


def _error(failure: Failure, job: Job) -> ExhibitError:
    match failure:
        case Failure.ENCRYPTED:
            return EncryptedPdf()
        case Failure.TOO_MANY_PIXELS:
            return TooManyPixels()
        case Failure.TOO_MANY_PAGES:
            return TooManyPages(job.limits.pages if isinstance(job, Clean) else Limits().pages)
        case Failure.NO_MEMORY:
            return WorkerStopped()
        case Failure.BROKEN:
            return BrokenFile()
