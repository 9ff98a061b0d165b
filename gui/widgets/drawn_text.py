"""Text that is painted: how much room it takes, and in which direction and from which side it is drawn."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from gui.style import FONT_FAMILY

WRAP = Qt.TextFlag.TextWordWrap
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
SIDES = Qt.AlignmentFlag.AlignHorizontal_Mask
_NO_LIMIT = 10_000


def text_height(text: str, font: QFont, width: int) -> int:
    """The height of `text` wrapped at `width`."""
    return _box(text, font, width).height()


def line_height(text: str, font: QFont) -> int:
    """The height of the first line of `text`, which depends on its script."""
    return _box(text.partition("\n")[0], font, _NO_LIMIT).height()


def text_width(text: str, font: QFont) -> int:
    """The width that `text` needs in order not to wrap: a sign may reach further than its advance."""
    return _box(text, font, _NO_LIMIT).width()


def _box(text: str, font: QFont, width: int) -> QRect:
    return _measured(text, font.pixelSize(), font.weight(), max(1, width))


# A layout asks for the same heights many times over.
@lru_cache(maxsize=4096)
def _measured(text: str, pixels: int, weight: int, width: int) -> QRect:
    font = QFont(FONT_FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, _NO_LIMIT), int(WRAP.value), text)


def is_mirrored(text: str) -> bool:
    """Whether the whole text is read from right to left; it may begin with a word of another script."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def draw_text(
    painter: QPainter, box: QRect, text: str, side: Qt.AlignmentFlag, *, wraps: bool = True
) -> None:
    """Draw `text` from the top of the box, in its own direction; `side`, such as `LEFT`, is for both."""
    if not is_mirrored(text):
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(box, int(WRAP | side) if wraps else int(side), text)
        return
    # Loaded where it is needed.
    from PySide6.QtGui import QTextLayout, QTextOption

    # Not by the painter: from right to left it moves each line by the space at its end, out of the box.
    option = QTextOption(side)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap if wraps else QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), painter.font())
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    layout.draw(painter, QPointF(box.topLeft()))
