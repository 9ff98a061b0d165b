"""The language of the screen: every widget words its messages through `say`."""

from __future__ import annotations

from core.i18n import SOURCE_LANGUAGE, Message, render

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ps", "ur", "ckb", "he"})


class _Screen:
    """What the whole window shares: it speaks one language at a time."""

    language = SOURCE_LANGUAGE


def set_language(language: str) -> None:
    """Choose the language of everything shown from now on."""
    _Screen.language = language


def language() -> str:
    """The language of the screen, e.g. `fr`."""
    return _Screen.language


def say(message: Message | str) -> str:
    """The sentence in the language of the screen."""
    return render(message, _Screen.language)


def is_right_to_left(code: str) -> bool:
    """Whether the language is written from right to left."""
    return code.split("-")[0].split("_")[0] in RIGHT_TO_LEFT
