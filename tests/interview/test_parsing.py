"""What people type becomes what the dossier keeps, or a sentence that says how to write it."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier.model import Attempt, Consequence
from core.dossier.text import fold, unprintable
from core.dossier.values import Mode, PartialDate, Role
from core.i18n import FRENCH_MONTHS, Message, _
from core.interview.labels import options
from core.interview.model import (
    UNKNOWN,
    Choice,
    DateQuestion,
    Money,
    Number,
    Option,
    PartialDateQuestion,
    Question,
    Raw,
    RawDate,
    Repeat,
    Search,
    Text,
    Tick,
    TimeQuestion,
    YesNo,
)
from core.interview.parsing import InvalidAnswer, parse

LABEL = _("Votre réponse")
LINE = Text(path="x", label=LABEL)
AREA = Text(path="x", label=LABEL, multiline=True, max_length=4000)
DAY = DateQuestion(path="x", label=LABEL)
BIRTH = PartialDateQuestion(path="x", label=LABEL)
HOUR = TimeQuestion(path="x", label=LABEL)
EUROS = Money(path="x", label=LABEL)
COUNT = Number(path="x", label=LABEL, minimum=1, maximum=120)
BOX = Tick(path="x", label=LABEL)
YES_NO = YesNo(path="x", label=LABEL)
LIST = Choice(path="x", label=LABEL, options=options(Role))
FIND = Search(path="x", label=LABEL, options=lambda dossier: (Option("FR", "France"),))
ITEMS = Repeat(
    path="x", label=LABEL, item=Attempt, prefix="a", questions=(), summary=lambda item: LABEL,
    add_label=LABEL, empty_label=LABEL,
)  # fmt: skip
EVERY_KIND = [LINE, AREA, DAY, BIRTH, HOUR, EUROS, COUNT, BOX, YES_NO, LIST, FIND, ITEMS]


# What each kind of question gives; a date is checked as a date, a tuple as a tuple.
_GIVES: dict[type[Question], Any] = {
    Text: str, DateQuestion: date, PartialDateQuestion: PartialDate, TimeQuestion: time, Money: int,
    Number: int, Tick: bool, YesNo: bool, Choice: Role, Search: str,
}  # fmt: skip


def parsed_or_advice(question: Question, raw: Raw) -> Any:
    """The value, or the sentence that says how to write it; anything else fails the test."""
    try:
        return parse(question, raw)
    except InvalidAnswer as error:
        return error.message


def refusal(question: Question, raw: Raw) -> str:
    with pytest.raises(InvalidAnswer) as caught:
        parse(question, raw)
    return str(caught.value.message)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (RawDate("3", "11", "2026"), date(2026, 11, 3)),
        (RawDate("03", "11", "2026"), date(2026, 11, 3)),
        (RawDate(" 3 ", " novembre ", " 2026 "), date(2026, 11, 3)),
        (RawDate("3", "NOV", "2026"), date(2026, 11, 3)),
        (RawDate("3", "nov.", "2026"), date(2026, 11, 3)),
        (RawDate("1er", "aout", "2026"), date(2026, 8, 1)),
        (RawDate("1ER", "Août", "2026"), date(2026, 8, 1)),
        (RawDate("29", "fevrier", "2028"), date(2028, 2, 29)),
        (RawDate("14", "déc", "2025"), date(2025, 12, 14)),
        (RawDate("14", "juil", "2025"), date(2025, 7, 14)),
        (RawDate("14", "jun", "2025"), date(2025, 6, 14)),
        (RawDate("14", "mars", "2025"), date(2025, 3, 14)),
        (RawDate("٣", "١١", "٢٠٢٦"), date(2026, 11, 3)),
        (RawDate("3/11/2026"), date(2026, 11, 3)),
        (RawDate(year="03-11-2026"), date(2026, 11, 3)),
        (RawDate("3.11.2026"), date(2026, 11, 3)),
        (RawDate("3 novembre 2026"), date(2026, 11, 3)),
        (RawDate("1er août 2026"), date(2026, 8, 1)),
        (RawDate("2026-11-03"), date(2026, 11, 3)),
        ("3 novembre 2026", date(2026, 11, 3)),
        (RawDate(), None),
        (RawDate(" ", "\N{NO-BREAK SPACE}", ""), None),
        ("", None),
        (None, None),
    ],
)
def test_dates_as_people_type_them(typed: Raw, kept: date | None) -> None:
    assert parse(DAY, typed) == kept


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        (RawDate("3", "11", "26"), "4 chiffres"),
        (RawDate("3", "11", "20261"), "4 chiffres"),
        (RawDate("3", "11", "vingt"), "4 chiffres"),
        (RawDate("3/11/26"), "4 chiffres"),
        (RawDate("3", "11", ""), "Il manque l’année"),
        (RawDate("3", "", "2026"), "Il manque le mois"),
        (RawDate("", "11", "2026"), "Il manque le jour"),
        (RawDate("11/2026"), "Il manque le jour"),
        (RawDate("30", "2", "2026"), "n’existe pas"),
        (RawDate("29", "2", "2026"), "n’existe pas"),
        (RawDate("31", "avril", "2026"), "n’existe pas"),
        (RawDate("32", "1", "2026"), "de 1 à 31"),
        (RawDate("0", "1", "2026"), "de 1 à 31"),
        (RawDate("-3", "1", "2026"), "de 1 à 31"),
        (RawDate("2er", "1", "2026"), "de 1 à 31"),
        (RawDate("3", "13", "2026"), "de 1 à 12"),
        (RawDate("3", "0", "2026"), "de 1 à 12"),
        (RawDate("3", "jui", "2026"), "11 ou novembre"),
        (RawDate("3", "ma", "2026"), "11 ou novembre"),
        (RawDate("3", "brumaire", "2026"), "11 ou novembre"),
        (RawDate("3", "²", "2026"), "11 ou novembre"),
        (RawDate("3", "11", "1370"), "calendrier français"),
        (RawDate("3", "11", "1448"), "calendrier français"),
        (RawDate("3", "11", "9999"), "calendrier français"),
        (True, "une date"),
    ],
)
def test_a_wrong_date_is_explained(typed: Raw, advice: str) -> None:
    assert advice in refusal(DAY, typed)


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_known_by_number_by_name_and_short(number: int) -> None:
    name = FRENCH_MONTHS[number - 1]
    for typed in {str(number), name, name.upper(), fold(name), name[:5]}:
        assert parse(DAY, RawDate("1", typed, "2026")) == date(2026, number, 1)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (RawDate("", "", "1998"), PartialDate(1998)),
        (RawDate("", "mars", "1998"), PartialDate(1998, 3)),
        (RawDate("8", "3", "1998"), PartialDate(1998, 3, 8)),
        (RawDate("mars 1998"), PartialDate(1998, 3)),
        (RawDate("03/1998"), PartialDate(1998, 3)),
        (RawDate(), None),
    ],
)
def test_a_date_of_which_only_part_is_known(typed: Raw, kept: PartialDate | None) -> None:
    assert parse(BIRTH, typed) == kept


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        (RawDate("8", "", "1998"), "Il manque le mois"),
        (RawDate("8", "3", ""), "Il manque l’année"),
        (RawDate("", "", "98"), "4 chiffres"),
        (RawDate("", "", "1370"), "calendrier français"),
        (RawDate("30", "2", "1998"), "n’existe pas"),
    ],
)
def test_a_wrong_partial_date_is_explained(typed: Raw, advice: str) -> None:
    assert advice in refusal(BIRTH, typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("14h05", time(14, 5)),
        ("14 h 05", time(14, 5)),
        ("14\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}05", time(14, 5)),
        ("14H05", time(14, 5)),
        ("14:05", time(14, 5)),
        ("14.05", time(14, 5)),
        ("14 h", time(14, 0)),
        ("14h", time(14, 0)),
        ("9", time(9, 0)),
        ("9 heures", time(9, 0)),
        ("9 h 5 min", time(9, 5)),
        ("0:00", time(0, 0)),
        ("", None),
        ("  ", None),
    ],
)
def test_hours_as_people_type_them(typed: str, kept: time | None) -> None:
    assert parse(HOUR, typed) == kept


@pytest.mark.parametrize("typed", ["24h", "14h60", "matin", "14-05", "1405", "h", "14h05h", "-1", True])
def test_a_wrong_hour_is_explained(typed: Raw) -> None:
    assert "14 h 05" in refusal(HOUR, typed)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("12,50", 1250),
        ("12.5", 1250),
        ("12", 1200),
        ("12 €", 1200),
        ("7,92 euros", 792),
        ("1 200,00", 120_000),
        ("1\N{NARROW NO-BREAK SPACE}200", 120_000),
        ("0,01", 1),
        ("2000", 200_000),
        ("", None),
    ],
)
def test_amounts_as_people_type_them(typed: str, cents: int | None) -> None:
    assert parse(EUROS, typed) == cents


@pytest.mark.parametrize(
    "typed", ["0", "0,00", "2000,01", "12,505", "-5", "douze", "12,5,0", "€", "9" * 40, True]
)
def test_a_wrong_amount_is_refused(typed: Raw) -> None:
    assert "somme" in refusal(EUROS, typed)


@pytest.mark.parametrize(
    ("typed", "kept"), [("15", 15), (" 15 ", 15), ("1 2 0", 120), ("١٥", 15), (15, 15), ("", None)]
)
def test_numbers(typed: Raw, kept: int | None) -> None:
    assert parse(COUNT, typed) == kept


@pytest.mark.parametrize("typed", ["0", "121", "-3", "3,5", "quinze", "1e2", "9" * 5000, True, 0])
def test_a_number_out_of_bounds_is_refused_with_the_bounds(typed: Raw) -> None:
    assert {"1", "120"} <= set(refusal(COUNT, typed).replace(".", " ").split()) or typed is True


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Dupont \t", "Dupont"),
        ("a\tb\nc", "a b c"),
        ("NUL\x00ici", "NULici"),
        ("\u202eabc\u202c", "abc"),
        ("e\u0301te\u0301", "été"),
        ("d’El Hadj-M’Bãÿ", "d’El Hadj-M’Bãÿ"),
        ("<b>", "<b>"),
        ("\u200b\u2060", None),
        (" \N{NO-BREAK SPACE}\n", None),
    ],
)
def test_a_line_is_cleaned(typed: str, kept: str | None) -> None:
    assert parse(LINE, typed) == kept


def test_a_long_text_keeps_its_lines() -> None:
    assert parse(AREA, "un\r\ndeux\n\n") == "un\ndeux"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("👍 merci", ("👍",)),
        ("merci → adieu", ("→",)),
        ("محمد", ("lettres latines",)),
        ("தமிழ்", ("lettres latines",)),
        ("中文", ("lettres latines",)),
    ],
)
def test_what_cannot_be_printed_is_refused_by_name(typed: str, words: tuple[str, ...]) -> None:
    told = refusal(LINE, typed)
    assert all(word in told for word in words)


def test_a_text_that_is_not_printed_may_hold_any_letter() -> None:
    assert parse(Text(path="x", label=LABEL, printed=False), "محمد 👍") == "محمد 👍"


def test_too_long_says_how_long() -> None:
    assert parse(LINE, "é" * 300) == "é" * 300
    told = refusal(LINE, "é" * 301)
    assert "301" in told
    assert "300" in told


@pytest.mark.parametrize(
    ("question", "raw", "kept"),
    [
        (BOX, True, True),
        (BOX, False, None),
        (YES_NO, True, True),
        (YES_NO, False, False),
        (LIST, Role.PARENT, Role.PARENT),
        (LIST, "parent", Role.PARENT),
        (FIND, "FR", "FR"),
        (FIND, " FR ", "FR"),
        (FIND, "", None),
        (FIND, ("a1",), ("a1",)),
        (ITEMS, (), ()),
        (ITEMS, (Attempt(id="a1"),), (Attempt(id="a1"),)),
    ],
)
def test_choices(question: Question, raw: Raw, kept: Any) -> None:
    value = parse(question, raw)
    assert value == kept
    assert type(value) is type(kept)


@pytest.mark.parametrize(
    ("question", "raw"),
    [
        (YES_NO, "oui"),
        (BOX, "x"),
        (LIST, "grandparent"),
        (LIST, Mode.ALONE),
        (LIST, ()),
        (FIND, RawDate("1")),
        (LINE, True),
        (ITEMS, "a1"),
        (ITEMS, (Consequence(id="q1"),)),
        (ITEMS, ("a1",)),
    ],
)
def test_an_answer_of_the_wrong_kind_is_refused(question: Question, raw: Raw) -> None:
    assert refusal(question, raw).endswith((".", "»."))


def test_do_not_know_only_where_it_is_offered() -> None:
    offered = YesNo(path="x", label=LABEL, unknown=True)
    assert parse(offered, UNKNOWN) is UNKNOWN
    assert refusal(YES_NO, UNKNOWN)


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda q: type(q).__name__)
def test_nothing_is_nothing(question: Question) -> None:
    assert parse(question, None) is None


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda q: type(q).__name__)
def test_uncommon_texts_are_kept_or_refused_with_a_sentence(question: Question, uncommon_text: str) -> None:
    for raw in (uncommon_text, RawDate(uncommon_text, uncommon_text, uncommon_text)):
        value = parsed_or_advice(question, raw)
        if isinstance(value, Message):
            assert str(value).endswith(".")
        elif isinstance(value, str) and isinstance(question, Text):
            assert unprintable(value) == []
            assert len(value) <= question.max_length


@given(st.text(max_size=40), st.sampled_from([q for q in EVERY_KIND if q is not ITEMS]))
def test_any_text_is_kept_or_refused(typed: str, question: Question) -> None:
    for raw in (typed, RawDate(typed, "3", "2026"), RawDate("3", typed, "2026"), RawDate("3", "3", typed)):
        value = parsed_or_advice(question, raw)
        assert value is None or isinstance(value, _GIVES[type(question)] | Message)


@given(st.dates(date(1850, 1, 1), date(2200, 12, 31)))
def test_every_day_is_understood_however_it_is_written(day: date) -> None:
    name = FRENCH_MONTHS[day.month - 1]
    for typed in (
        RawDate(str(day.day), name, str(day.year)),
        RawDate(f"{day:%d/%m/}{day.year}"),
        RawDate(day.isoformat()),
        RawDate(f"{day.day} {name} {day.year}"),
    ):
        assert parse(DAY, typed) == day
