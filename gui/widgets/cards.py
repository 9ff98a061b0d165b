"""Answers as cards, wide and easy to hit, whose words wrap: a radio button, a box to tick, a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QRadioButton, QSizePolicy

from core.i18n import Message
from gui.style import (
    PICTURE,
    RADIUS_FIELD,
    TARGET,
    body_font,
    bold_font,
    field_font,
    look,
    px,
    small_font,
)
from gui.widgets.drawn_text import LEFT, RIGHT, draw_text, text_height, text_width
from gui.widgets.icons import paint_icon
from gui.words import say

if TYPE_CHECKING:
    from core.interview.pictures import Picture


class CardWords(NamedTuple):
    """What a card says: `second` is the words again in another language, `key` the key that chooses it.

    `compact`: no wider than its words, to stand in a line with others. `picture` stands at its end.
    """

    words: str
    hint: str = ""
    second: str = ""
    key: str = ""
    compact: bool = False
    picture: Picture | None = None


class _CardLayout:
    """Where the parts of a card are: the sign, the words, the lines under them, a picture at the end."""

    def __init__(self, said: CardWords) -> None:
        self.words, self.lines = said.words, [line for line in (said.second, said.hint) if line]
        self.font = body_font() if said.compact else field_font()
        self.padding, self.sign, self.gap = px(14), px(22), px(14)
        self.above, self.narrowest = px(12), px(260)
        # All pictures of a list have the same room, so that the words begin and end alike.
        self.room = px(PICTURE) if said.picture is not None else 0
        if said.compact:
            self.padding, self.gap, self.above, self.narrowest = px(9), px(8), px(5), 0

    def text_width(self, width: int) -> int:
        return width - 2 * self.padding - self.sign - self.gap - self.room

    def heights(self, width: int) -> list[int]:
        """The heights of the words and of each line under them, wrapped at `width`."""
        lines = [text_height(line, small_font(), width) for line in self.lines]
        return [text_height(self.words, self.font, width), *lines]

    def height(self, width: int) -> int:
        least = max(px(TARGET), self.room)
        return max(least, sum(self.heights(self.text_width(width))) + 2 * self.above)

    def size(self) -> QSize:
        widths = [text_width(self.words, self.font)]
        widths += [text_width(line, small_font()) for line in self.lines]
        around = 2 * self.padding + self.sign + self.gap + self.room + 4
        width = max(min(max(widths) + around, px(520)), self.narrowest)
        return QSize(width, self.height(width))


def _paint_card(button: QAbstractButton, said: CardWords, *, round_sign: bool) -> None:
    parts, colors = _CardLayout(said), look()
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chosen, over = button.isChecked(), button.underMouse()
    box = QRectF(button.rect()).adjusted(1, 1, -1, -1)
    edge = "accent" if chosen else "ink" if button.hasFocus() else "border" if over else "line"
    painter.setPen(QPen(colors.color(edge), 2))
    painter.setBrush(colors.color("accent_soft" if chosen else "paper"))
    painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)
    mirrored = button.layoutDirection() is Qt.LayoutDirection.RightToLeft
    sign = QRectF(parts.padding, (button.height() - parts.sign) / 2, parts.sign, parts.sign)
    text = QRect(parts.padding + parts.sign + parts.gap, 0, parts.text_width(button.width()), button.height())
    if mirrored:
        sign.moveRight(button.width() - parts.padding)
        text.moveRight(button.width() - parts.padding - parts.sign - parts.gap)
    if said.picture is not None:
        _paint_picture(painter, said.picture, parts.room, button, mirrored=mirrored)
    painter.setPen(QPen(colors.color("accent" if chosen else "border"), 2))
    painter.setBrush(colors.color("paper"))
    if round_sign:
        painter.drawEllipse(sign)
    else:
        painter.drawRoundedRect(sign, 4, 4)
    if chosen:
        if round_sign:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent"))
            painter.drawEllipse(sign.center(), parts.sign * 0.27, parts.sign * 0.27)
        else:
            inner = parts.sign * 0.18
            paint_icon(painter, "check", sign.adjusted(inner, inner, -inner, -inner), colors.color("accent"))
    elif said.key:
        painter.setPen(colors.color("soft"))
        painter.setFont(small_font())
        painter.drawText(sign, int(Qt.AlignmentFlag.AlignCenter.value), said.key)
    # Two languages in one card both begin at the sign.
    side = RIGHT if mirrored else LEFT
    heights = parts.heights(text.width())
    top = (button.height() - sum(heights)) // 2
    painter.setPen(colors.color("ink" if button.isEnabled() else "soft"))
    painter.setFont(parts.font)
    for line, height in zip((parts.words, *parts.lines), heights, strict=True):
        draw_text(painter, QRect(text.x(), top, text.width(), height + 2), line, side)
        top += height
        painter.setPen(colors.color("soft" if not chosen else "ink"))
        painter.setFont(small_font())
    painter.end()


def _paint_picture(
    painter: QPainter, picture: Picture, room: int, button: QAbstractButton, *, mirrored: bool
) -> None:
    # Loaded with the first picture: the start page has none.
    from gui.widgets.document_picture import paint_picture, shape_of

    side = room - 2 * px(8)
    shape = shape_of(picture)
    box = QRectF(0, 0, side if shape > 1 else side * shape, side / shape if shape > 1 else side)
    middle = room / 2 if mirrored else button.width() - room / 2
    box.moveCenter(QPointF(middle, button.height() / 2))
    paint_picture(painter, picture, box)


def _set_up(button: QAbstractButton, said: CardWords) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setMaximumWidth(px(560))
    # The words are painted here, wrapped; the button itself keeps none, for an « & » in them is no shortcut.
    button.setAccessibleName(said.words)
    button.setAccessibleDescription(said.hint)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)


class RadioCard(QRadioButton):
    """One answer among several."""

    def __init__(
        self,
        label: Message | str,
        hint: Message | str = "",
        picture: Picture | None = None,
        *,
        second: str = "",
        key: str = "",
        compact: bool = False,
    ) -> None:
        super().__init__()
        self.said = CardWords(say(label), say(hint), second, key, compact, picture)
        _set_up(self, self.said)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_card(self, self.said, round_sign=True)

    def sizeHint(self) -> QSize:
        return _CardLayout(self.said).size()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(TARGET if self.said.compact else 180), px(TARGET))

    def heightForWidth(self, width: int) -> int:
        return _CardLayout(self.said).height(min(width, self.maximumWidth()))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)


class TickCard(QCheckBox):
    """A box to tick."""

    def __init__(
        self,
        label: Message | str,
        hint: Message | str = "",
        *,
        second: str = "",
        key: str = "",
        compact: bool = False,
    ) -> None:
        super().__init__()
        self.said = CardWords(say(label), say(hint), second, key, compact)
        _set_up(self, self.said)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_card(self, self.said, round_sign=False)

    def sizeHint(self) -> QSize:
        return _CardLayout(self.said).size()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(TARGET if self.said.compact else 180), px(TARGET))

    def heightForWidth(self, width: int) -> int:
        return _CardLayout(self.said).height(min(width, self.maximumWidth()))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)


class LinkRow(QPushButton):
    """A sentence that leads somewhere: it wraps, and the whole of it can be pressed.

    `icon` and `tone` put a sign and a colour; `chosen` marks the place where one is.
    """

    def __init__(
        self,
        text: Message | str,
        *,
        icon: str | None = None,
        tone: str = "accent",
        note: Message | str = "",
        underlined: bool = True,
    ) -> None:
        super().__init__()
        self.setAutoDefault(True)
        self.icon_name, self.tone, self.underlined = icon, tone, underlined
        self.chosen = False
        self.words, self.note = say(text), say(note)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.words)
        self.setAccessibleDescription(self.note)

    def show_state(self, icon: str, tone: str, note: str, *, chosen: bool) -> None:
        """Change the sign, its colour and the note beside the words."""
        self.icon_name, self.tone, self.note, self.chosen = icon, tone, note, chosen
        self.setAccessibleDescription(note)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = bold_font() if self.chosen else body_font()
        font.setUnderline(self.underlined)
        return font

    def _inset(self) -> int:
        return px(12) + px(18) + px(12) if self.icon_name else px(2)

    def sizeHint(self) -> QSize:
        natural = text_width(self.words, self._font()) + self._inset() + px(14)
        width = min(natural, px(640))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(TARGET))

    def heightForWidth(self, width: int) -> int:
        inner = width - self._inset() - px(12)
        height = text_height(self.words, self._font(), inner)
        if self.note:
            height += text_height(self.note, small_font(), inner)
        return max(px(TARGET), height + px(16))

    def _top(self, free: int) -> int:
        """Where the words begin, with so much height to spare."""
        return free // 2

    def enterEvent(self, event: QEnterEvent) -> None:
        # Made when first seen: most links never are.
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent_soft"))
            painter.drawRoundedRect(self.rect(), RADIUS_FIELD, RADIUS_FIELD)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        inset = self._inset()
        width = self.width() - inset - px(12)
        left = px(12) if mirrored else inset
        if self.icon_name:
            box = QRectF(0, 0, px(16), px(16))
            box.moveCenter(QRectF(self.rect()).center())
            box.moveLeft(self.width() - px(12) - box.width() if mirrored else px(12))
            paint_icon(painter, self.icon_name, box, colors.color("accent" if self.chosen else self.tone))
        words = text_height(self.words, self._font(), width)
        note = text_height(self.note, small_font(), width) if self.note else 0
        top = self._top(self.height() - words - note)
        painter.setFont(self._font())
        painter.setPen(colors.color("accent" if self.chosen else self.tone))
        side = RIGHT if mirrored else LEFT
        draw_text(painter, QRect(left, top, width, words + 2), self.words, side)
        if self.note:
            painter.setFont(small_font())
            painter.setPen(colors.color("ink" if self.chosen else "soft"))
            draw_text(painter, QRect(left, top + words, width, note + 2), self.note, side)
        painter.end()
