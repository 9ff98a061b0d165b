"""The list of dossiers: search as one types, one filter, one line a dossier, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from core.i18n import Message, _, ngettext
from core.storage.desk import Desk, DeskFilter
from core.storage.desk_row import Row
from gui.desk.model import DeskModel
from gui.desk.words import FILTERS
from gui.style import px
from gui.widgets.basic import Button, Card, Heading, TextLabel, announce, beside, column, row
from gui.widgets.cards import LinkRow
from gui.widgets.icons import Icon
from gui.words import say

# Least widths at 100 %, in the order of the columns; those that do not fit are left out from the end.
WIDTHS = (170, 240, 130, 120, 150, 140, 100, 100)
# A longer text loses its end rather than the columns after it.
WIDEST = 230
# So many lines are in sight, and say how wide a column must be.
_MEASURED = 15
LEAST_COLUMNS = 2
_ROOMY, _WIDE = 340, 800


class _SearchField(QLineEdit):
    """Up and Down move through the list while the words are being typed."""

    table: QTableView

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.table.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


class _Table(QTableView):
    """Enter opens the line."""

    entered_line = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)


class DeskView(QWidget):
    """Shows a desk. The signals say what the person asks for; those with an object carry the line."""

    is_home = True
    open_asked = Signal(object)
    notes_asked = Signal(object)
    new_asked = Signal()
    import_asked = Signal()
    calendar_asked = Signal()
    week_asked = Signal()
    sheets_asked = Signal()
    statistics_asked = Signal()
    conflicts_asked = Signal()
    refresh_asked = Signal()
    folder_asked = Signal()
    whose_asked = Signal()

    def __init__(self, desk: Desk, today: Callable[[], date], query: str, narrowed: DeskFilter) -> None:
        super().__init__()
        self._desk, self._today = desk, today
        self.narrowed = narrowed
        self._size = desk.size
        self.model = DeskModel(today)
        self.table = self._make_table()
        self.search = _SearchField(query)
        self.search.table = self.table
        self.search.setObjectName("desk:search")
        self.search.setPlaceholderText(say(_("Chercher un nom ou un numéro")))
        self.search.setAccessibleName(say(_("Chercher un nom ou un numéro")))
        self.search.textChanged.connect(self.reload)
        self.search.returnPressed.connect(self._open)
        filters = [(words, partial(self.narrow, each)) for each, words in FILTERS.items()]
        self._filter = self._menu_button("desk:filter", filters)
        self._count = TextLabel("", "soft")
        self._count.setWordWrap(False)
        self._notice = TextLabel("", "strong")
        self._notice_card = Card(beside(Icon("warn", "warn"), self._notice), kind="notice")
        self._notice_card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._notice_card.hide()
        self._conflicts = LinkRow(
            _("Deux versions d’un dossier : choisir la bonne"), icon="warn", tone="warn"
        )
        self._conflicts.setObjectName("desk:conflicts")
        self._conflicts.clicked.connect(self.conflicts_asked)
        self._to_erase = LinkRow(_("Des dossiers sont à effacer : les voir"), icon="warn", tone="warn")
        self._to_erase.setObjectName("desk:to-erase")
        self._to_erase.clicked.connect(lambda: self.narrow(DeskFilter.TO_ERASE))
        self._wishes = QWidget()
        self._wishes.setLayout(row(self._conflicts, self._to_erase, spacing=16))
        self.heading = Heading(_("Dossiers"))
        self.heading.setWordWrap(False)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.search, 1)
        top.addWidget(self._filter)
        body = column(
            self._notice_card,
            top,
            self._wishes,
            self.table,
            spacing=10,
            margins=(24, 12, 24, 8),
        )
        body.insertLayout(0, row(self.heading, self._count, spacing=16))
        bar = self._bar()
        outer = column(body, bar, spacing=0)
        outer.setStretch(0, 1)
        self.setLayout(outer)
        for number, narrow in enumerate(FILTERS, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda narrow=narrow: self.narrow(narrow))
        QShortcut(QKeySequence("Ctrl+F"), self, self._to_search)
        QShortcut(QKeySequence("Ctrl+N"), self, self.new_asked.emit)
        QShortcut(QKeySequence("F5"), self, self.refresh_asked.emit)
        self.reload()

    # --- parts --------------------------------------------------------------------------------------

    def _make_table(self) -> _Table:
        table = _Table()
        table.setObjectName("desk:list")
        table.setAccessibleName(say(_("Liste des dossiers")))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        table.verticalHeader().hide()
        # One height for all: a table that asks each line for its height reads ten thousand lines.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        # Its words need the room that is kept for a scroll bar where there is none.
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        table.entered_line.connect(self._open)
        table.doubleClicked.connect(self._open)
        return table

    def _menu_button(self, name: str, acts: Sequence[tuple[Message, Callable[[], object]]]) -> Button:
        button = Button("", kind="quiet")
        button.setObjectName(name)
        menu = QMenu(button)
        for words, act in acts:
            menu.addAction(say(words).replace("&", "&&")).triggered.connect(
                lambda _checked=False, act=act: act()
            )
        button.setMenu(menu)
        return button

    def _bar(self) -> QWidget:
        bar = QWidget()
        bar.setProperty("kind", "bar")
        bar.setProperty("edge", "bottom")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._open_button = Button(_("Ouvrir"), self._open, "primary")
        self._open_button.setObjectName("desk:open")
        self._notes_button = Button(_("Notes"), self._notes)
        self._notes_button.setObjectName("desk:notes")
        new = Button(_("Nouveau"), self.new_asked.emit, name=_("Nouveau dossier"))
        new.setObjectName("desk:new")
        more = self._menu_button(
            "desk:more",
            [
                (_("Recevoir un dossier transmis…"), self.import_asked.emit),
                (_("Dates pour un agenda (.ics)…"), self.calendar_asked.emit),
                (_("Liste de la semaine à imprimer…"), self.week_asked.emit),
                (_("Fiches à imprimer : papiers à apporter, interprète…"), self.sheets_asked.emit),
                (_("Statistiques sans noms (.csv)…"), self.statistics_asked.emit),
                (_("Ajouter un autre dossier de fichiers…"), self.folder_asked.emit),
                (_("Relire tous les fichiers"), self.refresh_asked.emit),
                (_("Changer : à qui est cet ordinateur ?"), self.whose_asked.emit),
            ],
        )
        more.say(_("Plus"), _("Plus : recevoir, agenda, semaine, statistiques"))
        self._state = TextLabel("", "saved")
        self._state.setWordWrap(False)
        layout = row(self._open_button, self._notes_button, new, more, margins=(24, 10, 24, 10))
        layout.addWidget(self._state)
        bar.setLayout(layout)
        return bar

    # --- what is shown ------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show the lines for what is typed; the chosen line stays chosen where it is still there."""
        chosen = self.chosen()
        today = self._today()
        rows = self._desk.search(self.search.text(), today, self.narrowed)
        self.model.show(rows)
        at = 0
        if chosen is not None:
            at = next((n for n, each in enumerate(rows) if each.path == chosen.path), 0)
        if rows:
            self.table.selectionModel().setCurrentIndex(
                self.model.index(at, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
        self._filter.say(_("Montrer : {what}", what=FILTERS[self.narrowed]))
        self._count.say(ngettext("{number} dossier", "{number} dossiers", len(rows)))
        for button in (self._open_button, self._notes_button):
            button.setEnabled(bool(rows))

    def show_new_lines(self) -> None:
        """While files are being read: show those that came."""
        if self._desk.size != self._size:
            self._size = self._desk.size
            self.reload()

    def show_reminders(self) -> None:
        """Look for what wants a decision: versions in conflict, dossiers to erase."""
        conflicts = bool(self._desk.conflicts())
        self._conflicts.setVisible(conflicts)
        due = self._desk.search("", self._today(), DeskFilter.TO_ERASE)
        to_erase = bool(due) and self.narrowed is not DeskFilter.TO_ERASE
        # One line at most, and the more urgent one first.
        self._to_erase.setVisible(to_erase and not (conflicts and self.height() < px(_ROOMY)))
        self._wishes.setVisible(conflicts or to_erase)

    def narrow(self, narrowed: DeskFilter) -> None:
        """Show only these."""
        self.narrowed = narrowed
        self.reload()
        self.show_reminders()
        announce(self, self._count.text())

    def show_state(self, words: Message | str) -> None:
        """Say at the bottom what is going on."""
        self._state.say(words)

    def tell(self, message: Message | None) -> None:
        """Say above the list what happened; None: nothing any more."""
        self._notice_card.setVisible(message is not None)
        if message is not None:
            self._notice.say(message)
            self._notice_card.setAccessibleName(self._notice.text())
            announce(self, message)

    def chosen(self) -> Row | None:
        """The line that is chosen."""
        index: QModelIndex = self.table.currentIndex()
        return self.model.rows[index.row()] if 0 <= index.row() < len(self.model.rows) else None

    def arrive(self) -> None:
        """The desk has just been shown."""
        announce(self.heading, self.heading.text())
        self.show_reminders()
        self._to_search()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    def _open(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.open_asked.emit(chosen)

    def _notes(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.notes_asked.emit(chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low screen at a large text size the lines need the height.
        tight = event.size().height() < px(_ROOMY)
        self.heading.setVisible(not tight)
        self._count.setVisible(not tight)
        self._state.setVisible(self.width() >= px(_WIDE))
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column the room that its words need, as far as there is room."""
        self.table.verticalHeader().setDefaultSectionSize(px(44))
        room = self.width() - 48 - px(24)
        header = self.table.horizontalHeader()
        used, shown = 0, 0
        for number, least in enumerate(WIDTHS):
            width = max(px(least), min(self._width(number), px(WIDEST)))
            fits = shown == number and (number < LEAST_COLUMNS or used + width <= room)
            self.table.setColumnHidden(number, not fits)
            if fits:
                shown, used = number + 1, used + width
                header.resizeSection(number, width)
        # What is left goes to the date, whose label is the longest text.
        header.resizeSection(1, max(px(160), header.sectionSize(1) + room - used))

    def _width(self, number: int) -> int:
        """The room that the words of a column need, its title among them."""
        lines = range(min(self.model.rowCount(), _MEASURED))
        needed = [self.table.sizeHintForIndex(self.model.index(line, number)).width() for line in lines]
        return max([self.table.horizontalHeader().sectionSizeHint(number), *needed])
