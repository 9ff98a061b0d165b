"""All pages of a section at once, at the keyboard: keys that answer and move, nothing lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import Channel, Mode
from core.interview import flow
from core.interview.model import UNKNOWN, RawDate, Section
from gui.widgets.cards import RadioCard
from gui.window import MainWindow
from gui.wizard import touches
from gui.wizard.block_view import BlockView
from gui.wizard.editors.lines import Line
from gui.wizard.editors.repeat import RepeatEditor
from gui.wizard.mode_button import ModeButton
from gui.wizard.page_view import PageView
from gui.wizard.review import ReviewView
from gui.wizard.session import Step
from tests.gui.blocks import NEW, block, go_to, in_use, raw, shown, with_volunteer
from tests.gui.conftest import OpenAt
from tests.gui.keys import Key, focus, press, settle, write

Ctrl = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier


# --- what a block is --------------------------------------------------------------------------------


def test_a_block_is_all_visible_pages_of_the_section(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "name")
    for section in Section:
        pages = flow.block(section, wizard.session.dossier)
        if pages:
            wizard.go_to_section(section)
            assert shown(wizard) == [page.id for page in pages]
            questions = [q for p in pages for q in flow.visible_questions(p, wizard.session.dossier)]
            assert [f.question for f in block(wizard).shown_fields()] == questions


def test_a_page_appears_and_goes_in_its_place(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "red-flags")
    assert "refusal" not in shown(wizard)
    go_to(wizard, "decisions.refusal")
    write("o")
    pages = shown(wizard)
    assert pages.index("refusal") == pages.index("red-flags") + 1
    places = [part.y() for part in block(wizard).parts()]
    settle()
    assert places == sorted(places)
    go_to(wizard, "decisions.refusal")
    write("n")
    assert "refusal" not in shown(wizard)
    assert "trouble" in shown(wizard)


def test_continue_takes_all_pages_in_order(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "for-whom")
    for path, key in (
        ("identity.role", "1"),
        ("residence.in_france", "o"),
        ("decisions.refusal", "n"),
        ("decisions.oqtf", "n"),
        ("decisions.danger_48h", "n"),
    ):
        go_to(wizard, path)
        write(key)
    press(Key.Key_Return, modifier=Ctrl)
    saved = wizard.session.dossier
    assert saved.residence.in_france is True
    assert saved.decisions.danger_48h is False
    assert shown(wizard)[0] == "name"


def test_errors_are_said_at_the_top_and_beside_the_fields(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "for-whom")
    press(Key.Key_Return, modifier=Ctrl)
    view = block(wizard)
    assert view.start.section is Section.START
    assert focus() is view.summary
    wrong = [field.question.path for field in view.shown_fields() if field.error is not None]
    assert wrong == [
        "identity.role",
        "residence.in_france",
        "decisions.refusal",
        "decisions.oqtf",
        "decisions.danger_48h",
    ]
    press(Key.Key_Tab, Key.Key_Return)
    assert in_use(wizard) == "identity.role"


def test_what_was_answered_is_saved_on_the_way_to_the_next_page(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "for-whom")
    go_to(wizard, "identity.role")
    write("1")
    assert wizard.session.dossier.identity.role is None
    go_to(wizard, "decisions.refusal")
    assert wizard.session.dossier.identity.role == "self"


def test_what_is_proposed_follows_the_answers_and_waits_for_continue(open_at: OpenAt, cergy: Dossier) -> None:
    told = with_volunteer(cergy)
    for path in ("residence.commune", "residence.departement", "contact.address.city"):
        told = paths.put(told, path, None)
    wizard = open_at(paths.put(told, "contact.address.postal_code", None), "mail")
    go_to(wizard, "contact.address.postal_code")
    write("69001")
    assert raw(wizard, "contact.address.city") == "Lyon"
    assert raw(wizard, "residence.departement") == "69"
    assert raw(wizard, "residence.commune") == "Lyon"
    go_to(wizard, "contact.phone")
    assert wizard.session.dossier.contact.address.postal_code == "69001"
    assert wizard.session.dossier.contact.address.city is None
    assert wizard.session.dossier.residence.departement is None
    # What the person changed is no longer a proposal.
    go_to(wizard, "residence.commune")
    press(Key.Key_A, modifier=Ctrl)
    write("Bron")
    go_to(wizard, "contact.address.city")
    press(Key.Key_A, modifier=Ctrl)
    write("Villeurbanne")
    assert raw(wizard, "residence.commune") == "Bron"
    press(Key.Key_Return, modifier=Ctrl)
    assert wizard.session.dossier.residence.departement == "69"


def test_the_language_of_the_person_stands_under_the_french(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy, note_language="ar"), "name")
    field = block(wizard).fields["identity.family_name"]
    french, arabic = [label for label in field.findChildren(QLabel) if label.isVisible()][:2]
    assert french.text() == "Votre nom de famille"
    assert french.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert arabic.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert any("\u0600" <= letter <= "\u06ff" for letter in arabic.text())


@pytest.mark.parametrize("width", [480, 700, 1024, 1366])
def test_no_card_cuts_its_words(open_at: OpenAt, window: MainWindow, cergy: Dossier, width: int) -> None:
    wizard = open_at(with_volunteer(cergy), "mail")
    window.resize(width, 768)
    settle()
    cards = [card for card in block(wizard).findChildren(RadioCard) if card.isVisible()]
    assert cards
    assert [c.said.words for c in cards if c.height() < c.heightForWidth(c.width())] == []


# --- keys that answer -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "answer"), [("o", True), ("n", False), ("?", UNKNOWN), ("2", False), ("&", True), ("é", False)]
)
def test_a_key_answers_and_goes_on(open_at: OpenAt, key: str, answer: object) -> None:
    wizard = open_at(NEW, "red-flags")
    go_to(wizard, "decisions.oqtf")
    write(key)
    assert raw(wizard, "decisions.oqtf") == answer
    assert in_use(wizard) == "decisions.danger_48h"


def test_a_letter_of_several_answers_goes_through_them(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "channel")
    go_to(wizard, "filing.channel")
    seen = []
    for _press in range(3):
        write("l")
        seen.append(raw(wizard, "filing.channel"))
        assert in_use(wizard) == "filing.channel"
    assert seen == [Channel.BOOKING_SITE, Channel.DEMARCHE_NUMERIQUE, Channel.COUNTER]


def test_delete_takes_an_answer_back_where_none_is_needed(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "channel")
    go_to(wizard, "filing.tried_other_channel")
    write("o")
    go_to(wizard, "filing.tried_other_channel")
    press(Key.Key_Delete)
    assert raw(wizard, "filing.tried_other_channel") is None
    wizard.go_to_section(Section.START)
    go_to(wizard, "identity.role")
    press(Key.Key_Delete)
    assert raw(wizard, "identity.role") == "self"


def test_keys_never_take_what_is_typed_in_a_text(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "message")
    for path in ("blockage.message", "blockage.code", "filing.confirmed_by"):
        go_to(wizard, path)
        press(Key.Key_A, modifier=Ctrl)
        write("on 1&é?")
        assert raw(wizard, path) == "on 1&é?"
        assert in_use(wizard) == path


def test_a_question_mark_in_a_date_means_unknown(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "birth")
    go_to(wizard, "identity.birth_date")
    write("?")
    assert raw(wizard, "identity.birth_date") is UNKNOWN
    assert in_use(wizard) == "identity.birth_place"


@pytest.mark.parametrize(("typed", "parts"), [("1949", ("", "", "1949")), ("3/1949", ("", "3", "1949"))])
def test_a_year_typed_first_goes_where_it_belongs(
    open_at: OpenAt, typed: str, parts: tuple[str, str, str]
) -> None:
    wizard = open_at(NEW, "birth")
    go_to(wizard, "identity.birth_date")
    write(typed)
    assert raw(wizard, "identity.birth_date") == RawDate(*parts)


def test_o_and_n_tick_a_box(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "name")
    go_to(wizard, "identity.single_name")
    write("o")
    assert raw(wizard, "identity.single_name") is True
    assert "identity.given_names" not in [f.question.path for f in block(wizard).shown_fields()]
    go_to(wizard, "identity.single_name")
    write("n")
    assert raw(wizard, "identity.single_name") is False


# --- keys that move ---------------------------------------------------------------------------------


def test_enter_goes_to_the_next_question_and_past_the_last_one_it_continues(
    open_at: OpenAt, cergy: Dossier
) -> None:
    wizard = open_at(with_volunteer(cergy), "birth")
    go_to(wizard, "identity.birth_date")
    press(Key.Key_Return)
    assert in_use(wizard) == "identity.birth_place"
    go_to(wizard, "residence.office")
    press(Key.Key_Return)
    assert block(wizard).start.section is Section.PERMIT


def test_enter_passes_over_optional_boxes_that_tab_finds(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "name")
    go_to(wizard, "identity.family_name")
    press(Key.Key_Return)
    assert in_use(wizard) == "identity.given_names"
    go_to(wizard, "identity.family_name")
    press(Key.Key_Tab)
    assert in_use(wizard) == "identity.single_name"


def test_tab_stops_once_at_a_group_and_once_at_the_lines_of_a_list(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "red-flags")
    go_to(wizard, "decisions.refusal")
    press(Key.Key_Tab)
    assert in_use(wizard) == "decisions.oqtf"
    wizard.go_to_section(Section.HELP)
    go_to(wizard, "contacts")
    press(Key.Key_Tab)
    assert focus().objectName() == "contacts[0]:change"
    press(Key.Key_Right, Key.Key_Right)
    assert focus().objectName() == "contacts[0]:remove"
    press(Key.Key_Tab)
    assert not focus().objectName().startswith(("contacts", "proof"))


def test_keys_go_from_block_to_block_and_keep_what_was_typed(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "name")
    go_to(wizard, "identity.family_name")
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")
    press(Key.Key_Down, modifier=Ctrl)
    assert block(wizard).start.section is Section.PERMIT
    assert wizard.session.dossier.identity.family_name == "BELKACEM"
    press(Key.Key_Up, modifier=Ctrl)
    press(Key.Key_Up, modifier=Ctrl)
    assert block(wizard).start.section is Section.START
    press(Key.Key_Up, modifier=Ctrl)
    assert block(wizard).start.section is Section.START
    press(Key.Key_8, modifier=Alt)
    assert block(wizard).start.section is Section.REQUETE
    press(Key.Key_Down, modifier=Ctrl)
    assert isinstance(wizard.view, ReviewView)
    press(Key.Key_Up, modifier=Ctrl)
    assert block(wizard).start.section is Section.REQUETE


def test_a_wrong_answer_is_still_there_after_going_elsewhere(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "birth")
    go_to(wizard, "identity.birth_date")
    press(Key.Key_A, modifier=Ctrl)
    write("31/2/1949")
    press(Key.Key_Down, modifier=Ctrl)
    press(Key.Key_Up, modifier=Ctrl)
    assert raw(wizard, "identity.birth_date") == RawDate("31", "2", "1949")
    press(Key.Key_Return, modifier=Ctrl)
    assert block(wizard).fields["identity.birth_date"].error is not None


@pytest.mark.parametrize(
    ("key", "section", "path"),
    [(Key.Key_E, Section.BLOCKAGE, "attempts"), (Key.Key_P, Section.REQUETE, "exhibits")],
)
def test_a_key_opens_one_more_line_of_a_list_from_anywhere(
    open_at: OpenAt, cergy: Dossier, key: Qt.Key, section: Section, path: str
) -> None:
    wizard = open_at(with_volunteer(cergy), "name")
    press(key, modifier=Ctrl)
    assert block(wizard).start.section is section
    editor = block(wizard).fields[path].editor
    assert isinstance(editor, RepeatEditor)
    assert editor.form is not None
    assert editor.form.isAncestorOf(focus())


def test_one_more_line_keeps_the_one_being_written(open_at: OpenAt) -> None:
    wizard = open_at(NEW, "contacts")
    for number, day in ((1, "3/11/2026"), (4, "4/11/2026"), (2, "5/11/2026")):
        press(Key.Key_L, modifier=Ctrl)
        write(f"{number}{day}")
    press(Key.Key_Return, modifier=Ctrl)
    kept = wizard.session.dossier.contacts
    assert [contact.on.day for contact in kept if contact.on is not None] == [3, 4, 5]
    assert len({contact.id for contact in kept}) == 3


def test_the_keys_rest_while_pages_come_one_by_one(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    press(Key.Key_Down, modifier=Ctrl)
    press(Key.Key_E, modifier=Ctrl)
    press(Key.Key_8, modifier=Alt)
    assert isinstance(wizard.view, PageView)
    assert wizard.view.page.id == "name"
    assert wizard.block_keys.panel.isHidden()


# What moves or changes a text on each system, whatever has the focus (Qt's QKeySequence tables, Apple HIG).
TEXT_KEYS = (
    *(f"Ctrl+{key}" for key in ("A", "C", "V", "X", "Z", "Y", "D", "K", "U", "H")),
    *(f"Ctrl+{key}" for key in ("Left", "Right", "Home", "End", "Backspace", "Del", "Ins", "Shift+Z")),
    *("Shift+Del", "Shift+Ins", "Alt+Left", "Alt+Right"),
)
MAC_TEXT_KEYS = ("Ctrl+Up", "Ctrl+Down", *(f"Alt+{digit}" for digit in range(10)))


def block_sequences() -> list[str]:
    sections = [keys for several in touches.SECTION_KEYS for keys in several]
    return [*touches.TEXT_LEAVES, touches.HELP, *sections]


def test_no_key_of_a_block_is_a_key_of_texts() -> None:
    sequences = [QKeySequence(keys) for keys in block_sequences()]
    assert all(sequence.count() == 1 for sequence in sequences)
    assert len({sequence.toString() for sequence in sequences}) == len(sequences)
    assert not {sequence.toString() for sequence in sequences} & set(TEXT_KEYS)


def test_on_macos_other_keys_take_the_place_of_keys_of_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib
    import sys

    monkeypatch.setattr(sys, "platform", "darwin")
    try:
        importlib.reload(touches)
        found = block_sequences()
        assert not set(found) & {*TEXT_KEYS, *MAC_TEXT_KEYS}
        assert len(set(found)) == len(found)
    finally:
        monkeypatch.undo()
        importlib.reload(touches)


@pytest.mark.parametrize("keys", touches.TEXT_LEAVES)
def test_text_fields_leave_these_keys_to_the_window(open_at: OpenAt, cergy: Dossier, keys: str) -> None:
    wizard = open_at(with_volunteer(cergy), "message")
    # PySide's annotations leave out that a sequence has items.
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    for kind in (QLineEdit, QPlainTextEdit):
        field = next(f for f in block(wizard).findChildren(kind) if f.isVisible())
        asked = QKeyEvent(
            QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers(), ""
        )
        asked.ignore()
        QApplication.sendEvent(field, asked)
        assert not asked.isAccepted()


# --- the two ways -----------------------------------------------------------------------------------


def test_changing_the_way_keeps_the_question_and_what_is_typed(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "birth")
    go_to(wizard, "identity.birth_place")
    press(Key.Key_A, modifier=Ctrl)
    write("Béjaïa")
    wizard.set_mode(Mode.WITH_VOLUNTEER)
    settle()
    assert block(wizard).start.id == "birth"
    assert (in_use(wizard), raw(wizard, "identity.birth_place")) == ("identity.birth_place", "Béjaïa")
    go_to(wizard, "contact.phone")
    press(Key.Key_A, modifier=Ctrl)
    write("pas un numéro ©")
    wizard.set_mode(Mode.ALONE)
    settle()
    assert isinstance(wizard.view, PageView)
    assert not isinstance(wizard.view, BlockView)
    assert wizard.view.page.id == "reach"
    assert (in_use(wizard), raw(wizard, "contact.phone")) == ("contact.phone", "pas un numéro ©")
    assert wizard.session.dossier.preferences.mode is Mode.ALONE


def test_the_button_says_the_way_and_changes_it(open_at: OpenAt, window: MainWindow, cergy: Dossier) -> None:
    wizard = open_at(cergy, "birth")
    button = window.findChild(ModeButton)
    assert button is not None
    assert (button.text(), button.isVisible()) == ("Seul·e", True)
    button.actions_by_mode[Mode.WITH_VOLUNTEER].trigger()
    settle()
    block(wizard)
    assert button.text() == "Avec un·e bénévole"
    # Where the bar has no room for it, its menu has it.
    window.resize(500, 600)
    settle()
    more = window.findChild(QPushButton, "more")
    assert more is not None
    assert (button.isVisible(), more.isVisible()) == (False, True)


def test_a_line_that_must_be_mended_keeps_the_way_as_it_is(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "attempts")
    press(Key.Key_E, modifier=Ctrl)
    write("31/2/2026")
    wizard.set_mode(Mode.ALONE)
    settle()
    editor = block(wizard).fields["attempts"].editor
    assert isinstance(editor, RepeatEditor)
    assert editor.form is not None


def test_the_text_size_keeps_the_question(open_at: OpenAt, window: MainWindow, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "birth")
    go_to(wizard, "contact.email")
    window.appearance.change_text_size(1)
    settle()
    assert in_use(wizard) == "contact.email"


def test_the_place_is_the_page_of_the_question_in_use(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "name")
    go_to(wizard, "contact.phone")
    assert wizard.keep_answers()
    assert (wizard.session.step, wizard.session.page.id) == (Step.QUESTIONS, "reach")


def test_a_change_from_the_review_comes_back_to_it(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(with_volunteer(cergy), "name")
    wizard.show_step(Step.REVIEW)
    wizard.change("birth")
    settle()
    assert in_use(wizard).startswith("identity.")
    press(Key.Key_Return, modifier=Ctrl)
    assert isinstance(wizard.view, ReviewView)


def test_the_words_of_a_line_do_not_touch_the_border_of_its_card(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    window.resize(1366, 768)
    wizard = open_at(with_volunteer(cergy), "contacts")
    lines = block(wizard).findChildren(Line)
    assert lines
    for line in lines:
        words = [label for label in line.findChildren(QLabel) if label.isVisible() and label.text()]
        boxes = [label.rect().translated(label.mapTo(line, QPoint(0, 0))) for label in words]
        assert min(box.top() for box in boxes) >= 6
        assert max(box.bottom() for box in boxes) <= line.height() - 6


def test_a_unit_stays_on_one_line_in_the_middle_of_its_field(
    window: MainWindow, open_at: OpenAt, cergy: Dossier
) -> None:
    window.resize(1366, 768)
    wizard = open_at(with_volunteer(cergy), "measure")
    editor = block(wizard).fields["measure.penalty_eur_per_day"].editor
    field = editor.first_field()
    (unit,) = [label for label in editor.findChildren(QLabel) if label.text() == "euros par jour"]
    assert unit.width() >= unit.fontMetrics().horizontalAdvance(unit.text())
    middles = [box.mapTo(editor, box.rect().center()).y() for box in (field, unit)]
    assert abs(middles[0] - middles[1]) <= 1
