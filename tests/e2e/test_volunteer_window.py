"""A volunteer with papers ready: from a new dossier to the documents with few keys; both modes mixed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from core.dossier import examples
from core.dossier.model import Dossier, Part
from core.dossier.values import Mode
from core.storage import key
from gui.desk.view import DeskView
from gui.window import MainWindow
from gui.wizard.block_view import BlockView
from gui.wizard.page_view import PageView
from gui.wizard.result import ResultView
from gui.wizard.session import Step
from tests.e2e.conftest import TODAY, Desk
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_cergy_window import make_dossier, pdf_text
from tests.e2e.volunteer import Ctrl, VolunteerKeyboard
from tests.gui.desk.conftest import WORDS, fill

# What the issue allows beyond the text that is typed; a Tab counts, and so does a letter that answers.
MOST_PRESSES = 120
MOST_PAGES = 25


def in_mode(told: Dossier, mode: Mode) -> Dossier:
    return replace(told, preferences=replace(told.preferences, mode=mode))


def prepared(mode: Mode) -> Dossier:
    """The seed case as somebody tells it who has what the judge looks at, and no more.

    Three attempts over four months and two requests for help, each with a paper; permit, passport and proof
    of address at hand. What only strengthens the case (its consequences, a key date, a penalty) is left out.
    """
    told = in_mode(examples.example("cergy", TODAY), mode)
    first, _second, third, _fourth, last = told.attempts
    phone, _form, _visit, letter = told.contacts
    return replace(
        told,
        attempts=(first, third, last),
        contacts=(phone, letter),
        consequences=(),
        residence=replace(told.residence, since=None),
        blockage=replace(told.blockage, reported_on_site=None),
        timing=replace(told.timing, key_date=None, key_date_reason=None),
        measure=replace(told.measure, penalty=None, penalty_eur_per_day=None, costs=None),
    )


@pytest.fixture
def at_the_desk(
    window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> VolunteerKeyboard:
    """The list of an association's dossiers, with nothing pressed yet."""
    monkeypatch.setattr(key, "KDF_ROUNDS", 10)
    folder = tmp_path / "permanence"
    folder.mkdir()
    fill(folder, 2)
    desk.folder = folder
    keyboard = VolunteerKeyboard(window)
    keyboard.tab_to_name("whose:desk")
    keyboard.enter()
    keyboard.write("passphrase", WORDS)
    keyboard.enter()
    keyboard.wait(lambda: isinstance(window.screen_widget, DeskView))
    bureau = window.keeping.bureau
    assert bureau is not None
    keyboard.wait(lambda: not bureau.reading)
    keyboard.presses = 0
    return keyboard


def test_a_prepared_case_takes_few_keys_from_the_new_dossier_to_the_documents(
    at_the_desk: VolunteerKeyboard, window: MainWindow, desk: Desk
) -> None:
    told, keyboard = prepared(Mode.WITH_VOLUNTEER), at_the_desk
    keyboard.press(Qt.Key.Key_N, Ctrl)
    keyboard.wait(lambda: window.wizard is not None)
    assert isinstance(keyboard.page, BlockView)
    keyboard.tell(told)
    wizard = window.wizard
    assert wizard is not None
    keyboard.enter()
    assert isinstance(wizard.view, ResultView)
    assert wizard.view.assessment.route == "file"
    keyboard.enter()
    keyboard.wait(lambda: wizard.session.step is Step.DONE)
    assert keyboard.presses <= MOST_PRESSES

    saved = wizard.session.dossier
    for part in (
        "identity",
        "contact",
        "nationality",
        "permit",
        "request",
        "filing",
        "blockage",
        "signature",
    ):
        assert getattr(saved, part) == getattr(told, part), part
    for items in ("attempts", "contacts", "exhibits"):
        assert _without_ids(getattr(saved, items)) == _without_ids(getattr(told, items)), items
    assert wizard.making.folder is not None
    text = pdf_text(wizard.making.folder / "requete.pdf")
    assert "KACI" in text
    assert "préfet des Hauts-de-Seine" in text


def test_the_same_case_alone_takes_few_pages(window: MainWindow, keyboard: Keyboard) -> None:
    make_dossier(keyboard)
    keyboard.tell(prepared(Mode.ALONE))
    wizard = window.wizard
    assert wizard is not None
    assert keyboard.pages <= MOST_PAGES
    keyboard.enter()
    assert isinstance(wizard.view, ResultView)
    assert wizard.view.assessment.route == "file"


def test_both_modes_are_two_ways_over_one_interview(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    told = in_mode(examples.example("cergy", TODAY), Mode.WITH_VOLUNTEER)
    keyboard = VolunteerKeyboard(window)
    make_dossier(keyboard)
    for number in range(12):
        wizard = window.wizard
        assert wizard is not None
        if not keyboard.is_on_questions():
            break
        # Every other page the way is changed, in the middle of the answers.
        if number:
            wizard.set_mode(Mode.ALONE if number % 2 else Mode.WITH_VOLUNTEER)
        if isinstance(keyboard.page, BlockView):
            keyboard.fill_block(told)
        else:
            assert isinstance(keyboard.page, PageView)
            keyboard.fill_in(in_mode(told, Mode.ALONE) if number else told)
        keyboard.go_on()
    wizard = window.wizard
    assert wizard is not None
    wizard.set_mode(Mode.WITH_VOLUNTEER)
    keyboard.tell(told)
    keyboard.enter()
    assert isinstance(wizard.view, ResultView)
    assert wizard.view.assessment.route == "file"
    saved = wizard.session.dossier
    assert saved.identity == told.identity
    assert _without_ids(saved.attempts) == _without_ids(told.attempts)


def _without_ids(items: tuple[Part, ...]) -> list[Part]:
    return [replace(item, id="", **_same_as_unsaid(item)) for item in items]


def _same_as_unsaid(item: Part) -> dict[str, None]:
    """A box that is not ticked says the same as one that nobody saw."""
    return {"approximate": None} if getattr(item, "approximate", None) is False else {}
