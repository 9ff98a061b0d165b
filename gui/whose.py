"""The very first question: whose computer is this? All that may stay on it follows from the answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal

from core.i18n import Message, _
from core.storage.computer import Computer
from gui.widgets.basic import Card, TextLabel
from gui.widgets.cards import LinkRow
from gui.widgets.page import ScrollPage

ANSWERS: tuple[tuple[Computer, Message, Message], ...] = (
    (
        Computer.PRIVATE,
        _("À moi, ou à ma famille"),
        _("Le programme garde la liste de vos dossiers et fait des sauvegardes."),
    ),
    (
        Computer.SHARED,
        _("À d’autres personnes aussi, ou je ne sais pas"),
        _("Bibliothèque, association, ami. Rien ne reste sur cet ordinateur."),
    ),
    (
        Computer.DESK,
        _("À une association qui suit plusieurs dossiers"),
        _("Pour les bénévoles. La liste des dossiers est protégée par une phrase secrète."),
    ),
)


class WhosePage(ScrollPage):
    """Three answers, one key press each. `chosen` carries the `Computer`."""

    is_home = True
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("À qui est cet ordinateur ?"))
        self._answers: list[LinkRow] = []
        for computer, words, hint in ANSWERS:
            answer = LinkRow(words, note=hint)
            answer.setObjectName(f"whose:{computer.value}")
            answer.clicked.connect(partial(self.chosen.emit, computer))
            self._answers.append(answer)
            self.main.addWidget(answer)
        self.aside.addWidget(
            Card(
                TextLabel(_("Pourquoi cette question ?"), "help-title"),
                TextLabel(_("Vos réponses parlent de votre vie. Elles sont à vous."), "help"),
                TextLabel(_("Rien ne part sur internet."), "help"),
                TextLabel(_("La touche F9 cache l’écran à tout moment."), "help"),
            )
        )
        self.finish_layout()

    def arrive(self) -> None:
        super().arrive()
        self._answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Enter on the page itself does nothing: the buttons say what they do."""
