"""Papers made beside the wizard: one piece of work at a time, said in the bar at the bottom meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import UserError
from core.i18n import Message, _
from gui.task import Task
from gui.wizard.session import Step

if TYPE_CHECKING:
    from gui.services import Services
    from gui.wizard.follow_up import FollowUpView
    from gui.wizard.printing import Outcome
    from gui.wizard.wizard import Wizard


class Making:
    """For one wizard. `folder` holds the documents made last, None where none were."""

    def __init__(self, wizard: Wizard, services: Services) -> None:
        self._wizard, self._services = wizard, services
        self._task: Task[Any] | None = None
        self.folder: Path | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being made: the page must stay as it is meanwhile."""
        return self._task is not None

    def run(self, words: Message, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do something beside the window, unless something is being done already."""
        if self.busy:
            return

        def finished(answer: Any) -> None:
            self._end()
            self._wizard.notice.say(None)
            done(answer)

        self._wizard.bar.set_busy(words)
        self._task = Task(work, finished, self._refused, self._failed)
        self._task.start()

    def _end(self) -> None:
        self._task = None
        self._wizard.bar.set_busy(None)
        self._wizard.show_progress()

    def _refused(self, error: UserError) -> None:
        self._end()
        self._wizard.notice.say(error.message)

    def _failed(self, error: BaseException) -> None:
        self._end()
        self._wizard.failed.emit(error)

    def documents(self) -> None:
        """Write the documents in a folder that the person chooses."""
        from gui.wizard.printing import free_folder, work_of

        session = self._wizard.session
        parent = self._services.choose_folder(self._wizard)
        if parent is not None:
            target = free_folder(parent, session.today())
            self.run(_("Je prépare vos documents…"), work_of(session, target), self._documents_made)

    def _documents_made(self, outcome: Outcome) -> None:
        wizard = self._wizard
        self.folder = outcome.folder
        wizard.session.printed = outcome.printed or wizard.session.printed
        wizard.session.show(Step.DONE)
        wizard.refresh_view()
        unkept = outcome.unkept
        wizard.notice.say(unkept.message if unkept else None, elsewhere=unkept is not None)

    def letter(self, view: FollowUpView) -> None:
        """Write the letter that `view` asks for."""
        asked = view.ask()
        parent = self._services.choose_folder(self._wizard) if asked is not None else None
        if asked is None or parent is None:
            return
        from gui.wizard.follow_up import letter_work
        from gui.wizard.printing import free_folder

        target = free_folder(parent, self._wizard.session.today())
        self.run(_("Je prépare votre lettre…"), letter_work(*asked, target), self._wizard.show_letter)

    def reading(self) -> None:
        """Write the reading side by side as a file."""
        from gui.wizard.printing import reading_work

        target = self._services.choose_target(self._wizard, Path.home() / "lecture.pdf")
        if target is not None:
            work = reading_work(self._wizard.session, target)
            self.run(_("Je prépare la lecture…"), work, lambda _path: self._wizard.tell(_("Fichier créé.")))

    def open_folder(self) -> None:
        """Show the folder of the documents in the system's own way."""
        assert self.folder is not None
        if not self._services.open_folder(self.folder):
            self._wizard.notice.say(
                _("Le dossier ne peut pas être ouvert d’ici. Ouvrez-le avec votre ordinateur.")
            )
