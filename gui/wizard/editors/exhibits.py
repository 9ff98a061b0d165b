"""The list of exhibits on its page: files come in, are put in order, named, tied to what they show."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QWidget

from core.dossier import paths
from core.dossier.evidence import numbered_exhibits
from core.dossier.model import Dossier, Exhibit, Part, Sheet
from core.dossier.values import ExhibitStatus
from core.exhibits import arrange
from core.exhibits.output import Weight
from core.i18n import Message, _
from core.interview.model import Question
from gui.exhibits import changes
from gui.exhibits.card import CardActs, ExhibitCard
from gui.exhibits.drop import DropPlace
from gui.exhibits.import_bar import ImportBar, ImportProgress, ImportReport
from gui.exhibits.overview import Overview, weight_words
from gui.exhibits.sheets_panel import SheetsPanel
from gui.exhibits.taking import Target
from gui.exhibits.work import ExhibitWork
from gui.style import px
from gui.widgets.basic import TextLabel, announce, beside, clear
from gui.widgets.icons import Icon
from gui.widgets.page import ScrollPage
from gui.wizard.editors.base import Context
from gui.wizard.editors.exhibit_form import ExhibitForm
from gui.wizard.editors.item_form import ItemForm
from gui.wizard.editors.repeat import RepeatEditor

# Cards made in one go: more of them would make the window wait.
AT_ONCE = 1
DROP_HELP = _("Vous pouvez aussi déposer vos fichiers sur cette fenêtre, ou coller une image avec Ctrl + V.")
ORDER_HELP = _("Pour changer l’ordre : Alt + flèche vers le haut ou vers le bas.")


class ExhibitsEditor(RepeatEditor):
    """A list like the others, whose lines have files. Without `context.work` it is a list like the others."""

    def __init__(self, question: Question, context: Context) -> None:
        self._cards: dict[str, ExhibitCard] | None = None
        self._panel: SheetsPanel | None = None
        self._overview_buttons = QButtonGroup()
        self._overview_buttons.setExclusive(False)
        self._form_is_new = False
        super().__init__(question, context)
        if context.work is None:
            return
        self._work: ExhibitWork = context.work
        self._cards = {}
        self._acts = CardActs(
            change=self._open_id, pages=self.open_pages, add=self._add_pages, move=self.move_exhibit,
            join=self._join, remove=self._remove_id, put=self._put_exhibit,
        )  # fmt: skip
        self.bar = ImportBar(self._work, "exhibits", files=_("Ajouter des fichiers"), folder=True)
        self._progress, self._report = ImportProgress(self._work), ImportReport(self._work)
        self._weight = TextLabel("", "soft")
        self._weight.setObjectName("exhibits:weight")
        self._order_help = TextLabel(ORDER_HELP, "small")
        self._overview = Overview(self._choose_for, self._accept)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._show_next)
        # The cards have numbers.
        self.counter_part.hide()
        self._add.say(_("Ajouter un papier sans fichier"))
        notice = beside(Icon("warn", "warn"), TextLabel(arrange.OTHER_PEOPLE))
        for place, widget in enumerate(
            (self.bar, TextLabel(DROP_HELP, "small"), self._progress, self._report)
        ):
            self.body.insertWidget(place, widget)
        self.body.insertLayout(4, notice)
        lines = self.body.indexOf(self._lines)
        self.body.insertWidget(lines, self._order_help)
        self.body.addWidget(self._weight)
        self.body.addWidget(self._overview)
        DropPlace(self, self.bar.take, self.bar.paste)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._move_focused(by))
        self._work.changed.connect(self._reload)
        self._work.weighed.connect(self._show_weight)
        self._rebuild()
        self._work.ask_weight()

    def first_field(self) -> QWidget:
        if self._cards is None or self._form is not None:
            return super().first_field()
        if self._panel is not None:
            return self._panel.first_field()
        return self.bar.files_button

    @property
    def cards(self) -> dict[str, ExhibitCard]:
        """The lines made so far, by the id of their exhibit."""
        return dict(self._cards or {})

    def _dossier(self) -> Dossier:
        return paths.put(self._work.session.dossier, "exhibits", self._items)

    def _exhibits(self) -> tuple[Exhibit, ...]:
        return tuple(item for item in self._items if isinstance(item, Exhibit))

    # --- showing ------------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        if self._cards is None:
            if self.context.work is None:
                super()._rebuild()
            return
        exhibits, dossier = self._exhibits(), self._dossier()
        numbers = {e.id: number for number, e in enumerate(numbered_exhibits(dossier), start=1)}
        if not exhibits or not self._cards:
            clear(self._lines)
            self._cards.clear()
        if not exhibits:
            self._lines.addWidget(TextLabel(self.repeat.empty_label, "soft"))
        for gone in self._cards.keys() - {exhibit.id for exhibit in exhibits}:
            card = self._cards.pop(gone)
            self._lines.removeWidget(card)
            card.hide()
            card.deleteLater()
        made = 0
        for place, exhibit in enumerate(exhibits):
            known = self._cards.get(exhibit.id)
            if known is None:
                if made == AT_ONCE:
                    break
                known = self._cards[exhibit.id] = ExhibitCard(self._work, exhibit.id, self._acts)
                self.one_stop(known, self._line_buttons)
                made += 1
            known.show_exhibit(dossier, exhibit, numbers.get(exhibit.id), place)
            if self._lines.indexOf(known) != place:
                self._lines.insertWidget(place, known)
        self._next.start()
        self._order_help.setVisible(len(exhibits) > 1)
        self._weight.setVisible(any(exhibit.sheets for exhibit in exhibits))
        if self._panel is not None:
            shown = next((e for e in exhibits if e.id == self._panel.exhibit_id), None)
            if shown is None or not shown.sheets:
                self._close_panel()
            else:
                self._panel.refresh(shown.sheets)

    def refresh(self) -> None:
        if self._cards is None:
            super().refresh()
        else:
            self._next.start()

    def _show_next(self) -> None:
        """One thing at each turn of the window, which never waits: a card more, then what still lacks."""
        if self._cards is not None and len(self._cards) < len(self._exhibits()):
            self._rebuild()
            return
        self._overview.show_dossier(self._dossier())
        self.one_stop(self._overview, self._overview_buttons)

    def _show_weight(self, weight: Weight) -> None:
        self._weight.say(weight_words(weight))

    def _reload(self) -> None:
        """The work has put files into the dossier."""
        before = {exhibit.id for exhibit in self._exhibits()}
        self._items = self._work.session.dossier.exhibits
        self._rebuild()
        self.typed()
        self._work.ask_weight()
        added = sum(exhibit.id not in before for exhibit in self._exhibits())
        if added:
            announce(self, _("Pièces ajoutées : {count}.", count=added))

    # --- changes ------------------------------------------------------------------------------------

    def _set(self, dossier: Dossier, words: Message | None = None) -> None:
        self._items = dossier.exhibits
        self._rebuild()
        self.typed()
        self.committed.emit()
        self._work.ask_weight()
        if words is not None:
            announce(self, words)

    def _put_exhibit(self, exhibit: Exhibit) -> None:
        self._set(changes.put(self._dossier(), exhibit), _("C’est noté."))

    def _put(self, item: Part) -> None:
        if self._cards is not None and isinstance(item, Exhibit):
            known = next((e for e in self._exhibits() if e.id == item.id), None)
            if known is not None and self._form_is_new:
                # Files came in while the form was open and took its id.
                item = replace(item, id=paths.new_id(self._dossier(), self.repeat.prefix))
            elif known is not None and known.sheets:
                # Pages may have been added meanwhile: the form does not speak of them.
                item = replace(
                    item, sheets=known.sheets, pages=len(known.sheets), status=ExhibitStatus.ATTACHED
                )
        super()._put(item)

    def _make_form(self, item: Part, *, is_new: bool) -> ItemForm:
        self._form_is_new = is_new
        if self._cards is None or not isinstance(item, Exhibit):
            return super()._make_form(item, is_new=is_new)
        self._close_panel()
        return ExhibitForm(self.repeat, item, self.context, is_new=is_new)

    def _open_id(self, exhibit_id: str) -> None:
        self._open(changes.at(self._dossier(), exhibit_id))

    def _remove_id(self, exhibit_id: str) -> None:
        super()._remove_id(exhibit_id)
        self._work.ask_weight()

    def _join(self, exhibit_id: str) -> None:
        dossier = self._dossier()
        place = [exhibit.id for exhibit in dossier.exhibits].index(exhibit_id)
        first = dossier.exhibits[place - 1].id
        self._set(arrange.merged(dossier, first, exhibit_id), _("Les deux pièces n’en font plus qu’une."))
        self._focus(first, "pages")

    def move_exhibit(self, exhibit_id: str, by: int) -> None:
        """Put an exhibit earlier (-1) or later (1); the keyboard stays on it."""
        self._set(arrange.moved(self._dossier(), exhibit_id, by))
        exhibit = changes.at(self._dossier(), exhibit_id)
        number = changes.number_of(self._dossier(), exhibit_id)
        card = (self._cards or {}).get(exhibit_id)
        page = self._page()
        if card is not None and page is not None:
            # Once the list is laid out anew.
            QTimer.singleShot(0, card, lambda: page.ensureWidgetVisible(card, 20, 20))
        if number is not None:
            announce(
                self, _("{title} : pièce n° {number}", title=exhibit.title or _("Sans titre"), number=number)
            )

    def _move_focused(self, by: int) -> None:
        focus = self.window().focusWidget()
        for exhibit_id, card in (self._cards or {}).items():
            if card.isAncestorOf(focus):
                self.move_exhibit(exhibit_id, by)
                return

    def _focus(self, exhibit_id: str, act: str) -> None:
        card = (self._cards or {}).get(exhibit_id)
        if card is not None:
            card.buttons[act].setFocus()

    def _page(self) -> ScrollPage | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, ScrollPage):
            parent = parent.parentWidget()
        return parent

    # --- files and pages ----------------------------------------------------------------------------

    def _choose_for(self, target: Target) -> None:
        self.bar.take(self._work.services.choose_exhibits(self), target)

    def _add_pages(self, exhibit_id: str) -> None:
        self._choose_for(Target(exhibit=exhibit_id))

    def open_pages(self, exhibit_id: str) -> None:
        """Show the pages of an exhibit, to turn, crop, hide and order them."""
        if self._form is not None and not self.finish():
            return
        self._close_panel()
        dossier = self._dossier()
        exhibit = changes.at(dossier, exhibit_id)
        number = changes.number_of(dossier, exhibit_id)
        title = _("Pages de la pièce n° {number} : {title}", number=number or "?", title=exhibit.title or "…")
        self._panel = SheetsPanel(
            self._work, exhibit, title, self._put_sheets(exhibit_id), lambda: self._leave_pages(exhibit_id)
        )
        self._form_place.addWidget(self._panel)
        self._panel.show()
        self._panel.first_field().setFocus()
        # Once it is laid out: its title at the top of the page.
        QTimer.singleShot(0, self._panel, self._reveal_panel)

    def _reveal_panel(self) -> None:
        page = self._page()
        if page is not None and self._panel is not None:
            top = self._panel.mapTo(page.widget(), QPoint(0, 0)).y()
            page.verticalScrollBar().setValue(top - px(8))

    def _put_sheets(self, exhibit_id: str) -> Callable[[tuple[Sheet, ...]], None]:
        return lambda sheets: self._set(arrange.with_sheets(self._dossier(), exhibit_id, sheets))

    def _leave_pages(self, exhibit_id: str) -> None:
        self._close_panel()
        self._focus(exhibit_id, "pages")

    def _close_panel(self) -> None:
        panel, self._panel = self._panel, None
        if panel is not None:
            panel.hide()
            self._form_place.removeWidget(panel)
            panel.deleteLater()
