"""The process that opens what people bring: `python -m core.exhibits.worker`, or `--exhibit-worker`.

It reads jobs on its standard input and answers on its standard output, until the input ends. It writes no
file and knows no dossier. In a bundle there is no `python -m`: the program starts itself again with the
argument `--exhibit-worker`, and `main.py` must hand that over before it does anything else:

    if sys.argv[1:2] == ["--exhibit-worker"]:
        from core.exhibits.worker import main as work

        sys.exit(work())
"""

from __future__ import annotations

import os
import sys
from typing import IO

from core.exhibits.confine import Watch, confine
from core.exhibits.limits import Limits, OutputLimits
from core.exhibits.protocol import (
    Answer,
    Clean,
    Compose,
    ComposePaper,
    Done,
    Draw,
    Failed,
    Failure,
    Job,
    Refused,
    receive,
    send,
)
from core.exhibits.sniff import Format

# A job whose parent forgot it ends by itself after this time.
FORGOTTEN_SECONDS = 2 * max(Limits().seconds, OutputLimits().seconds)


def main() -> int:
    """Work until the input ends."""
    sys.dont_write_bytecode = True
    # Pillow, not loaded yet, keeps so many blocks of 16 MB for the next picture: asking the system anew for
    # each one costs a fifth of the time.
    os.environ["PILLOW_BLOCKS_MAX"] = "8"
    memory_bytes = Limits().memory_bytes
    confine(memory_bytes)
    watch = Watch(memory_bytes)
    # Not sys.stdin: a windowed bundle on Windows has none, though the pipes are there.
    with os.fdopen(0, "rb") as jobs, os.fdopen(1, "wb") as answers:
        serve(jobs, answers, watch)
    return 0


def serve(jobs: IO[bytes], answers: IO[bytes], watch: Watch) -> None:
    """Answer every job of the stream."""
    while (frame := receive(jobs)) is not None:
        job, parts = frame
        assert isinstance(job, Job)
        watch.begin(FORGOTTEN_SECONDS)
        answer, made = attempt(job, parts)
        watch.finish()
        send(answers, answer, made)


def attempt(job: Job, parts: tuple[bytes, ...]) -> tuple[Answer, tuple[bytes, ...]]:
    """Do one job; whatever the file provokes becomes an answer."""
    try:
        return do(job, parts)
    except Failed as error:
        return Refused(failure=error.failure), ()
    except MemoryError:
        return Refused(failure=Failure.NO_MEMORY), ()
    except Exception as error:  # noqa: BLE001 - a hostile file makes the libraries raise anything
        return Refused(failure=Failure.BROKEN, detail=type(error).__name__), ()


def do(job: Job, parts: tuple[bytes, ...]) -> tuple[Answer, tuple[bytes, ...]]:
    """Do one job. Raises `Failed`, and whatever a library raises on a broken file."""
    from core.exhibits import compose, images, pdfs

    match job:
        case Clean(kind=Format.PDF):
            data, pages, found = pdfs.clean(parts[0], job.limits)
            return Done(pages=(pages,), sizes=((0, 0),), found=found), (data,)
        case Clean():
            pictures, found = images.clean(parts[0], job.kind, job.limits)
            return (
                Done(pages=(0,) * len(pictures), sizes=tuple(p.size for p in pictures), found=found),
                tuple(p.data for p in pictures),
            )
        case Draw():
            picture = compose.draw(parts[0], job.sheet, job.pixels, job.quality)
            return Done(pages=(0,), sizes=(picture.size,)), (picture.data,)
        case Compose():
            return Done(), (compose.exhibit(job.sheets, _named(job.blobs, parts), job.quality),)
        case ComposePaper():
            return Done(), (compose.paper_set(job.pieces, _named(job.blobs, parts)),)


def _named(names: tuple[str, ...], parts: tuple[bytes, ...]) -> dict[str, bytes]:
    return dict(zip(names, parts, strict=True))


if __name__ == "__main__":
    sys.exit(main())
