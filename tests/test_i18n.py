"""Messages: French by default, safe in every language, dates with the digits everybody can point at."""

from __future__ import annotations

import gettext
import logging
from datetime import date

import pytest

from core import i18n
from core.i18n import Message, _, long_date, ngettext, pgettext, render, weekday_date


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
    assert all(c in "0123456789" for c in text if c.isdigit())


def test_equal_messages_are_equal() -> None:
    assert _("a", n=1) == _("a", n=1)
    assert isinstance(hash(_("a", n=1)), int)
    assert _("a") != Message("a", context="b")
