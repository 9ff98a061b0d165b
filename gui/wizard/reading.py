"""Reading side by side: the requete in French, what each passage means beside it, and a tick for each.

Nothing here blocks: who does not tick prints all the same. What is ticked is on disk at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout
from shiboken6 import isValid

from core.documents import read_marks
from core.documents.read_marks import Choice, Marks
from core.errors import UserError
from core.i18n import SOURCE_LANGUAGE, Message, _, ngettext, review_notice
from core.interview.flow import relevant
from core.languages import find
from gui.style import READING_PAGE, look, px
from gui.task import Task
from gui.widgets.basic import Button, Card, TextLabel, announce, beside, row
from gui.widgets.icons import Icon
from gui.widgets.page import ScrollPage, reveal
from gui.wizard.reading_row import PassageRow, SideBySide, TitleRow
from gui.wizard.session import READING, Session
from gui.words import language as screen_language

if TYPE_CHECKING:
    from core.documents.case import Case
    from core.documents.reading import Passage
    from core.interview.review import Line

# Below this width (divided by the scale) what it means folds under the French.
FOLD_BELOW = 620
_AT_ONCE = 2


def language_of(session: Session) -> str:
    """The language of the explanation on paper, or that of the screen where the first is French."""
    note = session.dossier.preferences.note_language
    return note if note != SOURCE_LANGUAGE else screen_language()


def case_of(session: Session) -> Case | None:
    """The case, where a requete is written with today's answers."""
    from core.documents.bundle import writes_requete
    from core.documents.case import Case
    from core.law.assessment import assess

    told, on = relevant(session.dossier), session.today()
    case = Case(told, assess(told, on), on)
    return case if writes_requete(case) else None


class ReadingView(ScrollPage):
    """The page. `keep` does something with the file and says whether it could; `change` leads to an answer.

    `counted` says how many passages are understood, and whether all are; `failed` carries an error that
    nobody foresaw.
    """

    counted = Signal(object, bool)
    print_asked = Signal()
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        keep: Callable[[Callable[[], object]], bool],
        change: Callable[[Line], object],
    ) -> None:
        super().__init__(_("Lisez votre requête à deux"))
        self._session, self._keep, self._change = session, keep, change
        self._told = relevant(session.dossier)
        self.language = language_of(session)
        self._column.setMaximumWidth(px(READING_PAGE))
        self.aside_box.hide()
        self.marks: Marks = read_marks.decode(session.read_marks())
        self.rows: list[PassageRow] = []
        self._side_by_side: list[SideBySide] = []
        self._passages: tuple[Passage, ...] = ()
        self._to_add: list[Passage] = []
        self._landed = self._composed_once = False
        self._add_top()
        self._state = TextLabel(_("Je prépare la lecture…"))
        self.main.addWidget(self._state)
        self._text = QVBoxLayout()
        self._text.setSpacing(self.main.spacing())
        self.main.addLayout(self._text)
        # The notice about the language of the meanings stands at the top.
        self.finish_layout(noticed=self.language == screen_language())
        self._adding = QTimer(self)
        self._adding.setInterval(0)
        self._adding.timeout.connect(self._add_some)
        self._task = Task(self._compose, self._composed, self._refused, self._failed)
        self._task.start()

    def _add_top(self) -> None:
        known = find(self.language)
        self.main.addWidget(
            Card(
                beside(Icon("warn", "warn"), TextLabel(_("Seul le texte français compte."), "strong")),
                kind="notice",
            )
        )
        notice = review_notice(self.language)
        if notice is not None:
            label = TextLabel(notice, "small")
            label.setObjectName("review-notice")
            self.main.addWidget(label)
        self.main.addWidget(
            TextLabel(
                _("Lisez le français à voix haute, puis ce que cela veut dire. Vérifiez ce qui est souligné.")
            )
        )
        self.main.addWidget(TextLabel(_("Touche Entrée : j’ai compris, et paragraphe suivant."), "soft"))
        self.print_button = Button(_("Imprimer cette lecture"), self.print_asked.emit)
        self.print_button.setObjectName("print-reading")
        self.main.addLayout(row(self.print_button))
        theirs: Message | str = _("Ce que cela veut dire")
        if known is not None and known.code != SOURCE_LANGUAGE:
            theirs = known.name
        head = SideBySide(TextLabel(_("Le texte à signer"), "section"), TextLabel(theirs, "section"))
        self._side_by_side.append(head)
        self.main.addWidget(head)

    # --- the text, composed beside the window, shown a little at a time --------------------------------

    def _compose(self) -> tuple[Passage, ...]:
        from core.documents.reading import passages

        case = case_of(self._session)
        return () if case is None else passages(case, self.language)

    def _composed(self, passages: tuple[Passage, ...]) -> None:
        if not isValid(self):
            # The person went on meanwhile.
            return
        self._passages, self._to_add = passages, list(passages)
        self._composed_once = True
        self._state.say(_("Avec ces réponses, le programme n’écrit pas de requête."))
        self._state.setVisible(not passages)
        self._count()
        self._adding.start()

    def _refused(self, error: UserError) -> None:
        if isValid(self):
            self._state.say(error.message)
            self._composed_once = True
            announce(self._state, error.message)

    def _failed(self, error: BaseException) -> None:
        if isValid(self):
            self.failed.emit(error)

    def _add_some(self) -> None:
        for passage in self._to_add[:_AT_ONCE]:
            self._add(passage)
        del self._to_add[:_AT_ONCE]
        if not self._to_add:
            self._adding.stop()

    def _add(self, passage: Passage) -> None:
        known = find(self.language)
        mirrored = known is not None and known.right_to_left
        widget: TitleRow | PassageRow
        if passage.level:
            widget = TitleRow(passage, right_to_left=mirrored)
        else:
            widget = PassageRow(
                passage,
                len(self.rows) + 1,
                read_marks.choice_of(self.marks, passage),
                changed=read_marks.has_changed(self.marks, passage),
                right_to_left=mirrored,
                answers=self._told,
                change=self._change,
            )
            widget.chosen.connect(partial(self._choose, passage))
            self.rows.append(widget)
        self._side_by_side += widget.side_by_side
        self._fold_pairs(widget.side_by_side)
        self._text.addWidget(widget)
        # Whoever comes back goes on where they stopped; whoever begins reads the top of the page first.
        if self.marks and isinstance(widget, PassageRow) and not self._landed and widget.choice is None:
            self._landed = True
            widget.focus_choice()

    @property
    def ready(self) -> bool:
        """Whether every passage is on the page."""
        return self._composed_once and not self._to_add

    # --- ticking --------------------------------------------------------------------------------------

    def _choose(self, passage: Passage, choice: Choice) -> None:
        marks = read_marks.with_choice(self.marks, passage, choice)
        if self._keep(lambda: self._session.file.write_part(READING, read_marks.encode(marks))):
            self.marks = marks
        self._count()

    def _count(self) -> None:
        asked = [passage for passage in self._passages if not passage.level]
        if not asked:
            return
        done = read_marks.understood(self.marks, asked)
        words = ngettext(
            "{number} paragraphe compris sur {total}", "{number} paragraphes compris sur {total}", done,
            total=len(asked),
        )  # fmt: skip
        self.counted.emit(words, done == len(asked))
        announce(self, words)

    def enter(self) -> None:
        """Enter on a passage takes the choice that has the focus, then goes to the next one.

        On the heading it goes to the first passage that nobody has ticked.
        """
        here = next((n for n, each in enumerate(self.rows) if each.has_focus()), None)
        if here is None:
            first = next((each for each in self.rows if each.choice is None), None)
            if first is not None and self.heading.hasFocus():
                first.focus_choice()
                self.keep_focus_in_sight()
            else:
                super().enter()
            return
        self.rows[here].agree()
        if here + 1 < len(self.rows):
            self.rows[here + 1].focus_choice()
            self.keep_focus_in_sight()
        else:
            announce(self, _("C’était le dernier paragraphe."))

    # --- width ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_pairs(self._side_by_side)

    def _fold_pairs(self, pairs: list[SideBySide]) -> None:
        for pair in pairs:
            pair.fold(self.width() / look().scale < FOLD_BELOW)

    def keep_focus_in_sight(self) -> None:
        """The whole passage in sight where there is room: one reads before one ticks."""
        here = next((each for each in self.rows if each.has_focus()), None)
        if here is not None:
            reveal(self, here)
        super().keep_focus_in_sight()

    def arrive(self) -> None:
        super().arrive()
        if not self._landed:
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
            self.verticalScrollBar().setValue(0)
