"""One import: the files that the person gave, taken in by workers, in a thread beside the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from core.exhibits.blobs import BlobStore
from core.exhibits.errors import Cancelled, ExhibitError
from core.exhibits.importer import Importer, Outcome, files_in, shown_name
from core.exhibits.pool import Pool
from core.i18n import _
from gui.words import say

Source = Path | QImage
# Between speed and size: a pasted picture is written anew by the worker in any case.
_PNG_QUALITY = 80


@dataclass(frozen=True)
class Target:
    """Where the files go: new exhibits of their own, one exhibit that shows a fact, or one that is there."""

    proves: tuple[str, ...] = ()
    exhibit: str | None = None


class Taking:
    """The state of one import. `outcomes` grows in the thread; the window reads it when that is over."""

    def __init__(self, sources: Sequence[Source], target: Target, today: date) -> None:
        self.sources, self.target, self.today = tuple(sources), target, today
        self.pool = Pool()
        self.outcomes: list[Outcome] = []
        self.settled = False

    def run(self, store: BlobStore, progress: Callable[[int, int], object]) -> None:
        """Take everything in; what became of each file is in `outcomes`, also where this raises."""
        with self.pool:
            importer = Importer(store, self.pool)
            for outcome in self._outcomes(importer, progress):
                self.outcomes.append(outcome)

    def _outcomes(self, importer: Importer, progress: Callable[[int, int], object]) -> Iterator[Outcome]:
        for source in self.sources:
            if isinstance(source, QImage):
                yield self._pasted(importer, source)
        paths: list[Path] = []
        for source in self.sources:
            if isinstance(source, QImage):
                continue
            try:
                paths += files_in(source) if source.is_dir() else (source,)
            except ExhibitError as error:
                yield Outcome(shown_name(source.name), None, error)
        yield from importer.import_many(paths, today=self.today, progress=progress)

    def _pasted(self, importer: Importer, image: QImage) -> Outcome:
        name = say(_("Image collée"))
        try:
            return Outcome(name, importer.import_file(png(image), name, today=self.today), None)
        except ExhibitError as error:
            return Outcome(name, None, error)

    def cancel(self) -> None:
        """Stop: what is taken already stays."""
        self.pool.cancel()

    def was_cancelled(self) -> bool:
        """Whether some file was left out because the person stopped the import."""
        return any(isinstance(outcome.error, Cancelled) for outcome in self.outcomes)


def png(image: QImage) -> bytes:
    """The picture as a PNG file, for the worker to look at like any other."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # A picture without pixels writes nothing; the importer says that it is empty.
    image.save(buffer, "PNG", _PNG_QUALITY)  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())
