"""A state in a sign, a word and a colour; never in a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from core.i18n import Message
from gui.style import bold_font, look, px
from gui.widgets.icons import paint_icon
from gui.words import say


class Chip(QLabel):
    """`tone`: ok, warn, stop or quiet. `fixed`: as wide as its neighbours in a list."""

    def __init__(self, words: Message | str, icon: str, tone: str, *, fixed: bool = False) -> None:
        super().__init__(say(words))
        self._icon, self._tone, self._fixed = icon, tone, fixed
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, words: Message | str, icon: str, tone: str) -> None:
        """Show another state."""
        self._icon, self._tone = icon, tone
        self.setText(say(words))
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(bold_font())
        width = metrics.horizontalAdvance(self.text()) + px(52)
        return QSize(max(width, px(152)) if self._fixed else width, metrics.height() + px(12))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = look()
        quiet = self._tone == "quiet"
        ground = colors.color("quiet" if quiet else f"{self._tone}_soft")
        ink = colors.color("soft" if quiet else self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink)
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        sign = QRectF(0, 0, px(14), px(14))
        sign.moveCenter(box.center())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sign.moveLeft(box.width() - px(14) - sign.width() if mirrored else px(14))
        paint_icon(painter, self._icon, sign, ink)
        painter.setFont(bold_font())
        left = px(14) if mirrored else px(14) + px(22)
        words = QRect(left, 0, self.width() - px(48), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.end()
