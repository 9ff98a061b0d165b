"""A text that is mostly one of a few: the town of a postcode. The list helps, anything may be typed."""

from __future__ import annotations

from typing import Any

from core.dossier.text import fold
from core.i18n import Message, ngettext
from core.interview.model import UNKNOWN, ListedText, Question, Raw
from gui.widgets.basic import announce
from gui.wizard.editors.answer_list import ListingEditor, matching_words
from gui.wizard.editors.base import Context
from gui.words import say


class ListedTextEditor(ListingEditor):
    """A field with its likely answers under it. Enter goes on, unless the arrows chose one of them."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        assert isinstance(question, ListedText)
        self._listed = question
        self._suggested: tuple[Message | str, ...] = ()
        self._found: list[str] = []

    def raw(self) -> Raw:
        return UNKNOWN if self.is_unknown() else self._field.words()

    def show_raw(self, raw: Raw) -> None:
        self._field.show_answer(str(raw))

    def show_value(self, value: Any, *, unknown: bool) -> None:
        self._field.show_answer(value or "")
        self.left()
        self.show_unknown(unknown)

    def refresh(self) -> None:
        self._suggested = self.context.items.suggestions(self._listed)

    def came(self) -> None:
        """The field has the focus: the answers show, unless one of them stands there."""
        if fold(self._field.words()) not in {fold(say(words)) for words in self._suggested}:
            self._show_matching("")

    def left(self) -> None:
        super().left()
        self._say("")

    def _edited(self, text: str) -> None:
        self._show_matching(text)
        self.typed()

    def _show_matching(self, text: str) -> None:
        places = matching_words([(words,) for words in self._suggested], text)
        self._found = [say(self._suggested[place]) for place in places]
        if len(self._found) == 1 and fold(self._found[0]) == fold(text):
            self._found = []
        self._list.offer(self._found, chosen=None)
        count = len(self._found)
        self._say(
            ngettext(
                "{number} réponse proposée. Flèches pour choisir, ou écrivez une autre réponse.",
                "{number} réponses proposées. Flèches pour choisir, ou écrivez une autre réponse.",
                count,
            )
            if count
            else ""
        )
        if count:
            announce(self._field, self._state.text())

    def _take(self, at: int) -> None:
        self._field.show_answer(self._found[at])
        self.left()
        announce(self._field, self._field.words())
        self.typed()
