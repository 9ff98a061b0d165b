"""Dates in three fields that take what people type, with the weekday and the distance as a check."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.dossier.values import PartialDate
from core.errors import UserError
from core.i18n import Message, _, long_date, month_name, ngettext, weekday_date
from core.interview.dates import is_day, is_month, taken_apart
from core.interview.model import (
    UNKNOWN,
    AboutDate,
    DateQuestion,
    PartialDateQuestion,
    Question,
    Raw,
    RawDate,
)
from core.interview.parsing import parse
from gui.widgets.basic import Group, TextLabel, announce, row
from gui.wizard.editors.base import Context, Editor
from gui.wizard.editors.texts import LineField
from gui.words import language, say

DAY, MONTH, YEAR = _("Jour"), _("Mois"), _("Année")
_SEPARATORS = "/.- "
_YEAR = re.compile(r"\d{4}")


class _Part(LineField):
    """One of the three fields; a separator typed at its end goes on to the next one.

    A blank only where the field holds a whole day or month: « vers le 3 » and some months have blanks inside.
    """

    def __init__(self, characters: int, name: str, object_name: str) -> None:
        super().__init__(characters, name, object_name)
        self.next_part: _Part | None = None
        self.is_whole: Callable[[str], bool] = bool

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed and typed in _SEPARATORS and self.next_part is not None and self.text().strip():
            at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
            if at_end and (typed != " " or self.is_whole(self.text())):
                self.next_part.setFocus(Qt.FocusReason.TabFocusReason)
                return
        super().keyPressEvent(event)


class DateEditor(Editor):
    """A full date, or one of which only the year or the month is known."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        self._about = isinstance(question, DateQuestion) and question.unsure is not None
        dense = context.dense
        # « septembre » has nine letters.
        parts = (
            (DAY, 9 if self._about else 4, "day"),
            (MONTH, 9 if dense else 12, "month"),
            (YEAR, 5 if dense else 6, "year"),
        )
        columns: list[QWidget] = []
        self._parts: list[_Part] = []
        for words, characters, name in parts:
            field = _Part(characters, f"{self.label} {say(words)}", f"{question.path}:{name}")
            field.textEdited.connect(self._edited)
            field.question_mark = self.answer_unknown
            self._parts.append(field)
            if dense:
                field.setPlaceholderText(context.first(words))
                columns.append(field)
                continue
            label = TextLabel(words, "strong")
            label.setBuddy(field)
            columns.append(Group(label, field, spacing=4))
        self._parts[0].next_part, self._parts[1].next_part = self._parts[1], self._parts[2]
        self._parts[0].is_whole = lambda text: is_day(text, language())
        self._parts[1].is_whole = lambda text: is_month(text, language())
        self._parts[2].editingFinished.connect(self._say_problem)
        self._echo = TextLabel("", "small" if dense else "soft")
        if dense:
            self.add_line(*columns)
            self.add_unknown_card()
            self.body.addWidget(self._echo)
        else:
            self.body.addLayout(row(*columns, spacing=16))
            self.body.addWidget(self._echo)
            self.add_unknown_card()
        self._say_date()

    def fields(self) -> tuple[QWidget, ...]:
        return tuple(self._parts)

    def _typed(self) -> RawDate:
        day, month, year = (part.text() for part in self._parts)
        return RawDate(day, month, year, language())

    def raw(self) -> Raw:
        if self.is_unknown():
            return UNKNOWN
        typed = self._typed()
        return None if typed.is_empty() else typed

    def show_value(self, value: Any, *, unknown: bool) -> None:
        if isinstance(value, date):
            value = PartialDate(value.year, value.month, value.day)
        texts = ["", "", ""]
        if isinstance(value, PartialDate):
            month = month_name(value.month, language()) if value.month else ""
            texts = [str(value.day or ""), month, str(value.year)]
        for part, text in zip(self._parts, texts, strict=True):
            part.setText(text)
        self.show_unknown(unknown)
        self._say_date()

    def show_raw(self, raw: Raw) -> None:
        if isinstance(raw, RawDate):
            for part, text in zip(self._parts, (raw.day, raw.month, raw.year), strict=True):
                part.setText(text)

    def _edited(self, text: str) -> None:
        # A whole date typed or pasted in the first field goes where it belongs.
        first, *others = self._parts
        whole = taken_apart(first.text(), language()) if not any(part.text() for part in others) else None
        if whole is not None:
            for part, typed in zip(self._parts, (whole.day, whole.month, whole.year), strict=True):
                part.setText(typed)
            empty = [part for part in self._parts if not part.text()]
            (empty or self._parts)[-1].setFocus(Qt.FocusReason.TabFocusReason)
        elif isinstance(self.question, PartialDateQuestion):
            self._put_year_in_its_place()
        self._say_date()
        self.typed()

    def _put_year_in_its_place(self) -> None:
        """A year typed where the day or the month goes: what was typed before it moves along."""
        day, month, year = self._parts
        for part, shorter in ((day, ("", "")), (month, ("", day.text()))):
            if _YEAR.fullmatch(part.text()) and not year.text() and (part is month or not month.text()):
                typed = part.text()
                day.setText(shorter[0])
                month.setText(shorter[1])
                year.setText(typed)
                year.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_date(self) -> None:
        words = self._check()
        self._echo.say(words or "")
        # An empty line keeps its place, so that nothing jumps; where it is dense there is no room for that.
        self._echo.setVisible(words is not None or not self.context.dense)

    def _say_problem(self) -> None:
        """The year was left: what is wrong is said now, so that it can be mended before *Continue*."""
        typed = self._typed()
        try:
            if typed.year.strip():
                parse(self.question, typed)
        except UserError as error:
            self._echo.say(error.message)
            announce(self._parts[2], error.message)

    def _check(self) -> Message | None:
        typed = self._typed()
        if typed.is_empty():
            return None
        try:
            value = parse(self.question, typed)
        except UserError:
            # Half typed; what is wrong is said when the person goes on.
            return None
        if isinstance(value, PartialDate):
            return _partial_words(value)
        if isinstance(value, AboutDate):
            return _("Vers le {day}. Ce jour n’est pas sûr.", day=long_date(value.day, language()))
        return _distance_words(value, self.context.today) if isinstance(value, date) else None


def _partial_words(value: PartialDate) -> Message:
    exact = value.exact()
    if exact is not None:
        return _("{day}", day=long_date(exact, language()))
    if value.month is None:
        return _("Année {year} seulement", year=value.year)
    return _("{month} {year} seulement", month=month_name(value.month, language()), year=value.year)


def _distance_words(day: date, today: date) -> Message:
    words = weekday_date(day, language())
    days = (day - today).days
    week = day.isocalendar().week
    if days == 0:
        return _("{day}, semaine {week} : aujourd’hui", day=words, week=week)
    if days == 1:
        return _("{day}, semaine {week} : demain", day=words, week=week)
    if days == -1:
        return _("{day}, semaine {week} : hier", day=words, week=week)
    if abs(days) > 1000:
        return _("{day}", day=words)
    if days > 0:
        return ngettext(
            "{day}, semaine {week} : dans {number} jour",
            "{day}, semaine {week} : dans {number} jours",
            days, day=words, week=week,
        )  # fmt: skip
    return ngettext(
        "{day}, semaine {week} : il y a {number} jour",
        "{day}, semaine {week} : il y a {number} jours",
        -days, day=words, week=week,
    )  # fmt: skip
