from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier.text import fold
from core.storage.search import haystack, matching, needles


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Élodie ÇELİK", "elodie celik"),
        ("N’Guessan", "n guessan"),
        ("O'Connor-Łukasz", "o connor lukasz"),
        ("Đặng Thị Ánh", "dang thi anh"),
        ("Œuvrard  Æsir", "oeuvrard aesir"),
        ("Straße", "strasse"),
        ("IŞIK ışık", "isik isik"),
        ("مُحَمَّد", "محمد"),
        ("أحمد إبراهيم آمنة", "احمد ابراهيم امنه"),
        ("مصطفى مصطفي", "مصطفي مصطفي"),
        ("کریمی ٩٢ ۹۲", "كريمي 92 92"),
        ("مـحمد", "محمد"),
        ("বাংলাদেশ", "বাংলাদেশ"),
        ("9903 123-456", "9903 123 456"),
        ("  \t ", ""),
        ("Z\u0335o\u0301e\u0308", "zoe"),
    ],
)
def test_folding(text: str, folded: str):
    assert fold(text) == folded


def matches(wanted: tuple[str, ...], hay: str) -> bool:
    return matching(wanted, [("it", hay)]) == ["it"]


HAY = haystack(["EL HADJ M’BAYE", "Aïssatou Ndèye", None, "", "99 03 123 456", "2512269", "Élise (bénévole)"])


@pytest.mark.parametrize(
    "query",
    [
        "hadj",
        "ELHADJ",
        "el h",
        "mbaye",
        "m'baye",
        "aissatou",
        "AÏSSA",
        "ndeye el",
        "9903123456",
        "99 03 12",
        "3456",
        "2269",
        "elise",
        "bénév",
        "",
        "  ",
    ],
)
def test_any_part_is_found(query: str):
    assert matches(needles(query), HAY)


@pytest.mark.parametrize("query", ["diallo", "hadj diallo", "9904", "elisee", "0 3 4 7"])
def test_what_is_not_there_is_not_found(query: str):
    assert not matches(needles(query), HAY)


@given(st.lists(st.text(max_size=20), max_size=5), st.data())
def test_every_word_of_every_text_is_found(texts: list[str], data: st.DataObject):
    hay = haystack(texts)
    for text in texts:
        for word in fold(text).split():
            start = data.draw(st.integers(0, len(word) - 1))
            assert matches(needles(word[start:]), hay)


@given(st.text(max_size=40))
def test_folding_is_done_once_for_all(text: str):
    assert fold(fold(text)) == fold(text)
    assert fold(text.upper()) == fold(text.upper().lower()) or not text.isascii()
