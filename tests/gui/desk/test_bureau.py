"""The desk in the window: its list, its notes, its exports, its conflicts, its lock."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from core.dossier import paths
from core.dossier.values import Mode
from core.storage.computer import Answer, Computer, remember, remembered
from core.storage.desk import DeskFilter
from core.storage.dossier_file import DossierFile
from core.storage.follow_up import FollowUp, Outcome, read_follow_up, write_follow_up
from core.storage.handover import export_handover
from core.storage.key import KeyRing
from core.storage.open_files import is_open_here
from core.storage.places import find_places
from gui.app import create_window
from gui.desk.conflict_page import ConflictPage
from gui.desk.notes import NotesPage
from gui.desk.unlock import DeskUnlock
from gui.desk.view import DeskView
from gui.file_page import KeepWords
from gui.services import Services
from gui.window import MainWindow
from tests.gui.desk.conftest import TODAY, WORDS, fill, person

Make = Callable[..., MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossiers"
    made.mkdir()
    return made


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path, folder: Path) -> Make:
    """Makes the window of a seat that knows the desk's folder, and gives the passphrase."""
    windows: list[MainWindow] = []

    def start(words: str = WORDS, *, known: bool = True, given: Path | None = None) -> MainWindow:
        if known:
            remember(find_places(shared=False), Answer(Computer.DESK, (folder,)))
        window = create_window(
            Services(
                today=lambda: TODAY,
                choose_desk_folder=lambda _parent: folder,
                choose_target=lambda _parent, proposed: tmp_path / proposed.name,
                choose_given=lambda _parent: given,
            )
        )
        qtbot.addWidget(window, before_close_func=lambda each: each.close())
        windows.append(window)
        window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        if known:
            page = window.screen_widget
            assert isinstance(page, DeskUnlock)
            page.show_answer("passphrase", words)
            press(Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: window.screen_widget is not page or bool(errors(page)), timeout=10_000)
            wait_read(window, qtbot)
        return window

    return start


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def errors(page: DeskUnlock) -> list[str]:
    return [str(field.error) for field in page._fields.values() if field.error]


def wait_read(window: MainWindow, qtbot: QtBot) -> None:
    bureau = window.keeping.bureau
    assert bureau is not None
    qtbot.waitUntil(lambda: not bureau.reading, timeout=30_000)


def view_of(window: MainWindow) -> DeskView:
    assert isinstance(window.screen_widget, DeskView)
    return window.screen_widget


def wait_for(qtbot: QtBot, window: MainWindow, kind: type) -> None:
    qtbot.waitUntil(lambda: isinstance(window.screen_widget, kind), timeout=10_000)


def test_the_list_says_who_when_and_what(make: Make, folder: Path):
    fill(folder, 4)
    view = view_of(make())
    model = view.model
    lines = [
        [model.data(model.index(line, column)) for column in range(model.columnCount())]
        for line in range(model.rowCount())
    ]
    assert lines[0][:3] == ["DIALLO Aïssatou", "24/11/2026  Audience au tribunal", "Preuves attendues"]
    kaya = next(line for line in lines if line[0] == "KAYA Élif")
    assert kaya[2:] == ["Prêt à déposer", "Déposer", "92 Hauts-de-Seine", kaya[5], "Français", "Karim"]
    assert "KAYA Élif, " in str(
        model.data(model.index(lines.index(kaya), 0), Qt.ItemDataRole.AccessibleTextRole)
    )


def table_in(make: Make, folder: Path, width: int) -> QTableView:
    """The list of four dossiers in a window of that width."""
    fill(folder, 4)
    window = make()
    window.resize(width, 700)
    QApplication.processEvents()
    return view_of(window).table


@pytest.mark.parametrize("width", [1024, 1200, 1366])
def test_the_columns_take_all_the_room(make: Make, folder: Path, width: int):
    table = table_in(make, folder, width)
    assert table.horizontalHeader().length() == table.viewport().width()


@pytest.mark.parametrize("width", [1024, 1366])
def test_no_column_cuts_words_that_have_room(make: Make, folder: Path, width: int):
    table = table_in(make, folder, width)
    shown = [c for c in range(table.model().columnCount()) if not table.isColumnHidden(c)]
    for column, line in product(shown, range(4)):
        words = table.model().index(line, column)
        assert table.sizeHintForIndex(words).width() <= table.columnWidth(column), words.data()


def test_a_wrong_passphrase_is_said_and_nothing_opens(make: Make, folder: Path):
    fill(folder, 1)
    make().close()
    window = make("autre phrase")
    page = window.screen_widget
    assert isinstance(page, DeskUnlock)
    assert errors(page) == ["Ce n’est pas la bonne phrase secrète. Vérifiez chaque mot, puis essayez encore."]


def test_the_first_time_the_words_are_proposed_noted_and_the_folder_remembered(
    make: Make, folder: Path, qtbot: QtBot, tmp_path: Path
):
    window = make(known=False)
    for _answer in range(2):
        press(Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    while focus is not None and focus.objectName() != "whose:desk":
        press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
    press(Qt.Key.Key_Return)
    assert isinstance(window.screen_widget, DeskUnlock)
    words = str(window.screen_widget.answers()["passphrase"])
    assert len(words.split()) == 4
    press(Qt.Key.Key_Return)
    wait_for(qtbot, window, KeepWords)
    page = window.screen_widget
    assert isinstance(page, KeepWords)
    assert page.passphrase == words
    page.sheet_asked.emit()
    qtbot.waitUntil(lambda: not window.keeping.busy, timeout=20_000)
    assert (tmp_path / "phrase secrète.pdf").read_bytes().startswith(b"%PDF")
    press(Qt.Key.Key_Escape)
    page.left.emit()
    wait_read(window, qtbot)
    assert view_of(window).model.rowCount() == 0
    assert remembered(find_places(shared=False)) == Answer(Computer.DESK, (folder,))
    window.close()
    # The next start asks for the words alone.
    again = make(words)
    assert view_of(again).model.rowCount() == 0


def test_enter_opens_the_line_and_leaving_brings_the_list_back_as_it_was(
    make: Make, folder: Path, qtbot: QtBot
):
    fill(folder, 12)
    window = make()
    QTest.keyClicks(view_of(window).search, "kaya")
    assert [row.name for row in view_of(window).model.rows] == ["KAYA Élif"]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.wizard is not None, timeout=10_000)
    assert window.wizard is not None
    assert window.wizard.session.dossier.identity.given_names == "Élif"
    window.wizard.session.apply(lambda told: paths.put(told, "identity.family_name", "KAYAOGLU"))
    window.leave()
    assert view_of(window).search.text() == "kaya"
    assert [row.name for row in view_of(window).model.rows] == ["KAYAOGLU Élif"]


def test_a_new_dossier_is_in_the_folder_under_the_desks_words(make: Make, folder: Path, qtbot: QtBot):
    window = make()
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.wizard is not None, timeout=10_000)
    window.leave()
    (path,) = folder.glob("*.dossier")
    with DossierFile.open(path, WORDS) as file:
        assert read_follow_up(file).opened_on == TODAY
        assert file.dossier.preferences.mode is Mode.WITH_VOLUNTEER


def test_notes_are_kept_beside_the_answers_and_seen_in_the_list(make: Make, folder: Path, qtbot: QtBot):
    fill(folder, 1)
    window = make()
    view_of(window).notes_asked.emit(view_of(window).model.rows[0])
    wait_for(qtbot, window, NotesPage)
    page = window.screen_widget
    assert isinstance(page, NotesPage)
    assert page.bar.continue_button.text() == "Enregistrer les notes"
    page.show_answer("volunteer", "Noémie")
    page.show_answer("notes", "Rappeler lundi")
    page.show_answer("outcome", Outcome.GRANTED)
    page.show_answer("reminder_on", TODAY)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page._go_on()
    assert page._fields["reminder_text"].error
    page.show_answer("reminder_text", "Appeler la préfecture")
    page._go_on()
    wait_for(qtbot, window, DeskView)
    (row,) = view_of(window).model.rows
    assert (row.volunteer, row.step) == ("Noémie", "order_received")
    path = Path(row.path)
    assert not is_open_here(path)
    with DossierFile.open(path, WORDS) as file:
        kept = read_follow_up(file)
    assert kept.notes == "Rappeler lundi"
    assert [(each.on, each.text) for each in kept.reminders] == [(TODAY, "Appeler la préfecture")]
    assert kept.opened_on == TODAY


def test_filters_by_key_and_dossiers_to_erase_are_announced(make: Make, folder: Path):
    ring = fill(folder, 3)
    with DossierFile.open(folder / "000.dossier", ring) as file:
        write_follow_up(file, FollowUp(closed_on=TODAY, may_keep=False))
    with DossierFile.open(folder / "001.dossier", ring) as file:
        write_follow_up(file, FollowUp(for_jurist=True))
    window = make()
    view = view_of(window)
    assert view._to_erase.isVisible()
    counts = {}
    for number, narrowed in enumerate(DeskFilter, start=1):
        press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert view.narrowed is narrowed
        counts[narrowed] = view.model.rowCount()
    assert counts[DeskFilter.ALL] == 3
    assert counts[DeskFilter.TO_ERASE] == 1
    assert counts[DeskFilter.FOR_JURIST] == 1
    assert counts[DeskFilter.ORDER_RECEIVED] == 0


def test_two_versions_are_shown_side_by_side_and_none_is_lost(make: Make, folder: Path, qtbot: QtBot):
    ring = fill(folder, 1)
    copy = folder / "000.sync-conflict-20261123-091500-ABCDEFG.dossier"
    shutil.copyfile(folder / "000.dossier", copy)
    with DossierFile.open(copy, ring) as file:
        file.save(paths.put(person(0), "identity.family_name", "DIALO"))
    window = make()
    assert view_of(window)._conflicts.isVisible()
    view_of(window).conflicts_asked.emit()
    wait_for(qtbot, window, ConflictPage)
    page = window.screen_widget
    assert isinstance(page, ConflictPage)
    words = [label.text() for label in page.findChildren(QLabel)]
    # As this person was asked, not as a parent is asked for a child.
    assert {"Votre nom de famille", "DIALLO", "DIALO"} <= set(words)
    page.chosen.emit(copy)
    wait_for(qtbot, window, DeskView)
    wait_read(window, qtbot)
    assert not view_of(window)._conflicts.isVisible()
    assert sorted(row.name for row in view_of(window).model.rows) == ["DIALLO Aïssatou", "DIALO Aïssatou"]
    with DossierFile.open(folder / "000.dossier", ring) as file:
        assert file.dossier.identity.family_name == "DIALO"


@pytest.mark.parametrize(
    ("signal", "name", "start"),
    [
        ("calendar_asked", "dates.ics", b"BEGIN:VCALENDAR"),
        ("week_asked", "semaine.pdf", b"%PDF"),
        ("statistics_asked", "statistiques.csv", "\ufeffRubrique;Valeur;Nombre".encode()),
    ],
)
def test_exports(
    make: Make, folder: Path, qtbot: QtBot, tmp_path: Path, signal: str, name: str, start: bytes
):
    fill(folder, 6)
    window = make()
    getattr(view_of(window), signal).emit()
    qtbot.waitUntil(lambda: not window.keeping.busy, timeout=20_000)
    written = (tmp_path / name).read_bytes()
    assert written.startswith(start)
    assert view_of(window)._notice.text() == f"Enregistré\N{NO-BREAK SPACE}: {name}"
    if name != "semaine.pdf":
        # No name leaves the desk in a calendar or in statistics.
        assert b"DIALLO" not in written


def test_a_dossier_that_was_handed_over_comes_in_under_the_desks_words(
    make: Make, folder: Path, qtbot: QtBot, tmp_path: Path
):
    with DossierFile.in_memory(person(1)) as file:
        export_handover(file, tmp_path / "remis.zip", TODAY)
    window = make(given=tmp_path / "remis.zip")
    view_of(window).import_asked.emit()
    qtbot.waitUntil(lambda: window.wizard is not None, timeout=10_000)
    window.leave()
    assert [row.name for row in view_of(window).model.rows] == ["BENALI Mohamed"]
    (path,) = folder.glob("*.dossier")
    DossierFile.open(path, KeyRing(WORDS)).close()


def test_what_is_no_hand_over_is_refused_in_a_sentence(make: Make, qtbot: QtBot, tmp_path: Path):
    (tmp_path / "photo.zip").write_bytes(b"PK not a zip")
    window = make(given=tmp_path / "photo.zip")
    view_of(window).import_asked.emit()
    qtbot.waitUntil(lambda: view_of(window)._notice_card.isVisible(), timeout=10_000)
    assert "n’est pas un dossier transmis" in view_of(window)._notice.text()


def test_files_of_another_association_are_counted_not_opened(make: Make, folder: Path, tmp_path: Path):
    fill(folder, 2)
    other = folder / "autre"
    other.mkdir()
    fill(other, 1, "une autre phrase")
    view = view_of(make())
    assert view._notice.text() == "1 dossier a une autre phrase secrète."
    assert view.model.rowCount() == 3


def test_five_idle_minutes_lock_the_desk_until_its_words_are_typed(make: Make, folder: Path, qtbot: QtBot):
    fill(folder, 1)
    window = make()
    assert window.keeping.hiding._idle is not None
    assert window.keeping.hiding._idle.watching
    view = view_of(window)
    window.keeping.hiding._idle._timer.timeout.emit()
    assert not view.isVisible()
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_A)
    assert not view.isVisible(), "only the passphrase opens"
    cover = window.keeping.hiding._cover
    assert cover is not None
    assert cover.field is not None
    cover.field.setText("mauvaise phrase")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(cover._state.text()), timeout=5000)
    assert not view.isVisible()
    cover.field.setText(f" {WORDS}\n")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(view.isVisible, timeout=5000)
