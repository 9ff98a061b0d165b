"""Every page of the window outside the interview: before a dossier, about its file, at a desk, at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from core.dossier import examples, paths
from core.dossier.model import Dossier
from core.storage import lock_file
from core.storage.backups import Backups
from core.storage.computer import Computer
from core.storage.dossier_file import DossierFile
from core.storage.follow_up import FollowUp, Reminder, write_follow_up
from core.storage.key import KeyRing
from gui.desk.conflict_page import ConflictPage, Version
from gui.desk.notes import NotesPage
from gui.desk.unlock import DeskUnlock
from gui.desk.view import DeskView
from gui.farewell import ConfirmErase, ErasedPage, Farewell, erased_lines
from gui.file_page import Act, FilePage
from gui.form_page import FormPage
from gui.start_page import StartPage
from gui.window import MainWindow
from gui.words import language

TODAY = date(2026, 11, 23)
COPIED = datetime(2026, 11, 22, 17, 5, 9, tzinfo=UTC)
WORDS = "lampe jardin pomme soleil"
PATIENCE = 20  # seconds


def told() -> Dossier:
    """A story in the language of the window now: an opened dossier makes the window speak its own."""
    story = examples.example("cergy", TODAY)
    preferences = replace(story.preferences, screen_language=language(), note_language=language())
    return replace(story, preferences=preferences)


def outside(window: MainWindow, folder: Path) -> Iterator[str]:
    """Show one page after the other, each by the way that leads to it; yields their names.

    `folder` takes the dossiers that are needed. The window is at a desk afterwards.
    """
    yield from _before(window, folder)
    yield from _refused(window, folder)
    yield from _about_the_file(window, folder)
    yield from _at_the_end(window)
    yield from _at_the_desk(window, folder)


def _before(window: MainWindow, folder: Path) -> Iterator[str]:
    keeping = window.keeping
    keeping.ask_whose()
    yield _shown("whose")
    keeping.settle(Computer.PRIVATE)
    start = window.screen_widget
    assert isinstance(start, StartPage)
    start.show_recent([folder / "dossier du 3 novembre.dossier", folder / "dossier de ma sœur.dossier"])
    yield _shown("start-recent")
    window.show_new()
    new = window.screen_widget
    assert isinstance(new, FormPage)
    new.show_answer("protected", True)
    new.update_shown()
    yield _shown("new")
    window.show_start()
    window.show_sheets()
    yield _shown("sheets")
    window.end_over()
    keeping.show_words("dossier.dossier", WORDS, window.show_start)
    yield _shown("words")


def _refused(window: MainWindow, folder: Path) -> Iterator[str]:
    for name, prepare in (("unlock", _protected), ("damaged", damaged), ("held", held)):
        path = folder / f"{name}.dossier"
        prepare(path)
        window.open_path(path)
        yield _shown(name)


def _about_the_file(window: MainWindow, folder: Path) -> Iterator[str]:
    path = folder / "mine.dossier"
    backups = Backups(window.keeping.places)
    with DossierFile.create(path, told()) as file:
        # Two of one minute, as of somebody who comes back at once.
        backups.make(file, COPIED)
        file.save(paths.put(told(), "contact.email", "louisa@exemple.fr"))
        backups.make(file, COPIED + timedelta(seconds=40))
    window.open_path(path)
    assert window.wizard is not None
    window.keeping.show_file()
    page = window.screen_widget
    assert isinstance(page, FilePage)
    yield _shown("file")
    for act in (Act.PROTECT, Act.BACKUPS, Act.ERASE):
        page.asked.emit(act)
        yield _shown(f"file-{act.value}")
        window.end_over()
    window.end_over()
    window.keeping.hiding.toggle()
    yield _shown("cover")
    window.keeping.hiding.uncover()
    window.leave()
    window.keeping.show_list_page(ErasedPage(["mine.dossier"]), window.show_start)
    yield _shown("erased")


def _at_the_end(window: MainWindow) -> Iterator[str]:
    window.show_failure(ZeroDivisionError("division by zero"))
    yield _shown("failure")
    _arrive(window, ConfirmErase())
    yield _shown("confirm-erase")
    _arrive(window, Farewell(erased_lines(answers=True, files=3), ()))
    yield _shown("farewell")


def _at_the_desk(window: MainWindow, folder: Path) -> Iterator[str]:
    desk = folder / "desk"
    desk.mkdir()
    ring = KeyRing(WORDS)
    for number, family in enumerate(("DIALLO", "NGUYỄN", "ĆOSIĆ", "N’GUESSAN", "HAÏDARI")):
        person = paths.put(told(), "identity.family_name", family)
        with DossierFile.create(desk / f"{number}.dossier", person, ring) as file:
            hearing = TODAY + timedelta(days=number * 4 + 1)
            write_follow_up(file, FollowUp(volunteer="Élise", hearing_on=hearing))
    window.keeping.settle(Computer.DESK, (desk,))
    unlock = window.screen_widget
    assert isinstance(unlock, DeskUnlock)
    yield _shown("desk-unlock")
    unlock.show_answer("passphrase", WORDS)
    unlock.view.continue_asked.emit()
    _wait(lambda: isinstance(window.screen_widget, DeskView))
    bureau = window.keeping.bureau
    assert bureau is not None
    _wait(lambda: not bureau.reading)
    yield _shown("desk")
    with DossierFile.open(desk / "0.dossier", ring) as file:
        reminder = Reminder(on=TODAY + timedelta(days=5), text="Appeler la préfecture")
        write_follow_up(file, FollowUp(volunteer="Élise", opened_on=TODAY, reminders=(reminder,)))
        _arrive(window, NotesPage(window.services, file))
        yield _shown("desk-notes")
    other = paths.put(told(), "identity.family_name", "DIALLO BARRY")
    versions = (Version(desk / "0.dossier", told()), Version(desk / "0 (poste 2).dossier", other))
    window.keeping.show_list_page(ConflictPage(*versions), window.show_start)
    yield _shown("desk-conflict")


def _protected(path: Path) -> None:
    DossierFile.create(path, told(), WORDS).close()


def damaged(path: Path) -> None:
    """A dossier whose first bytes are not its own any more."""
    _protected(path)
    data = bytearray(path.read_bytes())
    data[3] ^= 1
    path.write_bytes(data)


def held(path: Path) -> None:
    """A dossier that another computer has open."""
    DossierFile.create(path, told()).close()
    holder = lock_file.Holder("poste-2", 1, datetime.now().astimezone())
    lock_file.lock_path(path).write_bytes(msgspec.json.encode(holder))


def _arrive(window: MainWindow, page: ConfirmErase | Farewell | NotesPage) -> None:
    """Show a page with the focus where the program puts it."""
    window.show_screen(page)
    page.arrive()


def _shown(name: str) -> str:
    """The page as it is once everything has its place."""
    for _round in range(5):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return name


def _wait(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until
        QApplication.processEvents()
        time.sleep(0.01)
