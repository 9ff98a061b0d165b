"""Each editor at the keyboard: what is typed is reported, what is kept is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from math import ceil
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from core.dossier.model import Attempt, Dossier
from core.dossier.values import Channel, PartialDate
from core.i18n import Message, _, month_name, ngettext
from core.interview import choices
from core.interview.model import (
    UNKNOWN,
    Choice,
    DateQuestion,
    Instead,
    Money,
    Number,
    Option,
    PartialDateQuestion,
    Question,
    RawDate,
    Repeat,
    Search,
    Suggestion,
    Text,
    Tick,
    TimeQuestion,
    Unlisted,
    Wording,
    YesNo,
)
from core.interview.parsing import InvalidAnswer, parse
from core.languages import TRANSLATED
from core.typography import RIGHT_TO_LEFT_MARK
from gui import style
from gui.widgets.basic import TextLabel
from gui.widgets.cards import LinkRow
from gui.wizard.editors import EDITORS
from gui.wizard.editors.answer_list import ListField
from gui.wizard.editors.base import Editor
from gui.wizard.editors.search import matching
from gui.wizard.editors.texts import Paragraph
from gui.wizard.editors.wording import found
from gui.words import set_language
from tests.gui.keys import Key, focus, paste, press, settle, write

EditorOf = Callable[..., Editor]

YES_NO = YesNo(path="decisions.refusal", label=_("Avez-vous reçu un refus ?"), unknown=True)
CHOICE = Choice(
    path="filing.channel",
    label=_("Par où ?"),
    options=(Option(Channel.ANEF, _("ANEF")), Option(Channel.POST, _("Le courrier"), _("Une lettre"))),
)
TICK = Tick(path="preferences.understood", label=_("J’ai compris."))
LINE = Text(path="identity.family_name", label=_("Votre nom"))
PARAGRAPH = Text(path="blockage.message", label=_("Le message"), multiline=True, max_length=4000)
KNOWN = (
    Suggestion("Erreur 500", _("vu en {year}", year=2025), near=False),
    Suggestion("<b>Erreur</b> & co", _("vu"), near=False),
    Suggestion("Page introuvable", _("vu")),
)
WORDING = Wording(
    path="blockage.message",
    label=_("Le message"),
    multiline=True,
    max_length=4000,
    known=lambda dossier: KNOWN,
    as_of=date(2026, 11, 23),
    instead=(Instead(_("Pas de message"), (("blockage.no_message", True),)),),
)
DATE = DateQuestion(path="permit.expires_on", label=_("La fin"), unknown=True)
PARTIAL = PartialDateQuestion(path="identity.birth_date", label=_("Naissance"))
TIME = TimeQuestion(path="at", label=_("L’heure"))
NUMBER = Number(path="measure.delay_days", label=_("Le délai"), minimum=1, maximum=120, unit=_("jours"))
MONEY = Money(path="measure.costs_cents", label=_("Les frais"))
COUNTRIES = (
    Option("DZ", _("Algérie")),
    Option("AO", _("Angola")),
    Option("SA", _("Arabie saoudite")),
    Option("NE", _("Niger")),
    Option("NG", _("Nigéria")),
)
SEARCH = Search(
    path="nationality.country",
    label=_("Votre pays"),
    unknown=True,
    options=lambda dossier: COUNTRIES,
)


def _summary(attempt: Any) -> Message:
    return _("essai du {day}", day=str(attempt.on))


REPEAT = Repeat(
    path="attempts",
    label=_("Vos essais"),
    item=Attempt,
    prefix="a",
    questions=(
        DateQuestion(path="on", label=_("Quel jour ?"), required=True),
        YesNo(path="proof", label=_("Avez-vous une image ?")),
        Text(path="result", label=_("Que dit l’image ?"), item_when=lambda item: item.proof is True),
    ),
    summary=_summary,
    add_label=_("Ajouter un essai"),
    empty_label=_("Aucun essai."),
    counter=lambda dossier: ngettext("{number} essai", "{number} essais", len(dossier.attempts)),
)


def test_every_type_of_question_has_an_editor() -> None:
    kinds = set(Question.__subclasses__())
    assert set(EDITORS) == kinds | {deeper for kind in kinds for deeper in kind.__subclasses__()}


# --- choices --------------------------------------------------------------------------------------


def test_nothing_is_chosen_before_the_person_chooses(editor_of: EditorOf) -> None:
    for question in (YES_NO, CHOICE):
        assert editor_of(question).raw() is None
    assert editor_of(TICK).raw() is False


def test_space_chooses_and_arrows_change(editor_of: EditorOf) -> None:
    editor = editor_of(YES_NO)
    press(Key.Key_Space)
    assert editor.raw() is True
    press(Key.Key_Down)
    assert editor.raw() is False
    press(Key.Key_Down)
    assert editor.raw() is UNKNOWN
    press(Key.Key_Up)
    assert editor.raw() is False


def test_choice_reports_what_the_dossier_keeps(editor_of: EditorOf) -> None:
    editor = editor_of(CHOICE)
    press(Key.Key_Down, Key.Key_Space)
    assert editor.raw() is Channel.POST


def test_an_answer_that_is_not_needed_can_be_taken_back(editor_of: EditorOf, qtbot: Any) -> None:
    editor = editor_of(CHOICE)
    press(Key.Key_Space)
    with qtbot.waitSignal(editor.changed):
        press(Key.Key_Tab, Key.Key_Return)
    assert editor.raw() is None


def test_a_required_answer_cannot_be_taken_back(editor_of: EditorOf) -> None:
    editor = editor_of(replace(YES_NO, required=True))
    press(Key.Key_Space, Key.Key_Tab)
    assert editor.raw() is True
    assert "Effacer ma réponse" not in [b.text() for b in editor.findChildren(QPushButton) if b.isVisible()]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (YES_NO, True),
        (YES_NO, False),
        (CHOICE, Channel.POST),
        (TICK, True),
        (LINE, "d’El Hadj-M’Bãÿ"),
        (PARAGRAPH, "un\ndeux"),
        (DATE, date(2027, 3, 14)),
        (PARTIAL, PartialDate(1949)),
        (PARTIAL, PartialDate(1949, 8)),
        (PARTIAL, PartialDate(1949, 8, 1)),
        (TIME, time(14, 5)),
        (NUMBER, 15),
        (MONEY, 1250),
        (MONEY, 5),
        (SEARCH, "NG"),
        (REPEAT, (Attempt(id="a1", on=date(2026, 11, 3)),)),
    ],
)
def test_what_is_shown_is_read_back_the_same(editor_of: EditorOf, question: Question, value: Any) -> None:
    editor = editor_of(question)
    editor.show_value(value, unknown=False)
    assert parse(question, editor.raw()) == value


@pytest.mark.parametrize("question", [YES_NO, DATE, SEARCH])
def test_unknown_is_shown_and_reported(editor_of: EditorOf, question: Question) -> None:
    editor = editor_of(question)
    editor.show_value(None, unknown=True)
    assert editor.raw() is UNKNOWN
    editor.show_value(None, unknown=False)
    assert editor.raw() is None


# --- texts ----------------------------------------------------------------------------------------


def test_typing_a_line(editor_of: EditorOf) -> None:
    editor = editor_of(LINE)
    write("N’Guessan Đặng")
    assert editor.raw() == "N’Guessan Đặng"


def test_enter_makes_a_new_line_in_a_paragraph_and_tab_leaves_it(editor_of: EditorOf) -> None:
    editor = editor_of(PARAGRAPH)
    write("un")
    press(Key.Key_Return)
    write("deux")
    field = focus()
    press(Key.Key_Tab)
    assert editor.raw() == "un\ndeux"
    assert field is editor.first_field()


@pytest.mark.parametrize(("lines", "shown"), [(1, 2), (2, 2), (4, 4), (6, 6), (9, 6)])
def test_a_paragraph_grows_with_its_text(qtbot: QtBot, lines: int, shown: int) -> None:
    field = Paragraph("Message", "message", lines=2)
    qtbot.addWidget(field)
    field.resize(400, field.sizeHint().height())
    field.show()
    least = field.sizeHint().height()
    one = ceil(QFontMetricsF(field.font()).lineSpacing())
    field.setPlainText("\n".join(["un"] * lines))
    assert field.sizeHint().height() == least + (shown - 2) * one
    # Its own lines count too, as the width makes them.
    field.setPlainText("mot " * 30)
    assert field.sizeHint().height() > least
    field.setPlainText("")
    assert field.sizeHint().height() == least


def test_a_long_message_has_no_line_out_of_sight(qtbot: QtBot) -> None:
    field = Paragraph("Message", "message", lines=2)
    qtbot.addWidget(field)
    field.setPlainText("mot " * 30)
    field.show()
    field.resize(400, field.sizeHint().height())
    field.resize(400, field.sizeHint().height())
    assert field.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("question", [LINE, PARAGRAPH, WORDING, DATE, PARTIAL, TIME, NUMBER, MONEY, SEARCH])
def test_any_text_is_kept_or_refused_in_words(
    editor_of: EditorOf, question: Question, uncommon_text: str
) -> None:
    editor = editor_of(question)
    # The clipboard of a system holds no half of a pair of surrogates.
    paste(uncommon_text.encode("utf-8", "replace").decode("utf-8"))
    refused = None
    try:
        parse(question, editor.raw())
    except InvalidAnswer as error:
        refused = str(error.message)
    assert refused is None or refused.endswith((".", " ?"))


def test_what_is_typed_is_not_cut(editor_of: EditorOf) -> None:
    editor = editor_of(LINE)
    paste("é" * 10_000)
    assert editor.raw() == "é" * 10_000


# --- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["3/11/2026", "3.11.2026", "03-11-2026", "3 novembre 2026"])
def test_separators_go_to_the_next_field(editor_of: EditorOf, typed: str) -> None:
    editor = editor_of(DATE)
    write(typed)
    assert parse(DATE, editor.raw()) == date(2026, 11, 3)


@pytest.mark.parametrize("pasted", ["3/11/2026", "1er nov. 2026", " 03.11.2026 "])
def test_a_whole_date_is_taken_apart(editor_of: EditorOf, pasted: str) -> None:
    editor = editor_of(DATE)
    paste(pasted)
    raw = editor.raw()
    assert isinstance(raw, RawDate)
    assert (raw.year, parse(DATE, raw)) == ("2026", date(2026, 11, 1 if "1er" in pasted else 3))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "lundi 23 novembre 2026, semaine 48\u00a0: aujourd’hui"),
        (date(2026, 11, 22), "dimanche 22 novembre 2026, semaine 47\u00a0: hier"),
        (date(2026, 11, 24), "mardi 24 novembre 2026, semaine 48\u00a0: demain"),
        (date(2027, 3, 14), "dimanche 14 mars 2027, semaine 10\u00a0: dans 111 jours"),
        (date(2026, 11, 3), "mardi 3 novembre 2026, semaine 45\u00a0: il y a 20 jours"),
        (date(2015, 1, 5), "lundi 5 janvier 2015"),
    ],
)
def test_the_weekday_and_the_distance_are_said(editor_of: EditorOf, day: date, words: str) -> None:
    editor = editor_of(DATE)
    write(f"{day.day}/{day.month}/{day.year}")
    assert words in _labels(editor)


@pytest.mark.parametrize("typed", ["31/2/2026", "3/13/2026", "3//2026", "x/y/z"])
def test_a_half_typed_date_says_nothing_and_is_refused_later(editor_of: EditorOf, typed: str) -> None:
    editor = editor_of(DATE)
    write(typed)
    with pytest.raises(InvalidAnswer):
        parse(DATE, editor.raw())


def test_typing_takes_do_not_know_back(editor_of: EditorOf) -> None:
    editor = editor_of(DATE)
    editor.show_value(None, unknown=True)
    write("3")
    assert editor.raw() == RawDate(day="3")


ABOUT = DateQuestion(path="on", label=_("Quel jour ?"), unsure="approximate")


@pytest.fixture
def screen_in() -> Iterator[Callable[[str], None]]:
    """Has the screen speak another language until the test is over."""
    yield set_language
    set_language("fr")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("début novembre 2026", "Vers le 5 novembre 2026"),
        ("mi-novembre 2026", "Vers le 15 novembre 2026"),
        ("fin octobre 2026", "Vers le 25 octobre 2026"),
        ("vers le 3 novembre 2026", "Vers le 3 novembre 2026"),
        ("3 novembre 2026", "mardi 3 novembre 2026"),
    ],
)
def test_words_about_a_day_are_typed_as_they_are_said(editor_of: EditorOf, typed: str, words: str) -> None:
    editor = editor_of(ABOUT)
    write(typed)
    assert words in " ".join(_labels(editor))


def test_a_pasted_date_without_a_year_waits_for_it(editor_of: EditorOf) -> None:
    editor = editor_of(ABOUT)
    paste("vers le 3 novembre")
    assert editor.raw() == RawDate("vers le 3", "novembre", "")
    assert focus().objectName() == "on:year"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("3/11/26", "Est-ce l’année 2026\u00a0?"),
        ("31/4/2026", "n’existe pas"),
        ("début novembre 2026", "il faut le jour exact"),
    ],
)
def test_what_is_wrong_with_a_date_is_said_once_the_year_is_left(
    editor_of: EditorOf, typed: str, words: str
) -> None:
    editor = editor_of(DATE)
    write(typed)
    assert words not in " ".join(_labels(editor))
    press(Key.Key_Tab)
    assert words in " ".join(_labels(editor))
    assert isinstance(editor.raw(), RawDate)


@pytest.mark.parametrize("language", [one.code for one in TRANSLATED])
def test_the_month_stands_in_the_language_of_the_screen(
    editor_of: EditorOf, screen_in: Callable[[str], None], language: str
) -> None:
    screen_in(language)
    editor = editor_of(DATE)
    editor.show_value(date(2027, 3, 14), unknown=False)
    raw = editor.raw()
    assert isinstance(raw, RawDate)
    assert (raw.month, raw.language) == (month_name(3, language), language)
    assert parse(DATE, raw) == date(2027, 3, 14)


def test_a_month_of_two_words_is_typed_in_one_field(
    editor_of: EditorOf, screen_in: Callable[[str], None]
) -> None:
    screen_in("ar")
    editor = editor_of(DATE)
    write("3 تشرين الثاني 2026")
    assert editor.raw() == RawDate("3", "تشرين الثاني", "2026", "ar")
    assert parse(DATE, editor.raw()) == date(2026, 11, 3)


# --- search ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "typed", "code"),
    [
        ("ar", "الجزائر", "DZ"),
        ("ar", "الجزاير", "DZ"),
        ("ar", "ارمينيا", "AM"),
        ("ar", "Algérie", "DZ"),
        ("ar", "cote d'ivoire", "CI"),
        ("fa_AF", "افغانستان", "AF"),
        ("en", "germany", "DE"),
        ("en", "cote d ivoire", "CI"),
        ("ru", "алжир", "DZ"),
        ("zh_Hans", "阿尔及", "DZ"),
        ("ht", "algerie", "DZ"),
        ("fr", "apatride", "XA"),
        ("en", "apatride", "XA"),
    ],
)
def test_a_country_is_found_in_the_language_of_the_screen_and_in_french(
    screen_in: Callable[[str], None], language: str, typed: str, code: str
) -> None:
    screen_in(language)
    found = matching(choices.nationality_options(Dossier()), typed)
    assert found[0].value == code


@pytest.mark.parametrize(
    ("options", "typed", "code"),
    [
        (choices.departement_options, "seine saint", "93"),
        (choices.departement_options, "93", "93"),
        (choices.departement_options, "٩٣", "93"),
        (choices.departement_options, "val d'oise", "95"),
        (choices.departement_options, "corse", "2A"),
        (choices.permit_options, "visiteur", "visiteur"),
    ],
)
def test_french_names_are_found_on_an_arabic_screen(
    screen_in: Callable[[str], None], options: Any, typed: str, code: str
) -> None:
    screen_in("ar")
    assert matching(options(Dossier()), typed)[0].value == code


def test_a_country_typed_in_full_in_french_is_taken_on_a_screen_that_speaks_another_language(
    editor_of: EditorOf, screen_in: Callable[[str], None]
) -> None:
    screen_in("ar")
    editor = editor_of(replace(SEARCH, options=choices.nationality_options))
    write("algerie")
    assert editor.raw() == "DZ"
    editor.show_value("ML", unknown=False)
    assert focus().property("text") == "مالي"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("alg", ["Algérie"]),
        ("ALGÉ", ["Algérie"]),
        ("nig", ["Niger", "Nigéria"]),
        ("saoud", ["Arabie saoudite"]),
        ("saou arab", ["Arabie saoudite"]),
        ("a", ["Algérie", "Angola", "Arabie saoudite", "Nigéria"]),
        ("zzz", []),
    ],
)
def test_matching_ignores_accents_and_puts_beginnings_first(typed: str, found: list[str]) -> None:
    assert [str(option.label) for option in matching(COUNTRIES, typed)] == found


def test_enter_takes_the_first_answer_and_arrows_another(editor_of: EditorOf) -> None:
    editor = editor_of(SEARCH)
    write("nig")
    press(Key.Key_Return)
    assert editor.raw() == "NE"
    press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    write("nig")
    press(Key.Key_Down, Key.Key_Return)
    assert editor.raw() == "NG"


LONG_NAME = "Certificat de résidence algérien d’un an, vie privée et familiale, conjoint de Français"
LONG_SEARCH = Search(
    path="permit.title",
    label=_("Quel titre ?"),
    options=lambda dossier: (Option("long", LONG_NAME), Option("other", "Visiteur")),
)


def test_a_long_answer_is_seen_from_its_beginning(editor_of: EditorOf) -> None:
    editor = editor_of(LONG_SEARCH)
    field = editor.first_field()
    assert isinstance(field, QLineEdit)
    editor.show_value("long", unknown=False)
    assert field.cursorPosition() == 0
    press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    write("certificat")
    press(Key.Key_Return)
    assert (field.text(), field.cursorPosition()) == (LONG_NAME, 0)
    press(Key.Key_End, Key.Key_Tab)
    assert field.cursorPosition() == 0
    # Come back to, it is chosen as a whole: what is typed takes its place.
    press(Key.Key_Backtab)
    assert (field.selectedText(), field.cursorPosition()) == (LONG_NAME, 0)
    write("visiteur")
    assert editor.raw() == "other"


def test_an_answer_longer_than_its_field_stands_whole_below_it(editor_of: EditorOf) -> None:
    editor = editor_of(LONG_SEARCH)
    field = editor.first_field()
    field.setFixedWidth(style.px(400))

    def below() -> list[str]:
        return [label.text() for label in editor.findChildren(TextLabel) if label.isVisible()]

    editor.show_value("other", unknown=False)
    assert below() == []
    editor.show_value("long", unknown=False)
    assert below() == [LONG_NAME]
    # Wide enough for it, with the arrow at its end.
    field.setFixedWidth(field.fontMetrics().horizontalAdvance(LONG_NAME) + style.px(100))
    settle()
    assert below() == []
    field.setFixedWidth(style.px(300))
    settle()
    assert below() == [LONG_NAME]
    press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Key.Key_Delete)
    assert below() == []


def test_an_answer_is_read_from_the_side_of_its_language(
    editor_of: EditorOf, screen_in: Callable[[str], None]
) -> None:
    """« Certificat … : زائر » begins at the right, although its first letter is French."""
    screen_in("fa_AF")
    options = (Option("mixed", "certificat: دانشجو"), Option("french", "certificat"), Option("own", "دانشجو"))
    editor = editor_of(replace(LONG_SEARCH, options=lambda dossier: options))
    field = editor.first_field()
    assert isinstance(field, ListField)
    for value, first in (("mixed", RIGHT_TO_LEFT_MARK), ("french", "c"), ("own", "د")):
        editor.show_value(value, unknown=False)
        assert field.text()[0] == first
        assert editor.raw() == value
    editor.show_value("mixed", unknown=False)
    press(Key.Key_End, *[Key.Key_Backspace] * 9)
    assert editor.raw() == Unlisted("certifica")
    press(*[Key.Key_Backspace] * 9)
    assert editor.raw() is None


def test_the_arrow_shows_all_answers_and_hides_them(editor_of: EditorOf, qtbot: QtBot) -> None:
    editor = editor_of(SEARCH)
    field, answers = editor.first_field(), editor.findChild(QListView)
    assert answers is not None
    editor.show_value("NG", unknown=False)
    arrow = QPoint(field.width() - style.px(20), field.height() // 2)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=arrow)
    assert answers.isVisible()
    assert answers.model().rowCount() == len(COUNTRIES)
    assert answers.currentIndex().data() == "Nigéria"
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=arrow)
    assert not answers.isVisible()
    # In the words, a click puts the cursor.
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(style.px(40), field.height() // 2))
    assert not answers.isVisible()
    # Where nothing is said yet, any place shows what can be said; so does the Down key.
    press(Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Key.Key_Delete)
    assert not answers.isVisible()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(style.px(40), field.height() // 2))
    assert answers.isVisible()
    press(Key.Key_Escape)
    assert not answers.isVisible()
    press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert editor.raw() == COUNTRIES[1].value


def test_a_field_to_search_in_is_as_wide_as_the_answers(editor_of: EditorOf) -> None:
    field = editor_of(LONG_SEARCH).first_field()
    assert field.sizeHint().width() == style.px(560)
    assert field.minimumSizeHint().width() < style.px(200)


def test_a_word_typed_in_full_needs_no_choosing(editor_of: EditorOf) -> None:
    editor = editor_of(SEARCH)
    write("algerie")
    assert editor.raw() == "DZ"


def test_a_word_that_is_no_answer_is_reported_as_typed(editor_of: EditorOf) -> None:
    editor = editor_of(SEARCH)
    write("Atlantide")
    assert editor.raw() == Unlisted("Atlantide")


def test_the_beginning_of_a_word_is_no_code(editor_of: EditorOf) -> None:
    editor = editor_of(SEARCH)
    write("ng")
    assert editor.raw() == Unlisted("ng")
    with pytest.raises(InvalidAnswer):
        parse(SEARCH, editor.raw())


@pytest.mark.parametrize(
    ("options", "typed", "taken"),
    [
        (choices.departement_options, "93", "93"),
        (choices.departement_options, "2a", "2A"),
        (choices.language_options, "arabe", "ar"),
        (choices.language_options, "العربية", "ar"),
    ],
)
def test_an_answer_has_more_than_one_name(
    editor_of: EditorOf, options: Callable[[Dossier], tuple[Option, ...]], typed: str, taken: str
) -> None:
    editor = editor_of(replace(SEARCH, options=options))
    write(typed)
    assert editor.raw() == taken


def test_escape_closes_the_answers_and_keeps_what_is_typed(editor_of: EditorOf) -> None:
    editor = editor_of(SEARCH)
    write("nig")
    assert editor.is_committing()
    press(Key.Key_Escape)
    assert not editor.is_committing()
    assert editor.raw() == Unlisted("nig")


# --- lists ----------------------------------------------------------------------------------------


def _add(day: str) -> None:
    press(Key.Key_Return)
    write(day)
    _tab_to("attempts:save")
    press(Key.Key_Return)


def _tab_to(name: str) -> None:
    for _press in range(40):
        if focus().objectName() == name:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"{name} is out of reach")


def _labels(editor: Editor) -> list[str]:
    return [label.text() for label in editor.findChildren(QLabel) if label.isVisible()]


def test_adding_changing_and_removing_lines(editor_of: EditorOf, qtbot: Any) -> None:
    editor = editor_of(REPEAT)
    assert "Aucun essai." in _labels(editor)
    with qtbot.waitSignal(editor.committed):
        _add("3/11/2026")
    _add("9/11/2026")
    assert editor.raw() == (
        Attempt(id="a1", on=date(2026, 11, 3)),
        Attempt(id="a2", on=date(2026, 11, 9)),
    )
    assert "2 essais" in _labels(editor)

    _tab_to("attempts[0]:change")
    press(Key.Key_Return, Key.Key_End, Key.Key_Backspace)
    write("4")
    _tab_to("attempts:save")
    press(Key.Key_Return)
    assert isinstance(editor.raw(), tuple)
    assert editor.raw()[0] == Attempt(id="a1", on=date(2026, 11, 4))  # type: ignore[index]

    _tab_to("attempts[0]:remove")
    press(Key.Key_Return)
    assert editor.raw() == (Attempt(id="a2", on=date(2026, 11, 9)),)
    assert focus().objectName() == "attempts:undo"
    press(Key.Key_Return)
    assert len(editor.raw()) == 2  # type: ignore[arg-type]


def test_a_copy_of_a_line_is_a_line_of_its_own(editor_of: EditorOf, qtbot: Any) -> None:
    editor = editor_of(replace(REPEAT, own=("on", "proof")))
    told = Attempt(id="a1", on=date(2026, 11, 3), proof=True, result="Erreur 500")
    editor.show_value((told,), unknown=False)
    _tab_to("attempts[0]:copy")
    press(Key.Key_Return)
    write("9/11/2026")
    _tab_to("proof:True")
    press(Key.Key_Space)
    _tab_to("attempts:save")
    with qtbot.waitSignal(editor.committed):
        press(Key.Key_Return)
    assert editor.raw() == (told, Attempt(id="a2", on=date(2026, 11, 9), proof=True, result="Erreur 500"))


def test_a_copy_that_is_not_kept_leaves_nothing(editor_of: EditorOf) -> None:
    editor = editor_of(replace(REPEAT, own=("on",)))
    told = Attempt(id="a1", on=date(2026, 11, 3), proof=True)
    editor.show_value((told,), unknown=False)
    _tab_to("attempts[0]:copy")
    press(Key.Key_Return)
    assert editor.finish()
    assert editor.raw() == (told,)


def test_questions_about_an_item_appear_as_its_answers_ask_for_them(editor_of: EditorOf) -> None:
    editor = editor_of(REPEAT)
    press(Key.Key_Return)
    assert "Que dit l’image ?" not in _labels(editor)
    _tab_to("proof:True")
    press(Key.Key_Space)
    assert "Que dit l’image ?" in _labels(editor)


def test_a_wrong_item_stays_open_with_its_error(editor_of: EditorOf) -> None:
    editor = editor_of(REPEAT)
    press(Key.Key_Return)
    write("31/2/2026")
    _tab_to("attempts:save")
    press(Key.Key_Return)
    assert editor.raw() == ()
    assert any("n’existe pas" in text for text in _labels(editor))
    assert not editor.finish()


def test_an_item_given_up_can_be_taken_up_again(editor_of: EditorOf) -> None:
    editor = editor_of(REPEAT)
    press(Key.Key_Return)
    write("3/11/2026")
    _tab_to("attempts:cancel")
    press(Key.Key_Return)
    assert editor.raw() == ()
    assert focus().objectName() == "attempts:undo"
    press(Key.Key_Return)
    _tab_to("attempts:save")
    press(Key.Key_Return)
    assert editor.raw() == (Attempt(id="a1", on=date(2026, 11, 3)),)


def test_leaving_the_page_keeps_a_half_typed_item(editor_of: EditorOf) -> None:
    editor = editor_of(REPEAT)
    press(Key.Key_Return)
    write("3/11/2026")
    assert editor.finish()
    assert editor.raw() == (Attempt(id="a1", on=date(2026, 11, 3)),)


def test_back_keeps_what_is_good_in_a_wrong_item(editor_of: EditorOf) -> None:
    editor = editor_of(REPEAT)
    press(Key.Key_Return)
    write("31/2/2026")
    _tab_to("proof:True")
    press(Key.Key_Space)
    editor.keep()
    assert editor.raw() == (Attempt(id="a1", proof=True),)


def test_proposed_items_are_added_with_one_act(editor_of: EditorOf) -> None:
    proposed = Attempt(id="a9", on=date(2026, 11, 9))
    question = replace(REPEAT, proposals=lambda dossier: () if proposed in dossier.attempts else (proposed,))
    editor = editor_of(question)
    assert editor.raw() == ()
    _tab_to("attempts:take")
    press(Key.Key_Return)
    assert editor.raw() == (proposed,)


# --- wordings -------------------------------------------------------------------------------------


def test_a_message_is_found_by_a_word_and_fills_the_field_word_for_word(editor_of: EditorOf) -> None:
    editor = editor_of(WORDING)
    press(Key.Key_Tab)
    assert focus().objectName() == "blockage.message:known"
    press(Key.Key_Return)
    assert focus().objectName() == "blockage.message:search"
    write("erreur")
    press(Key.Key_Return)
    assert focus().accessibleName() == "Erreur 500"
    assert focus().accessibleDescription() == "vu en 2025"
    press(Key.Key_Tab, Key.Key_Return)
    assert editor.raw() == "<b>Erreur</b> & co"
    assert focus() is editor.first_field()
    assert any("mot par mot" in text for text in _labels(editor))


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("", ["Page introuvable"]),
        ("ERREUR", ["Erreur 500", "<b>Erreur</b> & co"]),
        ("co erreur", ["<b>Erreur</b> & co"]),
        ("zzz", []),
    ],
)
def test_the_list_begins_with_the_messages_of_the_step_and_finds_the_others(
    typed: str, texts: list[str]
) -> None:
    assert [one.text for one in found(KNOWN, typed)] == texts


def test_where_no_message_is_known_for_the_step_all_are_shown() -> None:
    assert found(KNOWN[:2], "") == KNOWN[:2]


def test_a_long_list_shows_a_few_and_says_how_many_there_are(editor_of: EditorOf) -> None:
    many = tuple(Suggestion(f"Erreur {number}", _("vu")) for number in range(30))
    editor = editor_of(replace(WORDING, known=lambda dossier: many))
    press(Key.Key_Tab, Key.Key_Return)
    assert len([b for b in editor.findChildren(LinkRow) if ":known:" in b.objectName()]) == 8
    assert any(text.startswith("30 messages.") for text in _labels(editor))
    write("29")
    assert "1 message." in _labels(editor)


def test_escape_leaves_the_list_and_changes_nothing(editor_of: EditorOf) -> None:
    editor = editor_of(WORDING)
    write("Mes mots")
    press(Key.Key_Tab, Key.Key_Return)
    write("err")
    press(Key.Key_Escape)
    assert editor.raw() == "Mes mots"
    assert focus() is editor.first_field()


def test_another_answer_can_be_given_in_place_of_words(editor_of: EditorOf, qtbot: Any) -> None:
    editor = editor_of(WORDING)
    _tab_to("blockage.message:known")
    press(Key.Key_Return)
    _tab_to("blockage.message:instead:0")
    with qtbot.waitSignal(editor.answered_other) as answered:
        press(Key.Key_Return)
    assert answered.args == ["blockage.no_message", True]
    assert editor.raw() == ""


# --- errors ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "question", [YES_NO, LINE, PARAGRAPH, WORDING, DATE, TIME, MONEY, SEARCH, TICK, REPEAT]
)
def test_errors_reach_screen_readers(editor_of: EditorOf, question: Question) -> None:
    editor = editor_of(question)
    editor.show_error("Il manque une réponse ici.")
    assert "Il manque" in editor.first_field().accessibleDescription()
    editor.show_error("")
    assert "Il manque" not in editor.first_field().accessibleDescription()
