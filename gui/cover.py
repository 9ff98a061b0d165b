"""The neutral screen: F9 hides everything at once; after five idle minutes it also locks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from core.errors import UserError
from core.i18n import Message, _
from core.storage.errors import WrongPassphrase
from gui.style import px
from gui.task import Task
from gui.widgets.basic import Button, TextLabel, announce, row
from gui.words import say

IDLE_MINUTES = 5
_ACTIVITY = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)

# Whether these are the words of what is open. Slow: asked beside the window.
Gate = Callable[[str], bool]


class Cover(QWidget):
    """An empty page. Any key or click ends it; where there is a `gate`, the passphrase does.

    `ended`: show the work again. `left`: the person wants to leave instead.
    """

    ended = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, gate: Gate | None, leave_words: Message | None) -> None:
        super().__init__()
        self._gate = gate
        self._task: Task[bool] | None = None
        self.setObjectName("cover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say(_("Écran caché")))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(24), px(24), px(24), px(24))
        self._layout.addStretch(1)
        self.field: QLineEdit | None = None
        if gate is None:
            words = TextLabel(_("Appuyez sur une touche pour revenir."), "soft")
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._layout.addWidget(words)
        else:
            self._ask(leave_words)
        self._layout.addStretch(1)

    def _ask(self, leave_words: Message | None) -> None:
        label = TextLabel(_("L’écran est verrouillé. Tapez votre phrase secrète pour revenir."), "label")
        self.field = QLineEdit()
        self.field.setObjectName("cover:passphrase")
        self.field.setMaximumWidth(px(560))
        self.field.setAccessibleName(label.text())
        self.field.returnPressed.connect(self._try)
        self._state = TextLabel("", "error")
        self._open = Button(_("Revenir"), self._try, "primary")
        buttons = [self._open]
        if leave_words is not None:
            leave = Button(leave_words, self.left.emit, "danger")
            leave.setObjectName("cover:leave")
            buttons.append(leave)
        for widget in (label, self.field, self._state):
            self._layout.addWidget(widget)
        self._layout.addLayout(row(*buttons))

    def arrive(self) -> None:
        """The cover has just been shown."""
        (self.field or self).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def locked(self) -> bool:
        """Whether only the passphrase ends it."""
        return self._gate is not None

    def event(self, event: QEvent) -> bool:
        # Here, before Tab and the arrows mean a move of the focus.
        if self._gate is None and event.type() == QEvent.Type.KeyPress:
            self.ended.emit()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._gate is None:
            self.ended.emit()

    def _try(self) -> None:
        if self._gate is None or self.field is None or self._task is not None:
            return
        gate, words = self._gate, self.field.text()
        self._open.setEnabled(False)
        self._task = Task(lambda: gate(words), self._answered, self._refused, self._broke)
        self._task.start()

    def _answered(self, right: bool) -> None:
        self._end_task()
        if right:
            self.ended.emit()
        else:
            self._refused(WrongPassphrase())

    def _refused(self, error: UserError) -> None:
        self._end_task()
        self._state.say(error.message)
        announce(self, error.message)

    def _broke(self, error: BaseException) -> None:
        self._end_task()
        self.failed.emit(error)

    def _end_task(self) -> None:
        self._task = None
        self._open.setEnabled(True)


class IdleWatch(QObject):
    """Says when nobody has touched the window for a while. Looks only at what the window itself gets."""

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MINUTES * 60_000)
        self._timer.timeout.connect(self.idle)

    def watch(self, window: QWidget) -> None:
        """Begin to count, on a window that is shown."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._timer.start()

    @property
    def watching(self) -> bool:
        """Whether the minutes are being counted."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY:
            self._timer.start()
        return False
