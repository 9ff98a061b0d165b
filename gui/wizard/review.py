"""All answers on one page, by section, each with a way to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.i18n import _, ngettext
from core.interview.labels import NO_ANSWER
from core.interview.review import Line, missing, review
from gui.widgets.basic import Button, Card, TextLabel, rule
from gui.widgets.cards import LinkRow
from gui.widgets.page import ScrollPage
from gui.wizard.session import Session
from gui.wizard.since_printed import add_since_printed
from gui.words import say

CHANGE = _("Modifier")


class ReviewView(ScrollPage):
    """The check-answers page. `change` gets the id of the page of an answer."""

    def __init__(self, session: Session, change: Callable[[str], object]) -> None:
        super().__init__(_("Vérifiez vos réponses"), wide=True)
        self._change = change
        self.main.addWidget(TextLabel(_("Relisez tout. Vous pouvez encore tout changer.")))
        lacking = missing(session.dossier)
        if lacking:
            self.main.addWidget(self._missing(lacking))
        add_since_printed(session, self.main)
        self._sections = list(review(session.dossier))
        # Where the next section goes: what ends the page comes after all of them.
        self._place = self.main.count()
        self._add_section()
        self.finish_layout()
        # The first section fills the screen; the others follow while it is being read.
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._add_section)
        self._rest.start()

    def _add_section(self) -> None:
        if not self._sections:
            self._rest.stop()
            return
        section = self._sections.pop(0)
        for widget in (TextLabel(section.title, "section"), self._lines(section.lines)):
            self.main.insertWidget(self._place, widget)
            self._place += 1

    def _missing(self, lines: Sequence[Line]) -> QWidget:
        title = ngettext(
            "Il manque {number} réponse pour écrire la requête.",
            "Il manque {number} réponses pour écrire la requête.",
            len(lines),
        )
        card = Card(TextLabel(title, "strong"), kind="errors", spacing=2)
        for line in lines:
            link = LinkRow(line.label, tone="stop")
            link.clicked.connect(lambda _checked=False, page=line.page: self._change(page))
            card.add(link)
        return card

    def _lines(self, lines: Sequence[Line]) -> QWidget:
        # One « Modifier » a page: several that lead to one place only lengthen the way with Tab.
        card = Card(spacing=6)
        shown_page, shown_label = "", ""
        for line in lines:
            label = say(line.label)
            repeated = label == shown_label and line.page == shown_page
            if line.page != shown_page and shown_page:
                card.add(rule())
            card.add(self._line(line, "" if repeated else label, with_link=line.page != shown_page))
            shown_page, shown_label = line.page, label
        return card

    def _line(self, line: Line, label: str, *, with_link: bool) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        if label:
            words.addWidget(TextLabel(label, "small"))
        # Not by its colour alone: in high contrast there is one for both.
        kind = "error" if line.missing else "body" if line.value == NO_ANSWER else "strong"
        words.addWidget(TextLabel(line.value, kind))
        layout.addLayout(words, 1)
        if with_link:
            button = Button(
                CHANGE,
                lambda: self._change(line.page),
                "link",
                name=_("Modifier : {question}", question=say(line.label)),
            )
            button.setObjectName(f"change:{line.page}")
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def arrive(self) -> None:
        super().arrive()
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)
