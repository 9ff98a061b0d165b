from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents import french
from core.dossier.values import PartialDate

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((), ""),
        ((3,), "pièce n° 3"),
        ((3, 4), "pièces n° 3 et 4"),
        ((4, 3, 4), "pièces n° 3 et 4"),
        ((3, 4, 5), "pièces n° 3 à 5"),
        ((1, 3, 4, 5, 9), "pièces n° 1, 3 à 5 et 9"),
    ],
)
def test_exhibits(numbers, expected):
    assert french.exhibits(numbers) == expected


@given(st.sets(st.integers(1, 60), min_size=1))
def test_spans_name_each_number_once(numbers):
    text = french.spans(tuple(numbers))
    named: list[int] = []
    for part in text.replace(" et ", ", ").split(", "):
        first, _to, last = part.partition(" à ")
        named += range(int(first), int(last or first) + 1)
    assert named == sorted(numbers)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, "dans un délai de 24 heures"),
        (2, "dans un délai de 48 heures"),
        (8, "dans un délai de 8 jours"),
        (30, "dans un délai d’un mois"),
        (31, "dans un délai de 31 jours"),
        (60, "dans un délai de deux mois"),
    ],
)
def test_within(days, expected):
    assert french.within(days) == expected


@pytest.mark.parametrize(
    ("cents", "expected"),
    [(792, "7,92 €"), (800, "8 €"), (805, "8,05 €"), (5, "0,05 €"), (200_000, "2000 €")],
)
def test_euros_of_cents(cents, expected):
    assert french.euros_of_cents(cents) == expected


@pytest.mark.parametrize(
    ("day", "with_le", "since"),
    [
        (PartialDate(1949), "en 1949", "depuis 1949"),
        (PartialDate(2016, 3), "en mars 2016", "depuis mars 2016"),
        (PartialDate(1986, 12, 31), "le 31 décembre 1986", "depuis le 31 décembre 1986"),
        (PartialDate(1990, 1, 1), "le 1er janvier 1990", "depuis le 1er janvier 1990"),
    ],
)
def test_partial_dates_say_what_is_known_and_no_more(day, with_le, since):
    assert french.in_partial_date(day) == with_le
    assert french.since_partial_date(day) == since


def test_approximate_days_are_said_to_be_so():
    assert french.on_day(DAY, approximate=True) == "vers le 3 novembre 2026"
    assert french.table_day(DAY, approximate=True) == "vers le 3 novembre 2026"
    assert french.table_day(DAY) == "mardi 3 novembre 2026"
    assert french.table_day(None) == "date non précisée"


@pytest.mark.parametrize(
    ("hour", "expected"), [(time(9), "9 h"), (time(10, 15), "10 h 15"), (time(0, 5), "0 h 05")]
)
def test_clock(hour, expected):
    assert french.clock(hour) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Oui", "Oui."),
        ("Oui.", "Oui."),
        ("Quoi\N{NO-BREAK SPACE}?", "Quoi\N{NO-BREAK SPACE}?"),
        ("Et…", "Et…"),
        ("«\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}»", "«\N{NO-BREAK SPACE}x\N{NO-BREAK SPACE}»"),
    ],
)
def test_as_sentence(text, expected):
    assert french.as_sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Bloqué.", "Bloqué.\N{NO-BREAK SPACE}»"),
        ("Bloqué", "Bloqué\N{NO-BREAK SPACE}»."),
        ("Bloqué ?!", "Bloqué ?!\N{NO-BREAK SPACE}»"),
    ],
)
def test_a_quotation_has_one_closing_mark(text, end):
    assert french.quoted_sentence(text).endswith(end)


@pytest.mark.parametrize(
    "text",
    [
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK} a", "Objet :", "n° 3", "article L. 521-3",
        "article R. 431-2", "M. Diallo", "Mme KACI", "3 novembre 2026", "1er mai 2025", "15 jours", "50 €",
        "10 h 15", "vrai ?", "R.* 432-1",
    ],
)  # fmt: skip
def test_no_break_protects_what_french_keeps_together(text):
    assert " " not in french.no_break(text)


def test_no_break_leaves_other_spaces():
    assert french.no_break("Je vis en France depuis 2015.").count(" ") == 5


@given(st.text())
def test_no_break_changes_spaces_only(text):
    changed = french.no_break(text)
    assert changed.replace("\xa0", " ") == text.replace("\xa0", " ")
    assert french.no_break(changed) == changed


@given(st.text())
def test_user_text_keeps_every_visible_character(text):
    kept = french.user_text(text)
    assert "\n" not in kept
    assert "  " not in kept
    assert kept == french.user_text(kept)


def test_a_phone_number_stays_on_a_line() -> None:
    kept = french.no_break("Appelez le 01 30 17 34 00 ou le +33 1 30 17 34 00, pas 12 34.")
    assert kept.replace(french.NBSP, "~") == "Appelez le 01~30~17~34~00 ou le +33~1~30~17~34~00, pas 12 34."
