"""What the person sees when something broke: calm words and a report free of their data."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from core.i18n import _
from gui.widgets.basic import Button, TextLabel, announce, row
from gui.widgets.page import ScrollPage
from gui.words import say

_ROOT = Path(__file__).parent.parent


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


class FailurePage(ScrollPage):
    """Says that the answers are safe, and offers the report to copy. `left`: back to the start page."""

    left = Signal()

    def __init__(self, error: BaseException) -> None:
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
        self.main.addLayout(row(self._again, Button(_("Copier le rapport"), self._copy)))
        self.finish_layout()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report)
        announce(self, _("Rapport copié."))

    def arrive(self) -> None:
        super().arrive()
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Enter on the page itself does nothing."""
