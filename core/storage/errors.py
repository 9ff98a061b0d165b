"""Everything that can go wrong with a dossier file, one class per cause, worded once for people.

None of these sentences holds an answer of the dossier or a path: an exception's text can end up in a report.
"""

from __future__ import annotations

from typing import ClassVar

from core.errors import UserError
from core.i18n import Message, _


class DossierFileError(UserError):
    """Base of the errors of dossier files; each subclass brings its own sentence."""

    sentence: ClassVar[Message]

    def __init__(self, message: Message | None = None) -> None:
        super().__init__(message or self.sentence)


class PassphraseNeeded(DossierFileError):
    """The file is encrypted and no passphrase was given."""

    sentence = _("Ce dossier est protégé. Tapez sa phrase secrète pour l’ouvrir.")


class WrongPassphrase(DossierFileError):
    """The file is sound, and the passphrase is not the one that locked it."""

    sentence = _("Ce n’est pas la bonne phrase secrète. Vérifiez chaque mot, puis essayez encore.")


class NewerDossierFile(DossierFileError):
    """The file was written by a newer version of the program."""

    sentence = _("Ce dossier vient d’une version plus récente du programme. Installez la version récente.")


class DamagedDossier(DossierFileError):
    """The file is a dossier but parts of it cannot be read (failed integrity check)."""

    sentence = _("Ce dossier est abîmé : une partie ne peut plus être lue. Ouvrez une de ses sauvegardes.")


class DamagedExhibit(DossierFileError):
    """The bytes of one exhibit are not the ones that were stored; the answers are sound."""

    sentence = _(
        "Le fichier d’une pièce est abîmé. Vos réponses sont intactes. Ajoutez cette pièce à nouveau."
    )


class MissingExhibit(DossierFileError):
    """The dossier file holds no exhibit with these bytes."""

    sentence = _("Le fichier d’une pièce n’est pas dans ce dossier. Ajoutez cette pièce à nouveau.")


class NotADossierFile(DossierFileError):
    """The file is something else."""

    sentence = _("Ce fichier n’est pas un dossier Guichet Ouvert. Ouvrez un autre fichier.")


class DossierInUse(DossierFileError):
    """Another program holds the file. `host` and `since` say which one, where that is known."""

    sentence = _("Un autre programme utilise ce dossier. Attendez un moment, puis essayez encore.")


class NoSpaceLeft(DossierFileError):
    """The disk or the stick is full; what was saved before is intact."""

    sentence = _(
        "Il n’y a plus de place sur le disque ou la clé USB. Libérez de la place, puis essayez encore."
    )


class ReadOnlyPlace(DossierFileError):
    """Nothing may be written in this place."""

    sentence = _(
        "Le programme n’a pas le droit d’écrire à cet endroit. Choisissez un autre dossier ou une clé."
    )


class DossierGone(DossierFileError):
    """The file is no longer at its place: the stick was removed, or the file was moved or erased."""

    sentence = _("Le dossier n’est plus à sa place. Remettez la clé USB, ou choisissez où l’enregistrer.")


class DossierReplaced(DossierFileError):
    """Another file has been put in the place of the open one, by a synchroniser for example."""

    sentence = _(
        "Un autre programme a remplacé ce dossier sur le disque. Enregistrez vos réponses sous un autre nom."
    )


class MediumFailed(DossierFileError):
    """The disk or the stick answers with errors."""

    sentence = _(
        "Le disque ou la clé USB ne répond pas bien. Choisissez un autre endroit pour enregistrer le dossier."
    )


class AlreadyExists(DossierFileError):
    """A file with this name is there already; nothing was overwritten."""

    sentence = _("Un fichier porte déjà ce nom. Choisissez un autre nom.")
