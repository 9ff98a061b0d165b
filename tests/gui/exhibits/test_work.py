"""Imports beside the window: what becomes of each file, and what a person can do while they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.dossier.model import Attempt, Dossier, Exhibit
from core.dossier.values import ExhibitStatus
from core.exhibits import arrange
from core.storage.dossier_file import DossierFile
from gui.exhibits import changes
from gui.exhibits.taking import Target
from gui.exhibits.work import STOPPED, ExhibitWork
from gui.services import Services
from gui.wizard.session import Session
from tests.exhibits.corpus import photo
from tests.gui.conftest import TODAY

Make = Callable[[Dossier], ExhibitWork]


@pytest.fixture
def work_on(dossier_file: Callable[[Dossier], DossierFile], qtbot: QtBot) -> Iterator[Make]:
    made: list[ExhibitWork] = []

    def make(dossier: Dossier) -> ExhibitWork:
        work = ExhibitWork(Session(dossier_file(dossier), lambda: TODAY), Services())
        made.append(work)
        return work

    yield make
    for work in made:
        work.close()


def picture(path: Path, colour: str) -> Path:
    Image.new("RGB", (600, 600), colour).save(path)
    return path


def count(work: ExhibitWork) -> int:
    return len(work.session.dossier.exhibits)


def taken(qtbot: QtBot, work: ExhibitWork, *sources: Path | QImage, target: Target | None = None) -> None:
    with qtbot.waitSignal(work.settled, timeout=30_000):
        work.take(sources, target)


def test_each_file_ends_as_an_exhibit_or_in_one_sentence(qtbot: QtBot, work_on: Make, tmp_path: Path) -> None:
    work = work_on(Dossier())
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    place = tmp_path / "place.jpg"
    place.write_bytes(photo(place=True))
    red = picture(tmp_path / "IMG-20261103-WA0001.png", "red")
    taken(qtbot, work, red, broken, tmp_path / "gone.png", place)
    assert [len(e.sheets) for e in work.session.dossier.exhibits] == [1, 1]
    assert [(line.name, line.tone) for line in work.report] == [
        ("broken.png", "stop"),
        ("gone.png", "stop"),
        ("place.jpg", "warn"),
    ]
    # Nothing is taken for true before the person says so.
    first = work.session.dossier.exhibits[0]
    assert first.on is None
    assert str(work.dates_for(first)[0].on) == "2026-11-03"


def test_a_folder_and_a_pasted_picture(qtbot: QtBot, work_on: Make, tmp_path: Path) -> None:
    work = work_on(Dossier())
    picture(tmp_path / "b.png", "red")
    picture(tmp_path / "a.png", "blue")
    (tmp_path / "notes.txt").write_text("not a picture")
    pasted = QImage(600, 600, QImage.Format.Format_RGB32)
    pasted.fill(Qt.GlobalColor.green)
    taken(qtbot, work, pasted, tmp_path)
    assert count(work) == 3
    assert list(work.report) == []


def test_a_file_given_twice_is_noticed_and_can_still_be_added(
    qtbot: QtBot, work_on: Make, tmp_path: Path
) -> None:
    work = work_on(Dossier())
    red = picture(tmp_path / "red.png", "red")
    taken(qtbot, work, red)
    taken(qtbot, work, red, picture(tmp_path / "blue.png", "blue"))
    assert count(work) == 2
    (line,) = work.report
    assert str(line.message) == str(changes.duplicate(1))
    work.add_again(line)
    assert count(work) == 3
    assert list(work.report) == []


def test_files_for_a_fact_become_one_exhibit_that_shows_it(
    qtbot: QtBot, work_on: Make, tmp_path: Path
) -> None:
    work = work_on(Dossier(attempts=(Attempt(id="a1"),)))
    files = (picture(tmp_path / "red.png", "red"), picture(tmp_path / "blue.png", "blue"))
    taken(qtbot, work, *files, target=Target(proves=("a1",)))
    (exhibit,) = work.session.dossier.exhibits
    assert exhibit.proves == ("a1",)
    assert exhibit.pages == 2
    assert arrange.unproven(work.session.dossier) == ()
    taken(qtbot, work, picture(tmp_path / "olive.png", "olive"), target=Target(proves=("a1",)))
    assert [e.pages for e in work.session.dossier.exhibits] == [3]


def test_a_paper_that_was_to_be_asked_for_is_there_once_it_has_a_file(
    qtbot: QtBot, work_on: Make, tmp_path: Path
) -> None:
    told = Exhibit(id="e1", title="Lettre", status=ExhibitStatus.TO_REQUEST)
    work = work_on(Dossier(exhibits=(told,)))
    taken(qtbot, work, picture(tmp_path / "red.png", "red"), target=Target(exhibit="e1"))
    (exhibit,) = work.session.dossier.exhibits
    assert exhibit.status is ExhibitStatus.ATTACHED
    assert exhibit.title == "Lettre"


def test_stopping_keeps_what_is_in_and_says_so_once(qtbot: QtBot, work_on: Make, tmp_path: Path) -> None:
    work = work_on(Dossier())
    files = [picture(tmp_path / f"{number}.png", f"#{12 * number:02x}4080") for number in range(20)]
    work.progressed.connect(lambda done, _total: work.cancel() if done >= 2 else None)
    taken(qtbot, work, *files)
    assert 1 <= count(work) < 20
    assert [str(line.message) for line in work.report] == [str(STOPPED)]
    # And the next import works.
    taken(qtbot, work, picture(tmp_path / "last.png", "white"))
    assert list(work.report) == []


def test_closing_in_the_middle_keeps_what_is_in_and_no_stray_file(
    qtbot: QtBot, work_on: Make, tmp_path: Path
) -> None:
    work = work_on(Dossier())
    work.take([picture(tmp_path / f"{number}.png", f"#{12 * number:02x}4080") for number in range(12)])
    qtbot.waitUntil(lambda: work.done >= 1, timeout=30_000)
    work.close()
    file = work.session.file
    kept = {sheet.blob for exhibit in work.session.dossier.exhibits for sheet in exhibit.sheets}
    assert kept
    assert kept == set(file.blobs())


def test_days_found_wait_for_the_next_opening_until_they_are_refused(
    qtbot: QtBot, work_on: Make, tmp_path: Path
) -> None:
    work = work_on(Dossier())
    taken(qtbot, work, picture(tmp_path / "IMG-20261103-WA0001.png", "red"))
    (exhibit,) = work.session.dossier.exhibits
    again = ExhibitWork(work.session, Services())
    assert again.dates_for(exhibit) == work.dates_for(exhibit) != ()
    for found in again.dates_for(exhibit):
        again.refuse_date(exhibit, found)
    assert again.dates_for(exhibit) == ()
    assert ExhibitWork(work.session, Services()).dates_for(exhibit) == ()


def test_a_day_given_that_the_file_contradicts_is_said(qtbot: QtBot, work_on: Make, tmp_path: Path) -> None:
    work = work_on(Dossier())
    taken(qtbot, work, picture(tmp_path / "IMG-20261103-WA0001.png", "red"))
    (exhibit,) = work.session.dossier.exhibits
    other = work.contradiction(replace(exhibit, on=TODAY))
    assert other is not None
    assert str(other.on) == "2026-11-03"


def test_a_picture_is_drawn_beside_the_window_and_a_missing_one_is_said(
    qtbot: QtBot, work_on: Make, tmp_path: Path
) -> None:
    work = work_on(Dossier())
    taken(qtbot, work, picture(tmp_path / "red.png", "red"))
    sheet = work.session.dossier.exhibits[0].sheets[0]
    with qtbot.waitSignal(work.drawn, timeout=30_000) as drawn:
        assert work.ask_picture(sheet, 100) is None
    image = drawn.args[2]
    assert image.pixelColor(50, 50).red() > 200
    assert work.ask_picture(sheet, 100) is image
    with qtbot.waitSignal(work.drawn, timeout=30_000) as drawn:
        work.ask_picture(replace(sheet, blob="0" * 64), 100)
    assert drawn.args[2] is None


def test_an_import_that_cannot_be_saved_is_said_and_the_dossier_stays(
    qtbot: QtBot, work_on: Make, tmp_path: Path
) -> None:
    work = work_on(Dossier())
    path = work.session.file.path
    assert path is not None
    red = picture(tmp_path / "red.png", "red")
    path.rename(path.with_suffix(".elsewhere"))
    taken(qtbot, work, red)
    path.with_suffix(".elsewhere").rename(path)
    assert work.session.dossier.exhibits == ()
    assert {line.tone for line in work.report} == {"stop"}
