"""What the association notes about a dossier. Nothing of it is ever printed or handed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import Signal

from core.i18n import Message, _
from core.interview.model import Choice, DateQuestion, Option, Question, Raw, Text, Tick, YesNo
from core.interview.parsing import InvalidAnswer, parse
from core.storage.dossier_file import DossierFile
from core.storage.follow_up import Reminder, erase_on, read_follow_up, write_follow_up
from gui.desk.words import OUTCOMES
from gui.form_page import FormPage
from gui.services import Services
from gui.widgets.basic import Card, TextLabel
from gui.widgets.page import ScrollPage

REMINDER_DAY = DateQuestion(path="reminder_on", label=_("Ajouter un rappel : quel jour ?"))
REMINDER_TEXT = Text(path="reminder_text", label=_("Ajouter un rappel : quoi faire ?"), printed=False)
QUESTIONS: tuple[Question, ...] = (
    Text(path="volunteer", label=_("Qui suit ce dossier ?"), printed=False),
    Text(path="notes", label=_("Notes"), multiline=True, printed=False, max_length=4000),
    Tick(path="for_jurist", label=_("À relire par un juriste")),
    DateQuestion(path="last_contact_on", label=_("Dernier contact avec la personne")),
    DateQuestion(path="defence_due_on", label=_("Répondre au mémoire de la préfecture avant le")),
    DateQuestion(path="hearing_on", label=_("Audience au tribunal le")),
    DateQuestion(path="order_received_on", label=_("Décision du juge reçue le")),
    Choice(
        path="outcome",
        label=_("Résultat"),
        options=tuple(Option(outcome, words) for outcome, words in OUTCOMES.items()),
    ),
    DateQuestion(path="act_by", label=_("La préfecture doit avoir agi le")),
    DateQuestion(path="appointment_on", label=_("Rendez-vous à la préfecture le")),
    YesNo(path="executed", label=_("La préfecture a-t-elle fait ce que le juge demande ?")),
    REMINDER_DAY,
    REMINDER_TEXT,
    DateQuestion(path="closed_on", label=_("Dossier terminé le")),
    YesNo(
        path="may_keep",
        label=_("La personne accepte-t-elle que l’association garde une copie ?"),
        hint=_("Si elle dit non, l’aide reste la même."),
    ),
    DateQuestion(path="keep_until", label=_("Jusqu’à quand ?")),
)
_OWN = {REMINDER_DAY.path, REMINDER_TEXT.path}


class NotesPage(FormPage):
    """`saved`: the notes are on disk."""

    saved = Signal()

    def __init__(self, services: Services, file: DossierFile) -> None:
        self._file = file
        self._kept = read_follow_up(file)
        super().__init__(_("Notes de l’association"), QUESTIONS, services)
        self.bar.continue_button.say(_("Enregistrer les notes"))
        for question in QUESTIONS:
            value = None if question.path in _OWN else getattr(self._kept, question.path)
            if value is not None:
                self.show_answer(question.path, value)
        self.update_shown()

    def add_help(self, view: ScrollPage) -> None:
        lines: list[Message] = [
            _("Ces notes ne sont jamais imprimées. Elles ne partent pas avec le dossier.")
        ]
        day = erase_on(self._kept)
        if day is not None:
            lines.append(_("Le programme propose d’effacer ce dossier le {day}.", day=day))
        lines += [_("{day} : {text}", day=each.on, text=each.text) for each in self._kept.reminders]
        view.aside.addWidget(
            Card(TextLabel(_("À savoir"), "help-title"), *(TextLabel(line, "help") for line in lines))
        )

    def shown(self, answers: Mapping[str, Raw]) -> frozenset[str]:
        shown = {question.path for question in QUESTIONS}
        if answers.get("may_keep") is not True:
            shown.discard("keep_until")
        return frozenset(shown)

    def accept(self, answers: Mapping[str, Raw]) -> None:
        values: dict[str, Any] = {}
        errors: dict[str, Message] = {}
        for question in QUESTIONS:
            try:
                values[question.path] = parse(question, answers.get(question.path))
            except InvalidAnswer as error:
                errors[question.path] = error.message
        day, text = values.pop(REMINDER_DAY.path, None), values.pop(REMINDER_TEXT.path, None)
        if day is not None and not text:
            errors[REMINDER_TEXT.path] = _("Dites aussi quoi faire ce jour-là.")
        if text and day is None and REMINDER_DAY.path not in errors:
            errors[REMINDER_DAY.path] = _("Dites aussi quel jour.")
        self.show_errors(errors)
        if errors:
            return
        reminders = self._kept.reminders
        if day is not None:
            reminders = (*reminders, Reminder(on=day, text=text))
        opened = self._kept.opened_on or self.services.today()
        follow_up = msgspec.structs.replace(self._kept, **values, reminders=reminders, opened_on=opened)
        self.work(
            _("J’enregistre…"),
            lambda: write_follow_up(self._file, follow_up),
            lambda _done: self.saved.emit(),
            "volunteer",
        )
