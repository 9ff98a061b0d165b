"""Messages: French by default, safe in every language, dates with the digits everybody can point at."""

from __future__ import annotations

import gettext
import logging
from datetime import date, time

import pytest

from core import i18n
from core.i18n import (
    Message,
    _,
    long_date,
    named_time,
    ngettext,
    pgettext,
    render,
    short_span,
    short_weekday,
    weekday_date,
    with_meaning,
)
from core.typography import FIRST_STRONG_ISOLATE, POP_ISOLATE, WORD_JOINER, isolate, joined, keep_together


class Catalogue(gettext.NullTranslations):
    """A catalogue of our own for the tests."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        return self.words.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.words.get(f"{msgid1}|{n}", msgid1 if n == 1 else msgid2)


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    table: dict[str, str] = {}
    monkeypatch.setattr(i18n, "_catalogue", lambda language: Catalogue(table))
    return table


def shown(text: str) -> str:
    """The text with what keeps a line from ending made visible: ~ and |."""
    return text.replace("\N{NO-BREAK SPACE}", "~").replace("\N{WORD JOINER}", "|")


def test_french_needs_no_catalogue() -> None:
    assert render(_("Bonjour {name}.", name="Aya")) == "Bonjour Aya."
    assert str(pgettext("verb", "Envoyer")) == "Envoyer"


@pytest.mark.parametrize(("number", "text"), [(0, "0 essai"), (1, "1 essai"), (2, "2 essais")])
def test_french_counts_zero_as_one(number: int, text: str) -> None:
    assert render(ngettext("{number} essai", "{number} essais", number)) == text


def test_a_message_inside_a_message_is_translated_too(words: dict[str, str]) -> None:
    words.update({"Il manque {what}.": "{what} is missing.", "la date": "the date"})
    assert render(_("Il manque {what}.", what=_("la date")), "en") == "the date is missing."


def test_a_translation_with_other_placeholders_falls_back_to_french(
    words: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    words["Le {day}."] = "On {date}."
    with caplog.at_level(logging.WARNING):
        assert render(_("Le {day}.", day="3"), "en") == "Le 3."
    assert "refused" in caplog.text
    assert not any("3" in message for message in caplog.messages)


@pytest.mark.parametrize(
    "translation",
    ["On {day", "On }", "On {}", "On {0}", "On {day!r}", "On {day:>99}", "On {day.year}", "On", "{day} {x}"],
)
def test_a_translation_that_cannot_be_filled_in_falls_back_to_french(
    words: dict[str, str], translation: str
) -> None:
    words["Le {day}."] = translation
    assert render(_("Le {day}.", day="3"), "en") == "Le 3."


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("one day for {name}", "one day for Aya"),
        ("one day", "1 jour pour Aya"),
        ("{n} days for {name}", "1 jour pour Aya"),
    ],
)
def test_only_the_number_may_be_left_out_of_a_plural(words: dict[str, str], form: str, text: str) -> None:
    words["{number} jour pour {name}|1"] = form
    message = ngettext("{number} jour pour {name}", "{number} jours pour {name}", 1, name="Aya")
    assert render(message, "en") == text


def test_a_refused_translation_is_logged_once(
    words: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    words["Encore {day}."] = "Again {date}."
    with caplog.at_level(logging.WARNING):
        for again in range(3):
            assert render(_("Encore {day}.", day=again), "en") == f"Encore {again}."
    assert len(caplog.messages) == 1


@pytest.mark.parametrize("value", ["Aya", 12, "L. 521-3", _("la date")])
def test_values_stand_apart_in_right_to_left_sentences(words: dict[str, str], value: str) -> None:
    words["Voir {what}."] = "انظر {what}."
    assert render(_("Voir {what}.", what=value), "ar") == f"انظر \u2068{value}\u2069."
    assert render(_("Voir {what}.", what=value), "ru") == f"انظر {value}."


def test_an_empty_value_needs_no_isolation(words: dict[str, str]) -> None:
    assert isolate("") == ""


def test_braces_in_a_value_are_text() -> None:
    assert render(_("Message : {text}", text="{0} {nom} {{}} %s")) == "Message : {0} {nom} {{}} %s"


def test_a_missing_catalogue_means_french() -> None:
    assert render(_("Bonjour"), "xx") == "Bonjour"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 3), "3 novembre 2026"),
        (date(2027, 3, 1), "1er mars 2027"),
        (date(2027, 8, 15), "15 août 2027"),
    ],
)
def test_french_dates(day: date, text: str) -> None:
    assert long_date(day) == text


def test_french_weekdays() -> None:
    assert weekday_date(date(2026, 11, 23)) == "lundi 23 novembre 2026"


@pytest.mark.parametrize("language", ["en", "ar", "fa", "ps", "uk", "tr", "bn", "ta", "zh_Hans"])
def test_dates_are_gregorian_with_latin_digits(language: str) -> None:
    text = long_date(date(2026, 11, 3), language)
    assert "2026" in text
    assert "3" in text
    # The figures are the same in every language.
    assert "03/11/2026" in text
    assert all(c in "0123456789" for c in text if c.isdigit())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tuesday 3~November~2026 (03/11/2026)"),
        ("ar", "الثلاثاء، 3~نوفمبر~2026 (\u206803/11/2026\u2069)"),
        ("ru", "вторник, 3~ноября~2026 (03/11/2026)"),
        ("pt", "terça-feira, 3~de~novembro~de 2026 (03/11/2026)"),
        ("zh_Hans", "2026|年|11|月|3|日 星期二 (03/11/2026)"),
        ("ht", "madi 3~novanm~2026 (03/11/2026)"),
        ("xx", "mardi 3 novembre 2026"),
    ],
)
def test_weekdays_in_other_languages(language: str, text: str) -> None:
    assert shown(weekday_date(date(2026, 11, 3), language)) == text


def test_equal_messages_are_equal() -> None:
    assert _("a", n=1) == _("a", n=1)
    assert isinstance(hash(_("a", n=1)), int)
    assert _("a") != Message("a", context="b")


def test_a_sentence_made_of_sentences_keeps_its_direction(words: dict[str, str]) -> None:
    words.update({"{one} {two}": "{one} {two}", "un": "واحد", "deux": "اثنان"})
    assert render(_("{one} {two}", one=_("un"), two=_("deux")), "ar") == "واحد اثنان"


def test_a_time_in_a_sentence_is_that_of_the_language():
    at = time(9, 5, 7)
    for seconds, french, figures in ((False, "9 h 05", "09:05"), (True, "9 h 05 min 07 s", "09:05:07")):
        sentence = Message("à {at}", values={"at": named_time(at, seconds=seconds)})
        assert render(sentence).replace("\N{NO-BREAK SPACE}", " ") == f"à {french}"
        assert figures in render(sentence, "en")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("« Mesures utiles »", "«~Mesures utiles~»"),  # house: french-typography (spaces to protect)
        ("«نص» و", "«نص» و"),
        ("pièce n° 4, n° {which}", "pièce n°~4, n°~{which}"),
        ("pieza n.º 4", "pieza n.º~4"),
        ("№ 4", "№~4"),
        ("رقم {which}. شماره \u20684\u2069", "رقم~{which}. شماره~\u20684\u2069"),
        ("第 {which} 号 pièce", "第~{which}~号 pièce"),
        ("01 30 17 34 00 (or +33 1 30 17 34 00)", "01~30~17~34~00 (or +33~1~30~17~34~00)"),
        ("50 € or 12 34", "50~€ or 12 34"),
        ("3, 9–11", "3, 9|–|11"),
        ("one – two", "one – two"),
        ("plain", "plain"),
    ],
)
def test_what_belongs_together_stays_on_a_line(text: str, kept: str) -> None:
    assert shown(keep_together(text)) == kept
    assert keep_together(keep_together(text)) == keep_together(text)


def test_sentences_and_values_of_other_languages_are_kept_together(words: dict[str, str]) -> None:
    words.update({"Appelez {phone}.": "Call no {phone}, n° 4."})
    message = _("Appelez {phone}.", phone="01 30 17 34 00")
    assert shown(render(message, "en")) == "Call no 01~30~17~34~00, n°~4."
    assert render(message) == "Appelez 01 30 17 34 00."


def test_a_long_date_may_leave_its_year_to_the_next_line() -> None:
    assert shown(long_date(date(2026, 9, 23), "es")) == "23~de~septiembre~de 2026 (23/09/2026)"
    assert shown(long_date(date(2026, 5, 3), "es")) == "3~de~mayo~de~2026 (03/05/2026)"


@pytest.mark.parametrize("language", ["ar", "fa_AF", "ps", "ru", "es"])
def test_the_days_of_a_week_stand_in_the_order_of_reading(language: str) -> None:
    span = short_span(date(2026, 7, 6), date(2026, 7, 12), language)
    assert span.startswith("\N{RIGHT-TO-LEFT MARK}") == (language in {"ar", "fa_AF", "ps"})
    first, dash, last = span.partition(" – ")
    assert ("6" in first, bool(dash), "12" in last) == (True, True, True)
    assert " " not in first + last


def test_a_short_day_stays_on_a_line() -> None:
    assert " " not in short_weekday(date(2026, 7, 6), "ru")


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "10~h~05"), ("ru", "10:05"), ("ar", "\u2068\u206610:05\u2069\u2069")]
)
def test_an_hour_is_written_as_the_reader_writes_it(language: str, text: str) -> None:
    assert shown(render(_("{at}", at=named_time(time(10, 5))), language)) == text


def test_a_chinese_sentence_needs_no_space_before_the_next() -> None:
    assert joined(["您好。", "您好！", "Oui.", "Non."]) == "您好。您好！Oui. Non."
    assert joined([]) == ""


@pytest.mark.parametrize("language", ["fa_AF", "ps"])
def test_a_day_of_a_week_is_no_number_of_weekdays(language):
    day = date(2026, 7, 12)
    # « 12 Sunday » would be twelve Sundays.
    assert short_weekday(day, language).endswith("12")
    assert "12 جولای" in short_span(date(2026, 7, 6), day, language).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("fr", "Justificatif de domicile"),
        ("en", "Justificatif de domicile (proof of address)"),
        ("ar", f"{FIRST_STRONG_ISOLATE}Justificatif de domicile{POP_ISOLATE} (إثبات السكن)"),
        # The translation says the French itself.
        ("ru", "justificatif de domicile (подтверждение адреса)"),
        # Nothing to say more.
        ("tr", "Justificatif de domicile"),
    ],
)
def test_words_that_are_printed_in_french_say_what_they_mean(
    language: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = {
        "en": {"Justificatif de domicile": "proof of address"},
        "ar": {"Justificatif de domicile": "إثبات السكن"},
        "ru": {"Justificatif de domicile": "justificatif de domicile (подтверждение адреса)"},
    }
    monkeypatch.setattr(i18n, "_catalogue", lambda code: Catalogue(tables.get(code, {})))
    named = with_meaning(_("Justificatif de domicile"))
    assert render(named, language) == shown
    assert str(named) == "Justificatif de domicile"


def test_a_name_has_no_meaning_in_two_halves(words: dict[str, str]) -> None:
    told = _("Mon tribunal : {name}", name="Cergy-Pontoise")
    assert render(told, "ru") == f"Mon tribunal : Cergy-{WORD_JOINER}Pontoise"
    assert render(told) == "Mon tribunal : Cergy-Pontoise"
    # What is copied from the screen to be used stays as it is.
    for kept in ("jean-luc@exemple.fr", "CCC-250320-118", "C:\\mes-papiers\\a-b.pdf", "2026-11-03"):
        assert render(_("Voir {it}", it=kept), "ru") == f"Voir {kept}"


def test_keys_and_endings_stay_with_their_word() -> None:
    assert keep_together("Ctrl + V") == "Ctrl\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}V"
    assert keep_together("préfecture-இல்") == f"préfecture-{WORD_JOINER}இல்"
    assert keep_together("a + b, mi-temps") == "a + b, mi-temps"
