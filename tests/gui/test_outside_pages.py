"""The pages outside the interview, as a screen reader and a keyboard meet them; no word is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.storage import key
from gui import appearance, words
from gui.widgets.page import ScrollPage
from gui.window import MainWindow
from tests.gui.keys import focus
from tests.gui.test_accessibility import missed_by_tab, too_small, unnamed
from tests.gui.test_layouts import LOOKS, cut_off
from tests.outside_pages import outside


@pytest.fixture(autouse=True)
def quick_keys(application: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is shown does not depend on how slowly a key is derived. French again afterwards."""
    monkeypatch.setattr(key, "KDF_ROUNDS", 10)
    yield
    appearance.speak("fr")


def too_wide(window: MainWindow) -> Iterator[str]:
    """Every page on the screen that is wider than what is seen of it: there is no way to scroll sideways."""
    for page in window.findChildren(ScrollPage):
        inner, seen = page.widget().width(), page.viewport().width()
        if page.isVisible() and inner > seen:
            yield f"page {inner} in {seen}"


def focus_elsewhere(window: MainWindow) -> Iterator[str]:
    """The focus where it is not on the page that has just been shown."""
    page = window.screen_widget
    assert page is not None
    if focus() is not page and not page.isAncestorOf(focus()):
        yield f"focus on {focus().objectName() or focus().accessibleName()}"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_has_a_name_a_size_and_is_reached_by_tab(
    window: MainWindow, tmp_path: Path, scale: float
) -> None:
    window.appearance.set_text_size(scale)
    window.resize(1024, 600)
    found = []
    for screen in outside(window, tmp_path):
        found += [f"{screen}: {fault}" for fault in (*too_wide(window), *focus_elsewhere(window))]
        # Any key ends the neutral screen.
        missed = missed_by_tab(window) if screen != "cover" else ()
        found += [f"{screen}: {fault}" for fault in (*unnamed(window), *too_small(window), *missed)]
    assert found == []


@pytest.mark.parametrize(("language", "scale", "size"), LOOKS)
def test_no_word_is_cut_off(
    window: MainWindow,
    tmp_path: Path,
    pseudo_languages: object,
    language: str,
    scale: float,
    size: tuple[int, int],
) -> None:
    appearance.speak(language)
    window.build_bar()
    window.appearance.set_text_size(scale)
    window.resize(*size)
    found = []
    for screen in outside(window, tmp_path):
        assert window.size().toTuple() == size, screen
        assert words.language() == language, screen
        found += [f"{screen}: {fault}" for fault in (*cut_off(window), *too_wide(window))]
    assert found == []
