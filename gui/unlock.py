"""The passphrase of a protected dossier."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal

from core.i18n import _
from core.interview.model import Raw, Text
from core.storage.dossier_file import DossierFile
from gui.form_page import FormPage
from gui.services import Services

PASSPHRASE = Text(
    path="passphrase",
    label=_("Votre phrase secrète"),
    hint=_("Vous pouvez la coller."),
    required=True,
    printed=False,
)


class Unlock(FormPage):
    """Asks until the file opens. The words are shown as typed, and may be pasted (WCAG 2.2, 3.3.8)."""

    opened = Signal(object)

    def __init__(self, path: Path, services: Services) -> None:
        super().__init__(_("Ce dossier est protégé"), (PASSPHRASE,), services)
        self._path = path

    def accept(self, answers: Mapping[str, Raw]) -> None:
        passphrase = str(answers["passphrase"])
        self.work(
            _("J’ouvre le dossier…"),
            lambda: DossierFile.open(self._path, passphrase),
            self.opened.emit,
            "passphrase",
        )
