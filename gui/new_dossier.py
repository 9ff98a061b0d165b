"""Before a dossier exists: where it is kept, what protects it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal

from core.dossier.model import Dossier, Preferences
from core.i18n import _
from core.interview.model import Choice, Option, Raw, Text, YesNo
from core.storage.dossier_file import SUFFIX, DossierFile
from gui.form_page import FormPage
from gui.services import Services
from gui.widgets.basic import Card, TextLabel
from gui.widgets.page import ScrollPage
from gui.words import language


class Place(StrEnum):
    """Where the dossier is kept."""

    COMPUTER = "computer"
    CHOSEN = "chosen"
    MEMORY = "memory"


PRIVATE_PLACE = Choice(
    path="private_place",
    label=_("Où garder le dossier ?"),
    required=True,
    options=(
        Option(Place.COMPUTER, _("Sur cet ordinateur"), _("Dans vos documents.")),
        Option(Place.CHOSEN, _("Sur une clé USB ou à un autre endroit")),
    ),
)
SHARED_PLACE = Choice(
    path="shared_place",
    label=_("Où garder le dossier ?"),
    required=True,
    options=(
        Option(Place.CHOSEN, _("Sur une clé USB"), _("Rien ne reste sur cet ordinateur.")),
        Option(
            Place.MEMORY, _("Nulle part"), _("Tout est effacé quand vous quittez. Imprimez avant de partir.")
        ),
    ),
)
PROTECTED = YesNo(
    path="protected",
    label=_("Voulez-vous protéger le dossier par une phrase secrète ?"),
    hint=_("Sans elle, personne ne peut lire le dossier. Vous non plus."),
    required=True,
)
PASSPHRASE = Text(
    path="passphrase",
    label=_("Votre phrase secrète"),
    hint=_("Notez-la sur un papier. Vous pouvez la changer."),
    required=True,
    printed=False,
    max_length=200,
)


class NewDossier(FormPage):
    """Asks, then makes the file. `made` carries the open file and its passphrase or None."""

    made = Signal(object, object)

    def __init__(self, services: Services, *, shared: bool) -> None:
        self._proposed = False
        self._shared = shared
        place = SHARED_PLACE if shared else PRIVATE_PLACE
        super().__init__(_("Où garder vos réponses ?"), (place, PROTECTED, PASSPHRASE), services)

    def add_help(self, view: ScrollPage) -> None:
        view.aside.addWidget(
            Card(
                TextLabel(_("Pourquoi cette question ?"), "help-title"),
                TextLabel(_("Vos réponses parlent de votre vie. Elles sont à vous."), "help"),
                TextLabel(_("Rien ne part sur internet."), "help"),
            )
        )

    def shown(self, answers: Mapping[str, Raw]) -> frozenset[str]:
        shown = {"shared_place" if self._shared else "private_place"}
        if _place(answers) in (Place.COMPUTER, Place.CHOSEN):
            shown.add("protected")
        if "protected" in shown and answers.get("protected") is True:
            shown.add("passphrase")
        return frozenset(shown)

    def update_shown(self) -> None:
        super().update_shown()
        if "passphrase" in self.answers() and not self._proposed:
            from core.storage import passphrase

            self._proposed = True
            self.show_answer("passphrase", passphrase.propose())

    def accept(self, answers: Mapping[str, Raw]) -> None:
        place = _place(answers)
        today = self.services.today()
        path: Path | None = None
        if place is Place.COMPUTER:
            path = free_path(self._folder(), today)
        elif place is Place.CHOSEN:
            path = self.services.choose_new_file(self, self._folder() / file_name(today))
            if path is None:
                return
        raw = answers.get("passphrase")
        passphrase = raw if isinstance(raw, str) else None
        self.work(
            _("Je crée le dossier…"),
            lambda: _make(path, passphrase),
            lambda file: self.made.emit(file, passphrase),
            "shared_place" if self._shared else "private_place",
        )

    def _folder(self) -> Path:
        # On a shared computer this is only where the dialog begins; the person chooses the stick in it.
        return self.services.places(False).dossiers or Path.home()


def _place(answers: Mapping[str, Raw]) -> Place | None:
    return next((raw for raw in answers.values() if isinstance(raw, Place)), None)


def _make(path: Path | None, passphrase: str | None) -> DossierFile:
    # Both are asked on the first page; until then they are what the person reads now.
    dossier = Dossier(preferences=Preferences(screen_language=language(), note_language=language()))
    if path is None:
        return DossierFile.in_memory(dossier)
    path.parent.mkdir(parents=True, exist_ok=True)
    return DossierFile.create(path, dossier, passphrase)


def file_name(today: date) -> str:
    """A name for a new dossier."""
    # A file name is seen by everybody who looks at the folder: it says the day and no name.
    return f"dossier du {today.isoformat()}{SUFFIX}"


def free_path(folder: Path, today: date) -> Path:
    """A place for a new dossier in this folder, where nothing is yet."""
    path, number = folder / file_name(today), 2
    while path.exists():
        path, number = folder / f"dossier du {today.isoformat()} ({number}){SUFFIX}", number + 1
    return path
