"""What the law makes of the answers: the verdict first, then each condition, then what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.documents.bundle import writes_requete
from core.documents.case import Case
from core.documents.timeline import picture
from core.i18n import _
from core.interview.flow import relevant
from core.law import wording
from core.law.assessment import assess
from core.law.model import Assessment, Condition, Reason, Status
from gui.widgets.basic import Button, Card, TextLabel, row, rule
from gui.widgets.chip import Chip
from gui.widgets.figure import FigureView
from gui.widgets.page import ScrollPage
from gui.widgets.source_link import Sourced
from gui.wizard.assessment_looks import ROUTE_LOOKS, STATUS_LOOKS, all_steps
from gui.wizard.done import documents_link, follow_up_link, reading_link
from gui.wizard.session import Session
from gui.wizard.since_printed import add_since_printed
from gui.words import language

# What is strong comes first: it is true, and it helps to go on reading.
_ORDER = (Status.MET, Status.TO_STRENGTHEN, Status.UNKNOWN, Status.NOT_MET)


class ResultView(ScrollPage):
    """The assessment of today, every statement with its source.

    `look` shows the documents on the screen, `read` the requete side by side where one is written,
    `follow_up` what comes after.
    """

    def __init__(
        self,
        session: Session,
        look: Callable[[], object],
        read: Callable[[], object],
        follow_up: Callable[[], object],
    ) -> None:
        self.assessment: Assessment = assess(relevant(session.dossier), session.today())
        found = self.assessment
        super().__init__(wording.ROUTE_SENTENCES[found.route], wide=True)
        icon, tone = ROUTE_LOOKS[found.route]
        self.main.insertWidget(0, _left(Chip(wording.ROUTE_LABELS[found.route], icon, tone)))
        if found.remedy is not None:
            self.main.addWidget(TextLabel(wording.REMEDY_LABELS[found.remedy], "section"))
        self._add_reasons(found.route_reasons)
        self.main.addWidget(documents_link(look))
        if writes_requete(Case(relevant(session.dossier), found, session.today())):
            self.main.addWidget(reading_link(read))
        add_since_printed(session, self.main)
        if session.can_follow_up:
            self.main.addWidget(follow_up_link(follow_up))
        self._add_contradictions()
        self._add_timeline(session)
        self._add_conditions()
        self._add_aside()
        self.finish_layout()

    def _add_reasons(self, reasons: Iterable[Reason]) -> None:
        for reason in reasons:
            self.main.addWidget(_statement(reason))

    def _add_timeline(self, session: Session) -> None:
        case = Case(relevant(session.dossier), self.assessment, session.today())
        figure = picture(case, language())
        if figure is None:
            return
        words = TextLabel(figure.description, "help")
        words.hide()
        button = Button(_("Lire ce dessin en mots"), lambda: words.setVisible(words.isHidden()), "link")
        self.main.addWidget(Card(FigureView(figure), row(button), words, spacing=4))

    def _add_contradictions(self) -> None:
        if not self.assessment.contradictions:
            return
        texts = [TextLabel(c.text) for c in self.assessment.contradictions]
        title = TextLabel(_("Ces réponses ne vont pas ensemble"), "strong")
        self.main.addWidget(Card(title, *texts, kind="notice"))

    def _add_conditions(self) -> None:
        self.main.addSpacing(8)
        self.main.addWidget(TextLabel(_("Ce que le juge regarde"), "section"))
        for condition in sorted(self.assessment.conditions, key=lambda c: _ORDER.index(c.status)):
            self.main.addWidget(_condition(condition))
            self.main.addWidget(rule())

    def _add_aside(self) -> None:
        found = self.assessment
        steps = all_steps(found)
        if steps:
            card = Card(TextLabel(_("Ce que vous pouvez faire"), "help-title"), spacing=10)
            for words in steps:
                card.add(TextLabel(words, "help"))
            self.aside.addWidget(card)
        if found.deadlines:
            card = Card(TextLabel(_("Les dates à ne pas manquer"), "help-title"), spacing=10)
            for deadline in sorted(found.deadlines, key=lambda d: d.on):
                words = _("{day} : {what}", day=deadline.on, what=deadline.label)
                card.add(Sourced(words, deadline.sources, "help", narrow=True))
            self.aside.addWidget(card)
        self.aside.addWidget(Card(TextLabel(wording.NO_PROMISE, "help")))

    def arrive(self) -> None:
        super().arrive()
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)


def _left(widget: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    layout.addStretch(1)
    return holder


def _condition(condition: Condition) -> QWidget:
    icon, tone = STATUS_LOOKS[condition.status]
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 4, 0, 4)
    layout.setSpacing(16)
    chip = Chip(wording.STATUS_WORDS[condition.status], icon, tone, fixed=True)
    layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(6)
    words.addWidget(TextLabel(wording.CONDITION_NAMES[condition.id], "strong"))
    for reason in condition.reasons:
        words.addWidget(_statement(reason))
    layout.addLayout(words, 1)
    return holder


def _statement(reason: Reason) -> QWidget:
    return Sourced(reason.plain, reason.sources)
