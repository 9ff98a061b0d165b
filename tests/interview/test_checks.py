"""Each check: what it refuses, what it lets pass."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import PartialDate
from core.interview import checks
from core.interview.model import Check

ON = date(2026, 11, 23)
SEED_MESSAGE = (
    "Mot de passe oublié. Un message a été envoyé à l’adresse électronique "
    "correspondant à l’identifiant saisi"
)


def told(check: Check, value: Any, dossier: Dossier | None = None) -> str | None:
    message = check(value, dossier or Dossier(), ON)
    return None if message is None else str(message)


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (checks.not_in_future, ON),
        (checks.not_in_future, date(1990, 1, 1)),
        (checks.not_in_future, PartialDate(2026)),
        (checks.not_in_future, PartialDate(2026, 11)),
        (checks.recent_enough, date(1950, 1, 1)),
        (checks.not_too_far, date(2036, 11, 22)),
        (checks.not_too_far, date(2001, 1, 1)),
        (checks.plausible_birth, PartialDate(1906)),
        (checks.foreigner_number, "9912345678"),
        (checks.foreigner_number, "991234567"),
        (checks.foreigner_number, "99 12 34 56 78"),
        (checks.email_shape, "nom@exemple.fr"),
        (checks.email_shape, "prenom.nom+anef@sous.domaine.example"),
        (checks.email_shape, "Élise@exemple.fr"),
        (checks.postal_code_shape, "92000"),
        (checks.postal_code_shape, "92 000"),
        (checks.latin_letters, "Đặng Šűŗňąmê Ğıșțę Þórðør"),
        (checks.latin_letters, "d’El Hadj-M’Bãÿ N'Guessan"),
        (checks.latin_letters, "Ọ́ẹ̀ Zaʻim"),
        (checks.has_letter, "X"),
        (checks.is_a_given_name, "Xavier"),
        (checks.is_a_given_name, "Spyros"),
        (checks.no_password, SEED_MESSAGE),
        (checks.no_password, "Réinitialisez votre mot de passe"),
        (checks.no_password, "Nom d’utilisateur ou mot de passe invalide."),
        (checks.no_password, "ERR_CONNECTION_TIMED_OUT"),
        (checks.no_password, "Y000006"),
        (checks.no_password, "Error1020"),
        (checks.no_password, "https://www.exemple.gouv.fr/Booking/create/18"),
        (checks.no_password, "502"),
        (checks.no_password, "Le mot de passe est invalide"),
        (checks.no_password, "Mot de passe : ce champ est obligatoire."),
        (checks.no_password, "Votre mot de passe est expiré."),
        (checks.no_password_but_a_code, "aB3x9Kq2"),
    ],
)
def test_what_can_be_right_passes(check: Check, value: Any) -> None:
    assert told(check, value) is None


@pytest.mark.parametrize(
    ("check", "value", "advice"),
    [
        (checks.not_in_future, date(2026, 11, 24), "pas encore arrivée"),
        (checks.not_in_future, PartialDate(2027), "pas encore arrivée"),
        (checks.recent_enough, date(1905, 1, 1), "trop ancienne"),
        (checks.not_too_far, date(2038, 1, 1), "10 ans"),
        (checks.plausible_birth, PartialDate(1905), "trop ancienne"),
        (checks.foreigner_number, "99123456", "9 ou 10 chiffres"),
        (checks.foreigner_number, "99123456789", "9 ou 10 chiffres"),
        (checks.foreigner_number, "99A2345678", "9 ou 10 chiffres"),
        (checks.email_shape, "nom", "nom@exemple.fr"),
        (checks.email_shape, "nom@exemple", "nom@exemple.fr"),
        (checks.email_shape, "nom@@exemple.fr", "nom@exemple.fr"),
        (checks.email_shape, "mon nom@exemple.fr", "nom@exemple.fr"),
        (checks.email_shape, "nom@exemple..fr", "nom@exemple.fr"),
        (checks.postal_code_shape, "9200", "5 chiffres"),
        (checks.postal_code_shape, "Paris", "5 chiffres"),
        (checks.latin_letters, "Київ", "lettres latines"),
        (checks.latin_letters, "Αθήνα", "lettres latines"),
        (checks.latin_letters, "KARIMI Київ", "lettres latines"),
        (checks.has_letter, "123", "en lettres"),
        (checks.has_letter, "-", "en lettres"),
        (checks.is_a_given_name, "XXX", "un seul nom"),
        (checks.is_a_given_name, "xxx", "un seul nom"),
        (checks.is_a_given_name, "S.P.", "un seul nom"),
        (checks.no_password, "mot de passe : Soleil2026", "mot de passe"),
        (checks.no_password, "mon mdp est Soleil", "mot de passe"),
        (checks.no_password, "password=soleil", "mot de passe"),
        (checks.no_password, "Soleil2026!", "mot de passe"),
        (checks.no_password, "aB3$aB3$", "mot de passe"),
        (checks.no_password, "Soleil2026", "mot de passe"),
        (checks.no_password, "mon mot de passe c’est Soleil", "mot de passe"),
        (checks.no_password_but_a_code, "aB3$aB3$", "mot de passe"),
        (checks.no_password_but_a_code, "mdp : Soleil2026", "mot de passe"),
    ],
)
def test_what_cannot_be_right_is_explained(check: Check, value: Any, advice: str) -> None:
    message = told(check, value)
    assert message is not None
    assert advice in message


@pytest.mark.parametrize(
    ("other", "value", "is_wrong"),
    [
        (date(2026, 6, 1), date(2026, 5, 31), True),
        (date(2026, 6, 1), date(2026, 6, 1), False),
        (date(2026, 6, 1), date(2026, 6, 2), False),
        (None, date(2026, 6, 2), False),
    ],
)
def test_two_dates_are_compared_where_both_are_known(other: date | None, value: date, is_wrong: bool) -> None:
    dossier = paths.put(Dossier(), "permit.issued_on", other)
    message = told(checks.not_before("permit.issued_on"), value, dossier)
    assert (message is not None) is is_wrong
    assert message is None or "1er juin 2026" in message


def test_a_partial_date_compares_from_its_first_day() -> None:
    dossier = paths.put(Dossier(), "residence.since", PartialDate(2020))
    assert told(checks.not_before("residence.since"), date(2019, 12, 31), dossier)
    assert told(checks.not_before("residence.since"), date(2020, 1, 1), dossier) is None


def test_a_foreign_postcode_has_any_shape() -> None:
    abroad = paths.put(Dossier(), "residence.in_france", False)
    assert told(checks.postal_code_shape, "SW1A 1AA", abroad) is None
    abroad = paths.put(Dossier(), "contact.address.country", "BE")
    assert told(checks.postal_code_shape, "1000", abroad) is None
    assert told(checks.postal_code_shape, "1000", paths.put(Dossier(), "contact.address.country", "FR"))


@pytest.mark.parametrize(("name", "has_digit"), [("KARIMI", False), ("KAR1MI", True), ("٣", True)])
def test_a_digit_in_a_name_is_only_pointed_out(name: str, has_digit: bool) -> None:
    remark = checks.digits_in_name(name, Dossier(), ON)
    assert (remark is not None) is has_digit
    assert remark is None or remark.doubt
