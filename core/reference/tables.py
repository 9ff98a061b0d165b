"""Reading the tables of `resources/reference`: strict, because a wrong row ends up in a court document.

A table that is missing a column, or a row that holds a value it may not hold, stops the program with the
file and the row. Nothing is guessed and nothing is skipped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

FOLDER = Path(__file__).parents[2] / "resources" / "reference"

E = TypeVar("E", bound=StrEnum)


class BrokenTable(Exception):
    """A reference table cannot be used; the message names the file and the row. A bug, not a user's error."""


class Confidence(StrEnum):
    """How sure a value is. LOW never reaches a court document."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def printable(self) -> bool:
        """Whether a value of this confidence may be printed in a document for the court."""
        return self is not Confidence.LOW


class Known(StrEnum):
    """A yes or no that the sources may not settle. UNKNOWN is neither: ask the person."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Row:
    """One row of a table, which knows where it stands and checks what is read from it."""

    def __init__(self, file: str, line: int, cells: dict[str, str]) -> None:
        self.where = f"{file}, row {line}"
        self._cells = cells

    def optional(self, column: str) -> str | None:
        """The text of a cell, None where it is empty."""
        return self._cells[column] or None

    def text(self, column: str) -> str:
        """The text of a cell that must not be empty."""
        value = self._cells[column]
        if not value:
            raise self.broken(f"{column} is empty")
        return value

    def number(self, column: str) -> int | None:
        """A whole number above zero, None where the cell is empty."""
        value = self._cells[column]
        if not value:
            return None
        if not value.isascii() or not value.isdigit() or int(value) == 0:
            raise self.broken(f"{column} is not a number above zero")
        return int(value)

    def one_of(self, column: str, choices: type[E]) -> E:
        """A member of a closed list."""
        try:
            return choices(self._cells[column])
        except ValueError as error:
            raise self.broken(f"{column} is none of {', '.join(choices)}") from error

    def day(self, column: str) -> date | None:
        """A day (`2026-12-31`), None where the cell is empty."""
        value = self._cells[column]
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as error:
            raise self.broken(f"{column} is not a day") from error

    def yes(self, column: str) -> bool:
        """`yes` or `no`."""
        value = self._cells[column]
        if value not in ("yes", "no"):
            raise self.broken(f"{column} is neither yes nor no")
        return value == "yes"

    def broken(self, reason: str) -> BrokenTable:
        """The error to raise for this row."""
        return BrokenTable(f"{self.where}: {reason}")


def rows(file: str, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of `file`, which must have exactly `columns`, and no cell with spaces around its text.

    Rows are numbered as lines of a spreadsheet show them: the headings are row 1.
    Raises `BrokenTable` where the file is missing, empty, not UTF-8 or does not have this form.
    """
    try:
        with (FOLDER / file).open(encoding="utf-8", newline="") as stream:
            table = list(csv.reader(stream, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BrokenTable(f"{file}: {error}") from error
    if not table or table[0] != list(columns):
        raise BrokenTable(f"{file}, row 1: the columns must be {', '.join(columns)}")
    for number, cells in enumerate(table[1:], start=2):
        if len(cells) != len(columns):
            raise BrokenTable(f"{file}, row {number}: {len(cells)} cells instead of {len(columns)}")
        if any(cell != cell.strip(" \t\r\n") for cell in cells):
            raise BrokenTable(f"{file}, row {number}: spaces around a value")
        yield Row(file, number, dict(zip(columns, cells, strict=True)))
