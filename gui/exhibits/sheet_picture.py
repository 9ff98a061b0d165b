"""A page of an exhibit, small: drawn by a worker once it is in sight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.dossier.model import Sheet
from core.i18n import Message, _
from gui.exhibits.work import ExhibitWork
from gui.style import look, px, small_font
from gui.widgets.icons import paint_icon
from gui.words import say

WAITING, UNREADABLE = _("Image en préparation"), _("Image illisible")


class SheetPicture(QWidget):
    """Shows one sheet, or the sign of a file where there is none."""

    def __init__(self, work: ExhibitWork, side: int = 104) -> None:
        super().__init__()
        self._work, self._side = work, side
        self._sheet: Sheet | None = None
        self._image: QImage | None = None
        self._failed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        work.drawn.connect(self._drawn)

    def show_sheet(self, sheet: Sheet | None, name: Message | str) -> None:
        """Show another sheet; `name` is what a screen reader says."""
        self.setAccessibleName(say(name))
        if sheet != self._sheet:
            self._sheet, self._image, self._failed = sheet, None, False
            self.update()

    @property
    def ready(self) -> bool:
        """Whether the picture is there."""
        return self._image is not None

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side * 1.2))

    def _pixels(self) -> int:
        return int(px(self._side * 1.2) * self.devicePixelRatioF())

    def _drawn(self, sheet: Sheet, pixels: int, image: QImage | None) -> None:
        if sheet == self._sheet and pixels == self._pixels():
            self._image, self._failed = image, image is None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is not None and self._image is None and not self._failed:
            # Only now: a page far down the list is drawn when somebody scrolls to it.
            self._image = self._work.ask_picture(self._sheet, self._pixels())
        colors, box = look(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, colors.color("quiet"))
        if self._image is not None:
            painter.drawImage(fitted(self._image, box), self._image)
        elif self._sheet is None:
            sign = QRectF(0, 0, px(36), px(36))
            sign.moveCenter(box.center())
            paint_icon(painter, "file", sign, colors.color("soft"))
        else:
            painter.setFont(small_font())
            painter.setPen(colors.color("stop" if self._failed else "soft"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(box, flags, say(UNREADABLE if self._failed else WAITING))
        painter.setPen(QPen(colors.color("border"), 1))
        painter.drawRect(box)
        painter.end()


def fitted(image: QImage, box: QRectF) -> QRectF:
    """Where the whole picture goes in the middle of a box, as large as it can be."""
    scale = min(box.width() / max(image.width(), 1), box.height() / max(image.height(), 1))
    target = QRectF(0, 0, image.width() * scale, image.height() * scale)
    target.moveCenter(box.center())
    return target
