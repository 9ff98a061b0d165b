"""Leaving a shared computer, step by step: ask where something would be lost, close, erase, tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.i18n import Message, _
from gui.farewell import ConfirmErase, Farewell, erased_lines

if TYPE_CHECKING:
    from gui.keeping import Keeping


class Leaving:
    """One leave-taking."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._window = keeping.window

    def begin(self, *, sure: bool) -> None:
        """Ask first where answers are in memory only."""
        wizard = self._window.wizard
        if sure or wizard is None:
            self.erase()
            return
        if not wizard.keep_answers():
            return
        if wizard.session.file.path is not None or wizard.session.nothing_told:
            self.erase()
            return
        if isinstance(self._window.screen_widget, ConfirmErase):
            return
        page = ConfirmErase()
        page.left.connect(self._window.end_over)
        page.erase_asked.connect(self.erase)
        page.keep_asked.connect(self._keep)
        self._window.show_over(page)
        page.arrive()

    def _keep(self) -> None:
        from gui.file_acts import FileActs

        wizard = self._window.wizard
        assert wizard is not None
        self._window.end_over()
        FileActs(self._keeping, wizard.session.file).keep_elsewhere()

    def erase(self) -> None:
        """Close, empty, and show the list."""
        wizard = self._window.wizard
        kept: list[Message] = []
        answers = False
        if wizard is not None:
            path = wizard.session.file.path
            answers = path is None
            if path is not None:
                kept.append(_("Le dossier {name}, sur votre clé ou dans le dossier choisi", name=path.name))
            if wizard.making.folder is not None:
                kept.append(_("Vos documents, dans le dossier {name}", name=wizard.making.folder.name))
        if not self._window.close_dossier():
            # What is on the page cannot be saved: the reason is on the screen.
            return
        files = self._keeping.clear_traces()
        page = Farewell(erased_lines(answers=answers, files=len(files)), kept)
        page.closed.connect(self._window.close)
        page.again.connect(self._again)
        self._window.show_screen(page)
        page.arrive()

    def _again(self) -> None:
        assert self._keeping.computer is not None
        self._keeping.settle(self._keeping.computer)
