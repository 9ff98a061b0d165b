"""Leaving a shared computer: what would be lost, what was erased, what may remain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from core.i18n import Message, _, ngettext
from core.storage.erase import may_remain
from gui.file_page import ListPage
from gui.widgets.basic import Button, Card, TextLabel, beside, row
from gui.widgets.icons import Icon
from gui.widgets.page import ScrollPage


class ConfirmErase(ScrollPage):
    """The answers are nowhere but in memory: leaving loses them."""

    erase_asked = Signal()
    keep_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("Effacer toutes vos réponses ?"))
        self.main.addWidget(TextLabel(_("Vos réponses ne sont sur aucune clé USB.")))
        self.main.addWidget(TextLabel(_("Si vous quittez, personne ne peut les retrouver.")))
        self._back = Button(_("Retour"), self.left.emit)
        self._back.setObjectName("confirm:back")
        erase = Button(_("Effacer et quitter"), self.erase_asked.emit, "danger")
        erase.setObjectName("confirm:erase")
        keep = Button(_("Enregistrer sur une clé USB"), self.keep_asked.emit)
        keep.setObjectName("confirm:keep")
        for button in (self._back, keep, erase):
            self.main.addLayout(row(button))
        self.finish_layout()

    def arrive(self) -> None:
        super().arrive()
        # Enter on the first button loses nothing.
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Enter on the page itself does nothing."""


class Farewell(ScrollPage):
    """The true list. `again`: another person begins. `closed`: the program ends."""

    again = Signal()
    closed = Signal()

    def __init__(self, erased: Sequence[Message], kept: Sequence[Message]) -> None:
        super().__init__(_("Voici ce qui est effacé"))
        self._list(_("Effacé de cet ordinateur"), erased, "check", "ok")
        self._list(_("Gardé, parce que vous l’avez demandé"), kept, "file", "accent")
        self._list(_("Le programme ne peut pas effacer ceci"), may_remain(), "warn", "warn")
        self._close = Button(_("Fermer le programme"), self.closed.emit, "primary")
        self._close.setObjectName("farewell:close")
        again = Button(_("Une autre personne commence"), self.again.emit)
        again.setObjectName("farewell:again")
        for button in (self._close, again):
            self.main.addLayout(row(button))
        self.finish_layout()

    def _list(self, title: Message, lines: Sequence[Message], icon: str, tone: str) -> None:
        if lines:
            card = Card(TextLabel(title, "strong"))
            for line in lines:
                card.add(beside(Icon(icon, tone), TextLabel(line)))
            self.main.addWidget(card)

    def arrive(self) -> None:
        super().arrive()
        # The list is what the page is for: at a large text size the buttons are far below it.
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Enter on the page itself does nothing."""


def erased_lines(*, answers: bool, files: int) -> tuple[Message, ...]:
    """What was erased, in sentences: the answers that were in memory, temporary files."""
    lines: list[Message] = []
    if answers:
        lines.append(_("Vos réponses. Elles étaient seulement en mémoire."))
    if files:
        lines.append(ngettext("{number} fichier temporaire.", "{number} fichiers temporaires.", files))
    lines.append(_("Les fichiers privés du programme et le texte copié."))
    lines.append(_("Aucune liste de dossiers et aucune sauvegarde n’étaient sur cet ordinateur."))
    return tuple(lines)


class ErasedPage(ListPage):
    """One dossier was erased: the files that went, and what may remain."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(_("Le dossier est effacé"))
        card = Card(TextLabel(_("Fichiers effacés"), "strong"))
        for name in names:
            card.add(beside(Icon("check", "ok"), TextLabel(name)))
        self.main.addWidget(card)
        remains = Card(TextLabel(_("Le programme ne peut pas effacer ceci"), "strong"))
        for line in may_remain():
            remains.add(beside(Icon("warn", "warn"), TextLabel(line)))
        self.main.addWidget(remains)
        self.finish()
