"""Paper from the pages that the program makes: what the printer gets is a picture of each page of the PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from core.documents import folder
from core.documents.bundle import Made
from core.dossier.model import Dossier
from core.errors import UserError
from core.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

POINTS = 72
# Finer than this no eye sees, and a page takes more memory than an old computer has to spare.
MOST_DPI = 600
NO_PRINTER = _(
    "Aucune imprimante n’est installée sur cet ordinateur. Enregistrez le document en PDF, puis imprimez-le "
    "ailleurs."
)
QUEUE = _(
    "Ordinateur partagé : l’imprimante ou l’ordinateur peut garder une copie de ce que vous imprimez. "
    "Demandez à la personne responsable de vider la file d’impression."
)


class PrintingFailed(UserError):
    """The printer does not take the pages."""

    def __init__(self) -> None:
        super().__init__(_("L’imprimante ne répond pas. Vérifiez qu’elle est allumée, puis essayez encore."))


def pdf_of(made: Made, dossier: Dossier) -> bytes:
    """The PDF of one document, as in the folder. Raises like `folder.rendered`."""
    from gui.preview.note_printer import print_note

    return folder.rendered(made, "pdf", dossier, print_note)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def draw(pdf: bytes, printer: QPrinter) -> int:
    """Print the pages that were chosen; returns how many. Raises `PrintingFailed`. For worker threads."""
    import pypdfium2

    printer.setFullPage(True)
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    with pypdfium2.PdfDocument(pdf) as document:
        pages = _chosen(printer, len(document))
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintingFailed
        try:
            for place, number in enumerate(pages):
                if place and not printer.newPage():
                    raise PrintingFailed
                page = document[number]
                bitmap = page.render(
                    scale=min(printer.resolution(), MOST_DPI) / POINTS, grayscale=True, may_draw_forms=False
                )
                image = QImage(
                    bytes(bitmap.buffer),
                    bitmap.width,
                    bitmap.height,
                    bitmap.stride,
                    QImage.Format.Format_Grayscale8,
                )
                painter.drawImage(_placed(QSizeF(*page.get_size()), paper), image)
        finally:
            painter.end()
    return len(pages)


def work(pdf: bytes, printer: QPrinter) -> Callable[[], int]:
    """The printing, to be done beside the window."""
    return lambda: draw(pdf, printer)


def _chosen(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(max(first, 1) - 1, min(last, count)))
    if printer.pageOrder() is type(printer).PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies


def _placed(page: QSizeF, paper: QRectF) -> QRectF:
    """Where the page goes on the paper: as large as it fits, in the middle."""
    size = page.scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(paper.center())
    return place
