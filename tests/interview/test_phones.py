"""Telephone numbers are read back as they are dialled; what was typed is kept, whatever it is."""

from __future__ import annotations

from datetime import date

import pytest

from core.dossier.model import Dossier
from core.i18n import render
from core.interview import flow
from core.interview.phones import phone_remark

ON = date(2026, 11, 23)
MOBILE = "France\N{NO-BREAK SPACE}: 06 12 34 56 78"


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("06 12 34 56 78", MOBILE),
        ("0612345678", MOBILE),
        ("06.12.34.56.78", MOBILE),
        ("06-12-34-56-78", MOBILE),
        ("+33 6 12 34 56 78", MOBILE),
        ("0033 6 12 34 56 78", MOBILE),
        ("+33 (0)6 12 34 56 78", MOBILE),
        ("33 6 12 34 56 78", MOBILE),
        ("٠٦١٢٣٤٥٦٧٨", MOBILE),
        ("01 44 59 44 00", "France\N{NO-BREAK SPACE}: 01 44 59 44 00"),
        ("+262 692 12 34 56", "La Réunion\N{NO-BREAK SPACE}: 0692 12 34 56"),
        ("0692 12 34 56", "La Réunion\N{NO-BREAK SPACE}: 0692 12 34 56"),
        ("0639 69 12 34", "Mayotte\N{NO-BREAK SPACE}: 0639 69 12 34"),
        ("+590 690 12 34 56", "Guadeloupe\N{NO-BREAK SPACE}: 0690 12 34 56"),
        ("0694 12 34 56", "Guyane française\N{NO-BREAK SPACE}: 0694 12 34 56"),
        ("+596 696 12 34 56", "Martinique\N{NO-BREAK SPACE}: 0696 12 34 56"),
        ("00213 550 12 34 56", "Algérie\N{NO-BREAK SPACE}: +213 550 12 34 56"),
        ("+221 77 123 45 67", "Sénégal\N{NO-BREAK SPACE}: +221 77 123 45 67"),
    ],
)
def test_a_number_is_read_back_as_it_is_dialled(typed: str, reads: str) -> None:
    remark = phone_remark(typed, Dossier(), ON)
    assert remark is not None
    assert (render(remark.text), remark.doubt) == (reads, False)


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("06 12 34 56", "06 12 34 56 78"),
        ("06 12 34 56 78 90", "06 12 34 56 78"),
        ("00 00 00 00 00", "06 12 34 56 78"),
        ("213 550 12 34 56", "commencez par +"),
        ("12345", "commencez par +"),
        ("zéro six", "commencez par +"),
        ("06 12 34 56 78 (ma sœur)", "06 12 34 56 78"),
        ("+999 12 34", "commencez par +"),
    ],
)
def test_a_number_that_cannot_be_dialled_is_pointed_out(typed: str, advice: str) -> None:
    remark = phone_remark(typed, Dossier(), ON)
    assert remark is not None
    assert remark.doubt
    assert advice in render(remark.text)


def test_a_number_of_no_country_is_left_alone() -> None:
    assert phone_remark("+800 1234 5678", Dossier(), ON) is None


def test_the_country_is_named_in_the_language_of_the_screen() -> None:
    remark = phone_remark("+213 550 12 34 56", Dossier(), ON)
    assert remark is not None
    assert render(remark.text, "en").startswith("Algeria")


@pytest.mark.parametrize("typed", ["06 12 34 56 78", "06.12", "zéro six", "+33612345678 ou ma voisine"])
def test_what_was_typed_is_kept_and_goes_on(typed: str) -> None:
    taken = flow.submit(flow.page("reach"), {"contact.phone": typed}, Dossier(), ON)
    assert taken.errors == ()
    assert taken.dossier.contact.phone == typed
