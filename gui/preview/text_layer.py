"""Makes the words of a PDF that Qt wrote findable, readable aloud and copyable in every script.

Qt writes joined and reordered letters as bare shapes: a reader that copies Arabic, Bengali or Tamil out of
such a file gets holes. The printer therefore leaves a mark (a dot of one unit in a colour that encodes a
number) before and after each line in such a script. Here the marks go away; the shapes are taken out of the
reading order (an empty « ActualText », ISO 32000-1, 14.9.4), and each word is put at its place once more in a
font without shapes, its letters from left to right: readers turn Arabic words round by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import PdfObject

# The colour of a mark: this much red says that it is one, green and blue hold its number.
RED = 1
_MARK = re.compile(rb"0\.0039\d* ([\d.]+) ([\d.]+) scn\s+/GSa gs\s+0 0 1 1 re\s+f\*?\s")
_BLANK = "/GuichetBlank"
_CODES_IN_FONT = 255
# By character: the number of a font, and its code there in two hexadecimal digits.
Codes = dict[str, tuple[int, str]]


class Word(NamedTuple):
    """Letters from left to right at their place: left edge, baseline and width, in the printer's units."""

    text: str
    x: float
    y: float
    width: float


class Line(NamedTuple):
    """The words of a line that stands between two marks, from left to right, and the size of its font."""

    size: int
    words: tuple[Word, ...]


def with_words(data: bytes, lines: Sequence[Line], title: str, language: str) -> bytes:
    """The PDF with the words of the marked lines, its title, its language, and without the clock."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, StreamObject, TextStringObject

    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(data)))
    codes = _codes(lines)
    fonts = {
        NameObject(f"{_BLANK}{number}"): writer._add_object(_blank_font(writer, group))
        for number, group in enumerate(_groups(codes))
    }
    for page in writer.pages:
        contents = page.get_contents()
        if contents is None:
            continue
        stream = StreamObject()
        stream.set_data(_MARK.sub(lambda mark: _replacement(mark, lines, codes), contents.get_data()))
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
        resources: Any = page["/Resources"].get_object()
        known = DictionaryObject(resources.get("/Font", DictionaryObject()).get_object())
        known.update(fonts)
        resources[NameObject("/Font")] = known
    root = writer._root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    writer.metadata = {"/Title": title, "/Creator": "Guichet Ouvert", "/Producer": "Guichet Ouvert"}
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _replacement(mark: re.Match[bytes], lines: Sequence[Line], codes: Codes) -> bytes:
    number = round(float(mark[1]) * 255) * 256 + round(float(mark[2]) * 255)
    line = lines[number // 2]
    return b"EMC\n" + _words(line, codes) if number % 2 else b"/Span <</ActualText <>>> BDC\n"


def _words(line: Line, codes: Codes) -> bytes:
    # As wide as their places: a reader sees a space where, and only where, there is one.
    out = ["q BT\n"]
    chosen = None
    for word in line.words:
        step = word.width / len(word.text)
        stretch = max(step, 1.0) / line.size * 100
        x = word.x
        for font, group in groupby(map(codes.__getitem__, word.text), itemgetter(0)):
            shown = [code for _font, code in group]
            if font != chosen:
                chosen = font
                out.append(f"{_BLANK}{font} {line.size} Tf\n")
            out.append(f"{stretch:.2f} Tz 1 0 0 -1 {x:.2f} {word.y:.2f} Tm <{''.join(shown)}> Tj\n")
            x += step * len(shown)
    return "".join([*out, "ET Q\n"]).encode()


def _codes(lines: Sequence[Line]) -> Codes:
    """For each character of the words, the number of a font and its code in it."""
    found = dict.fromkeys(letter for line in lines for word in line.words for letter in word.text)
    places = (divmod(number, _CODES_IN_FONT) for number in range(len(found)))
    return {letter: (font, f"{code + 1:02X}") for letter, (font, code) in zip(found, places, strict=True)}


def _groups(codes: Codes) -> list[list[str]]:
    texts = list(codes)
    return [texts[start : start + _CODES_IN_FONT] for start in range(0, len(texts), _CODES_IN_FONT)]


def _blank_font(writer: PdfWriter, texts: Sequence[str]) -> PdfObject:
    """A font (Type 3) whose characters have a width and a meaning, but no shape."""
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        FloatObject,
        NameObject,
        NumberObject,
        StreamObject,
    )

    shape, meanings = StreamObject(), StreamObject()
    shape.set_data(b"1000 0 d0")
    meanings.set_data(_to_unicode(texts))
    name = NameObject
    numbers = [NumberObject(number) for number in (0, -250, 1000, 750)]
    scale = [FloatObject(number) for number in (0.001, 0, 0, 0.001, 0, 0)]
    return DictionaryObject(
        {
            name("/Type"): name("/Font"),
            name("/Subtype"): name("/Type3"),
            name("/FontBBox"): ArrayObject(numbers),
            name("/FontMatrix"): ArrayObject(scale),
            name("/FirstChar"): NumberObject(1),
            name("/LastChar"): NumberObject(len(texts)),
            name("/Widths"): ArrayObject([NumberObject(1000)] * len(texts)),
            name("/CharProcs"): DictionaryObject({name("/blank"): writer._add_object(shape)}),
            name("/Encoding"): DictionaryObject(
                {
                    name("/Type"): name("/Encoding"),
                    name("/Differences"): ArrayObject([NumberObject(1), *[name("/blank")] * len(texts)]),
                }
            ),
            name("/ToUnicode"): writer._add_object(meanings),
            name("/Resources"): DictionaryObject(),
        }
    )


def _to_unicode(texts: Sequence[str]) -> bytes:
    out = [
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Guichet def\n"
        b"/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    ]
    pairs = [b"<%02X> <%s>\n" % (code, _hex(text)) for code, text in enumerate(texts, start=1)]
    for start in range(0, len(pairs), 100):
        part = pairs[start : start + 100]
        out += [b"%d beginbfchar\n" % len(part), *part, b"endbfchar\n"]
    return b"".join(out) + b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def _hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().upper().encode()
