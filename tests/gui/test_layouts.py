"""No word is cut off anywhere: every page, in a language that is 40 % longer, large and in a small window.

The pseudo-language is longer than any real one; the mirrored one stands for Arabic, Dari and Pashto.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from core.dossier.model import Dossier
from core.storage.computer import Computer
from core.storage.dossier_file import DossierFile
from gui import appearance
from gui.widgets.basic import TextLabel
from gui.widgets.cards import LinkRow, RadioCard, TickCard
from gui.window import MainWindow
from tests.gui.keys import settle
from tests.gui.test_accessibility import forms, screens

STORIES = ("cergy", "oqtf", "dossier-complet-5-mois")
LOOKS = [
    ("fr", 1.0, (1366, 768)),
    ("qps", 1.0, (1366, 768)),
    ("qps", 1.0, (1024, 600)),
    ("qps", 2.0, (1024, 600)),
    ("qpr", 1.3, (1024, 600)),
    ("qpr", 2.0, (1366, 768)),
]


@pytest.fixture(autouse=True)
def french_again(application: None) -> Iterator[None]:
    yield
    appearance.speak("fr")


def _widest_word(label: QLabel) -> int:
    """The width of the longest part in which no line can end; a path has spaces of no width for that."""
    words = re.split("[ \n\N{ZERO WIDTH SPACE}]", label.text())
    return max(map(label.fontMetrics().horizontalAdvance, words))


def cut_off(window: QWidget) -> Iterator[str]:
    """Every text on the screen that has less room than it needs."""
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        wraps = label.hasHeightForWidth()
        needed = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
        if label.height() + 1 < needed:
            yield f"label {label.height()} of {needed} high: {label.text()[:40]}"
        if wraps and isinstance(label, TextLabel):
            room, widest = label.contentsRect().width(), _widest_word(label)
            if room + 1 < widest:
                yield f"label {room} wide, a word {widest}: {label.text()[:40]}"
        if not wraps and label.width() + 1 < label.sizeHint().width():
            yield f"label {label.width()} of {label.sizeHint().width()} wide: {label.text()[:40]}"
    for button in window.findChildren(QPushButton):
        if button.isVisible() and button.text() and button.width() + 1 < button.minimumSizeHint().width():
            yield f"button {button.width()} of {button.minimumSizeHint().width()} wide: {button.text()[:40]}"
    cards = [*window.findChildren(RadioCard), *window.findChildren(TickCard), *window.findChildren(LinkRow)]
    for card in cards:
        if card.isVisible() and card.height() + 1 < card.heightForWidth(card.width()):
            needed = card.heightForWidth(card.width())
            yield f"card {card.height()} of {needed} high: {card.accessibleName()[:40]}"


@pytest.mark.parametrize(("language", "scale", "size"), LOOKS)
@pytest.mark.parametrize("story", STORIES)
def test_no_word_is_cut_off(
    window: MainWindow,
    dossier_file: Callable[[Dossier], DossierFile],
    pseudo_languages: object,
    story: str,
    language: str,
    scale: float,
    size: tuple[int, int],
) -> None:
    # At a desk the language of a dossier does not change that of the window.
    window.keeping.computer = Computer.DESK
    appearance.speak(language)
    window.build_bar()
    window.appearance.set_text_size(scale)
    window.resize(*size)
    found = []
    for screen in screens(window, dossier_file, story):
        forms(window)
        # What a page adds once it is shown wants its place too.
        for _round in range(3):
            settle()
        assert window.size().toTuple() == size, screen
        found += [f"{screen}: {fault}" for fault in cut_off(window)]
    assert found == []


@pytest.mark.parametrize("language", ["ta", "ru", "ar"])
def test_no_word_is_cut_off_in_a_language_with_long_words(
    window: MainWindow, dossier_file: Callable[[Dossier], DossierFile], language: str
) -> None:
    window.keeping.computer = Computer.DESK
    appearance.speak(language)
    window.build_bar()
    window.resize(1366, 768)
    found = []
    for screen in screens(window, dossier_file, "cergy"):
        forms(window)
        for _round in range(3):
            settle()
        found += [f"{screen}: {fault}" for fault in cut_off(window)]
    assert found == []
