"""The way into the desk: its folder and its passphrase."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal

from core.i18n import _
from core.interview.model import Raw, Text
from core.storage import passphrase
from core.storage.desk import Desk
from gui.form_page import FormPage
from gui.services import Services
from gui.widgets.basic import Card, TextLabel
from gui.widgets.page import ScrollPage

Opener = Callable[[tuple[Path, ...], str], Desk]

KNOWN = Text(
    path="passphrase",
    label=_("La phrase secrète de l’association"),
    hint=_("Vous pouvez la coller."),
    required=True,
    printed=False,
)
NEW = Text(
    path="passphrase",
    label=_("La phrase secrète de l’association"),
    hint=_("Gardez ces quatre mots. Ou tapez la phrase que les autres postes utilisent déjà."),
    required=True,
    printed=False,
    max_length=200,
)


class DeskUnlock(FormPage):
    """Asks until the desk opens. `opened` carries the desk, its folders and the words if they are new."""

    opened = Signal(object, object, object)

    def __init__(self, services: Services, folders: tuple[Path, ...], opener: Opener) -> None:
        self._folders, self._opener = folders, opener
        self._proposed = "" if folders else passphrase.propose()
        heading = _("Les dossiers de l’association") if folders else _("Le bureau de l’association")
        super().__init__(heading, (KNOWN if folders else NEW,), services)
        if self._proposed:
            self.show_answer("passphrase", self._proposed)

    def add_help(self, view: ScrollPage) -> None:
        lines = [
            _("Cette phrase protège tous les dossiers et la liste."),
            _("Après cinq minutes sans toucher l’ordinateur, l’écran est verrouillé."),
        ]
        if not self._folders:
            lines.insert(0, _("Ensuite, vous choisissez le dossier où sont rangés les fichiers."))
        view.aside.addWidget(
            Card(
                TextLabel(_("À savoir"), "help-title"),
                *(TextLabel(line, "help") for line in lines),
            )
        )

    def accept(self, answers: Mapping[str, Raw]) -> None:
        words = str(answers["passphrase"])
        folders = self._folders
        if not folders:
            chosen = self.services.choose_desk_folder(self)
            if chosen is None:
                return
            folders = (chosen,)
        new = words if words == self._proposed else None
        self.work(
            _("J’ouvre les dossiers…"),
            lambda: self._opener(folders, words),
            lambda desk: self.opened.emit(desk, folders, new),
            "passphrase",
        )
