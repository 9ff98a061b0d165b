"""The panel beside a block: judged from the draft, heard where the route changes, folded where narrow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import render
from core.interview.flow import relevant
from core.languages import TRANSLATED, Language
from core.law import wording
from core.law.assessment import assess
from core.law.model import ConditionId, Route
from gui import appearance
from gui.widgets.source_link import SourceLink
from gui.window import MainWindow
from gui.wizard import live_panel
from gui.wizard.session import Step
from gui.wizard.wizard import Wizard
from tests.gui.blocks import NEW, block, go_to, in_use, with_volunteer
from tests.gui.conftest import TODAY, OpenAt
from tests.gui.keys import Key, focus, press, settle, write

Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is made to say by the panel."""
    heard: list[str] = []
    monkeypatch.setattr(live_panel, "announce", lambda _widget, text: heard.append(render(text)))
    return heard


def words(wizard: Wizard) -> list[str]:
    panel = wizard.block_keys.panel
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_it_shows_what_the_law_makes_of_the_draft(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "name")
    found = assess(relevant(wizard.session.dossier), TODAY)
    verdict = wizard.block_keys.panel.verdict
    assert wizard.block_keys.panel.assessment == found
    assert verdict.route.text() == render(wording.ROUTE_LABELS[found.route])
    for condition in found.conditions:
        chip = verdict.conditions[condition.id]
        assert chip.text() == render(wording.STATUS_WORDS[condition.status])
        assert render(wording.CONDITION_NAMES[condition.id]) in chip.accessibleName()
    assert set(verdict.conditions) == set(ConditionId)


def test_it_follows_the_answers_before_they_are_saved(
    open_at: OpenAt, cergy: Dossier, said: list[str], qtbot: QtBot
) -> None:
    wizard = open_at(with_volunteer(cergy), "red-flags")
    panel = wizard.block_keys.panel
    assert panel.assessment is not None
    assert panel.assessment.route is Route.FILE
    go_to(wizard, "decisions.danger_48h")
    press(Key.Key_Left)
    qtbot.waitUntil(lambda: panel.verdict.route.text() == render(wording.ROUTE_LABELS[Route.LAWYER_NOW]))
    assert wizard.session.dossier.decisions.danger_48h is False
    assert len(said) == 1
    assert render(wording.ROUTE_LABELS[Route.LAWYER_NOW]) in said[0]


def test_a_screen_reader_hears_nothing_while_the_route_stays(
    open_at: OpenAt, cergy: Dossier, said: list[str]
) -> None:
    wizard = open_at(with_volunteer(paths.put(cergy, "consequences", ())), "birth")
    go_to(wizard, "contact.phone")
    press(Key.Key_A, modifier=Ctrl)
    write("0")
    wizard.block_keys.panel.judge()
    assert said == []


def test_it_says_what_is_missing_in_three_acts_at_most(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "for-whom")
    shown = words(wizard)
    assert "Ce qui manque" in shown
    found = wizard.block_keys.panel.assessment
    assert found is not None
    acts = {render(step.text) for c in found.conditions for step in c.next_steps}
    assert 0 < len(acts & set(shown)) <= live_panel.MOST_STEPS < len(acts)


def test_it_names_answers_that_do_not_go_together(open_at: OpenAt, cergy: Dossier) -> None:
    told = paths.put(cergy, "permit.issued_on", cergy.permit.expires_on)
    told = paths.put(told, "permit.expires_on", cergy.permit.issued_on)
    wizard = open_at(with_volunteer(told), "name")
    found = wizard.block_keys.panel.assessment
    assert found is not None
    assert found.contradictions
    assert render(found.contradictions[0].text) in words(wizard)


def test_it_opens_the_articles_and_what_they_hold(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "name")
    panel = wizard.block_keys.panel
    assert not panel.findChildren(SourceLink)
    go_to(wizard, "residence.office")
    for _press in range(9):
        if focus().objectName() == "panel:sources":
            break
        press(Key.Key_Tab)
    press(Key.Key_Return)
    links = panel.findChildren(SourceLink)
    found = panel.assessment
    assert found is not None
    reasons = [*found.route_reasons, *(r for c in found.conditions for r in c.reasons)]
    assert len(links) == len({ident for reason in reasons for ident in reason.sources})
    press(Key.Key_Tab, Key.Key_Return)
    assert any(text.startswith("Lu le") for text in words(wizard))


def test_f1_explains_the_question_in_use(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "attempts")
    why = "Le juge regarde si vous avez essayé pendant plusieurs semaines."
    assert why not in words(wizard)
    press(Key.Key_F1)
    assert why in words(wizard)
    assert in_use(wizard) == "attempts"
    go_to(wizard, "blockage.code")
    assert why not in words(wizard)
    press(Key.Key_F1)
    assert wizard.block_keys.panel.help.isHidden()


def test_it_lists_the_keys(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "name")
    assert "Touches" in words(wizard)
    assert any("Ctrl + E" in text for text in words(wizard))


def test_it_folds_behind_a_button_where_it_is_narrow(
    open_at: OpenAt, window: MainWindow, cergy: Dossier
) -> None:
    wizard = open_at(with_volunteer(cergy), "birth")
    keys = wizard.block_keys
    assert keys.panel.isVisible()
    assert not keys.button.isVisible()
    window.resize(1024, 600)
    settle()
    assert not keys.panel.isVisible()
    assert keys.button.isVisible()
    go_to(wizard, "contact.email")
    keys.button.click()
    settle()
    assert keys.panel.isVisible()
    assert not block(wizard).isVisible()
    press(Key.Key_Escape)
    assert block(wizard).isVisible()
    assert in_use(wizard) == "contact.email"
    press(Key.Key_F1)
    assert focus() is keys.panel.help
    press(Key.Key_F1)
    assert in_use(wizard) == "contact.email"


def test_it_is_away_where_there_are_no_questions(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "birth")
    wizard.show_step(Step.RESULT)
    settle()
    assert not wizard.block_keys.panel.isVisible()
    assert not wizard.block_keys.button.isVisible()


@pytest.fixture
def french_again() -> Iterator[None]:
    """Whatever a test chose, the next one begins in French."""
    yield
    appearance.speak("fr")


@pytest.mark.usefixtures("french_again")
@pytest.mark.parametrize("language", TRANSLATED, ids=lambda one: one.code)
def test_nothing_in_it_is_cut_in_any_language(
    language: Language, window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    wizard = open_at(with_volunteer(cergy), "document")
    window.resize(1366, 768)
    window.appearance.change_language(language.code)
    settle()
    panel = wizard.block_keys.panel
    assert panel.isVisible()
    assert panel.widget().width() <= panel.viewport().width()
