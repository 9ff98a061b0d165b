"""The bar on top: the name of the program, a few buttons, or a menu in their place where room lacks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from core.i18n import _
from gui.style import px
from gui.widgets.basic import Button, TextLabel

_MARGIN, _SPACING = 24, 12


class TopBar(QWidget):
    """Buttons come from the reading side on; the last one stays in sight whatever the width."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        self.setProperty("edge", "top")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._brand = TextLabel(title, "brand")
        self._brand.setWordWrap(False)
        self._folding: dict[Button, bool] = {}
        self._last: Button | None = None
        self._menu = QMenu(self)
        self._more = Button(_("Menu"), kind="quiet", name=_("Menu : langue, taille du texte, dossier"))
        self._more.setObjectName("more")
        self._more.setMenu(self._menu)
        # The menu says what its buttons say at the moment when it opens.
        self._menu.aboutToShow.connect(self._fill_menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        self._row.setSpacing(_SPACING)
        self._row.addWidget(self._brand)
        self._row.addStretch(1)
        self._row.addWidget(self._more)
        self._more.hide()

    def add(self, button: Button) -> None:
        """Put a button at the end; it goes into the menu where there is no room."""
        self._folding[button] = True
        # As high as its neighbours, whose words may be in a higher script.
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._row.insertWidget(self._row.indexOf(self._more), button)

    def add_last(self, button: Button) -> None:
        """Put a button after all others, which never goes into the menu."""
        self._last = button
        self._row.addWidget(button)

    def want(self, button: Button, wanted: bool) -> None:
        """Whether the button is of use now."""
        if button is self._last:
            button.setVisible(wanted)
        else:
            self._folding[button] = wanted
        self.fold()

    def fold(self) -> None:
        """Show what there is room for: first the name of the program goes, then the buttons into the menu."""
        wanted = [button for button, is_wanted in self._folding.items() if is_wanted]
        last = [self._last] if self._last is not None and not self._last.isHidden() else []
        free = self.width() - 2 * _MARGIN - _widths([*wanted, *last])
        folded = free < 0 and len(wanted) > 1
        for button in self._folding:
            button.setVisible(button in wanted and not folded)
        self._more.setVisible(folded)
        shown = [*([self._more] if folded else wanted), *last]
        room = self.width() - 2 * _MARGIN - _widths(shown)
        self._brand.setVisible(room >= self._brand.sizeHint().width() + px(_SPACING))

    def _fill_menu(self) -> None:
        from PySide6.QtGui import QAction

        self._menu.clear()
        for button, is_wanted in self._folding.items():
            if not is_wanted:
                continue
            inner: QMenu | None = button.menu()
            action = QAction(button.accessibleName().replace("&", "&&"), self._menu)
            action.setEnabled(button.isEnabled())
            if inner is not None:
                action.setMenu(inner)
            else:
                action.triggered.connect(button.click)
            self._menu.addAction(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()


def _widths(buttons: list[Button]) -> int:
    return sum(button.sizeHint().width() for button in buttons) + _SPACING * max(0, len(buttons) - 1)
