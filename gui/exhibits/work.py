"""Everything about exhibits that takes longer than a blink, and what it changes in the session.

One for each open dossier. It outlives the pages, so that an import goes on while the person answers
elsewhere. Files are opened by worker processes only; threads wait for them, the window never does.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QObject, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from core.dossier.evidence import exhibit_numbers
from core.dossier.model import Dossier, Exhibit, Sheet
from core.errors import UserError
from core.exhibits import kept_dates
from core.exhibits.date_finder import DateFound
from core.exhibits.errors import Cancelled
from core.exhibits.importer import Taken
from core.exhibits.masking import burn, picture
from core.exhibits.output import Weight, weigh
from core.exhibits.pool import Pool
from core.i18n import Message, _
from gui.exhibits import changes
from gui.exhibits.taking import Source, Taking, Target
from gui.services import Services
from gui.task import Task
from gui.wizard.session import Session

A = TypeVar("A")
T = TypeVar("T")

logger = logging.getLogger(__name__)

# Pixels of pictures kept ready: some hundred thumbnails and a few pages.
_KEPT_BYTES = 96_000_000

STOPPED = _("Vous avez arrêté l’ajout. Les fichiers déjà ajoutés sont gardés.")
ADDED = _("Ajouté.")


@dataclass(frozen=True)
class Line:
    """One line of the report after an import. `taken` is there where the person may still add the file."""

    name: str
    message: Message
    tone: str
    taken: Taken | None = None


class ExhibitWork(QObject):
    """Imports, pictures, weights and final masks of one dossier.

    `progressed`: done, of how many (0: not known yet). `settled`: an import is over, `report` says how.
    `changed`: exhibits or proposed days are others now. `drawn`: sheet, pixels, picture or None.
    `refused`: a sentence about what could not be saved. `failed`: an error that nobody foresaw.
    """

    progressed = Signal(int, int)
    settled = Signal()
    changed = Signal()
    drawn = Signal(object, int, object)
    weighed = Signal(object)
    failed = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, services: Services) -> None:
        super().__init__()
        self.session, self.services = session, services
        self.report: tuple[Line, ...] = ()
        self.done, self.total = 0, 0
        self._taking: Taking | None = None
        # Where the last import was to go, and where a file of it goes that is added after all.
        self.target = self._next = Target()
        self._tasks: set[Task[Any]] = set()
        self._threads, self._drawers = QThreadPool(self), QThreadPool(self)
        self._drawers.setMaxThreadCount(1)
        self._drawing_pool: Pool | None = None
        self._pictures: OrderedDict[tuple[Sheet, int], QImage] = OrderedDict()
        self._asked: set[tuple[Sheet, int]] = set()
        self._weighing = self._weigh_again = False
        self._closed = False
        # What `numbers` worked out, and for which dossier.
        self._numbers: tuple[Dossier | None, dict[str, tuple[int, ...]]] = (None, {})
        self._kept = self._read_kept()
        self.progressed.connect(self._note_progress)

    def _read_kept(self) -> kept_dates.KeptDates:
        try:
            return kept_dates.decode(self.session.file.read_part(kept_dates.PART))
        except (msgspec.DecodeError, UserError) as error:
            # Only proposals: the person can still type the days.
            logger.warning("the days found in files cannot be read (%s)", type(error).__name__)
            return {}

    # --- imports ------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether an import is going on."""
        return self._taking is not None

    def take(self, sources: Sequence[Source], target: Target | None = None) -> None:
        """Begin to take files in; while another import goes on, nothing happens."""
        if self.busy or self._closed or not sources:
            return
        taking = self._taking = Taking(sources, target or Target(), self.session.today())
        self.report, self.target = (), taking.target
        self.done, self.total = 0, 0
        store = self.session.file
        self._start(
            self._threads,
            lambda: taking.run(store, self.progressed.emit),
            lambda _nothing: self._settle(taking, None),
            lambda error: self._settle(taking, error),
        )
        self.progressed.emit(0, 0)

    def cancel(self) -> None:
        """Stop the import; what is taken already is kept."""
        if self._taking is not None:
            self._taking.cancel()

    def _note_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total

    def _settle(self, taking: Taking, error: UserError | None) -> None:
        """Put what was taken into the dossier, in one change that can be undone."""
        if taking.settled:
            return
        taking.settled = True
        self._taking = None
        lines: list[Line] = []
        dossier, target, kept = self.session.dossier, taking.target, self._kept
        for outcome in taking.outcomes:
            if outcome.taken is None:
                if outcome.error is not None and not isinstance(outcome.error, Cancelled):
                    lines.append(Line(outcome.name, outcome.error.message, "stop"))
                continue
            taken = outcome.taken
            same = changes.place_of_same(dossier, taken.sheets)
            if same is not None:
                lines.append(Line(taken.name, changes.duplicate(same), "warn", taken))
                continue
            dossier, target = changes.with_taken(dossier, taken, target)
            kept = kept_dates.with_file(kept, taken.sheets, taken.dates)
            lines += [Line(taken.name, notice, "warn") for notice in taken.notices]
        if taking.was_cancelled():
            lines.append(Line("", STOPPED, "warn"))
        if error is not None:
            lines.append(Line("", error.message, "stop"))
        self._next = target
        self.report = (*lines, *self._save(dossier, kept))
        self.settled.emit()

    def add_again(self, line: Line) -> None:
        """Add a file that is already there once more: the person says it is right."""
        if line.taken is None:
            return
        dossier, _target = changes.with_taken(self.session.dossier, line.taken, self._next)
        kept = kept_dates.with_file(self._kept, line.taken.sheets, line.taken.dates)
        self.report = (*(one for one in self.report if one is not line), *self._save(dossier, kept))
        self.settled.emit()

    def forget_report(self) -> None:
        """The person has read it."""
        self.report = ()
        self.settled.emit()

    def _save(self, dossier: Dossier, kept: kept_dates.KeptDates) -> tuple[Line, ...]:
        try:
            self._keep(kept)
            self.session.apply(lambda _before: dossier)
        except UserError as error:
            return (Line("", error.message, "stop"),)
        self.changed.emit()
        return ()

    # --- days ---------------------------------------------------------------------------------------

    def dates_for(self, exhibit: Exhibit) -> tuple[DateFound, ...]:
        """The days to put to the person, the surest first."""
        return kept_dates.proposed(self._kept, exhibit)

    def contradiction(self, exhibit: Exhibit) -> DateFound | None:
        """A day that the file tells and that is not the one given."""
        return kept_dates.contradicting(self._kept, exhibit)

    def refuse_date(self, exhibit: Exhibit, found: DateFound) -> None:
        """The person says that this is not the day. Raises like `DossierFile.write_part`."""
        self._keep(kept_dates.refused(self._kept, exhibit, found))

    def _keep(self, kept: kept_dates.KeptDates) -> None:
        if kept != self._kept:
            self.session.file.write_part(kept_dates.PART, kept_dates.encode(kept))
            self._kept = kept

    # --- numbers ------------------------------------------------------------------------------------

    def numbers(self, fact: str) -> tuple[int, ...]:
        """The numbers of the exhibits that show a fact; every line of a page asks."""
        dossier, numbers = self._numbers
        if dossier is not self.session.dossier:
            dossier = self.session.dossier
            numbers = exhibit_numbers(dossier)
            self._numbers = dossier, numbers
        return numbers.get(fact, ())

    # --- changes made from beside the list -------------------------------------------------------------

    def change(self, make: Callable[[Dossier], Dossier]) -> None:
        """Change exhibits from a page that does not list them. Raises like `DossierFile.save`."""
        self.session.apply(make)
        self.changed.emit()

    # --- pictures -----------------------------------------------------------------------------------

    def ask_picture(self, sheet: Sheet, pixels: int) -> QImage | None:
        """The sheet as it will be printed; None: it is being drawn, `drawn` brings it."""
        key = (sheet, pixels)
        image = self._pictures.get(key)
        if image is not None:
            self._pictures.move_to_end(key)
            return image
        if key not in self._asked and not self._closed:
            self._asked.add(key)
            self._start(
                self._drawers,
                lambda: self._draw(sheet, pixels),
                partial(self._keep_picture, key),
                lambda _error: self._keep_picture(key, None),
            )
        return None

    def _draw(self, sheet: Sheet, pixels: int) -> QImage:
        return _jpeg(picture(sheet, self.session.file, self._pool(), pixels=pixels))

    def _pool(self) -> Pool:
        # Only the one drawing thread comes here.
        if self._drawing_pool is None:
            self._drawing_pool = Pool(1)
        return self._drawing_pool

    def _keep_picture(self, key: tuple[Sheet, int], image: QImage | None) -> None:
        self._asked.discard(key)
        if image is not None:
            self._pictures[key] = image
            while sum(kept.sizeInBytes() for kept in self._pictures.values()) > _KEPT_BYTES:
                self._pictures.popitem(last=False)
        self.drawn.emit(key[0], key[1], image)

    def burn(
        self, sheet: Sheet, done: Callable[[Sheet], object], refused: Callable[[UserError], object]
    ) -> None:
        """Make a copy of the sheet that no longer holds what is hidden; `done` gets it."""
        self._start(self._drawers, lambda: burn(sheet, self.session.file, self._pool()), done, refused)

    # --- weight -------------------------------------------------------------------------------------

    def ask_weight(self) -> None:
        """Weigh the files of all exhibits; `weighed` brings a `Weight`."""
        if self._closed:
            return
        if self._weighing:
            self._weigh_again = True
            return
        self._weighing = True
        dossier = self.session.dossier
        self._start(
            self._drawers,
            lambda: weigh(dossier, self.session.file),
            self._has_weighed,
            # A file that is missing or damaged is said where its picture is, and when it is printed.
            lambda _error: self._has_weighed(None),
        )

    def _has_weighed(self, weight: Weight | None) -> None:
        self._weighing = False
        if self._weigh_again:
            self._weigh_again = False
            self.ask_weight()
        elif weight is not None:
            self.weighed.emit(weight)

    # --- tasks --------------------------------------------------------------------------------------

    def _start(
        self,
        threads: QThreadPool,
        work: Callable[[], T],
        done: Callable[[T], object],
        refused: Callable[[UserError], object],
    ) -> None:
        def over(tell: Callable[[A], object], answer: A) -> None:
            self._tasks.discard(task)
            if not self._closed:
                tell(answer)

        task: Task[T] = Task(work, partial(over, done), partial(over, refused), partial(over, self._broke))
        self._tasks.add(task)
        task.start(threads)

    def _broke(self, error: BaseException) -> None:
        self._taking = None
        self.failed.emit(error)

    def close(self) -> None:
        """End all work before the dossier is closed; what an import has taken already is kept."""
        taking = self._taking
        self.stop()
        if taking is not None:
            self._settle(taking, None)
        try:
            # Before a copy of the dossier is made: what was covered for good, or taken out, is in none.
            self.session.file.drop_unused_blobs()
        except UserError as error:
            logger.warning("files that no exhibit needs are kept (%s)", type(error).__name__)

    def stop(self) -> None:
        """End all work and keep nothing more: something went wrong."""
        self._closed = True
        self.cancel()
        if self._drawing_pool is not None:
            self._drawing_pool.cancel()
        self._drawers.clear()
        self._threads.waitForDone()
        self._drawers.waitForDone()
        if self._drawing_pool is not None:
            self._drawing_pool.close()


def _jpeg(data: bytes) -> QImage:
    """The picture that a worker drew; a null picture for anything but a JPEG."""
    buffer = QBuffer()
    buffer.setData(data)
    return QImageReader(buffer, QByteArray(b"jpeg")).read()
