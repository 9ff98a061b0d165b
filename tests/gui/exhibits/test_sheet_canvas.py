"""The frame on a page, drawn with the mouse and moved with the keys; it never leaves the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.dossier.model import Dossier, Sheet
from core.i18n import _
from core.storage.dossier_file import DossierFile
from gui.exhibits.sheet_canvas import LEAST, SheetCanvas
from gui.exhibits.work import ExhibitWork
from gui.services import Services
from gui.wizard.session import Session
from tests.exhibits.corpus import photo
from tests.gui.conftest import TODAY
from tests.gui.keys import Key, press

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot: QtBot, dossier_file: Callable[[Dossier], DossierFile]) -> SheetCanvas:
    work = ExhibitWork(Session(dossier_file(Dossier()), lambda: TODAY), Services())
    made = SheetCanvas(work)
    # Kept with the canvas: nobody else holds it here.
    work.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda _widget: work.close())
    made.resize(400, 400)
    made.show()
    qtbot.waitActive(made)
    made.show_sheet(Sheet(blob=work.session.file.add_blob(photo())), _("Page {number}", number=1))
    qtbot.waitUntil(lambda: made.ready, timeout=30_000)
    made.begin()
    return made


def test_the_mouse_draws_the_frame(canvas: SheetCanvas) -> None:
    box = canvas.picture_box()
    start = QPoint(round(box.x() + box.width() * 0.75), round(box.y() + box.height() * 0.5))
    end = QPoint(round(box.x() + box.width() * 0.25), round(box.y() + box.height() * 0.25))
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    frame = canvas.frame
    assert frame is not None
    sides = (frame.left(), frame.top(), frame.right(), frame.bottom())
    assert sides == pytest.approx((0.25, 0.25, 0.75, 0.5), abs=0.01)


def test_the_keys_never_take_the_frame_off_the_page(canvas: SheetCanvas) -> None:
    for key in (Key.Key_Left, Key.Key_Up, Key.Key_Right, Key.Key_Down):
        press(*[key] * 60)
        frame = canvas.frame
        assert frame is not None
        assert frame.left() >= 0
        assert frame.top() >= 0
        assert frame.right() <= 1.0001
        assert frame.bottom() <= 1.0001
    press(*[Key.Key_Left, Key.Key_Up] * 60, modifier=SHIFT)
    frame = canvas.frame
    assert frame is not None
    assert (frame.width(), frame.height()) == pytest.approx((LEAST, LEAST))
    assert "Cadre" in canvas.accessibleName()


def test_enter_accepts_and_escape_gives_up(canvas: SheetCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.accepted, timeout=1000):
        press(Key.Key_Return)
    with qtbot.waitSignal(canvas.dropped, timeout=1000):
        press(Key.Key_Escape)
