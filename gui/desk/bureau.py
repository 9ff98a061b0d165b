"""The desk in the window: opened with its passphrase, read in the background, its lines opened, exported."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer

from core.dossier.model import Dossier, Preferences
from core.dossier.values import Mode
from core.i18n import Message, _, ngettext
from core.storage.computer import Answer, Computer, remember
from core.storage.desk import Desk, DeskFilter, Refreshed
from core.storage.desk_row import Row, RowState
from core.storage.dossier_file import DossierFile
from gui.desk.summary import summarise_on
from gui.desk.view import DeskView
from gui.task import AFTER_PAINTING, Task

if TYPE_CHECKING:
    from gui.desk.conflict_page import Version
    from gui.keeping import Keeping

logger = logging.getLogger(__name__)

_LOOK_MS = 300
_LAST_WAIT_MS = 10_000


class Bureau(QObject):
    """The desk of one window. Closed until its passphrase was given."""

    def __init__(self, keeping: Keeping, folders: tuple[Path, ...]) -> None:
        super().__init__(keeping)
        self._keeping, self._window, self._services = keeping, keeping.window, keeping.services
        self._folders = folders
        self.desk: Desk | None = None
        self.view: DeskView | None = None
        self._query, self._narrowed = "", DeskFilter.ALL
        self._reading: Task[Refreshed] | None = None
        self._stop = self._due = False
        self._then: Callable[[], object] | None = None
        self._progress = (0, 0)
        self._noted: DossierFile | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._show_progress)

    # --- coming and going ---------------------------------------------------------------------------

    def show_home(self) -> None:
        """The list, or the way into it."""
        self._close_noted()
        if self.desk is None:
            self._ask()
        else:
            self._show_list()

    def _ask(self) -> None:
        from gui.desk.unlock import DeskUnlock

        page = DeskUnlock(self._services, self._folders, self._open_desk)
        page.opened.connect(self._opened)
        page.failed.connect(self._window.show_failure)
        page.left.connect(self._keeping.ask_whose)
        self._window.show_screen(page)
        page.arrive()

    def _open_desk(self, folders: tuple[Path, ...], passphrase: str) -> Desk:
        places = self._keeping.places
        desk = Desk(folders, passphrase, places, summarise_on(self._services.today))
        try:
            remember(places, Answer(Computer.DESK, folders))
        except OSError as error:
            # A convenience: the folder is asked for again next time.
            logger.warning("the folders of the desk cannot be kept (%s)", type(error).__name__)
        return desk

    def _opened(self, desk: Desk, folders: tuple[Path, ...], new_words: str | None) -> None:
        self.desk, self._folders = desk, folders
        if new_words is None:
            self._show_list()
        else:
            self._keeping.show_words(folders[0].name, new_words, self._show_list)

    def _show_list(self) -> None:
        assert self.desk is not None
        view = DeskView(self.desk, self._services.today, self._query, self._narrowed)
        self.view = view
        view.open_asked.connect(self._open)
        view.notes_asked.connect(self._open_notes)
        view.new_asked.connect(self._new)
        view.import_asked.connect(self._import)
        view.calendar_asked.connect(self._write_calendar)
        view.week_asked.connect(self._write_week)
        view.sheets_asked.connect(self._window.show_sheets)
        view.statistics_asked.connect(self._write_statistics)
        view.conflicts_asked.connect(self._show_conflict)
        view.refresh_asked.connect(self.refresh)
        view.folder_asked.connect(self._add_folder)
        view.whose_asked.connect(self._keeping.ask_whose)
        view.destroyed.connect(self._forget_view)
        self._window.show_screen(view)
        view.arrive()
        # The list as it was known is on the screen before the files are looked at.
        self._due = True
        QTimer.singleShot(AFTER_PAINTING, self, self._refresh_if_due)

    def _refresh_if_due(self) -> None:
        if self._due:
            self.refresh()

    def _forget_view(self) -> None:
        if self._window.screen_widget is not self.view:
            self.view = None

    def gate(self) -> Callable[[str], bool] | None:
        """Whether words are the desk's passphrase; None while it is closed."""
        return None if self.desk is None else self.desk.ring.is_opened_by

    def close(self) -> None:
        """Stop reading and let everything go."""
        self._stop, self._due, self._then = True, False, None
        if self._reading is not None:
            QThreadPool.globalInstance().waitForDone(_LAST_WAIT_MS)
        self._clock.stop()
        self._close_noted()
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    def tell(self, message: Message) -> bool:
        """Say something above the list; False where the list is not on the screen."""
        if self.view is None or self._window.screen_widget is not self.view:
            return False
        self.view.tell(message)
        return True

    @property
    def reading(self) -> bool:
        """Whether files are being read, or are about to be."""
        return self._due or self._reading is not None

    # --- reading the folders ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read what changed in the folders, beside the window."""
        self._due = False
        if self.desk is None or self._reading is not None:
            return
        desk = self.desk
        self._stop, self._progress = False, (0, 0)

        def note(done: int, of: int) -> None:
            self._progress = (done, of)

        self._reading = Task(
            lambda: desk.refresh(note, lambda: self._stop),
            self._read,
            self._not_read,
            self._failed,
        )
        self._reading.start()
        self._clock.start()
        view = self._on_screen()
        if view is not None:
            view.show_state(_("Lecture des fichiers…"))

    def _show_progress(self) -> None:
        done, of = self._progress
        view = self._on_screen()
        if of and view is not None:
            view.show_new_lines()
            view.show_state(_("Lecture des fichiers : {done} sur {total}", done=done, total=of))

    def _on_screen(self) -> DeskView | None:
        return self.view if self.view is not None and self._window.screen_widget is self.view else None

    def _read(self, found: Refreshed) -> None:
        self._reading = None
        self._clock.stop()
        view = self._on_screen()
        if view is not None:
            view.reload()
            view.fit_columns()
            view.show_reminders()
            view.show_state("")
            view.tell(self._what_is_wrong(found))
        self._go_on()

    def _what_is_wrong(self, found: Refreshed) -> Message | None:
        if found.missing:
            return _(
                "Le dossier {name} n’est pas là. Branchez la clé ou le réseau.", name=found.missing[0].name
            )
        assert self.desk is not None
        locked = sum(each.state is RowState.LOCKED for each in self.desk.rows(self._services.today()))
        if locked:
            return ngettext(
                "{number} dossier a une autre phrase secrète.",
                "{number} dossiers ont une autre phrase secrète.",
                locked,
            )
        return None

    def _not_read(self, error: Exception) -> None:
        from core.errors import UserError

        self._reading = None
        self._clock.stop()
        if isinstance(error, UserError):
            self.tell(error.message)
        self._go_on()

    def _failed(self, error: BaseException) -> None:
        self._reading = None
        self._clock.stop()
        self._window.show_failure(error)

    def _when_free(self, act: Callable[[], object]) -> None:
        """Do this once no file is being read: a file can be open only once."""
        # The list is read again when it is shown again.
        self._due = False
        if self._reading is None:
            act()
        else:
            self._stop, self._then = True, act

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def take_over(self, file: DossierFile) -> None:
        """Put what was saved in an open dossier into the list."""
        if self.desk is not None:
            self.desk.update(file)

    def forget(self, path: Path) -> None:
        """Take an erased dossier out of the list."""
        if self.desk is not None:
            self.desk.forget(path)

    # --- lines --------------------------------------------------------------------------------------

    def _leave_list(self) -> None:
        if self.view is not None:
            self._query, self._narrowed = self.view.search.text(), self.view.narrowed

    def _open(self, chosen: Row) -> None:
        assert self.desk is not None
        ring = self.desk.ring
        self._leave_list()
        if not self._keeping.busy:
            self._when_free(lambda: self._keeping.open_path(Path(chosen.path), ring))

    def _new(self) -> None:
        from gui.new_dossier import free_path

        assert self.desk is not None
        path, ring = free_path(self._folders[0], self._services.today()), self.desk.ring
        today = self._services.today()

        def work() -> DossierFile:
            from core.storage.follow_up import FollowUp, write_follow_up

            # At a desk it is a volunteer who fills in; the person can change it at any time.
            told = Dossier(preferences=Preferences(mode=Mode.WITH_VOLUNTEER))
            file = DossierFile.create(path, told, ring)
            write_follow_up(file, FollowUp(opened_on=today))
            return file

        self._leave_list()
        if not self._keeping.busy:
            self._when_free(lambda: self._keeping.run(work, self._keeping.opened))

    def _open_notes(self, chosen: Row) -> None:
        assert self.desk is not None
        ring = self.desk.ring
        self._leave_list()

        def start() -> None:
            self._keeping.run(lambda: DossierFile.open(Path(chosen.path), ring), self._show_notes)

        if not self._keeping.busy:
            self._when_free(start)

    def _show_notes(self, file: DossierFile) -> None:
        from gui.desk.notes import NotesPage

        self._noted = file
        page = NotesPage(self._services, file)
        page.saved.connect(self._window.show_start)
        page.left.connect(self._window.show_start)
        page.failed.connect(self._window.show_failure)
        self._window.show_screen(page)
        page.arrive()

    def _close_noted(self) -> None:
        if self._noted is not None:
            file, self._noted = self._noted, None
            self.take_over(file)
            file.close()

    def _import(self) -> None:
        from core.storage.handover import import_handover
        from gui.new_dossier import free_path

        assert self.desk is not None
        given = self._services.choose_given(self._window)
        if given is None or self._keeping.busy:
            return
        target, ring = free_path(self._folders[0], self._services.today()), self.desk.ring
        self._leave_list()
        self._when_free(
            lambda: self._keeping.run(lambda: import_handover(given, target, ring), self._keeping.opened)
        )

    def _add_folder(self) -> None:
        chosen = self._services.choose_desk_folder(self._window)
        if chosen is None or self.desk is None or chosen.resolve() in self.desk.folders:
            return
        # The index belongs to the folders: another set of folders has its own, under the same passphrase.
        folders = (*self._folders, chosen)
        self.close()
        self._folders = folders
        self._ask()

    # --- conflicts ----------------------------------------------------------------------------------

    def _show_conflict(self) -> None:
        assert self.desk is not None
        groups, ring = self.desk.conflicts(), self.desk.ring
        if not groups or self._keeping.busy:
            return
        original = Path(groups[0][0].original or groups[0][0].path)
        paths = [Path(each.path) for each in groups[0]]

        def work() -> list[Version]:
            from gui.desk.conflict_page import Version

            found = []
            for path in paths[:2]:
                with DossierFile.open(path, ring, read_only=True) as file:
                    found.append(Version(path, file.dossier))
            return found

        self._leave_list()
        self._when_free(lambda: self._keeping.run(work, lambda found: self._compare(found, paths, original)))

    def _compare(self, found: Sequence[Version], paths: list[Path], original: Path) -> None:
        from gui.desk.conflict_page import ConflictPage

        if len(found) < 2:
            # The other version went away meanwhile.
            self._window.show_start()
            return
        page = ConflictPage(found[0], found[1])
        page.chosen.connect(lambda kept: self._settle(kept, paths, original))
        self._keeping.show_list_page(page, self._window.show_start)

    def _settle(self, kept: Path, paths: list[Path], original: Path) -> None:
        from core.storage.conflicts import settle

        def settled(_moved: object) -> None:
            self._window.show_start()
            self.refresh()

        self._keeping.run(lambda: settle(kept, paths, original), settled)

    # --- files for elsewhere ------------------------------------------------------------------------

    def _write(self, name: str, make: Callable[[list[Row]], bytes]) -> None:
        from gui.sheets import write

        assert self.desk is not None
        target = self._services.choose_target(self._window, self._keeping.folder_to_propose() / name)
        if target is None:
            return
        rows = self.desk.rows(self._services.today())
        self._keeping.run(
            lambda: write(target, make(rows)),
            lambda done: self.tell(_("Enregistré : {name}", name=done.name)),
        )

    def _write_calendar(self) -> None:
        from core.storage.calendar_export import entries, to_ics

        today = self._services.today()
        self._write("dates.ics", lambda rows: to_ics(entries(rows, today), datetime.now(UTC)))

    def _write_week(self) -> None:
        from core.storage.calendar_export import week_list

        today = self._services.today()

        def make(rows: list[Row]) -> bytes:
            from core.documents.desk_sheets import Due, week_sheet
            from core.documents.render_pdf import pdf

            due = [
                Due(day, row.name, date.label, row.volunteer)
                for day, dates in week_list(rows, today)
                for row, date in dates
            ]
            return pdf(week_sheet(today - timedelta(days=today.weekday()), due))

        self._write("semaine.pdf", make)

    def _write_statistics(self) -> None:
        from core.storage.statistics import count, to_csv
        from gui.desk.words import label_of

        self._write("statistiques.csv", lambda rows: to_csv(count(rows), label_of))
