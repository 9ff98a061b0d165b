"""Under an attempt, a request for help or a consequence: which exhibit shows it, and one click to add one."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout

from core.dossier.model import Exhibit
from core.errors import UserError
from core.i18n import Message, _
from gui.exhibits import changes
from gui.exhibits.checks import CaptureTicks, DateCheck
from gui.exhibits.import_bar import ImportBar, ImportProgress, ImportReport, sources_of
from gui.exhibits.taking import Target
from gui.exhibits.work import ExhibitWork
from gui.widgets.basic import Group, TextLabel, announce, beside
from gui.widgets.icons import Icon

ADD_IMAGE = _("Ajouter l’image")


class ProofLine(Group):
    """`fact` is the id of the item, `about` the words of its line. `dense`: in one line with its buttons."""

    def __init__(self, work: ExhibitWork, fact: str, about: str, *, dense: bool = False) -> None:
        super().__init__(spacing=0 if dense else 6)
        self._work, self._fact = work, fact
        self._state = Group(spacing=4)
        self.bar = ImportBar(
            work, f"proof:{fact}", files=ADD_IMAGE, target=lambda: Target(proves=(fact,)), about=about
        )
        if dense:
            for button in self.bar.buttons:
                button.setProperty("kind", "link")
            line = QHBoxLayout()
            line.addWidget(self._state, 1)
            line.addWidget(self.bar, 1)
            self.column.addLayout(line)
        else:
            self.column.addWidget(self._state)
            self.column.addWidget(self.bar)
        # Made once they have something to say: a long list has one line like this for each item.
        self._import: tuple[ImportProgress, ImportReport] | None = None
        self._checks: tuple[DateCheck, CaptureTicks] | None = None
        self.setAcceptDrops(True)
        work.progressed.connect(self._show_mine)
        work.settled.connect(self.refresh)
        work.changed.connect(self.refresh)
        self.refresh()

    def _exhibit(self) -> Exhibit | None:
        shown = (e for e in self._work.session.dossier.exhibits if self._fact in e.proves and e.sheets)
        return next(shown, None)

    def refresh(self) -> None:
        """Show which exhibit shows the fact."""
        exhibit = self._exhibit()
        numbers = ", ".join(map(str, self._work.numbers(self._fact)))
        words: Message
        if exhibit is not None:
            words, sign = _("Montré par la pièce n° {numbers}.", numbers=numbers), Icon("check", "ok")
        elif numbers:
            words = _(
                "Vous avez un papier (pièce n° {numbers}). Son fichier n’est pas encore ici.", numbers=numbers
            )
            sign = Icon("file", "soft")
        else:
            words, sign = _("Dit, pas encore prouvé."), Icon("warn", "warn")
        self._state.fill(beside(sign, TextLabel(words)))
        self._show_checks(exhibit)
        self._show_mine()

    def _show_checks(self, exhibit: Exhibit | None) -> None:
        if exhibit is not None and self._checks is None:
            self._checks = DateCheck(self._work, self._put), CaptureTicks(self._put)
            for part in self._checks:
                self.column.addWidget(part)
        for part in self._checks or ():
            part.setVisible(exhibit is not None)
            if exhibit is not None:
                part.show_exhibit(exhibit, f"proof:{self._fact}")

    def _show_mine(self) -> None:
        # Of all the lines of the page, only the one that asked for the files speaks of them.
        mine = self._work.target.proves == (self._fact,)
        if mine and self._import is None:
            self._import = ImportProgress(self._work), ImportReport(self._work)
            # Where it is dense the buttons are in the first line.
            after = max(0, self.column.indexOf(self.bar)) + 1
            for place, part in enumerate(self._import):
                self.column.insertWidget(after + place, part)
        if self._import is not None:
            progress, report = self._import
            progress.setVisible(mine and self._work.busy)
            report.setVisible(mine and bool(self._work.report))

    def _put(self, exhibit: Exhibit) -> None:
        try:
            self._work.change(lambda dossier: changes.put(dossier, exhibit))
        except UserError as error:
            announce(self, error.message)
            self._work.refused.emit(error.message)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sources_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.bar.take(sources_of(event.mimeData()))
        event.acceptProposedAction()
