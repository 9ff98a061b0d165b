"""Where dossiers are kept and what protects them: whose computer, opening, copies, leaving without a trace.

The window shows one screen at a time; this decides which of them, for all that is not the interview itself.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from core.errors import UserError
from core.i18n import _
from core.storage import settings
from core.storage.computer import Answer, Computer, forget, remember, remembered
from core.storage.places import is_portable
from gui.hiding import Hiding
from gui.task import AFTER_PAINTING, Task

if TYPE_CHECKING:
    from core.storage.backups import Backup, Backups
    from core.storage.dossier_file import DossierFile
    from core.storage.key import KeyRing
    from core.storage.places import Places
    from gui.desk.bureau import Bureau
    from gui.file_acts import FileActs
    from gui.file_page import ListPage
    from gui.leaving import Leaving
    from gui.shared import SharedComputer
    from gui.window import MainWindow

logger = logging.getLogger(__name__)
T = TypeVar("T")

# A file up to this size opens without a pause that could be seen; a larger one opens beside the window.
_QUICK_BYTES = 2_000_000


class Keeping(QObject):
    """All about files, for one window. `computer` is None until the person has answered."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.services = window.services
        self.computer: Computer | None = None
        self.bureau: Bureau | None = None
        self._traces: SharedComputer | None = None
        self._tasks: set[Task[Any]] = set()
        self._sweeping: Task[None] | None = None
        self._acts: FileActs | None = None
        self._leaving: Leaving | None = None
        self._sure = False
        self.hiding = Hiding(self)

    # --- whose computer -----------------------------------------------------------------------------

    @property
    def shared(self) -> bool:
        """Whether nothing may stay on this computer."""
        return self.computer is Computer.SHARED

    @property
    def places(self) -> Places:
        """The folders of this run."""
        return self.services.places(self.shared)

    def begin(self) -> None:
        """The first screen: the question, unless it was answered on this computer before."""
        answer = remembered(self.services.places(False))
        if answer is not None:
            self.computer = answer.computer
            if answer.computer is Computer.DESK:
                self._make_bureau(answer.folders)
        self.window.show_start()
        QTimer.singleShot(AFTER_PAINTING, self, self._sweep)

    def _sweep(self) -> None:
        from gui.shared import sweep_temporary_folders

        show = self.window.show_failure
        self._sweeping = Task(sweep_temporary_folders, lambda _done: None, show, show)
        self._sweeping.start()

    def show_home(self) -> bool:
        """Show what takes the place of the start page; False where nothing does."""
        if self.computer is None:
            self.ask_whose()
            return True
        if self.bureau is not None:
            self.bureau.show_home()
            return True
        return False

    def ask_whose(self) -> None:
        """Ask whose computer this is."""
        from gui.whose import WhosePage

        page = WhosePage()
        page.chosen.connect(self.settle)
        self.window.show_screen(page)
        page.arrive()

    def settle(self, computer: Computer, folders: tuple[Path, ...] = ()) -> None:
        """The person said whose computer this is. Only what is not shared is remembered."""
        self.end()
        self.computer = computer
        if computer is Computer.SHARED:
            self._begin_shared()
        try:
            if computer is Computer.SHARED:
                forget(self.services.places(False))
                settings.forget(self.services.places(False))
            elif computer is Computer.PRIVATE and not is_portable():
                # A program on a stick meets another computer tomorrow: there the question is asked.
                remember(self.places, Answer(computer, folders))
        except OSError as error:
            # A convenience: the question is asked again next time.
            logger.warning("the answer cannot be kept (%s)", type(error).__name__)
        if computer is Computer.DESK:
            self._make_bureau(folders)
        if computer is not Computer.SHARED:
            self.window.appearance.keep_settings()
        self.window.show_start()
        self.hiding.watch()

    def _begin_shared(self) -> None:
        from gui.shared import SharedComputer

        self._traces = SharedComputer()
        # Where no temporary folder can be written, nothing is left in one either.
        self._traces.move_to(self.places.temporary_parent)

    def _make_bureau(self, folders: tuple[Path, ...]) -> None:
        from gui.desk.bureau import Bureau

        self.bureau = Bureau(self, folders)

    def recent(self) -> list[Path]:
        """The dossiers opened last; none on a shared computer."""
        from core.storage.recent import RecentDossiers

        return RecentDossiers(self.places).paths()

    # --- work beside the window ---------------------------------------------------------------------

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        refused: Callable[[UserError], object] | None = None,
    ) -> None:
        """Do something beside the window; `busy` until it is done. A refusal is said on the screen."""
        refuse = refused or self.tell

        def finished(answer: T) -> None:
            self._tasks.discard(task)
            done(answer)

        def refused_now(error: UserError) -> None:
            self._tasks.discard(task)
            refuse(error)

        def failed(error: BaseException) -> None:
            self._tasks.discard(task)
            self.window.show_failure(error)

        task = Task(work, finished, refused_now, failed)
        self._tasks.add(task)
        task.start()

    @property
    def busy(self) -> bool:
        """Whether something is being done with files."""
        return bool(self._tasks)

    def tell(self, error: UserError) -> None:
        """Say on the screen that is there why something could not be done."""
        from gui.file_page import ListPage

        page = self.window.screen_widget
        if isinstance(page, ListPage):
            page.tell(error.message)
        elif self.bureau is not None and self.bureau.tell(error.message):
            return
        elif self.window.wizard is not None:
            self.window.wizard.notice.say(error.message)

    # --- opening ------------------------------------------------------------------------------------

    def open_path(self, path: Path, ring: KeyRing | str | None = None, *, take_over: bool = False) -> None:
        """Open a dossier; ask for its passphrase, or say why it does not open and what is left to do."""
        from core.storage.dossier_file import DossierFile

        def work() -> DossierFile:
            return DossierFile.open(path, ring, take_over=take_over)

        def refused(error: UserError) -> None:
            self._not_opened(path, error)

        try:
            quick = ring is None and path.stat().st_size <= _QUICK_BYTES
        except OSError:
            quick = True
        if not quick:
            self.run(work, self.opened, refused)
            return
        try:
            file = work()
        except UserError as error:
            refused(error)
        else:
            self.opened(file)

    def _not_opened(self, path: Path, error: UserError) -> None:
        from core.storage.errors import PassphraseNeeded, WrongPassphrase

        if isinstance(error, PassphraseNeeded | WrongPassphrase):
            self._ask_passphrase(path)
        else:
            self._rescue(path, error)

    def _ask_passphrase(self, path: Path) -> None:
        from gui.unlock import Unlock

        page = Unlock(path, self.services)
        page.opened.connect(self.opened)
        page.refused.connect(lambda error: self._rescue(path, error))
        page.failed.connect(self.window.show_failure)
        page.left.connect(self.window.show_start)
        self.window.show_screen(page)
        page.arrive()

    def _rescue(self, path: Path, error: UserError) -> None:
        from core.storage.errors import DossierInUse
        from core.storage.lock_file import read_holder
        from gui.rescue import RescuePage

        holder = read_holder(path) if isinstance(error, DossierInUse) else None
        elsewhere = holder is not None and not holder.is_here
        page = RescuePage(path, error, self._backups().of(path), held_elsewhere=elsewhere)
        page.again.connect(lambda: self.open_path(path))
        page.another.connect(self.window.ask_and_open)
        page.take_over_asked.connect(lambda: self.open_path(path, take_over=True))
        page.backups_asked.connect(lambda: self._show_backups(path, None))
        page.left.connect(self.window.show_start)
        self.window.show_screen(page)
        page.arrive()

    def show_new_dossier(self, file: DossierFile, passphrase: str | None) -> None:
        """A dossier was just made: have its passphrase noted, then begin."""
        if passphrase is None or file.path is None:
            self.opened(file)
            return
        self.show_words(file.path.name, passphrase, lambda: self.opened(file))

    def opened(self, file: DossierFile) -> None:
        """A dossier is open: begin, or go on."""
        self._sure = False
        if file.path is not None and self._traces is not None:
            self._traces.move_to(file.path.parent)
        if file.path is not None and self.computer is Computer.PRIVATE:
            self._remember(file.path)
        self.window.show_wizard(file)

    def _remember(self, path: Path) -> None:
        from core.storage.recent import RecentDossiers

        try:
            RecentDossiers(self.places).add(path)
        except OSError as error:
            # A convenience: where the list cannot be written, the person opens the file by hand.
            logger.warning("the list of recent dossiers cannot be written (%s)", type(error).__name__)

    def before_closing(self, file: DossierFile) -> None:
        """Copy the dossier before it is let go; have the desk take over what was saved."""
        try:
            self._backups().make(file)
        except UserError as error:
            # The dossier itself is saved; a missing copy must not keep the person from leaving.
            logger.warning("no copy of the dossier could be made (%s)", type(error).__name__)
        if self.bureau is not None:
            self.bureau.take_over(file)

    def _backups(self) -> Backups:
        from core.storage.backups import Backups

        return Backups(self.places)

    # --- the open dossier as a file -----------------------------------------------------------------

    def show_file(self) -> None:
        """The page about the open dossier's file."""
        from gui.file_acts import FileActs

        wizard = self.window.wizard
        if wizard is not None and not self.busy and wizard.keep_answers():
            # Kept here: a signal does not keep the one who listens.
            self._acts = FileActs(self, wizard.session.file)
            self._acts.show()

    def show_list_page(self, page: ListPage, back: Callable[[], object]) -> None:
        """Show a page of things to do in place of what is there."""
        page.left.connect(back)
        self.window.show_screen(page)
        page.arrive()

    def _show_backups(self, path: Path, ring: KeyRing | None) -> None:
        from gui.file_page import BackupsPage

        page = BackupsPage(self._backups().of(path))
        page.chosen.connect(lambda backup: self.go_back_to(backup, path, ring))
        self.show_list_page(page, self.window.show_start)

    def go_back_to(self, backup: Backup, path: Path, ring: KeyRing | str | None) -> None:
        """Put a copy back and open it. Its passphrase is asked where the key is not at hand."""
        from core.storage.backups import restore
        from core.storage.errors import PassphraseNeeded, WrongPassphrase

        def refused(error: UserError) -> None:
            if isinstance(error, PassphraseNeeded | WrongPassphrase):
                self._unlock_backup(backup, path)
            else:
                self.tell(error)

        self.run(lambda: restore(backup.path, path, ring), lambda _aside: self.open_path(path, ring), refused)

    def _unlock_backup(self, backup: Backup, path: Path) -> None:
        from core.storage.backups import restore
        from core.storage.dossier_file import DossierFile
        from gui.unlock import Unlock

        def work(passphrase: str) -> DossierFile:
            restore(backup.path, path, passphrase)
            return DossierFile.open(path, passphrase)

        page = Unlock(path, self.services, work)
        page.opened.connect(self.opened)
        page.failed.connect(self.window.show_failure)
        page.left.connect(self.window.show_start)
        self.window.show_screen(page)
        page.arrive()

    def show_words(self, name: str, passphrase: str, go_on: Callable[[], object]) -> None:
        """Have a new passphrase noted, then go on."""
        from gui.file_page import KeepWords

        page = KeepWords(passphrase)
        page.sheet_asked.connect(lambda: self.write_recovery_sheet(page, name, passphrase))
        self.show_list_page(page, go_on)

    def write_recovery_sheet(self, page: ListPage, name: str, passphrase: str) -> None:
        """Write the sheet with the passphrase where the person chooses."""
        from core.storage.passphrase import recovery_sheet
        from gui.sheets import write_lines

        proposed = self.folder_to_propose() / "phrase secrète.pdf"
        target = self.services.choose_target(page, proposed)
        if target is None:
            return
        lines = recovery_sheet(name, passphrase, self.services.today())
        self.run(
            lambda: write_lines(target, lines),
            lambda _done: page.tell(_("La feuille est enregistrée. Imprimez-la, puis effacez le fichier.")),
        )

    def folder_to_propose(self) -> Path:
        """Where a dialog begins."""
        wizard = self.window.wizard
        path = None if wizard is None else wizard.session.file.path
        return path.parent if path is not None else self.places.dossiers or Path.home()

    # --- leaving ------------------------------------------------------------------------------------

    def erase_and_quit(self, *, asked: bool = False) -> None:
        """Leave nothing on this computer, and say truly what went and what may remain."""
        from gui.leaving import Leaving

        if not self.busy:
            self._leaving = Leaving(self)
            self._leaving.begin(sure=asked)

    def clear_traces(self) -> tuple[str, ...]:
        """Empty the private folder; the names of the files that were in it."""
        return () if self._traces is None else self._traces.clear()

    def may_close(self) -> bool:
        """Whether the window may go: answers that are nowhere but in memory are asked about once."""
        wizard = self.window.wizard
        if wizard is None or self._sure or wizard.session.file.path is not None:
            return True
        if wizard.session.nothing_told:
            return True
        from gui.leaving import Leaving

        self._sure = True
        self.hiding.uncover()
        self._leaving = Leaving(self)
        self._leaving.begin(sure=False)
        return False

    def end(self) -> None:
        """Let the desk go and leave nothing behind that must not stay."""
        if self.bureau is not None:
            self.bureau.close()
            self.bureau = None
        self.clear_traces()
        self._traces = None
