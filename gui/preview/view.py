"""The documents of the folder, read in the window before they are printed: one at a time, on a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from shiboken6 import isValid

from core.documents import printed
from core.documents.blocks import Block
from core.documents.freeze import Frozen
from core.documents.preview import Place, Shown, find, is_told, place_of, shown
from core.documents.printed import REQUETE
from core.dossier.model import Dossier
from core.errors import UserError
from core.i18n import Message, _, ngettext
from core.interview.flow import relevant
from core.interview.review import Line
from gui import fonts
from gui.preview import printing
from gui.preview.block_row import BlockRow, TwoLanguages
from gui.preview.note_rows import rows
from gui.preview.why import Origin, WhyPanel
from gui.services import Services
from gui.style import HELP_COLUMN, look, px
from gui.task import Task
from gui.widgets.basic import Button, Card, Heading, TextLabel, announce, beside, clear
from gui.widgets.cards import LinkRow
from gui.widgets.icons import Icon
from gui.widgets.page import ScrollPage, reveal
from gui.wizard.session import Session

# Below this width (divided by the scale) a sheet has no room for columns.
_COLUMNS_FROM = 640
# Lines put on the sheet between two looks at the keyboard.
_AT_ONCE = 2


@dataclass(frozen=True)
class Acts:
    """What the preview asks of the wizard.

    `change` leads to the page of an answer. `run` does work beside the window, with what the bar says
    meanwhile and what follows. `tell` says that something is done, `refuse` that it cannot be.
    """

    change: Callable[[Line], object]
    run: Callable[[Message, Callable[[], Any], Callable[[Any], object]], object]
    tell: Callable[[Message], object]
    refuse: Callable[[Message], object]
    failed: Callable[[BaseException], object]


class PreviewView(ScrollPage):
    """The list of documents and the sheet with the chosen one. `ready`: the sheet is complete."""

    def __init__(self, session: Session, services: Services, acts: Acts, *, shared: bool) -> None:
        super().__init__(_("Lisez vos documents"), wide=True, aside_first=True)
        self._session, self._services, self._acts = session, services, acts
        self._dossier: Dossier = relevant(session.dossier)
        self._before = printed.read(session.printed)
        self._documents: tuple[Shown, ...] = ()
        self._current: Shown | None = None
        self._links: dict[str, LinkRow] = {}
        self._rows: dict[int, BlockRow] = {}
        self._panels: dict[int, WhyPanel] = {}
        self.ready = self._narrow = False
        self._list = Card(TextLabel(_("Vos documents"), "help-title"), spacing=2)
        self._save = Button(_("Enregistrer en PDF"), self.save_pdf)
        self._save.setObjectName("preview:save")
        self._save.setEnabled(False)
        self.aside.addWidget(self._list)
        self.aside.addWidget(self._save)
        if shared:
            self.aside.addWidget(
                Card(beside(Icon("warn", "warn"), TextLabel(printing.QUEUE, "help")), kind="notice")
            )
        self._intro = TextLabel(_("Je prépare la lecture…"))
        self.main.addWidget(self._intro)
        self._title = Heading("", "section")
        self._title.hide()
        self.main.addWidget(self._title)
        self._changed = Card(kind="notice", spacing=4)
        self._changed.hide()
        self.main.addWidget(self._changed)
        self.sheet = Card(kind="sheet", spacing=10, margins=(28, 28, 20, 28))
        self.sheet.hide()
        self.main.addWidget(self.sheet)
        self.finish_layout()
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on_filling)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_it)
        words = self._dossier.preferences.note_language
        self._task = Task(
            partial(shown, self._dossier, session.today(), words, self._before),
            self._composed, self._refused, acts.failed,
        )  # fmt: skip
        self._task.start()

    # --- the documents ------------------------------------------------------------------------------

    def _composed(self, documents: tuple[Shown, ...]) -> None:
        if not isValid(self):
            # The person went on before the documents were composed.
            return
        self._documents = documents
        self._intro.say(
            _("Lisez chaque document avant de le signer. « Pourquoi cette phrase ? » montre d’où elle vient.")
        )
        for one in documents:
            link = LinkRow(one.document.title, icon="file")
            link.setObjectName(f"document:{one.document.name}")
            link.clicked.connect(partial(self._choose, one))
            self._links[one.document.name] = link
            self._list.add(link)
        names = [one.document.name for one in documents]
        place = self._session.preview_place
        wanted = place.document if place is not None else REQUETE
        self._show(documents[names.index(wanted)] if wanted in names else documents[0])

    def _refused(self, error: UserError) -> None:
        if isValid(self):
            self._intro.say(error.message)
            announce(self._intro, error.message)

    def _choose(self, one: Shown) -> None:
        self._session.preview_place = Place(one.document.name)
        self._show(one)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._title, self._title.text())

    def _show(self, one: Shown) -> None:
        self._current, self.ready, self._narrow = one, False, self._is_narrow()
        for name, link in self._links.items():
            chosen = name == one.document.name
            link.show_state("file", "accent", "", chosen=chosen)
        self._title.say(one.document.title)
        self._title.setAccessibleName(self._title.text())
        self._title.show()
        self._show_changes(one)
        layout = self.sheet.layout()
        assert layout is not None
        clear(layout)
        self._rows, self._panels = {}, {}
        self.sheet.show()
        self._save.setEnabled(True)
        self._steps = self._filling(one)
        self._timer.start()

    def _is_narrow(self) -> bool:
        room = self.width() - (0 if self.is_folded else px(HELP_COLUMN))
        return room / look().scale < _COLUMNS_FROM

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._current is not None and self._is_narrow() != self._narrow:
            self._show(self._current)

    def _show_changes(self, one: Shown) -> None:
        marks = one.marks
        self._changed.setVisible(marks is not None and bool(marks.changed or marks.gone))
        if marks is None or self._before is None or self._changed.isHidden():
            return
        self._changed.empty()
        self._changed.add(TextLabel(_("Vous avez créé ce document le {day}.", day=self._before.on)))
        if marks.changed:
            words = ngettext(
                "Depuis, {number} paragraphe a changé. Il est marqué.",
                "Depuis, {number} paragraphes ont changé. Ils sont marqués.",
                len(marks.changed),
            )
            self._changed.add(beside(Icon("warn", "warn"), TextLabel(words, "strong")))
        if marks.gone:
            gone = ngettext("{number} phrase n’est plus là.", "{number} phrases ne sont plus là.", marks.gone)
            self._changed.add(TextLabel(gone))

    # --- the sheet ----------------------------------------------------------------------------------

    def _filling(self, one: Shown) -> Iterator[None]:
        """Fill the sheet step by step: the window must never wait for a long document."""
        if one.made.french is not None:
            fonts.load(one.document.language)
            for both in rows(one.document, one.made.french):
                self.sheet.add(TwoLanguages(both))
                yield
            return
        fonts.load_court()
        yield
        for index, block in enumerate(one.document.blocks):
            row = self._row(one, index, block)
            self.sheet.add(row)
            yield from row.fill()

    def _row(self, one: Shown, index: int, block: Block) -> BlockRow:
        changed = one.marks is not None and index in one.marks.changed
        row = BlockRow(
            block,
            index,
            explained=is_told(block) and not one.made.personal,
            changed=_changed_words(self._before) if changed else None,
            narrow=self._narrow,
        )
        if row.why is not None:
            row.why.clicked.connect(partial(self._explain, row))
        self._rows[index] = row
        return row

    def _go_on_filling(self) -> None:
        for _step in range(_AT_ONCE):
            if next(self._steps, self) is self:
                self._timer.stop()
                self.ready = True
                self._return_to_place()
                return

    def _return_to_place(self) -> None:
        if self._title.hasFocus():
            # Just chosen. Once the sheet has its sizes.
            QTimer.singleShot(0, self, self._show_beginning)
        place, one = self._session.preview_place, self._current
        if place is None or one is None or place.document != one.document.name:
            return
        index = find(place, one.document)
        row = self._rows.get(index) if index is not None else None
        if row is None or row.why is None:
            return
        row.why.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(row.why, row.sentence)
        # Once the sheet has its sizes.
        QTimer.singleShot(0, self, lambda: reveal(self, row) if isValid(row) else None)

    def _show_beginning(self) -> None:
        """The document begins at the top of what is seen."""
        top = self._title.mapTo(self.widget(), self._title.rect().topLeft()).y()
        self.verticalScrollBar().setValue(top - px(16))

    def _explain(self, row: BlockRow) -> None:
        one = self._current
        if one is None:
            return
        panel = self._panels.get(row.index)
        if panel is not None:
            panel.setVisible(panel.isHidden())
        else:
            panel = WhyPanel(_origin(row.block), self._dossier, partial(self._change, row.index))
            panel.setObjectName(f"answers:{row.index}")
            self._panels[row.index] = panel
            row.open(panel)
        self._session.preview_place = place_of(one.document, row.index)
        if not panel.isHidden():
            announce(panel, panel.summary)
            # Once the panel has its size.
            QTimer.singleShot(0, self, lambda: reveal(self, row) if isValid(row) else None)

    def _change(self, index: int, line: Line) -> None:
        if self._current is not None:
            self._session.preview_place = place_of(self._current.document, index)
            self._acts.change(line)

    # --- paper and files ----------------------------------------------------------------------------

    def print_it(self) -> None:
        """Print the document that is shown, on the printer that the person chooses."""
        one = self._current
        if one is None:
            return
        if not self._services.has_printer():
            self._acts.refuse(printing.NO_PRINTER)
            return
        self._acts.run(
            _("Je prépare les pages…"), partial(printing.pdf_of, one.made, self._dossier), self._ask_printer
        )

    def _ask_printer(self, pdf: bytes) -> None:
        printer = self._services.choose_printer(self, printing.page_count(pdf))
        if printer is not None:
            self._acts.run(_("J’imprime…"), printing.work(pdf, printer), self._printed)

    def _printed(self, pages: int) -> None:
        self._acts.tell(
            ngettext(
                "{number} page envoyée à l’imprimante.", "{number} pages envoyées à l’imprimante.", pages
            )
        )

    def save_pdf(self) -> None:
        """Save the document that is shown as one PDF."""
        one = self._current
        if one is None:
            return
        path = self._session.file.path
        proposed = (path.parent if path is not None else Path.home()) / f"{one.document.name}.pdf"
        target = self._services.choose_target(self, proposed)
        if target is None:
            return

        def work() -> Path:
            from gui.sheets import write

            return write(target, printing.pdf_of(one.made, self._dossier))

        self._acts.run(_("J’enregistre le document…"), work, self._saved)

    def _saved(self, target: Path) -> None:
        self._acts.tell(_("Le fichier {name} est enregistré.", name=target.name))

    def arrive(self) -> None:
        super().arrive()
        if self._session.preview_place is None or not self.ready:
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
            self.verticalScrollBar().setValue(0)


def _origin(block: Block) -> Origin:
    """What made a block, as far as it says so."""
    return Origin(getattr(block, "facts", ()), getattr(block, "sources", ()), getattr(block, "exhibits", ()))


def _changed_words(before: Frozen | None) -> Message:
    assert before is not None
    return _("Changé depuis le {day}", day=before.on)
