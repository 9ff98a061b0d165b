"""The examples: complete, movable, and honest about what was made up."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from core.dossier import examples, paths
from core.dossier.json_form import decode, encode
from core.dossier.text import unprintable


def test_the_case_of_the_seed_decision() -> None:
    dossier = examples.example("cergy", date(2025, 7, 8))
    assert dossier.attempts[0].on == date(2025, 2, 24)
    assert dossier.residence.departement == "92"
    assert dossier.nationality.country == "DZ"
    assert dossier.identity.birth_date is not None
    assert dossier.identity.birth_date.year == 1949
    assert dossier.blockage.exact_words


@pytest.mark.parametrize("name", examples.names())
def test_an_example_is_a_dossier(name: str) -> None:
    kept = examples.load(name)
    assert decode(encode(kept.dossier)) == kept.dossier
    for path, value in paths.leaves(kept.dossier):
        if isinstance(value, str):
            assert unprintable(value) == [], path
            # A date inside a text would not move with the others.
            assert not re.search(r"\b20\d\d\b", value), path


@pytest.mark.parametrize("name", examples.names())
def test_all_dates_move_together(name: str) -> None:
    kept = examples.load(name)
    moved = examples.example(name, kept.day + timedelta(days=503))
    before, after = dict(paths.leaves(kept.dossier)), dict(paths.leaves(moved))
    dates = [path for path, value in before.items() if isinstance(value, date)]
    assert dates or name == "nothing"
    assert all(after[path] - before[path] == timedelta(days=503) for path in dates)


def test_nineteen_in_twelve_days_whatever_the_day() -> None:
    for on in (date(2026, 11, 23), date(2028, 2, 20)):
        birth = examples.example("ase-19-ans", on).identity.birth_date
        assert birth is not None
        assert (
            timedelta(days=10)
            <= date(birth.year + 19, birth.month or 1, birth.day or 1) - on
            <= timedelta(14)
        )


def test_an_unknown_name_lists_the_examples() -> None:
    with pytest.raises(examples.UnknownExample) as caught:
        examples.example("paris", date(2026, 11, 23))
    assert "cergy" in str(caught.value.message)
