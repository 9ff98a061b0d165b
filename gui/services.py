"""What the window asks of the world around it: the day, the system’s dialogs. Tests bring their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from core.i18n import _
from gui.words import say

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from core.storage.places import Places


def hour_of_the_computer() -> time:
    """What its clock shows."""
    return datetime.now().time()


# Qt's dialogs are loaded when first asked for: the window opens without them.


def choose_folder(parent: QWidget) -> Path | None:
    """Ask for a folder; None where the person gave up."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(parent, say(_("Où mettre vos documents ?")))
    return Path(chosen) if chosen else None


def choose_dossier(parent: QWidget) -> Path | None:
    """Ask for a dossier file to open."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _filter = QFileDialog.getOpenFileName(
        parent, say(_("Ouvrir un dossier")), "", say(_("Dossiers Guichet Ouvert (*.dossier)"))
    )
    return Path(chosen) if chosen else None


def choose_new_file(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where a new dossier file goes, with a proposal."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _filter = QFileDialog.getSaveFileName(
        parent,
        say(_("Où garder le dossier ?")),
        str(proposed),
        say(_("Dossiers Guichet Ouvert (*.dossier)")),
    )
    return Path(chosen).with_suffix(".dossier") if chosen else None


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's file manager; False where the system has none."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _places(shared: bool) -> Places:
    from core.storage.places import find_places

    return find_places(shared=shared)


def choose_exhibits(parent: QWidget) -> list[Path]:
    """Ask for the files of exhibits; none where the person gave up."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _filter = QFileDialog.getOpenFileNames(
        parent,
        say(_("Quels fichiers ajouter ?")),
        "",
        say(_("Images et PDF (*.jpg *.jpeg *.png *.webp *.heic *.heif *.pdf);;Tous les fichiers (*)")),
    )
    return [Path(name) for name in chosen]


def choose_exhibit_folder(parent: QWidget) -> Path | None:
    """Ask for a folder full of pictures; None where the person gave up."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(parent, say(_("Quel dossier de photos ajouter ?")))
    return Path(chosen) if chosen else None


def choose_target(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where to write a file that is not a dossier (sheet, calendar, table, zip), with a proposal."""
    from PySide6.QtWidgets import QFileDialog

    # The dialog reads the pattern: it stays outside the sentence, where a value may be wrapped in isolates.
    name = say(_("Fichier"))
    kind = f"{name} (*{proposed.suffix})"
    chosen, _filter = QFileDialog.getSaveFileName(parent, say(_("Où enregistrer ?")), str(proposed), kind)
    return Path(chosen).with_suffix(proposed.suffix) if chosen else None


def choose_given(parent: QWidget) -> Path | None:
    """Ask for a file that somebody handed over."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _filter = QFileDialog.getOpenFileName(
        parent, say(_("Quel fichier avez-vous reçu ?")), "", say(_("Dossiers transmis (*.zip)"))
    )
    return Path(chosen) if chosen else None


def choose_desk_folder(parent: QWidget) -> Path | None:
    """Ask for the folder that holds the dossiers of an association."""
    from PySide6.QtWidgets import QFileDialog

    chosen = QFileDialog.getExistingDirectory(
        parent, say(_("Où sont rangés les dossiers de l’association ?"))
    )
    return Path(chosen) if chosen else None


def system_languages() -> Sequence[str]:
    """The languages that the system was set to, the preferred one first."""
    from PySide6.QtCore import QLocale

    return QLocale.system().uiLanguages()


def _not_told() -> Sequence[str]:
    return ()


def has_printer() -> bool:
    """Whether the system knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def choose_printer(parent: QWidget, pages: int) -> QPrinter | None:
    """Ask for a printer, the pages and the copies; None where the person gave up."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # The queue keeps this name, and others read it: it says nothing about the person.
    printer.setDocName("Guichet Ouvert")
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


@dataclass(frozen=True)
class Services:
    """The world, as the window sees it."""

    today: Callable[[], date] = field(default=date.today)
    system_languages: Callable[[], Sequence[str]] = _not_told
    hour: Callable[[], time] = field(default=hour_of_the_computer)
    choose_folder: Callable[[QWidget], Path | None] = choose_folder
    choose_dossier: Callable[[QWidget], Path | None] = choose_dossier
    choose_new_file: Callable[[QWidget, Path], Path | None] = choose_new_file
    open_folder: Callable[[Path], bool] = open_folder
    places: Callable[[bool], Places] = _places
    choose_exhibits: Callable[[QWidget], list[Path]] = choose_exhibits
    choose_exhibit_folder: Callable[[QWidget], Path | None] = choose_exhibit_folder
    choose_target: Callable[[QWidget, Path], Path | None] = choose_target
    choose_given: Callable[[QWidget], Path | None] = choose_given
    choose_desk_folder: Callable[[QWidget], Path | None] = choose_desk_folder
    has_printer: Callable[[], bool] = has_printer
    choose_printer: Callable[[QWidget, int], QPrinter | None] = choose_printer
