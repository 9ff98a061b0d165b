"""Cards give their words all the height that they need, at the width that they really get."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.interview.pictures import LookAt, Picture, Spot
from gui import style
from gui.app import create_application
from gui.widgets.cards import LinkRow, RadioCard, TickCard
from gui.widgets.document_picture import DocumentPicture, places, rings, shape_of

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


@pytest.mark.parametrize(
    ("picture", "spots", "count"),
    [
        (Picture.CARD, (Spot.NAME,), 1),
        (Picture.CARD, (Spot.NAME, Spot.BIRTH), 1),
        (Picture.CARD, (Spot.BIRTH, Spot.NUMBER), 2),
        (Picture.CARD, (Spot.DATES,), 1),
        (Picture.SCREEN, (Spot.MESSAGE,), 1),
        (Picture.LETTER, (Spot.DATES,), 1),
        (Picture.VISA, (Spot.NAME,), 1),
    ],
)
@pytest.mark.parametrize("height", [68, 130, 260])
def test_a_ring_goes_around_its_place_and_over_nothing_else(
    picture: Picture, spots: tuple[Spot, ...], count: int, height: int
) -> None:
    box = QRectF(0, 0, height * shape_of(picture), height)
    drawn = rings(picture, box, spots)
    assert len(drawn) == count
    everything = {spot: places(picture, box, (spot,)) for spot in (*Spot, None)}
    for spot, found in everything.items():
        for place in found:
            if spot in spots:
                assert sum(ring.contains(place) for ring in drawn) == 1
            else:
                # The pen has a width of its own.
                assert not any(ring.adjusted(-1.5, -1.5, 1.5, 1.5).intersects(place) for ring in drawn)
