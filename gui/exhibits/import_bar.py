"""How files come in: three buttons, and while they are read a bar that counts and a button that stops it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from core.i18n import Message, _, ngettext
from gui.exhibits.taking import Source, Target
from gui.exhibits.work import ExhibitWork, Line
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, beside, row
from gui.widgets.flow import flowing
from gui.widgets.icons import Icon
from gui.words import say

NOTHING_TO_PASTE = _(
    "Il n’y a pas d’image à coller. Faites d’abord une capture d’écran, ou copiez un fichier, puis "
    "recommencez."
)
WAIT = _("Un ajout est en cours. Attendez la fin, ou arrêtez-le.")


class ImportBar(Group):
    """Buttons for one target; what is dropped or pasted elsewhere comes here too."""

    def __init__(
        self,
        work: ExhibitWork,
        name: str,
        *,
        files: Message | str,
        target: Callable[[], Target] = Target,
        folder: bool = False,
        about: Message | str = "",
    ) -> None:
        super().__init__(spacing=8)
        self._work, self._target = work, target
        self.files_button = self._button(files, self._choose_files, f"{name}:files", about)
        self.files_button.setProperty("kind", "primary" if folder else "secondary")
        self.buttons = buttons = [self.files_button]
        if folder:
            words = _("Ajouter toutes les photos d’un dossier")
            buttons.append(self._button(words, self._choose_folder, f"{name}:folder", about))
        buttons.append(self._button(_("Coller une image"), self.paste, f"{name}:paste", about))
        self._note = TextLabel("", "error")
        self._note.hide()
        self.column.addWidget(flowing(*buttons))
        self.column.addWidget(self._note)

    def _button(
        self, words: Message | str, act: Callable[[], object], name: str, about: Message | str
    ) -> Button:
        spoken = _("{words} : {about}", words=words, about=about) if about else words
        button = Button(words, act, name=spoken)
        button.setObjectName(name)
        return button

    def _choose_files(self) -> None:
        self.take(self._work.services.choose_exhibits(self))

    def _choose_folder(self) -> None:
        folder = self._work.services.choose_exhibit_folder(self)
        self.take([folder] if folder is not None else [])

    def paste(self) -> None:
        """Take the picture, or the copied files, that the clipboard holds."""
        sources = sources_of(QApplication.clipboard().mimeData())
        self._say(None if sources else NOTHING_TO_PASTE)
        self.take(sources)

    def take(self, sources: Sequence[Source], target: Target | None = None) -> None:
        """Begin to take these in, for the target of the bar or for another one."""
        if sources and self._work.busy:
            self._say(WAIT)
        elif sources:
            self._say(None)
            self._work.take(sources, target or self._target())

    def _say(self, message: Message | None) -> None:
        self._note.setVisible(message is not None)
        if message is not None:
            self._note.say(message)
            announce(self, message)


def sources_of(data: QMimeData | None) -> list[Source]:
    """The files, or else the picture, that were copied or dropped."""
    if data is None:
        return []
    files: list[Source] = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files or not data.hasImage():
        return files
    image = data.imageData()
    return [image] if isinstance(image, QImage) and not image.isNull() else []


class ImportProgress(Card):
    """How far the import is, and « Arrêter »."""

    def __init__(self, work: ExhibitWork) -> None:
        super().__init__(spacing=8)
        self._work = work
        self._words = TextLabel("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(say(_("Fichiers ajoutés")))
        self.stop_button = Button(_("Arrêter"), work.cancel)
        self.stop_button.setObjectName("exhibits:stop")
        self.add(self._words)
        self.add(self._bar)
        self.add(row(self.stop_button))
        work.progressed.connect(self._progressed)
        work.settled.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Be seen while there is something to see."""
        _show_part(self, shown=self._work.busy)
        if self._work.busy:
            self._progressed(self._work.done, self._work.total)

    def _progressed(self, done: int, total: int) -> None:
        if not self._work.busy:
            return
        _show_part(self, shown=True)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        words = (
            ngettext(
                "{done} fichier sur {number} est lu.",
                "{done} fichiers sur {number} sont lus.",
                total,
                done=done,
            )
            if total
            else _("Je lis les fichiers…")
        )
        self._words.say(words)


class ImportReport(Card):
    """After an import: every file that was not taken, or about which there is something to know."""

    def __init__(self, work: ExhibitWork) -> None:
        super().__init__(spacing=6)
        self._work = work
        self.setObjectName("exhibits:report")
        work.settled.connect(self.refresh)
        self._shown: tuple[Line, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Show the report of the last import, if it says anything."""
        lines = self._work.report
        _show_part(self, shown=bool(lines))
        if lines == self._shown:
            return
        self._shown = lines
        self.empty()
        if not lines:
            return
        self.add(TextLabel(_("À savoir sur ces fichiers"), "label"))
        for line in lines:
            self.add(self._line(line))
        close = Button(_("J’ai lu"), self._work.forget_report)
        close.setObjectName("exhibits:report:close")
        self.add(row(close))
        announce(self, " ".join(say(line.message) for line in lines))

    def _line(self, line: Line) -> QWidget:
        words = TextLabel("", "body")
        words.say(
            _("{file} : {sentence}", file=line.name, sentence=line.message) if line.name else line.message
        )
        sign = Icon("cross" if line.tone == "stop" else "warn", line.tone)
        group = Group(beside(sign, words), spacing=2)
        if line.taken is not None:
            again = Button(
                _("Ajouter quand même"),
                lambda: self._work.add_again(line),
                "link",
                name=_("Ajouter quand même : {file}", file=line.name),
            )
            again.setObjectName("exhibits:report:again")
            group.column.addLayout(row(again))
        return group


def _show_part(part: QWidget, *, shown: bool) -> None:
    # A part that has no place yet would open as a window; once it has one it is shown with it.
    if not shown or part.parentWidget() is not None:
        part.setVisible(shown)
