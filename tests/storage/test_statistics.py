from __future__ import annotations

import csv
import io
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from core.storage.desk_row import Row, RowState
from core.storage.statistics import SMALLEST, TABLES, Count, count, to_csv


def rows(**numbers: int) -> list[Row]:
    """So many lines of each nationality, with names that must not come out."""
    return [
        Row(path=f"{code}{n}", stamp=1, size=1, state=RowState.READ, name="Zyxwvutsrq", nationality=code,
            volunteer="Ponmlkjihg", hay="zyxwvutsrq")
        for code, number in numbers.items()
        for n in range(number)
    ]  # fmt: skip


def nationalities(counts: list[Count]) -> list[tuple[str | None, int | None]]:
    return [(c.value, c.number) for c in counts if c.table == "nationality"]


def test_large_counts_stay_and_small_ones_are_merged():
    assert nationalities(count(rows(DZ=9, MA=5, TN=3, ML=2))) == [("DZ", 9), ("MA", 5), (None, 5)]


def test_a_small_rest_takes_the_next_smallest_with_it():
    assert nationalities(count(rows(DZ=9, MA=5, TN=3))) == [("DZ", 9), (None, 8)]
    assert nationalities(count(rows(DZ=97, TN=3))) == [(None, 100)]


def test_too_few_in_all_are_not_even_counted():
    assert nationalities(count(rows(DZ=2, TN=2))) == [(None, None)]
    assert count([]) == []


@given(st.dictionaries(st.sampled_from(["DZ", "MA", "TN", "ML", "SN", ""]), st.integers(1, 30)))
def test_no_cell_is_small_and_no_subtraction_gives_one(numbers: dict[str, int]):
    found = nationalities(count(rows(**numbers)))
    total = sum(numbers.values())
    for value, number in found:
        assert number is None or number >= SMALLEST
        assert value is None or Counter(numbers)[value] == number
    hidden = total - sum(number for value, number in found if value is not None and number is not None)
    assert hidden == 0 or hidden >= SMALLEST or total < SMALLEST


def test_copies_and_unread_files_are_not_counted():
    copies = [
        Row(path="c", stamp=1, size=1, state=RowState.READ, nationality="DZ", original="o") for _n in range(9)
    ]
    locked = [Row(path="l", stamp=1, size=1, state=RowState.LOCKED, nationality="DZ") for _n in range(9)]
    assert nationalities(count([*rows(DZ=5), *copies, *locked])) == [("DZ", 5)]


def test_the_csv_opens_in_a_spreadsheet_and_names_nobody():
    data = to_csv(count(rows(DZ=9, MA=5, TN=3, ML=2)), lambda table, value: f"{table}/{value}")
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"yxwvutsrq" not in data
    assert b"onmlkjihg" not in data
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert lines[0] == ["Rubrique", "Valeur", "Nombre"]
    assert ["Nationalité", "nationality/DZ", "9"] in lines
    assert ["Nationalité", "autres, regroupés", "5"] in lines
    assert ["Résultat", "non renseigné", "19"] in lines
    assert {line[0] for line in lines[1:]} == {str(title) for title in TABLES.values()}
    few = to_csv(count(rows(DZ=2)), lambda _table, value: value).decode("utf-8-sig")
    assert "moins de 5" in few
