"""The nine steps, with their state in a sign and in words, and how many pages are left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from core.i18n import Message, _, ngettext
from core.interview.flow import SectionProgress, SectionState
from core.interview.model import SECTION_TITLES, Section
from gui.style import SIDE_BAR, px
from gui.widgets.basic import Button, TextLabel, announce
from gui.widgets.cards import LinkRow
from gui.words import say

_SIGNS = {
    SectionState.DONE: ("check", "ink"),
    SectionState.STARTED: ("half", "soft"),
    SectionState.OPEN: ("ring", "soft"),
}
_WORDS = {
    SectionState.DONE: _("terminé"),
    SectionState.STARTED: _("commencé"),
    SectionState.OPEN: _("à faire"),
}
HERE = _("vous êtes ici")


def pages_left_words(left: int | None) -> Message:
    """How far the end of the questions is, in words; None: they are done."""
    if left is None:
        return _("Les questions sont terminées")
    if left == 0:
        return _("Dernière page de questions")
    return ngettext("Il reste environ {number} page", "Il reste environ {number} pages", left)


class SideBar(QWidget):
    """The column of steps. Every step can be pressed, at any time."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "side")
        # Without this a plain widget leaves its ground to what lies behind it.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(px(SIDE_BAR))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 24, 14, 24)
        layout.setSpacing(2)
        self._rows: dict[Section, LinkRow] = {}
        for section in Section:
            line = LinkRow(SECTION_TITLES[section], icon="ring", tone="soft", underlined=False)
            line.setObjectName(f"section:{section.value}")
            line.clicked.connect(lambda _checked=False, section=section: self.chosen.emit(section))
            self._rows[section] = line
            layout.addWidget(line)
        layout.addStretch(1)
        self._left = TextLabel("", "small")
        self._left.setContentsMargins(12, 0, 0, 0)
        layout.addWidget(self._left)
        self.setAccessibleName(say(_("Les étapes")))

    def show_progress(
        self,
        lines: tuple[SectionProgress, ...],
        here: Section,
        left: int | None,
        *,
        follow_up: bool = False,
    ) -> None:
        """Show where the person is and what is done; `follow_up`: there is something to file and follow."""
        known = {line.section: line for line in lines}
        for section, button in self._rows.items():
            line = known.get(section)
            state = line.state if line is not None else SectionState.OPEN
            sign, tone = _SIGNS[state]
            is_here = section is here
            word = HERE if is_here else _WORDS[state]
            button.show_state("dot" if is_here else sign, "accent" if is_here else tone, "", chosen=is_here)
            button.setAccessibleDescription(say(word))
            is_open = line is not None or (follow_up and section is Section.FOLLOW_UP)
            button.setEnabled(is_open or is_here)
        self._left.say(pages_left_words(left))


class StepBar(QWidget):
    """The same in one line, where the window is narrow or the text large."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = TextLabel("", "strong")
        self._lines: tuple[SectionProgress, ...] = ()
        self._here, self._follow_up = Section.START, False
        self._menu = QMenu(self)
        # It says what is true at the moment when it opens.
        self._menu.aboutToShow.connect(self._fill_menu)
        self._button = Button(_("Étapes"), self._open_menu, "quiet", name=_("Toutes les étapes"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 4, 24, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)

    def show_progress(
        self,
        lines: tuple[SectionProgress, ...],
        here: Section,
        left: int | None,
        *,
        follow_up: bool = False,
    ) -> None:
        """Show where the person is and what is done; `follow_up`: there is something to file and follow."""
        number = list(Section).index(here) + 1
        self._words.say(
            _("Étape {number} sur {total} : {section}. {left}.",
              number=number, total=len(Section), section=SECTION_TITLES[here], left=pages_left_words(left))
        )  # fmt: skip
        self._lines, self._here, self._follow_up = lines, here, follow_up

    def add_button(self, button: QWidget) -> None:
        """Put one more button at the end."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for line in self._lines:
            word = HERE if line.section is self._here else _WORDS[line.state]
            action = QAction(
                say(_("{section} ({state})", section=SECTION_TITLES[line.section], state=word)), self._menu
            )
            action.triggered.connect(lambda _checked=False, s=line.section: self.chosen.emit(s))
            self._menu.addAction(action)
        if self._follow_up:
            action = QAction(say(SECTION_TITLES[Section.FOLLOW_UP]), self._menu)
            action.triggered.connect(lambda: self.chosen.emit(Section.FOLLOW_UP))
            self._menu.addAction(action)

    def _open_menu(self) -> None:
        announce(self._button, _("Toutes les étapes"))
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
