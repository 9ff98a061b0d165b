"""The words of a screen: typed, or found in the catalogue of messages that others saw."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from core.dossier.text import fold
from core.i18n import Message, _, ngettext
from core.interview.model import Instead, Question, Suggestion, Wording
from gui.style import px
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, row, rule
from gui.widgets.cards import LinkRow
from gui.wizard.editors.base import Context
from gui.wizard.editors.texts import LineField, TextEditor
from gui.words import say

OPEN, CLOSE = _("Chercher dans les messages connus"), _("Fermer la liste")
COMPARE = _("Comparez avec votre écran, mot par mot. Corrigez ce qui est différent.")
FIND = _("Cherchez un mot du message")
OTHER = _("Autre : j’écris les mots")
# More than these at once would be a wall of text; a word brings the others.
SHOWN = 8


def found(known: tuple[Suggestion, ...], typed: str) -> tuple[Suggestion, ...]:
    """Those that hold every typed word, accents and capitals aside; nothing typed: those of this step."""
    words = fold(typed).split()
    if not words:
        return tuple(one for one in known if one.near) or known
    return tuple(one for one in known if all(word in fold(one.text) for word in words))


class _SearchField(LineField):
    """Enter and Down go to the first message; Escape closes the list."""

    editor: WordingEditor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.editor.to_first()
        elif event.key() == Qt.Key.Key_Escape:
            self.editor.close_list()
        else:
            super().keyPressEvent(event)


class WordingEditor(TextEditor):
    """The field and, under it, a list to search in. Choosing fills the field; every word can be changed."""

    def __init__(self, question: Question, context: Context) -> None:
        super().__init__(question, context)
        assert isinstance(question, Wording)
        self._wording = question
        self._known: tuple[Suggestion, ...] = ()
        self._compare = TextLabel(COMPARE, "strong")
        self._compare.hide()
        self._open = Button(OPEN, self._toggle)
        self._open.setObjectName(f"{question.path}:known")
        self._search = _SearchField(30, say(FIND), f"{question.path}:search")
        self._search.editor = self
        self._search.textEdited.connect(self._show_found)
        self._state = TextLabel("", "soft")
        self._rows = Group(spacing=0, name=_("Messages connus"))
        self._list = Card(
            TextLabel(_("Liste du {day}. Les sites changent souvent.", day=question.as_of), "soft"),
            TextLabel(FIND, "strong"),
            row(self._search),
            self._state,
            self._rows,
        )
        self._list.setMaximumWidth(px(640))
        self._list.add(rule())
        for place, instead in enumerate(question.instead):
            link = self._link(instead.label, partial(self._take_instead, instead))
            link.setObjectName(f"{question.path}:instead:{place}")
            self._list.add(link)
        self._list.add(self._link(OTHER, self.close_list))
        self._list.hide()
        field = self.body.indexOf(self.first_field())
        self.body.insertWidget(field + 1, self._compare)
        # Where it is dense the list is offered before the field: Tab leads from it to the next question.
        at = field if context.dense else field + 2
        self.body.insertLayout(at, row(self._open))
        self.body.insertWidget(at + 1, self._list)
        self._show_found()

    def refresh(self) -> None:
        known = self.context.items.known(self._wording)
        if known != self._known:
            self._known = known
            self._show_found()

    # --- the list -----------------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self._list.isHidden():
            self._list.show()
            self._open.say(CLOSE)
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_list()

    def close_list(self) -> None:
        """Back to the field: the person writes, or has chosen."""
        self._list.hide()
        self._open.say(OPEN)
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def to_first(self) -> None:
        """Put the keyboard on the first message found."""
        if self._rows.column.count():
            self._rows.column.itemAt(0).widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_found(self, typed: str = "") -> None:
        matching = found(self._known, self._search.text())
        links = []
        for place, one in enumerate(matching[:SHOWN]):
            link = self._link(one.text, partial(self._take, one), one.note)
            link.setObjectName(f"{self.question.path}:known:{place}")
            links.append(link)
        self._rows.fill(*links)
        self._state.say(_count(len(matching)))
        if typed:
            announce(self._search, self._state.text())

    def _link(self, words: Message | str, act: Callable[[], object], note: Message | str = "") -> LinkRow:
        link = LinkRow(words, underlined=False, note=note)
        link.clicked.connect(lambda: act())
        return link

    def _take(self, one: Suggestion) -> None:
        self.show_value(one.text, unknown=False)
        self._compare.show()
        self.close_list()
        announce(self, COMPARE)
        self.typed()

    def _take_instead(self, instead: Instead) -> None:
        self.close_list()
        for path, value in instead.answers:
            self.answered_other.emit(path, value)


def _count(number: int) -> Message:
    if number == 0:
        return _("Aucun message trouvé. Écrivez vous-même les mots de l’écran.")
    if number > SHOWN:
        return _(
            "{number} messages. Voici les {shown} premiers. Écrivez un mot pour voir les autres.",
            number=number,
            shown=SHOWN,
        )
    return ngettext("{number} message.", "{number} messages.", number)
