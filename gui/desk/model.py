"""The lines of the desk for a table: made as they are looked at, so that ten thousand cost as ten do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from core.i18n import Message, _
from core.storage.desk_row import Row
from core.typography import isolate
from gui.desk.words import label_of, step_or_state
from gui.words import is_right_to_left, language, say

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@lru_cache(maxsize=1024)
def _label(table: str, code: str, _language: str) -> str:
    return _apart(label_of(table, code)) if code else ""


def _apart(text: str) -> str:
    """A text of its own direction, such as a name: from right to left « 92 Hauts-de-Seine » would turn."""
    return isolate(text) if is_right_to_left(language()) else text


class DeskModel(QAbstractTableModel):
    """`rows` are shown in their order. Nothing is worked out before it is on the screen."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Show these lines instead."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return say(COLUMNS[section][0])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in _DISPLAY:
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            # A screen reader that stops on a line says all of it.
            return ", ".join(text for _words, show in COLUMNS if (text := show(row, self._today())))
        return COLUMNS[index.column()][1](row, self._today())


def _person(row: Row, _today: date) -> str:
    from pathlib import Path

    return _apart(row.name or Path(row.path).stem)


def _next_date(row: Row, today: date) -> str:
    following = row.next_date(today)
    return "" if following is None else f"{following.on:%d/%m/%Y}  {_apart(say(following.words))}"


def _coded(field: str) -> Callable[[Row, date], str]:
    return lambda row, _today: _label(field, getattr(row, field), language())


def _step(row: Row, _today: date) -> str:
    return step_or_state(row)


def _volunteer(row: Row, _today: date) -> str:
    return _apart(row.volunteer)


COLUMNS: tuple[tuple[Message, Callable[[Row, date], str]], ...] = (
    (_("Personne"), _person),
    (_("Prochaine date"), _next_date),
    (_("Étape"), _step),
    (_("Conseil"), _coded("route")),
    (_("Préfecture"), _coded("departement")),
    (_("Demande"), _coded("kind")),
    (_("Langue"), _coded("language")),
    (_("Bénévole"), _volunteer),
)
