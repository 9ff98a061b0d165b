"""Files in the window: whose computer, hiding and locking, opening and its refusals, copies, erasing."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.dossier import examples, paths
from core.dossier.model import Dossier
from core.storage import key
from core.storage.backups import Backup, Backups
from core.storage.computer import Answer, Computer, forget, remembered
from core.storage.dossier_file import DossierFile
from core.storage.errors import (
    DamagedDossier,
    DossierFileError,
    DossierInUse,
    NewerDossierFile,
    NotADossierFile,
)
from core.storage.open_files import is_open_here
from core.storage.places import PrivateFolder, find_places
from core.storage.recent import RecentDossiers
from gui.cover import Cover, IdleWatch
from gui.farewell import ConfirmErase, ErasedPage, Farewell
from gui.file_acts import write_copy
from gui.file_page import Act, BackupsPage, EraseDossier, FilePage, KeepWords
from gui.passphrase_page import PassphrasePage
from gui.rescue import RescuePage
from gui.start_page import StartPage
from gui.unlock import Unlock
from gui.whose import WhosePage
from gui.widgets.basic import Button
from gui.widgets.cards import LinkRow
from gui.window import MainWindow
from tests.gui.conftest import TODAY
from tests.outside_pages import damaged, held

WORDS = "lampe jardin pomme soleil"


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(key, "KDF_ROUNDS", 10)
    yield
    QThreadPool.globalInstance().waitForDone(10_000)


@pytest.fixture
def wait(window: MainWindow, qtbot: QtBot) -> Callable[[type], QWidget]:
    """Waits for a kind of screen."""

    def until(kind: type) -> QWidget:
        qtbot.waitUntil(lambda: isinstance(window.screen_widget, kind), timeout=10_000)
        assert window.screen_widget is not None
        return window.screen_widget

    return until


def told() -> Dossier:
    return examples.example("cergy", TODAY)


def screen(window: MainWindow) -> QWidget | None:
    """What the window shows now."""
    return window.screen_widget


def press(pressed: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, pressed)
    QApplication.processEvents()


def idle(window: MainWindow) -> None:
    """Five minutes pass without a key or a mouse."""
    watch = window.keeping.hiding._idle
    assert watch is not None
    assert watch._timer.interval() == 5 * 60_000
    watch._timer.timeout.emit()


# --- whose computer --------------------------------------------------------------------------------------


def test_a_shared_computer_is_asked_again_and_forgets_the_earlier_answer(window: MainWindow):
    assert remembered(find_places(shared=False)) == Answer(Computer.PRIVATE)
    window.keeping.ask_whose()
    assert isinstance(window.screen_widget, WhosePage)
    # A ring or a half disc beside an answer would look like something to choose, or half chosen.
    assert {link.icon_name for link in window.screen_widget.findChildren(LinkRow)} == {None}
    window.keeping.settle(Computer.SHARED)
    assert remembered(find_places(shared=False)) is None
    assert window.keeping.recent() == []
    assert window._leave.isVisible()
    assert window._leave.text() == "Effacer et quitter"


def test_on_a_shared_computer_temporary_files_and_dialogs_stay_in_the_private_folder(
    window: MainWindow, tmp_path: Path, isolated_folders: Path
):
    before = tempfile.gettempdir()
    there = {p for p in isolated_folders.rglob("*") if p.is_file()}
    window.keeping.settle(Computer.SHARED)
    private = window.keeping._traces
    assert private is not None
    assert private.path is not None
    assert private.path.parent == Path(before)
    assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(private.path)
    with tempfile.NamedTemporaryFile(delete=False) as left:
        left.write(b"answer")
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.done(1)
    dialog.deleteLater()
    QApplication.processEvents()
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setValue("probe", "x")
    settings.sync()
    outside = {p for p in isolated_folders.rglob("*") if p.is_file()} - there
    assert all(private.path in found.parents for found in outside), outside
    # A dossier on a stick brings the private folder there.
    stick = tmp_path / "stick"
    stick.mkdir()
    DossierFile.create(stick / "a.dossier", Dossier()).close()
    window.open_path(stick / "a.dossier")
    assert private.path is not None
    assert private.path.parent == stick
    assert window.wizard is not None
    window.leave()
    assert isinstance(window.screen_widget, Farewell)
    assert {p for p in isolated_folders.rglob("*") if p.is_file()} <= there
    assert [p.name for p in stick.iterdir()] == ["a.dossier"]
    assert tempfile.gettempdir() == before
    assert os.environ["TMPDIR"] == before


def test_what_a_crash_left_is_emptied_at_the_next_start(window: MainWindow, qtbot: QtBot):
    dead = PrivateFolder(Path(tempfile.gettempdir()))
    (dead.path / "answer.pdf").write_bytes(b"x")
    # The process ends: its lock goes with it, its folder stays.
    dead._lock.close()
    window.keeping._sweep()
    qtbot.waitUntil(lambda: not dead.path.exists(), timeout=5000)


def test_answers_in_memory_are_asked_about_before_they_go(window: MainWindow, tmp_path: Path):
    window.keeping.settle(Computer.SHARED)
    window.keeping.opened(DossierFile.in_memory(told()))
    assert not window.close(), "the window must not take the answers with it"
    page = window.screen_widget
    assert isinstance(page, ConfirmErase)
    page.left.emit()
    assert screen(window) is window.wizard
    window.leave()
    page = window.screen_widget
    assert isinstance(page, ConfirmErase)
    press(Qt.Key.Key_Return)
    assert screen(window) is window.wizard, "Enter on the first button loses nothing"
    window.leave()
    page = window.screen_widget
    assert isinstance(page, ConfirmErase)
    page.keep_asked.emit()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert window.wizard is not None
    kept = window.wizard.session.file
    assert kept.path is not None
    assert kept.path.parent == tmp_path
    assert kept.dossier == told()
    window.leave()
    assert isinstance(window.screen_widget, Farewell)
    assert DossierFile.open(kept.path, read_only=True).dossier == told()


# --- the neutral screen ----------------------------------------------------------------------------------


@pytest.mark.parametrize("end", [Qt.Key.Key_A, Qt.Key.Key_F9, Qt.Key.Key_Return, Qt.Key.Key_Tab, "click"])
def test_f9_hides_everything_everywhere_and_brings_it_back(window: MainWindow, end: Qt.Key | str):
    window.keeping.opened(DossierFile.in_memory(told()))
    wizard = window.wizard
    assert wizard is not None
    wizard.session.apply(lambda dossier: paths.put(dossier, "identity.family_name", "AUTRE"))
    field = next(f for f in wizard.findChildren(QWidget) if f.focusPolicy() & Qt.FocusPolicy.TabFocus.value)
    field.setFocus()
    before = QApplication.focusWidget()
    press(Qt.Key.Key_F9)
    visible = [w for w in window.findChildren(QWidget) if w.isVisible() and not isinstance(w, Cover)]
    texts = [w.text() for w in visible if hasattr(w, "text")]
    assert texts == ["Appuyez sur une touche pour revenir."]
    (words,) = (w for w in visible if isinstance(w, QLabel))
    assert words.alignment() & Qt.AlignmentFlag.AlignHCenter
    told_before = wizard.session.dossier
    window._undo()
    assert wizard.session.dossier == told_before
    assert isinstance(screen(window), Cover)
    if isinstance(end, str):
        QTest.mouseClick(QApplication.focusWidget() or window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    else:
        press(end)
    assert screen(window) is wizard
    assert wizard.isVisible()
    assert window._bar.isVisible()
    assert QApplication.focusWidget() is before


def test_a_private_computer_is_hidden_but_never_locked_by_itself(window: MainWindow):
    assert window.keeping.hiding._idle is None


def test_five_idle_minutes_lock_a_protected_dossier(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    window.keeping.settle(Computer.SHARED)
    window.keeping.opened(DossierFile.create(tmp_path / "a.dossier", told(), WORDS))
    wizard = window.wizard
    # Already hidden by hand: it is locked all the same.
    press(Qt.Key.Key_F9)
    idle(window)
    cover = window.screen_widget
    assert isinstance(cover, Cover)
    assert cover.locked
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(Qt.Key.Key_F9)
    assert window.screen_widget is cover
    assert cover.field is not None
    cover.field.setText("lampe jardin pomme")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(cover._state.text()), timeout=5000)
    assert window.screen_widget is cover
    cover.field.setText(WORDS)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.screen_widget is wizard, timeout=5000)


def test_without_a_passphrase_five_idle_minutes_only_cover(window: MainWindow):
    window.keeping.settle(Computer.SHARED)
    window.keeping.opened(DossierFile.in_memory(told()))
    idle(window)
    assert isinstance(screen(window), Cover)
    press(Qt.Key.Key_Space)
    assert screen(window) is window.wizard


def test_leaving_is_possible_without_the_words(window: MainWindow, tmp_path: Path):
    window.keeping.settle(Computer.SHARED)
    window.keeping.opened(DossierFile.create(tmp_path / "a.dossier", told(), WORDS))
    idle(window)
    cover = window.screen_widget
    assert isinstance(cover, Cover)
    cover.left.emit()
    assert isinstance(window.screen_widget, Farewell)
    assert not is_open_here(tmp_path / "a.dossier")


def test_every_touch_begins_the_five_minutes_anew(window: MainWindow, qtbot: QtBot):
    watch = IdleWatch(window)
    watch.watch(window)
    watch._timer.setInterval(400)
    heard: list[int] = []
    watch.idle.connect(lambda: heard.append(1))
    handle = window.windowHandle()
    assert handle is not None
    for _touch in range(4):
        QTest.qWait(150)
        QTest.mouseMove(handle, QPoint(10 + _touch, 10))
    assert heard == []
    qtbot.waitUntil(lambda: heard == [1], timeout=5000)


# --- what does not open ----------------------------------------------------------------------------------


def newer(path: Path) -> None:
    DossierFile.create(path, told()).close()
    import sqlcipher3.dbapi2 as sqlcipher

    connection = sqlcipher.connect(str(path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("prepare", "kind", "heading", "ways"),
    [
        (damaged, DamagedDossier, "Ce dossier est abîmé", {"again", "another"}),
        (newer, NewerDossierFile, "Ce dossier est trop récent", {"again", "another"}),
        (held, DossierInUse, "Ce dossier est déjà ouvert", {"again", "another", "take-over"}),
    ],
)
def test_each_refusal_says_what_and_which_ways_are_left(
    window: MainWindow,
    tmp_path: Path,
    prepare: Callable[[Path], None],
    kind: type[DossierFileError],
    heading: str,
    ways: set[str],
):
    path = tmp_path / "a.dossier"
    prepare(path)
    window.open_path(path)
    page = window.screen_widget
    assert isinstance(page, RescuePage)
    assert isinstance(page.error, kind)
    assert page.heading.text() == heading
    offered = {w.objectName().removeprefix("rescue:") for w in page.findChildren(QWidget)}
    assert {name for name in offered if name in {"again", "another", "take-over", "backups"}} == ways
    assert "back" not in {link.icon_name for link in page.findChildren(LinkRow)}, "no link goes back"
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "sauvegarde" not in said, "there is none"


def test_a_damaged_dossier_with_a_copy_says_to_open_it(window: MainWindow, tmp_path: Path):
    path = tmp_path / "a.dossier"
    with DossierFile.create(path, told()) as file:
        Backups(find_places(shared=False)).make(file)
    path.unlink()
    damaged(path)
    window.open_path(path)
    page = window.screen_widget
    assert isinstance(page, RescuePage)
    assert str(DamagedDossier.sentence) in [label.text() for label in page.findChildren(QLabel)]
    assert page.findChild(QWidget, "rescue:backups")


def test_a_file_of_another_kind_offers_another_choice_only(window: MainWindow, tmp_path: Path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff" * 50)
    window.open_path(path)
    page = window.screen_widget
    assert isinstance(page, RescuePage)
    assert isinstance(page.error, NotADossierFile)
    page.left.emit()
    assert isinstance(window.screen_widget, StartPage)


def test_a_dossier_held_elsewhere_opens_when_the_person_insists(window: MainWindow, tmp_path: Path):
    path = tmp_path / "a.dossier"
    held(path)
    window.open_path(path)
    page = window.screen_widget
    assert isinstance(page, RescuePage)
    page.take_over_asked.emit()
    assert window.wizard is not None
    assert window.wizard.session.dossier == told()


def test_a_damaged_dossier_comes_back_from_its_copy_with_its_words(
    window: MainWindow, tmp_path: Path, wait: Callable[[type], QWidget], qtbot: QtBot
):
    path = tmp_path / "a.dossier"
    with DossierFile.create(path, told(), WORDS) as file:
        Backups(find_places(shared=False)).make(file)
    data = bytearray(path.read_bytes())
    data[3] ^= 1
    path.write_bytes(data)
    window.open_path(path)
    page = window.screen_widget
    assert isinstance(page, RescuePage)
    page.backups_asked.emit()
    copies = window.screen_widget
    assert isinstance(copies, BackupsPage)
    copies.chosen.emit(Backups(find_places(shared=False)).of(path)[0])
    unlock = wait(Unlock)
    assert isinstance(unlock, Unlock)
    unlock.show_answer("passphrase", "mauvais mots")
    unlock._go_on()
    qtbot.waitUntil(lambda: bool(unlock._fields["passphrase"].error), timeout=5000)
    unlock.show_answer("passphrase", WORDS)
    unlock._go_on()
    qtbot.waitUntil(lambda: window.wizard is not None, timeout=5000)
    assert window.wizard is not None
    assert window.wizard.session.dossier == told()


# --- the open dossier as a file --------------------------------------------------------------------------


@pytest.fixture
def file_page(window: MainWindow, tmp_path: Path) -> FilePage:
    """The page about a protected dossier on a private computer, with one copy of an earlier state."""
    file = DossierFile.create(tmp_path / "a.dossier", told(), WORDS)
    Backups(find_places(shared=False)).make(file)
    file.save(paths.put(told(), "identity.family_name", "AUTRE"))
    window.keeping.opened(file)
    window.keeping.show_file()
    assert isinstance(window.screen_widget, FilePage)
    return window.screen_widget


def test_one_click_goes_back_to_a_copy_without_asking_for_the_words(
    window: MainWindow, file_page: FilePage, tmp_path: Path, qtbot: QtBot
):
    file_page.asked.emit(Act.BACKUPS)
    page = window.screen_widget
    assert isinstance(page, BackupsPage)
    link = page.findChild(QWidget, "backup:0")
    assert link is not None
    QTest.keyClick(link, Qt.Key.Key_Space)
    qtbot.waitUntil(
        lambda: window.wizard is not None and window.wizard.session.dossier == told(), timeout=10_000
    )
    # What was there before is beside it, not lost.
    aside = tmp_path / "a (remplacé 1).dossier"
    with DossierFile.open(aside, WORDS) as file:
        assert file.dossier.identity.family_name == "AUTRE"


def test_copies_of_one_minute_are_told_apart_by_their_seconds(qtbot: QtBot, tmp_path: Path):
    made = datetime(2026, 11, 22, 14, 5, 9).astimezone()
    later = (0, 40, 300)
    copies = [
        Backup(number, made + timedelta(seconds=each), "", tmp_path) for number, each in enumerate(later)
    ]
    page = BackupsPage(copies)
    qtbot.addWidget(page)
    assert [link.words.replace("\N{NO-BREAK SPACE}", " ") for link in page.findChildren(LinkRow)] == [
        "Le 22 novembre 2026 à 14 h 05 min 09 s",
        "Le 22 novembre 2026 à 14 h 05 min 49 s",
        "Le 22 novembre 2026 à 14 h 10",
    ]


@pytest.mark.parametrize("encrypted", [True, False])
def test_only_a_dossier_with_a_passphrase_has_an_old_one(window: MainWindow, encrypted: bool):
    page = PassphrasePage(window.services, lambda _words: None, encrypted=encrypted)
    window.show_screen(page)
    said = [label.text() for label in page.findChildren(QLabel)]
    assert ("L’ancienne phrase ne marchera plus." in said) is encrypted


def test_an_open_dossier_without_a_passphrase_has_no_old_one(window: MainWindow, tmp_path: Path):
    DossierFile.create(tmp_path / "b.dossier", told()).close()
    window.open_path(tmp_path / "b.dossier")
    window.keeping.show_file()
    page = screen(window)
    assert isinstance(page, FilePage)
    page.asked.emit(Act.PROTECT)
    assert isinstance(screen(window), PassphrasePage)
    assert "L’ancienne phrase ne marchera plus." not in [w.text() for w in window.findChildren(QLabel)]


@pytest.mark.parametrize(("kind", "harmless"), [(EraseDossier, "page:back"), (ConfirmErase, "confirm:back")])
def test_what_erases_comes_after_the_way_that_does_not(
    window: MainWindow, kind: type[EraseDossier | ConfirmErase], harmless: str
):
    window.show_screen(page := kind())
    QApplication.processEvents()
    buttons = sorted(page.findChildren(Button), key=lambda button: button.y())
    assert buttons[0].objectName() == harmless
    assert buttons[-1].property("kind") == "danger"


def test_another_passphrase_is_proposed_set_noted_and_printed(
    window: MainWindow, file_page: FilePage, tmp_path: Path, wait: Callable[[type], QWidget], qtbot: QtBot
):
    file_page.asked.emit(Act.PROTECT)
    page = window.screen_widget
    assert isinstance(page, PassphrasePage)
    words = str(page.answers()["passphrase"])
    assert len(words.split()) == 4
    page._go_on()
    shown = wait(KeepWords)
    assert isinstance(shown, KeepWords)
    assert shown.passphrase == words
    with mock.patch.object(window.keeping, "services") as services:
        services.choose_target = lambda _parent, proposed: tmp_path / proposed.name
        services.today = lambda: TODAY
        shown.sheet_asked.emit()
        qtbot.waitUntil(lambda: not window.keeping.busy, timeout=20_000)
    assert (tmp_path / "phrase secrète.pdf").read_bytes().startswith(b"%PDF")
    shown.left.emit()
    assert screen(window) is window.wizard
    window.leave()
    DossierFile.open(tmp_path / "a.dossier", words).close()
    copies = Backups(find_places(shared=False)).of(tmp_path / "a.dossier")
    assert copies
    for copy in copies:
        DossierFile.open(copy.path, words, read_only=True).close()


def test_a_dossier_is_erased_with_its_copies_and_the_list_is_true(
    window: MainWindow, file_page: FilePage, tmp_path: Path, wait: Callable[[type], QWidget]
):
    path = tmp_path / "a.dossier"
    file_page.asked.emit(Act.ERASE)
    page = window.screen_widget
    assert isinstance(page, EraseDossier)
    page.erase_asked.emit()
    gone = wait(ErasedPage)
    shown = {w.text() for w in gone.findChildren(QWidget) if hasattr(w, "text")}
    assert "a.dossier" in shown
    assert not path.exists()
    assert Backups(find_places(shared=False)).of(path) == []
    assert RecentDossiers(find_places(shared=False)).paths() == []


def test_a_hand_over_is_written_and_said(
    window: MainWindow, file_page: FilePage, tmp_path: Path, qtbot: QtBot
):
    target = tmp_path / "remis.zip"
    with mock.patch.object(window.keeping, "services", wraps=window.services) as services:
        services.choose_target = lambda _parent, _proposed: target
        services.today = lambda: TODAY
        file_page.asked.emit(Act.HAND_OVER)
        qtbot.waitUntil(lambda: not window.keeping.busy, timeout=10_000)
    assert target.read_bytes().startswith(b"PK")
    assert "n’est pas protégé" in file_page._words.text()
    file_page.left.emit()
    assert screen(window) is window.wizard


def test_a_program_on_a_stick_asks_at_each_computer(window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    places = find_places(shared=False)
    forget(places)
    monkeypatch.setattr("gui.keeping.is_portable", lambda: True)
    window.keeping.settle(Computer.PRIVATE)
    assert remembered(places) is None
    assert isinstance(window.screen_widget, StartPage)
    monkeypatch.setattr("gui.keeping.is_portable", lambda: False)
    window.keeping.settle(Computer.PRIVATE)
    assert remembered(places) == Answer(Computer.PRIVATE)


def test_work_that_ends_meanwhile_never_shows_through_the_neutral_screen(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
):
    window.keeping.settle(Computer.SHARED)
    window.keeping.opened(DossierFile.create(tmp_path / "a.dossier", told(), WORDS))
    window.keeping.show_file()
    idle(window)
    cover = screen(window)
    assert isinstance(cover, Cover)
    # A page above the others goes, a new one comes, all of it is replaced: the cover stays.
    window.end_over()
    page = EraseDossier()
    window.show_over(page)
    assert screen(window) is cover
    assert not page.isVisible()
    window.keeping.show_list_page(ErasedPage(["a.dossier"]), window.show_start)
    assert screen(window) is cover
    assert cover.isVisible()
    assert not window._bar.isVisible()
    visible = [w for w in window.findChildren(QWidget) if w.isVisible() and hasattr(w, "text")]
    assert "a.dossier" not in {w.text() for w in visible}
    window.keeping.hiding.uncover()
    assert isinstance(screen(window), ErasedPage)
    assert window._bar.isVisible()
    # The window of this test still holds the dossier whose page went.
    assert window.wizard is not None
    window.wizard.session.close()
    window.wizard = None


@pytest.mark.parametrize("passphrase", [None, "quatre mots bien choisis"])
def test_a_copy_to_take_away_leaves_out_what_was_hidden_for_good(tmp_path: Path, passphrase: str | None):
    secret = b"the part that the person hid " * 40
    target = tmp_path / "copie.dossier"
    with DossierFile.create(tmp_path / "a.dossier", Dossier(), passphrase) as file:
        name = file.add_blob(secret)
        write_copy(file, target)
        # The open file still has it, for undoing.
        assert file.get_blob(name) == secret
    with DossierFile.open(target, passphrase) as copy:
        assert copy.blobs() == []
    assert b"the part that the person hid" not in target.read_bytes()
