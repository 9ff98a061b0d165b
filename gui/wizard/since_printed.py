"""What the answers of today would change in the documents made last: a count, and each sentence on demand."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.documents import freeze, printed
from core.documents.freeze import Change, Frozen
from core.i18n import Message, _
from core.interview.flow import relevant
from gui.widgets.basic import Button, Card, Group, TextLabel, row
from gui.wizard.session import Session

SHOW, HIDE = _("Voir les changements"), _("Cacher les changements")


def add_since_printed(session: Session, layout: QVBoxLayout) -> None:
    """Add the card to a page; nothing where no documents were made yet."""
    before = printed.read(session.printed)
    if before is not None:
        layout.addWidget(SincePrinted(before, _now(session, before)))


def _now(session: Session, before: Frozen) -> Frozen:
    return printed.as_printed(relevant(session.dossier), session.today(), signed_on=before.on)


class SincePrinted(Card):
    """« 3 phrases ont changé », since which day, and which ones."""

    def __init__(self, before: Frozen, now: Frozen) -> None:
        self._changes = freeze.changes(before, now)
        super().__init__(kind="notice" if self._changes else "card", spacing=4)
        self.setObjectName("since-printed")
        self._titles = {d.name: d.title for d in (*before.documents, *now.documents)}
        self.add(TextLabel(_("Vous avez créé vos documents le {day}.", day=before.on)))
        if printed.has_requete(before) and not printed.has_requete(now):
            self.add(
                TextLabel(
                    _("Avec vos réponses d’aujourd’hui, le programme n’écrit plus la requête."), "strong"
                )
            )
        self.add(TextLabel(freeze.summary(self._changes), "strong"))
        if not self._changes:
            return
        self.add(TextLabel(_("Si vous n’avez pas encore déposé la requête, créez vos documents de nouveau.")))
        self._button = Button(SHOW, self._toggle, "link")
        self._button.setObjectName("since-printed:show")
        self.add(row(self._button))
        self._list = Group(spacing=10)
        self._list.hide()
        self.add(self._list)

    def _toggle(self) -> None:
        if not self._list.column.count():
            for name, found in groupby(self._changes, lambda change: change.document):
                self._list.column.addWidget(TextLabel(self._titles[name], "strong"))
                for change in found:
                    self._list.column.addWidget(_lines(change))
        self._list.setVisible(self._list.isHidden())
        self._button.say(SHOW if self._list.isHidden() else HIDE)


def _lines(change: Change) -> QWidget:
    lines: list[Message] = []
    if change.before:
        lines.append(_("Avant : {sentence}", sentence=change.before))
    if change.after:
        lines.append(
            _("Maintenant : {sentence}", sentence=change.after)
            if change.before
            else _("En plus : {sentence}", sentence=change.after)
        )
    else:
        lines.append(_("Maintenant : la phrase n’est plus là."))
    return Group(*(TextLabel(line) for line in lines), spacing=2)
