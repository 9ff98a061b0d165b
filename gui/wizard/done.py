"""After printing: which files are there and what each is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from core.i18n import _
from gui.widgets.basic import Card, TextLabel, beside
from gui.widgets.cards import LinkRow
from gui.widgets.icons import Icon
from gui.widgets.page import ScrollPage


def follow_up_link(go: Callable[[], object]) -> LinkRow:
    """The way to the page about filing and following."""
    link = LinkRow(
        _("Déposer et suivre"),
        icon="file",
        note=_("Notez le numéro du tribunal. Écrivez les lettres d’après."),
    )
    link.setObjectName("follow-up")
    link.clicked.connect(lambda: go())
    return link


def documents_link(go: Callable[[], object]) -> LinkRow:
    """The way to the documents as they read."""
    link = LinkRow(
        _("Voir les documents"),
        icon="file",
        note=_("Lisez-les ici. Voyez d’où vient chaque phrase. Imprimez."),
    )
    link.setObjectName("preview")
    link.clicked.connect(lambda: go())
    return link


def reading_link(go: Callable[[], object]) -> LinkRow:
    """The way to the page where the requete is read side by side."""
    link = LinkRow(
        _("Lire la requête à deux"),
        icon="file",
        note=_("Phrase par phrase, le français et ce que cela veut dire."),
    )
    link.setObjectName("read")
    link.clicked.connect(lambda: go())
    return link


class DoneView(ScrollPage):
    """The list of the files written, and where to go from there; None where nothing leads there.

    `look` shows the documents on the screen, `read` the requete side by side, `follow_up` what comes after.
    """

    def __init__(
        self,
        folder: Path,
        look: Callable[[], object],
        read: Callable[[], object] | None = None,
        follow_up: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(_("Vos documents sont prêts"))
        self.main.addWidget(
            TextLabel(_("Lisez chaque document. Signez la requête seulement si tout est vrai."))
        )
        files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
        card = Card(spacing=10)
        for name in files:
            card.add(beside(Icon("file", "accent"), TextLabel(name), spacing=10))
        self.main.addWidget(card)
        self.main.addWidget(documents_link(look))
        if read is not None:
            self.main.addWidget(reading_link(read))
        if follow_up is not None:
            self.main.addWidget(follow_up_link(follow_up))
        self.aside.addWidget(
            Card(
                TextLabel(_("Et maintenant ?"), "help-title"),
                TextLabel(_("Imprimez la requête. Relisez les noms et les dates. Signez-la."), "help"),
                TextLabel(_("Ce programme n’envoie rien. C’est vous qui déposez la requête."), "help"),
            )
        )
        self.finish_layout()

    def arrive(self) -> None:
        super().arrive()
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
