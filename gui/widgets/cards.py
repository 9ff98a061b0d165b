"""Answers as cards, wide and easy to hit, whose words wrap: a radio button, a box to tick, a link."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QRadioButton, QSizePolicy, QWidget

from core.i18n import Message
from core.interview.pictures import Picture
from gui.style import PICTURE, RADIUS_FIELD, TARGET, bold_font, field_font, look, px, small_font
from gui.widgets.icons import paint_icon
from gui.words import say

_WRAP = Qt.TextFlag.TextWordWrap
# Leading: the painter itself turns it to the right in a language that is written so.
_BESIDE_SIGN = Qt.AlignmentFlag.AlignLeading
_NO_LIMIT = 10_000


def text_height(text: str, font: QFont, width: int) -> int:
    """The height of `text` wrapped at `width`."""
    return _text_box(text, font, width).height()


def _text_box(text: str, font: QFont, width: int) -> QRect:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), _NO_LIMIT), int(_WRAP.value), text)


class _CardLayout:
    """Where the parts of a card are: the sign, the words, the hint, and a picture at the end."""

    def __init__(self, words: str, hint: str, picture: Picture | None = None) -> None:
        self.words, self.hint, self.picture = words, hint, picture
        self.padding, self.sign, self.gap = px(14), px(22), px(14)
        # All pictures of a list have the same room, so that the words begin and end alike.
        self.room = px(PICTURE) if picture is not None else 0

    def text_width(self, width: int) -> int:
        return width - 2 * self.padding - self.sign - self.gap - self.room

    def height(self, width: int) -> int:
        inner = self.text_width(width)
        height = text_height(self.words, field_font(), inner)
        if self.hint:
            height += text_height(self.hint, small_font(), inner)
        least = px(PICTURE) if self.picture is not None else px(TARGET)
        return max(least, height + 2 * px(12))

    def width(self) -> int:
        widths = [_text_box(self.words, field_font(), _NO_LIMIT).width()]
        if self.hint:
            widths.append(_text_box(self.hint, small_font(), _NO_LIMIT).width())
        return min(max(widths) + 2 * self.padding + self.sign + self.gap + self.room + 4, px(520))


def _paint_card(button: QAbstractButton, parts: _CardLayout, *, round_sign: bool) -> None:
    colors = look()
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
    if parts.picture is not None:
        _paint_picture(painter, parts.picture, parts.room, button, mirrored=mirrored)
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
    words_height = text_height(parts.words, field_font(), text.width())
    hint_height = text_height(parts.hint, small_font(), text.width()) if parts.hint else 0
    top = (button.height() - words_height - hint_height) // 2
    painter.setPen(colors.color("ink" if button.isEnabled() else "soft"))
    painter.setFont(field_font())
    words = QRect(text.x(), top, text.width(), words_height + 2)
    painter.drawText(words, int(_WRAP | _BESIDE_SIGN), parts.words)
    if parts.hint:
        painter.setPen(colors.color("soft" if not chosen else "ink"))
        painter.setFont(small_font())
        hint = QRect(text.x(), top + words_height, text.width(), hint_height + 2)
        painter.drawText(hint, int(_WRAP | _BESIDE_SIGN), parts.hint)
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


def _set_up(button: QAbstractButton, words: str, hint: str) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setMaximumWidth(px(560))
    # The words are painted here, wrapped; the button itself keeps none, for an « & » in them is no shortcut.
    button.setAccessibleName(words)
    button.setAccessibleDescription(hint)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)


class RadioCard(QRadioButton):
    """One answer among several."""

    def __init__(
        self, label: Message | str, hint: Message | str = "", picture: Picture | None = None
    ) -> None:
        super().__init__()
        self.words, self.hint, self.picture = say(label), say(hint), picture
        _set_up(self, self.words, self.hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_card(self, _CardLayout(self.words, self.hint, self.picture), round_sign=True)

    def sizeHint(self) -> QSize:
        parts = _CardLayout(self.words, self.hint, self.picture)
        width = max(parts.width(), px(260))
        return QSize(width, parts.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(TARGET))

    def heightForWidth(self, width: int) -> int:
        return _CardLayout(self.words, self.hint, self.picture).height(min(width, self.maximumWidth()))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)


class TickCard(QCheckBox):
    """A box to tick."""

    def __init__(self, label: Message | str, hint: Message | str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.hint = say(label), say(hint)
        _set_up(self, self.words, self.hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_card(self, _CardLayout(self.words, self.hint), round_sign=False)

    def sizeHint(self) -> QSize:
        parts = _CardLayout(self.words, self.hint)
        width = max(parts.width(), px(260))
        return QSize(width, parts.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(TARGET))

    def heightForWidth(self, width: int) -> int:
        return _CardLayout(self.words, self.hint).height(min(width, self.maximumWidth()))

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
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, icon: str, tone: str, note: str, *, chosen: bool) -> None:
        """Change the sign, its colour and the note beside the words."""
        self.icon_name, self.tone, self.note, self.chosen = icon, tone, note, chosen
        self.setAccessibleDescription(note)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = bold_font() if self.chosen else QFont(self.font())
        if not self.chosen:
            font.setBold(False)
            font.setPixelSize(bold_font().pixelSize())
        font.setUnderline(self.underlined)
        return font

    def _inset(self) -> int:
        return px(12) + px(18) + px(12) if self.icon_name else px(2)

    def sizeHint(self) -> QSize:
        natural = _text_box(self.words, self._font(), _NO_LIMIT).width() + self._inset() + px(14)
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

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

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
        top = (self.height() - words - note) // 2
        painter.setFont(self._font())
        painter.setPen(colors.color("accent" if self.chosen else self.tone))
        painter.drawText(QRect(left, top, width, words + 2), int(_WRAP | _BESIDE_SIGN), self.words)
        if self.note:
            painter.setFont(small_font())
            painter.setPen(colors.color("ink" if self.chosen else "soft"))
            painter.drawText(QRect(left, top + words, width, note + 2), int(_WRAP | _BESIDE_SIGN), self.note)
        painter.end()
