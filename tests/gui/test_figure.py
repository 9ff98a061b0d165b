"""The picture of the weeks on the screen: names beside their lines, parts that are seen in every theme."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.documents.blocks import Figure, Shape
from gui import style
from gui.style import THEMES, contrast, look
from gui.widgets.figure import FigureView, plot_edge

WIDTH = 640
WAITING = Shape("box", 80, 20, 120, 24, pale=True)


def figure(*shapes: Shape) -> Figure:
    return Figure(160, 60, shapes, "", labels=40)


def drawn(
    qtbot: QtBot, *shapes: Shape, direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> QImage:
    view = FigureView(figure(*shapes))
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    view.setAutoFillBackground(True)
    view.resize(WIDTH, view.heightForWidth(WIDTH))
    return view.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper() for x, y in product(range(image.width()), range(image.height()))
    }


def inked(image: QImage) -> list[int]:
    """The columns of pixels that hold something."""
    empty = image.pixelColor(0, 0)
    return [
        x for x in range(image.width()) if any(image.pixelColor(x, y) != empty for y in range(image.height()))
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_the_time_of_waiting_is_seen_in_every_theme(theme: str, qapp: QApplication, qtbot: QtBot) -> None:
    style.apply(qapp, theme)
    found = colours(drawn(qtbot, WAITING)) - {look().tokens.ground.upper()}
    assert any(contrast(colour, look().tokens.ground) >= 3 for colour in found)
    style.apply(qapp, "light")


def test_long_names_push_the_plot_aside_and_leave_it_half() -> None:
    metrics = QFontMetrics(QFont(style.FONT_FAMILY))
    short, long, endless = (
        plot_edge(figure(Shape("text", 0, 20, text="m" * n)), metrics, WIDTH) for n in (2, 18, 200)
    )
    assert short == WIDTH / 4
    assert long > metrics.horizontalAdvance("m" * 18)
    assert endless == WIDTH / 2


def test_no_name_runs_into_the_plot(qtbot: QtBot) -> None:
    image = drawn(qtbot, Shape("text", 0, 20, text="m" * 200), Shape("dot", 160, 40))
    assert not [x for x in inked(image) if WIDTH / 2 <= x < WIDTH - 10]


def test_from_right_to_left_the_whole_drawing_is_mirrored(qtbot: QtBot) -> None:
    """Names begin at the right, and later days stand further to the left."""
    mirrored = Qt.LayoutDirection.RightToLeft
    name, day = Shape("text", 0, 20, text="mmm"), Shape("dot", 140, 40)
    assert min(inked(drawn(qtbot, name))) < 20
    assert max(inked(drawn(qtbot, name, direction=mirrored))) > WIDTH - 20
    assert min(inked(drawn(qtbot, day))) > WIDTH / 2
    assert max(inked(drawn(qtbot, day, direction=mirrored))) < WIDTH / 2


def test_the_names_of_months_do_not_run_into_each_other(qtbot: QtBot) -> None:
    first = Shape("text", 50, 10, text="mmmmmmmmmm")
    alone = inked(drawn(qtbot, first))
    assert inked(drawn(qtbot, first, Shape("text", 52, 10, text="mmmmmmmmmm"))) == alone
    assert inked(drawn(qtbot, first, Shape("text", 120, 10, text="m"))) != alone
