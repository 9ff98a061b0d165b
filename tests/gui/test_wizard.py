"""The wizard at the keyboard: errors, Back, changes from the review, trouble with the file, text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.dossier import paths
from core.dossier.model import Dossier
from core.interview.model import Section
from core.storage.computer import Computer
from core.storage.dossier_file import DossierFile
from core.storage.errors import NoSpaceLeft
from gui import style
from gui.appearance import speak
from gui.failure import FailurePage, report_of
from gui.start_page import StartPage
from gui.window import MainWindow
from gui.wizard.page_view import PageView
from gui.wizard.result import ResultView
from gui.wizard.review import ReviewView
from gui.wizard.session import Step
from gui.wizard.wizard import Wizard
from tests.gui.conftest import OpenAt
from tests.gui.keys import Key, focus, press, settle, write

Ctrl = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier


def view(wizard: Wizard) -> PageView:
    assert isinstance(wizard.view, PageView)
    return wizard.view


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def show_review(wizard: Wizard) -> None:
    wizard.session.show(Step.REVIEW)
    wizard.refresh_view()
    for _section in Section:
        settle()


def tab_to(name: str) -> None:
    for _press in range(200):
        if focus().objectName() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{name} is out of reach")


# --- pages ----------------------------------------------------------------------------------------


def test_the_focus_begins_in_the_first_field(open_at: OpenAt, cergy: Dossier) -> None:
    open_at(cergy, "name")
    assert focus().objectName() == "identity.family_name"


def test_enter_saves_and_goes_on(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")
    press(Key.Key_Return)
    assert wizard.session.dossier.identity.family_name == "BELKACEM"
    assert view(wizard).page.id != "name"


def test_errors_are_said_twice_and_lead_to_their_fields(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    press(Key.Key_A, modifier=Ctrl)
    press(Key.Key_Delete, Key.Key_Return)
    page = view(wizard)
    assert page.page.id == "name"
    assert focus() is page.summary
    assert "1 réponse à corriger" in page.summary.accessibleName()
    message = str(page.fields["identity.family_name"].error)
    assert message in texts(page)
    press(Key.Key_Tab, Key.Key_Return)
    assert focus().objectName() == "identity.family_name"
    assert message in focus().accessibleDescription()
    write("KACI")
    press(Key.Key_Return)
    assert view(wizard).page.id != "name"


def test_a_wrong_answer_stays_as_typed(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "birth")
    press(Key.Key_A, modifier=Ctrl)
    write("31/2/1949")
    press(Key.Key_Return)
    assert view(wizard).page.id == "birth"
    raw = view(wizard).answers()["identity.birth_date"]
    assert (raw.day, raw.month) == ("31", "2")  # type: ignore[union-attr]


def test_back_keeps_what_was_typed(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")
    press(Key.Key_Left, modifier=Alt)
    assert view(wizard).page.id != "name"
    assert wizard.session.dossier.identity.family_name == "BELKACEM"


def test_escape_destroys_nothing(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")
    press(Key.Key_Escape)
    assert view(wizard).answers()["identity.family_name"] == "BELKACEM"


def test_questions_appear_below_as_the_answer_asks_for_them(open_at: OpenAt) -> None:
    wizard = open_at(Dossier(), "for-whom")
    page = view(wizard)
    assert page.fields["residence.since"].isHidden()
    tab_to("residence.in_france:True")
    press(Key.Key_Space)
    assert not page.fields["residence.since"].isHidden()
    press(Key.Key_Down)
    assert page.fields["residence.since"].isHidden()
    # Nothing is saved before Continue.
    assert wizard.session.dossier == Dossier()


def test_enter_in_a_form_of_a_list_keeps_the_line_and_saves_it(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "attempts")
    tab_to("attempts:add")
    press(Key.Key_Return)
    write("9/11/2026")
    press(Key.Key_Return)
    assert view(wizard).page.id == "attempts"
    assert len(wizard.session.dossier.attempts) == len(cergy.attempts) + 1
    assert focus().objectName() == "attempts:add"


def test_removing_a_line_is_saved_and_can_be_taken_back(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "attempts")
    tab_to(f"journal:{cergy.attempts[0].id}")
    press(Key.Key_Return)
    tab_to("attempts:remove")
    press(Key.Key_Return)
    assert wizard.session.dossier.attempts == cergy.attempts[1:]
    press(Key.Key_Z, modifier=Ctrl)
    assert wizard.session.dossier.attempts == cergy.attempts
    press(Key.Key_Z, modifier=Ctrl | Qt.KeyboardModifier.ShiftModifier)
    assert wizard.session.dossier.attempts == cergy.attempts[1:]


def test_facts_follow_the_answers(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "prefecture")
    assert any("Cergy-Pontoise" in text for text in texts(view(wizard)))
    tab_to("residence.departement")
    press(Key.Key_A, modifier=Ctrl)
    write("val d'oise")
    press(Key.Key_Return)
    assert any("préfet du Val-d’Oise" in text for text in texts(view(wizard)))


def test_why_opens_its_source(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "attempts")
    assert not any("Lu le" in text for text in texts(view(wizard)))
    tab_to("source:ce-435594")
    press(Key.Key_Return)
    assert any("Lu le" in text for text in texts(view(wizard)))


def test_the_side_bar_leads_to_every_step(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    tab_to("section:help")
    press(Key.Key_Return)
    assert view(wizard).page.section == "help"


# --- review and result ------------------------------------------------------------------------------


def test_a_change_from_the_review_comes_back_to_it(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    show_review(wizard)
    tab_to("change:name")
    press(Key.Key_Return)
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")
    press(Key.Key_Return)
    assert isinstance(wizard.view, ReviewView)
    for _section in Section:
        settle()
    assert "BELKACEM" in texts(wizard.view)


def test_the_review_names_what_is_missing(open_at: OpenAt, cergy: Dossier) -> None:
    lacking = paths.put(cergy, "identity.family_name", None)
    wizard = open_at(lacking, "name")
    show_review(wizard)
    assert wizard.view is not None
    assert any("Il manque 1 réponse" in text for text in texts(wizard.view))


def test_what_ends_the_review_stands_under_its_last_section(open_at: OpenAt, cergy: Dossier) -> None:
    speak("ps")
    try:
        wizard = open_at(paths.put(cergy, "preferences.screen_language", "ps"), "name")
        show_review(wizard)
        assert wizard.view is not None
        (notice,) = wizard.view.findChildren(QLabel, "review-notice")
        titles = [label for label in wizard.view.findChildren(QLabel) if label.property("kind") == "section"]
        assert len(titles) > 2
        assert all(title.y() < notice.y() for title in titles)
    finally:
        speak("fr")


def test_answers_are_told_from_questions_without_colours(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    show_review(wizard)
    assert wizard.view is not None
    kinds = {label.text(): label.property("kind") for label in wizard.view.findChildren(QLabel)}
    assert (kinds["Votre nom de famille"], kinds["KACI"]) == ("small", "strong")
    assert kinds["Pas de réponse"] == "body"


def test_the_result_opens_its_sources(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    wizard.session.show(Step.RESULT)
    wizard.refresh_view()
    settle()
    assert isinstance(wizard.view, ResultView)
    press(Key.Key_Tab)
    assert focus().accessibleName().startswith("Source")
    press(Key.Key_Return)
    assert any("Lu le" in text for text in texts(wizard.view))


# --- trouble ----------------------------------------------------------------------------------------


def test_a_full_disk_is_said_and_nothing_typed_is_lost(
    open_at: OpenAt, cergy: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_at(cergy, "name")
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")

    def refuse(_dossier: Dossier) -> None:
        raise NoSpaceLeft

    with monkeypatch.context() as patch:
        patch.setattr(wizard.session.file, "save", refuse)
        press(Key.Key_Return)
        assert focus() is wizard.notice
        assert "plus de place" in wizard.notice.accessibleName()
        assert view(wizard).answers()["identity.family_name"] == "BELKACEM"
    tab_to("identity.family_name")
    press(Key.Key_Return)
    assert wizard.session.dossier.identity.family_name == "BELKACEM"
    assert not wizard.notice.isVisible()


def test_a_stick_pulled_out_loses_nothing(open_at: OpenAt, window: MainWindow, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    old = wizard.session.file.path
    assert old is not None
    old.unlink()
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")
    press(Key.Key_Return)
    assert focus() is wizard.notice
    tab_to("save-elsewhere")
    press(Key.Key_Return)
    assert not wizard.notice.isVisible()
    path = wizard.session.file.path
    assert path is not None
    assert path.exists()
    assert wizard.session.dossier.identity.family_name == "BELKACEM"
    assert view(wizard).page.id == "name"
    press(Key.Key_Return)
    assert view(wizard).page.id != "name"
    window.close()
    with DossierFile.open(path) as again:
        assert again.dossier == paths.put(cergy, "identity.family_name", "BELKACEM")


def test_the_window_does_not_close_over_an_answer_it_cannot_save(
    open_at: OpenAt, window: MainWindow, cergy: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_at(cergy, "name")
    write("X")

    def refuse(_dossier: Dossier) -> None:
        raise NoSpaceLeft

    with monkeypatch.context() as patch:
        patch.setattr(wizard.session.file, "save", refuse)
        window.close()
        assert window.isVisible()
    window.close()
    assert not window.isVisible()


def test_closing_the_window_keeps_the_answer_being_typed(
    open_at: OpenAt, window: MainWindow, cergy: Dossier
) -> None:
    wizard = open_at(cergy, "name")
    path = wizard.session.file.path
    assert path is not None
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")
    window.close()
    with DossierFile.open(path) as again:
        assert again.dossier.identity.family_name == "BELKACEM"


def test_an_unknown_error_shows_a_report_without_answers(
    open_at: OpenAt, window: MainWindow, cergy: Dossier
) -> None:
    wizard = open_at(cergy, "name")
    path = wizard.session.file.path
    assert path is not None
    try:
        raise ValueError("KACI Louisa 9912345678")
    except ValueError as error:
        window.show_failure(error)
    assert isinstance(window.screen_widget, FailurePage)
    assert "ValueError" in window.screen_widget.report
    assert "KACI" not in window.screen_widget.report
    with DossierFile.open(path) as again:
        assert again.dossier == cergy
    press(Key.Key_Return)
    assert isinstance(window.screen_widget, StartPage)


def test_a_report_names_places_and_causes_but_no_value(tmp_path: Path) -> None:
    def inner() -> None:
        raise KeyError("secret")

    def outer() -> None:
        try:
            inner()
        except KeyError as cause:
            raise RuntimeError("autre secret") from cause

    with pytest.raises(RuntimeError) as caught:
        outer()
    report = report_of(caught.value)
    assert "RuntimeError" in report
    assert "KeyError" in report
    assert "tests/gui/test_wizard.py" in report
    assert "secret" not in report
    assert str(Path.home()) not in report


def broken() -> RuntimeError:
    """An error as it comes, with an answer of somebody in its words."""
    try:
        raise RuntimeError("secret KACI")
    except RuntimeError as error:
        return error


def test_the_report_is_kept_and_can_be_saved(window: MainWindow, tmp_path: Path) -> None:
    data = window.keeping.places.data
    assert data is not None
    window.show_failure(broken())
    kept = list((data / "rapports").iterdir())
    assert len(kept) == 1
    # Its line may end after each folder.
    assert str(kept[0]) in " ".join(texts(window)).replace("\N{ZERO WIDTH SPACE}", "")
    chosen = tmp_path / "mine.txt"
    object.__setattr__(window.services, "choose_target", lambda _parent, _proposed: chosen)
    window.show_failure(broken())
    tab_to("save-report")
    press(Key.Key_Return)
    for report in (kept[0], chosen):
        words = report.read_text(encoding="utf-8")
        assert "RuntimeError" in words
        assert "secret" not in words
    assert "Rapport enregistré." in texts(window)


def test_a_report_that_cannot_be_written_is_said(window: MainWindow, tmp_path: Path) -> None:
    object.__setattr__(
        window.services, "choose_target", lambda _parent, _proposed: tmp_path / "no" / "where.txt"
    )
    window.show_failure(broken())
    tab_to("save-report")
    press(Key.Key_Return)
    assert "Le rapport ne peut pas être écrit ici. Choisissez un autre endroit." in texts(window)


def test_a_shared_computer_keeps_no_report(window: MainWindow) -> None:
    data = window.keeping.places.data
    assert data is not None
    window.keeping.settle(Computer.SHARED)
    window.show_failure(broken())
    assert not (data / "rapports").exists()


# --- text size --------------------------------------------------------------------------------------


def test_text_size_changes_and_keeps_what_is_typed(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "name")
    press(Key.Key_A, modifier=Ctrl)
    write("BELKACEM")
    before = view(wizard).heading.height()
    for _step in range(10):
        press(Key.Key_Plus, modifier=Ctrl)
    assert style.look().scale == 2.0
    settle()
    assert view(wizard).heading.height() > before
    assert view(wizard).answers()["identity.family_name"] == "BELKACEM"
    press(Key.Key_0, modifier=Ctrl)
    assert style.look().scale == 1.0


def test_wide_windows_show_the_side_bar_and_narrow_ones_a_line(
    open_at: OpenAt, window: MainWindow, cergy: Dossier, qtbot: QtBot
) -> None:
    wizard = open_at(cergy, "name")
    assert wizard.side_bar.isVisible()
    window.resize(700, 600)
    qtbot.waitUntil(lambda: wizard.step_bar.isVisible())
    assert not wizard.side_bar.isVisible()


# --- the message ----------------------------------------------------------------------------------


def test_a_changed_message_is_no_longer_said_to_be_exact(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "message")
    assert wizard.session.dossier.blockage.exact_words
    tab_to("blockage.message")
    write("x")
    press(Key.Key_Return, modifier=Ctrl)
    changed = wizard.session.dossier.blockage
    assert changed.exact_words is None
    assert changed.message is not None
    assert changed.message.startswith("x")


def test_a_message_that_is_not_changed_stays_exact(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "message")
    tab_to("blockage.message")
    write(" ")
    press(Key.Key_Return, modifier=Ctrl)
    assert wizard.session.dossier.blockage == cergy.blockage


def test_a_chosen_message_is_not_said_to_be_exact(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "message")
    tab_to("blockage.message:known")
    press(Key.Key_Return)
    write("expirée")
    press(Key.Key_Return, Key.Key_Return)
    press(Key.Key_Return, modifier=Ctrl)
    chosen = wizard.session.dossier.blockage
    assert chosen.message == "Connexion expirée. Veuillez vous reconnecter."
    assert chosen.exact_words is None


def test_a_blank_page_is_chosen_in_the_list_and_can_be_taken_back(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "message")
    tab_to("blockage.message:known")
    press(Key.Key_Return)
    tab_to("blockage.message:instead:0")
    press(Key.Key_Return)
    assert focus().objectName() == "blockage.blank_page"
    assert not any(text == "Le message" for text in texts(view(wizard)))
    assert view(wizard).answers()["blockage.no_message"] is True
    assert view(wizard).answers()["blockage.blank_page"] is True
    tab_to("blockage.no_message")
    press(Key.Key_Space)
    assert any(text == "Le message" for text in texts(view(wizard)))


def test_a_password_is_refused_in_a_sentence(open_at: OpenAt, cergy: Dossier) -> None:
    wizard = open_at(cergy, "message")
    tab_to("blockage.message")
    press(Key.Key_A, modifier=Ctrl)
    write("Soleil2026")
    press(Key.Key_Return, modifier=Ctrl)
    assert view(wizard).page.id == "message"
    assert any("ressemble à un mot de passe" in text for text in texts(view(wizard)))
    assert wizard.session.dossier.blockage.message == cergy.blockage.message
