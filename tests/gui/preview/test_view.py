"""The documents in the window: read, ask why, change the answer, come back, print, save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.documents import printed
from core.documents.blocks import Figure
from core.dossier import examples, paths
from core.dossier.evidence import numbered_exhibits
from core.dossier.model import Dossier
from core.storage.dossier_file import DossierFile
from gui.preview.block_row import BlockRow, PaperLabel
from gui.preview.printing import NO_PRINTER, QUEUE
from gui.preview.view import PreviewView
from gui.preview.why import ALWAYS_THE_SAME
from gui.services import Services
from gui.style import TARGET
from gui.widgets.figure import FigureView
from gui.window import MainWindow
from gui.wizard.done import DoneView
from gui.wizard.editors.item_form import ItemForm, id_of
from gui.wizard.page_view import PageView
from gui.wizard.result import ResultView
from gui.wizard.session import PRINTED, Step
from gui.wizard.wizard import Wizard
from tests.gui.conftest import TODAY
from tests.gui.keys import Key, focus, press, settle, write
from tests.gui.preview.pages import grey_pages

Alt, Ctrl, Shift = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
FileOf = Callable[[Dossier], DossierFile]


@pytest.fixture
def wizard(window: MainWindow, dossier_file: FileOf, cergy: Dossier) -> Wizard:
    return at_result(window, dossier_file(cergy))


def at_result(window: MainWindow, file: DossierFile) -> Wizard:
    window.show_wizard(file)
    assert window.wizard is not None
    window.wizard.session.show(Step.RESULT)
    window.wizard.refresh_view()
    settle()
    return window.wizard


def read(wizard: Wizard, qtbot: QtBot) -> PreviewView:
    """Open the documents with the keyboard, from the page where one is."""
    tab_to("preview")
    press(Key.Key_Return)
    return shown(wizard, qtbot)


def shown(wizard: Wizard, qtbot: QtBot) -> PreviewView:
    view = wizard.view
    assert isinstance(view, PreviewView)
    qtbot.waitUntil(lambda: view.ready, timeout=20_000)
    settle()
    return view


def tab_to(name: str, most: int = 120) -> QWidget:
    for _press in range(most):
        if focus().objectName() == name:
            return focus()
        press(Key.Key_Tab)
    raise AssertionError(f"{name} is out of reach")


def choose(view: PreviewView, qtbot: QtBot, name: str) -> None:
    for _press in range(200):
        if focus().objectName() == f"document:{name}":
            break
        press(Key.Key_Backtab, modifier=Shift)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: view.ready, timeout=20_000)
    settle()


def row(view: PreviewView, sentence: str) -> BlockRow:
    """The one paragraph that says this."""
    plain = {one: one.sentence.replace("\N{NO-BREAK SPACE}", " ") for one in view.findChildren(BlockRow)}
    found = [one for one, said in plain.items() if sentence in said]
    assert len(found) == 1, [plain[one] for one in found]
    return found[0]


def words(widget: QWidget | None) -> str:
    assert widget is not None
    found = "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    return found.replace("\N{NO-BREAK SPACE}", " ")


def ask_why(view: PreviewView, sentence: str) -> QWidget:
    wanted = row(view, sentence)
    tab_to(f"why:{wanted.index}")
    press(Key.Key_Return)
    panel = view.findChild(QWidget, f"answers:{wanted.index}")
    assert panel is not None
    return panel


def test_the_requete_is_read_first_and_back_returns(wizard: Wizard, qtbot: QtBot) -> None:
    view = read(wizard, qtbot)
    names = [b.objectName().partition(":")[2] for b in view.findChildren(QPushButton)
             if b.objectName().startswith("document:")]  # fmt: skip
    assert names == ["note", "requete", "inventaire", "absence-de-decision", "chronologie", "fiche-depot"]
    assert row(view, "Je suis de nationalité algérienne.").isVisible()
    press(Key.Key_Left, modifier=Alt)
    assert isinstance(wizard.view, ResultView)


def test_the_page_after_printing_leads_there_and_back(wizard: Wizard, qtbot: QtBot) -> None:
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(wizard.view, DoneView), timeout=20_000)
    settle()
    read(wizard, qtbot)
    press(Key.Key_Left, modifier=Alt)
    assert isinstance(wizard.view, DoneView)


def test_an_answer_is_changed_from_its_sentence_and_the_new_one_is_there(
    wizard: Wizard, qtbot: QtBot
) -> None:
    view = read(wizard, qtbot)
    place = row(view, "Téléphone : 06").index
    panel = ask_why(view, "Téléphone : 06")
    assert "06 12 34 56 78" in words(panel)
    tab_to("change:contact.phone")
    press(Key.Key_Return)
    assert isinstance(wizard.view, PageView)
    assert focus().objectName() == "contact.phone"
    press(Key.Key_A, modifier=Ctrl)
    write("07 11 22 33 44")
    press(Key.Key_Return, modifier=Ctrl)
    view = shown(wizard, qtbot)
    assert focus().objectName() == f"why:{place}"
    assert row(view, "Téléphone : 07 11 22 33 44").index == place
    assert paths.get(wizard.session.dossier, "contact.phone") == "07 11 22 33 44"
    # The sentence stands in the part of the page that is seen.
    top = row(view, "Téléphone : 07").mapTo(view.viewport(), focus().rect().topLeft()).y()
    assert 0 <= top < view.viewport().height() - TARGET


def test_a_line_of_a_list_is_opened_itself(wizard: Wizard, qtbot: QtBot) -> None:
    view = read(wizard, qtbot)
    ask_why(view, "Voici le détail.")
    tab_to("change:attempts:a2")
    press(Key.Key_Return)
    settle()
    assert isinstance(wizard.view, PageView)
    form = wizard.view.findChild(QWidget, "attempts:form")
    assert isinstance(form, ItemForm)
    assert form.isAncestorOf(focus())
    assert id_of(form.item) == "a2"


def test_back_from_the_question_leads_back_to_the_sentence(wizard: Wizard, qtbot: QtBot) -> None:
    view = read(wizard, qtbot)
    place = row(view, "Téléphone : 06").index
    ask_why(view, "Téléphone : 06")
    tab_to("change:contact.phone")
    press(Key.Key_Return)
    press(Key.Key_Left, modifier=Alt)
    shown(wizard, qtbot)
    assert focus().objectName() == f"why:{place}"
    press(Key.Key_Left, modifier=Alt)
    assert isinstance(wizard.view, ResultView)


def test_a_sentence_of_the_law_says_so_with_its_source(wizard: Wizard, qtbot: QtBot) -> None:
    panel = ask_why(read(wizard, qtbot), "Aux termes de l’article L. 521-3")
    assert str(ALWAYS_THE_SAME).replace("\N{NO-BREAK SPACE}", " ") in words(panel)
    source = tab_to("source:cja-l521-3")
    press(Key.Key_Return)
    assert "En cas d’urgence et sur simple requête" in words(panel)
    assert source.isVisible()


def test_exhibits_are_named_by_number_and_title(wizard: Wizard, qtbot: QtBot, cergy: Dossier) -> None:
    panel = ask_why(read(wizard, qtbot), "Voici le détail.")
    assert f"Pièce n° 4 : {numbered_exhibits(cergy)[3].title}" in words(panel)


def test_why_opens_and_closes_and_stands_in_the_order_of_reading(wizard: Wizard, qtbot: QtBot) -> None:
    view = read(wizard, qtbot)
    panel = ask_why(view, "Téléphone : 06")
    assert panel.isVisible()
    assert "Téléphone : 06" in focus().accessibleName().replace("\N{NO-BREAK SPACE}", " ")
    press(Key.Key_Return)
    assert not panel.isVisible()
    here = int(focus().objectName().partition(":")[2])
    press(Key.Key_Tab)
    assert focus().objectName() == f"why:{here + 1}"
    before = view.verticalScrollBar().value()
    press(Key.Key_PageDown)
    assert view.verticalScrollBar().value() > before


def test_choosing_a_document_puts_the_keyboard_before_its_first_paragraph(
    wizard: Wizard, qtbot: QtBot
) -> None:
    view = read(wizard, qtbot)
    choose(view, qtbot, "chronologie")
    assert focus().accessibleName() == "Chronologie"
    figure = view.findChild(FigureView)
    assert figure is not None
    assert figure.isVisible()
    drawn = next(b.block for b in view.findChildren(BlockRow) if isinstance(b.block, Figure))
    assert figure.accessibleName() == drawn.description
    press(Key.Key_Tab)
    assert focus().objectName() == "why:1"


def test_a_document_for_the_person_stands_beside_the_french_without_buttons(
    window: MainWindow, qtbot: QtBot, dossier_file: FileOf, cergy: Dossier
) -> None:
    language = msgspec.structs.replace(cergy.preferences, note_language="ar")
    wizard = at_result(window, dossier_file(paths.put(cergy, "preferences", language)))
    view = read(wizard, qtbot)
    choose(view, qtbot, "note-ar")
    assert view.findChildren(BlockRow) == []
    said = [label.accessibleName() for label in view.findChildren(PaperLabel)]
    assert "Cette requête n’est pas un titre de séjour." in said
    assert any("\u0600" <= letter <= "\u06ff" for text in said for letter in text)


def test_changed_paragraphs_are_marked_in_words(
    window: MainWindow, qtbot: QtBot, dossier_file: FileOf, cergy: Dossier
) -> None:
    file = dossier_file(paths.put(cergy, "contact.phone", "07 11 22 33 44"))
    text = printed.encoded(cergy, TODAY)
    assert text is not None
    file.write_part(PRINTED, text)
    view = read(at_result(window, file), qtbot)
    assert "1 paragraphe a changé" in words(view)
    marks = [mark.objectName() for mark in view.findChildren(QLabel) if "Changé depuis" in mark.text()]
    assert marks == [f"changed:{row(view, 'Téléphone : 07').index}"]


def test_a_larger_text_keeps_the_document_and_the_place(
    wizard: Wizard, window: MainWindow, qtbot: QtBot
) -> None:
    view = read(wizard, qtbot)
    choose(view, qtbot, "inventaire")
    tab_to("why:1")
    press(Key.Key_Return)
    window.appearance.change_text_size(1)
    view = shown(wizard, qtbot)
    assert focus().objectName() == "why:1"
    assert view.findChildren(BlockRow)[0].sentence == "Inventaire détaillé des pièces"


@pytest.mark.parametrize("story", ["oqtf", "sans-preuve"])
def test_other_roads_show_their_documents_too(
    window: MainWindow, qtbot: QtBot, dossier_file: FileOf, story: str
) -> None:
    view = read(at_result(window, dossier_file(examples.example(story, TODAY))), qtbot)
    assert len(view.findChildren(PaperLabel)) > 5


# --- paper and files --------------------------------------------------------------------------------


def give(window: MainWindow, wizard: Wizard, services: Services) -> None:
    window.services = wizard._services = services


def test_the_document_is_saved_as_the_pdf_of_the_folder(
    wizard: Wizard, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "une.pdf"
    proposed: list[Path] = []

    def choose_target(_parent: QWidget, path: Path) -> Path:
        proposed.append(path)
        return target

    give(window, wizard, replace(window.services, choose_target=choose_target))
    view = read(wizard, qtbot)
    wizard.session.show(Step.RESULT)
    wizard.refresh_view()
    settle()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(wizard.view, DoneView), timeout=20_000)
    settle()
    view = read(wizard, qtbot)
    tab_to("preview:save")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not wizard.making.busy, timeout=20_000)
    assert proposed[0].name == "requete.pdf"
    assert wizard.making.folder is not None
    assert target.read_bytes() == (wizard.making.folder / "requete.pdf").read_bytes()
    assert view.isVisible()


def test_without_printer_one_sentence_says_so(wizard: Wizard, window: MainWindow, qtbot: QtBot) -> None:
    give(window, wizard, replace(window.services, has_printer=lambda: False))
    read(wizard, qtbot)
    press(Key.Key_P, modifier=Ctrl)
    assert wizard.notice.isVisible()
    assert str(NO_PRINTER) == wizard.notice.accessibleName()


def test_the_printer_gets_the_pages_of_the_pdf(
    wizard: Wizard, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paper, asked = tmp_path / "paper.pdf", []

    def choose_printer(_parent: QWidget, pages: int) -> QPrinter:
        asked.append(pages)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(paper))
        printer.setResolution(100)
        return printer

    saved = tmp_path / "saved.pdf"
    changed = replace(
        window.services, has_printer=lambda: True, choose_printer=choose_printer,
        choose_target=lambda _parent, _path: saved,
    )  # fmt: skip
    give(window, wizard, changed)
    view = read(wizard, qtbot)
    wizard.bar.continue_button.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not wizard.making.busy and paper.exists(), timeout=20_000)
    view.save_pdf()
    qtbot.waitUntil(lambda: not wizard.making.busy and saved.exists(), timeout=20_000)
    ours, theirs = grey_pages(saved.read_bytes()), grey_pages(paper.read_bytes())
    assert asked == [len(ours)]
    assert len(theirs) == len(ours)
    for mine, printed_page in zip(ours, theirs, strict=True):
        assert mine.size == printed_page.size
        # Ink stands where it should: halves of the page are as dark, within a hundredth.
        for left, right in zip(mine.quarters, printed_page.quarters, strict=True):
            assert left == pytest.approx(right, abs=2.5)


def test_a_person_who_gives_up_prints_nothing(wizard: Wizard, window: MainWindow, qtbot: QtBot) -> None:
    asked: list[int] = []
    changed = replace(
        window.services, has_printer=lambda: True,
        choose_printer=lambda _parent, pages: asked.append(pages),
    )  # fmt: skip
    give(window, wizard, changed)
    read(wizard, qtbot)
    press(Key.Key_P, modifier=Ctrl)
    qtbot.waitUntil(lambda: bool(asked) and not wizard.making.busy, timeout=20_000)
    assert wizard.bar.continue_button.isEnabled()
    assert not wizard.notice.isVisible()


@pytest.mark.parametrize("shared", [True, False])
def test_a_shared_computer_warns_of_the_print_queue(wizard: Wizard, qtbot: QtBot, *, shared: bool) -> None:
    wizard._shared = shared
    view = read(wizard, qtbot)
    assert (str(QUEUE).replace("\N{NO-BREAK SPACE}", " ") in words(view)) is shared
