"""A state in a sign, a word and a colour; never in a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from core.i18n import Message
from gui.style import bold_font, look, px
from gui.widgets.drawn_text import LEFT, RIGHT, draw_text, text_height, text_width
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
        width = text_width(self.text(), bold_font()) + px(52)
        return QSize(
            max(width, px(152)) if self._fixed else width, QFontMetrics(bold_font()).height() + px(12)
        )

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
        radius = min(box.height() / 2, px(18))
        painter.drawRoundedRect(box, radius, radius)
        sign = QRectF(0, 0, px(14), px(14))
        sign.moveCenter(box.center())
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sign.moveLeft(box.width() - px(14) - sign.width() if mirrored else px(14))
        paint_icon(painter, self._icon, sign, ink)
        painter.setFont(bold_font())
        left = px(14) if mirrored else px(14) + px(22)
        width = self.width() - px(48)
        height = text_height(self.text(), bold_font(), width)
        words = QRect(left, (self.height() - height) // 2, width, height + 2)
        draw_text(painter, words, self.text(), RIGHT if mirrored else LEFT)
        painter.end()


class WrappingChip(Chip):
    """A longer state, whose words go on in a second line where there is no room."""

    def __init__(self, words: Message | str, icon: str, tone: str) -> None:
        super().__init__(words, icon, tone)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return text_height(self.text(), bold_font(), width - px(50)) + px(12)
