"""Cards give their words all the height that they need, at the width that they really get."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.interview.pictures import LookAt, Picture, Spot
from gui import style
from gui.app import create_application
from gui.widgets.cards import LinkRow, RadioCard, TickCard
from gui.widgets.document_picture import DocumentPicture

LONG = "Une attestation de prolongation, c’est-à-dire un document que l’on trouve sur le site"
HINT = "Une confirmation de dépôt n’est pas une attestation de prolongation, même si elle lui ressemble."


@pytest.mark.parametrize("width", [420, 560, 700, 1000])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize(
    "make",
    [
        lambda: RadioCard(LONG, HINT, Picture.PAPER_WITH_CODE),
        lambda: RadioCard(LONG, HINT),
        lambda: TickCard(LONG, HINT),
        lambda: LinkRow(LONG, note=HINT),
    ],
)
def test_no_word_is_cut_off(qtbot: QtBot, make: Callable[[], QWidget], width: int, scale: float) -> None:
    style.apply(create_application([]), scale=scale)
    host = QWidget()
    layout = QVBoxLayout(host)
    card = make()
    layout.addWidget(card)
    layout.addWidget(QWidget())
    qtbot.addWidget(host)
    host.resize(width, host.heightForWidth(width))
    layout.setGeometry(host.rect())
    assert card.height() >= card.heightForWidth(card.width())


@pytest.mark.parametrize("picture", list(Picture))
@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_every_drawing_shows_something_and_its_ring(qtbot: QtBot, picture: Picture, theme: str) -> None:
    style.apply(create_application([]), theme=theme)

    def drawn(*spots: Spot) -> QImage:
        widget = DocumentPicture(LookAt(picture, spots))
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        return widget.grab().toImage()

    plain = drawn()
    colours = {plain.pixel(x, y) for x in range(0, plain.width(), 3) for y in range(0, plain.height(), 3)}
    assert len(colours) > 2
    marked = [spot for spot in Spot if drawn(spot) != plain]
    assert marked, "nothing on this drawing can be pointed at"
