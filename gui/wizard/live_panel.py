"""What the law makes of the answers as they are being given, beside the block; help; the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.dossier.model import Dossier
from core.i18n import Message, _
from core.interview.flow import relevant
from core.interview.model import Page, Question
from core.law import wording
from core.law.assessment import assess
from core.law.model import Assessment, ConditionId
from gui.style import PANEL, px
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, row, rule
from gui.widgets.bilingual import Bilingual
from gui.widgets.chip import Chip
from gui.widgets.source_link import SourceLink
from gui.wizard.assessment_looks import ROUTE_LOOKS, STATUS_LOOKS, all_steps
from gui.wizard.touches import HELP, touches_card

TITLE = _("Évaluation")
# Long enough that nobody types meanwhile, short enough to be live.
AFTER_TYPING = 200  # milliseconds
MOST_STEPS = 3
SOON = timedelta(days=30)


class LivePanel(QScrollArea):
    """The verdict of the draft, judged anew a moment after each answer. `help_asked`: F1 with the mouse."""

    help_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._dossier: Dossier | None = None
        self.assessment: Assessment | None = None
        self._wide = False
        self.setProperty("kind", "panel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_TYPING)
        self._timer.timeout.connect(self.judge)
        self.verdict, self.help = VerdictCard(), HelpCard()
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(4, 20, 12, 20)
        layout.setSpacing(12)
        self.ask = Button(_("Aide sur la question"), self.help_asked.emit, "link")
        self.ask.setObjectName("panel:ask")
        for card in (self.help, self.verdict):
            layout.addWidget(card)
        layout.addLayout(row(self.ask))
        layout.addWidget(touches_card())
        layout.addStretch(1)
        self.setWidget(inner)

    def set_wide(self, wide: bool) -> None:
        """Stand beside the block, or in its place where there is no room for both."""
        self._wide = wide
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        # Words of some languages are long, and they are not cut.
        needed = self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        width = max(px(PANEL), needed)
        self.setMinimumWidth(width if self._wide else 0)
        self.setMaximumWidth(width if self._wide else 16_777_215)

    def show_dossier(self, dossier: Dossier, *, now: bool = False) -> None:
        """Judge this dossier, now or when the typing has stopped."""
        self._dossier = dossier
        if now:
            self.judge()
        else:
            self._timer.start()

    def judge(self) -> None:
        """Judge what was told last, and show what has changed."""
        self._timer.stop()
        if self._dossier is None:
            return
        found = assess(relevant(self._dossier), self._today())
        before, self.assessment = self.assessment, found
        if found == before:
            return
        self.verdict.show_assessment(found)
        if before is not None and before.route is not found.route:
            announce(self, _("Évaluation : {route}", route=wording.ROUTE_LABELS[found.route]))


class VerdictCard(Card):
    """Route, conditions, what is missing, what comes soon, what the statements rest on."""

    def __init__(self) -> None:
        super().__init__(spacing=8, margins=(14, 12, 14, 12))
        self.add(TextLabel(_("Évaluation en direct"), "help-title"))
        self.route = Chip("", "dot", "quiet")
        self.add(self.route)
        self._sentence = TextLabel("", "help")
        self.add(self._sentence)
        self.conditions: dict[ConditionId, Chip] = {}
        for ident, name in wording.CONDITION_NAMES.items():
            chip = self.conditions[ident] = Chip("", "dot", "quiet")
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(TextLabel(name, "help"), 1)
            line.addWidget(chip)
            self.add(line)
        self._more = Group(spacing=8)
        self.add(self._more)
        self._open = Button("", self._toggle, "link")
        self._open.setObjectName("panel:sources")
        self.add(row(self._open))
        self._sources = Group(spacing=0)
        self._sources.hide()
        self.add(self._sources)
        self._ids: tuple[str, ...] = ()

    def show_assessment(self, found: Assessment) -> None:
        """Show this verdict."""
        self.route.show_state(wording.ROUTE_LABELS[found.route], *ROUTE_LOOKS[found.route])
        remedy = None if found.remedy is None else wording.REMEDY_LABELS[found.remedy]
        self._sentence.say(remedy or wording.ROUTE_SENTENCES[found.route])
        for condition in found.conditions:
            chip, name = self.conditions[condition.id], wording.CONDITION_NAMES[condition.id]
            word = wording.STATUS_WORDS[condition.status]
            chip.show_state(word, *STATUS_LOOKS[condition.status])
            chip.setAccessibleName(f"{name} : {word}")
        soon = [d for d in sorted(found.deadlines, key=lambda d: d.on) if d.on <= found.on + SOON]
        self._more.fill(
            *_said(_("Ces réponses ne vont pas ensemble"), [c.text for c in found.contradictions]),
            *_said(_("Ce qui manque"), all_steps(found)[:MOST_STEPS]),
            *_said(_("Dans les 30 jours"), [_("{day} : {what}", day=d.on, what=d.label) for d in soon]),
        )
        reasons = (*found.route_reasons, *(r for c in found.conditions for r in c.reasons))
        self._show_sources(tuple(dict.fromkeys(s for reason in reasons for s in reason.sources)))

    def _show_sources(self, ids: tuple[str, ...]) -> None:
        self._open.say(_("Articles et décisions ({number})", number=len(ids)))
        self._open.setVisible(bool(ids))
        if ids != self._ids:
            self._ids = ids
            self._show_links(shown=not self._sources.isHidden())

    def _toggle(self) -> None:
        self._show_links(shown=self._sources.isHidden())

    def _show_links(self, *, shown: bool) -> None:
        self._sources.fill(*(SourceLink(ident) for ident in self._ids if shown))


def _said(title: Message, lines: Sequence[Message]) -> list[QWidget]:
    if not lines:
        return []
    return [rule(), TextLabel(title, "help-title"), *(TextLabel(line, "help") for line in lines)]


class HelpCard(Card):
    """Why a question is asked and where to look; out of sight until somebody asks."""

    def __init__(self) -> None:
        super().__init__(spacing=6, margins=(14, 12, 14, 12))
        self.setObjectName("panel:help")
        self._about: tuple[Page, Question, str] | None = None
        self.hide()

    def about(self, page: Page, question: Question, beside: str) -> None:
        """The keyboard is at this question."""
        self._about = (page, question, beside)
        if not self.isHidden():
            self._fill()

    def toggle(self) -> bool:
        """Show or hide the help; True where it is shown now."""
        self.setVisible(self.isHidden() and self._about is not None)
        if not self.isHidden():
            self._fill()
            announce(self, self.accessibleDescription())
        return not self.isHidden()

    def _fill(self) -> None:
        assert self._about is not None
        page, question, beside = self._about
        self.empty()
        self.add(Bilingual(question.label, "help-title", beside))
        texts = [question.hint, page.why.text if page.why is not None else None, page.where]
        for text in texts:
            if text is not None:
                self.add(Bilingual(text, "help", beside, second_kind="small"))
        if page.why is not None and page.why.source is not None:
            self.add(SourceLink(page.why.source))
        said = [str(text) for text in texts if text is not None]
        self.setAccessibleName(str(_("Aide ({key})", key=HELP)))
        self.setAccessibleDescription(" ".join((str(question.label), *said)))
