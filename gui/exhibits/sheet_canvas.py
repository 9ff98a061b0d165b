"""One page, large, and the frame that marks a part of it, moved with the arrows or drawn with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.dossier.model import Sheet
from core.i18n import Message, _
from gui.exhibits.sheet_picture import UNREADABLE, WAITING, fitted
from gui.exhibits.work import ExhibitWork
from gui.style import look, px
from gui.widgets.basic import announce
from gui.words import say

# Fractions of the page: one key press, a press with Ctrl, the least width and height of the frame.
STEP, FINE_STEP, LEAST = 0.02, 0.004, 0.01
START = QRectF(0.3, 0.4, 0.4, 0.2)
PIXELS = 1400
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetCanvas(QWidget):
    """`accepted`: the frame is where it should be; `dropped`: no frame after all."""

    accepted = Signal()
    dropped = Signal()

    def __init__(self, work: ExhibitWork) -> None:
        super().__init__()
        self._work = work
        self._sheet: Sheet | None = None
        self._image: QImage | None = None
        self._failed = False
        self._name = ""
        self._pressed: QPointF | None = None
        self.frame: QRectF | None = None
        # Whether the picture shown is that of the sheet: a frame on an older one would mark another part.
        self.ready = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("sheet:canvas")
        work.drawn.connect(self._drawn)

    def show_sheet(self, sheet: Sheet, name: Message) -> None:
        """Show another page; the last picture stays until the new one is drawn."""
        self._name = say(name)
        self.setAccessibleName(self._name)
        if sheet != self._sheet:
            self._sheet, self._failed = sheet, False
            image = self._work.ask_picture(sheet, PIXELS)
            self.ready = image is not None
            self._image = image or self._image
        self.update()

    def _drawn(self, sheet: Sheet, pixels: int, image: QImage | None) -> None:
        if sheet == self._sheet and pixels == PIXELS:
            self._image, self._failed = image, image is None
            self.ready = image is not None
            self.update()

    # --- the frame ----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Put a frame in the middle and take the keyboard."""
        self.frame = QRectF(START)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()
        self.update()

    def end(self) -> None:
        """Take the frame away."""
        self.frame, self._pressed = None, None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()
        self.setAccessibleName(self._name)
        self.update()

    def _say(self) -> None:
        assert self.frame is not None
        words = say(
            _(
                "Cadre : à {left} pour cent de la gauche, à {top} pour cent du haut, "
                "largeur {width} pour cent, hauteur {height} pour cent.",
                left=round(self.frame.left() * 100),
                top=round(self.frame.top() * 100),
                width=round(self.frame.width() * 100),
                height=round(self.frame.height() * 100),
            )
        )
        self.setAccessibleName(f"{self._name} {words}")
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.frame is None:
            super().keyPressEvent(event)
            return
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _MOVES and not modifiers & Qt.KeyboardModifier.AltModifier:
            step = FINE_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else STEP
            across, down = (way * step for way in _MOVES[key])
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.frame = _resized(self.frame, across, down)
            else:
                self.frame = _moved(self.frame, across, down)
            self._say()
            self.update()
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not modifiers & Qt.KeyboardModifier.ControlModifier
        ):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.frame is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = self._fraction(event.position())
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self.frame is None:
            super().mouseMoveEvent(event)
            return
        frame = QRectF(self._pressed, self._fraction(event.position())).normalized()
        if frame.width() >= LEAST and frame.height() >= LEAST:
            self.frame = frame
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self.frame is not None:
            self._pressed = None
            self._say()
        super().mouseReleaseEvent(event)

    # --- painting -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        # Never higher than what is in sight of a small window, or of one with large letters.
        return QSize(px(300), min(px(420), max(px(140), self.window().height() - px(260))))

    def picture_box(self) -> QRectF:
        """Where the page is on this widget."""
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        return fitted(self._image, box) if self._image is not None else box

    def _fraction(self, point: QPointF) -> QPointF:
        box = self.picture_box()
        x, y = (point.x() - box.x()) / box.width(), (point.y() - box.y()) / box.height()
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, box = look(), self.picture_box()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), colors.color("quiet"))
        if self._image is not None:
            painter.drawImage(box, self._image)
            painter.setPen(QPen(colors.color("border"), 1))
            painter.drawRect(box)
        else:
            painter.setPen(colors.color("soft"))
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignCenter), say(UNREADABLE if self._failed else WAITING)
            )
        if self.frame is not None:
            marked = QRectF(
                box.x() + self.frame.x() * box.width(),
                box.y() + self.frame.y() * box.height(),
                self.frame.width() * box.width(),
                self.frame.height() * box.height(),
            )
            veil = colors.color("focus")
            veil.setAlphaF(0.35)
            painter.fillRect(marked, veil)
            # Two lines, light and dark: one of them shows on every picture.
            painter.setPen(QPen(colors.color("paper"), 5))
            painter.drawRect(marked)
            painter.setPen(QPen(colors.color("ink"), 2))
            painter.drawRect(marked)
        painter.end()


def _moved(frame: QRectF, across: float, down: float) -> QRectF:
    left = min(max(frame.left() + across, 0.0), 1.0 - frame.width())
    top = min(max(frame.top() + down, 0.0), 1.0 - frame.height())
    return QRectF(left, top, frame.width(), frame.height())


def _resized(frame: QRectF, across: float, down: float) -> QRectF:
    width = min(max(frame.width() + across, LEAST), 1.0 - frame.left())
    height = min(max(frame.height() + down, LEAST), 1.0 - frame.top())
    return QRectF(frame.left(), frame.top(), width, height)
