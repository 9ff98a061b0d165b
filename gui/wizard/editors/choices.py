"""Answers chosen among a few: yes or no, a list of cards, one box to tick."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QWidget

from core.i18n import _
from core.interview.model import UNKNOWN, Option, Question, Raw, Tick, YesNo
from gui.widgets.basic import Button, row
from gui.widgets.cards import RadioCard, TickCard
from gui.wizard.editors.base import DO_NOT_KNOW, Context, Editor

YES, NO = _("Oui"), _("Non")
CLEAR = _("Effacer ma réponse")


class ChoiceEditor(Editor):
    """Cards to choose one of. No card is chosen before the person chooses (never a fact pre-ticked)."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        self._group = QButtonGroup(self)
        self._values: list[Raw] = []
        for option in self._options(question):
            self._add(RadioCard(option.label, option.hint or "", option.picture), option.value)
        if question.unknown:
            self._add(RadioCard(DO_NOT_KNOW), UNKNOWN)
        self._clear = Button(CLEAR, self._forget, kind="link")
        self._clear.hide()
        self.body.addLayout(row(self._clear))
        self._group.idToggled.connect(self._toggled)

    def _options(self, question: Question) -> tuple[Option, ...]:
        if isinstance(question, YesNo):
            return (Option(True, YES), Option(False, NO))
        return self.context.items.options(question)

    def _add(self, card: RadioCard, value: Raw) -> None:
        card.setObjectName(f"{self.question.path}:{getattr(value, 'value', value)}")
        self._group.addButton(card, len(self._values))
        self._values.append(value)
        self.body.addWidget(card)

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
        self._clear.setVisible(not self.question.required and self._group.checkedId() >= 0)

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
        self._card = TickCard(question.label, question.hint or "")
        self._card.setObjectName(question.path)
        self._card.toggled.connect(self.changed)
        self.body.addWidget(self._card)

    def fields(self) -> tuple[QWidget, ...]:
        return (self._card,)

    def raw(self) -> Raw:
        return self._card.isChecked()

    def show_value(self, value: Any, *, unknown: bool) -> None:
        self._card.setChecked(bool(value))
