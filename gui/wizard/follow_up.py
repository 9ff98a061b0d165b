"""« Déposer et suivre »: the number and day of the tribunal, and the letters after the requete."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.documents import after
from core.documents.after import LETTER_HINTS, LETTER_LABELS, Letter, Told
from core.documents.case import Case, address_lines
from core.documents.followup import ARGUMENT_LABELS, Argument
from core.i18n import Message, _
from core.interview import flow
from core.interview.checks import not_in_future, recent_enough
from core.interview.model import (
    SECTION_TITLES,
    Choice,
    DateQuestion,
    Option,
    Page,
    Question,
    Raw,
    Section,
    Text,
    Tick,
    YesNo,
)
from core.interview.parsing import InvalidAnswer, parse
from gui.services import Services
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, beside, row
from gui.widgets.icons import Icon
from gui.widgets.page import ScrollPage
from gui.wizard.editors import make_editor
from gui.wizard.editors.base import Context
from gui.wizard.error_summary import ErrorSummary
from gui.wizard.field import Field
from gui.wizard.session import PageItems, Session

T = TypeVar("T")

FILED_ON = "signature.filed_on"

# What the tribunal gave; kept in the dossier. No interview page asks it: it only exists afterwards.
COURT = Page(
    id="follow-up",
    screen="S25",
    section=Section.FOLLOW_UP,
    heading=SECTION_TITLES[Section.FOLLOW_UP],
    questions=(
        DateQuestion(path=FILED_ON, label=_("Requête déposée le"), checks=(not_in_future, recent_enough)),
        Text(
            path=after.NUMBER,
            label=_("Numéro donné par le tribunal"),
            hint=_("Il est sur les papiers du tribunal. Il commence souvent par l’année."),
            max_length=40,
        ),
    ),
)

_ARGUMENTS = tuple(
    Tick(path=after.argument_path(argument), label=words) for argument, words in ARGUMENT_LABELS.items()
)
# What one letter needs; told again for each letter.
_LETTER: tuple[Question, ...] = (
    Choice(
        path=after.LETTER,
        label=_("Quelle lettre voulez-vous écrire ?"),
        options=tuple(
            Option(letter, words, LETTER_HINTS.get(letter)) for letter, words in LETTER_LABELS.items()
        ),
    ),
    Text(
        path=after.REASON,
        label=_("Pourquoi arrêtez-vous ?"),
        hint=_("Écrivez seulement un fait, par exemple un rendez-vous reçu. Vous pouvez laisser vide."),
    ),
    *_ARGUMENTS,
    DateQuestion(path=after.ORDERED_ON, label=_("Date de l’ordonnance")),
    DateQuestion(
        path=after.ENDED_ON,
        label=_("Dernier jour du délai que le juge a fixé"),
        hint=_("La fin de l’ordonnance dit le nombre de jours. Comptez-les sur un calendrier."),
    ),
    YesNo(
        path=after.PENALTY,
        label=_("Le juge a-t-il déjà fixé une astreinte ?"),
        hint=_("Une astreinte est une somme à payer par jour de retard."),
    ),
)


class FollowUpView(ScrollPage):
    """Asks what the tribunal gave and what a letter needs. `change` gets the id of a page of questions."""

    def __init__(self, session: Session, services: Services, change: Callable[[str], object]) -> None:
        super().__init__(COURT.heading)
        self._session, self._services, self._change = session, services, change
        self.summary = ErrorSummary()
        self.main.insertWidget(0, self.summary)
        self._done = Card()
        self._done.setObjectName("letter:done")
        self._done.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._done.hide()
        self.main.insertWidget(1, self._done)
        items = PageItems(lambda: session.dossier, session.today)
        self._context = Context(session.today(), items, make_editor)
        self.fields: dict[str, Field] = {}
        for question in COURT.questions:
            self._add(question, getattr(session.dossier.signature, question.path.partition(".")[2]))
        self.main.addSpacing(8)
        self.main.addWidget(TextLabel(_("Écrire une lettre"), "section"))
        self._helps: dict[Letter, QWidget] = {}
        for question in _LETTER:
            if question is _ARGUMENTS[0]:
                self._add_help(Letter.REPLY, self._reply_help())
            self._add(question, session.letter.get(question.path))
            if question.path == after.LETTER:
                self._add_help(Letter.NEW_ADDRESS, self._address_help())
                self._add_help(Letter.WITHDRAWAL, self._withdrawal_help())
        self.aside.addWidget(
            Card(
                TextLabel(_("À savoir"), "help-title"),
                TextLabel(_("Ce programme n’envoie rien. C’est vous qui envoyez la lettre."), "help"),
                TextLabel(_("Gardez une copie de tout ce que vous envoyez."), "help"),
            )
        )
        self._show_applying()
        self.finish_layout()

    def _add(self, question: Question, value: object) -> None:
        editor = make_editor(question, self._context)
        editor.refresh()
        editor.show_value(value, unknown=False)
        editor.changed.connect(self._show_applying)
        self.fields[question.path] = Field(editor)
        self.main.addWidget(self.fields[question.path])

    def _add_help(self, letter: Letter, help_: QWidget) -> None:
        self._helps[letter] = help_
        self.main.addWidget(help_)

    def _address_help(self) -> QWidget:
        page = flow.page_asking("contact.address", self._session.dossier)
        assert page is not None
        button = Button(_("Changer l’adresse"), lambda: self._change(page.id), "link")
        button.setObjectName("letter:address")
        return Card(
            TextLabel(_("La lettre dira cette adresse :"), "strong"),
            TextLabel("\n".join(address_lines(self._case())) or _("Aucune adresse.")),
            row(button),
        )

    def _withdrawal_help(self) -> QWidget:
        return Card(
            TextLabel(_("Cette lettre arrête votre requête."), "strong"),
            TextLabel(_("Un doute ? Demandez d’abord à une association ou à un avocat.")),
            kind="notice",
        )

    def _reply_help(self) -> QWidget:
        return Group(
            Card(
                TextLabel(
                    _("La préfecture parle d’un refus ou d’une OQTF ? N’utilisez pas cette lettre."), "strong"
                ),
                TextLabel(_("Montrez ce papier à un avocat tout de suite.")),
                kind="notice",
            ),
            TextLabel(_("Que dit la préfecture ? Cochez."), "label"),
        )

    # --- answers ------------------------------------------------------------------------------------

    def _raw(self, path: str) -> Raw:
        return self.fields[path].editor.raw()

    def _show_applying(self) -> None:
        letter = self._raw(after.LETTER)
        needed = after.NEEDS[letter] if isinstance(letter, Letter) else ()
        always = {question.path for question in COURT.questions} | {after.LETTER}
        for path, field in self.fields.items():
            field.setVisible(path in always or path.partition(".")[0] in needed)
        for which, help_ in self._helps.items():
            help_.setVisible(which is letter)

    def keep(self) -> None:
        """Save what the tribunal gave; remember what was told for the letter. Raises like `Session.apply`."""
        for question in _LETTER:
            try:
                self._session.letter[question.path] = parse(question, self._raw(question.path))
            except InvalidAnswer:
                # It stays in its field, where `ask` says what is wrong.
                self._session.letter.pop(question.path, None)
        self._session.apply(lambda dossier: self._submit().dossier)

    def _submit(self) -> flow.Submission:
        answers = {question.path: self._raw(question.path) for question in COURT.questions}
        return flow.submit(COURT, answers, self._session.dossier, self._session.today())

    def ask(self) -> tuple[Case, Told] | None:
        """The letter that is wanted; None where something must be mended first, which is then said."""
        messages = {error.path: error.message for error in self._submit().errors}
        for question in _LETTER:
            if self.fields[question.path].isHidden():
                continue
            try:
                parse(question, self._raw(question.path))
            except InvalidAnswer as error:
                messages[question.path] = error.message
        case, told = self._case(), self._told()
        # What was typed wrong is said in the words of what is wrong with it.
        messages = after.problems(case, told) | messages
        self._show_errors(messages)
        return None if messages else (case, told)

    def _case(self) -> Case:
        return after.case_of(flow.relevant(self._session.dossier), self._session.today())

    def _told(self) -> Told:
        kept = self._session.letter
        return Told(
            letter=_of(Letter, kept.get(after.LETTER)),
            reason=_of(str, kept.get(after.REASON)) or "",
            arguments=tuple(a for a in Argument if kept.get(after.argument_path(a)) is True),
            ordered_on=_of(date, kept.get(after.ORDERED_ON)),
            ended_on=_of(date, kept.get(after.ENDED_ON)),
            penalty=_of(bool, kept.get(after.PENALTY)),
        )

    def _show_errors(self, messages: dict[str, Message]) -> None:
        for path, field in self.fields.items():
            field.show_error(messages.get(path))
        # In the order of the page.
        wrong = [(f.question.label, messages[path], _focus_on(f)) for path, f in self.fields.items()
                 if path in messages]  # fmt: skip
        self.summary.show_errors(wrong)
        if wrong:
            self._done.hide()
            self.verticalScrollBar().setValue(0)

    # --- the letter ---------------------------------------------------------------------------------

    def show_made(self, folder: Path) -> None:
        """Say that the letter is there, and where."""
        self._done.empty()
        title = TextLabel(_("Votre lettre est prête."), "strong")
        self._done.add(beside(Icon("check", "ok"), title))
        self._done.add(TextLabel(_("Relisez-la. Signez-la seulement si tout est vrai.")))
        for path in sorted(folder.iterdir()):
            self._done.add(beside(Icon("file", "accent"), TextLabel(path.name), spacing=10))
        button = Button(_("Ouvrir le dossier"), lambda: self._services.open_folder(folder))
        button.setObjectName("letter:open")
        self._done.add(row(button))
        self._done.setAccessibleName(title.text())
        self._done.show()
        self.verticalScrollBar().setValue(0)
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._done, title.text())

    def arrive(self) -> None:
        super().arrive()
        self.fields[FILED_ON].editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)


def letter_work(case: Case, told: Told, target: Path) -> Callable[[], Path]:
    """The work: write the letter into the new folder `target`."""

    def work() -> Path:
        after.write_letter(case, told, target)
        return target

    return work


def _of(kind: type[T], value: object) -> T | None:
    return value if isinstance(value, kind) else None


def _focus_on(field: Field) -> Callable[[], None]:
    return lambda: field.editor.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
