"""The main window: the bar on top, and one of start page, new dossier, wizard, or what went wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.i18n import _
from gui import style
from gui.keeping import Keeping
from gui.services import Services
from gui.start_page import StartPage
from gui.widgets.basic import Button, TextLabel, announce, restyle
from gui.widgets.focus_order import ReadingOrderWindow
from gui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from core.storage.dossier_file import DossierFile
    from gui.task import Task
    from gui.wizard.wizard import Wizard

# It never says whose dossier is open: a title is read over a shoulder and kept in lists of windows.
TITLE = "Guichet Ouvert"
_BRAND_UP_TO = 1.3

_AFTER_PAINTING = 100  # milliseconds


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
        self._task: Task[list[Path]] | None = None
        self._ring = FocusRing(self)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.change_text_size(step))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.set_text_size(1.0))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            QShortcut(QKeySequence(keys), self, self._redo)
        self._under: list[tuple[QWidget, QWidget | None]] = []
        self.keeping = Keeping(self)
        self.keeping.begin()

    def _top_bar(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("kind", "bar")
        bar.setProperty("edge", "top")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bar = bar
        self._brand = TextLabel(TITLE, "brand")
        self._brand.setWordWrap(False)
        self._smaller = Button("A−", lambda: self.change_text_size(-1), "quiet", name=_("Texte plus petit"))
        self._larger = Button("A+", lambda: self.change_text_size(1), "quiet", name=_("Texte plus grand"))
        self._file = Button(_("Ce dossier"), lambda: self.keeping.show_file(), "quiet")
        self._file.setObjectName("this-file")
        self._leave = Button(_("Enregistrer et quitter"), self.leave, "quiet")
        self._leave.setObjectName("leave")
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(24, 4, 24, 4)
        layout.setSpacing(12)
        layout.addWidget(self._brand)
        layout.addStretch(1)
        for button in (self._smaller, self._larger, self._file, self._leave):
            layout.addWidget(button)
        return bar

    # --- screens ------------------------------------------------------------------------------------

    def show_screen(self, screen: QWidget) -> None:
        """Show this in place of everything else, but never in place of the neutral screen."""
        cover = self.keeping.cover
        for old in (*(under for under, _focus in self._under), self.screen_widget):
            if old is not None and old is not cover:
                self._layout.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._under = []
        if cover is not None:
            self._put_under(screen)
            return
        self.screen_widget = screen
        self._layout.addWidget(screen, 1)
        self._show_buttons()
        screen.show()

    def show_over(self, screen: QWidget) -> None:
        """Show this for a while; `end_over` brings back what was there, as it was."""
        assert self.screen_widget is not None
        if self.keeping.cover not in (None, screen):
            self._put_under(screen)
            return
        focus = QApplication.focusWidget()
        self.screen_widget.hide()
        self._under.append((self.screen_widget, focus))
        self.screen_widget = screen
        self._layout.addWidget(screen, 1)
        self._show_buttons()
        screen.show()

    def end_over(self) -> None:
        """Take away what `show_over` showed last."""
        assert self.screen_widget is not None
        if self.keeping.cover is not None:
            hidden, _focus = self._under.pop()
            self._layout.removeWidget(hidden)
            hidden.deleteLater()
            return
        old = self.screen_widget
        self.screen_widget, focus = self._under.pop()
        self._layout.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._show_buttons()
        self.screen_widget.show()
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_under(self, screen: QWidget) -> None:
        """Work that ended while the neutral screen is there: its page waits under it."""
        screen.hide()
        self._layout.addWidget(screen, 1)
        self._under.append((screen, None))

    def _show_buttons(self) -> None:
        """The buttons of the top bar: leaving a shared computer is always possible."""
        at_work = self.screen_widget is not None and self.screen_widget is self.wizard
        self._file.setVisible(at_work)
        self._leave.setVisible(at_work or self.keeping.shared)
        self._leave.say(_("Effacer et quitter") if self.keeping.shared else _("Enregistrer et quitter"))
        restyle(self._leave, "kind", "danger" if self.keeping.shared else "quiet")
        # At a large text size the buttons need the width of the name.
        self._brand.setVisible(not (at_work and style.look().scale > _BRAND_UP_TO))

    def hide_bar(self, hidden: bool) -> None:
        """Take the top bar away, or show it again: nothing of it may be used behind the neutral screen."""
        self._bar.setVisible(not hidden)

    def show_start(self) -> None:
        """The start page, or what takes its place: whose computer, the desk."""
        if self.keeping.show_home():
            return
        page = StartPage()
        page.new_asked.connect(self.show_new)
        page.open_asked.connect(self.ask_and_open)
        page.recent_asked.connect(self.open_path)
        page.whose_asked.connect(self.keeping.ask_whose)
        self.show_screen(page)
        page.arrive()
        # After the first painting: the list is read from the disk.
        QTimer.singleShot(_AFTER_PAINTING, page, lambda: self._look_for_recent(page))

    def _look_for_recent(self, page: StartPage) -> None:
        from gui.task import Task

        def found(paths: list[Path]) -> None:
            # The person may be elsewhere by now, and the page gone.
            if self.screen_widget is page:
                page.show_recent(paths)

        self._task = Task(self.keeping.recent, found, self.show_failure, self.show_failure)
        self._task.start()

    def show_new(self) -> None:
        """The questions before a dossier: where to keep it, what protects it."""
        from gui.new_dossier import NewDossier

        page = NewDossier(self.services, shared=self.keeping.shared)
        page.made.connect(self.keeping.show_new_dossier)
        page.failed.connect(self.show_failure)
        page.left.connect(self.show_start)
        self.show_screen(page)
        page.arrive()

    def ask_and_open(self) -> None:
        """Let the person choose a dossier file, and open it."""
        path = self.services.choose_dossier(self)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a dossier file; where that is not possible, say why and what can be done."""
        self.keeping.open_path(path)

    def show_wizard(self, file: DossierFile) -> None:
        """The interview on an open dossier."""
        from gui.wizard.session import Session
        from gui.wizard.wizard import Wizard

        self.wizard = Wizard(Session(file, self.services.today, self.services.hour), self.services)
        self.wizard.failed.connect(self.show_failure)
        self.show_screen(self.wizard)
        self.wizard.arrive()

    def leave(self) -> None:
        """Save what is typed, let the dossier go, back to the start page; or leave a shared computer."""
        if self.keeping.shared:
            self.keeping.erase_and_quit()
        elif self.close_dossier():
            self.show_start()

    def close_dossier(self) -> bool:
        """Save what is typed and let the dossier go; False where the answers could not be written."""
        if self.wizard is None:
            return True
        if not self.wizard.keep_answers():
            return False
        session = self.wizard.session
        # Imports end here, and what was covered for good is gone before a copy of the dossier is made.
        self.wizard.work.close()
        self.keeping.before_closing(session.file)
        session.close()
        self.wizard = None
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.keeping.may_close() and self.close_dossier():
            self.keeping.end()
            event.accept()
        else:
            # The reason is on the screen; closing again leaves without what could not be written.
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keeping.watch()

    # --- for all screens ----------------------------------------------------------------------------

    def _undo(self) -> None:
        if self.wizard is not None and self.wizard.isVisible():
            self.wizard.undo()

    def _redo(self) -> None:
        if self.wizard is not None and self.wizard.isVisible():
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
        self._show_buttons()
        if self.wizard is not None:
            self.wizard.refresh()
        announce(self, _("Taille du texte : {percent} %", percent=round(scale * 100)))

    def show_failure(self, error: BaseException) -> None:
        """An error that nobody foresaw: a page that can be read, and the dossier as it was last saved."""
        from gui.failure import FailurePage

        page = FailurePage(error)
        page.left.connect(self.show_start)
        self.keeping.forget_cover()
        if self.wizard is not None:
            # Without keeping what is on the page: that may be what failed. Every earlier answer is on disk.
            self.wizard.work.stop()
            self.wizard.session.file.close()
            self.wizard = None
        self.show_screen(page)
        page.arrive()
