"""Everything that can go wrong with a file given as an exhibit: one class per cause, worded once.

No sentence holds the file's name: a name can hold a person's name, and an exception's text ends in reports.
The screen shows the name beside the sentence.
"""

from __future__ import annotations

from typing import ClassVar

from core.errors import UserError
from core.i18n import Message, _, ngettext


class ExhibitError(UserError):
    """Base of the errors of exhibits; the dossier is as it was before."""

    sentence: ClassVar[Message]

    def __init__(self, message: Message | None = None) -> None:
        super().__init__(message or self.sentence)


class Unsupported(ExhibitError):
    """The content is of a kind that the program does not take, whatever the name says."""

    sentence = _("Le programme ne connaît pas ce genre de fichier. Ajoutez une image (JPEG, PNG) ou un PDF.")


class EmptyFile(ExhibitError):
    """The file has no content at all."""

    sentence = _("Ce fichier est vide. Copiez-le à nouveau depuis le téléphone ou l’ordinateur d’origine.")


class TooLarge(ExhibitError):
    """The file has more bytes than the limit; it was not read."""

    def __init__(self, megabytes: int) -> None:
        super().__init__(
            _("Ce fichier est trop lourd (plus de {megabytes} Mo). Faites une copie plus légère, ou "
              "coupez-le en plusieurs fichiers.", megabytes=megabytes)
        )  # fmt: skip


class TooManyPixels(ExhibitError):
    """The picture would take too much memory; it was not decoded."""

    sentence = _(
        "Cette image est trop grande pour être ouverte sans risque. Faites une capture d’écran de l’image, "
        "et ajoutez la capture."
    )


class TooManyPages(ExhibitError):
    """The file has more pages than the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            ngettext("Ce fichier a plus de {number} page. Gardez seulement les pages utiles.",
                     "Ce fichier a plus de {number} pages. Gardez seulement les pages utiles.", limit)
        )  # fmt: skip


class EncryptedPdf(ExhibitError):
    """The PDF asks for a password, or forbids what an ordinary copy needs."""

    sentence = _(
        "Ce PDF est protégé par un mot de passe. Ouvrez-le, imprimez-le dans un nouveau fichier PDF, puis "
        "ajoutez le nouveau fichier."
    )


class BrokenFile(ExhibitError):
    """The beginning is right but the content cannot be read whole."""

    sentence = _("Ce fichier est abîmé ou incomplet. Copiez-le à nouveau, puis ajoutez la nouvelle copie.")


class Vanished(ExhibitError):
    """The file was there when it was chosen and can no longer be read."""

    sentence = _(
        "Ce fichier n’est plus lisible à sa place. Rebranchez le téléphone ou la clé, puis ajoutez-le à "
        "nouveau."
    )


class WorkerTooSlow(ExhibitError):
    """The process that opened the file passed its time and was killed."""

    sentence = _(
        "Ce fichier prend trop de temps. Le programme a arrêté de le lire. Ajoutez une capture d’écran "
        "ou une photo à la place."
    )


class WorkerStopped(ExhibitError):
    """The process that opened the file ended by itself: out of memory, or a fault in a library."""

    sentence = _(
        "Le programme n’a pas réussi à ouvrir ce fichier. Le reste du dossier est intact. Ajoutez une "
        "capture d’écran ou une photo à la place."
    )


class Cancelled(ExhibitError):
    """The person stopped the work."""

    sentence = _("Vous avez arrêté le travail. Les fichiers déjà ajoutés sont gardés.")


class PieceTooLarge(ExhibitError):
    """Even at the lowest readable quality the exhibit passes the size that the court's site takes."""

    def __init__(self, number: int, megabytes: int) -> None:
        super().__init__(
            _("La pièce n° {exhibit} est trop lourde (plus de {megabytes} Mo). Coupez-la en deux pièces.",
              exhibit=number, megabytes=megabytes)
        )  # fmt: skip
        self.number = number


class PieceUnreadable(ExhibitError):
    """The stored file of an exhibit cannot be made into pages: a dossier that came from elsewhere."""

    def __init__(self, number: int) -> None:
        super().__init__(
            _("Le fichier de la pièce n° {exhibit} ne peut pas être lu. Retirez cette pièce, puis ajoutez "
              "son fichier à nouveau.", exhibit=number)
        )  # fmt: skip
        self.number = number


class UnprintableTitle(ExhibitError):
    """The exhibit's title holds a character that the printed font cannot show."""

    def __init__(self, number: int, character: str) -> None:
        super().__init__(
            _("Le titre de la pièce n° {exhibit} contient un caractère que le papier ne peut pas montrer "
              "(U+{code}). Écrivez ce titre avec des lettres latines.",
              exhibit=number, code=f"{ord(character):04X}")
        )  # fmt: skip
        self.number = number
