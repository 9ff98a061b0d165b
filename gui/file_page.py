"""All that can be done with the open dossier as a file: protect, copy, go back, give, erase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from core.i18n import Message, _, named_time
from core.storage.backups import Backup
from gui.widgets.basic import Button, Card, TextLabel, announce, beside, row
from gui.widgets.cards import LinkRow
from gui.widgets.icons import Icon
from gui.widgets.page import ScrollPage


class Act(StrEnum):
    """What the person asks for."""

    PROTECT = "protect"
    BACKUPS = "backups"
    KEEP_ELSEWHERE = "keep_elsewhere"
    HAND_OVER = "hand_over"
    NOTES = "notes"
    ERASE = "erase"


class ListPage(ScrollPage):
    """Base of the pages of this window that offer things to do, with a way back. `left`: go back."""

    left = Signal()

    def __init__(self, heading: Message, *, wide: bool = False) -> None:
        super().__init__(heading, wide=wide)
        self._notice = Card(kind="notice")
        self._words = TextLabel("", "strong")
        self._notice.add(beside(Icon("warn", "warn"), self._words))
        self._notice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._notice.setObjectName("page:notice")
        self._notice.hide()
        self.main.addWidget(self._notice)

    def link(self, name: str, words: Message, note: Message | str = "", icon: str = "file") -> LinkRow:
        """Add one thing to do; the caller connects it."""
        link = LinkRow(words, icon=icon, note=note)
        link.setObjectName(name)
        self.main.addWidget(link)
        return link

    def add_back(self) -> None:
        """Add the way back."""
        back = Button(_("Retour"), self.left.emit)
        back.setObjectName("page:back")
        self.main.addLayout(row(back))

    def finish(self) -> None:
        """Add the way back and end the page."""
        self.add_back()
        self.finish_layout()

    def tell(self, message: Message) -> None:
        """Say what happened, above everything else."""
        self._words.say(message)
        self._notice.setAccessibleName(self._words.text())
        self._notice.show()
        self._notice.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, message)

    def arrive(self) -> None:
        super().arrive()
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Enter on the page itself does nothing: each line says what it does."""


class FilePage(ListPage):
    """The open dossier. `asked` carries an `Act`."""

    asked = Signal(object)

    def __init__(self, *, name: str | None, encrypted: bool, backups: bool, desk: bool) -> None:
        super().__init__(_("Ce dossier"))
        if name is None:
            self.main.addWidget(TextLabel(_("Il est seulement en mémoire. Il disparaît quand vous quittez.")))
        else:
            self.main.addWidget(TextLabel(_("Fichier : {name}", name=name)))
            self.main.addWidget(
                TextLabel(
                    _("Il est protégé par une phrase secrète.")
                    if encrypted
                    else _("Il n’est pas protégé. Toute personne qui a ce fichier peut le lire.")
                )
            )
        if desk:
            self._act(Act.NOTES, _("Notes de l’association"), _("Elles ne sont jamais imprimées."))
        if name is None:
            self._act(Act.KEEP_ELSEWHERE, _("Enregistrer sur une clé USB"))
        else:
            self._act(
                Act.PROTECT,
                _("Changer la phrase secrète") if encrypted else _("Protéger par une phrase secrète"),
            )
            self._act(Act.KEEP_ELSEWHERE, _("Enregistrer une copie ailleurs"))
        if backups:
            self._act(Act.BACKUPS, _("Sauvegardes"), _("Revenir au dossier d’un autre jour."))
        self._act(
            Act.HAND_OVER,
            _("Préparer un fichier à donner"),
            _("Pour vous, ou pour une autre association. Il n’est pas protégé."),
        )
        if name is not None:
            self._act(Act.ERASE, _("Effacer ce dossier"), _("Avec toutes ses sauvegardes."), "cross")
        self.finish()

    def _act(self, act: Act, words: Message, note: Message | str = "", icon: str = "file") -> None:
        self.link(f"file:{act.value}", words, note, icon).clicked.connect(
            lambda _checked=False: self.asked.emit(act)
        )


class BackupsPage(ListPage):
    """The copies that the program made, newest first. `chosen` carries a `Backup`."""

    chosen = Signal(object)

    def __init__(self, backups: Sequence[Backup]) -> None:
        super().__init__(_("Sauvegardes"))
        if not backups:
            self.main.addWidget(TextLabel(_("Il n’y a pas encore de sauvegarde de ce dossier.")))
        else:
            self.main.addWidget(
                TextLabel(_("Choisissez un jour. Le dossier d’aujourd’hui est gardé dans un autre fichier."))
            )
        minutes = Counter(_minute(backup.made_at) for backup in backups)
        for number, backup in enumerate(backups):
            words = _when(backup.made_at, seconds=minutes[_minute(backup.made_at)] > 1)
            self.link(f"backup:{number}", words).clicked.connect(
                lambda _checked=False, backup=backup: self.chosen.emit(backup)
            )
        self.finish()


def _minute(at: datetime) -> datetime:
    # As it is read here: the hour that comes twice in autumn is the same hour on the screen.
    return at.astimezone().replace(second=0, microsecond=0, tzinfo=None)


def _when(at: datetime, *, seconds: bool) -> Message:
    here = at.astimezone()
    return _("Le {day} à {time}", day=here.date(), time=named_time(here.time(), seconds=seconds))


class EraseDossier(ListPage):
    """The last question before a dossier is erased. `erase_asked`: yes."""

    erase_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_("Effacer ce dossier ?"))
        self.main.addWidget(TextLabel(_("Le dossier et ses sauvegardes seront effacés de cet ordinateur.")))
        self.main.addWidget(TextLabel(_("Vous ne pourrez plus les ouvrir.")))
        # The way that loses nothing comes first.
        self.add_back()
        erase = Button(_("Effacer ce dossier"), self.erase_asked.emit, "danger")
        erase.setObjectName("erase:yes")
        self.main.addLayout(row(erase))
        self.finish_layout()


class KeepWords(ListPage):
    """The passphrase just chosen, to note or print. `sheet_asked`: as a sheet. `left`: go on."""

    sheet_asked = Signal()

    def __init__(self, passphrase: str) -> None:
        super().__init__(_("Notez votre phrase secrète"))
        self.passphrase = passphrase
        self.main.addWidget(Card(TextLabel(passphrase, "question")))
        for text in (
            _("Sans cette phrase, personne ne peut ouvrir le dossier. Nous non plus."),
            _("Écrivez-la sur un papier. Gardez ce papier loin de l’ordinateur."),
        ):
            self.main.addWidget(TextLabel(text))
        sheet = Button(_("Enregistrer une feuille à imprimer"), self.sheet_asked.emit)
        sheet.setObjectName("words:sheet")
        copy = Button(_("Copier la phrase"), self._copy)
        copy.setObjectName("words:copy")
        for button in (sheet, copy):
            self.main.addLayout(row(button))
        go_on = Button(_("J’ai noté la phrase"), self.left.emit, "primary")
        go_on.setObjectName("words:noted")
        self.main.addLayout(row(go_on))
        self.finish_layout()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.passphrase)
        announce(self, _("Phrase copiée."))
