"""The fonts we ship show every character of every language, and come with their licences."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from core.languages import FRENCH, PSEUDO, TRANSLATED, Language
from tests.catalogues import extract, pseudo
from tests.i18n.texts import SAMPLES

FONTS = extract.ROOT / "resources" / "fonts"
SCRIPT_FILES = sorted({name for one in TRANSLATED for name in one.fonts} - set(FRENCH.fonts))
# Letters of each alphabet, whether or not a translation uses them today.
ALPHABETS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى ًٌٍَُِّْ،؛؟",
    "fa_AF": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآأؤئۀ،؛؟",
    "ps": "اآبپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګگلمنڼوهیېيۍئ،؛؟",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ’",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ№",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ",
    "bn": "অআইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহড়ঢ়য়ৎংঃঁািীুূৃেৈোৌ্।",
    "ta": "அஆஇஈஉஊஎஏஐஒஓஔகஙசஞடணதநபமயரலவழளறனஜஷஸஹாிீுூெேைொோௌ்ஃ",
    "zh_Hans": "，。；：？！（）《》“”、",
    "ht": "aàbchdeèfgijklmnoòpqrstuvwyzAÀBCDEÈFGIJKLMNOÒPRSTUVWYZ",
}


@cache
def characters(name: str) -> frozenset[str]:
    with TTFont(FONTS / name) as font:
        return frozenset(map(chr, font.getBestCmap()))


def missing(language: Language, text: str) -> list[str]:
    """The characters that none of the language's fonts has."""
    shown = frozenset[str]().union(*(characters(name) for name in language.fonts))
    return sorted({character for character in text if character not in shown and character != "\n"})


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda one: one.code)
def test_every_character_of_the_catalogue_is_shown(language):
    catalog = extract.load(extract.source_of(language))
    text = "".join("".join(extract.forms(m)) + extract.key(m)[1] for m in extract.sentences(catalog))
    assert missing(language, text) == []


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda one: one.code)
def test_the_alphabet_and_the_language_s_own_name_are_shown(language):
    text = language.name + ALPHABETS.get(language.code, "") + "".join(SAMPLES.get(language.code, ()))
    assert missing(language, text) == []


def test_all_pseudo_letters_are_shown():
    letters = "".join(pseudo.pseudo(chr(code)) for code in range(33, 127) if chr(code) not in "{}<>")
    assert missing(PSEUDO[0], letters + PSEUDO[0].months[0] + PSEUDO[0].weekdays[0] + PSEUDO[1].name) == []


def test_everyday_chinese_is_whole():
    """All of GB 2312, whose first level is what people read every day."""
    font = characters("NotoSansSC-Regular.otf")
    rows = range(16, 88)
    cells = [bytes((0xA0 + row, 0xA0 + cell)) for row in rows for cell in range(1, 95)]
    wanted = "".join(cell.decode("gb2312", errors="ignore") for cell in cells)
    assert len(wanted) == 3755 + 3008
    assert [one for one in wanted if one not in font] == []


def test_dates_are_shown_in_every_language():
    from datetime import date

    from core.i18n import weekday_date

    for language in TRANSLATED:
        for month in range(1, 13):
            assert missing(language, weekday_date(date(2026, month, month), language.code)) == []


@pytest.mark.parametrize("name", SCRIPT_FILES)
def test_letters_and_digits_come_from_one_family(name):
    """A French word or a number looks the same in every language."""
    assert characters(name) & set("aZéñ059") == set()
    assert set(" ()") <= characters(name)


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.?tf")), ids=lambda path: path.name)
def test_every_font_has_its_licence_beside_it(path: Path):
    own = FONTS / f"OFL-{path.name.partition('-')[0]}.txt"
    text = (own if own.exists() else FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    with TTFont(path) as font:
        assert "SIL Open Font License" in font["name"].getDebugName(13)
        assert "fvar" not in font


def test_every_font_that_a_language_names_is_there():
    assert [n for one in (FRENCH, *TRANSLATED, *PSEUDO) for n in one.fonts if not (FONTS / n).exists()] == []


def test_the_other_scripts_add_at_most_fifteen_megabytes():
    assert sum((FONTS / name).stat().st_size for name in SCRIPT_FILES) <= 15_000_000
