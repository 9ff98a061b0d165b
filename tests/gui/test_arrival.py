"""Where a page stands when it is shown, where the keyboard is, what stands beside it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QListView, QWidget

from core.dossier import examples
from core.dossier.model import Dossier
from core.interview import flow
from gui.widgets.page import ScrollPage
from gui.window import MainWindow
from gui.wizard.page_view import PageView
from gui.wizard.wizard import Wizard
from tests.gui.blocks import block, with_volunteer
from tests.gui.conftest import TODAY, OpenAt
from tests.gui.keys import Key, focus, press, settle

PAGES = [page.id for page in flow.visible_pages(examples.example("cergy", TODAY))]


@pytest.fixture
def large(window: MainWindow) -> None:
    """The largest text in the smallest window."""
    window.resize(1024, 600)
    window.appearance.set_text_size(2.0)


def view(wizard: Wizard) -> PageView:
    assert isinstance(wizard.view, PageView)
    return wizard.view


def is_seen(page: ScrollPage, widget: QWidget) -> bool:
    top = widget.mapTo(page.viewport(), widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= page.viewport().height()


def test_every_page_is_shown_from_its_top(large: None, open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, PAGES[0])
    on_heading = []
    for name in PAGES:
        wizard.go_to_page(flow.page(name))
        settle()
        page = view(wizard)
        first = page.shown_fields()[0].editor.first_field()
        assert page.verticalScrollBar().value() == 0, name
        assert focus() is (first if is_seen(page, first) else page.heading), name
        on_heading.append(page.heading.hasFocus())
    assert any(on_heading)
    assert not all(on_heading)


def test_tab_leads_from_the_heading_to_the_first_field(large: None, open_at: OpenAt, cergy: Dossier) -> None:
    page = view(open_at(cergy, "red-flags"))
    assert page.heading.hasFocus()
    press(Key.Key_Tab)
    assert focus() is page.shown_fields()[0].editor.first_field()
    assert is_seen(page, focus())


def test_at_the_usual_size_the_keyboard_begins_in_the_first_field(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    window.resize(1366, 768)
    for name in ("name", "birth", "document", "step"):
        page = view(open_at(cergy, name))
        assert focus() is page.shown_fields()[0].editor.first_field(), name


def test_a_new_text_size_leaves_the_keyboard_where_somebody_typed(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    window.resize(1024, 600)
    open_at(cergy, "other-spellings")
    name = focus().objectName()
    window.appearance.set_text_size(2.0)
    settle()
    settle()
    assert focus().objectName() == name


def test_in_a_block_the_heading_of_the_part_comes_into_sight_with_the_question(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    window.resize(1366, 768)
    wizard = open_at(with_volunteer(cergy), "request")
    page = block(wizard)
    part = next(part for part in page.parts() if part.page.id == "request")
    assert page.verticalScrollBar().value() > 0
    assert part.isAncestorOf(focus())
    assert is_seen(page, focus())
    top = part.mapTo(page.viewport(), part.rect().topLeft()).y()
    assert 0 <= top < 20


def test_the_answers_of_a_list_come_into_sight_with_their_field(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    page = view(open_at(cergy, "welcome"))
    window.resize(1180, 740)
    settle()
    press(Key.Key_Down)
    settle()
    answers = next(one for one in page.findChildren(QListView) if one.isVisible())
    assert page.verticalScrollBar().value() > 0
    assert is_seen(page, answers)
    assert is_seen(page, focus())


@pytest.mark.parametrize(("name", "what"), [("message", "écran"), ("name", "papier")])
def test_under_a_drawing_stands_what_may_look_different(
    open_at: OpenAt, cergy: Dossier, name: str, what: str
) -> None:
    words = [label.text() for label in view(open_at(cergy, name)).findChildren(QLabel)]
    assert f"Dessin simplifié. Votre {what} peut être différent." in words
