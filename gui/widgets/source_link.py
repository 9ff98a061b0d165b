"""The source of a statement, one click away: citation, what it holds, where and when it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from core.documents.french import no_break
from core.i18n import Message, _
from core.law.model import Source
from core.law.sources import source
from gui.widgets.basic import Button, Card, Group, TextLabel, announce
from gui.widgets.cards import LinkRow
from gui.words import say


class Sourced(Group):
    """A statement with its sources: the button beside it opens them, under it where it is `narrow`."""

    def __init__(
        self, text: Message | str, source_ids: tuple[str, ...], kind: str = "body", *, narrow: bool = False
    ) -> None:
        super().__init__(spacing=4)
        self._sources = tuple(source(ident) for ident in source_ids)
        self._text = TextLabel(text, kind)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        line = QBoxLayout(down if narrow else across)
        line.setSpacing(0 if narrow else 12)
        line.addWidget(self._text, 1)
        self._detail: QWidget | None = None
        if self._sources:
            words = _("Source") if len(self._sources) == 1 else _("Sources")
            self.button = Button(
                words, self._toggle, "link", name=_("Source : {text}", text=self._text.text())
            )
            line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(line)

    def _toggle(self) -> None:
        if self._detail is None:
            self._detail = Card(
                *(widget for entry in self._sources for widget in _words_of(entry)), spacing=4
            )
            self.column.addWidget(self._detail)
        else:
            self._detail.setVisible(self._detail.isHidden())
        if not self._detail.isHidden():
            announce(self.button, self._sources[0].holds)


class SourceLink(Group):
    """The citation itself; pressed, it opens what the source holds just below."""

    def __init__(self, source_id: str) -> None:
        super().__init__(spacing=4)
        self._source: Source = source(source_id)
        self._link = LinkRow(no_break(self._source.citation))
        self._link.setObjectName(f"source:{source_id}")
        self._link.setAccessibleName(say(_("Source : {text}", text=self._source.citation)))
        self._link.clicked.connect(self._toggle)
        self.column.addWidget(self._link)
        self._detail: QWidget | None = None

    def _toggle(self) -> None:
        if self._detail is None:
            self._detail = Group(*_words_of(self._source)[1:], spacing=4)
            self.column.addWidget(self._detail)
        else:
            self._detail.setVisible(self._detail.isHidden())
        if not self._detail.isHidden():
            announce(self._link, self._source.holds)


def _words_of(entry: Source) -> list[TextLabel]:
    parts = [TextLabel(no_break(entry.citation), "help-title"), TextLabel(entry.holds, "help")]
    if entry.quotation:
        parts.append(TextLabel(f"«\u00a0{entry.quotation}\u00a0»", "help"))
    # The program opens no address: it is there to be copied or typed elsewhere.
    parts.append(TextLabel(_("Lu le {day} : {address}", day=entry.read_on, address=entry.url), "small"))
    return parts
