"""Text of two scripts on the screen: in the right order, from the right side, none of it cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.i18n import render, short_span
from core.languages import TRANSLATED
from core.law import wording
from gui import appearance, style
from gui.style import bold_font, px, small_font
from gui.widgets.basic import Card, TextLabel, beside
from gui.widgets.chip import Chip
from gui.widgets.drawn_text import text_height
from gui.widgets.icons import Icon
from tests.gui.conftest import TODAY

WRAPPED = "تحققوا من أن كل كلمة تنتهي في مكانها وأن لا شيء يختفي عند آخر السطر في هذه الجملة الطويلة"
WIDTH = 300


@pytest.fixture
def arabic(application: None) -> Iterator[None]:
    appearance.speak("ar")
    yield
    appearance.speak("fr")


def picture(qtbot: QtBot, text: str, alignment: Qt.AlignmentFlag | None = None) -> QImage:
    paper = Card(spacing=0, margins=(0, 0, 0, 0))
    qtbot.addWidget(paper)
    label = TextLabel(text)
    label.setParent(paper)
    if alignment is not None:
        label.setAlignment(alignment)
    label.resize(WIDTH, label.heightForWidth(WIDTH))
    paper.resize(label.size() + QSize(20, 20))
    label.move(10, 10)
    shown = paper.grab(QRect(label.pos(), label.size()))
    return shown.toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def ink(image: QImage, top: int, bottom: int) -> tuple[int, int]:
    """The first and the last column that anything is drawn in, between two rows."""
    ground = image.pixelColor(0, 0).lightness()
    columns = [
        x
        for x in range(image.width())
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in range(top, bottom))
    ]
    return columns[0], columns[-1]


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize("text", ["ANEF – محاولتكم", "Préfecture: طلب جديد؟", "« requête » هي رسالة."])
def test_a_sentence_that_begins_with_a_french_word_keeps_its_order(qtbot: QtBot, text: str) -> None:
    assert picture(qtbot, text) == picture(qtbot, f"\N{RIGHT-TO-LEFT MARK}{text}")


@pytest.mark.usefixtures("arabic")
def test_a_span_of_days_is_read_from_the_right(qtbot: QtBot) -> None:
    span = short_span(TODAY, TODAY.replace(day=29), "ar")
    assert picture(qtbot, span) == picture(qtbot, f"\N{RIGHT-TO-LEFT MARK}{span}")


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize("text", ["KACI", "06 12 34 56 78", "mine.dossier", "23/11/2026"])
def test_a_name_or_a_number_stands_at_the_reading_side(qtbot: QtBot, text: str) -> None:
    image = picture(qtbot, text)
    assert ink(image, 0, image.height())[1] > WIDTH - 5


@pytest.mark.usefixtures("arabic")
def test_each_line_ends_at_the_same_edge_and_keeps_its_last_letter(qtbot: QtBot) -> None:
    image = picture(qtbot, WRAPPED)
    lines = round(image.height() / text_height("ت", style.body_font(), WIDTH))
    assert lines >= 2
    edges = [
        ink(image, line * image.height() // lines, (line + 1) * image.height() // lines)
        for line in range(lines)
    ]
    assert min(left for left, _right in edges) > 0
    # The space at the end of a line takes no room before it.
    assert all(right > WIDTH - 5 for _left, right in edges)


@pytest.mark.usefixtures("arabic")
def test_what_is_centred_stays_centred(qtbot: QtBot) -> None:
    image = picture(qtbot, "KACI", Qt.AlignmentFlag.AlignCenter)
    left, right = ink(image, 0, image.height())
    assert abs(left - (WIDTH - right)) < 5


def test_a_font_that_somebody_changes_stays_as_it_was_for_the_others() -> None:
    small_font().setUnderline(True)
    bold_font().setUnderline(True)
    assert not small_font().underline()
    assert not bold_font().underline()


@pytest.mark.parametrize("language", [language.code for language in TRANSLATED])
def test_a_state_in_one_word_has_one_line(qtbot: QtBot, language: str) -> None:
    for words in (*wording.STATUS_WORDS.values(), *wording.ROUTE_LABELS.values()):
        chip = Chip(render(words, language), "check", "ok")
        qtbot.addWidget(chip)
        one_line = text_height(chip.text(), bold_font(), 10_000)
        assert text_height(chip.text(), bold_font(), chip.sizeHint().width() - px(48)) == one_line


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize("text", ["انظروا إلى كل صفحة\nثم صفحة", "Certificat de résidence\nrecto et verso"])
def test_a_sign_stands_on_the_middle_of_the_first_line(qtbot: QtBot, text: str) -> None:
    sign, label = Icon("warn", "warn"), TextLabel(text)
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = beside(sign, label)
    holder.setLayout(layout)
    layout.setGeometry(QRect(QPoint(0, 0), layout.sizeHint()))
    middle = label.y() + label.height() / 4
    assert abs(sign.y() + sign.height() / 2 - middle) <= 2


def test_in_a_window_from_left_to_right_nothing_changes(qtbot: QtBot) -> None:
    label = TextLabel("Une phrase")
    qtbot.addWidget(label)
    assert label.layoutDirection() is Qt.LayoutDirection.LeftToRight
    image = picture(qtbot, "Une phrase")
    assert ink(image, 0, image.height())[0] < 5
