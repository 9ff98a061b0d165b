"""The pages of one exhibit: their order, turned, cropped, parts of them hidden."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from core.dossier.model import Exhibit, Sheet
from core.errors import UserError
from core.exhibits.arrange import OTHER_PEOPLE
from core.exhibits.masking import stored_region, turned, with_mask, without_mask
from core.i18n import Message, _
from gui.exhibits.sheet_canvas import SheetCanvas
from gui.exhibits.sheet_picture import SheetPicture
from gui.exhibits.work import ExhibitWork
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, beside, clear, row
from gui.widgets.flow import flowing
from gui.widgets.icons import Icon

HIDE_HELP = _(
    "Déplacez le cadre avec les flèches. Changez sa taille avec Maj et les flèches. Ou dessinez-le avec la "
    "souris. Entrée valide, Échap annule."
)
BURN_HELP = _(
    "Ce qui est caché ne sera pas imprimé. « Effacer pour de bon » l’enlève aussi de ce dossier, à sa "
    "fermeture."
)


class SheetsPanel(Card):
    """Changes the sheets of an exhibit, each act at once; `put` gets them, `close` ends the work."""

    def __init__(
        self,
        work: ExhibitWork,
        exhibit: Exhibit,
        title: Message,
        put: Callable[[tuple[Sheet, ...]], object],
        close: Callable[[], object],
    ) -> None:
        super().__init__(spacing=12)
        self._work, self._put = work, put
        self.exhibit_id = exhibit.id
        self.sheets = exhibit.sheets
        self.at = 0
        self._masking = True
        self.setObjectName("sheets")
        self.add(TextLabel(title, "section"))
        self.add(beside(Icon("warn", "warn"), TextLabel(OTHER_PEOPLE)))
        self._strip = flowing()
        self.add(self._strip)
        self._where = TextLabel("", "strong")
        self.add(self._where)
        # The acts stand above the page, so that both are in sight however long the page is.
        self._frame_acts = self._make_frame_acts()
        self.add(self._frame_acts)
        self._acts = Group(spacing=8)
        self.buttons: dict[str, Button] = {}
        self._make_acts()
        self.add(self._acts)
        self._problem = TextLabel("", "error")
        self._problem.hide()
        self.add(self._problem)
        self.canvas = SheetCanvas(work)
        self.canvas.accepted.connect(self._accept)
        self.canvas.dropped.connect(self._end_frame)
        self.add(self.canvas)
        self._burn_help = TextLabel(BURN_HELP, "small")
        self.add(self._burn_help)
        done = Button(_("Terminé"), close, "primary")
        done.setObjectName("sheets:done")
        self.add(row(done))
        self._show()

    def _make_frame_acts(self) -> Group:
        self._accept_button = Button("", self._accept, "primary")
        self._accept_button.setObjectName("sheets:accept")
        cancel = Button(_("Annuler"), self._end_frame)
        cancel.setObjectName("sheets:cancel")
        acts = Group(TextLabel(HIDE_HELP), flowing(self._accept_button, cancel), spacing=8)
        acts.hide()
        return acts

    def _make_acts(self) -> None:
        acts: tuple[tuple[str, Message, Callable[[], object]], ...] = (
            ("mask", _("Cacher une partie"), lambda: self._begin_frame(masking=True)),
            ("unmask", _("Enlever le dernier cache"), lambda: self._replace(without_mask(self.sheet))),
            ("crop", _("Couper les bords"), lambda: self._begin_frame(masking=False)),
            ("uncrop", _("Remettre les bords"), lambda: self._replace(replace(self.sheet, crop=None))),
            ("left", _("Tourner à gauche"), lambda: self._replace(turned(self.sheet, -1))),
            ("right", _("Tourner à droite"), lambda: self._replace(turned(self.sheet))),
            ("earlier", _("Page plus tôt"), lambda: self._move(-1)),
            ("later", _("Page plus tard"), lambda: self._move(1)),
            ("remove", _("Retirer cette page"), self._remove),
            ("burn", _("Effacer pour de bon"), self._burn),
        )
        for name, words, act in acts:
            button = Button(words, act, "danger" if name in ("remove", "burn") else "secondary")
            button.setObjectName(f"sheets:{name}")
            self.buttons[name] = button
        self._acts.column.addWidget(flowing(*self.buttons.values()))

    @property
    def sheet(self) -> Sheet:
        """The page shown."""
        return self.sheets[self.at]

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.buttons["mask"]

    def refresh(self, sheets: tuple[Sheet, ...]) -> None:
        """The sheets were changed elsewhere: pages were added."""
        if sheets != self.sheets and sheets:
            self.sheets = sheets
            self.at = min(self.at, len(sheets) - 1)
            self._show()

    # --- showing ------------------------------------------------------------------------------------

    def _show(self) -> None:
        sheet, count = self.sheet, len(self.sheets)
        where = _("Page {number} sur {count}", number=self.at + 1, count=count)
        self._where.say(where)
        self.canvas.show_sheet(sheet, where)
        self._show_strip()
        hidden = bool(sheet.masks) or sheet.crop is not None
        self._burn_help.setVisible(hidden)
        for name, shown in (
            ("unmask", bool(sheet.masks)),
            ("uncrop", sheet.crop is not None),
            ("burn", hidden),
            ("earlier", count > 1),
            ("later", count > 1),
            ("remove", count > 1),
        ):
            button = self.buttons[name]
            if not shown and button.hasFocus():
                self.first_field().setFocus()
            button.setVisible(shown)

    def _show_strip(self) -> None:
        layout = self._strip.layout()
        assert layout is not None
        focus: QWidget | None = self.window().focusWidget()
        focused = focus is not None and self._strip.isAncestorOf(focus)
        clear(layout)
        self._strip.setVisible(len(self.sheets) > 1)
        if len(self.sheets) == 1:
            return
        for place, sheet in enumerate(self.sheets):
            words = _("Page {number}", number=place + 1)
            picture = SheetPicture(self._work, 64)
            picture.show_sheet(sheet, words)
            go = Button(words, partial(self._go, place), "primary" if place == self.at else "quiet")
            go.setObjectName(f"sheets:page:{place + 1}")
            layout.addWidget(Group(picture, go, spacing=4))
            if focused and place == self.at:
                go.setFocus()

    def _go(self, place: int) -> None:
        self._end_frame()
        self.at = place
        self._show()

    def _say(self, problem: Message | None) -> None:
        self._problem.setVisible(problem is not None)
        if problem is not None:
            self._problem.say(problem)
            announce(self, problem)

    # --- acts ---------------------------------------------------------------------------------------

    def _replace(self, sheet: Sheet) -> None:
        self._save((*self.sheets[: self.at], sheet, *self.sheets[self.at + 1 :]))

    def _save(self, sheets: tuple[Sheet, ...]) -> None:
        self._say(None)
        self.sheets = sheets
        self.at = min(self.at, len(sheets) - 1)
        self._put(sheets)
        self._show()

    def _move(self, by: int) -> None:
        to = self.at + by
        if not 0 <= to < len(self.sheets):
            return
        sheets = list(self.sheets)
        sheets.insert(to, sheets.pop(self.at))
        self.at = to
        self._save(tuple(sheets))
        announce(self, _("Page {number} sur {count}", number=to + 1, count=len(sheets)))

    def _remove(self) -> None:
        self._save((*self.sheets[: self.at], *self.sheets[self.at + 1 :]))

    def _begin_frame(self, *, masking: bool) -> None:
        self._masking = masking
        self._accept_button.say(_("Cacher cette partie") if masking else _("Garder seulement cette partie"))
        self._acts.hide()
        self._frame_acts.show()
        self.canvas.begin()

    def _accept(self) -> None:
        frame = self.canvas.frame
        if frame is None or not self.canvas.ready:
            return
        region = stored_region(self.sheet, _sides(frame))
        masking = self._masking
        self._end_frame()
        if masking:
            self._replace(with_mask(self.sheet, region))
            announce(self, _("Cette partie est cachée."))
        else:
            self._replace(replace(self.sheet, crop=region))
            announce(self, _("Les bords sont coupés."))

    def _end_frame(self) -> None:
        if self.canvas.frame is None:
            return
        self.canvas.end()
        self._frame_acts.hide()
        self._acts.show()
        self.buttons["mask" if self._masking else "crop"].setFocus()

    def _burn(self) -> None:
        sheet = self.sheet
        self.buttons["burn"].setEnabled(False)
        self._work.burn(sheet, partial(self._burnt, sheet), self._not_burnt)

    def _burnt(self, before: Sheet, after: Sheet) -> None:
        if not isValid(self):
            # Closed meanwhile: the cover stays as it was.
            return
        self.buttons["burn"].setEnabled(True)
        if before in self.sheets:
            place = self.sheets.index(before)
            self._save((*self.sheets[:place], after, *self.sheets[place + 1 :]))
            announce(self, _("C’est effacé pour de bon."))

    def _not_burnt(self, error: UserError) -> None:
        if not isValid(self):
            return
        self.buttons["burn"].setEnabled(True)
        self._say(error.message)


def _sides(frame: QRectF) -> tuple[float, float, float, float]:
    return frame.left(), frame.top(), frame.right(), frame.bottom()
