"""The first page: begin, open, or go on with a recent dossier."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal

from core.i18n import Message, _
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, beside
from gui.widgets.cards import LinkRow
from gui.widgets.flow import flowing
from gui.widgets.icons import Icon, Number
from gui.widgets.page import ScrollPage

NEW = _("Commencer un nouveau dossier")
STEPS = (
    _("Vous répondez aux questions. Comptez 30 minutes. Vous pouvez vous arrêter quand vous voulez."),
    _("Le programme dit si le juge peut aider, et ce qui manque."),
    _("Vous imprimez la lettre et la liste des pièces. Vous relisez, vous signez, vous déposez."),
)


class StartPage(ScrollPage):
    """What this program does, and the ways in. `recent_asked` carries the path of a dossier."""

    is_home = True
    new_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(Path)
    whose_asked = Signal()
    sheets_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_("Votre titre de séjour est bloqué ?"))
        self._error_card = Card(kind="errors")
        self._error = TextLabel("", "strong")
        self._error_card.add(beside(Icon("warn", "stop"), self._error))
        self._error_card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._error_card.hide()
        self.main.insertWidget(0, self._error_card)
        for text in (
            _("Le site ANEF ou le site de rendez-vous ne marche pas ? Un juge peut parfois aider."),
            _("Ce programme pose des questions simples. Puis il prépare une lettre pour le juge."),
        ):
            self.main.addWidget(TextLabel(text))
        self.new_button = Button(NEW, self.new_asked.emit, "primary")
        self.new_button.setObjectName("new")
        self.open_button = Button(_("Ouvrir un dossier"), self.open_asked.emit)
        self.open_button.setObjectName("open")
        steps = Card(spacing=14)
        for number, text in enumerate(STEPS, start=1):
            steps.add(beside(Number(number), TextLabel(text), spacing=14))
        self.main.addWidget(flowing(self.new_button, self.open_button, spacing=16))
        self._recent = Group(spacing=0)
        self._recent.hide()
        self.main.addWidget(self._recent)
        self.main.addSpacing(8)
        self.main.addWidget(steps)
        self.aside.addWidget(
            Card(
                TextLabel(_("À savoir"), "help-title"),
                TextLabel(_("Ce programme est gratuit. Il n’est pas un avocat."), "help"),
                TextLabel(_("Il n’utilise pas internet. Il n’envoie rien."), "help"),
                TextLabel(_("Vos réponses restent avec vous. Vous pouvez tout effacer."), "help"),
            )
        )
        sheets = LinkRow(
            _("Imprimer une fiche : ce qu’il faut apporter, travailler avec un interprète"), icon="file"
        )
        sheets.setObjectName("sheets")
        sheets.clicked.connect(self.sheets_asked)
        self.main.addWidget(sheets)
        whose = LinkRow(_("Changer : à qui est cet ordinateur ?"))
        whose.setObjectName("whose")
        whose.clicked.connect(self.whose_asked)
        self.main.addWidget(whose)
        self.finish_layout()

    def show_recent(self, recent: list[Path]) -> None:
        """Offer the dossiers opened last."""
        links = []
        for path in recent:
            link = LinkRow(path.stem, icon="file")
            link.clicked.connect(lambda _checked=False, path=path: self.recent_asked.emit(path))
            links.append(link)
        self._recent.fill(*([TextLabel(_("Vos derniers dossiers"), "strong"), *links] if links else []))

    def show_error(self, message: Message) -> None:
        """Say why a dossier could not be opened."""
        self._error.say(message)
        self._error_card.setAccessibleName(self._error.text())
        self._error_card.show()
        self._error_card.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, message)

    def arrive(self) -> None:
        super().arrive()
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Enter on the page itself does nothing: the buttons say what they do."""
