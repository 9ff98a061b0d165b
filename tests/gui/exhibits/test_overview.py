"""What still lacks, on the page of exhibits."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.dossier.model import Attempt, Dossier
from core.dossier.values import Channel
from gui.exhibits.overview import Overview

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
