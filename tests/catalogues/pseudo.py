"""Pseudo-languages for tests: the French with accents and 40 % longer; plain words are untranslated ones.

`qps` is written from left to right, `qpr` has the same words in a window that is mirrored.
"""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from core.languages import DOMAIN, PSEUDO, Language
from tests.catalogues import extract

GROWTH = 0.4
LETTERS = str.maketrans("aceghijlnorstuwyzACEGHIJLNORSTUWYZ", "äçëğĥîĵľñöŕšţûŵýžÄÇËĞĤÎĴĽÑÖŔŠŢÛŴÝŽ")
KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>)")


def pseudo(text: str) -> str:
    """The text with accents, 40 % longer, in brackets that show a cut end; placeholders as they were."""
    parts = KEPT.split(text)
    words = "".join(part if index % 2 else part.translate(LETTERS) for index, part in enumerate(parts))
    room = max(1, round(len(text) * GROWTH) - 2)
    padding = ("ļöñĝ " * room)[:room].strip()
    return f"[{words} {padding}]"


def catalogue(language: Language, template: Catalog) -> Catalog:
    """The whole program in a pseudo-language."""
    result = extract.loads(extract.header(language))
    for message in extract.sentences(template):
        ids = message.id
        string = pseudo(ids) if isinstance(ids, str) else tuple(pseudo(text) for text in ids)
        result.add(ids, string, context=message.context)
    return result


def compile_into(folder: Path) -> None:
    """Compile both pseudo-languages below `folder`, in the form of `translations`."""
    template = extract.template()
    for language in PSEUDO:
        path = folder / language.code / "LC_MESSAGES" / f"{DOMAIN}.mo"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            write_mo(stream, catalogue(language, template))
