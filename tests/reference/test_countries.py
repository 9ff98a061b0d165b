"""Nationalities and country names."""

import pytest

from core.reference import (
    STATELESS,
    countries,
    country_name,
    is_eu_eea_swiss,
    nationalities,
    nationality_names,
    nationality_phrase,
)

# Territories that CLDR names and that give no nationality of their own.
WITHOUT_NATIONALITY = frozenset(
    {
        "AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CK", "CW", "CX", "EH", "FK", "FO",
        "GF", "GG", "GI", "GL", "GP", "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF", "MO", "MP",
        "MQ", "MS", "NC", "NF", "NU", "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TF", "TK",
        "UM", "VG", "VI", "WF", "YT",
    }
)  # fmt: skip
# The 27 member states of the Union, then the other states of the EEA and Switzerland.
EU = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
        "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip
EEA_AND_SWITZERLAND = frozenset({"CH", "IS", "LI", "NO"})
# States and people that are not members of the United Nations.
OTHER = frozenset({"PS", "TW", "VA", "XK", STATELESS})


def test_every_country_has_a_nationality_or_is_known_to_have_none():
    assert set(countries()) - set(nationalities()) == WITHOUT_NATIONALITY
    assert set(nationalities()) - set(countries()) == {STATELESS}


def test_the_members_of_the_united_nations_are_all_there():
    assert len(set(nationalities()) - OTHER) == 193


def test_free_movement():
    assert {code for code in nationalities() if is_eu_eea_swiss(code)} == EU | EEA_AND_SWITZERLAND
    assert len(EU) == 27
    assert not is_eu_eea_swiss("GB")
    assert not is_eu_eea_swiss("RE")
    assert not is_eu_eea_swiss("??")


@pytest.mark.parametrize(
    ("codes", "phrase"),
    [
        (("DZ",), "de nationalité algérienne"),
        (("AF",), "de nationalité afghane"),
        (("NE",), "de nationalité nigérienne"),
        (("NG",), "de nationalité nigériane"),
        (("DO",), "de nationalité dominicaine"),
        (("DM",), "de nationalité dominiquaise"),
        (("CD",), "de nationalité congolaise (République démocratique du Congo)"),
        (("CG",), "de nationalité congolaise (République du Congo)"),
        (("DZ", "TN"), "de nationalités algérienne et tunisienne"),
        ((STATELESS,), "apatride"),
    ],
)
def test_the_nationality_in_the_requete(codes, phrase):
    assert nationality_phrase(*codes) == phrase


def test_no_two_nationalities_read_the_same():
    adjectives = [n.adjective for n in nationalities().values()]
    assert len(set(adjectives)) == len(adjectives)


def test_adjectives_are_lower_case_feminine_words():
    for nationality in nationalities().values():
        first = nationality.adjective.split()[0]
        assert first == first.lower()
        assert first[-1] == "e" or nationality.code == "BF", first  # « burkinabè » does not vary


def test_a_territory_without_nationality_has_no_phrase():
    with pytest.raises(KeyError):
        nationality_phrase("RE")


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("DZ", "fr", "Algérie"),
        ("DZ", "ar", "الجزائر"),
        ("DZ", "en", "Algeria"),
        ("CD", "fr", "République démocratique du Congo"),
        ("CD", "en", "Congo - Kinshasa"),
        ("CN", "zh-CN", "中国"),
    ],
)
def test_country_names(code, language, name):
    assert country_name(code, language) == name


@pytest.mark.parametrize("code", [STATELESS, "ZZ", "EU", "150", "QQ", ""])
def test_what_is_no_country_has_no_name(code):
    with pytest.raises(KeyError):
        country_name(code)


def test_lists_are_in_alphabetical_order_and_stateless_comes_last():
    names = list(countries().values())
    assert names[:2] == ["Afghanistan", "Afrique du Sud"]
    assert names.index("Égypte") < names.index("Espagne") < names.index("Zimbabwe")
    choices = nationality_names()
    assert list(choices)[-1] == STATELESS
    assert set(choices) == set(nationalities())


@pytest.mark.parametrize(
    "language", ["en", "ar", "fa", "ps", "bn", "ta", "uk", "ru", "tr", "pt", "zh-CN", "ht"]
)
def test_every_language_has_every_country(language):
    assert set(countries(language)) == set(countries())
    assert all(countries(language).values())
