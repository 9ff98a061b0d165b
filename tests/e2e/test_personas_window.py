"""Every example at the keyboard, in both modes, from the start page to the verdict; how many pages."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from core.dossier import examples
from core.dossier.model import Dossier
from core.dossier.values import Mode, RequestKind
from core.interview import flow
from gui.window import MainWindow
from gui.wizard.result import ResultView
from gui.wizard.review import ReviewView
from tests.e2e.conftest import TODAY
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_cergy_window import make_dossier
from tests.e2e.volunteer import VolunteerKeyboard

PERSONAS = [name for name in examples.names() if name != "cergy"]
# What issue 8 allows somebody alone with a blocked renewal.
MOST_PAGES = 25
KEYBOARDS = {Mode.ALONE: Keyboard, Mode.WITH_VOLUNTEER: VolunteerKeyboard}


@pytest.mark.parametrize("mode", KEYBOARDS)
@pytest.mark.parametrize("name", PERSONAS)
def test_every_story_reaches_its_verdict(window: MainWindow, name: str, mode: Mode) -> None:
    told = examples.example(name, TODAY)
    told = replace(told, preferences=replace(told.preferences, mode=mode))
    keyboard = KEYBOARDS[mode](window)
    make_dossier(keyboard)
    keyboard.tell(told)
    wizard = window.wizard
    assert wizard is not None
    assert isinstance(wizard.view, ReviewView)
    saved = wizard.session.dossier
    assert keyboard.pages == pages_of(saved, mode)
    if mode is Mode.ALONE and told.request.kind is RequestKind.RENEWAL and not told.application.filed:
        assert keyboard.pages <= MOST_PAGES
    keyboard.enter()
    assert isinstance(wizard.view, ResultView)
    assert wizard.view.assessment.route.value == examples.load(name).route


def pages_of(dossier: Dossier, mode: Mode) -> int:
    """How many times Continue is pressed: page by page, or once a section after the first page."""
    pages = flow.visible_pages(dossier)
    return len(pages) if mode is Mode.ALONE else 1 + len({page.section for page in pages})
