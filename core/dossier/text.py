"""Text as people type it, made safe to keep and to print.

Two rules. What has no visible form (control characters, direction marks) is taken out when text enters the
dossier; what the printed font cannot show is refused by name at the question, never dropped on paper.
"""

from __future__ import annotations

import unicodedata

# Line breaks are kept. U+200C and U+200D change the form of letters in some scripts, so notes need them.
_KEPT_CONTROLS = frozenset("\n\u200c\u200d")
_LINE_BREAKS = str.maketrans(
    {"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\t": " "}
)

# What resources/fonts/NotoSerif-*.ttf can show; tests compare this list with the fonts themselves.
PRINTABLE_RANGES = (
    (0x20, 0x7E), (0xA0, 0x377), (0x37A, 0x37F), (0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x3A1),
    (0x3A3, 0x3E1), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x202F, 0x203A), (0x20AC, 0x20AC),
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2212, 0x2212),
)  # fmt: skip


def clean_text(text: str) -> str:
    """Normalise to NFC, unify line breaks, drop characters that have no visible form."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_LINE_BREAKS))
    return "".join(c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) not in _INVISIBLE)


def one_line(text: str) -> str:
    """`clean_text` on a single line, without blanks at its ends or doubled inside."""
    return " ".join(clean_text(text).split())


def unprintable(text: str) -> list[str]:
    """The characters of `text` that the court documents' font cannot show, each once, in order."""
    found = dict.fromkeys(c for c in text if c != "\n" and not is_printable(c))
    return list(found)


def is_printable(character: str) -> bool:
    """Whether the court documents' font shows this character."""
    code = ord(character)
    return any(first <= code <= last for first, last in PRINTABLE_RANGES)


# Cc: controls; Cf: format (direction marks, zero width); Cs: half of a broken pair; Co, Cn: no assigned form.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
