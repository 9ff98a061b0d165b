"""Counting days, months and weeks as the law counts them.

Nothing here overflows: a date beyond the calendar's end stays at its end, because an absurd answer must be
shown to the person as a contradiction, not crash the assessment.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

MONDAY_TO_FRIDAY = 5

# Subdivisions whose public holidays differ from those of metropolitan France, in the library's names.
_HOLIDAY_SUBDIVISIONS = {
    "57": "57", "67": "6AE", "68": "6AE", "971": "971", "972": "972", "973": "973", "974": "974",
    "975": "PM", "976": "976", "977": "BL", "978": "MF",
}  # fmt: skip


@dataclass(frozen=True)
class Window:
    """A period of days, both ends included."""

    opens: date
    closes: date


def add_days(day: date, number: int) -> date:
    """The day `number` days later (earlier where negative)."""
    ordinal = day.toordinal() + number
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))


def add_months(day: date, number: int) -> date:
    """The same day `number` months later (earlier where negative), or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + number
    year, month = index // 12, index % 12 + 1
    if year > MAXYEAR:
        return date.max
    if year < MINYEAR:
        return date.min
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def birthday(born: date, age: int) -> date:
    """The day on which a person born on `born` reaches `age`; a 29 February counts as 28 in other years."""
    return add_months(born, 12 * age)


def week_of(day: date) -> tuple[int, int]:
    """The calendar week, Monday to Sunday: ISO year and number."""
    year, number, _weekday = day.isocalendar()
    return year, number


def next_monday(day: date) -> date:
    """The Monday after the week of `day`."""
    return add_days(day, 7 - day.weekday())


def is_working_day(day: date, departement: str | None = None) -> bool:
    """Monday to Friday, except public holidays there (code du travail L. 3133-1)."""
    if day.weekday() >= MONDAY_TO_FRIDAY:
        return False
    import holidays

    subdivision = _HOLIDAY_SUBDIVISIONS.get(departement or "")
    return day not in holidays.country_holidays("FR", subdiv=subdivision, years=day.year)


def free_end(ordinary_end: date, departement: str | None = None) -> date:
    """The last day of a `délai franc`: the day after the ordinary end, moved to the next working day.

    For knowing that a period is surely over; what people are shown is always the ordinary end.
    Source: CE 15 December 2023, n° 472836 (the rule of time-limits, not printed).
    """
    day = ordinary_end + timedelta(days=1) if ordinary_end < date.max else ordinary_end
    while day < date.max and not is_working_day(day, departement):
        day += timedelta(days=1)
    return day


def teleservice_window(expires_on: date) -> Window:
    """From the 120th to the 60th day before expiry, counted in days (R. 431-5 1° CESEDA)."""
    return Window(add_days(expires_on, -120), add_days(expires_on, -60))


def two_month_window(expires_on: date) -> Window:
    """The two months before expiry (R. 431-5 1°, second sentence, CESEDA)."""
    return Window(add_months(expires_on, -2), expires_on)
