"""One answer among many, found by typing any part of it: a country, a département, a kind of permit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from core.i18n import Message, _, ngettext
from core.interview.model import UNKNOWN, Option, Question, Raw
from core.interview.parsing import plain_letters
from gui.style import TARGET, px
from gui.widgets.basic import TextLabel, announce
from gui.wizard.editors.base import Context, Editor
from gui.wizard.editors.texts import LineField
from gui.words import say

SHOWN = 6


def matching(options: tuple[Option, ...], typed: str) -> tuple[Option, ...]:
    """The options that hold every typed word, accents and capitals aside; those that begin so come first."""
    words = plain_letters(typed).split()
    found = []
    for option in options:
        label = plain_letters(say(option.label))
        if all(word in label for word in words):
            begins = label.startswith(words[0]) if words else False
            inside = any(part.startswith(words[0]) for part in label.split()) if words else False
            found.append((0 if begins else 1 if inside else 2, option))
    return tuple(option for _rank, option in sorted(found, key=lambda pair: pair[0]))


class _SearchField(LineField):
    """The keys that move through the answers work while the words are being typed."""

    editor: SearchEditor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.editor.key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.editor.left()


class SearchEditor(Editor):
    """A field and, under it, the answers that match. Up and Down choose, Enter takes, a click takes too."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        self._options: tuple[Option, ...] = ()
        self._found: tuple[Option, ...] = ()
        self._chosen: Option | None = None
        self._value: Any = None
        self._field = _SearchField(36, self.label, question.path)
        self._field.editor = self
        self._field.question_mark = self.answer_unknown
        self._field.textEdited.connect(self._edited)
        self._model = QStringListModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(say(_("Réponses trouvées")))
        self._list.setObjectName(f"{question.path}:list")
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setWordWrap(True)
        self._list.setMaximumWidth(px(560))
        self._list.clicked.connect(self._clicked)
        self._list.hide()
        self._state = TextLabel("", "soft")
        self._state.hide()
        self.add_line(self._field)
        self.body.addWidget(self._list)
        self.body.addWidget(self._state)
        self.add_unknown_card()

    def fields(self) -> tuple[QWidget, ...]:
        return (self._field,)

    def is_committing(self) -> bool:
        return self._list.isVisible()

    def raw(self) -> Raw:
        if self.is_unknown():
            return UNKNOWN
        if self._chosen is not None:
            value: Raw = self._chosen.value
            return value
        return self._field.text().strip() or None

    def refresh(self) -> None:
        options = self.context.items.options(self.question)
        if options == self._options:
            return
        self._options = options
        if self._value is not None and self._chosen is None:
            self._show_chosen(self._value)

    def show_value(self, value: Any, *, unknown: bool) -> None:
        self._value = value
        self._show_chosen(value)
        self.show_unknown(unknown)

    def show_raw(self, raw: Raw) -> None:
        self._chosen, self._value = None, None
        self._field.setText(str(raw))

    def _show_chosen(self, value: Any) -> None:
        self._chosen = next((o for o in self._options if value is not None and o.value == value), None)
        if self._chosen is not None:
            self._field.setText(say(self._chosen.label))
        elif value is None:
            self._field.clear()
        self._list.hide()
        self._say("")

    def _edited(self, text: str) -> None:
        self._chosen, self._value = None, None
        self._found = matching(self._options, text) if text.strip() else ()
        self._model.setStringList([say(option.label) for option in self._found])
        self._list.setVisible(bool(self._found))
        lines = min(len(self._found), SHOWN)
        self._list.setFixedHeight(lines * px(TARGET + 2) + 6)
        if self._found:
            self._list.setCurrentIndex(self._model.index(0))
        exact = [o for o in self._found if plain_letters(say(o.label)) == plain_letters(text.strip())]
        if len(exact) == 1:
            self._chosen = exact[0]
        self._say(self._count(text))
        announce(self._field, self._state.text())
        self.typed()

    def _say(self, words: Message | str) -> None:
        self._state.say(words)
        self._state.setVisible(bool(words))

    def _count(self, text: str) -> Message | str:
        if not text.strip():
            return ""
        if not self._found:
            return _("Aucune réponse trouvée. Essayez un autre mot.")
        return ngettext(
            "{number} réponse. Flèches pour choisir, Entrée pour valider.",
            "{number} réponses. Flèches pour choisir, Entrée pour valider.",
            len(self._found),
        )

    def key(self, event: QKeyEvent) -> bool:
        """Take the keys that choose among the answers; True where the key was one."""
        if not self._list.isVisible():
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            at = max(0, min(self._list.currentIndex().row() + step, len(self._found) - 1))
            self._list.setCurrentIndex(self._model.index(at))
            announce(self._field, self._found[at].label)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex().row())
            if self.context.dense:
                self.answered.emit()
            return True
        if key == Qt.Key.Key_Escape:
            self._list.hide()
            return True
        return False

    def left(self) -> None:
        """The field lost the focus: what is typed stays, the list closes."""
        self._list.hide()

    def _clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, at: int) -> None:
        self._chosen = self._found[at]
        self._field.setText(say(self._chosen.label))
        self._list.hide()
        self._say("")
        announce(self._field, self._chosen.label)
        self.typed()
