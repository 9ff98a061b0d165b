"""Small drawings of papers and screens: which one is meant, and where on it to look. No real specimen.

Each is a few boxes on a grid of 100 by 100. They say nothing that the words beside them do not say, so a
screen reader passes over them; they are not mirrored, since the papers are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.interview.pictures import LookAt, Picture, Spot
from gui.style import look, px
from gui.widgets.icons import paint_icon

_RING, _CORNER = 2.5, 6.0


class _Kind(StrEnum):
    PHOTO = "photo"
    TITLE = "title"
    LINE = "line"
    CODE = "code"
    SIGN = "sign"
    BAND = "band"


@dataclass(frozen=True)
class _Part:
    """One box of a drawing, from its left top corner; `spot` is what stands there on the real paper."""

    kind: _Kind
    x: float
    y: float
    width: float
    height: float
    spot: Spot | None = None


@dataclass(frozen=True)
class _Drawing:
    """`shape` is width by height."""

    shape: float
    parts: tuple[_Part, ...]


def _sheet(*parts: _Part) -> _Drawing:
    """A page of paper: a title, lines, and what makes it different from another page."""
    lines = tuple(_Part(_Kind.LINE, 12, y, 76 if y < 84 else 40, 3) for y in (66, 75, 84))
    return _Drawing(0.74, (*parts, *lines))


_TITLE = _Part(_Kind.TITLE, 12, 9, 60, 6, Spot.KIND)
_DRAWINGS = {
    Picture.CARD: _Drawing(
        1.58,
        (
            _Part(_Kind.BAND, 0, 0, 100, 14),
            _Part(_Kind.TITLE, 36, 20, 50, 8, Spot.KIND),
            _Part(_Kind.PHOTO, 6, 24, 25, 50),
            _Part(_Kind.LINE, 36, 36, 40, 5, Spot.NAME),
            _Part(_Kind.LINE, 36, 45, 32, 5, Spot.NAME),
            _Part(_Kind.LINE, 36, 56, 30, 5, Spot.BIRTH),
            _Part(_Kind.LINE, 36, 68, 22, 5, Spot.DATES),
            _Part(_Kind.LINE, 63, 68, 22, 5, Spot.DATES),
            _Part(_Kind.LINE, 36, 82, 34, 5, Spot.NUMBER),
        ),
    ),
    Picture.VISA: _Drawing(
        1.42,
        (
            _Part(_Kind.TITLE, 8, 10, 40, 7, Spot.KIND),
            _Part(_Kind.LINE, 50, 24, 38, 5, Spot.DATES),
            _Part(_Kind.PHOTO, 8, 26, 22, 38),
            _Part(_Kind.LINE, 36, 36, 46, 5),
            _Part(_Kind.LINE, 36, 47, 40, 5, Spot.NAME),
            _Part(_Kind.LINE, 36, 58, 30, 5, Spot.NAME),
            _Part(_Kind.BAND, 6, 76, 88, 5),
            _Part(_Kind.BAND, 6, 85, 88, 5),
        ),
    ),
    Picture.PAPER_WITH_PHOTO: _sheet(
        _TITLE, _Part(_Kind.PHOTO, 12, 22, 24, 24), _Part(_Kind.LINE, 42, 24, 46, 4, Spot.NAME),
        _Part(_Kind.LINE, 42, 34, 36, 4), _Part(_Kind.LINE, 42, 44, 42, 4, Spot.DATES),
    ),
    Picture.PAPER_WITH_CODE: _sheet(
        _TITLE, _Part(_Kind.CODE, 66, 20, 22, 16), _Part(_Kind.LINE, 12, 24, 46, 4, Spot.NAME),
        _Part(_Kind.LINE, 12, 34, 40, 4), _Part(_Kind.LINE, 12, 48, 52, 4, Spot.DATES),
    ),
    Picture.CONFIRMATION: _sheet(
        _TITLE, _Part(_Kind.SIGN, 38, 22, 26, 19), _Part(_Kind.LINE, 20, 50, 60, 4, Spot.DATES),
    ),
    Picture.LETTER: _sheet(
        _Part(_Kind.LINE, 12, 9, 30, 3), _Part(_Kind.LINE, 12, 15, 26, 3),
        _Part(_Kind.LINE, 54, 26, 34, 4, Spot.DATES), _Part(_Kind.LINE, 12, 42, 76, 3),
        _Part(_Kind.LINE, 12, 51, 76, 3),
    ),
    Picture.SCREEN: _Drawing(
        1.5,
        (
            _Part(_Kind.BAND, 0, 0, 100, 14, Spot.ADDRESS),
            _Part(_Kind.SIGN, 12, 32, 12, 18),
            _Part(_Kind.LINE, 30, 34, 54, 6, Spot.MESSAGE),
            _Part(_Kind.LINE, 30, 46, 44, 6, Spot.MESSAGE),
            _Part(_Kind.LINE, 30, 66, 30, 4),
            _Part(_Kind.LINE, 78, 90, 18, 5, Spot.CLOCK),
        ),
    ),
}  # fmt: skip


def shape_of(picture: Picture) -> float:
    """How wide the drawing is for its height."""
    return _DRAWINGS[picture].shape


def paint_picture(painter: QPainter, picture: Picture, box: QRectF, spots: tuple[Spot, ...] = ()) -> None:
    """Draw `picture` inside `box`, and a ring around each place of `spots`."""
    colors, drawing = look(), _DRAWINGS[picture]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.color("border"), 1.2))
    painter.setBrush(colors.color("paper"))
    corner = box.height() * (0.08 if drawing.shape > 1 else 0.02)
    painter.drawRoundedRect(box, corner, corner)
    for part in drawing.parts:
        _paint_part(painter, part, _inside(part, box))
    painter.setPen(QPen(colors.color("stop"), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in rings(picture, box, spots):
        painter.drawRoundedRect(ring, _CORNER, _CORNER)
    painter.restore()


def rings(picture: Picture, box: QRectF, spots: tuple[Spot, ...]) -> list[QRectF]:
    """The rings around the places of `spots`: one for what stands together, none over anything else."""
    others = places(picture, box, tuple(spot for spot in (*Spot, None) if spot not in spots))
    groups: list[QRectF] = []
    for place in places(picture, box, spots):
        joined = groups[-1].united(place) if groups else place
        if groups and not any(joined.intersects(other) for other in others):
            groups[-1] = joined
        else:
            groups.append(place)
    return [
        _ring(group, box, [*others, *(one for one in groups if one is not group)]).intersected(box)
        for group in groups
    ]


def _ring(group: QRectF, box: QRectF, others: list[QRectF]) -> QRectF:
    """A ring around `group`, halfway to the nearest of `others` at most."""
    nearest = min((_distance(group, other) for other in others), default=box.height())
    around = max(_RING, min(box.height() * 0.05, nearest / 2))
    return group.adjusted(-around, -around, around, around)


def _distance(one: QRectF, other: QRectF) -> float:
    across = max(other.left() - one.right(), one.left() - other.right())
    down = max(other.top() - one.bottom(), one.top() - other.bottom())
    return max(across, down)


def places(picture: Picture, box: QRectF, spots: tuple[Spot | None, ...]) -> list[QRectF]:
    """Where the parts of a drawing inside `box` are that show one of `spots`; None: those that show none."""
    return [_inside(part, box) for part in _DRAWINGS[picture].parts if part.spot in spots]


def _inside(part: _Part, box: QRectF) -> QRectF:
    across, down = box.width() / 100, box.height() / 100
    return QRectF(box.x() + part.x * across, box.y() + part.y * down, part.width * across, part.height * down)


def _paint_part(painter: QPainter, part: _Part, box: QRectF) -> None:
    colors = look()
    painter.setPen(Qt.PenStyle.NoPen)
    match part.kind:
        case _Kind.LINE:
            painter.setBrush(colors.color("border"))
            painter.drawRect(box)
        case _Kind.TITLE:
            painter.setBrush(colors.color("accent"))
            painter.drawRect(box)
        case _Kind.BAND:
            painter.setBrush(colors.color("accent_soft"))
            painter.drawRect(box.adjusted(1, 1, -1, 0))
        case _Kind.PHOTO:
            painter.setBrush(colors.color("accent_soft"))
            painter.drawRect(box)
            painter.setBrush(colors.color("border"))
            head = QPointF(box.center().x(), box.y() + box.height() * 0.34)
            painter.drawEllipse(head, box.width() * 0.18, box.width() * 0.18)
            painter.drawChord(
                QRectF(box.x() + box.width() * 0.18, box.center().y(), box.width() * 0.64, box.height()),
                0, 180 * 16,
            )  # fmt: skip
        case _Kind.CODE:
            _paint_code(painter, box)
        case _Kind.SIGN:
            side = min(box.width(), box.height())
            square = QRectF(0, 0, side, side)
            square.moveCenter(box.center())
            name, tone = ("check", "ok") if part.width > 20 else ("warn", "warn")
            paint_icon(painter, name, square, colors.color(tone))


def _paint_code(painter: QPainter, box: QRectF) -> None:
    """A square of squares, as the papers of today have one. It says nothing when it is read."""
    painter.setBrush(look().color("ink"))
    step = box.width() / 5
    for row in range(5):
        for column in range(5):
            if (row * 3 + column * 2 + row * column) % 3 != 1:
                painter.drawRect(QRectF(box.x() + column * step, box.y() + row * step, step, step))


class DocumentPicture(QWidget):
    """A drawing with what to look at in a ring."""

    def __init__(self, look_at: LookAt) -> None:
        super().__init__()
        self._look_at = look_at
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        height = 130 if shape_of(self._look_at.picture) > 1 else 170
        return QSize(round(px(height) * shape_of(self._look_at.picture)), px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shape, room = shape_of(self._look_at.picture), QRectF(self.rect()).adjusted(2, 2, -2, -2)
        height = min(room.height(), room.width() / shape)
        box = QRectF(0, 0, height * shape, height)
        box.moveCenter(room.center())
        paint_picture(painter, self._look_at.picture, box, self._look_at.spots)
        painter.end()
