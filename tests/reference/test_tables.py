"""A wrong table stops the program with its file and row; nothing is skipped or guessed."""

from datetime import date
from pathlib import Path

import pytest

from core.reference import tables
from core.reference.tables import BrokenTable, Confidence, Known, Row, rows

COLUMNS = ("code", "name")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    return tmp_path


def test_rows_are_read_in_order_with_their_place(folder):
    (folder / "t.csv").write_text('code,name\n1,Ain\n2,"a, b"\n', encoding="utf-8")
    read = list(rows("t.csv", COLUMNS))
    assert [(r.text("code"), r.text("name")) for r in read] == [("1", "Ain"), ("2", "a, b")]
    assert read[1].where == "t.csv, row 3"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "row 1"),
        (b"code\n1\n", "row 1: the columns must be code, name"),
        (b"name,code\nAin,1\n", "row 1"),
        (b"code,name,extra\n1,Ain,x\n", "row 1"),
        (b"code,name\n1,Ain\n2\n", "row 3: 1 cells instead of 2"),
        (b"code,name\n1,Ain,more\n", "row 2: 3 cells instead of 2"),
        (b"code,name\n1, Ain\n", "row 2: spaces"),
        (b"code,name\n1,\xe9\n", "t.csv: "),
        (b'code,name\n1,"Ain\n', "t.csv: "),
    ],
)
def test_a_table_of_another_form_is_refused(folder, content, said):
    (folder / "t.csv").write_bytes(content)
    with pytest.raises(BrokenTable) as caught:
        list(rows("t.csv", COLUMNS))
    assert "t.csv" in str(caught.value)
    assert said in str(caught.value)


def test_a_missing_table_is_named(folder):
    with pytest.raises(BrokenTable, match=r"none\.csv"):
        list(rows("none.csv", COLUMNS))


def row(value: str) -> Row:
    return Row("t.csv", 7, {"cell": value})


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda r: r.text("cell"), ""),
        (lambda r: r.number("cell"), "0"),
        (lambda r: r.number("cell"), "-1"),
        (lambda r: r.number("cell"), "4 months"),
        (lambda r: r.number("cell"), "²"),
        (lambda r: r.number("cell"), "٤"),
        (lambda r: r.day("cell"), "31/12/2026"),
        (lambda r: r.day("cell"), "2026-02-30"),
        (lambda r: r.yes("cell"), ""),
        (lambda r: r.yes("cell"), "Yes"),
        (lambda r: r.one_of("cell", Known), "maybe"),
        (lambda r: r.one_of("cell", Known), ""),
    ],
)
def test_a_value_that_may_not_stand_there_is_refused_with_its_row(read, value):
    with pytest.raises(BrokenTable, match=r"^t\.csv, row 7: cell "):
        read(row(value))


def test_values_that_may_stand_there():
    assert row("").optional("cell") is None
    assert row("").number("cell") is None
    assert row("").day("cell") is None
    assert row("90").number("cell") == 90
    assert row("2026-12-31").day("cell") == date(2026, 12, 31)
    assert row("yes").yes("cell") is True
    assert row("no").yes("cell") is False
    assert row("unknown").one_of("cell", Known) is Known.UNKNOWN


def test_low_confidence_is_never_printable():
    assert [c.printable for c in (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)] == [True, True, False]
