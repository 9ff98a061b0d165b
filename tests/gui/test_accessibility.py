"""A walk through every page as a screen reader and a keyboard meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from core.dossier import examples
from core.dossier.model import Dossier
from core.dossier.values import Mode
from core.interview import flow
from core.interview.model import Section
from core.storage.dossier_file import DossierFile
from gui import style
from gui.window import MainWindow
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.page_view import PageView
from gui.wizard.session import Step
from tests.gui.conftest import TODAY
from tests.gui.keys import Key, focus, press, settle

# Stories that show every page between them.
STORIES = ("cergy", "aes-rdv", "oqtf", "dossier-complet-5-mois", "refus-ecrit", "refugie")
TARGET_SLACK = 1


def controls(window: QWidget) -> list[QWidget]:
    """Everything that can be operated and is on the screen."""
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    return [
        widget
        for kind in kinds
        for widget in window.findChildren(kind)
        if widget.isVisible() and not _is_inside(widget, QScrollArea, "qt_scrollarea_vcontainer")
    ]


def _is_inside(widget: QWidget, _kind: type[QWidget], name: str) -> bool:
    parent: QObject | None = widget.parent()
    return parent is not None and parent.objectName() == name


def unnamed(window: QWidget) -> Iterator[str]:
    """Every control on the screen without a name or a role."""
    for control in controls(window):
        found = interface(control)
        no_role = found.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client)
        if no_role or not found.text(QAccessible.Text.Name).strip():
            yield f"{type(control).__name__} {control.objectName()}"


def too_small(window: QWidget) -> Iterator[str]:
    """Every control on the screen that is hard to hit."""
    for control in controls(window):
        if control.height() + TARGET_SLACK < style.TARGET or control.width() < style.TARGET:
            yield f"{control.objectName() or control.accessibleName()} {control.size()}"


def missed_by_tab(window: QWidget) -> Iterator[str]:
    """Every control on the screen that Tab does not reach, or from where it does not come back."""
    start, seen = focus(), list[QWidget]()
    for _press in range(400):
        press(Key.Key_Tab)
        if focus() in seen:
            break
        seen.append(focus())
    if start not in seen and start.focusPolicy():
        yield f"no way back to {start.objectName() or start.accessibleName()}"
    for control in controls(window):
        if control.isEnabled() and control not in seen and not _by_arrows(control, seen):
            yield control.objectName() or control.accessibleName()


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def screens(
    window: MainWindow, file_of: Callable[[Dossier], DossierFile], story: str, mode: Mode = Mode.ALONE
) -> Iterator[str]:
    """Every screen of a story, one after the other, with its name."""
    told = examples.example(story, TODAY)
    window.show_wizard(file_of(replace(told, preferences=replace(told.preferences, mode=mode))))
    wizard = window.wizard
    assert wizard is not None
    pages = flow.visible_pages(wizard.session.dossier)
    if mode is Mode.WITH_VOLUNTEER:
        # The pages of a section are one screen.
        pages = tuple({page.section: page for page in reversed(pages)}.values())[::-1]
    for page in pages:
        wizard.session.jump(page)
        wizard.refresh_view()
        # A list of exhibits comes card by card, and after it what lacks.
        for _turn in range(len(told.exhibits) + 2):
            settle()
        yield page.id
    for step in (Step.REVIEW, Step.RESULT, Step.PREVIEW, Step.READING):
        wizard.session.show(step)
        wizard.refresh_view()
        # The documents are composed beside the window.
        while not getattr(wizard.view, "ready", True):
            settle()
        # The review comes section by section.
        for _section in Section:
            settle()
        yield step.value


def forms(window: MainWindow) -> None:
    """Open the form of each list on the page: its fields are part of the page too."""
    wizard = window.wizard
    assert wizard is not None
    if isinstance(wizard.view, PageView):
        for field in wizard.view.shown_fields():
            if isinstance(field.editor, RepeatEditor):
                field.editor.open_new()
                settle()


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("story", STORIES)
def test_every_control_has_a_name_and_a_role(
    window: MainWindow, dossier_file: Callable[[Dossier], DossierFile], story: str, mode: Mode
) -> None:
    found = []
    for screen in screens(window, dossier_file, story, mode):
        forms(window)
        found += [f"{screen}: {fault}" for fault in unnamed(window)]
    assert found == []


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("story", STORIES)
def test_every_control_is_large_enough(
    window: MainWindow, dossier_file: Callable[[Dossier], DossierFile], story: str, mode: Mode
) -> None:
    found = []
    for screen in screens(window, dossier_file, story, mode):
        found += [f"{screen}: {fault}" for fault in too_small(window)]
    assert found == []


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("story", STORIES[:2])
def test_tab_reaches_everything_and_comes_back(
    window: MainWindow, dossier_file: Callable[[Dossier], DossierFile], story: str, mode: Mode
) -> None:
    found = []
    for screen in screens(window, dossier_file, story, mode):
        forms(window)
        found += [f"{screen}: {fault}" for fault in missed_by_tab(window)]
    assert found == []


def _by_arrows(control: QWidget, seen: list[QWidget]) -> bool:
    if not isinstance(control, QAbstractButton) or control.group() is None:
        return False
    return any(isinstance(w, QAbstractButton) and w.group() is control.group() for w in seen)


def test_tab_goes_down_the_page(window: MainWindow, dossier_file: Callable[[Dossier], DossierFile]) -> None:
    for screen in screens(window, dossier_file, "cergy"):
        wizard = window.wizard
        assert wizard is not None
        view = wizard.view
        assert view is not None
        stops = []
        for _press in range(200):
            if view.isAncestorOf(focus()) and not view.aside_box.isAncestorOf(focus()):
                stops.append(focus().mapTo(view.widget(), focus().rect().topLeft()))
            press(Key.Key_Tab)
            if stops and not view.isAncestorOf(focus()):
                break
        for above, below in pairwise(stops):
            side_by_side = below.x() > above.x() and abs(above.y() - below.y()) < style.TARGET
            assert below.y() >= above.y() or side_by_side, screen


def test_shift_tab_goes_the_same_way_back(
    window: MainWindow, dossier_file: Callable[[Dossier], DossierFile]
) -> None:
    for screen in screens(window, dossier_file, "cergy"):
        way = [focus()]
        for _press in range(6):
            press(Key.Key_Tab)
            way.append(focus())
        back = [focus()]
        for _press in range(5):
            press(Key.Key_Backtab)
            back.append(focus())
        assert back == way[:0:-1], screen


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
def test_the_focus_is_in_sight_and_nothing_is_wider_than_the_page(
    window: MainWindow,
    dossier_file: Callable[[Dossier], DossierFile],
    scale: float,
    size: tuple[int, int],
    mode: Mode,
) -> None:
    window.appearance.set_text_size(scale)
    window.resize(*size)
    cut = []
    for screen in screens(window, dossier_file, "cergy", mode):
        settle()
        assert window.size().toTuple() == size, screen
        wizard = window.wizard
        assert wizard is not None
        view = wizard.view
        assert view is not None
        inner = view.widget()
        if inner.width() > view.viewport().width():
            cut.append(f"{screen}: {inner.width()} in {view.viewport().width()}")
        # A heading of four lines at 200 % may be higher than a small screen; it is read, not operated.
        if view.isAncestorOf(focus()) and focus() is not view.heading:
            top = focus().mapTo(view.viewport(), focus().rect().topLeft()).y()
            bottom = min(top + focus().height(), top + view.viewport().height())
            if top < 0 or bottom > view.viewport().height() + 1:
                cut.append(f"{screen}: focus from {top} to {bottom} of {view.viewport().height()}")
    assert cut == []


def test_shortcuts_are_not_given_twice(
    window: MainWindow, dossier_file: Callable[[Dossier], DossierFile], cergy: Dossier
) -> None:
    window.show_wizard(dossier_file(cergy))
    keys = [shortcut.key().toString() for shortcut in window.findChildren(QShortcut)]
    assert sorted(set(keys)) == sorted(keys)


def test_the_title_names_nobody(window: MainWindow, dossier_file: Callable[[Dossier], DossierFile]) -> None:
    for _screen in screens(window, dossier_file, "cergy"):
        assert window.windowTitle() == "Guichet Ouvert"
