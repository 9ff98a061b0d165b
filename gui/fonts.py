"""The fonts that the program ships: loaded once each, for the languages that are shown or printed."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from core.languages import families, find

logger = logging.getLogger(__name__)

LATIN = "Noto Sans"
FONTS = Path(__file__).parent.parent / "resources" / "fonts"


@cache
def load(*codes: str) -> tuple[str, ...]:
    """Make the fonts of these languages known to Qt; returns their families in order of preference."""
    for code in codes:
        language = find(code)
        for name in language.fonts if language is not None else ():
            _add(name)
    found = families(codes)
    # Widgets ask for the Latin family alone: the others stand in where it has no letter, before the system's.
    QFont.insertSubstitutions(LATIN, [family for family in found if family != LATIN])
    return found


def prefer(code: str) -> None:
    """Have the families of this language tried first: Qt opens each one that it tries."""
    known = QFont.substitutes(LATIN)
    QFont.removeSubstitutions(LATIN)
    # Each family is taken once.
    QFont.insertSubstitutions(LATIN, [family for family in families((code,)) if family != LATIN] + known)


def font(codes: Sequence[str], pixels: int, *, bold: bool = False, italic: bool = False) -> QFont:
    """A font for texts in these languages; the first one's own family comes first."""
    result = QFont(list(load(*codes)))
    result.setPixelSize(pixels)
    # In a PDF a ligature (« office ») may be copied out as another sign. Joined scripts use others.
    result.setFeature(QFont.Tag("liga"), 0)
    result.setBold(bold)
    result.setItalic(italic)
    return result


def load_court() -> None:
    """Make the faces of the documents for the tribunal known to Qt."""
    from core.documents.paper import FONT_FILES

    for path in FONT_FILES.values():
        _add(path.name)


@cache
def _add(name: str) -> None:
    if QFontDatabase.addApplicationFont(str(FONTS / name)) < 0:
        logger.warning("the font %s cannot be read: the system's is used", name)
