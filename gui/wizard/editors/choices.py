"""Answers chosen among a few: yes or no, a list of cards, one box to tick."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from core.dossier.text import fold
from core.i18n import _
from core.interview.model import UNKNOWN, Option, Question, Raw, Tick, YesNo
from gui.widgets.basic import Button, announce, row
from gui.widgets.cards import RadioCard, TickCard
from gui.wizard.editors.answer_keys import answers_to, key_signs
from gui.wizard.editors.base import DO_NOT_KNOW, Context, Editor
from gui.words import say

YES, NO = _("Oui"), _("Non")
CLEAR = _("Effacer ma réponse")
# The first letters of « Oui » and « Non ».
YES_NO_KEYS = ("o", "n")
COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class ChoiceEditor(Editor):
    """Cards to choose one of. No card is chosen before the person chooses (never a fact pre-ticked).

    Where it is dense a key answers: a digit, a first letter, « ? »; Delete takes the answer back.
    """

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        self._group = QButtonGroup(self)
        self._values: list[Raw] = []
        options = list(self._options(question))
        if question.unknown:
            options.append(Option(UNKNOWN, DO_NOT_KNOW))
        self._unknown = len(options) - 1 if question.unknown else None
        letters = YES_NO_KEYS if isinstance(question, YesNo) else ()
        signs = key_signs(len(options), self._unknown, letters) if context.dense else [""] * len(options)
        for option, sign in zip(options, signs, strict=True):
            self._add(option, sign)
        self._clear = Button(CLEAR, self._forget, kind="link")
        self._clear.hide()
        if not context.dense:
            self.body.addLayout(row(self._clear))
        self._group.idToggled.connect(self._toggled)

    def _options(self, question: Question) -> tuple[Option, ...]:
        if isinstance(question, YesNo):
            return (Option(True, YES), Option(False, NO))
        return self.context.items.options(question)

    def _add(self, option: Option, sign: str) -> None:
        words, hint = self.context, option.hint or ""
        card = RadioCard(
            words.first(option.label),
            words.first(hint),
            # In a line of small cards there is no room for a drawing.
            None if words.dense else option.picture,
            second=words.second(option.label),
            key=sign,
            compact=words.dense,
        )
        card.setObjectName(f"{self.question.path}:{getattr(option.value, 'value', option.value)}")
        self._group.addButton(card, len(self._values))
        self._values.append(option.value)
        self.add_part(card)

    @property
    def values(self) -> tuple[Raw, ...]:
        """What each card stands for, in order."""
        return tuple(self._values)

    def fields(self) -> tuple[QWidget, ...]:
        return tuple(self._group.buttons())

    def first_field(self) -> QWidget:
        chosen = self._group.checkedId()
        return self._group.button(max(0, chosen))

    def raw(self) -> Raw:
        chosen = self._group.checkedId()
        return None if chosen < 0 else self._values[chosen]

    def show_value(self, value: Any, *, unknown: bool) -> None:
        wanted = UNKNOWN if unknown else value
        for index, card_value in enumerate(self._values):
            if wanted is not None and card_value == wanted:
                self._group.button(index).setChecked(True)
                return
        self._uncheck()

    def _toggled(self, _index: int, on: bool) -> None:
        self._offer_clearing()
        if on:
            self.changed.emit()

    def _offer_clearing(self) -> None:
        # An answer given by mistake can be taken back, where none is needed.
        offered = not self.context.dense and not self.question.required
        self._clear.setVisible(offered and self._group.checkedId() >= 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The cards let pass what they do not know.
        if not self.context.dense or event.modifiers() & COMMANDS:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if not self.question.required:
                self._forget()
        else:
            cards = self._cards()
            meant = answers_to(event.text(), [(c.said.words, c.said.second) for c in cards], self._unknown)
            if meant:
                self._answer(meant)
            else:
                super().keyPressEvent(event)

    def _cards(self) -> list[RadioCard]:
        return [card for card in self._group.buttons() if isinstance(card, RadioCard)]

    def _answer(self, meant: tuple[int, ...]) -> None:
        """Choose what a key means; where it means several, the next of them each time."""
        here = next((place for place, card in enumerate(self._cards()) if card.hasFocus()), -1)
        place = next((found for found in meant if found > here), meant[0]) if len(meant) > 1 else meant[0]
        card = self._cards()[place]
        card.setChecked(True)
        card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(card, card.said.words)
        if len(meant) == 1:
            self.answered.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.context.dense or self.question.required or self._group.checkedId() < 0:
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.addAction(say(CLEAR), self._forget)
        menu.popup(event.globalPos())

    def _forget(self) -> None:
        self._uncheck()
        self.first_field().setFocus()
        self.changed.emit()

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for card in self._group.buttons():
            card.setChecked(False)
        self._group.setExclusive(True)
        self._offer_clearing()


class TickEditor(Editor):
    """One box; its words are the question."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        assert isinstance(question, Tick)
        words, hint = context, question.hint or ""
        self._card = TickCard(
            words.first(question.label),
            words.first(hint),
            second=words.second(question.label),
            compact=words.dense,
        )
        self._card.setObjectName(question.path)
        self._card.toggled.connect(self.changed)
        self.add_part(self._card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = "" if event.modifiers() & COMMANDS else fold(event.text())
        if self.context.dense and letter in YES_NO_KEYS:
            self._card.setChecked(letter == YES_NO_KEYS[0])
            announce(self._card, YES if self._card.isChecked() else NO)
            self.answered.emit()
        else:
            super().keyPressEvent(event)

    def fields(self) -> tuple[QWidget, ...]:
        return (self._card,)

    def raw(self) -> Raw:
        return self._card.isChecked()

    def show_value(self, value: Any, *, unknown: bool) -> None:
        self._card.setChecked(bool(value))
