"""One answer among many, found by typing any part of it: a country, a département, a kind of permit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from core.dossier.text import fold
from core.i18n import Message, _, ngettext
from core.interview.model import UNKNOWN, Option, Question, Raw, Unlisted
from gui.widgets.basic import announce
from gui.wizard.editors.answer_list import ListingEditor, matching_words
from gui.wizard.editors.base import Context
from gui.words import say


def matching(options: tuple[Option, ...], typed: str) -> tuple[Option, ...]:
    """The options that hold every typed word, in the language of the screen or in French."""
    wordings = [_names(option) for option in options]
    return tuple(options[place] for place in matching_words(wordings, typed))


def _names(option: Option) -> tuple[Message | str, ...]:
    names = (option.label,) if option.also is None else (option.label, option.also)
    return (*names, *(str(name) for name in names))


class SearchEditor(ListingEditor):
    """A field and, under it, the answers that match. Up and Down choose, Enter takes, a click takes too."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        self._options: tuple[Option, ...] = ()
        self._found: tuple[Option, ...] = ()
        self._chosen: Option | None = None
        self._value: Any = None
        self._field.question_mark = self.answer_unknown
        self._field.show_arrow(self._show_all)

    def is_committing(self) -> bool:
        return self._list.isVisible()

    def raw(self) -> Raw:
        if self.is_unknown():
            return UNKNOWN
        if self._chosen is not None:
            value: Raw = self._chosen.value
            return value
        words = self._field.words()
        return Unlisted(words) if words else None

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
        self._field.show_answer(raw.words if isinstance(raw, Unlisted) else str(raw))

    def _show_chosen(self, value: Any) -> None:
        self._chosen = next((o for o in self._options if value is not None and o.value == value), None)
        if self._chosen is not None:
            self._field.show_answer(say(self._chosen.label))
        elif value is None:
            self._field.clear()
        self._list.hide()
        self._say("")

    def _edited(self, text: str) -> None:
        self._chosen, self._value = None, None
        self._found = matching(self._options, text) if self._field.words() else ()
        self._list.offer([option.label for option in self._found], chosen=0)
        wanted = fold(text)
        exact = [o for o in self._found if wanted in {fold(say(words)) for words in _names(o)}]
        if len(exact) == 1:
            self._chosen = exact[0]
        self._say(self._count())
        announce(self._field, self._state.text())
        self.typed()

    def _count(self) -> Message | str:
        if not self._field.words():
            return ""
        if not self._found:
            return _("Aucune réponse trouvée. Essayez un autre mot.")
        return self._counted()

    def _counted(self) -> Message:
        return ngettext(
            "{number} réponse. Flèches pour choisir, Entrée pour valider.",
            "{number} réponses. Flèches pour choisir, Entrée pour valider.",
            len(self._found),
        )

    def _show_all(self) -> None:
        if self._list.isVisible():
            self._list.hide()
            self._say("")
            return
        self._found = self._options
        chosen = self._found.index(self._chosen) if self._chosen in self._found else 0
        self._list.offer([option.label for option in self._found], chosen=chosen)
        self._say(self._counted())

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self._show_all()
            return True
        taking = self._list.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        known = super().key(event)
        if known and taking and self.context.dense:
            self.answered.emit()
        return known

    def _take(self, at: int) -> None:
        self._chosen = self._found[at]
        self._field.show_answer(say(self._chosen.label))
        self._list.hide()
        self._say("")
        announce(self._field, self._chosen.label)
        self.typed()
