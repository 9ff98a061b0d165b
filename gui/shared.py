"""What a run leaves on a computer that others use: one private folder, emptied at the end."""

from __future__ import annotations

import logging
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from core.storage.places import PrivateFolder, sweep

logger = logging.getLogger(__name__)

# What Python, Qt and the programs that we start look at.
_VARIABLES = ("TMPDIR", "TEMP", "TMP")


def sweep_temporary_folders() -> None:
    """Empty what a crash left in the system's temporary folder."""
    sweep(Path(tempfile.gettempdir()))


class SharedComputer:
    """From now on every temporary file goes into one private folder, and the system's dialogs note nothing.

    `begin` may raise `OSError`. `clear` is called at the end, whatever happened.
    """

    def __init__(self) -> None:
        self._folder: PrivateFolder | None = None
        self._before: dict[str, str | None] = {}
        self._tempdir: str | None = None

    def begin(self, parent: Path) -> None:
        """Work in a private folder inside `parent`: the system's temporary folder, or the person's stick."""
        folder = PrivateFolder(parent)
        self.clear()
        self._folder = folder
        self._before = {name: os.environ.get(name) for name in _VARIABLES}
        self._tempdir = tempfile.tempdir
        tempfile.tempdir = str(folder.path)
        for name in _VARIABLES:
            os.environ[name] = str(folder.path)
        # Qt's own file dialog notes the folders it showed in the user's settings.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder.path))
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder.path))

    def move_to(self, medium: Path) -> None:
        """Work on the medium that the person chose; where it cannot be written, stay where we are."""
        if self._folder is not None and self._folder.path.parent == medium:
            return
        try:
            self.begin(medium)
        except OSError as error:
            logger.warning("no private folder on the medium (%s)", type(error).__name__)

    @property
    def path(self) -> Path | None:
        """The private folder; None before the beginning and after the end."""
        return None if self._folder is None else self._folder.path

    def clear(self) -> tuple[str, ...]:
        """Delete the private folder and forget what was copied; returns the names of the files deleted."""
        clipboard = QApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        if self._folder is None:
            return ()
        folder, self._folder = self._folder, None
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        tempfile.tempdir = self._tempdir
        return tuple(folder.close())
