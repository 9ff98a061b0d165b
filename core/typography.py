"""What of a text stays on one line and in its own direction, in every language but French.

French has its own rules, in `core.documents.french`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Sets words apart from the direction of the text around them: their own first letter decides.
LEFT_TO_RIGHT_ISOLATE = "\N{LEFT-TO-RIGHT ISOLATE}"
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
RIGHT_TO_LEFT_MARK = "\N{RIGHT-TO-LEFT MARK}"
NO_BREAK, WORD_JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
# A French phone number as people write it.
PHONE = r"(?:\+33 \d|\b0\d)(?: \d\d){4}\b"
# What loses its meaning when a line ends inside it: quotes, numbers of things, amounts, phones, ranges.
_WHOLE = re.compile(
    "« | »"  # house: french-typography (the spaces to protect)
    r"|(?:\b[Nn](?:°|º|\.º)|№|رقم|شماره) (?=[\d{\u2068])"
    r"|第 (?=[\d{])|(?<=[\d}]) 号"
    "|(?<=\\d) €"
    f"|{PHONE}"
    r"|(?<=\d)–(?=\d)"
    r"|(?<=\bCtrl) \+ (?=\w)"
    # The ending that Bengali and Tamil give to a French word.
    "|(?<=[a-zé])-(?=[\u0980-\u09ff\u0b80-\u0bff])"
)
# A name that has no meaning in two halves: « Cergy-Pontoise ».
_HYPHENED_NAME = re.compile(r"[^\W\d]+(?:[-’' ][^\W\d]+)*")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
# What a text has where one of these may be in it: most texts have none.
_MARKED = re.compile(r"[«»{\d+-]")  # house: french-typography (signs to look for)
# Full stops that stand in a square of their own: no space follows.
_WIDE_STOPS = tuple("。？！")


def isolate(text: str) -> str:
    """`text` set apart, so that a name, a date or a file number keeps its own order inside a sentence."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else text


def keep_together(text: str) -> str:
    """`text` with no-break spaces and joiners where a line may not end: « 4 » stays beside « n° »."""
    return _WHOLE.sub(_unbroken, text) if _MARKED.search(text) else text


def _unbroken(found: re.Match[str]) -> str:
    words = found[0].replace(" ", NO_BREAK).replace("–", f"{WORD_JOINER}–{WORD_JOINER}")
    return words.replace("-", f"-{WORD_JOINER}")


def whole_value(text: str) -> str:
    """`keep_together` for words that were given: the halves of a name stay together too."""
    text = keep_together(text)
    return _HYPHEN.sub(f"-{WORD_JOINER}", text) if _HYPHENED_NAME.fullmatch(text) else text


def joined(sentences: Iterable[str]) -> str:
    """Sentences one after the other, with the space that their language has between two."""
    text = ""
    for sentence in sentences:
        text += sentence if not text or text.endswith(_WIDE_STOPS) else f" {sentence}"
    return text
