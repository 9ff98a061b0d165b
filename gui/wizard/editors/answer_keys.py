"""Which answer a key means while a group of answers has the focus: a digit, a first letter, « ? »."""

from __future__ import annotations

from collections.abc import Sequence

from core.dossier.text import fold

# The digits as a French keyboard gives them without Shift.
_FRENCH_ROW = "&é\"'(-è_ç"
_DIGITS = "123456789"
UNKNOWN_KEY = "?"


def answers_to(key: str, words: Sequence[Sequence[str]], unknown: int | None = None) -> tuple[int, ...]:
    """The places of the answers that `key` may mean; one place: it is meant.

    `words` are the wordings of each answer, in one language or two; `unknown` is the place of
    « Je ne sais pas ».
    """
    if len(key) != 1 or not key.isprintable() or key.isspace():
        return ()
    if key == UNKNOWN_KEY:
        return () if unknown is None else (unknown,)
    for digits in (_DIGITS, _FRENCH_ROW):
        if key in digits:
            place = digits.index(key)
            return (place,) if place < len(words) else ()
    letter = fold(key)
    return tuple(
        place
        for place, wordings in enumerate(words)
        if letter and any(fold(wording).startswith(letter) for wording in wordings if wording)
    )


def key_signs(count: int, unknown: int | None, letters: Sequence[str] = ()) -> tuple[str, ...]:
    """What is shown inside the sign of each answer: the letters where they are given, else the digits."""
    signs = [*letters, *_DIGITS[len(letters) :], *[""] * count][:count]
    if unknown is not None:
        signs[unknown] = UNKNOWN_KEY
    return tuple(signs)
