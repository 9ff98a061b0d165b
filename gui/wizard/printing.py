"""Where the documents go and the work that writes them, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.errors import UserError
from core.i18n import _
from core.storage.errors import DossierFileError
from gui.wizard.session import PRINTED, Session


class NothingToRead(UserError):
    """With the answers of now there is no requete."""


def free_folder(parent: Path, on: date) -> Path:
    """A folder inside `parent` that is not there yet. Its name says the day, nothing about the person."""
    name = f"Guichet Ouvert {on.isoformat()}"
    folder, number = parent / name, 2
    while folder.exists():
        folder, number = parent / f"{name} ({number})", number + 1
    return folder


@dataclass(frozen=True)
class Outcome:
    """The folder written; the text of the documents as kept in the dossier, or why it could not be kept."""

    folder: Path
    printed: bytes | None = None
    unkept: DossierFileError | None = None


def work_of(session: Session, target: Path) -> Callable[[], Outcome]:
    """The work: assess the dossier as it is now, write all that its route allows, keep the French text."""
    dossier, file, on = session.dossier, session.file, session.today()

    def work() -> Outcome:
        from core.documents import printed
        from core.documents.folder import write_documents
        from core.interview.flow import relevant
        from core.law.assessment import assess
        from gui.preview.note_printer import print_note

        told = relevant(dossier)
        # What the person reads at home; the screen may speak another language.
        words = told.preferences.note_language
        write_documents(told, assess(told, on), on, target, words, blobs=file, note_printer=print_note)
        text = printed.encoded(told, on)
        if text is None:
            return Outcome(target)
        try:
            file.write_part(PRINTED, text)
        except DossierFileError as error:
            # The documents are there all the same.
            return Outcome(target, unkept=error)
        return Outcome(target, text)

    return work


def reading_work(session: Session, target: Path) -> Callable[[], Path]:
    """The work: write the reading side by side, as it is on the screen, for home."""
    from gui.wizard.reading import case_of, language_of

    language = language_of(session)

    def work() -> Path:
        from core.documents.lecture import lecture
        from gui.preview.note_printer import print_note
        from gui.sheets import write

        case = case_of(session)
        if case is None:
            raise NothingToRead(_("Avec ces réponses, le programme n’écrit pas de requête."))
        return write(target, print_note(*lecture(case, language)))

    return work
