"""What the person checks on an exhibit: the day that its file proposes, and what a capture shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtWidgets import QLayout, QWidget

from core.dossier.model import Exhibit
from core.exhibits.arrange import CAPTURE_TICKS
from core.exhibits.date_finder import ORIGIN_LABELS, DateFound
from core.i18n import Message, _, weekday_date
from gui.exhibits.changes import dated, is_capture
from gui.exhibits.work import ExhibitWork
from gui.widgets.basic import Button, Group, TextLabel, beside
from gui.widgets.cards import TickCard
from gui.widgets.flow import flowing
from gui.widgets.icons import Icon
from gui.words import language, say

Put = Callable[[Exhibit], object]

TICKS_HEADING = _("Regardez l’image. Cochez ce que l’on voit.")


def day_words(day: date) -> str:
    """The day as people say it, in the language of the screen."""
    return weekday_date(day, language())


class DateCheck(Group):
    """« Date trouvée : mardi 3 novembre 2026. Est-ce le bon jour ? » No day counts before the answer."""

    def __init__(self, work: ExhibitWork, put: Put) -> None:
        super().__init__(spacing=6)
        self._work, self._put = work, put
        self._shown: object = None

    def show_exhibit(self, exhibit: Exhibit, name: str) -> None:
        """Ask about this exhibit; `name` begins the names of the buttons."""
        proposed, other = self._work.dates_for(exhibit), self._work.contradiction(exhibit)
        state = (exhibit.id, proposed, other, exhibit.on)
        if state == self._shown:
            return
        self._shown = state
        if proposed:
            self.fill(*self._question(exhibit, proposed[0], name))
        elif other is not None:
            self.fill(_warning(other))
        else:
            self.fill()

    def _question(self, exhibit: Exhibit, found: DateFound, name: str) -> tuple[QLayout, QWidget]:
        day = day_words(found.on)
        words = _(
            "Date trouvée : {day} ({origin}). Est-ce le bon jour ?",
            day=day,
            origin=ORIGIN_LABELS[found.origin],
        )
        yes = Button(
            _("Oui, ce jour"), lambda: self._put(dated(exhibit, found.on)), name=_("Oui : {day}", day=day)
        )
        yes.setObjectName(f"{name}:date:yes")
        no = Button(_("Non"), lambda: self._refuse(exhibit, found, name), name=_("Non : {day}", day=day))
        no.setObjectName(f"{name}:date:no")
        return beside(Icon("question", "accent"), TextLabel(words)), flowing(yes, no)

    def _refuse(self, exhibit: Exhibit, found: DateFound, name: str) -> None:
        self._work.refuse_date(exhibit, found)
        self.show_exhibit(exhibit, name)


def _warning(other: DateFound) -> QLayout:
    words = _(
        "Attention : le fichier parle d’un autre jour, le {day} ({origin}). Vérifiez la date.",
        day=day_words(other.on),
        origin=ORIGIN_LABELS[other.origin],
    )
    return beside(Icon("warn", "warn"), TextLabel(words))


class CaptureTicks(Group):
    """Three boxes under a capture: message, address of the site, date and hour."""

    def __init__(self, put: Put) -> None:
        super().__init__(spacing=6, name=TICKS_HEADING)
        self._put = put
        self._exhibit: Exhibit | None = None
        self.column.addWidget(TextLabel(TICKS_HEADING, "soft"))
        self.cards: dict[str, TickCard] = {}
        for field, label in CAPTURE_TICKS:
            card = TickCard(label)
            card.toggled.connect(lambda on, field=field: self._ticked(field, on))
            self.cards[field] = card
            self.column.addWidget(card)

    def show_exhibit(self, exhibit: Exhibit, name: str) -> None:
        """Show what was ticked for this exhibit; nothing is shown for a PDF."""
        self._exhibit = None
        for field, card in self.cards.items():
            card.setObjectName(f"{name}:{field}")
            card.setChecked(bool(getattr(exhibit, field)))
        self._exhibit = exhibit
        self.setVisible(is_capture(exhibit))

    def _ticked(self, field: str, on: bool) -> None:
        if self._exhibit is not None:
            self._exhibit = replace(self._exhibit, **{field: on})
            self._put(self._exhibit)


def missing_on_capture(exhibit: Exhibit) -> Message | None:
    """What a judge will look for on the capture and the person did not see; None where all is there."""
    if not is_capture(exhibit) or all(getattr(exhibit, field) for field, _label in CAPTURE_TICKS):
        return None
    if all(getattr(exhibit, field) is None for field, _label in CAPTURE_TICKS):
        return _("À vérifier : ce que l’on voit sur l’image.")
    lacking = [say(label) for field, label in CAPTURE_TICKS if not getattr(exhibit, field)]
    return _("Pas coché : {what}", what=" ".join(lacking))
