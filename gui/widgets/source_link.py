"""The source of a statement, one click away: citation, what it holds, where and when it was read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.i18n import _
from core.law.model import Source
from core.law.sources import source
from gui.widgets.basic import Card, Group, TextLabel, announce
from gui.widgets.cards import LinkRow
from gui.words import say


class SourceLink(Group):
    """The citation; pressed, it opens what the source holds just below."""

    def __init__(self, source_id: str) -> None:
        super().__init__(spacing=4)
        self._source: Source = source(source_id)
        self._link = LinkRow(self._source.citation)
        self._link.setObjectName(f"source:{source_id}")
        self._link.setAccessibleName(say(_("Source : {citation}", citation=self._source.citation)))
        self._link.clicked.connect(self._toggle)
        self.column.addWidget(self._link)
        self._detail: QWidget | None = None

    def _toggle(self) -> None:
        if self._detail is None:
            self._detail = self._make_detail()
            self.column.addWidget(self._detail)
        else:
            self._detail.setVisible(self._detail.isHidden())
        opened = not self._detail.isHidden()
        self._link.setAccessibleDescription(say(_("ouvert") if opened else _("fermé")))
        if opened:
            announce(self._link, self._source.holds)

    def _make_detail(self) -> QWidget:
        parts: list[QWidget] = [TextLabel(self._source.holds, "help")]
        if self._source.quotation:
            parts.append(TextLabel(f"« {self._source.quotation} »", "help"))
        parts.append(TextLabel(_("Texte lu le {day}.", day=self._source.read_on), "small"))
        address = TextLabel(self._source.url, "small")
        parts.append(address)
        return Card(*parts, spacing=6)
