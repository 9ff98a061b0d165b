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


def fold(text: str) -> str:
    """`text` for comparing: lower case, only letters and digits, single blanks (`N’Guessan`: `n guessan`).

    Without accents, and in Arabic script without the marks and variants that people write or leave out.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_PLAIN)
    return " ".join("".join(c if c.isalnum() else _between(c) for c in plain).split())


def _between(character: str) -> str:
    # Accents and vowel marks vanish; vowels that stand beside their letter stay; everything else separates.
    category = unicodedata.category(character)
    if category == "Mc":
        return character
    return "" if category in ("Mn", "Me", "Cf") else " "


# Letters that do not come apart into a plain letter and a mark, and the digits of other scripts.
_PLAIN = str.maketrans(
    {
        "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h",
        "þ": "th", "ə": "e", "ŋ": "n", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɗ": "d", "ɲ": "n",
        "\N{ARABIC LETTER ALEF WASLA}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER E}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER YEH WITH TAIL}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER HEH DOACHASHMEE}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC TATWEEL}": "",
        **{
            chr(zero + digit): str(digit)
            for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xBE6)
            for digit in range(10)
        },
    }
)  # fmt: skip

# Cc: controls; Cf: format (direction marks, zero width); Cs: half of a broken pair; Co, Cn: no assigned form.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
