"""What the person does with the open dossier's file, one page after the other, over the interview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from core.i18n import Message, _
from core.storage.dossier_file import DossierFile
from core.storage.key import KeyRing
from gui.file_page import Act, BackupsPage, EraseDossier, FilePage, KeepWords, ListPage

if TYPE_CHECKING:
    from core.storage.backups import Backup
    from gui.keeping import Keeping


def write_copy(file: DossierFile, target: Path) -> None:
    """A copy to take away: without the originals of hidden parts, which the open file keeps for undoing.

    Raises like `DossierFile.save_copy`.
    """
    file.save_copy(target, file.key)
    with DossierFile.open_copy(target, file.key) as copy:
        copy.drop_unused_blobs()


class FileActs:
    """Pages over the interview: it is back as it was when they are gone."""

    def __init__(self, keeping: Keeping, file: DossierFile) -> None:
        self._keeping = keeping
        self._window = keeping.window
        self._file = file

    def show(self) -> None:
        """The list of what can be done."""
        file, desk = self._file, self._keeping.bureau is not None
        page = FilePage(
            name=None if file.path is None else file.path.name,
            encrypted=file.encrypted,
            backups=file.path is not None and not self._keeping.shared,
            desk=desk,
        )
        page.asked.connect(self._do)
        self._over(page)

    def _over(self, page: ListPage) -> None:
        page.left.connect(self._window.end_over)
        self._window.show_over(page)
        page.arrive()

    def _do(self, act: Act) -> None:
        if self._keeping.busy:
            return
        acts = {
            Act.PROTECT: self._change_passphrase,
            Act.BACKUPS: self._show_backups,
            Act.KEEP_ELSEWHERE: self.keep_elsewhere,
            Act.HAND_OVER: self._hand_over,
            Act.NOTES: self._show_notes,
            Act.ERASE: self._ask_erase,
        }
        acts[act]()

    # --- passphrase ---------------------------------------------------------------------------------

    def _change_passphrase(self) -> None:
        from gui.passphrase_page import PassphrasePage

        page = PassphrasePage(self._keeping.services, self._set_passphrase, encrypted=self._file.encrypted)
        page.changed.connect(self._passphrase_changed)
        page.left.connect(self._window.end_over)
        page.failed.connect(self._window.show_failure)
        self._window.show_over(page)
        page.arrive()

    def _set_passphrase(self, passphrase: str | None) -> None:
        from core.storage.backups import Backups

        self._file.set_passphrase(passphrase)
        Backups(self._keeping.places).renew(self._file)

    def _passphrase_changed(self, passphrase: str | None) -> None:
        self._window.end_over()
        # The list below said how things were before.
        self._window.end_over()
        assert self._file.path is not None
        name = self._file.path.name
        if passphrase is None:
            return
        page = KeepWords(passphrase)
        page.sheet_asked.connect(lambda: self._keeping.write_recovery_sheet(page, name, passphrase))
        self._over(page)

    # --- copies -------------------------------------------------------------------------------------

    def _show_backups(self) -> None:
        from core.storage.backups import Backups

        assert self._file.path is not None
        page = BackupsPage(Backups(self._keeping.places).of(self._file.path))
        page.chosen.connect(self._go_back_to)
        self._over(page)

    def _go_back_to(self, backup: Backup) -> None:
        path, key = self._file.path, self._file.key
        assert path is not None
        if not self._keeping.busy and self._window.close_dossier():
            self._keeping.go_back_to(backup, path, None if key is None else KeyRing.holding(key))

    def keep_elsewhere(self) -> None:
        """Write the dossier to a place that the person chooses; from memory, it lives there from then on."""
        from gui.new_dossier import file_name

        keeping, file = self._keeping, self._file
        proposed = keeping.folder_to_propose() / file_name(keeping.services.today())
        target = keeping.services.choose_new_file(self._window, proposed)
        if target is None:
            return
        if file.path is None:
            keeping.run(lambda: DossierFile.create_from(file, target), self._moved)
        else:
            keeping.run(lambda: write_copy(file, target), lambda _done: self._tell_saved(target))

    def _moved(self, made: DossierFile) -> None:
        if self._window.wizard is not None:
            # Nothing may still write to the file that is let go.
            self._window.wizard.work.stop()
        self._file.close()
        self._window.wizard = None
        self._keeping.opened(made)

    def _tell_saved(self, target: Path) -> None:
        self._tell(_("La copie est enregistrée : {name}", name=target.name))

    def _tell(self, message: Message) -> None:
        page = self._window.screen_widget
        if isinstance(page, ListPage):
            page.tell(message)

    # --- giving, notes, erasing ---------------------------------------------------------------------

    def _hand_over(self) -> None:
        from core.storage.follow_up import erase_on, read_follow_up
        from core.storage.handover import export_handover, receipt
        from gui.sheets import write_lines

        keeping, file, today = self._keeping, self._file, self._keeping.services.today()
        proposed = keeping.folder_to_propose() / f"dossier remis le {today.isoformat()}.zip"
        target = keeping.services.choose_target(self._window, proposed)
        if target is None:
            return
        desk = keeping.bureau is not None

        def work() -> Path:
            given = export_handover(file, target, today)
            # Without a desk nobody but the person keeps anything: there is nothing to acknowledge.
            if desk:
                lines = receipt(given, today, erase_on(read_follow_up(file)))
                write_lines(target.with_name(f"{target.stem} - reçu.pdf"), lines)
            return target

        keeping.run(
            work,
            lambda done: self._tell(
                _("Le fichier {name} est prêt. Il n’est pas protégé : gardez-le avec soin.", name=done.name)
            ),
        )

    def _show_notes(self) -> None:
        from gui.desk.notes import NotesPage

        page = NotesPage(self._keeping.services, self._file)
        page.saved.connect(self._window.end_over)
        page.left.connect(self._window.end_over)
        page.failed.connect(self._window.show_failure)
        self._window.show_over(page)
        page.arrive()

    def _ask_erase(self) -> None:
        page = EraseDossier()
        page.erase_asked.connect(self._erase)
        self._over(page)

    def _erase(self) -> None:
        from core.storage.backups import Backups
        from core.storage.erase import erase_dossier
        from core.storage.recent import RecentDossiers

        path, keeping = self._file.path, self._keeping
        assert path is not None
        if keeping.busy or not self._window.close_dossier():
            return
        places = keeping.places

        def refused(error: UserError) -> None:
            self._window.show_start()
            keeping.tell(error)

        keeping.run(
            lambda: erase_dossier(path, Backups(places), RecentDossiers(places)),
            lambda names: self._erased(path, names),
            refused,
        )

    def _erased(self, path: Path, names: list[str]) -> None:
        from gui.farewell import ErasedPage

        if self._keeping.bureau is not None:
            self._keeping.bureau.forget(path)
        self._keeping.show_list_page(ErasedPage(names), self._window.show_start)
