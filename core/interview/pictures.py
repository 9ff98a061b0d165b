"""What people know by its look: papers and screens, and the places on them. Names only, no drawing."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Picture(StrEnum):
    """The drawings of papers and screens that the window can show."""

    CARD = "card"
    VISA = "visa"
    PAPER_WITH_PHOTO = "paper_with_photo"
    PAPER_WITH_CODE = "paper_with_code"
    CONFIRMATION = "confirmation"
    LETTER = "letter"
    SCREEN = "screen"


class Spot(StrEnum):
    """A place on a paper or a screen where an answer stands."""

    KIND = "kind"
    NAME = "name"
    BIRTH = "birth"
    DATES = "dates"
    NUMBER = "number"
    MESSAGE = "message"
    ADDRESS = "address"
    CLOCK = "clock"


class LookAt(NamedTuple):
    """Where to look: a drawing, with these places marked."""

    picture: Picture
    spots: tuple[Spot, ...]
