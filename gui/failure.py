"""What the person sees when something broke: calm words and a report free of their data.

The report is kept where the program may keep things; elsewhere the person may save or copy it.
"""

from __future__ import annotations

import logging
import platform
import re
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from core.i18n import Message, _
from core.storage.files import write_file
from core.storage.places import Places
from gui.widgets.basic import Button, TextLabel, announce
from gui.widgets.flow import flowing
from gui.widgets.page import ScrollPage
from gui.words import say

logger = logging.getLogger(__name__)

_ROOT = Path(__file__).parent.parent
FOLDER = "rapports"


def report_of(error: BaseException) -> str:
    """The kinds of error and the places in our code they came through. No message, no value: they may quote
    an answer."""
    lines = [f"Guichet Ouvert, Python {platform.python_version()}, {platform.system()}"]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def _short(filename: str) -> str:
    # The folder of an installation can hold the person's name.
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


def keep(report: str, places: Places, now: datetime) -> Path | None:
    """Keep the report in the program's own folder; None on a shared computer, or where that fails."""
    if places.data is None:
        return None
    # The hour is in the name, so that an earlier report of the day is not lost.
    path = places.data / FOLDER / f"rapport {now:%Y-%m-%d %H-%M-%S}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_file(path, report.encode())
    except OSError as error:
        logger.warning("the report cannot be kept (%s)", type(error).__name__)
        return None
    return path


def _breakable(path: Path) -> str:
    """The path with a place after each folder where the line may end: at 200 % it is wider than a page."""
    return re.sub(r"(?<=[/\\])", "\N{ZERO WIDTH SPACE}", str(path))


class FailurePage(ScrollPage):
    """Says that the answers are safe, and shows the report. `left`: back to the start page.

    `kept` is where the report was kept, None where it was not; `choose` asks for another place.
    """

    left = Signal()

    def __init__(
        self, error: BaseException, kept: Path | None, choose: Callable[[QWidget, Path], Path | None]
    ) -> None:
        super().__init__(_("Le programme a eu un problème"))
        self.report = report_of(error)
        self.main.addWidget(
            TextLabel(
                _("Vos réponses déjà enregistrées sont intactes. Vous pouvez ouvrir le dossier à nouveau.")
            )
        )
        self.main.addWidget(
            TextLabel(
                _("Voici un rapport pour les personnes qui réparent le programme. Il ne dit rien de vous.")
            )
        )
        text = QPlainTextEdit(self.report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(say(_("Rapport")))
        self.main.addWidget(text)
        self._again = Button(_("Revenir au début"), self.left.emit, "primary")
        copy = Button(_("Copier le rapport"), self._copy)
        save = Button(_("Enregistrer le rapport"), self._save)
        save.setObjectName("save-report")
        self.main.addWidget(flowing(self._again, copy, save, spacing=12))
        self._state = TextLabel("", "soft")
        self.main.addWidget(self._state)
        self._choose = choose
        if kept is not None:
            self._say(_("Le rapport est gardé ici : {path}", path=_breakable(kept)))
        self.finish_layout()

    def _say(self, words: Message) -> None:
        self._state.say(words)
        announce(self, words)

    def _save(self) -> None:
        path = self._choose(self, Path.home() / "rapport Guichet Ouvert.txt")
        if path is None:
            return
        try:
            write_file(path, self.report.encode())
        except OSError:
            self._say(_("Le rapport ne peut pas être écrit ici. Choisissez un autre endroit."))
        else:
            self._say(_("Rapport enregistré."))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report)
        self._say(_("Rapport copié."))

    def arrive(self) -> None:
        super().arrive()
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Enter on the page itself does nothing."""
