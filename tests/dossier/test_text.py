"""Text made safe: what is invisible goes, what the font lacks is named, nothing else changes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from core.dossier.text import PRINTABLE_RANGES, clean_text, one_line, unprintable

FONTS = Path(__file__).parents[2] / "resources" / "fonts"


@pytest.mark.parametrize("font", sorted(FONTS.glob("NotoSerif-*.ttf")), ids=lambda path: path.stem)
def test_every_font_shows_every_printable_character(font: Path) -> None:
    shown = TTFont(font).getBestCmap()
    missing = [
        hex(code) for first, last in PRINTABLE_RANGES for code in range(first, last + 1) if code not in shown
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("a\x00b\u202ec\u200fd\ufeff", "abcd"),
        ("une\r\ndeux\rtrois", "une\ndeux\ntrois"),
        ("a\tb", "a b"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800x", "x"),
        ("", ""),
    ],
)
def test_clean_text(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_one_line() -> None:
    assert one_line("  12  rue\n des   Exemples ") == "12 rue des Exemples"


def test_what_cannot_be_printed_is_named_once_in_order() -> None:
    assert unprintable("Été 😀 محمد 😀") == ["😀", "م", "ح", "د"]
    assert unprintable("ɓəŋƴ Ngô Đình Ỹ ʻAbd İş « ’ » – … €\nligne") == []


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_categories=["Cc", "Cf"])))
def test_no_visible_latin_letter_is_ever_lost(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)
