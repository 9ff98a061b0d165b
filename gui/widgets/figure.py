"""A drawing of the documents, on the screen: the same shapes, in the colours of the window."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.documents.blocks import Figure, Shape
from gui.style import FONT_FAMILY, look, px

# Of the letters in the printed drawing, in millimetres; on the screen they grow with the drawing.
_LETTERS = 3.2
_TONES = {"dot": "accent", "diamond": "warn", "cross": "stop"}


class FigureView(QWidget):
    """Draws the figure as wide as there is room; its description is what a screen reader says."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._figure = figure
        self.setAccessibleName(figure.description)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(px(640), self.heightForWidth(px(640)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(px(300)))

    def heightForWidth(self, width: int) -> int:
        return round(width * self._figure.height / self._figure.width) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / self._figure.width
        font = QFont(FONT_FAMILY)
        font.setPixelSize(max(9, round(_LETTERS * scale)))
        for shape in self._figure.shapes:
            font.setBold(shape.bold)
            painter.setFont(font)
            _draw(painter, shape, scale)
        painter.end()


def _draw(painter: QPainter, shape: Shape, scale: float) -> None:
    colors = look()
    x, y, x2, y2 = (value * scale for value in (shape.x, shape.y, shape.x2, shape.y2))
    at = QPointF(x, y)
    tone = colors.color(_TONES.get(shape.kind, "border"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colors.color("line") if shape.pale else tone, 1))
    match shape.kind:
        case "line":
            painter.drawLine(QLineF(x, y, x2, y2))
        case "box":
            painter.fillRect(QRectF(at, QPointF(x2, y2)), colors.color("warn_soft" if shape.pale else "soft"))
        case "text":
            painter.setPen(colors.color("ink"))
            if shape.centered:
                at.setX(x - painter.fontMetrics().horizontalAdvance(shape.text) / 2)
            painter.drawText(at, shape.text)
        case "dot":
            painter.setBrush(tone)
            painter.drawEllipse(at, 1.2 * scale, 1.2 * scale)
        case "diamond":
            painter.setBrush(tone)
            half = 1.5 * scale
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
        case "cross":
            painter.setPen(QPen(tone, 2))
            half = 1.3 * scale
            painter.drawLine(QLineF(x - half, y - half, x + half, y + half))
            painter.drawLine(QLineF(x - half, y + half, x + half, y - half))
        case _:
            raise ValueError(f"a figure has no {shape.kind}")
