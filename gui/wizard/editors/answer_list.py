"""Answers that match what is typed, in a list under the field; the keyboard stays in the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRectF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QScrollArea, QStyle, QStyleOptionFrame, QWidget

from core.dossier.text import fold, one_line
from core.i18n import Message, _
from core.interview.model import Question
from core.typography import RIGHT_TO_LEFT_MARK
from gui.style import TARGET, look, px
from gui.widgets.basic import TextLabel, announce
from gui.widgets.drawn_text import is_mirrored, text_width
from gui.widgets.icons import paint_icon
from gui.wizard.editors.base import Context, Editor
from gui.wizard.editors.texts import LineField
from gui.words import say

SHOWN = 6
# As wide as the answers of other questions, in device-independent pixels at 100 %.
WIDTH = 560
ARROW = 16
# What Qt leaves free at each side of the text of a field.
_INSIDE = 2
_DOWN, _UP = 1, -1
# A mouse puts the cursor where it pressed, and a window that comes back leaves it where it was.
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


def matching_words(answers: Sequence[tuple[Message | str, ...]], typed: str) -> list[int]:
    """The places of the answers that hold every typed word, however it is written; beginnings come first.

    An answer has one or more wordings: in the language of the screen and in French, since a permit, a letter
    or a helper may use either.
    """
    words = fold(typed).split()
    found = []
    for place, wordings in enumerate(answers):
        hays = [fold(say(wording)) for wording in wordings]
        ranks = [_rank(hay, words) for hay in hays if all(word in hay for word in words)]
        if ranks:
            found.append((min(ranks), place))
    return [place for _rank_, place in sorted(found)]


def _rank(hay: str, words: list[str]) -> int:
    if not words or hay.startswith(words[0]):
        return 0
    return 1 if any(part.startswith(words[0]) for part in hay.split()) else 2


class ListField(LineField):
    """The keys that move through the answers work while the words are being typed.

    Of an answer longer than the field the beginning is seen: it tells the answers apart. An arrow at the end
    says that there is a list of all answers, where there is one.
    """

    editor: ListingEditor
    _show_all: Callable[[], object] | None = None

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(px(WIDTH), 0))

    def show_arrow(self, show_all: Callable[[], object]) -> None:
        """Say that there is a list of all answers, which a click here shows or hides."""
        self._show_all = show_all
        room = px(ARROW + 8)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)

    def show_answer(self, words: str) -> None:
        """Show a whole answer, from its beginning."""
        # Qt would take the direction from the first letter, which may be that of a French word.
        mark = RIGHT_TO_LEFT_MARK if is_mirrored(words) and not is_mirrored(words[0]) else ""
        self.setText(mark + words)
        self.setCursorPosition(0)

    def words(self) -> str:
        """What stands in the field, without signs that have no visible form."""
        return one_line(self.text())

    def is_cut(self) -> bool:
        """Whether the end of the text is out of sight."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).width()
        margins = self.textMargins()
        return text_width(self.text(), self.font()) > room - margins.left() - margins.right() - 2 * _INSIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.editor.show_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._show_all is None:
            return
        painter = QPainter(self)
        paint_icon(painter, "down", self._arrow_box(), look().color("ink"))
        painter.end()

    def _arrow_box(self) -> QRectF:
        side = px(ARROW)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = px(14) if mirrored else self.width() - px(14) - side
        return QRectF(left, (self.height() - side) / 2, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        # The room around the arrow belongs to it.
        near = self._arrow_box().adjusted(-px(14), -self.height(), px(14), self.height())
        if self._show_all is not None and (not self.text() or near.contains(event.position())):
            self._show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.editor.key(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            # From the end, so that the cursor stands at the beginning; what is typed takes its place.
            self.setSelection(len(self.text()), -len(self.text()))
        self.editor.came()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.setCursorPosition(0)
        self.editor.left()


class AnswerList(QListView):
    """Up and Down choose, Enter takes, Escape closes, a click takes too. `taken`: the place of the answer."""

    taken = Signal(int)

    def __init__(self, field: LineField, object_name: str) -> None:
        super().__init__()
        self._field = field
        self._words: list[str] = []
        self._model = QStringListModel(self)
        self.setModel(self._model)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(say(_("Réponses trouvées")))
        self.setObjectName(object_name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setMaximumWidth(px(WIDTH))
        self.clicked.connect(self._clicked)
        self.hide()

    def offer(self, words: Sequence[Message | str], *, chosen: int | None) -> None:
        """Show these answers, none hides the list. `chosen`: the place of the one that Enter takes."""
        self._words = [say(word) for word in words]
        self._model.setStringList(self._words)
        self.setVisible(bool(words))
        self.setFixedHeight(min(len(words), SHOWN) * px(TARGET + 2) + 6)
        self.setCurrentIndex(QModelIndex() if chosen is None else self._model.index(chosen))
        if words:
            # Once the page has made room for it.
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """Bring the list into sight, and above all the field."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None and self.isVisible():
            # Of a list Qt would bring the chosen line into sight, and no more.
            end = self.mapTo(page.widget(), self.rect().bottomLeft())
            page.ensureVisible(end.x(), end.y(), 0, px(8))
            page.ensureWidgetVisible(self._field)

    def key(self, event: QKeyEvent) -> bool:
        """Take the keys that choose among the answers; True where the key was one."""
        if not self.isVisible():
            return False
        key, at = event.key(), self.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = _DOWN if key == Qt.Key.Key_Down else _UP
            at = max(0, min(at + step, len(self._words) - 1))
            self.setCurrentIndex(self._model.index(at))
            announce(self._field, self._words[at])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at >= 0:
            self.taken.emit(at)
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _clicked(self, index: QModelIndex) -> None:
        self.taken.emit(index.row())


class ListingEditor(Editor):
    """A field, the answers that match under it, and how many there are."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        self._field = ListField(36, self.label, question.path)
        self._field.editor = self
        self._field.textEdited.connect(self._edited)
        self._list = AnswerList(self._field, f"{question.path}:list")
        self._list.taken.connect(self._take)
        self._field.textChanged.connect(self.show_whole)
        self._whole = TextLabel()
        self._whole.hide()
        self._state = TextLabel("", "soft")
        self._state.hide()
        self.add_line(self._field)
        self.body.addWidget(self._whole)
        self.body.addWidget(self._list)
        self.body.addWidget(self._state)
        self.add_unknown_card()

    def fields(self) -> tuple[QWidget, ...]:
        return (self._field,)

    def key(self, event: QKeyEvent) -> bool:
        """Take a key that chooses among the answers; True where it was one."""
        return self._list.key(event)

    def came(self) -> None:
        """The field has the focus: what it holds stays, and the list opens when somebody types."""

    def left(self) -> None:
        """The field has lost the focus: what is typed stays, the list closes."""
        self._list.hide()

    def show_whole(self) -> None:
        """Under a field that is too narrow for its text, the whole of it."""
        is_cut = self._field.is_cut()
        self._whole.say(self._field.words() if is_cut else "")
        self._whole.setVisible(is_cut)

    # What differs between the editors. Qt's classes cannot be abstract ones of Python's.

    def _edited(self, text: str) -> None:
        raise NotImplementedError

    def _take(self, at: int) -> None:
        raise NotImplementedError

    def _say(self, words: Message | str) -> None:
        self._state.say(words)
        self._state.setVisible(bool(words))
