"""Dates in words, in every language of the program; approximate ones only where they may be."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.dossier.model import Attempt, Dossier, HelpContact
from core.dossier.text import fold
from core.dossier.values import PartialDate
from core.i18n import _, long_date, month_name, month_words, render
from core.interview import flow
from core.interview.dates import is_day, is_month, taken_apart
from core.interview.hedged import hedged, phrases
from core.interview.model import (
    AboutDate,
    DateQuestion,
    InvalidAnswer,
    PartialDateQuestion,
    Raw,
    RawDate,
    Repeat,
)
from core.interview.parsing import parse
from core.languages import FRENCH, PSEUDO, TRANSLATED, Language

ON = date(2026, 11, 23)
EXACT = DateQuestion(path="x", label=_("Le jour"))
ABOUT = DateQuestion(path="x", label=_("Le jour"), unsure="approximate")
PARTIAL = PartialDateQuestion(path="x", label=_("Le jour"))
NOVEMBER = date(2026, 11, 3)


def refusal(question: Any, raw: RawDate) -> str:
    with pytest.raises(InvalidAnswer) as caught:
        parse(question, raw)
    return str(caught.value.message)


@pytest.mark.parametrize("language", [*TRANSLATED, FRENCH, *PSEUDO], ids=lambda one: one.code)
@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_read_in_its_language(language: Any, number: int) -> None:
    words = {month_name(number, language.code), *month_words(language.code)[number - 1]}
    for word in words:
        for typed in (word, word.upper(), fold(word)):
            raw = RawDate("1", typed, "2026", language.code)
            assert parse(EXACT, raw) == date(2026, number, 1), typed


@pytest.mark.parametrize(
    ("language", "typed", "number"),
    [
        ("ar", "تشرين الثاني", 11),
        ("ar", "جانفي", 1),
        ("ar", "غشت", 8),
        ("ar", "اوت", 8),
        ("ar", "ابريل", 4),
        ("fa_AF", "نوامبر", 11),
        ("ru", "ноября", 11),
        ("uk", "лис", 11),
        ("tr", "subat", 2),
        ("tr", "AĞU", 8),
        ("zh_Hans", "11月", 11),
        ("en", "Sept", 9),
        # French stays, whatever the screen speaks.
        ("ar", "novembre", 11),
        ("zh_Hans", "déc.", 12),
    ],
)
def test_months_as_people_write_them(language: str, typed: str, number: int) -> None:
    assert parse(EXACT, RawDate("3", typed, "2026", language)) == date(2026, number, 3)


def test_months_of_another_language_than_the_screen_are_not_guessed() -> None:
    assert "11 ou novembre" in refusal(EXACT, RawDate("3", "Kasım", "2026"))
    # Two months of the Levant begin so.
    assert "11 ou novembre" in refusal(EXACT, RawDate("3", "تشرين", "2026", "ar"))


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("fr", "mardi 3 novembre 2026"),
        ("fr", "3 nov. 2026"),
        ("fr", "3-11-2026"),
        ("en", "November 3, 2026"),
        ("en", "3 November 2026"),
        ("es", "3 de noviembre de 2026"),
        ("ru", "3 ноября 2026 г."),
        ("ar", "3 تشرين الثاني 2026"),
        ("zh_Hans", "2026年11月3日"),
        ("tr", "3 Kasım 2026"),
    ],
)
def test_a_whole_date_in_one_field_is_taken_apart(language: str, typed: str) -> None:
    whole = taken_apart(typed, language)
    assert whole is not None
    assert parse(EXACT, whole) == parse(EXACT, RawDate(typed, language=language)) == NOVEMBER


@pytest.mark.parametrize(
    "typed", ["", "3", "novembre", "bonjour à tous", "1" * 1000, "a" * 200, "3/11", "x/y/z"]
)
def test_what_is_no_whole_date_is_left_alone(typed: str) -> None:
    assert taken_apart(typed, "fr") is None


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (RawDate("début", "novembre", "2026"), 5),
        (RawDate("Debut", "11", "2026"), 5),
        (RawDate("mi", "novembre", "2026"), 15),
        (RawDate("fin", "octobre", "2026"), 25),
        (RawDate("début novembre 2026"), 5),
        (RawDate("mi-novembre 2026"), 15),
        (RawDate("fin nov. 2026"), 25),
        (RawDate("vers le 3", "novembre", "2026"), 3),
        (RawDate("vers le 3 novembre 2026"), 3),
        (RawDate("Vers 3", "11", "2026"), 3),
        (RawDate("environ le 3/11/2026"), 3),
        (RawDate("autour du 1er", "11", "2026"), 1),
        (RawDate("3 environ", "11", "2026"), 3),
        (RawDate("~3", "11", "2026"), 3),
    ],
)
def test_words_that_are_not_sure_are_understood_where_they_may_be(typed: RawDate, day: int) -> None:
    about = parse(ABOUT, typed)
    assert isinstance(about, AboutDate)
    assert about.day.day == day
    assert refusal(EXACT, typed).startswith("Ici, il faut le jour exact.")
    assert "ce que vous savez" in refusal(PARTIAL, typed)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        (RawDate("début novembre"), "Il manque l’année"),
        (RawDate("début", "", "2026"), "Il manque le mois"),
        (RawDate("", "novembre", "2026"), "Il manque le jour"),
        (RawDate("vers le 32", "11", "2026"), "de 1 à 31"),
        (RawDate("vers le 31", "11", "2026"), "n’existe pas"),
        (RawDate("vers", "11", "2026"), "de 1 à 31"),
        (RawDate("vers le", "11", "2026"), "de 1 à 31"),
    ],
)
def test_a_wrong_approximate_date_is_explained(typed: RawDate, advice: str) -> None:
    assert advice in refusal(ABOUT, typed)


@pytest.mark.parametrize(
    ("question", "typed", "year"),
    [
        (EXACT, RawDate("3", "11", "26"), "2026"),
        (EXACT, RawDate("3/11/26"), "2026"),
        (EXACT, RawDate("3", "11", "00"), "2000"),
        (EXACT, RawDate("3", "11", "36"), "2036"),
        (ABOUT, RawDate("début", "11", "26"), "2026"),
        (PARTIAL, RawDate("8", "3", "98"), "1998"),
        (PARTIAL, RawDate("", "", "49"), "1949"),
        (PARTIAL, RawDate("", "", "05"), "2005"),
    ],
)
def test_a_year_of_two_figures_is_asked_about_and_never_guessed(
    question: Any, typed: RawDate, year: str
) -> None:
    assert refusal(question, typed) == (
        f"Est-ce l’année {year}\N{NO-BREAK SPACE}? Écrivez l’année avec 4 chiffres."
    )


def test_an_exact_partial_date_still_reads() -> None:
    assert parse(PARTIAL, RawDate("", "mars", "1998")) == PartialDate(1998, 3)


@pytest.mark.parametrize("page_id", ["attempts", "contacts"])
@pytest.mark.parametrize("ticked", [True, False])
def test_approximate_words_count_as_an_unsure_day(page_id: str, ticked: bool) -> None:
    (repeat,) = (q for q in flow.page(page_id).questions if isinstance(q, Repeat))
    item = flow.new_item(repeat, Dossier())
    answers: dict[str, Raw] = {"on": RawDate("début", "novembre", "2026"), "approximate": ticked}
    taken = flow.submit_item(repeat, item, answers, Dossier(), ON)
    assert taken.errors == ()
    assert isinstance(taken.item, Attempt | HelpContact)
    assert (taken.item.on, taken.item.approximate) == (date(2026, 11, 5), True)
    # A day that is known after all: the box decides again.
    sure: dict[str, Raw] = {"on": RawDate("4", "novembre", "2026"), "approximate": False}
    again = flow.submit_item(repeat, taken.item, sure, Dossier(), ON).item
    assert isinstance(again, Attempt | HelpContact)
    assert again.approximate is None


def test_an_approximate_day_to_come_is_refused_like_any_other() -> None:
    (repeat,) = (q for q in flow.page("attempts").questions if isinstance(q, Repeat))
    answers: dict[str, Raw] = {"on": RawDate("fin", "novembre", "2026"), "approximate": False}
    taken = flow.submit_item(repeat, Attempt(id="a1"), answers, Dossier(), ON)
    assert [error.path for error in taken.errors] == ["on"]
    assert taken.item == Attempt(id="a1")


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("3", True), ("1er", True), ("mi", True), ("vers le 3", True), ("vers", False), ("vers le", False)],
)
def test_a_blank_goes_on_only_after_a_whole_day(typed: str, whole: bool) -> None:
    assert is_day(typed, "fr") is whole


def test_a_blank_goes_on_only_after_a_whole_month() -> None:
    assert is_month("novembre", "fr")
    assert not is_month("تشرين", "ar")
    assert is_month("تشرين الثاني", "ar")


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda one: one.code)
def test_words_that_are_not_sure_are_understood_in_every_language(language: Language) -> None:
    code, month = language.code, month_name(11, language.code)
    for words, day in phrases(code).values():
        if code == "zh_Hans":
            typed = [f"2026年11月{words}"] if day else [f"2026年11月3日{words}"]
        elif day:
            typed = [f"{words} {month} 2026", f"{month} {words} 2026"]
        else:
            typed = [f"{words} 3 {month} 2026", f"3 {month} 2026 {words}"]
        for text in typed:
            about = parse(ABOUT, RawDate(text, language=code))
            assert about == AboutDate(date(2026, 11, day or 3)), text
            whole = taken_apart(text, code)
            assert whole is not None
            assert (whole.month, whole.year) == (month, "2026")
        alone = RawDate(words if day else f"{words} 3", "11", "2026", code)
        assert parse(ABOUT, alone) == AboutDate(date(2026, 11, day or 3)), words


@pytest.mark.parametrize("language", [FRENCH, *TRANSLATED], ids=lambda one: one.code)
def test_what_the_hint_proposes_is_understood(language: Language) -> None:
    hints = {
        render(question.hint, language.code)
        for page_id in ("attempts", "contacts")
        for repeat in flow.page(page_id).questions
        if isinstance(repeat, Repeat)
        for question in repeat.questions
        if isinstance(question, DateQuestion) and question.unsure and question.hint is not None
    }
    examples = [one.strip() for hint in hints for one in re.findall("[«“](.*?)[»”]", hint)]
    assert len(examples) >= 2
    for example in examples:
        known = taken_apart(example, language.code) or RawDate(example, language=language.code)
        typed = replace(known, month=known.month or "11", year="2026")
        assert isinstance(parse(ABOUT, typed), AboutDate), example


@pytest.mark.parametrize("language", [FRENCH, *TRANSLATED], ids=lambda one: one.code)
def test_a_date_that_is_sure_holds_no_word_that_is_not(language: Language) -> None:
    for month in range(1, 13):
        told = long_date(date(2026, month, 3), language.code).partition("(")[0]
        names = (*month_words(language.code)[month - 1], month_name(month), told)
        assert not [name for name in names if hedged(name, language.code)]


@pytest.mark.parametrize("typed", ["début 3 novembre 2026", "vers novembre 2026", "début vers", "~"])
def test_words_that_say_no_day_are_not_taken_apart(typed: str) -> None:
    assert taken_apart(typed, "fr") is None
