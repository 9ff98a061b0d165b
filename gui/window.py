"""The main window: the bar on top, and one of start page, new dossier, wizard, or what went wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from core.i18n import _
from core.typography import isolate
from gui.appearance import Appearance
from gui.keeping import Keeping
from gui.services import Services
from gui.start_page import StartPage
from gui.task import AFTER_PAINTING
from gui.widgets.basic import Button, Heading, announce, restyle
from gui.widgets.focus_order import ReadingOrderWindow
from gui.widgets.focus_ring import FocusRing
from gui.widgets.language_menu import LanguageMenu
from gui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from core.documents.home_sheets import HomeSheet
    from core.storage.dossier_file import DossierFile
    from gui.task import Task
    from gui.wizard.mode_button import ModeButton
    from gui.wizard.wizard import Wizard

# It never says whose dossier is open: a title is read over a shoulder and kept in lists of windows.
TITLE = "Guichet Ouvert"

# Signs, not words: they read the same in a window from right to left.
_SMALLER, _LARGER = isolate("A−"), isolate("A+")


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
        self.appearance = Appearance(self)
        self.appearance.begin()
        self.screen_widget: QWidget | None = None
        self.wizard: Wizard | None = None
        self._bar = self._top_bar()
        self._layout.addWidget(self._bar)
        self._task: Task[list[Path]] | None = None
        self._warming: Task[None] | None = None
        self._ring = FocusRing(self)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.appearance.change_text_size(step))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.appearance.set_text_size(1.0))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            QShortcut(QKeySequence(keys), self, self._redo)
        self._under: list[tuple[QWidget, QWidget | None]] = []
        self.keeping = Keeping(self)
        self.keeping.begin()

    def _top_bar(self) -> TopBar:
        bar = TopBar(TITLE)
        self._language = LanguageMenu()
        self._language.chosen.connect(self._change_language)
        smaller = Button(
            _SMALLER, lambda: self.appearance.change_text_size(-1), "quiet", name=_("Texte plus petit")
        )
        larger = Button(
            _LARGER, lambda: self.appearance.change_text_size(1), "quiet", name=_("Texte plus grand")
        )
        self._file = Button(_("Ce dossier"), lambda: self.keeping.show_file(), "quiet")
        self._file.setObjectName("this-file")
        self._leave = Button(_("Enregistrer et quitter"), self.leave, "quiet")
        self._leave.setObjectName("leave")
        self._mode: ModeButton | None = None
        if self.wizard is not None:
            self._mode = self._mode_button(self.wizard)
            bar.add(self._mode)
        for button in (self._language, smaller, larger, self._file):
            bar.add(button)
        bar.add_last(self._leave)
        return bar

    @staticmethod
    def _mode_button(wizard: Wizard) -> ModeButton:
        from gui.wizard.mode_button import ModeButton

        button = ModeButton(wizard.set_mode)
        button.show_mode(wizard.mode)
        wizard.mode_shown.connect(button.show_mode)
        return button

    # --- screens ------------------------------------------------------------------------------------

    def show_screen(self, screen: QWidget) -> None:
        """Show this in place of everything else, but never in place of the neutral screen."""
        cover = self.keeping.hiding.cover
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
        if self.keeping.hiding.cover not in (None, screen):
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
        if self.keeping.hiding.cover is not None:
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
        shared = self.keeping.shared
        self._leave.say(_("Effacer et quitter") if shared else _("Enregistrer et quitter"))
        restyle(self._leave, "kind", "danger" if shared else "quiet")
        if self._mode is not None:
            self._bar.want(self._mode, at_work)
        self._bar.want(self._file, at_work)
        self._bar.want(self._language, at_work or self.can_change_language())
        self._bar.want(self._leave, at_work or shared)

    def can_change_language(self) -> bool:
        """Whether the screen that is there can be built again without losing anything typed."""
        return self.wizard is None and bool(getattr(self.screen_widget, "is_home", False))

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
        page.sheets_asked.connect(self.show_sheets)
        self.show_screen(page)
        page.arrive()
        # After the first painting: the list is read from the disk.
        QTimer.singleShot(AFTER_PAINTING, page, lambda: self._look_for_recent(page))

    def _look_for_recent(self, page: StartPage) -> None:
        from gui.task import Task

        def found(paths: list[Path]) -> None:
            # The person may be elsewhere by now, and the page gone.
            if self.screen_widget is page and isValid(page):
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

    def show_sheets(self) -> None:
        """The sheets that can be printed without a dossier, over what is there."""
        from core.documents.home_sheets import HomeSheet

        self._print_sheets(HomeSheet.BRING)

    def _show_interpreter_sheet(self) -> None:
        from core.documents.home_sheets import HomeSheet

        if self.wizard is not None and self.wizard.keep_answers():
            self._print_sheets(HomeSheet.INTERPRETER)

    def _print_sheets(self, which: HomeSheet) -> None:
        from gui.print_sheets import PrintSheets

        page = PrintSheets(self.services, which)
        page.left.connect(self.end_over)
        page.failed.connect(self.show_failure)
        self.show_over(page)
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

        self.appearance.follow(file.dossier.preferences.screen_language)
        session = Session(file, self.services.today, self.services.hour)
        self.wizard = Wizard(session, self.services, shared=self.keeping.shared)
        self.wizard.failed.connect(self.show_failure)
        self.wizard.language_chosen.connect(self._change_language)
        self.wizard.sheets_asked.connect(self._show_interpreter_sheet)
        self.build_bar()
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
        self.keeping.hiding.watch()
        if not event.spontaneous():
            QTimer.singleShot(AFTER_PAINTING, self, self._go_on_starting)

    def _go_on_starting(self) -> None:
        """What the first page does without: its heading said aloud, and loading what the pages will need."""
        from gui import warm
        from gui.task import Task

        def loaded(_done: None) -> None:
            # What belongs to a dossier must be able to go with it.
            if self.wizard is None:
                warm.leave_out_of_garbage()

        self._warming = Task(warm.load, loaded, self.show_failure, self.show_failure)
        self._warming.start()
        heading = None if self.screen_widget is None else self.screen_widget.findChild(Heading)
        if heading is not None:
            announce(heading, heading.text())

    # --- for all screens ----------------------------------------------------------------------------

    def _undo(self) -> None:
        if self.wizard is not None and self.wizard.isVisible():
            self.wizard.undo()

    def _redo(self) -> None:
        if self.wizard is not None and self.wizard.isVisible():
            self.wizard.redo()

    def _change_language(self, code: str) -> None:
        # Once the menu has closed: its button is about to be built anew.
        QTimer.singleShot(0, self, lambda: self.appearance.change_language(code))

    def build_bar(self) -> None:
        """Build the top bar again, in the language of now."""
        old, self._bar = self._bar, self._top_bar()
        self._layout.replaceWidget(old, self._bar)
        self._bar.setHidden(old.isHidden())
        old.hide()
        old.deleteLater()
        self._show_buttons()

    def show_anew(self) -> None:
        """Build what the screen shows again: sizes or language have changed."""
        self._show_buttons()
        if self.wizard is not None:
            self.wizard.refresh()
        elif self.can_change_language():
            self.show_start()

    def show_failure(self, error: BaseException) -> None:
        """An error that nobody foresaw: a page that can be read, and the dossier as it was last saved."""
        from datetime import datetime

        from gui.failure import FailurePage, keep, report_of

        # Before the first answer nothing may stay on the computer, as on a shared one.
        unsettled = self.keeping.computer is None
        kept = None if unsettled else keep(report_of(error), self.keeping.places, datetime.now().astimezone())
        page = FailurePage(error, kept, self.services.choose_target)
        page.left.connect(self.show_start)
        self.keeping.hiding.forget()
        if self.wizard is not None:
            # Without keeping what is on the page: that may be what failed. Every earlier answer is on disk.
            self.wizard.work.stop()
            self.wizard.session.file.close()
            self.wizard = None
        self.show_screen(page)
        page.arrive()
