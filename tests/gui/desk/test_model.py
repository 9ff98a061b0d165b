"""The lines of the desk in the language and the direction of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.dossier import examples
from core.i18n import Message
from core.interview.flow import relevant
from core.law.assessment import assess
from core.storage.desk_row import DeskDate, Row, RowState
from core.typography import isolate
from gui import appearance
from gui.desk.model import COLUMNS, DeskModel
from gui.desk.summary import summarise_on
from gui.words import say
from tests.gui.desk.conftest import TODAY

HEARING = DeskDate(TODAY, "hearing_on", "Audience au tribunal")
REMINDER = DeskDate(TODAY, "reminder_0", "Notes")


@pytest.fixture(autouse=True)
def french_again(qapp: object) -> Iterator[None]:
    yield
    appearance.speak("fr")


def cells(day: DeskDate) -> dict[str, str | None]:
    """What each column shows, by its French title."""
    model = DeskModel(lambda: TODAY)
    row = Row("a.dossier", 0, 0, RowState.READ, name="DIALLO Linh (2)", departement="92", dates=(day,))
    model.show([row])
    return {str(words): model.data(model.index(0, n)) for n, (words, _show) in enumerate(COLUMNS)}


def test_the_next_date_is_in_the_language_of_the_screen(pseudo_languages: Path):
    appearance.speak("qps")
    words = say(Message("Audience au tribunal"))
    assert words != "Audience au tribunal"
    assert cells(HEARING)["Prochaine date"] == f"23/11/2026  {words}"


def test_a_reminder_stays_in_the_words_of_whoever_wrote_it(pseudo_languages: Path):
    appearance.speak("qps")
    assert say(Message("Notes")) != "Notes"
    assert cells(REMINDER)["Prochaine date"] == "23/11/2026  Notes"


def test_names_keep_their_own_direction_from_right_to_left(pseudo_languages: Path):
    appearance.speak("qpr")
    shown = cells(REMINDER)
    assert shown["Préfecture"] == isolate("92 Hauts-de-Seine")
    assert shown["Personne"] == isolate("DIALLO Linh (2)")
    assert shown["Prochaine date"] == f"23/11/2026  {isolate('Notes')}"
    appearance.speak("fr")
    assert cells(REMINDER)["Préfecture"] == "92 Hauts-de-Seine"


@pytest.mark.parametrize("story", examples.names())
def test_every_day_of_the_law_finds_its_words_again(story: str):
    told = examples.example(story, TODAY)
    found = {day.id: day.label for day in assess(relevant(told), TODAY).deadlines}
    kept = summarise_on(lambda: TODAY)(told).dates
    assert {day.id: day.words for day in kept} == found
