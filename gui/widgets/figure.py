"""A drawing of the documents, on the screen: the same shapes, in the colours of the window."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.documents.blocks import Figure, Shape
from gui.style import FONT_FAMILY, look, px

# Of the letters, in millimetres of the drawing, with which they grow. On paper they are smaller.
_LETTERS = 3.8
_TONES = {"dot": "accent", "diamond": "warn", "cross": "stop"}
# Between the name of a line and the plot, in millimetres.
_GAP = 2.0


class FigureView(QWidget):
    """Draws the figure as wide as there is room; its description is what a screen reader says.

    In a window that is read from right to left, the days go from right to left too.
    """

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
        painter.setFont(font)
        plot = plot_edge(self._figure, painter.fontMetrics(), self.width())
        # Names of months may be longer than in French: one that has no room is left out.
        taken: dict[float, float] = {}
        for shape in self._figure.shapes:
            font.setBold(shape.bold)
            painter.setFont(font)
            if shape.kind == "text":
                self._write(painter, shape, plot, taken)
            else:
                x, x2 = (self._side(self._across(x, plot)) for x in (shape.x, shape.x2))
                _draw(
                    painter, shape, QRectF(QPointF(x, shape.y * scale), QPointF(x2, shape.y2 * scale)), scale
                )
        painter.end()

    def _side(self, x: float, width: float = 0) -> float:
        """The left edge of what is `width` wide and begins `x` after the side where reading begins."""
        return self.width() - x - width if self.isRightToLeft() else x

    def _across(self, x: float, plot: float) -> float:
        """Where a place of the figure is in the window: the plot takes what the names of its lines leave."""
        figure = self._figure
        return plot + (x - figure.labels) * (self.width() - plot) / (figure.width - figure.labels)

    def _write(self, painter: QPainter, shape: Shape, plot: float, taken: dict[float, float]) -> None:
        scale = self.width() / self._figure.width
        metrics = painter.fontMetrics()
        text, y = shape.text, shape.y * scale
        painter.setPen(look().color("ink"))
        if shape.x < self._figure.labels:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(plot - _GAP * scale))
            painter.drawText(QPointF(self._side(0, metrics.horizontalAdvance(text)), y), text)
            return
        x, width = self._across(shape.x, plot), metrics.horizontalAdvance(text)
        x = min(x - width / 2 if shape.centered else x, self.width() - width)
        if x >= taken.get(shape.y, 0):
            painter.drawText(QPointF(self._side(x, width), y), text)
            taken[shape.y] = x + width


def plot_edge(figure: Figure, metrics: QFontMetrics, width: int) -> float:
    """Where the plot begins, in a drawing of that width: after the longest name, at most at its half."""
    scale = width / figure.width
    names = (shape.text for shape in figure.shapes if shape.kind == "text" and shape.x < figure.labels)
    # A width in whole pixels may be a little less than a text of two scripts takes.
    longest = max(map(metrics.horizontalAdvance, names), default=0) + 2
    return min(max(figure.labels * scale, longest + _GAP * scale), width / 2)


def _draw(painter: QPainter, shape: Shape, place: QRectF, scale: float) -> None:
    colors = look()
    at = place.topLeft()
    tone = colors.color(_TONES.get(shape.kind, "border"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tone, 1))
    match shape.kind:
        case "line":
            painter.drawLine(QLineF(at, place.bottomRight()))
        case "box":
            # The soft colour alone would hardly be seen, and in high contrast not at all.
            painter.setPen(QPen(colors.color("warn" if shape.pale else "border"), 1))
            painter.setBrush(colors.color("warn_soft" if shape.pale else "soft"))
            painter.drawRect(place)
        case "dot":
            painter.setBrush(tone)
            painter.drawEllipse(at, 1.2 * scale, 1.2 * scale)
        case "diamond":
            painter.setBrush(tone)
            half = 1.5 * scale
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([QPointF(at.x() + dx, at.y() + dy) for dx, dy in corners]))
        case "cross":
            painter.setPen(QPen(tone, 2))
            half = 1.3 * scale
            painter.drawLine(at + QPointF(-half, -half), at + QPointF(half, half))
            painter.drawLine(at + QPointF(-half, half), at + QPointF(half, -half))
        case _:
            raise ValueError(f"a figure has no {shape.kind}")
