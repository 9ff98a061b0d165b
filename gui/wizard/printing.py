"""Where the documents go and the work that writes them, done beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from gui.wizard.session import Session


def free_folder(parent: Path, on: date) -> Path:
    """A folder inside `parent` that is not there yet. Its name says the day, nothing about the person."""
    name = f"Guichet Ouvert {on.isoformat()}"
    folder, number = parent / name, 2
    while folder.exists():
        folder, number = parent / f"{name} ({number})", number + 1
    return folder


def work_of(session: Session, target: Path) -> Callable[[], Path]:
    """The work: assess the dossier as it is now and write everything that its route allows."""
    dossier, file, on = session.dossier, session.file, session.today()

    def work() -> Path:
        from core.documents.folder import write_documents
        from core.interview.flow import relevant
        from core.law.assessment import assess
        from gui.preview.note_printer import print_note

        told = relevant(dossier)
        # What the person reads at home; the screen may speak another language.
        words = told.preferences.note_language
        write_documents(told, assess(told, on), on, target, words, blobs=file, note_printer=print_note)
        return target

    return work
