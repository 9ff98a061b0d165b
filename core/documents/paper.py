"""What the paper imposes: the court's font files, the page's margins, the characters that can be printed."""

from __future__ import annotations

import re
from pathlib import Path

from core.documents.blocks import Document, texts
from core.dossier.model import Dossier
from core.dossier.paths import leaves
from core.dossier.text import PRINTABLE_RANGES
from core.errors import UserError
from core.i18n import _

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
# By the suffix of the face's name in the PDF.
FONT_FILES = {
    "": FONTS / "NotoSerif-Regular.ttf",
    "-Bold": FONTS / "NotoSerif-Bold.ttf",
    "-Italic": FONTS / "NotoSerif-Italic.ttf",
    "-BoldItalic": FONTS / "NotoSerif-BoldItalic.ttf",
}
MARGIN_MM = 22
# Any character that `core.dossier.text.unprintable` would name; one expression is ten times as fast. What
# keeps a range of numbers on one line has no shape: the renderer leaves it out.
_LACKING = re.compile(
    "[^\\n\N{WORD JOINER}{}]".format(
        "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in PRINTABLE_RANGES)
    )
)


class UnprintableCharacter(UserError):
    """An answer holds a character that the court's font cannot show; `path` names the answer."""

    def __init__(self, path: str, character: str) -> None:
        super().__init__(
            _(
                "La réponse « {path} » contient le caractère « {character} » (U+{code}), que le document ne "
                "peut "
                "pas imprimer. Écrivez ce texte avec des lettres latines.",
                path=path,
                character=character if character.isprintable() else "?",
                code=f"{ord(character):04X}",
            )
        )
        self.path = path
        self.character = character


def check_printable(document: Document, dossier: Dossier | None = None) -> None:
    """Refuse a document that the font cannot show whole. Raises `UnprintableCharacter`.

    The path is that of the answer that holds the character, where `dossier` is given and holds it; else the
    name of the document.
    """
    for block in document.blocks:
        for text in texts(block):
            found = _LACKING.search(text)
            if found:
                character = found.group(0)
                raise UnprintableCharacter(_origin(dossier, character) or document.name, character)


def _origin(dossier: Dossier | None, character: str) -> str | None:
    if dossier is None:
        return None
    return next(
        (path for path, value in leaves(dossier) if isinstance(value, str) and character in value), None
    )
