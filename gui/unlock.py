"""The passphrase of a protected dossier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal

from core.errors import UserError
from core.i18n import _
from core.interview.model import Raw, Text
from core.storage.dossier_file import DossierFile
from core.storage.errors import WrongPassphrase
from gui.form_page import FormPage
from gui.services import Services
from gui.widgets.basic import Card, TextLabel
from gui.widgets.page import ScrollPage

PASSPHRASE = Text(
    path="passphrase",
    label=_("Votre phrase secrète"),
    hint=_("Vous pouvez la coller."),
    required=True,
    printed=False,
)


class Unlock(FormPage):
    """Asks until the file opens. The words are shown as typed, and may be pasted (WCAG 2.2, 3.3.8).

    `opened` carries the file, `refused` an error that no other words would mend.
    """

    opened = Signal(object)
    refused = Signal(object)

    def __init__(
        self, path: Path, services: Services, work: Callable[[str], DossierFile] | None = None
    ) -> None:
        super().__init__(_("Ce dossier est protégé"), (PASSPHRASE,), services)
        self._work = work or (lambda passphrase: DossierFile.open(path, passphrase))

    def add_help(self, view: ScrollPage) -> None:
        view.aside.addWidget(
            Card(
                TextLabel(_("La phrase ne marche pas ?"), "help-title"),
                TextLabel(_("Regardez la feuille où vous l’avez notée. Vérifiez chaque mot."), "help"),
                TextLabel(_("Sans elle, personne ne peut ouvrir le dossier."), "help"),
            )
        )

    def accept(self, answers: Mapping[str, Raw]) -> None:
        passphrase = str(answers["passphrase"])
        self.work(_("J’ouvre le dossier…"), lambda: self._work(passphrase), self.opened.emit, "passphrase")

    def refuse(self, error: UserError, blame: str) -> None:
        if isinstance(error, WrongPassphrase):
            super().refuse(error, blame)
        else:
            self.refused.emit(error)
