"""The ring around the widget that has the keyboard focus, outside its border, everywhere the same."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from gui.style import FOCUS_WIDTH, RADIUS_FIELD, look
from gui.widgets.basic import Heading
from gui.widgets.page import reveal

_MARGIN = FOCUS_WIDTH + 1


class FocusRing(QWidget):
    """Follows the focus through the window it belongs to; the mouse goes through it.

    A style sheet can only draw inside a widget, so the ring is a widget of its own: a sibling that lies
    over the scrolled page (and so scrolls with it), or over the window.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
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
            watched.removeEventFilter(self)
        self._watched = []
        # A heading that has the focus can only be read: there is nothing to find by the eye.
        shown = new is not None and self._window.isAncestorOf(new) and not isinstance(new, Heading)
        self._target = new if shown else None
        if self._target is None:
            self.setParent(self._window)
            self.hide()
            return
        host = self._host(self._target)
        if self.parentWidget() is not host:
            self.setParent(host)
        widget: QWidget | None = self._target
        while widget is not None and widget is not host:
            self._watched.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._place()
        self._reveal()

    def _host(self, target: QWidget) -> QWidget:
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            parent = widget.parentWidget()
            area = parent.parentWidget() if parent is not None else None
            if isinstance(area, QScrollArea) and area.widget() is widget:
                return widget
            widget = parent
        return self._window

    def _reveal(self) -> None:
        host = self.parentWidget()
        viewport = host.parentWidget() if host is not None else None
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea) and self._target is not None:
            reveal(area, self._target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
            QEvent.Type.LayoutRequest,
        ):
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisibleTo(self._window):
            self.hide()
            return
        host = self.parentWidget() or self._window
        corner = target.mapTo(host, target.rect().topLeft())
        box = QRect(corner, target.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self.setGeometry(box)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = FOCUS_WIDTH / 2
        painter.setPen(QPen(look().color("focus"), FOCUS_WIDTH))
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = RADIUS_FIELD + FOCUS_WIDTH - half
        if isinstance(self._target, QPlainTextEdit):
            radius = RADIUS_FIELD + half
        painter.drawRoundedRect(box, radius, radius)
        painter.end()
