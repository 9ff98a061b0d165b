"""What the person ticked while reading the requete: understood, or to be changed.

Kept in the dossier file beside the answers. A tick belongs to the French words, by their digest: a passage
that says something else today has to be read again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from core.documents.reading import Passage

logger = logging.getLogger(__name__)


class Choice(StrEnum):
    """What the person said of a passage."""

    UNDERSTOOD = "understood"
    TO_CHANGE = "to_change"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One tick. It holds no word of the requete."""

    place: str
    digest: str
    choice: Choice


Marks = tuple[Mark, ...]


def encode(marks: Marks) -> bytes:
    """The JSON form, as UTF-8."""
    return msgspec.json.encode(marks)


def decode(data: bytes | None) -> Marks:
    """Read the JSON form. Damaged ticks count as none: then the requete is read again."""
    if data is None:
        return ()
    try:
        return msgspec.json.decode(data, type=Marks)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        logger.warning("the ticks of the reading cannot be read (%s)", type(error).__name__)
        return ()


def choice_of(marks: Marks, passage: Passage) -> Choice | None:
    """What was said of these words; None where they were not read yet."""
    return next((mark.choice for mark in marks if mark.digest == passage.digest), None)


def has_changed(marks: Marks, passage: Passage) -> bool:
    """Whether other words were ticked in this place, and these were not."""
    return choice_of(marks, passage) is None and any(mark.place == passage.place for mark in marks)


def with_choice(marks: Marks, passage: Passage, choice: Choice) -> Marks:
    """The ticks with one more; it takes the place of the older one."""
    kept = (m for m in marks if passage.place != m.place and passage.digest != m.digest)
    return (*kept, Mark(place=passage.place, digest=passage.digest, choice=choice))


def understood(marks: Marks, passages: Iterable[Passage]) -> int:
    """How many of these passages were understood."""
    return sum(choice_of(marks, passage) is Choice.UNDERSTOOD for passage in passages)
