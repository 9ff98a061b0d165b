"""The note beside the French: words that can be copied out in order, right shapes, our fonts only."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from core import languages
from core.documents.blocks import (
    Block,
    Document,
    Items,
    Run,
    Style,
    Table,
    bold,
    heading,
    inline,
    italic,
    para,
    plain,
)
from core.documents.paper import UnprintableCharacter
from core.languages import TRANSLATED, find
from gui import fonts
from gui.preview.line_words import INVISIBLE, words
from gui.preview.note_printer import DPI, PAGE, _formats, print_note, text_option
from gui.preview.note_rows import BLANK, rows
from tests.i18n.texts import SAMPLES

FONTS = Path(fonts.FONTS)
FRENCH_WORDS = ("Vous relisez la requête.", "Vous avez un récépissé.", "Ouvrez votre courrier.")
# Half of an A4 page in points.
HALF, HEIGHT = 298, 842


@pytest.fixture(autouse=True)
def application(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No translation of ours: the texts of these tests are their own."""
    monkeypatch.setattr(languages, "TRANSLATIONS", tmp_path)


def pair(code: str, words: tuple[str, ...], times: int = 1) -> tuple[Document, Document]:
    def blocks(one: str, two: str, three: str) -> Iterator[Block]:
        yield heading(one)
        yield para(bold(two), style=Style.WARNING)
        for _again in range(times):
            yield heading(three, 2)
            yield Items((inline(one), inline(bold(two), " ", italic(three))), ("1.", "2."))
            yield para(f"{one} {two} {three} " * 3)
            yield Table((one, two), ((inline(three), inline(two)), (inline(two), ())), (1, 1))

    def document(name: str, language: str, texts: tuple[str, ...]) -> Document:
        return Document(name, texts[0], language, tuple(blocks(*texts)), running=texts[1])

    return document(f"note-{code}", code, words), document("note", "fr", FRENCH_WORDS)


def squeezed(text: str) -> str:
    """Without what a page adds or hides: line ends, spaces, direction controls, joiners."""
    kept = (c for c in unicodedata.normalize("NFKC", text) if c not in INVISIBLE and not c.isspace())
    return "".join(c for c in kept if unicodedata.category(c) not in {"Cf", "Cc"})


def column(path: Path, page: int, left: int) -> str:
    command = ["pdftotext", "-f", str(page), "-l", str(page), "-x", str(left), "-y", "0", "-W", str(HALF)]
    command += ["-H", str(HEIGHT), str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def extracted(data: bytes, tmp_path: Path, left: int) -> str:
    path = tmp_path / "note.pdf"
    path.write_bytes(data)
    return "".join(column(path, number, left) for number in range(1, len(PdfReader(path).pages) + 1))


@pytest.mark.parametrize("code", SAMPLES)
def test_the_words_come_out_in_order(code, tmp_path):
    theirs, french = pair(code, SAMPLES[code])
    data = print_note(theirs, french)
    table = list(rows(theirs, french))
    for left, wanted in (
        (0, [plain(row.french) for row in table]),
        (HALF, [plain(row.theirs) for row in table]),
    ):
        found = squeezed(extracted(data, tmp_path, left))
        position = 0
        for text in wanted:
            place = found.find(squeezed(text), position)
            assert place >= 0, text
            position = place + len(squeezed(text))


@pytest.mark.parametrize("code", SAMPLES)
def test_the_words_come_out_apart(code, tmp_path):
    """The spaces too are found again, but at the ends of lines."""
    theirs, french = pair(code, SAMPLES[code])
    found = extracted(print_note(theirs, french), tmp_path, HALF)
    if code == "zh_Hans":
        assert "\N{NO-BREAK SPACE}" not in found
        return
    shown = {squeezed(word) for word in found.split()}
    words = {squeezed(word) for text in SAMPLES[code] for word in text.split()}
    assert len(words) > 10
    assert words - shown == set()


def test_no_ligature_hides_letters(tmp_path):
    words = ("office effort fi fl", "first difficulty", "affliction waffle")
    data = print_note(*pair("en", words))
    path = tmp_path / "ligatures.pdf"
    path.write_bytes(data)
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    for word in " ".join(words).split():
        assert word in text


def own_name(file: str) -> str:
    with TTFont(FONTS / file) as font:
        return str(font["name"].getDebugName(6))


@pytest.mark.parametrize("code", SAMPLES)
def test_only_our_fonts_are_used(code, tmp_path):
    path = tmp_path / "note.pdf"
    path.write_bytes(print_note(*pair(code, SAMPLES[code])))
    listing = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    names = {line.split()[0].partition("+")[2] or line.split()[0] for line in listing.splitlines()[2:]}
    language = find(code)
    assert language is not None
    ours = {own_name(name) for name in language.fonts}
    # The font without shapes has no name.
    assert {name for name in names if name != "[none]"} <= ours
    assert names & ours


def test_the_file_says_its_title_and_its_language(tmp_path):
    theirs, french = pair("fa_AF", SAMPLES["fa_AF"])
    path = tmp_path / "note.pdf"
    path.write_bytes(print_note(theirs, french))
    reader = PdfReader(path)
    assert reader.metadata is not None
    assert reader.metadata.title == theirs.title
    assert reader.metadata.get("/CreationDate") is None
    root = reader.root_object
    assert str(root["/Lang"]) == "fa-AF"
    assert "/DisplayDocTitle" in str(root["/ViewerPreferences"])


def test_the_same_note_is_the_same_file():
    theirs, french = pair("ar", SAMPLES["ar"])
    assert print_note(theirs, french) == print_note(theirs, french)


def test_long_notes_go_on_overleaf_with_the_page_s_number(tmp_path):
    theirs, french = pair("ar", SAMPLES["ar"], times=8)
    data = print_note(theirs, french)
    found = extracted(data, tmp_path, 0)
    path = tmp_path / "note.pdf"
    pages = len(PdfReader(path).pages)
    assert pages >= 3
    for number in range(1, pages + 1):
        assert f"Page {number} sur {pages}" in " ".join(column(path, number, 0).split())
    assert found.count("1. Vous relisez la requête.") == 8


def test_a_paragraph_longer_than_a_page_is_printed_whole(tmp_path):
    words = " ".join(f"слово{number}" for number in range(1200))
    theirs = Document("note-ru", "Т", "ru", (para(words),))
    data = print_note(theirs, Document("note", "T", "fr", (para("Un long texte."),)))
    found = squeezed(extracted(data, tmp_path, HALF))
    assert all(f"слово{number}" in found for number in range(1200))


def test_nobody_has_read_the_translation(tmp_path):
    found = extracted(print_note(*pair("ru", SAMPLES["ru"])), tmp_path, 0)
    assert "Traduction non relue. Le français fait foi." in " ".join(found.split())


def test_a_character_that_no_font_has_is_refused():
    theirs = Document("note-ar", "ا", "ar", (para("አማርኛ"),))
    with pytest.raises(UnprintableCharacter) as refused:
        print_note(theirs, Document("note", "T", "fr", (para("Texte."),)))
    assert refused.value.character == "አ"


def test_two_documents_that_differ_in_build_are_refused():
    theirs, french = pair("ar", SAMPLES["ar"])
    with pytest.raises(ValueError, match=r"zip|alike"):
        print_note(theirs, Document("note", "T", "fr", french.blocks[:-1]))


def test_a_table_becomes_lines_with_room_to_write():
    theirs, french = pair("ru", SAMPLES["ru"])
    texts = [plain(row.french) for row in rows(theirs, french)]
    assert f"{FRENCH_WORDS[1]}\N{NO-BREAK SPACE}: {BLANK}" in texts


# --- shapes ---------------------------------------------------------------------------------------------

SHAPED = [(code, text) for code in ("ar", "fa_AF", "ps", "bn", "ta") for text in SAMPLES[code]]


def script_words(code: str, text: str) -> list[str]:
    """The words of a text that are wholly in the language's own script."""
    names = {"bn": "BENGALI", "ta": "TAMIL"}
    wanted = names.get(code, "ARABIC")
    words = re.split(r"[\s\u2066-\u2069().,;:؛،؟?।0-9-]+", text)
    return [
        w
        for w in words
        if w and all(unicodedata.name(c, "").startswith(wanted) or c in "\u200c\u200d" for c in w)
    ]


def qt_glyphs(code: str, word: str) -> tuple[list[int], str]:
    """The glyphs that Qt draws a word with, from left to right, and their family."""
    layout = QTextLayout(word, fonts.font([code, "fr"], 100))
    layout.beginLayout()
    layout.createLine().setLineWidth(100_000)
    layout.endLayout()
    (run,) = layout.glyphRuns()
    placed = sorted(
        zip(run.positions(), run.glyphIndexes(), strict=True),
        key=lambda entry: (round(entry[0].x(), 1), entry[1]),
    )
    raw = run.rawFont()
    invisible = set(raw.glyphIndexesForString(" \u200c\u200d"))
    return [glyph for _place, glyph in placed if glyph not in invisible], raw.familyName()


def harfbuzz_glyphs(file: str, word: str) -> list[int]:
    """The glyphs that HarfBuzz itself chooses, from left to right."""
    face = uharfbuzz.Face((FONTS / file).read_bytes())
    font = uharfbuzz.Font(face)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    x, placed = 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        placed.append((round((x + position.x_offset) * 100 / face.upem, 1), info.codepoint))
        x += position.x_advance
    invisible = {font.get_nominal_glyph(ord(c)) for c in " \u200c\u200d"}
    return [glyph for _x, glyph in sorted(placed) if glyph not in invisible]


@pytest.mark.parametrize(("code", "text"), SHAPED)
def test_qt_draws_the_shapes_that_harfbuzz_chooses(code, text, qtbot: QtBot):
    language = find(code)
    assert language is not None
    file = next(name for name in language.fonts if not name.startswith("NotoSans-"))
    words = script_words(code, text)
    assert words
    for word in words:
        ours, family = qt_glyphs(code, word)
        assert family.replace(" ", "").lower() == file.partition("-")[0].lower()
        assert sorted(ours) == sorted(harfbuzz_glyphs(file, word)), word
        assert len(ours) >= 1


def test_letters_that_are_not_joined_would_be_seen():
    """The comparison above is one that unjoined letters fail."""
    joined = harfbuzz_glyphs("NotoSansArabic-Regular.ttf", "محكمة")
    apart = [glyph for c in "محكمة" for glyph in harfbuzz_glyphs("NotoSansArabic-Regular.ttf", c)]
    assert sorted(joined) != sorted(apart)


@pytest.mark.parametrize("code", ["ar", "fa_AF", "ps"])
def test_sentences_begin_on_the_right(code):
    word = script_words(code, SAMPLES[code][1])[0]
    language = find(code)
    assert language is not None
    layout = QTextLayout(f"{word} Lyon", fonts.font([code, "fr"], 100))
    layout.setTextOption(text_option(language))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(4000)
    layout.endLayout()
    found = words(layout, line, QPointF(0, 0), True)
    (theirs,) = (one for one in found if one.text == word[::-1])
    (latin,) = (one for one in found if one.text == "Lyon")
    assert theirs.x + theirs.width == pytest.approx(4000, abs=5)
    assert theirs.x > latin.x + latin.width
    assert latin.x > 3000


def test_every_language_prints_something():
    for language in TRANSLATED:
        data = print_note(*pair(language.code, SAMPLES.get(language.code, FRENCH_WORDS)))
        assert data.startswith(b"%PDF")
    assert PAGE.width() == 210
    assert DPI == 600


# --- lines and letters ----------------------------------------------------------------------------------


def test_the_page_s_number_is_not_torn_apart(tmp_path):
    running = "Lire votre requête – ne pas envoyer au tribunal"
    theirs, french = pair("ru", SAMPLES["ru"], times=20)
    data = print_note(theirs, replace(french, running=running))
    path = tmp_path / "note.pdf"
    path.write_bytes(data)
    pages = len(PdfReader(path).pages)
    assert pages >= 10
    assert f"{running} – Page 10 sur {pages}" in column(path, 10, 0).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("words", [13, 14, 15, 16, 17, 18])
def test_the_name_of_a_file_is_not_torn_apart(words, tmp_path):
    path = tmp_path / "note.pdf"
    text = f"{'ab ' * words}absence-de-decision.pdf"
    theirs, french = (
        Document(name, "T", code, (para(text),)) for name, code in (("n-ru", "ru"), ("n", "fr"))
    )
    path.write_bytes(print_note(theirs, french))
    assert all("absence-de-decision.pdf" in column(path, 1, left) for left in (0, HALF))


@pytest.mark.parametrize("code", ["zh_Hans", "bn", "ta"])
@pytest.mark.parametrize("weight", [{}, {"bold": True}])
def test_french_words_are_drawn_in_their_own_font(code, weight):
    """The apostrophe of another script's font is as wide as its letters."""
    text = f"{SAMPLES[code][0][:4]} l’accueil d’identité {SAMPLES[code][0][:4]}"
    layout = QTextLayout(text, fonts.font([code, "fr"], 100))
    layout.setFormats(list(_formats((Run(text, **weight),), [code, "fr"], 100)))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    start = text.index("l’")
    runs = line.glyphRuns(start, len("l’accueil d’identité"))
    assert {run.rawFont().familyName() for run in runs} == {fonts.LATIN}
    assert {run.rawFont().weight() > 500 for run in runs} == {bool(weight)}
