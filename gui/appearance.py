"""The language and the text size of the window: chosen at any time, kept for the next start.

Three languages are never mixed up: that of the screen, which is here; that of the note, which is an answer in
the dossier; and the French of the court.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from core.i18n import _
from core.languages import families, find, is_offered
from core.storage import settings
from core.storage.computer import Computer
from core.storage.settings import Settings
from gui import fonts, style, words
from gui.widgets.basic import announce

if TYPE_CHECKING:
    from gui.window import MainWindow

logger = logging.getLogger(__name__)


class Appearance(QObject):
    """For one window. What it shows is built anew after each change; nothing typed is lost by it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """As it was left on this computer; the first time, in the language of the system where we have it."""
        kept = settings.load(self._window.services.places(False))
        codes = (kept.language,) if kept.language else self._window.services.system_languages()
        known = filter(None, map(find, codes))
        language = next(filter(is_offered, known), None)
        if language is not None and language.code != words.language():
            speak(language.code)
        if kept.text_size in style.SCALES:
            _resize(kept.text_size)

    def change_language(self, code: str) -> None:
        """Show everything in another language. An open dossier keeps it, but not what a volunteer chose."""
        if code == words.language():
            return
        window = self._window
        wizard = window.wizard
        if wizard is not None and window.keeping.computer is not Computer.DESK:
            wizard.keep_language(code)
        speak(code)
        window.build_bar()
        window.show_anew()
        self._keep()

    def follow(self, code: str) -> None:
        """Before a dossier is shown whose person reads this language. At a desk the volunteer's stays."""
        language = find(code)
        if self._window.keeping.computer is Computer.DESK or language is None or not is_offered(language):
            return
        if language.code != words.language():
            speak(language.code)

    def change_text_size(self, step: int) -> None:
        """One step larger or smaller."""
        self.set_text_size(style.next_scale(step))

    def set_text_size(self, scale: float) -> None:
        """Show everything at this size, from 1.0 to 2.0."""
        if scale == style.look().scale:
            return
        _resize(scale)
        self._window.show_anew()
        announce(self._window, _("Taille du texte : {percent} %", percent=round(scale * 100)))
        self._keep()

    def _keep(self) -> None:
        computer = self._window.keeping.computer
        if computer in (None, Computer.SHARED):
            # Until the person has said whose computer this is, nothing may stay on it.
            return
        self.keep_settings()

    def keep_settings(self) -> None:
        """Keep what is chosen now for the next start."""
        try:
            settings.save(self._window.keeping.places, Settings(words.language(), style.look().scale))
        except OSError as error:
            # A convenience: next time it is chosen again.
            logger.warning("the settings of the window cannot be kept (%s)", type(error).__name__)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def speak(code: str) -> None:
    """Speak this language from now on, from right to left where it is written so."""
    words.set_language(code)
    fonts.prefer(code)
    mirrored = words.is_right_to_left(code)
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    app = _application()
    app.setLayoutDirection(direction)
    # A field is as high as its first family, and Arabic letters are higher than Latin ones.
    shown = families((code,)) if mirrored else (style.FONT_FAMILY,)
    for kind in ("QLineEdit", "QPlainTextEdit"):
        # The stubs say bytes, which the call itself refuses.
        app.setFont(QFont([*shown]), kind)  # type: ignore[arg-type]


def _resize(scale: float) -> None:
    style.apply(_application(), scale=scale)
