"""The journal of attempts: weeks, gaps, what counts as the law counts it, what is missing."""

from __future__ import annotations

from datetime import date, time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.dossier import evidence, examples
from core.dossier.model import Attempt, Dossier, Exhibit, Filing, HelpContact, Sheet
from core.dossier.values import Channel, ContactKind
from core.i18n import render
from core.interview import flow
from core.interview.journal import FOLD_FROM, Entry, Gap, Journal, Means, Week, journal
from core.law import facts, usefulness
from core.law.facts import Shortfall
from tests.dossier.strategies import dossiers

ON = date(2026, 11, 23)  # a Monday, week 48


def tried(number: int, month_day: str | None, **more: Any) -> Attempt:
    """An attempt of 2026 that would count, unless `more` says otherwise."""
    on = date.fromisoformat(f"2026-{month_day}") if month_day else None
    return Attempt(**{"id": f"a{number}", "on": on, "proof": True, **more})


def told(*attempts: Attempt, **more: Any) -> Dossier:
    return Dossier(attempts=attempts, **more)


def shape(found: Journal) -> list[str]:
    """`43:a1,a2` for a week, `43:` for an empty one, `-5` for five of them folded."""
    return [
        f"-{week.weeks}"
        if isinstance(week, Gap)
        else f"{week.number}:{','.join(e.item_id for e in week.entries)}"
        for week in found.weeks
    ]


@pytest.mark.parametrize(
    ("attempts", "weeks", "unsure"),
    [
        ([], [], []),
        ([tried(1, "11-23")], ["48:a1"], []),
        # From the week of the first attempt to this one, Monday to Sunday.
        ([tried(1, "11-22"), tried(2, "11-16")], ["47:a2,a1", "48:"], []),
        ([tried(1, "11-15"), tried(2, "11-16")], ["46:a1", "47:a2", "48:"], []),
        # One or two empty weeks are shown, three are folded.
        ([tried(1, "11-04")], ["45:a1", "46:", "47:", "48:"], []),
        ([tried(1, "10-27")], ["44:a1", "-3", "48:"], []),
        ([tried(1, "06-01"), tried(2, "11-23")], ["23:a1", "-24", "48:a2"], []),
        # Within a day by the hour, those without an hour last.
        (
            [tried(1, "11-23"), tried(2, "11-23", at=time(18)), tried(3, "11-23", at=time(9))],
            ["48:a3,a2,a1"],
            [],
        ),
        # A week of its own for what has no sure day; it does not widen the calendar.
        (
            [tried(1, None), tried(2, "01-05", approximate=True), tried(3, "11-23")],
            ["48:a3"],
            ["a1", "a2"],
        ),
        ([tried(1, None)], [], ["a1"]),
        # A day still to come, by a slip, is shown where it lies.
        ([tried(1, "11-30")], ["49:a1"], []),
    ],
)
def test_weeks(attempts: list[Attempt], weeks: list[str], unsure: list[str]) -> None:
    found = journal(told(*attempts), ON)
    assert shape(found) == weeks
    assert [entry.item_id for entry in found.unsure] == unsure


def test_a_week_at_the_turn_of_the_year_has_its_iso_number() -> None:
    dossier = told(Attempt(id="a1", on=date(2027, 1, 1)), Attempt(id="a2", on=date(2026, 12, 31)))
    (week,) = journal(dossier, date(2027, 1, 3)).weeks
    assert isinstance(week, Week)
    assert (week.number, week.monday, week.sunday) == (53, date(2026, 12, 28), date(2027, 1, 3))


def test_help_stands_in_the_weeks_of_the_attempts_and_nowhere_else() -> None:
    contacts = (
        HelpContact(id="c1", on=date(2026, 11, 3), kind=ContactKind.CITIZEN_CONTACT_PHONE),
        HelpContact(id="c2", on=date(2026, 1, 3)),
        HelpContact(id="c3", on=date(2026, 11, 10), approximate=True),
        HelpContact(id="c4"),
    )
    found = journal(told(tried(1, "10-20"), contacts=contacts), ON)
    assert shape(found) == ["43:a1", "44:", "45:c1", "46:", "47:", "48:"]
    helped = next(week for week in found.weeks if isinstance(week, Week) and week.number == 45).entries[0]
    assert helped.helped
    assert helped.means is Means.PHONE


def entry(dossier: Dossier) -> Entry:
    found = journal(dossier, ON)
    weeks = [e for week in found.weeks if isinstance(week, Week) for e in week.entries]
    return [*weeks, *found.unsure][0]


@pytest.mark.parametrize(
    ("attempt", "lacks"),
    [
        (tried(1, "11-20"), ()),
        (tried(1, "11-20", channel=Channel.ANEF), ()),
        (tried(1, "11-20", proof=False), (Shortfall.NO_PROOF,)),
        (tried(1, "11-20", proof=None), (Shortfall.NO_PROOF,)),
        (tried(1, "11-20", channel=Channel.POST), (Shortfall.OTHER_WAY,)),
        (tried(1, "11-20", approximate=True), (Shortfall.APPROXIMATE,)),
        (tried(1, None), (Shortfall.NO_DATE,)),
        (tried(1, None, proof=False), (Shortfall.NO_DATE, Shortfall.NO_PROOF)),
        (tried(1, "11-24"), (Shortfall.TO_COME,)),
    ],
)
def test_what_an_attempt_lacks(attempt: Attempt, lacks: tuple[Shortfall, ...]) -> None:
    assert entry(told(attempt, filing=Filing(channel=Channel.ANEF))).lacks == lacks


def test_the_exhibit_that_shows_an_attempt_is_named_and_whether_its_file_is_here() -> None:
    announced = told(tried(1, "11-20"))
    assert (entry(announced).numbers, entry(announced).has_file) == ((1,), False)
    sheet = Sheet(blob="0" * 64)
    exhibits = (Exhibit(id="e1", proves=("permit",)), Exhibit(id="e2", proves=("a1",), sheets=(sheet,)))
    shown = told(tried(1, "11-20", proof=None), exhibits=exhibits)
    assert (entry(shown).numbers, entry(shown).has_file, entry(shown).lacks) == ((2,), True, ())


TALLIES: list[tuple[list[Attempt], list[tuple[str, bool]]]] = [
    ([tried(1, "11-20", proof=False)], [("1 essai sans image", False)]),
    ([tried(1, "11-20")], [("1 essai qui compte, 1 semaine", False)]),
    (
        [tried(1, "11-02"), tried(2, "11-09"), tried(3, "11-13"), tried(4, "11-14", proof=False)],
        [("3 essais qui comptent, 2 semaines différentes", True), ("1 essai sans image", False)],
    ),
    (
        [
            tried(1, None),
            tried(2, "11-02", approximate=True),
            tried(3, "11-29"),
            tried(4, "11-03", channel=Channel.POST),
        ],
        [
            ("2 essais sans date sûre", False),
            ("1 date à vérifier", False),
            ("1 essai par un autre chemin", False),
        ],
    ),
]


@pytest.mark.parametrize(("attempts", "expected"), TALLIES)
def test_tallies(attempts: list[Attempt], expected: list[tuple[str, bool]]) -> None:
    found = journal(told(*attempts, filing=Filing(channel=Channel.ANEF)), ON)
    assert [(render(tally.words), tally.good) for tally in found.tallies] == expected


@pytest.mark.parametrize(
    ("attempts", "missing"),
    [
        ([tried(1, "11-20", proof=False)], "Faites un nouvel essai aujourd’hui."),
        (
            [tried(1, "11-19"), tried(2, "11-20")],
            "Faites un nouvel essai à partir du 26 novembre 2026, une autre semaine.",
        ),
        ([tried(1, "11-02"), tried(2, "11-20")], None),
        (
            [tried(1, "09-02"), tried(2, "09-20")],
            "Faites encore un essai cette semaine, avec une capture.",
        ),
    ],
)
def test_what_is_missing_is_the_next_step_of_the_law(attempts: list[Attempt], missing: str | None) -> None:
    dossier = told(*attempts, filing=Filing(channel=Channel.ANEF))
    found = journal(dossier, ON).missing
    assert (render(found) if found else None) == missing
    steps = [step.text for step in usefulness.attempts(dossier, ON).steps]
    assert found in (None, *steps)


def test_once_the_request_is_filed_no_attempt_is_missing() -> None:
    dossier = examples.example("dossier-complet-5-mois", ON)
    assert journal(told(tried(1, "11-20"), application=dossier.application), ON).missing is None


@settings(max_examples=60)
@given(dossiers(), st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_the_journal_agrees_with_the_law_and_loses_nothing(dossier: Dossier, on: date) -> None:
    dossier = flow.relevant(dossier)
    found = journal(dossier, on)
    weeks = [week for week in found.weeks if isinstance(week, Week)]
    shown = [e for week in weeks for e in week.entries if not e.helped] + list(found.unsure)
    assert sorted(e.item_id for e in shown) == sorted(a.id for a in dossier.attempts)
    counted = [a.id for a in facts.counted_attempts(dossier, on)]
    assert sorted(e.item_id for e in shown if not e.lacks) == sorted(counted)
    for week in weeks:
        assert all(e.on is not None and week.monday <= e.on <= week.sunday for e in week.entries)
    assert all(gap.weeks >= FOLD_FROM for gap in found.weeks if isinstance(gap, Gap))
    days = [(week.monday, week.sunday) for week in found.weeks]
    for before, after in pairwise(days):
        # Without a hole and without overlap, up to the end of the calendar.
        assert (after[0] - before[1]).days == 1


def test_two_hundred_attempts_ask_for_the_exhibits_once(monkeypatch: pytest.MonkeyPatch) -> None:
    original, asked = evidence.numbered_exhibits, []

    def counting(dossier: Dossier) -> tuple[Exhibit, ...]:
        asked.append(dossier)
        return original(dossier)

    monkeypatch.setattr(evidence, "numbered_exhibits", counting)
    dossier = told(*(tried(number, "11-20") for number in range(1, 201)))
    assert len(journal(dossier, ON).weeks) == 2
    assert len(asked) == 1
