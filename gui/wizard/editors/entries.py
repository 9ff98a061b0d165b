"""One attempt, or one request for help, in its week: painted in one widget, so that many stay light."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from core.i18n import Message, _, short_time, short_weekday, weekday_date
from core.interview.journal import COUNTS, LACKING, WHY_NOT, Entry, Means
from gui.style import RADIUS_FIELD, TARGET, bold_font, look, px, small_font
from gui.widgets.drawn_text import LEFT, RIGHT, draw_text, text_height, text_width
from gui.widgets.icons import paint_icon
from gui.words import language, say

SIGNS = {
    Means.SITE: "screen",
    Means.LETTER: "letter",
    Means.PHONE: "phone",
    Means.PEOPLE: "person",
    Means.UNKNOWN: "question",
}
# So many signs of what the screen showed; the form has the rest.
LONGEST = 60
_EDGE, _SIGN, _GAP = 8, 14, 6


@dataclass(frozen=True)
class _Part:
    """A few words, with a sign before them where there is one."""

    words: str
    icon: str | None = None
    tone: str = "ink"
    bold: bool = False

    def font(self) -> QFont:
        return bold_font() if self.bold else small_font()

    def inset(self) -> int:
        return px(_SIGN + _GAP) if self.icon else 0

    def natural(self) -> int:
        return text_width(self.words, self.font()) + self.inset() + 2


def day_words(entry: Entry) -> str:
    """`mar. 20`."""
    if entry.on is None:
        return say(_("jour inconnu"))
    if entry.approximate:
        return say(_("vers le {day}", day=entry.on))
    return short_weekday(entry.on, language())


def proof_words(entry: Entry) -> Message:
    """`pièce n° 4`, and whether its file is still to be given."""
    numbers = ", ".join(str(number) for number in entry.numbers)
    if entry.has_file:
        return _("pièce n° {numbers}", numbers=numbers)
    return _("pièce n° {numbers}, à joindre", numbers=numbers)


def _parts(entry: Entry) -> Iterator[_Part]:
    yield _Part(day_words(entry), bold=True)
    if entry.at is not None:
        yield _Part(short_time(entry.at, language()), bold=True)
    yield _Part(say(entry.what), SIGNS[entry.means], "soft")
    if entry.seen:
        yield _Part(_shortened(entry.seen), "speech", "soft")
    if entry.numbers:
        icon, tone = ("check", "ok") if entry.has_file else ("file", "ink")
        yield _Part(say(proof_words(entry)), icon, tone)
    for lacking in entry.lacks:
        yield _Part(say(LACKING[lacking]), "warn", "warn")


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"


def spoken(entry: Entry) -> str:
    """All of it for who cannot see it."""
    parts = [part.words for part in _parts(entry)]
    if entry.on is not None and not entry.approximate:
        parts[0] = weekday_date(entry.on, language())
    return ", ".join(parts)


class _Mark:
    """Where the parts of an entry go, and how they are painted; for the two kinds of widget below."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.parts = tuple(_parts(entry))
        # A layout asks for the same width many times over.
        self._heights: dict[int, int] = {}

    def places(self, width: int) -> tuple[list[tuple[_Part, QRect]], int]:
        """Each part with its place, like words of a text, and the height of all."""
        edge, inner = px(_EDGE), width - 2 * px(_EDGE)
        placed: list[tuple[_Part, QRect]] = []
        begun, x, y = 0, 0, edge
        for part in self.parts:
            natural = part.natural()
            if x and x + natural > inner:
                y += _centre([place for _part, place in placed[begun:]]) + px(2)
                begun, x = len(placed), 0
            room = min(natural, inner)
            height = text_height(part.words, part.font(), room - part.inset())
            placed.append((part, QRect(edge + x, y, room, height)))
            x += room + px(12)
        return placed, y + _centre([place for _part, place in placed[begun:]]) + edge

    def height(self, width: int) -> int:
        """The height at this width, at least that of something to press."""
        if width not in self._heights:
            self._heights[width] = max(px(TARGET), self.places(width)[1])
        return self._heights[width]

    def paint(self, widget: QWidget, *, over: bool) -> None:
        """Draw it, turned round in a language that is written from the right."""
        colors, painter = look(), QPainter(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.color("accent" if over else "line"), 1))
        painter.setBrush(colors.color("quiet" if self.entry.helped else "accent_soft"))
        box = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_FIELD, RADIUS_FIELD)
        mirrored = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        placed, height = self.places(widget.width())
        down = max(0, (widget.height() - height) // 2)
        for part, place in placed:
            place.translate(0, down)
            if mirrored:
                place.moveRight(widget.width() - place.left())
            self._paint_part(painter, part, place, mirrored=mirrored)
        painter.end()

    def _paint_part(self, painter: QPainter, part: _Part, place: QRect, *, mirrored: bool) -> None:
        color = look().color(part.tone)
        painter.setPen(color)
        painter.setFont(part.font())
        words = QRect(place)
        if part.icon is not None:
            sign = QRectF(0, place.top() + px(4), px(_SIGN), px(_SIGN))
            if mirrored:
                sign.moveRight(place.right() + 1)
                words.setRight(place.right() - part.inset())
            else:
                sign.moveLeft(place.left())
                words.setLeft(place.left() + part.inset())
            paint_icon(painter, part.icon, sign, color)
        # As wide as it was measured, or it would wrap elsewhere.
        draw_text(painter, words, part.words, RIGHT if mirrored else LEFT)


def _centre(line: list[QRect]) -> int:
    """Put the parts of a line on its middle, for words in two sizes; its height."""
    height = max(place.height() for place in line)
    for place in line:
        place.translate(0, (height - place.height()) // 2)
    return height


def _policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class AttemptMark(QPushButton):
    """An attempt, to be changed. `arrow`: to the one before (-1) or after (1), to the ends (±1000)."""

    arrow = Signal(int)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.setAutoDefault(True)
        self._mark = _Mark(entry)
        self.setObjectName(f"journal:{entry.item_id}")
        self.setAccessibleName(spoken(entry))
        reasons = [say(WHY_NOT[one]) for one in entry.lacks] or [say(COUNTS)]
        self.setAccessibleDescription(" ".join([*reasons, say(_("Entrée pour modifier."))]))
        self.setSizePolicy(_policy())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(px(110), self._mark.height(px(110)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(TARGET), px(TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._mark.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._mark.paint(self, over=self.underMouse() or self.isDown())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before, after = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        steps = {
            before: -1, Qt.Key.Key_Up: -1, after: 1, Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000,
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.arrow.emit(step)


class HelpMark(QLabel):
    """A request for help: it stands here to be seen, and is changed on its own page."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(spoken(entry))
        self._mark = _Mark(entry)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self.text())
        self.setSizePolicy(_policy())

    def sizeHint(self) -> QSize:
        return QSize(px(110), self._mark.height(px(110)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(TARGET), px(TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._mark.height(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._mark.paint(self, over=False)
