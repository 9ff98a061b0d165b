"""What still lacks, on the page of exhibits."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.dossier.model import Attempt, Dossier
from core.dossier.values import Channel
from gui.exhibits.overview import Overview
from gui.widgets.basic import Button
from tests.gui.keys import settle

TOLD = Dossier(attempts=(Attempt(id="a1", on=date(2026, 11, 3), channel=Channel.ANEF, proof=True),))


def test_the_french_title_and_the_words_under_it_are_two_texts(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    overview = Overview(lambda target: None, lambda exhibit: None)
    QVBoxLayout(host).addWidget(overview)
    overview.show_dossier(TOLD)
    shown = [label.text() for label in overview.findChildren(QLabel) if label.text()]
    assert not any("\n" in text for text in shown)
    at = shown.index("Capture d’écran du site ANEF")
    assert "3 novembre 2026" in shown[at + 1]


def test_what_still_lacks_keeps_its_card(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    overview = Overview(lambda target: None, lambda exhibit: None)
    QVBoxLayout(host).addWidget(overview)
    attempts = tuple(
        Attempt(id=f"a{n}", on=date(2026, 11, n), channel=Channel.ANEF, proof=True) for n in (3, 10, 17)
    )
    overview.show_dossier(Dossier(attempts=attempts))
    before = {button: button.objectName() for button in overview.findChildren(Button)}
    overview.show_dossier(Dossier(attempts=attempts[1:]))
    settle()
    after = overview.findChildren(Button)
    assert {button.objectName() for button in after} < set(before.values())
    assert all(button in before and button.isVisibleTo(overview) for button in after)
