"""After printing, the review and the result say which sentences the answers of today would change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.documents import printed
from core.dossier import paths
from core.dossier.model import Dossier
from core.storage.dossier_file import DossierFile
from core.storage.errors import NoSpaceLeft
from gui.window import MainWindow
from gui.wizard.done import DoneView
from gui.wizard.session import PRINTED, Step
from gui.wizard.wizard import Wizard
from tests.gui.conftest import TODAY
from tests.gui.keys import Key, focus, press, settle

Alt = Qt.KeyboardModifier.AltModifier
FileOf = Callable[[Dossier], DossierFile]


def show(window: MainWindow, file: DossierFile, step: Step) -> Wizard:
    window.show_wizard(file)
    assert window.wizard is not None
    window.wizard.session.show(step)
    window.wizard.refresh_view()
    settle()
    return window.wizard


def card(wizard: Wizard) -> QWidget | None:
    assert wizard.view is not None
    return wizard.view.findChild(QWidget, "since-printed")


def words(widget: QWidget | None) -> str:
    assert widget is not None
    found = "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
    return found.replace("\N{NO-BREAK SPACE}", " ")


def tab_to(name: str) -> None:
    for _press in range(60):
        if focus().objectName() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{name} is out of reach")


def printed_file(file_of: FileOf, dossier: Dossier, now: Dossier) -> DossierFile:
    """A dossier whose documents were made with `dossier` and whose answers are `now`."""
    file = file_of(now)
    text = printed.encoded(dossier, TODAY)
    assert text is not None
    file.write_part(PRINTED, text)
    return file


def test_printing_keeps_the_text_in_the_dossier(
    window: MainWindow, qtbot: QtBot, dossier_file: FileOf, cergy: Dossier
) -> None:
    file = dossier_file(cergy)
    wizard = show(window, file, Step.RESULT)
    assert card(wizard) is None
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(wizard.view, DoneView), timeout=20_000)
    path = file.path
    assert path is not None
    assert wizard.session.printed == file.read_part(PRINTED) == printed.encoded(cergy, TODAY)
    press(Key.Key_Left, modifier=Alt)
    assert "Aucune phrase n’a changé." in words(card(wizard))
    window.close()
    with DossierFile.open(path) as again:
        assert again.read_part(PRINTED) == printed.encoded(cergy, TODAY)


@pytest.mark.parametrize("step", [Step.REVIEW, Step.RESULT])
def test_changed_sentences_are_counted_and_shown_on_demand(
    window: MainWindow, dossier_file: FileOf, cergy: Dossier, step: Step
) -> None:
    changed = paths.put(cergy, "measure.delay_days", 8)
    wizard = show(window, printed_file(dossier_file, cergy, changed), step)
    said = words(card(wizard))
    assert "Vous avez créé vos documents le 23 novembre 2026." in said
    assert "2 phrases ont changé." in said
    assert "8 jours" not in said
    tab_to("since-printed:show")
    press(Key.Key_Return)
    said = words(card(wizard))
    assert said.count("Avant : ") == said.count("Maintenant : ") == 2
    assert said.count("8 jours") == 2
    press(Key.Key_Return)
    assert "8 jours" not in words(card(wizard))


def test_a_requete_no_longer_written_is_said(
    window: MainWindow, dossier_file: FileOf, cergy: Dossier
) -> None:
    changed = paths.put(cergy, "residence.departement", None)
    wizard = show(window, printed_file(dossier_file, cergy, changed), Step.RESULT)
    assert "le programme n’écrit plus la requête" in words(card(wizard))


@pytest.mark.parametrize("data", [b"", b"\xff", b'{"on": "KACI"}'])
def test_text_that_cannot_be_read_changes_nothing(
    window: MainWindow, dossier_file: FileOf, cergy: Dossier, data: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    file = dossier_file(cergy)
    file.write_part(PRINTED, data)
    assert card(show(window, file, Step.REVIEW)) is None
    assert "KACI" not in caplog.text


def test_a_damaged_part_does_not_keep_the_dossier_from_opening(
    window: MainWindow, dossier_file: FileOf, cergy: Dossier
) -> None:
    file = printed_file(dossier_file, cergy, cergy)
    file._connection.execute("UPDATE part SET data = x'00' WHERE name = ?", (PRINTED,))
    wizard = show(window, file, Step.RESULT)
    assert card(wizard) is None
    assert wizard.session.dossier == cergy


def test_documents_that_could_be_written_count_where_their_text_could_not_be_kept(
    window: MainWindow,
    qtbot: QtBot,
    dossier_file: FileOf,
    cergy: Dossier,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    wizard = show(window, dossier_file(cergy), Step.RESULT)

    def refuse(_name: str, _data: bytes) -> None:
        raise NoSpaceLeft

    with monkeypatch.context() as patch:
        patch.setattr(wizard.session.file, "write_part", refuse)
        press(Key.Key_Return)
        qtbot.waitUntil(lambda: isinstance(wizard.view, DoneView), timeout=20_000)
    assert wizard.notice.isVisible()
    assert str(NoSpaceLeft().message) in words(wizard.notice)
    assert wizard.session.printed is None
    assert list(tmp_path.glob("Guichet Ouvert */requete.pdf"))
