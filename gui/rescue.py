"""A dossier that does not open: why, in calm words, and each way that is left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from core.errors import UserError
from core.i18n import Message, _
from core.storage.backups import Backup
from core.storage.errors import (
    DamagedDossier,
    DossierFileError,
    DossierGone,
    DossierInUse,
    MediumFailed,
    NewerDossierFile,
    NotADossierFile,
    WrongPassphrase,
)
from gui.file_page import ListPage
from gui.widgets.basic import TextLabel

# The heading says what is the matter; the sentence of the error says what it means.
_HEADINGS: tuple[tuple[type[DossierFileError], Message], ...] = (
    (DossierInUse, _("Ce dossier est déjà ouvert")),
    (NewerDossierFile, _("Ce dossier est trop récent")),
    (DamagedDossier, _("Ce dossier est abîmé")),
    (NotADossierFile, _("Ce n’est pas un dossier")),
    (DossierGone, _("Ce dossier n’est plus là")),
    (MediumFailed, _("Le disque ne répond pas bien")),
    (WrongPassphrase, _("Cette phrase n’ouvre pas le dossier")),
)
_OTHER = _("Ce dossier ne s’ouvre pas")
# The sentence of the error goes on: « open one of its backups ».
_WITHOUT_BACKUP = _("Ce dossier est abîmé : une partie ne peut plus être lue.")


class RescuePage(ListPage):
    """Signals: `again` (same file), `another` (choose), `backups_asked`, `take_over_asked`."""

    again = Signal()
    another = Signal()
    backups_asked = Signal()
    take_over_asked = Signal()

    def __init__(
        self, path: Path, error: UserError, backups: Sequence[Backup], *, held_elsewhere: bool
    ) -> None:
        heading = next((words for kind, words in _HEADINGS if isinstance(error, kind)), _OTHER)
        super().__init__(heading)
        self.error = error
        alone = isinstance(error, DamagedDossier) and not backups
        self.main.addWidget(TextLabel(_WITHOUT_BACKUP if alone else error.message))
        self.main.addWidget(TextLabel(_("Fichier : {name}", name=path.name), "soft"))
        if backups:
            self.link(
                "rescue:backups",
                _("Ouvrir une sauvegarde de ce dossier"),
                _("La dernière est du {day}.", day=backups[0].made_at.astimezone().date()),
            ).clicked.connect(self.backups_asked)
        if not isinstance(error, NotADossierFile):
            self.link("rescue:again", _("Essayer encore")).clicked.connect(self.again)
        if held_elsewhere:
            self.link(
                "rescue:take-over",
                _("Ouvrir quand même"),
                _("Seulement si l’autre ordinateur est éteint. Sinon, ses réponses peuvent être perdues."),
                "warn",
            ).clicked.connect(self.take_over_asked)
        self.link("rescue:another", _("Choisir un autre fichier")).clicked.connect(self.another)
        if isinstance(error, NewerDossierFile):
            self.main.addWidget(
                TextLabel(_("Le dossier est intact. Ouvrez-le sur l’ordinateur où il a été fait."))
            )
        self.finish()
