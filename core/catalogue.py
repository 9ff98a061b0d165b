"""A compiled catalogue (`.mo`) whose sentences are decoded when they are asked for.

The standard library decodes all of them when it opens one, which alone takes a fortieth of a start in another
language; the first page needs twenty of 2,400. Format: « MO Files » in the manual of GNU gettext.
"""

from __future__ import annotations

import gettext
import struct
from operator import add

_MAGIC = 0x950412DE
_CONTEXT = "\N{END OF TRANSMISSION}"


class Catalogue(gettext.NullTranslations):
    """The sentences of one language; French, as it was given, for those that it lacks.

    `plural`: gettext's rule of the language. A sentence whose bytes are damaged is empty. Raises ValueError
    or struct.error where the bytes are no catalogue or a part of one.
    """

    def __init__(self, data: bytes, plural: str) -> None:
        super().__init__()
        magic, _revision, entries, sources, translations = struct.unpack_from("<5I", data)
        if magic != _MAGIC:
            raise ValueError("not a compiled catalogue")
        keys = struct.unpack_from(f"<{2 * entries}I", data, sources)
        texts = struct.unpack_from(f"<{2 * entries}I", data, translations)
        if max(map(add, texts[::2], texts[1::2]), default=0) >= len(data):
            raise ValueError("a part of a catalogue")
        places = zip(texts[::2], texts[1::2], strict=True)
        self._places = {
            data[start : start + length]: place
            for length, start, place in zip(keys[::2], keys[1::2], places, strict=True)
        }
        self._data = data
        self._form = gettext.c2py(plural)

    def _forms(self, key: str) -> list[str] | None:
        place = self._places.get(key.encode())
        if place is None:
            return None
        length, start = place
        try:
            return self._data[start : start + length].decode().split("\0")
        except UnicodeDecodeError:
            return [""]

    def gettext(self, message: str) -> str:
        """The translation of a sentence."""
        forms = self._forms(message)
        return message if forms is None else forms[0]

    def pgettext(self, context: str, message: str) -> str:
        """The translation of a sentence whose words mean something else in another context."""
        forms = self._forms(f"{context}{_CONTEXT}{message}")
        return message if forms is None else forms[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The translation for this number."""
        return self._counted(self._forms(f"{msgid1}\0{msgid2}"), msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The translation for this number in this context."""
        return self._counted(self._forms(f"{context}{_CONTEXT}{msgid1}\0{msgid2}"), msgid1, msgid2, n)

    def _counted(self, forms: list[str] | None, msgid1: str, msgid2: str, n: int) -> str:
        if forms is None:
            return msgid1 if n == 1 else msgid2
        form = self._form(n)
        return forms[form] if form < len(forms) else ""
