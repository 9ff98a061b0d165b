"""The ring around the widget that has the keyboard focus, outside its border, everywhere the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from gui.style import FOCUS_WIDTH, RADIUS_FIELD, look
from gui.widgets.basic import Heading
from gui.widgets.page import reveal

_MARGIN = FOCUS_WIDTH + 1
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)


class FocusRing(QWidget):
    """Follows the focus through the window it belongs to; the mouse goes through it.

    A style sheet can only draw inside a widget, so the ring is a widget of its own that lies over the window
    and moves with what it surrounds, cut where a scrolled page is cut. It never belongs to a page: a page is
    taken away with all that is in it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._around = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The application tells of changes of focus also while it takes the window apart.
        if not (isValid(self) and isValid(self._window)):
            return
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        self._target = new if new is not None and self._is_to_find(new) else None
        widget: QWidget | None = self._target
        while widget is not None and widget is not self._window:
            self._watched.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._place()
        area = self._area()
        if area is not None and self._target is not None:
            reveal(area, self._target)

    def _is_to_find(self, widget: QWidget) -> bool:
        # A heading, or a whole screen, that has the focus can only be read.
        only_read = isinstance(widget, Heading) or widget.parentWidget() is self._window
        return self._window.isAncestorOf(widget) and not only_read

    def _area(self) -> QScrollArea | None:
        """The scrolled page that the target lies on."""
        return next((widget for widget in self._watched if isinstance(widget, QScrollArea)), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        if not (isValid(self) and isValid(self._window)):
            return
        target = self._target
        if target is None or not isValid(target) or not target.isVisibleTo(self._window):
            self.hide()
            return
        corner = target.mapTo(self._window, QPoint(0, 0))
        self._around = QRect(corner, target.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        seen = self._around
        area = self._area()
        if area is not None and area.isAncestorOf(target):
            port = area.viewport()
            seen = seen.intersected(QRect(port.mapTo(self._window, QPoint(0, 0)), port.size()))
        self.setVisible(not seen.isEmpty())
        self.setGeometry(seen)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._around.topLeft() - self.geometry().topLeft())
        half = FOCUS_WIDTH / 2
        painter.setPen(QPen(look().color("focus"), FOCUS_WIDTH))
        box = QRectF(QPoint(0, 0), self._around.size()).adjusted(half, half, -half, -half)
        radius = RADIUS_FIELD + FOCUS_WIDTH - half
        if self._target is not None and self._target.inherits("QPlainTextEdit"):
            radius = RADIUS_FIELD + half
        painter.drawRoundedRect(box, radius, radius)
        painter.end()
