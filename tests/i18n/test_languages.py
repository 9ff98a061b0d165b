"""The languages: plural rules as CLDR has them, codes people may type, reviews, damaged catalogues."""

from __future__ import annotations

import gettext
import logging
import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from core import i18n, languages
from core.catalogue import Catalogue
from core.i18n import Message, _, ngettext, placeholders, render, review_notice
from core.languages import FRENCH, PSEUDO, TRANSLATED, Review, find, offered, review_state
from core.typography import FIRST_STRONG_ISOLATE, POP_ISOLATE
from tests.catalogues import check, extract


def days(number: int) -> Message:
    return ngettext("Il manque {number} jour.", "Il manque {number} jours.", number)


def write_catalogue(
    folder: Path, code: str, entries: str = "", reviewed: tuple[str, str] = ("", "")
) -> bytes:
    """Compile a small catalogue of our own for `code` below `folder`; returns the compiled bytes."""
    language = find(code)
    assert language is not None
    text = extract.header(language, *reviewed) + entries
    target = extract.source_of(language, folder)
    target.parent.mkdir(parents=True)
    target.write_text(text, encoding="utf-8")
    out = BytesIO()
    write_mo(out, extract.loads(text))
    target.with_suffix(".mo").write_bytes(out.getvalue())
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(languages, "TRANSLATIONS", tmp_path)
    return tmp_path


def test_the_order_is_the_one_that_was_chosen():
    assert [one.code for one in TRANSLATED] == [
        "en", "ar", "fa_AF", "ps", "uk", "ru", "tr", "es", "pt", "bn", "ta", "zh_Hans", "ht",
    ]  # fmt: skip


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda one: one.code)
def test_plural_forms_are_those_of_cldr(language):
    """Same category, same form; other category, other form: for every number that can occur."""
    form = gettext.c2py(language.plural)
    category = Locale.parse(language.code).plural_form
    pairs = {(category(number), form(number)) for number in (*range(1000), 1234, 9999, 100_000)}
    assert len(pairs) == len({one for one, _form in pairs}) == len({form for _one, form in pairs})
    assert {form for _one, form in pairs} == set(range(language.plural_forms))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fa-AF", "fa_AF"), ("prs", "fa_AF"), ("fa", "fa_AF"), ("ps_AF.UTF-8", "ps"), ("pt-BR", "pt"),
        ("zh-Hans", "zh_Hans"), ("zh_CN", "zh_Hans"), ("AR", "ar"), ("en_US", "en"), ("fr-FR", "fr"),
        ("uk_UA@euro", "uk"),
    ],
)  # fmt: skip
def test_codes_that_systems_and_people_give(code, expected):
    found = find(code)
    assert found is not None
    assert found.code == expected


@pytest.mark.parametrize("code", ["", "xx", "../ar", "klingon", "C"])
def test_other_codes_are_no_language(code):
    assert find(code) is None
    assert not languages.is_right_to_left(code)


def test_right_to_left():
    assert [one.code for one in (FRENCH, *TRANSLATED, *PSEUDO) if one.right_to_left] == [
        "ar", "fa_AF", "ps", "qpr",
    ]  # fmt: skip


def test_offered_are_french_and_what_is_translated(folder):
    write_catalogue(folder, "ta", 'msgid "Oui"\nmsgstr "ஆம்"\n')
    write_catalogue(folder, "ar", 'msgid "Oui"\nmsgstr "نعم"\n')
    write_catalogue(folder, "ru")  # a header and no sentence
    (folder / "es" / "LC_MESSAGES").mkdir(parents=True)
    (folder / "es" / "LC_MESSAGES" / "messages.mo").write_bytes(b"short")
    assert [one.code for one in offered(folder)] == ["fr", "ar", "ta"]


def test_a_translation_is_used(folder):
    write_catalogue(folder, "ar", 'msgid "Oui"\nmsgstr "نعم"\n')
    assert render(_("Oui"), "ar") == "نعم"
    assert render(_("Non"), "ar") == "Non"


ARABIC_DAYS = (
    'msgid "Il manque {number} jour."\nmsgid_plural "Il manque {number} jours."\n'
    'msgstr[0] "صفر {number}"\nmsgstr[1] "يوم واحد"\nmsgstr[2] "يومان"\n'
    'msgstr[3] "{number} أيام"\nmsgstr[4] "{number} يوما"\nmsgstr[5] "{number} يوم"\n'
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "صفر <0>"), (1, "يوم واحد"), (2, "يومان"), (3, "<3> أيام"), (10, "<10> أيام"),
        (11, "<11> يوما"), (99, "<99> يوما"), (100, "<100> يوم"), (103, "<103> أيام"),
    ],
)  # fmt: skip
def test_arabic_counts_in_six_forms(folder, number, text):
    write_catalogue(folder, "ar", ARABIC_DAYS)
    shown = render(days(number), "ar").replace(FIRST_STRONG_ISOLATE, "<").replace(POP_ISOLATE, ">")
    assert shown == text


def test_no_translation_counts_as_french_does(folder):
    write_catalogue(folder, "en")
    assert render(days(0), "en") == "Il manque 0 jour."


def test_nobody_has_reviewed(folder):
    write_catalogue(folder, "ar")
    assert review_state("ar", folder) is None
    assert render(review_notice("ar") or "") == "Traduction non relue. Le français fait foi."


def test_a_review_names_who_and_when(folder):
    write_catalogue(folder, "ar", reviewed=("Samira B.", "2026-11-23"))
    assert review_state("ar", folder) == Review("Samira B.", date(2026, 11, 23))
    notice = review_notice("ar")
    assert notice is not None
    assert "Samira B." in str(notice)
    assert "23 novembre 2026" in str(notice)


@pytest.mark.parametrize("reviewed", [("", "2026-11-23"), ("Samira B.", ""), ("Samira B.", "hier")])
def test_half_a_review_is_none(folder, reviewed):
    write_catalogue(folder, "ar", reviewed=reviewed)
    assert (review_state("ar", folder) is None) is True


@pytest.mark.parametrize("code", ["fr", "xx"])
def test_french_needs_no_review(code):
    assert review_notice(code) is None
    assert review_state(code) is None


def test_a_missing_catalogue_is_logged_once(folder, caplog):
    with caplog.at_level(logging.WARNING):
        for _again in range(3):
            assert render(_("Votre nom : {name}", name="Aya"), "uk") == "Votre nom : Aya"
    assert len(caplog.messages) == 1
    assert "uk" in caplog.messages[0]
    assert "Aya" not in caplog.text


def test_what_was_typed_as_a_language_is_not_logged(folder, caplog):
    with caplog.at_level(logging.WARNING):
        assert render(_("Oui"), "../Aya") == "Oui"
    assert "Aya" not in caplog.text


WHOLE = 'msgid "Bonjour {name}."\nmsgstr "مرحبا {name}."\n\n' + ARABIC_DAYS


@given(st.data())
def test_a_damaged_catalogue_never_stops_the_program(tmp_path_factory, data):
    """Bytes changed or cut anywhere: the sentence comes out, in some language, with its values."""
    folder = tmp_path_factory.mktemp("damaged")
    content = bytearray(write_catalogue(folder, "ar", WHOLE))
    for _change in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    compiled = folder / "ar" / "LC_MESSAGES" / "messages.mo"
    compiled.write_bytes(bytes(content[: cut or None]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(languages, "TRANSLATIONS", folder)
        assert "Aya" in render(_("Bonjour {name}.", name="Aya"), "ar")
        for number in (0, 1, 2, 3, 11, 100):
            assert render(days(number), "ar")


def declared(source: Catalog) -> Iterator[Message]:
    """Every sentence of a catalogue as the program declares it, with its own names as its values."""
    for message in extract.sentences(source):
        singular, plural = check.sources(message)
        values = {name: name for name in placeholders(singular) | placeholders(plural or "")}
        for number in (0, 1, 2, 3, 5, 11, 21, 100, 101) if plural else (1,):
            yield Message(singular, plural, number, message.context, {**values, "number": number})


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda one: one.code)
def test_what_is_shipped_reads_as_the_standard_library_reads_it(language):
    source = extract.load(extract.source_of(language))
    compiled = BytesIO()
    write_mo(compiled, source)
    compiled.seek(0)
    read = []
    for one in (Catalogue(compiled.getvalue(), language.plural), gettext.GNUTranslations(compiled)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(i18n, "_catalogue", lambda _code, one=one: one)
            read.append([render(message, language.code) for message in declared(source)])
    assert read[0] == read[1]


def test_one_damaged_sentence_is_french_and_the_others_stay(folder, caplog):
    content = write_catalogue(folder, "ar", WHOLE)
    word = "مرحبا".encode()
    (folder / "ar" / "LC_MESSAGES" / "messages.mo").write_bytes(content.replace(word, b"\xff" * len(word)))
    with caplog.at_level(logging.WARNING):
        for _again in range(3):
            assert (
                render(_("Bonjour {name}.", name="Aya"), "ar")
                == f"Bonjour {FIRST_STRONG_ISOLATE}Aya{POP_ISOLATE}."
            )
    assert len(caplog.messages) == 1
    assert "Aya" not in caplog.text
    assert render(days(2), "ar") == "يومان"


@pytest.mark.parametrize(
    "kept", [0, 10, 30, -1], ids=["nothing", "no tables", "half a table", "all but a byte"]
)
def test_a_catalogue_cut_short_is_none(folder, kept):
    content = write_catalogue(folder, "ar", WHOLE)
    with pytest.raises((ValueError, struct.error)):
        Catalogue(content[:kept], "0")


def test_plural_rules_are_plain_expressions():
    for one in (FRENCH, *TRANSLATED, *PSEUDO):
        assert re.fullmatch(r"[n0-9 %<>=!&|?:()]+", one.plural)


MONTHS = """
import sys
from datetime import date
from core.i18n import long_date, month_name, month_words, short_month
for code in sys.argv[1:]:
    day = date(2026, 11, 3)
    print(code, month_name(11, code), short_month(day, code), month_words(code)[10], long_date(day, code))
"""


def test_no_language_lends_its_months_to_another():
    """At a desk one process speaks all languages, in any order. (Babel shares what Chinese leaves out.)"""
    codes = [one.code for one in TRANSLATED]

    def told(order: list[str]) -> dict[str, str]:
        made = subprocess.run(
            [sys.executable, "-c", MONTHS, *order], capture_output=True, encoding="utf-8", check=True,
            cwd=extract.ROOT, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
        return dict(line.split(" ", 1) for line in made.stdout.splitlines())

    assert told(codes) == told(codes[::-1])
