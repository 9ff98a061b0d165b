"""Counting days, months and weeks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.law import periods


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 23), 2, date(2027, 1, 23)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -2, date(2025, 11, 15)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 6, 10), 6, date(2026, 12, 10)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(9999, 12, 1), 1, date.max),
        (date(9999, 11, 5), 1, date(9999, 12, 5)),
        (date(1, 1, 31), -1, date.min),
        (date(1, 2, 3), -1, date(1, 1, 3)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, expected: date
) -> None:
    assert periods.add_months(day, months) == expected


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        (date(2026, 11, 23), 8, date(2026, 12, 1)),
        (date(2026, 11, 23), -23, date(2026, 10, 31)),
        (date.max, 1, date.max),
        (date.min, -1, date.min),
        (date.min, 1, date(1, 1, 2)),
        (date.max, -1, date(9999, 12, 30)),
    ],
)
def test_days_never_leave_the_calendar(day: date, number: int, expected: date) -> None:
    assert periods.add_days(day, number) == expected


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_a_month_later_is_never_earlier(day: date, months: int) -> None:
    later = periods.add_months(day, months)
    assert later >= day
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@pytest.mark.parametrize(
    ("ordinary_end", "departement", "free"),
    [
        # Refusal of 3 November 2022: ordinary end 3 January 2023, free day 4 January (time-limits, example).
        (date(2023, 1, 3), None, date(2023, 1, 4)),
        # Ends on a Friday: the Saturday is moved to Monday.
        (date(2026, 11, 20), None, date(2026, 11, 23)),
        # 24 December: Christmas on Friday, then the weekend.
        (date(2026, 12, 24), None, date(2026, 12, 28)),
        # In Moselle and Alsace 26 December is a holiday too.
        (date(2023, 12, 25), "57", date(2023, 12, 27)),
        (date(2023, 12, 25), "67", date(2023, 12, 27)),
        (date(2023, 12, 25), "54", date(2023, 12, 26)),
        # Guadeloupe, 27 May.
        (date(2026, 5, 26), "971", date(2026, 5, 28)),
        (date(2026, 5, 26), "75", date(2026, 5, 27)),
        (date.max, None, date.max),
    ],
)
def test_the_free_day_moves_to_a_working_day(ordinary_end: date, departement: str | None, free: date) -> None:
    assert periods.free_end(ordinary_end, departement) == free


# Dates computed for the years to come (Easter Monday, Ascension, Whit Monday and the fixed days).
@pytest.mark.parametrize(
    "day",
    [
        date(2026, 12, 25), date(2027, 1, 1), date(2027, 3, 29), date(2027, 5, 6), date(2027, 5, 17),
        date(2027, 7, 14), date(2027, 11, 1), date(2027, 11, 11), date(2028, 4, 17), date(2028, 5, 25),
        date(2028, 6, 5), date(2028, 5, 1), date(2028, 5, 8), date(2028, 8, 15),
    ],
)  # fmt: skip
def test_public_holidays_are_no_working_days(day: date) -> None:
    assert not periods.is_working_day(day)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 27), True),
        (date(2026, 11, 28), False),
        (date(2026, 11, 29), False),
    ],
)
def test_a_week_has_five_working_days(day: date, working: bool) -> None:
    assert periods.is_working_day(day) is working


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 11, 23), date(2026, 11, 30)),
        (date(2026, 11, 29), date(2026, 11, 30)),
        (date(2026, 11, 27), date(2026, 11, 30)),
    ],
)
def test_the_next_monday_begins_another_week(day: date, monday: date) -> None:
    assert periods.next_monday(day) == monday
    assert periods.week_of(day) != periods.week_of(monday)


def test_weeks_run_from_monday_to_sunday_across_the_year() -> None:
    assert periods.week_of(date(2026, 12, 28)) == periods.week_of(date(2027, 1, 3))
    assert periods.week_of(date(2027, 1, 3)) != periods.week_of(date(2027, 1, 4))


def test_the_renewal_windows() -> None:
    expiry = date(2027, 3, 31)
    on_site = periods.teleservice_window(expiry)
    assert (on_site.opens, on_site.closes) == (date(2026, 12, 1), date(2027, 1, 30))
    at_desk = periods.two_month_window(expiry)
    assert (at_desk.opens, at_desk.closes) == (date(2027, 1, 31), expiry)


def test_a_birthday_of_29_february_falls_on_the_28() -> None:
    assert periods.birthday(date(2008, 2, 29), 19) == date(2027, 2, 28)
    assert periods.birthday(date(2007, 12, 5), 19) == date(2026, 12, 5)
