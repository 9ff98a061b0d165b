"""The start page says whether a person has reviewed the language it speaks."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.i18n import render, review_notice
from gui import words
from gui.start_page import StartPage


@pytest.mark.parametrize("language", ["fr", "en", "ar"])
def test_a_translation_says_that_it_was_not_reviewed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(words._Screen, "language", language)
    page = StartPage()
    qtbot.addWidget(page)
    shown = [label.text() for label in page.findChildren(QLabel, "review-notice")]
    notice = review_notice(language)
    assert shown == ([] if language == "fr" else [render(notice or "", language)])
    assert all(shown)
