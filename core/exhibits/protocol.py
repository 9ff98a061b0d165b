"""What the program and its worker say to each other: one frame a job, one frame an answer.

A frame is a length, a JSON header and the raw bytes that belong to it. The program trusts nothing in an
answer but its form: the worker has read a hostile file.
"""

from __future__ import annotations

import struct
from enum import StrEnum
from typing import IO, TypeAlias

import msgspec
from msgspec import Struct

from core.dossier.model import Sheet
from core.exhibits.limits import Limits
from core.exhibits.sniff import Format

_LENGTH = struct.Struct(">Q")
# Larger than any frame we send; a length beyond it is nonsense, not data.
MAX_FRAME = 1_000_000_000


class BrokenFrame(Exception):
    """The other side ended in the middle of a frame, or sent something that is none."""


class Failure(StrEnum):
    """Why the worker could not do a job."""

    BROKEN = "broken"
    ENCRYPTED = "encrypted"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"
    NO_MEMORY = "no_memory"


class Failed(Exception):
    """Raised inside the worker for a failure that has a name."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure


class Clean(Struct, frozen=True, tag=True, kw_only=True):
    """Make a safe copy of the one file that follows."""

    kind: Format
    limits: Limits


class Draw(Struct, frozen=True, tag=True, kw_only=True):
    """Draw a sheet of the blob that follows as a JPEG whose longer side has at most `pixels`."""

    sheet: Sheet
    pixels: int
    quality: int = 85


class Quality(Struct, frozen=True, kw_only=True):
    """How pictures go into a PDF: as they are kept, or lighter."""

    # None: as kept. Otherwise dots per inch on A4.
    dpi: int | None = None
    jpeg: int = 80
    grey: bool = False


class Compose(Struct, frozen=True, tag=True, kw_only=True):
    """Make the PDF of one exhibit from its sheets; the blobs named follow in that order."""

    sheets: tuple[Sheet, ...]
    blobs: tuple[str, ...]
    quality: Quality = Quality()


class PaperPiece(Struct, frozen=True, kw_only=True):
    """One exhibit of the paper set: its number, the lines of its title, its sheets."""

    number: int
    title: str
    sheets: tuple[Sheet, ...]


class ComposePaper(Struct, frozen=True, tag=True, kw_only=True):
    """Make the PDF to print, with separators and stamps; the blobs named follow in that order."""

    pieces: tuple[PaperPiece, ...]
    blobs: tuple[str, ...]


Job: TypeAlias = Clean | Draw | Compose | ComposePaper


class Found(Struct, frozen=True, kw_only=True):
    """What a file said about itself before it was stripped of it. Dates are as the file writes them."""

    camera_dates: tuple[str, ...] = ()
    text_dates: tuple[str, ...] = ()
    document_dates: tuple[str, ...] = ()
    place: bool = False
    active: bool = False


class Done(Struct, frozen=True, tag=True, kw_only=True):
    """The job is done: what was found, and how many pages each of the blobs that follow has."""

    # 0: a picture.
    pages: tuple[int, ...] = ()
    # Width and height in pixels of each picture; (0, 0) for a PDF.
    sizes: tuple[tuple[int, int], ...] = ()
    found: Found = Found()


class Refused(Struct, frozen=True, tag=True, kw_only=True):
    """The job could not be done. `detail` is a class name for the log."""

    failure: Failure
    detail: str = ""


Answer: TypeAlias = Done | Refused


class Header(Struct, frozen=True, kw_only=True):
    """What stands before the raw bytes: the message and the length of each part."""

    message: Clean | Draw | Compose | ComposePaper | Done | Refused
    lengths: tuple[int, ...]


def send(stream: IO[bytes], message: Job | Answer, parts: tuple[bytes, ...] = ()) -> None:
    """Write one frame. Raises `OSError` where nobody listens."""
    header = msgspec.json.encode(Header(message=message, lengths=tuple(len(part) for part in parts)))
    stream.write(_LENGTH.pack(len(header)))
    stream.write(header)
    stream.writelines(parts)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[Job | Answer, tuple[bytes, ...]] | None:
    """Read one frame; None at the end of the stream. Raises `BrokenFrame`."""
    first = stream.read(_LENGTH.size)
    if not first:
        return None
    if len(first) != _LENGTH.size:
        raise BrokenFrame
    try:
        header = msgspec.json.decode(_exactly(stream, _LENGTH.unpack(first)[0]), type=Header)
    except msgspec.DecodeError as error:
        raise BrokenFrame from error
    if sum(header.lengths) > MAX_FRAME:
        raise BrokenFrame
    return header.message, tuple(_exactly(stream, length) for length in header.lengths)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    if not 0 <= length <= MAX_FRAME:
        raise BrokenFrame
    data = stream.read(length)
    if len(data) != length:
        raise BrokenFrame
    return data
