"""Exhibits in the real window: dropped, pasted, put in order, hidden in part, and printed."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageDraw
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.dossier import examples
from core.dossier.model import Dossier, Exhibit
from core.interview import flow
from core.storage.dossier_file import DossierFile
from gui.exhibits.sheet_canvas import SheetCanvas
from gui.window import MainWindow
from gui.wizard.editors.exhibits import ExhibitsEditor
from gui.wizard.session import Step
from tests.e2e.conftest import TODAY, Desk
from tests.e2e.keyboard import Keyboard
from tests.exhibits.corpus import pdf

SECRET = (0, 255, 0)
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def capture(path: Path, colour: str) -> Path:
    """A screen capture whose middle holds what nobody may see, in a colour used nowhere else."""
    image = Image.new("RGB", (1000, 800), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1000, 60), fill=colour)
    draw.rectangle((420, 380, 580, 420), fill=SECRET)
    image.save(path)
    return path


@pytest.fixture
def exhibits_page(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Callable[[Dossier], ExhibitsEditor]:
    """Opens the window on the page of the exhibits."""

    def show(told: Dossier) -> ExhibitsEditor:
        window.show_wizard(DossierFile.create(tmp_path / "mine.dossier", told))
        assert window.wizard is not None
        window.wizard.session.jump(flow.page("exhibits"))
        window.wizard.refresh_view()
        return editor(window)

    return show


def editor(window: MainWindow) -> ExhibitsEditor:
    """The list of exhibits on the screen now."""
    assert window.wizard is not None
    found = window.wizard.view.findChild(ExhibitsEditor) if window.wizard.view is not None else None
    assert isinstance(found, ExhibitsEditor)
    return found


def drop(window: MainWindow, paths: list[Path]) -> None:
    """Drop files on the middle of the window, as the system would."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPoint(window.width() // 2, window.height() // 2)
    words = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(middle, *words)
    assert window.acceptDrops()
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), *words))


def exhibits_of(window: MainWindow) -> tuple[Exhibit, ...]:
    assert window.wizard is not None
    return window.wizard.session.dossier.exhibits


def pixels_of(data: bytes) -> list[Image.Image]:
    """Every picture that is anywhere in a PDF, decoded."""
    found = []
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        found += [Image.open(io.BytesIO(image.data)).convert("RGB") for image in page.images]
    return found


def shows_secret(image: Image.Image) -> bool:
    """Whether any pixel still has the colour of the secret, be it only its shadow."""
    red, green, blue = image.split()
    excess = ImageChops.subtract(green, ImageChops.lighter(red, blue))
    return any(excess.histogram()[61:])


def test_drop_three_files_paste_one_picture_reorder_mask_and_print(
    window: MainWindow,
    keyboard: Keyboard,
    desk: Desk,
    exhibits_page: Callable[[Dossier], ExhibitsEditor],
    tmp_path: Path,
) -> None:
    told = examples.example("cergy", TODAY)
    exhibits_page(replace(told, exhibits=()))
    wizard = window.wizard
    assert wizard is not None
    first = capture(tmp_path / "Capture d’écran 2026-11-03 102231.png", "navy")
    second = capture(tmp_path / "IMG-20261110-WA0001.png", "maroon")
    letter = tmp_path / "lettre.pdf"
    letter.write_bytes(pdf(2))
    originals = {path: path.read_bytes() for path in (first, second, letter)}

    drop(window, [first, second, letter])
    keyboard.wait(lambda: len(exhibits_of(window)) == 3)
    assert [exhibit.pages for exhibit in exhibits_of(window)] == [1, 1, 2]
    assert {path: path.read_bytes() for path in originals} == originals

    pasted = QImage(640, 480, QImage.Format.Format_RGB32)
    pasted.fill(Qt.GlobalColor.blue)
    QApplication.clipboard().setImage(pasted)
    keyboard.tab_to_name("exhibits:files")
    keyboard.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    keyboard.wait(lambda: len(exhibits_of(window)) == 4)
    keyboard.wait(lambda: len(editor(window).cards) == 4)

    # A day counts once it is confirmed, not before.
    assert exhibits_of(window)[0].on is None
    keyboard.tab_to_name("exhibits[0]:date:yes")
    keyboard.enter()
    assert str(exhibits_of(window)[0].on) == "2026-11-03"

    # The pasted picture, last of four, becomes the second; the first capture becomes the last.
    ids = [exhibit.id for exhibit in exhibits_of(window)]
    keyboard.tab_to_name("exhibits[3]:change")
    keyboard.press(Qt.Key.Key_Up, ALT)
    keyboard.press(Qt.Key.Key_Up, ALT)
    assert [e.id for e in exhibits_of(window)] == [ids[0], ids[3], ids[1], ids[2]]
    keyboard.press(Qt.Key.Key_Down, ALT)
    assert [e.id for e in exhibits_of(window)] == [ids[0], ids[1], ids[3], ids[2]]

    # Hide the middle of the first capture with the keys.
    keyboard.tab_to_name("exhibits[0]:pages")
    keyboard.enter()
    keyboard.tab_to_name("sheets:mask")
    keyboard.enter()
    canvas = keyboard.focus
    assert isinstance(canvas, SheetCanvas)
    keyboard.wait(lambda: canvas.ready)
    for _press in range(5):
        keyboard.press(Qt.Key.Key_Right)
    for _press in range(4):
        keyboard.press(Qt.Key.Key_Left)
    keyboard.press(Qt.Key.Key_Down, SHIFT)
    assert "Cadre" in canvas.accessibleName()
    keyboard.enter()
    (sheet,) = exhibits_of(window)[0].sheets
    assert len(sheet.masks) == 1
    keyboard.tab_to_name("sheets:burn")
    keyboard.enter()
    keyboard.wait(lambda: exhibits_of(window)[0].sheets[0].blob != sheet.blob)
    keyboard.tab_to_name("sheets:done")
    keyboard.enter()

    # Title and fact of the first one, through its form.
    keyboard.tab_to_name("exhibits[0]:change")
    keyboard.enter()
    keyboard.write("title", "Capture d’écran du site ANEF")
    keyboard.tick("exhibits:form:shows_message")
    keyboard.tab_to_name("exhibits:save")
    keyboard.enter()
    assert exhibits_of(window)[0].title == "Capture d’écran du site ANEF"
    assert exhibits_of(window)[0].shows_message is True
    assert exhibits_of(window)[0].pages == 1

    wizard.session.show(Step.RESULT)
    wizard.refresh_view()
    keyboard.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keyboard.wait(lambda: wizard.session.step is Step.DONE)
    (folder,) = [path for path in desk.folder.iterdir() if path.is_dir() and path.name.startswith("Guichet")]
    names = sorted(path.name for path in (folder / "pieces").iterdir())
    assert names[0] == "PJ1_Capture_d_ecran_du_site_ANEF_2026-11-03.pdf"
    assert [name[:4] for name in names] == ["PJ1_", "PJ2_", "PJ3_", "PJ4_"]
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert {f"pieces/{name}" for name in names} <= manifest["files"].keys()

    # What is hidden is in no file that goes out, and what is beside it is still there.
    masked, other = folder / "pieces" / names[0], folder / "pieces" / names[1]
    for image in pixels_of(masked.read_bytes()):
        assert not shows_secret(image)
        assert image.getpixel((image.width // 2, 20)) != (255, 255, 255)
    assert any(shows_secret(image) for image in pixels_of(other.read_bytes())), "the check itself works"
    paper = pixels_of((folder / "pieces-a-imprimer.pdf").read_bytes())
    assert sum(shows_secret(image) for image in paper) == 1

    # Once the dossier is closed, the copy that still showed it is gone from the dossier too.
    path = wizard.session.file.path
    assert path is not None
    window.leave()
    with DossierFile.open(path, read_only=True) as file:
        assert sheet.blob not in file.blobs()
        kept = {s.blob for exhibit in file.dossier.exhibits for s in exhibit.sheets}
        assert kept == set(file.blobs())


def test_undo_brings_back_what_a_mask_and_a_removal_took(
    window: MainWindow,
    keyboard: Keyboard,
    exhibits_page: Callable[[Dossier], ExhibitsEditor],
    tmp_path: Path,
) -> None:
    exhibits_page(replace(examples.example("cergy", TODAY), exhibits=()))
    drop(window, [capture(tmp_path / "one.png", "navy"), capture(tmp_path / "two.png", "olive")])
    keyboard.wait(lambda: len(exhibits_of(window)) == 2)
    keyboard.wait(lambda: len(editor(window).cards) == 2)
    before = exhibits_of(window)

    keyboard.tab_to_name("exhibits[1]:remove")
    keyboard.enter()
    assert exhibits_of(window) == before[:1]
    keyboard.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert exhibits_of(window) == before
    keyboard.wait(lambda: len(editor(window).cards) == 2)

    # Two pictures become one exhibit of two pages; the second page goes first; then all is taken back.
    keyboard.tab_to_name("exhibits[1]:join")
    keyboard.enter()
    (joined,) = exhibits_of(window)
    assert joined.sheets == (*before[0].sheets, *before[1].sheets)
    keyboard.tab_to_name("exhibits[0]:pages")
    keyboard.enter()
    keyboard.tab_to_name("sheets:later")
    keyboard.enter()
    (turned,) = exhibits_of(window)
    assert turned.sheets == (*before[1].sheets, *before[0].sheets)
    keyboard.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert exhibits_of(window) == before


def test_from_an_attempt_it_gets_its_picture(window: MainWindow, keyboard: Keyboard, tmp_path: Path) -> None:
    told = examples.example("cergy", TODAY)
    attempt = replace(told.attempts[0], proof=None)
    told = replace(told, attempts=(attempt, *told.attempts[1:]), exhibits=())
    image = capture(tmp_path / "IMG-20261110-WA0001.png", "navy")
    window.services = dataclasses.replace(window.services, choose_exhibits=lambda _parent: [image])
    window.show_wizard(DossierFile.create(tmp_path / "mine.dossier", told))
    wizard = window.wizard
    assert wizard is not None
    wizard.session.jump(flow.page("attempts"))
    wizard.refresh_view()
    keyboard.tab_to_name(f"journal:{attempt.id}")
    keyboard.enter()
    keyboard.tab_to_name(f"proof:{attempt.id}:files")
    keyboard.enter()
    keyboard.wait(lambda: len(exhibits_of(window)) == 1)
    (exhibit,) = exhibits_of(window)
    assert exhibit.proves == (attempt.id,)
    assert exhibit.title == "Capture d’écran du site ANEF"
    keyboard.tick(f"proof:{attempt.id}:shows_clock")
    assert exhibits_of(window)[0].shows_clock is True
