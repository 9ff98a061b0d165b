"""What a volunteer's keys do in the wizard, and the panel beside the block."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from core.i18n import _
from core.interview import flow
from core.interview.model import Page, Question, Section
from gui.style import FOLD_HELP_BELOW, look
from gui.widgets.basic import Button, announce
from gui.wizard.block_view import BlockView
from gui.wizard.live_panel import TITLE, LivePanel
from gui.wizard.session import Step
from gui.wizard.touches import (
    HELP,
    NEW_ATTEMPT,
    NEW_EXHIBIT,
    NEW_LINE,
    NEXT_BLOCK,
    PREVIOUS_BLOCK,
    SECTION_KEYS,
)

if TYPE_CHECKING:
    from gui.wizard.wizard import Wizard


class BlockKeys(QObject):
    """The keys and the panel of one wizard; both rest while the pages are shown one by one."""

    def __init__(self, wizard: Wizard) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._panel: LivePanel | None = None
        # Where there is no room beside the block, the panel takes its place for a while.
        self.button = Button(TITLE, self.toggle_panel, "quiet")
        self.button.setObjectName("panel")
        self.button.hide()
        self._opened = False
        self._view: BlockView | None = None
        self._shortcuts: list[QShortcut] = []
        self._add(NEXT_BLOCK, lambda: self._move(1))
        self._add(PREVIOUS_BLOCK, lambda: self._move(-1))
        self._add(NEW_ATTEMPT, lambda: self._open_list("attempts"))
        self._add(NEW_EXHIBIT, lambda: self._open_list("exhibits"))
        self._add(NEW_LINE, self._open_new_line)
        self._add(HELP, self.toggle_help)
        for section, sequences in zip(Section, SECTION_KEYS, strict=True):
            for sequence in sequences:
                self._add(sequence, partial(wizard.go_to_section, section))

    @property
    def panel(self) -> LivePanel:
        """The panel, made for the first block: who answers alone never sees it."""
        if self._panel is None:
            self._panel = LivePanel(self._wizard.session.today)
            self._panel.hide()
            self._panel.help_asked.connect(self.toggle_help)
            escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._panel, self.toggle_panel)
            escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._wizard.add_panel(self._panel)
        return self._panel

    def _add(self, sequence: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(sequence), self._wizard, act)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcuts.append(shortcut)

    def end(self) -> None:
        """The bars are built anew, with keys and a panel of their own."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self.deleteLater()

    # --- the block on the screen --------------------------------------------------------------------

    def show_block(self, view: BlockView | None) -> None:
        """This block is on the screen now; None: something else is."""
        self._view, self._opened = view, False
        for shortcut in self._shortcuts:
            shortcut.setEnabled(self._wizard.session.by_block)
        if view is not None:
            view.drafted.connect(self.panel.show_dossier)
            view.in_use.connect(self._show_help_about)
            self.panel.show_dossier(view.draft, now=True)
        self.fold()

    def _show_help_about(self, page: Page, question: Question) -> None:
        if self._view is not None:
            self.panel.help.about(page, question, self._view.second_language())

    def fold(self) -> None:
        """Show the panel beside the block, or in its place, or only the button that opens it."""
        view = self._view
        narrow = self._wizard.width() / look().scale < FOLD_HELP_BELOW
        self.button.setVisible(view is not None and narrow)
        if view is not None:
            self.panel.set_wide(not narrow)
            self.panel.setVisible(self._opened or not narrow)
            view.setVisible(not (narrow and self._opened))
        elif self._panel is not None:
            self._panel.hide()

    def toggle_panel(self) -> None:
        """Where it is folded: show the panel in place of the block, or the block again, where it was."""
        if self._view is None or self.button.isHidden():
            return
        place = self._view.place()
        self._opened = not self._opened
        self.fold()
        if self._opened:
            self.panel.judge()
            card = self.panel.verdict if self.panel.help.isHidden() else self.panel.help
            card.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place is not None:
            self._view.go_to(place)

    def toggle_help(self) -> None:
        """Show the help about the question in use, or put it away."""
        if self._view is None:
            return
        shown = self.panel.help.toggle()
        if not self.button.isHidden() and shown != self._opened:
            self.toggle_panel()
        if shown:
            self.panel.verticalScrollBar().setValue(0)

    # --- moving -------------------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        """To the block after or before this one, whether all is answered here or not; nothing is lost."""
        session = self._wizard.session
        sections = list(dict.fromkeys(page.section for page in flow.visible_pages(session.dossier)))
        if session.step is Step.QUESTIONS:
            here = sections.index(session.page.section) + by
        elif by < 0 and session.step is Step.REVIEW:
            here = len(sections) - 1
        else:
            return
        if here == len(sections):
            self._wizard.show_step(Step.REVIEW)
        elif here >= 0:
            self._wizard.go_to_section(sections[here])

    def _open_new_line(self) -> None:
        if self._view is not None and not self._opened:
            self._view.open_new_line()

    def _open_list(self, page_id: str) -> None:
        """Go to a list, on the page of the same name, and open the form for one more line."""
        wizard, page = self._wizard, flow.page(page_id)
        if page not in flow.visible_pages(wizard.session.dossier):
            announce(wizard, _("Cette liste n’est pas demandée pour ce dossier."))
            return
        if self._opened:
            self.toggle_panel()
        if self._view is not None and self._view.open_list(page_id):
            return
        wizard.go_to_page(page)
        if self._view is not None:
            self._view.open_list(page_id)
