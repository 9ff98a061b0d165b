"""The few signs of the window, drawn: the font has none of them, and a picture would need three colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from gui.style import bold_font, look, px


def paint_icon(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Draw the sign `name` inside `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.5, box.width() / 8))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINTERS[name](painter, box, color)
    painter.restore()


def _line(painter: QPainter, box: QRectF, *points: tuple[float, float]) -> None:
    path = QPainterPath()
    for index, (x, y) in enumerate(points):
        point = QPointF(box.x() + x * box.width(), box.y() + y * box.height())
        if index:
            path.lineTo(point)
        else:
            path.moveTo(point)
    painter.drawPath(path)


def _check(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.12, 0.55), (0.4, 0.82), (0.9, 0.2))


def _cross(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.18, 0.18), (0.82, 0.82))
    _line(painter, box, (0.82, 0.18), (0.18, 0.82))


def _dot(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(box.center(), box.width() * 0.32, box.height() * 0.32)


def _ring(painter: QPainter, box: QRectF, _color: QColor) -> None:
    painter.drawEllipse(box.center(), box.width() * 0.28, box.height() * 0.28)


def _half(painter: QPainter, box: QRectF, color: QColor) -> None:
    _ring(painter, box, color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    side = QRectF(0, 0, box.width() * 0.56, box.height() * 0.56)
    side.moveCenter(box.center())
    painter.drawPie(side, 90 * 16, 180 * 16)


def _warn(painter: QPainter, box: QRectF, color: QColor) -> None:
    _line(painter, box, (0.5, 0.12), (0.5, 0.6))
    _point(painter, box, color)


def _question(painter: QPainter, box: QRectF, color: QColor) -> None:
    path = QPainterPath()
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    path.moveTo(x + w * 0.28, y + h * 0.32)
    path.cubicTo(x + w * 0.28, y - h * 0.02, x + w * 0.78, y, x + w * 0.74, y + h * 0.32)
    path.cubicTo(x + w * 0.72, y + h * 0.48, x + w * 0.5, y + h * 0.48, x + w * 0.5, y + h * 0.64)
    painter.drawPath(path)
    _point(painter, box, color)


def _point(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(
        QPointF(box.center().x(), box.y() + box.height() * 0.88), box.width() * 0.09, box.height() * 0.09
    )


def _plus(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.5, 0.15), (0.5, 0.85))
    _line(painter, box, (0.15, 0.5), (0.85, 0.5))


def _back(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.9, 0.5), (0.12, 0.5))
    _line(painter, box, (0.42, 0.2), (0.12, 0.5), (0.42, 0.8))


def _down(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.1, 0.3), (0.5, 0.7), (0.9, 0.3))


def _file(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.2, 0.05), (0.6, 0.05), (0.85, 0.3), (0.85, 0.95), (0.2, 0.95), (0.2, 0.05))
    _line(painter, box, (0.6, 0.05), (0.6, 0.3), (0.85, 0.3))


def _screen(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.05, 0.15), (0.95, 0.15), (0.95, 0.72), (0.05, 0.72), (0.05, 0.15))
    _line(painter, box, (0.3, 0.95), (0.7, 0.95))


def _letter(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.05, 0.2), (0.95, 0.2), (0.95, 0.82), (0.05, 0.82), (0.05, 0.2))
    _line(painter, box, (0.05, 0.22), (0.5, 0.55), (0.95, 0.22))


def _phone(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(painter, box, (0.25, 0.05), (0.75, 0.05), (0.75, 0.95), (0.25, 0.95), (0.25, 0.05))
    _line(painter, box, (0.45, 0.8), (0.55, 0.8))


def _person(painter: QPainter, box: QRectF, _color: QColor) -> None:
    head = QRectF(0, 0, box.width() * 0.4, box.height() * 0.4)
    head.moveCenter(QPointF(box.center().x(), box.y() + box.height() * 0.28))
    painter.drawEllipse(head)
    _line(painter, box, (0.12, 0.95), (0.25, 0.64), (0.75, 0.64), (0.88, 0.95))


def _speech(painter: QPainter, box: QRectF, _color: QColor) -> None:
    _line(
        painter, box, (0.05, 0.12), (0.95, 0.12), (0.95, 0.68), (0.5, 0.68), (0.25, 0.95), (0.25, 0.68),
        (0.05, 0.68), (0.05, 0.12),
    )  # fmt: skip


_PAINTERS: dict[str, Callable[[QPainter, QRectF, QColor], None]] = {
    "check": _check,
    "cross": _cross,
    "dot": _dot,
    "ring": _ring,
    "half": _half,
    "warn": _warn,
    "question": _question,
    "plus": _plus,
    "back": _back,
    "down": _down,
    "file": _file,
    "screen": _screen,
    "letter": _letter,
    "phone": _phone,
    "person": _person,
    "speech": _speech,
}


class Icon(QWidget):
    """A sign beside a word. It says nothing by itself, so a screen reader passes over it."""

    def __init__(self, name: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.tone = name, tone
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(px(18), px(22))

    def show_sign(self, name: str, tone: str) -> None:
        """Show another sign."""
        self.name, self.tone = name, tone
        self.update()

    def paintEvent(self, event: object) -> None:
        side = min(self.width(), self.height()) - 2
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        paint_icon(painter, self.name, box, look().color(self.tone))
        painter.end()


class Number(QWidget):
    """The number of a step, in a disc."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.setFixedSize(px(30), px(30))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("accent"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(look().color("on_accent"))
        painter.setFont(bold_font())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self.number))
        painter.end()
