"""Every example at the keyboard, from the start page to the verdict; how many pages and keys it takes."""

from __future__ import annotations

import pytest

from core.dossier import examples
from core.dossier.values import RequestKind
from core.interview import flow
from gui.window import MainWindow
from gui.wizard.result import ResultView
from gui.wizard.review import ReviewView
from tests.e2e.conftest import TODAY
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_cergy_window import make_dossier

PERSONAS = [name for name in examples.names() if name != "cergy"]
# What issue 8 allows somebody alone with a blocked renewal.
MOST_PAGES = 25


@pytest.mark.parametrize("name", PERSONAS)
def test_every_story_reaches_its_verdict(window: MainWindow, keyboard: Keyboard, name: str) -> None:
    told = examples.example(name, TODAY)
    make_dossier(keyboard)
    keyboard.tell(told)
    wizard = window.wizard
    assert wizard is not None
    assert isinstance(wizard.view, ReviewView)
    assert keyboard.pages == len(flow.visible_pages(wizard.session.dossier))
    if told.request.kind is RequestKind.RENEWAL and not told.application.filed:
        assert keyboard.pages <= MOST_PAGES
    keyboard.enter()
    assert isinstance(wizard.view, ResultView)
    assert wizard.view.assessment.route.value == examples.load(name).route
