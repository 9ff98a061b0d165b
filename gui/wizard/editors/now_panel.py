"""« J’essaie maintenant », in the page: what to do, what came of it, the picture from the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from core.dossier.model import Part
from core.i18n import Message, _
from core.interview.model import Now
from gui.exhibits.import_bar import NOTHING_TO_PASTE, WAIT, sources_of
from gui.exhibits.taking import Source
from gui.style import px
from gui.widgets.basic import Button, Card, Group, TextLabel, announce, beside
from gui.widgets.flow import flowing
from gui.widgets.icons import Icon, Number
from gui.wizard.editors.base import Context
from gui.wizard.editors.item_form import ItemForm, id_of
from gui.words import say

NO_PICTURE = _("Pas d’image pour l’instant. Vous pouvez garder l’essai sans image.")
PICTURE_READY = _("L’image est prête. Elle sera jointe à cet essai.")
MOMENT = _("Le programme note le jour et l’heure où vous gardez cet essai.")


class NowPanel(ItemForm):
    """A form like the others, for an item that does not ask its day: `take` gives `empty`, filled in.

    `sources` is what was pasted; it becomes an exhibit once the item is kept.
    """

    def __init__(self, now: Now, empty: Part, context: Context) -> None:
        self._now, self._empty = now, empty
        self._is_built = False
        self.keep_words, self.leave_words = now.keep, _("Fermer")
        self.sources: list[Source] = []
        super().__init__(now.asks, now.asks.item(id=id_of(empty)), context, is_new=True)
        self.setAccessibleName(say(now.heading))
        self._paste = Button(_("Coller l’image"), self.paste)
        self._paste.setObjectName(f"{now.asks.path}:paste")
        self._remove = Button(_("Enlever l’image"), self._remove_picture, "link")
        self._remove.setObjectName(f"{now.asks.path}:remove")
        self._picture = QLabel()
        self._picture.setAccessibleName(say(_("Image collée")))
        self._state_sign, self._state = Icon("warn", "warn"), TextLabel(NO_PICTURE)
        self._picture_part = Group(
            flowing(self._paste, self._remove),
            beside(self._state_sign, self._state),
            self._picture,
            spacing=6,
        )
        self._over = Card(beside(Icon("check", "ok"), TextLabel(now.over)), kind="notice")
        self._over.hide()
        for part in reversed((*self._steps(), self._picture_part)):
            self.add_on_top(part)
        self.add(self._over)
        self._moment = TextLabel(MOMENT, "soft")
        self.add(self._moment)
        if context.work is None:
            self._picture_part.hide()
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        # A field for text keeps Ctrl + V for itself.
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.paste)
        self._is_built = True
        self._show_picture()
        self._update()

    def _steps(self) -> tuple[QWidget, ...]:
        steps = Group(spacing=6)
        for number, words in enumerate(self._now.steps(self._context.platform), start=1):
            steps.column.addLayout(beside(Number(number), TextLabel(words)))
        return TextLabel(self._now.heading, "section"), TextLabel(self._now.promise, "soft"), steps

    # --- what the list asks of a form ----------------------------------------------------------------

    def focus_first(self) -> None:
        """Begin where the person acts after the four steps; a screen reader says the steps."""
        if self._picture_part.isHidden():
            super().focus_first()
        else:
            self._paste.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join(say(words) for words in self._now.steps(self._context.platform)))

    def is_untouched(self) -> bool:
        return self._is_over() or (not self.sources and super().is_untouched())

    def take(self) -> Part | None:
        if self.sources and self._context.work is not None and self._context.work.busy:
            self._say(WAIT)
            return None
        told = super().take()
        if told is None:
            return None
        if self._now.is_over(told):
            announce(self, self._now.over)
            return None
        return self._now.makes(told, self._empty, self._context.items.now())

    def so_far(self) -> Part | None:
        # What is not complete is no attempt: the person has not said that they made one.
        result = self._submitted()
        if result.errors or self._now.is_over(result.item):
            return None
        return self._now.makes(result.item, self._empty, self._context.items.now())

    def _is_over(self) -> bool:
        return self._now.is_over(self._draft())

    def _update(self) -> None:
        super()._update()
        if not self._is_built:
            return
        over = self._is_over()
        if over and self._over.isHidden():
            announce(self, self._now.over)
        self._over.setVisible(over)
        self._moment.setVisible(not over)
        self._picture_part.setVisible(not over and self._context.work is not None)
        for button in self.buttons[:1]:
            # There is nothing to keep.
            button.setVisible(not over)

    # --- the picture ---------------------------------------------------------------------------------

    def paste(self) -> None:
        """Take the picture, or the copied files, that the clipboard holds."""
        sources = sources_of(QApplication.clipboard().mimeData())
        if not sources:
            self._say(NOTHING_TO_PASTE)
            return
        self.sources = sources
        self._show_picture()
        announce(self, PICTURE_READY)

    def _remove_picture(self) -> None:
        self.sources = []
        self._show_picture()
        self._paste.setFocus()
        announce(self, NO_PICTURE)

    def _show_picture(self) -> None:
        image = next((source for source in self.sources if isinstance(source, QImage)), None)
        self._picture.setVisible(image is not None)
        if image is not None:
            size = QSize(px(240), px(160))
            shown = image.scaled(
                size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._picture.setPixmap(QPixmap.fromImage(shown))
        self._remove.setVisible(bool(self.sources))
        self._say(PICTURE_READY if self.sources else NO_PICTURE)

    def _say(self, words: Message) -> None:
        self._state.say(words)
        good = words is PICTURE_READY
        self._state_sign.show_sign("check" if good else "warn", "ok" if good else "warn")
        if words in (NOTHING_TO_PASTE, WAIT):
            announce(self, words)
