"""« Déposer et suivre » at the keyboard: the number of the tribunal, the letters, what they lack."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.documents import printed
from core.documents.after import Letter
from core.documents.followup import Argument
from core.dossier import paths
from core.dossier.model import Dossier
from core.interview import flow
from core.interview.model import Section
from core.storage.dossier_file import DossierFile
from core.storage.errors import NoSpaceLeft
from gui import style
from gui.window import MainWindow
from gui.wizard.done import DoneView
from gui.wizard.follow_up import FollowUpView
from gui.wizard.page_view import PageView
from gui.wizard.result import ResultView
from gui.wizard.session import PRINTED, Step
from gui.wizard.wizard import Wizard
from tests.documents.extraction import words_of_docx, words_of_pdf
from tests.gui.conftest import TODAY
from tests.gui.keys import Key, focus, press, settle, write
from tests.gui.test_accessibility import controls, interface

Alt = Qt.KeyboardModifier.AltModifier
Ctrl = Qt.KeyboardModifier.ControlModifier
FileOf = Callable[[Dossier], DossierFile]
OpenAt = Callable[[Dossier], Wizard]
NUMBER = "signature.court_number"


@pytest.fixture
def open_letters(window: MainWindow, dossier_file: FileOf) -> OpenAt:
    """Opens a dossier whose documents were made, on the page about what comes after."""

    def open_(dossier: Dossier) -> Wizard:
        file = dossier_file(dossier)
        text = printed.encoded(dossier, TODAY)
        assert text is not None
        file.write_part(PRINTED, text)
        window.show_wizard(file)
        assert window.wizard is not None
        window.wizard.session.show(Step.RESULT)
        window.wizard.refresh_view()
        settle()
        tab_to("follow-up")
        press(Key.Key_Return)
        assert isinstance(window.wizard.view, FollowUpView)
        return window.wizard

    return open_


def page(wizard: Wizard) -> FollowUpView:
    assert isinstance(wizard.view, FollowUpView)
    return wizard.view


def tab_to(name: str) -> None:
    for _press in range(100):
        if focus().objectName() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{name} is out of reach")


def fill(name: str, text: str) -> None:
    tab_to(name)
    press(Key.Key_A, modifier=Ctrl)
    write(text)


def choose(path: str, value: object) -> None:
    tab_to_group(path)
    wanted = f"{path}:{getattr(value, 'value', value)}"
    for _press in range(10):
        if focus().objectName() == wanted:
            press(Key.Key_Space)
            return
        press(Key.Key_Down)
    raise AssertionError(f"{wanted} is not offered")


def tab_to_group(path: str) -> None:
    for _press in range(100):
        if focus().objectName().startswith(f"{path}:"):
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{path} is out of reach")


def fill_date(path: str, day: str, month: str, year: str) -> None:
    for name, text in (("day", day), ("month", month), ("year", year)):
        fill(f"{path}:{name}", text)


def texts(widget: QWidget) -> str:
    found = "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    return found.replace("\N{NO-BREAK SPACE}", " ")


def made(qtbot: QtBot, wizard: Wizard) -> Path:
    """Wait for the letter; the folder where it lies."""
    qtbot.waitUntil(lambda: focus().objectName() == "letter:done", timeout=20_000)
    parent = wizard._services.choose_folder(wizard)
    assert parent is not None
    (folder,) = (path for path in parent.iterdir() if path.name.startswith("Guichet Ouvert"))
    return folder


def words_of(folder: Path, name: str) -> str:
    assert {path.name for path in folder.iterdir()} == {f"{name}.pdf", f"{name}.docx"}
    pdf = words_of_pdf((folder / f"{name}.pdf").read_bytes())
    docx = words_of_docx((folder / f"{name}.docx").read_bytes())
    assert "2601234" in docx
    return " ".join(pdf.replace("\N{NO-BREAK SPACE}", " ").split())


# --- the letters ------------------------------------------------------------------------------------


def test_the_number_and_the_day_are_kept_and_a_withdrawal_is_written(
    open_letters: OpenAt, cergy: Dossier, qtbot: QtBot
) -> None:
    wizard = open_letters(cergy)
    assert focus().objectName() == "signature.filed_on:day"
    fill_date("signature.filed_on", "20", "11", "2026")
    fill(NUMBER, "2601234")
    choose("letter", Letter.WITHDRAWAL)
    assert "Cette lettre arrête votre requête." in texts(page(wizard))
    assert "plus besoin du juge" in focus().accessibleDescription() + focus().accessibleName()
    fill("reason", "J’ai reçu un rendez-vous le 3 décembre 2026")
    press(Key.Key_Return)
    folder = made(qtbot, wizard)
    said = words_of(folder, "desistement")
    assert "Je me désiste de ma requête en référé n° 2601234" in said
    assert "Raison : J’ai reçu un rendez-vous le 3 décembre 2026." in said
    assert "23 novembre 2026" in said
    told = wizard.session.dossier.signature
    assert (told.court_number, str(told.filed_on)) == ("2601234", "2026-11-20")
    assert "desistement.pdf" in texts(page(wizard))
    assert wizard.session.file.path is not None


def test_the_reply_says_only_what_is_ticked(open_letters: OpenAt, cergy: Dossier, qtbot: QtBot) -> None:
    wizard = open_letters(paths.put(cergy, NUMBER, "2601234"))
    choose("letter", Letter.REPLY)
    assert "N’utilisez pas cette lettre." in texts(page(wizard))
    for argument in (Argument.SITE_WORKS, Argument.NO_URGENCY):
        tab_to(f"arguments.{argument.value}")
        press(Key.Key_Space)
    press(Key.Key_Return)
    said = words_of(made(qtbot, wizard), "reponse")
    assert "Le fonctionnement du site" in said
    assert "L’urgence" in said
    assert "L’aide demandée" not in said


def test_the_execution_is_asked_once_the_time_limit_has_passed(
    open_letters: OpenAt, cergy: Dossier, qtbot: QtBot
) -> None:
    wizard = open_letters(paths.put(cergy, NUMBER, "2601234"))
    choose("letter", Letter.EXECUTION)
    fill_date("ordered_on", "2", "11", "2026")
    fill_date("ended_on", "23", "11", "2026")
    choose("penalty", False)
    press(Key.Key_Return)
    assert set(errors(wizard)) == {"ended_on"}
    assert "Revenez après le 23 novembre 2026." in errors(wizard)["ended_on"]
    assert focus() is page(wizard).summary
    press(Key.Key_Tab, Key.Key_Return)
    assert focus().objectName() == "ended_on:day"
    fill("ended_on:day", "17")
    press(Key.Key_Return)
    said = words_of(made(qtbot, wizard), "demande-execution")
    assert "ordonnance du 2 novembre 2026, n° 2601234" in said
    assert "Le délai fixé s’est terminé le 17 novembre 2026." in said


def errors(wizard: Wizard) -> dict[str, str]:
    return {
        path: str(field.error).replace("\N{NO-BREAK SPACE}", " ")
        for path, field in page(wizard).fields.items()
        if field.error is not None
    }


# --- what is missing or wrong -------------------------------------------------------------------------


def test_a_missing_number_and_letter_are_said_at_their_fields(open_letters: OpenAt, cergy: Dossier) -> None:
    wizard = open_letters(cergy)
    press(Key.Key_Return)
    assert set(errors(wizard)) == {NUMBER, "letter"}
    assert "Écrivez ce numéro." in errors(wizard)[NUMBER]
    assert "2 réponses à corriger" in page(wizard).summary.accessibleName().replace("\N{NO-BREAK SPACE}", " ")


def test_a_day_of_filing_in_the_future_is_refused_and_stays_typed(
    open_letters: OpenAt, cergy: Dossier
) -> None:
    wizard = open_letters(cergy)
    fill_date("signature.filed_on", "24", "11", "2026")
    press(Key.Key_Return)
    assert "n’est pas encore arrivée" in errors(wizard)["signature.filed_on"]
    assert wizard.session.dossier.signature.filed_on is None
    assert focus() is page(wizard).summary


def test_an_argument_that_the_answers_do_not_meet_is_named(open_letters: OpenAt, cergy: Dossier) -> None:
    wizard = open_letters(paths.put(cergy, NUMBER, "2601234"))
    choose("letter", Letter.REPLY)
    tab_to(f"arguments.{Argument.APPOINTMENT_GIVEN.value}")
    press(Key.Key_Space, Key.Key_Return)
    assert set(errors(wizard)) == {"arguments.appointment_given"}


def test_a_file_that_cannot_be_written_is_said_and_nothing_typed_is_lost(
    open_letters: OpenAt, cergy: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_letters(cergy)

    def refuse(_dossier: Dossier) -> None:
        raise NoSpaceLeft

    fill(NUMBER, "2601234")
    with monkeypatch.context() as patch:
        patch.setattr(wizard.session.file, "save", refuse)
        press(Key.Key_Return)
    assert wizard.notice.isVisible()
    assert page(wizard).fields[NUMBER].editor.raw() == "2601234"


def test_a_folder_that_cannot_be_written_is_said(
    open_letters: OpenAt, cergy: Dossier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = open_letters(paths.put(cergy, NUMBER, "2601234"))
    choose("letter", Letter.NEW_ADDRESS)

    def refuse(*_anything: object, **_more: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", refuse)
        press(Key.Key_Return)
        qtbot.waitUntil(wizard.notice.isVisible, timeout=20_000)
    assert "Impossible d’écrire les documents" in texts(wizard.notice)


# --- the way ----------------------------------------------------------------------------------------


def number(wizard: Wizard) -> str | None:
    return wizard.session.dossier.signature.court_number


def test_what_is_typed_is_kept_by_back_and_can_be_undone(open_letters: OpenAt, cergy: Dossier) -> None:
    wizard = open_letters(cergy)
    fill(NUMBER, "2601234")
    choose("letter", Letter.ORDER)
    fill_date("ordered_on", "2", "11", "2026")
    press(Key.Key_Left, modifier=Alt)
    assert isinstance(wizard.view, ResultView)
    assert number(wizard) == "2601234"
    tab_to("follow-up")
    press(Key.Key_Return)
    assert page(wizard).fields["ordered_on"].isVisible()
    assert focus().objectName() == "signature.filed_on:day"
    wizard.undo()
    assert number(wizard) is None
    wizard.redo()
    assert number(wizard) == "2601234"


def test_text_size_keeps_what_is_typed(open_letters: OpenAt, cergy: Dossier) -> None:
    wizard = open_letters(cergy)
    choose("letter", Letter.WITHDRAWAL)
    fill("reason", "Un rendez-vous")
    press(Key.Key_Plus, modifier=Ctrl)
    assert page(wizard).fields["reason"].editor.raw() == "Un rendez-vous"


def test_the_side_bar_leads_there_once_documents_exist(
    window: MainWindow, dossier_file: FileOf, cergy: Dossier, qtbot: QtBot
) -> None:
    window.show_wizard(dossier_file(cergy))
    wizard = window.wizard
    assert wizard is not None
    line = wizard.side_bar.findChild(QWidget, f"section:{Section.FOLLOW_UP.value}")
    assert line is not None
    assert not line.isEnabled()
    wizard.session.show(Step.RESULT)
    wizard.refresh_view()
    settle()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(wizard.view, DoneView), timeout=20_000)
    assert line.isEnabled()
    tab_to("follow-up")
    press(Key.Key_Return)
    page(wizard)
    press(Key.Key_Left, modifier=Alt)
    assert wizard.session.step is Step.DONE
    wizard.session.jump(flow.page("name"))
    wizard.refresh_view()
    settle()
    tab_to(f"section:{Section.FOLLOW_UP.value}")
    press(Key.Key_Return)
    page(wizard)


def test_the_address_can_be_changed_from_the_letter(open_letters: OpenAt, cergy: Dossier) -> None:
    wizard = open_letters(cergy)
    choose("letter", Letter.NEW_ADDRESS)
    assert cergy.contact.address.street is not None
    assert cergy.contact.address.street in texts(page(wizard))
    tab_to("letter:address")
    press(Key.Key_Return)
    assert isinstance(wizard.view, PageView)
    assert "contact.address.street" in wizard.view.fields


def test_a_dossier_closed_here_opens_here_again(
    open_letters: OpenAt, window: MainWindow, cergy: Dossier
) -> None:
    wizard = open_letters(paths.put(cergy, "signature.filed_on", TODAY - timedelta(days=1)))
    path = wizard.session.file.path
    assert path is not None
    fill(NUMBER, "2601234")
    window.leave()
    window.show_wizard(DossierFile.open(path))
    assert window.wizard is not None
    assert page(window.wizard).fields[NUMBER].editor.raw() == "2601234"
    window.close()


@pytest.mark.parametrize("letter", Letter)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_control_has_a_name_and_is_large_enough(
    open_letters: OpenAt, window: MainWindow, cergy: Dossier, letter: Letter, scale: float
) -> None:
    window.appearance.set_text_size(scale)
    wizard = open_letters(cergy)
    choose("letter", letter)
    settle()
    inside = [c for c in controls(window) if page(wizard).isAncestorOf(c)]
    assert len(inside) > 5
    for control in inside:
        assert interface(control).text(QAccessible.Text.Name).strip(), control.objectName()
        assert control.height() >= style.TARGET - 1, control.objectName()


@pytest.mark.parametrize("letter", Letter)
def test_tab_reaches_every_control_of_the_page(
    open_letters: OpenAt, window: MainWindow, cergy: Dossier, letter: Letter
) -> None:
    wizard = open_letters(cergy)
    choose("letter", letter)
    start, reached = focus(), {focus()}
    for _press in range(100):
        press(Key.Key_Tab)
        if focus() is start:
            break
        reached.add(focus())
    # The arrows go from one answer of a group to the next.
    unreached = {
        control.objectName()
        for control in controls(window)
        if page(wizard).isAncestorOf(control) and control not in reached and control.isEnabled()
    }
    assert {name.partition(":")[0] for name in unreached} <= {"letter", "penalty"}


def test_the_list_of_steps_leads_there_where_the_window_is_narrow(
    open_letters: OpenAt, window: MainWindow, cergy: Dossier, qtbot: QtBot
) -> None:
    wizard = open_letters(cergy)
    wizard.session.jump(flow.page("name"))
    wizard.refresh_view()
    window.resize(700, 600)
    qtbot.waitUntil(wizard.step_bar.isVisible)
    # Qt's screen for tests cannot open a menu.
    wizard.step_bar._menu.aboutToShow.emit()
    offered = [action.text() for action in wizard.step_bar._menu.actions()]
    assert offered[-1] == "Déposer et suivre"
    wizard.step_bar._menu.actions()[-1].trigger()
    page(wizard)
