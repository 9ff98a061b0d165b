"""One line of the list of exhibits: its number, its title, its first page, and everything to do with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from core.dossier.model import Dossier, Exhibit
from core.dossier.values import ExhibitStatus
from core.i18n import Message, _, ngettext
from gui.exhibits.changes import fact_words
from gui.exhibits.checks import DateCheck, day_words, missing_on_capture
from gui.exhibits.sheet_picture import SheetPicture
from gui.exhibits.work import ExhibitWork
from gui.widgets.basic import Button, Card, Group, TextLabel, beside, restyle
from gui.widgets.flow import flowing
from gui.widgets.icons import Icon
from gui.words import say


@dataclass(frozen=True)
class CardActs:
    """What the buttons of a card do, each with the exhibit's id."""

    change: Callable[[str], object]
    pages: Callable[[str], object]
    add: Callable[[str], object]
    move: Callable[[str, int], object]
    join: Callable[[str], object]
    remove: Callable[[str], object]
    put: Callable[[Exhibit], object]


class ExhibitCard(Card):
    """Shows one exhibit; `show_exhibit` again when it, its number or its neighbours change."""

    def __init__(self, work: ExhibitWork, exhibit_id: str, acts: CardActs) -> None:
        super().__init__(spacing=8)
        self.exhibit_id = exhibit_id
        self._shown: object = None
        self.setObjectName(f"exhibits:{exhibit_id}")
        self.picture = SheetPicture(work)
        self.number = TextLabel("", "label")
        self._title = TextLabel("", "strong")
        self._about = TextLabel("", "soft")
        self._warnings = Group(spacing=4)
        self._dates = DateCheck(work, acts.put)
        words = Group(self.number, self._title, self._about, self._warnings, self._dates, spacing=4)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(words, 1)
        self.add(top)
        self.buttons = {
            "change": Button(_("Modifier"), lambda: acts.change(exhibit_id), "link"),
            "pages": Button(_("Voir les pages"), lambda: acts.pages(exhibit_id), "link"),
            "add": Button(_("Ajouter une image"), lambda: acts.add(exhibit_id), "link"),
            "up": Button(_("Monter"), lambda: acts.move(exhibit_id, -1), "link"),
            "down": Button(_("Descendre"), lambda: acts.move(exhibit_id, 1), "link"),
            "join": Button(_("Réunir avec la précédente"), lambda: acts.join(exhibit_id), "link"),
            "remove": Button(_("Supprimer"), lambda: acts.remove(exhibit_id), "link"),
        }
        self.add(flowing(*self.buttons.values(), spacing=4))

    def show_exhibit(self, dossier: Dossier, exhibit: Exhibit, number: int | None, place: int) -> None:
        """Show the exhibit, its number in the inventory (None: still to be asked for), its place from 0."""
        count = len(dossier.exhibits)
        joinable = place > 0 and bool(exhibit.sheets) and bool(dossier.exhibits[place - 1].sheets)
        about = _about(dossier, exhibit)
        state = (exhibit, number, place, count, joinable, about)
        self._dates.show_exhibit(exhibit, f"exhibits[{place}]")
        if state == self._shown:
            return
        self._shown = state
        named = self._name(number)
        self.number.say(named)
        title = exhibit.title or _("Titre à écrire")
        self._title.say(title)
        self._about.say(about)
        self._show_warnings(exhibit)
        first = exhibit.sheets[0] if exhibit.sheets else None
        self.picture.show_sheet(first, _("Première page : {exhibit}", exhibit=named))
        spoken = f"{say(named)}, {say(title)}"
        complete = bool(exhibit.title and exhibit.proves)
        self.buttons["change"].say(_("Modifier") if complete else _("Compléter"))
        restyle(self.buttons["change"], "kind", "link" if complete else "secondary")
        for act, button in self.buttons.items():
            button.setObjectName(f"exhibits[{place}]:{act}")
            button.setAccessibleName(f"{button.text()}\N{NO-BREAK SPACE}: {spoken}")
        self.buttons["pages"].setVisible(bool(exhibit.sheets))
        self.buttons["join"].setVisible(joinable)
        # Disabled they would lose the focus while somebody moves an exhibit by pressing them again.
        self.buttons["up"].setVisible(place > 0 or self.buttons["up"].hasFocus())
        self.buttons["down"].setVisible(place < count - 1 or self.buttons["down"].hasFocus())

    @staticmethod
    def _name(number: int | None) -> Message:
        if number is None:
            return _("Pas encore de numéro")
        return _("Pièce n° {number}", number=number)

    def _show_warnings(self, exhibit: Exhibit) -> None:
        sentences = [
            _("Écrivez un titre : le tribunal le demande.") if not exhibit.title else None,
            _("Dites ce que ce papier montre.") if not exhibit.proves else None,
            missing_on_capture(exhibit),
            _("Pas encore de fichier ici.") if not exhibit.sheets else None,
        ]
        self._warnings.fill(
            *(beside(Icon("warn", "warn"), TextLabel(one)) for one in sentences if one is not None)
        )


def _about(dossier: Dossier, exhibit: Exhibit) -> str:
    parts = [say(_("Montre : {what}", what=say(fact_words(dossier, fact)))) for fact in exhibit.proves]
    if exhibit.on is not None:
        parts.append(say(_("Date : {day}", day=day_words(exhibit.on))))
    if exhibit.pages:
        parts.append(say(ngettext("{number} page", "{number} pages", exhibit.pages)))
    if exhibit.status is ExhibitStatus.TO_REQUEST:
        parts.append(say(_("À demander")))
    return "\n".join(parts)
