"""« J’essaie maintenant »: what is noted is what the person says, at the moment they say it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from core.dossier.model import Attempt, Dossier, Filing
from core.dossier.values import Channel
from core.i18n import render
from core.interview import flow
from core.interview.model import Raw
from core.interview.now import NOW, JustTried, Outcome, offered_channels, steps

ON = date(2026, 11, 23)
MOMENT = datetime(2026, 11, 23, 14, 5, 37)


def answered(answers: dict[str, Raw]) -> tuple[JustTried, list[str]]:
    told = flow.submit_item(NOW.asks, JustTried(id="a1"), answers, Dossier(), ON)
    assert isinstance(told.item, JustTried)
    return told.item, [error.path for error in told.errors]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            {"outcome": Outcome.SAME, "channel": Channel.ANEF},
            Attempt(id="a1", on=ON, at=time(14, 5), channel=Channel.ANEF, same_message=True),
        ),
        (
            {"outcome": Outcome.OTHER, "result": " Page blanche ", "channel": None},
            Attempt(id="a1", on=ON, at=time(14, 5), same_message=False, result="Page blanche"),
        ),
        # Words typed before the person changed their mind are not theirs.
        (
            {"outcome": Outcome.SAME, "result": "Page blanche"},
            Attempt(id="a1", on=ON, at=time(14, 5), same_message=True),
        ),
    ],
)
def test_what_is_noted(answers: dict[str, Raw], expected: Attempt) -> None:
    told, errors = answered(answers)
    assert errors == []
    assert not NOW.is_over(told)
    assert NOW.makes(told, Attempt(id="a1"), MOMENT) == expected


def test_without_an_outcome_nothing_can_be_kept() -> None:
    assert answered({"outcome": None, "channel": Channel.ANEF})[1] == ["outcome"]


def test_an_attempt_that_worked_is_not_one_that_failed() -> None:
    assert NOW.is_over(answered({"outcome": Outcome.WORKED})[0])


def test_a_password_is_refused_here_too() -> None:
    told, errors = answered({"outcome": Outcome.OTHER, "result": "mot de passe : Soleil2026"})
    assert errors == ["result"]
    assert told.result is None


@pytest.mark.parametrize(
    ("platform", "keys"),
    [("win32", "Windows + Maj + S"), ("darwin", "Ctrl + Cmd + Maj + 3"), ("linux", "Impr.")],
)
def test_the_keys_are_those_of_this_computer(platform: str, keys: str) -> None:
    words = [render(step) for step in steps(platform)]
    assert 3 <= len(words) <= 4
    assert sum(keys in sentence for sentence in words) == 1


@pytest.mark.parametrize(
    ("asked", "first", "number"),
    [(None, Channel.ANEF, 3), (Channel.BOOKING_SITE, Channel.ANEF, 3), (Channel.COUNTER, Channel.COUNTER, 4)],
)
def test_the_sites_are_offered_and_the_way_that_is_asked_for(
    asked: Channel | None, first: Channel, number: int
) -> None:
    found = offered_channels(Dossier(filing=Filing(channel=asked)), ON)
    assert (found[0], len(found)) == (first, number)
