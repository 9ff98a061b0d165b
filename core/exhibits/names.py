"""The names of the files for the court's site: plain letters, short, numbered."""

from __future__ import annotations

import re
import unicodedata

from core.dossier.model import Exhibit

# Rule of the lawyers' application, a sensible care here too: longer names and special letters hinder uploads.
NAME_LENGTH = 80
_SUFFIX = ".pdf"
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
     "ł": "l", "Ł": "L", "ı": "i", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ħ": "h", "Ħ": "H"}
)  # fmt: skip


def file_name(number: int, exhibit: Exhibit) -> str:
    """`PJ3_Capture_d_ecran_du_site_ANEF_2026-11-03.pdf`: ASCII letters, digits, `_` and `-` only."""
    start = f"PJ{number}_"
    day = f"_{exhibit.on.isoformat()}" if exhibit.on else ""
    room = NAME_LENGTH - len(start) - len(day) - len(_SUFFIX)
    title = ascii_words(exhibit.title or "")[:room].rstrip("_") or "Piece"
    return f"{start}{title}{day}{_SUFFIX}"


def ascii_words(text: str) -> str:
    """The text in plain letters, its words joined by `_`; letters of other scripts are left out."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return "_".join(re.findall(r"[A-Za-z0-9]+", plain))
