"""The application: fonts, look, language, the last net for unknown errors. All else waits for later."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from core.languages import FRENCH, TRANSLATED
from gui import fonts, style
from gui.task import AFTER_PAINTING

if TYPE_CHECKING:
    from gui.services import Services
    from gui.window import MainWindow

TITLE = "Guichet Ouvert"
# As an argument: `setStyle` answers with a style, and Python would first learn every kind of style.
STYLE = ("-style", "Fusion")


def create_application(arguments: Sequence[str]) -> QApplication:
    """The application, in the look that the system asks for; one that exists is taken, in its own style.

    To be called once, before any window.
    """
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([*arguments, *STYLE])
    app.setApplicationName(TITLE)
    app.setApplicationDisplayName(TITLE)
    app.setDesktopFileName("guichet-ouvert")
    # All at once: it takes a few milliseconds, and the list of languages shows each in its own script.
    fonts.load(*(one.code for one in (FRENCH, *TRANSLATED)))
    style.apply(app, theme=style.system_theme())
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: style.apply(app, theme=style.system_theme()))
    return app


def create_window(services: Services | None = None) -> MainWindow:
    """The main window, on the start page, not yet shown."""
    from gui.services import Services
    from gui.window import MainWindow

    return MainWindow(services or Services())


def main(arguments: Sequence[str]) -> int:
    """Start the window, on a dossier where one is named; returns the exit code.

    Python may have been kept from looking for garbage until here.
    """
    app = create_application(["guichet-ouvert"])
    from gui.services import Services, system_languages

    window = create_window(Services(system_languages=system_languages))
    sys.excepthook = lambda kind, error, trace: _report(window, kind, error, trace)
    window.show()
    # Until now there was none to look for.
    QTimer.singleShot(AFTER_PAINTING, app, gc.enable)
    if arguments:
        window.open_path(Path(arguments[0]))
    return app.exec()


def _report(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    window.show_failure(error.with_traceback(trace))
