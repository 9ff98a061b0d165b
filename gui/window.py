"""The main window: the bar on top, and one of start page, new dossier, wizard, or what went wrong."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from core.errors import UserError
from core.i18n import _
from gui import style
from gui.services import Services
from gui.start_page import StartPage
from gui.widgets.basic import Button, TextLabel, announce
from gui.widgets.focus_order import ReadingOrderWindow
from gui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from core.storage.dossier_file import DossierFile
    from gui.wizard.wizard import Wizard

logger = logging.getLogger(__name__)

# It never says whose dossier is open: a title is read over a shoulder and kept in lists of windows.
TITLE = "Guichet Ouvert"


class MainWindow(ReadingOrderWindow):
    """Holds one screen at a time; opens and closes dossiers."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.setWindowTitle(TITLE)
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.resize(1180, 740)
        self.setMinimumSize(480, 400)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._top_bar())
        self.screen_widget: QWidget | None = None
        self.wizard: Wizard | None = None
        self._ring = FocusRing(self)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.change_text_size(step))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.set_text_size(1.0))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            QShortcut(QKeySequence(keys), self, self._redo)
        self.show_start()

    def _top_bar(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("kind", "bar")
        bar.setProperty("edge", "top")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        brand = TextLabel(TITLE, "brand")
        brand.setWordWrap(False)
        self._smaller = Button("A−", lambda: self.change_text_size(-1), "quiet", name=_("Texte plus petit"))
        self._larger = Button("A+", lambda: self.change_text_size(1), "quiet", name=_("Texte plus grand"))
        self._leave = Button(_("Enregistrer et quitter"), self.leave, "quiet")
        self._leave.setObjectName("leave")
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(24, 4, 24, 4)
        layout.setSpacing(12)
        layout.addWidget(brand)
        layout.addStretch(1)
        for button in (self._smaller, self._larger, self._leave):
            layout.addWidget(button)
        return bar

    # --- screens ------------------------------------------------------------------------------------

    def _show(self, screen: QWidget) -> None:
        old, self.screen_widget = self.screen_widget, screen
        self._layout.addWidget(screen, 1)
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        screen.show()

    def show_start(self) -> None:
        """The start page."""
        page = StartPage()
        page.new_asked.connect(self.show_new)
        page.open_asked.connect(self.ask_and_open)
        page.recent_asked.connect(self.open_path)
        self._leave.hide()
        self._show(page)
        page.arrive()
        # After the first painting: the list is read from the disk.
        QTimer.singleShot(0, page, lambda: page.show_recent(self._recent()))

    def _recent(self) -> list[Path]:
        from core.storage.recent import RecentDossiers

        return RecentDossiers(self.services.places(False)).paths()

    def show_new(self) -> None:
        """The questions before a dossier: whose computer, where to keep it."""
        from gui.new_dossier import NewDossier

        page = NewDossier(self.services)
        page.made.connect(self._show_new_dossier)
        page.failed.connect(self.show_failure)
        page.left.connect(self.show_start)
        self._leave.hide()
        self._show(page)
        page.arrive()

    def ask_and_open(self) -> None:
        """Let the person choose a dossier file, and open it."""
        path = self.services.choose_dossier(self)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a dossier file; where that is not possible, say why."""
        from core.storage.dossier_file import DossierFile
        from core.storage.errors import PassphraseNeeded

        try:
            file = DossierFile.open(path)
        except PassphraseNeeded:
            self._ask_passphrase(path)
        except UserError as error:
            self._say(error)
        else:
            self.show_wizard(file)

    def _ask_passphrase(self, path: Path) -> None:
        from gui.unlock import Unlock

        page = Unlock(path, self.services)
        page.opened.connect(self.show_wizard)
        page.failed.connect(self.show_failure)
        page.left.connect(self.show_start)
        self._show(page)
        page.arrive()

    def _say(self, error: UserError) -> None:
        if not isinstance(self.screen_widget, StartPage):
            self.show_start()
        assert isinstance(self.screen_widget, StartPage)
        self.screen_widget.show_error(error.message)

    def _show_new_dossier(self, file: DossierFile, shared: bool) -> None:
        if not shared:
            self._remember(file)
        self.show_wizard(file)

    def _remember(self, file: DossierFile) -> None:
        # A convenience: where the list cannot be written, the person opens the file by hand.
        from core.storage.recent import RecentDossiers

        if file.path is not None:
            try:
                RecentDossiers(self.services.places(False)).add(file.path)
            except OSError as error:
                logger.warning("the list of recent dossiers cannot be written (%s)", type(error).__name__)

    def _is_private(self, path: Path | None) -> bool:
        """Whether this file was made here as on a private computer. Only such files leave traces."""
        from core.storage.recent import RecentDossiers

        return path is not None and path in RecentDossiers(self.services.places(False)).paths()

    def show_wizard(self, file: DossierFile) -> None:
        """The interview on an open dossier."""
        from gui.wizard.session import Session
        from gui.wizard.wizard import Wizard

        self.wizard = Wizard(Session(file, self.services.today), self.services)
        self.wizard.failed.connect(self.show_failure)
        in_memory = file.path is None
        self._leave.say(_("Effacer et quitter") if in_memory else _("Enregistrer et quitter"))
        self._leave.show()
        self._show(self.wizard)
        self.wizard.arrive()

    def leave(self) -> None:
        """Save what is typed, let the dossier go, back to the start page."""
        if self._close_dossier():
            self.show_start()

    def _close_dossier(self) -> bool:
        if self.wizard is None:
            return True
        if not self.wizard.keep_answers():
            return False
        self.wizard.work.close()
        session = self.wizard.session
        if self._is_private(session.file.path):
            self._back_up(session.file)
        session.close()
        self.wizard = None
        return True

    def _back_up(self, file: DossierFile) -> None:
        from core.storage.backups import Backups

        try:
            Backups(self.services.places(False)).make(file)
        except UserError as error:
            # The dossier itself is saved; a missing copy must not keep the person from leaving.
            logger.warning("no copy of the dossier could be made (%s)", type(error).__name__)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._close_dossier():
            event.accept()
        else:
            # The reason is on the screen; closing again leaves without what could not be written.
            event.ignore()

    # --- for all screens ----------------------------------------------------------------------------

    def _undo(self) -> None:
        if self.wizard is not None:
            self.wizard.undo()

    def _redo(self) -> None:
        if self.wizard is not None:
            self.wizard.redo()

    def change_text_size(self, step: int) -> None:
        """One step larger or smaller."""
        self.set_text_size(style.next_scale(step))

    def set_text_size(self, scale: float) -> None:
        """Show everything at this size, from 1.0 to 2.0."""
        if scale == style.look().scale:
            return
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        style.apply(app, scale=scale)
        if self.wizard is not None:
            self.wizard.refresh()
        announce(self, _("Taille du texte : {percent} %", percent=round(scale * 100)))

    def show_failure(self, error: BaseException) -> None:
        """An error that nobody foresaw: a page that can be read, and the dossier as it was last saved."""
        from gui.failure import FailurePage

        page = FailurePage(error)
        page.left.connect(self.show_start)
        if self.wizard is not None:
            # Without keeping what is on the page: that may be what failed. Every earlier answer is on disk.
            self.wizard.work.stop()
            self.wizard.session.file.close()
            self.wizard = None
        self._leave.hide()
        self._show(page)
        page.arrive()
