"""The language of the screen: every widget words its messages through `say`."""

from __future__ import annotations

from core.i18n import SOURCE_LANGUAGE, Message, render
from core.languages import is_right_to_left as is_right_to_left


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
