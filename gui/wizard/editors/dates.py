"""Dates in three fields that take what people type, with the weekday and the distance as a check."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from core.dossier.values import PartialDate
from core.errors import UserError
from core.i18n import FRENCH_MONTHS, Message, _, long_date, ngettext, weekday_date
from core.interview.model import UNKNOWN, PartialDateQuestion, Question, Raw, RawDate
from core.interview.parsing import parse
from gui.widgets.basic import Group, TextLabel, row
from gui.wizard.editors.base import Context, Editor
from gui.wizard.editors.texts import LineField
from gui.words import language, say

DAY, MONTH, YEAR = _("Jour"), _("Mois"), _("Année")
_SEPARATORS = "/.- "
_YEAR = re.compile(r"\d{4}")
_WHOLE = re.compile(r"\s*(\d{1,2})(?:er)?\s*[/.\-\s]\s*([^\W_]+)\.?\s*[/.\-\s]\s*(\d{4})\s*")


class _Part(LineField):
    """One of the three fields; a separator typed at its end goes on to the next one."""

    def __init__(self, characters: int, name: str, object_name: str) -> None:
        super().__init__(characters, name, object_name)
        self.next_part: _Part | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed and typed in _SEPARATORS and self.next_part is not None and self.text().strip():
            at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
            if at_end:
                self.next_part.setFocus(Qt.FocusReason.TabFocusReason)
                return
        super().keyPressEvent(event)


class DateEditor(Editor):
    """A full date, or one of which only the year or the month is known."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        dense = context.dense
        # « septembre » has nine letters.
        parts = ((DAY, 4, "day"), (MONTH, 9 if dense else 12, "month"), (YEAR, 5 if dense else 6, "year"))
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
        return RawDate(*(part.text() for part in self._parts))

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
            month = FRENCH_MONTHS[value.month - 1] if value.month else ""
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
        found = _WHOLE.fullmatch(self._parts[0].text())
        if found and not self._parts[1].text() and not self._parts[2].text():
            for part, typed in zip(self._parts, found.groups(), strict=True):
                part.setText(typed)
            self._parts[2].setFocus(Qt.FocusReason.TabFocusReason)
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
        return _distance_words(value, self.context.today) if isinstance(value, date) else None


def _partial_words(value: PartialDate) -> Message:
    exact = value.exact()
    if exact is not None:
        return _("{day}", day=long_date(exact, language()))
    if value.month is None:
        return _("Année {year} seulement", year=value.year)
    return _("{month} {year} seulement", month=FRENCH_MONTHS[value.month - 1], year=value.year)


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
