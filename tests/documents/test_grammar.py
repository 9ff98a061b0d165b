from __future__ import annotations

import pytest

from core.documents.render_text import text
from core.documents.requete import requete
from core.dossier.model import Representative
from core.dossier.values import DocumentKind, Gender, PartialDate, Role
from tests.documents.stories import case


def head(answers):
    return text(requete(case("cergy", answers))).partition("# Contre")[0]


@pytest.mark.parametrize(
    ("gender", "expected", "never"),
    [
        (Gender.FEMININE, ["Mme Louisa KACI, née en 1949", "Requérante"], ["né en", "Requérant\n"]),
        (Gender.MASCULINE, ["M. Louisa KACI, né en 1949", "Requérant\n"], ["née", "Requérante"]),
        (
            Gender.NEUTRAL,
            ["\nLouisa KACI, dont la naissance a eu lieu en 1949", "Partie requérante"],
            ["né en", "née", "Mme", "M. "],
        ),
        (None, ["\nLouisa KACI, dont la naissance", "Partie requérante"], ["née", "Mme"]),
    ],
)
def test_the_head_agrees_with_the_chosen_gender(gender, expected, never):
    found = head({"identity.gender": gender}).replace("\xa0", " ")
    assert all(words in found for words in expected)
    assert not any(words in found for words in never)


@pytest.mark.parametrize(
    ("gender", "expected"),
    [
        (
            Gender.FEMININE,
            "Mme Zahra RAHIMI, agissant en qualité de représentante légale de l’enfant mineur ",
        ),
        (Gender.MASCULINE, "M. Zahra RAHIMI, agissant en qualité de représentant légal de l’enfant mineur "),
        (Gender.NEUTRAL, "Zahra RAHIMI, exerçant la représentation légale de l’enfant mineur "),
    ],
)
def test_a_parent_acts_for_the_child(gender, expected):
    found = head(
        {
            "identity.role": Role.PARENT,
            "identity.birth_date": PartialDate(2015, 4, 2),
            "representative": Representative(family_name="RAHIMI", given_names="Zahra", gender=gender),
        }
    )
    assert f"{expected}Louisa KACI, née le 2 avril 2015" in found.replace("\xa0", " ")


def test_a_parent_signs_and_speaks_of_the_child():
    told = case(
        "cergy",
        {
            "identity.role": Role.PARENT,
            "representative": Representative(
                family_name="RAHIMI", given_names="Zahra", gender=Gender.FEMININE
            ),
        },
    )
    found = text(requete(told)).replace("\xa0", " ")
    assert found.partition("Signature :")[2].strip().startswith("Mme Zahra RAHIMI")
    assert "Mon enfant est de nationalité algérienne." in found
    assert "ma demande" not in found.lower()


def test_a_single_name_is_printed_as_one():
    found = head({"identity.single_name": True, "identity.given_names": "XXX"}).replace("\xa0", " ")
    assert "Mme KACI (sans prénom), née" in found
    assert "XXX" not in found


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (DocumentKind.LONG_STAY_VISA, "Mon visa de long séjour valant titre de séjour a expiré le"),
        (DocumentKind.RECEPISSE, "Mon récépissé de demande de titre de séjour a expiré le"),
        (DocumentKind.EXTENSION_ATTESTATION, "Mon attestation de prolongation d’instruction a expiré le"),
        (DocumentKind.PROVISIONAL_AUTHORISATION, "Mon autorisation provisoire de séjour a expiré le"),
    ],
)
def test_a_renewal_can_follow_any_document(held, expected):
    found = text(requete(case("cergy", {"permit.document": held})))
    assert expected in found.replace("\xa0", " ")
