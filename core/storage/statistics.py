"""Counts for the annual report, without names: no cell that could point at a person.

A count below five is merged with the other small ones of its table; where these together are still below
five, the next smallest joins them, so that nothing can be found by subtraction from the total.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.i18n import Message, _, render
from core.storage.desk_row import Row, RowState

SMALLEST = 5

# What is counted, by the field of the line; the sentence heads the table.
TABLES: dict[str, Message] = {
    "departement": _("Département"),
    "nationality": _("Nationalité"),
    "language": _("Langue"),
    "kind": _("Demande"),
    "channel": _("Façon de déposer"),
    "blocked_step": _("Étape bloquée"),
    "route": _("Conseil donné"),
    "step": _("Avancement"),
    "outcome": _("Résultat"),
}

# The word for the code of an answer, in its table: `label("kind", "renewal")`.
Label = Callable[[str, str], str]


@dataclass(frozen=True)
class Count:
    """One cell. `value` is a code, None for the merged ones; `number` is None where these are too few."""

    table: str
    value: str | None
    number: int | None


def count(rows: Iterable[Row]) -> list[Count]:
    """Every table, its largest counts first. Files that could not be read are not counted."""
    read = [row for row in rows if row.state is RowState.READ and not row.is_conflict]
    found: list[Count] = []
    for table in TABLES:
        found += _cells(table, Counter(str(getattr(row, table)) for row in read))
    return found


def to_csv(counts: Iterable[Count], label: Label) -> bytes:
    """The counts as French spreadsheets open them: semicolons, UTF-8 with its mark, CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([render(_("Rubrique")), render(_("Valeur")), render(_("Nombre"))])
    for cell in counts:
        writer.writerow(
            [
                render(TABLES[cell.table]),
                render(_("autres, regroupés")) if cell.value is None else _value(cell, label),
                render(_("moins de {number}", number=SMALLEST)) if cell.number is None else cell.number,
            ]
        )
    return text.getvalue().encode("utf-8-sig")


def _value(cell: Count, label: Label) -> str:
    # An answer that was not given is counted too.
    return label(cell.table, cell.value) if cell.value else render(_("non renseigné"))


def _cells(table: str, numbers: Counter[str]) -> list[Count]:
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    merged = 0
    while ordered and (ordered[-1][1] < SMALLEST or 0 < merged < SMALLEST):
        merged += ordered.pop()[1]
    cells = [Count(table, value, number) for value, number in ordered]
    if merged:
        cells.append(Count(table, None, merged if merged >= SMALLEST else None))
    return cells
