"""Towns and départements that follow from a postcode, for people who live in all sorts of places."""

from __future__ import annotations

from datetime import date

import pytest

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import AddressKind
from core.interview import flow, places

ON = date(2026, 11, 23)


def person(
    kind: AddressKind | None = AddressKind.HOME,
    mail: tuple[str | None, str | None] = (None, None),
    *,
    lives_there: bool | None = None,
    home: tuple[str | None, str | None] = (None, None),
    country: str | None = None,
    in_france: bool | None = True,
) -> Dossier:
    dossier = Dossier()
    for path, value in {
        "contact.address_kind": kind,
        "contact.address.postal_code": mail[0],
        "contact.address.city": mail[1],
        "contact.address.country": country,
        "residence.at_mail_address": lives_there,
        "residence.postal_code": home[0],
        "residence.commune": home[1],
        "residence.in_france": in_france,
    }.items():
        dossier = paths.put(dossier, path, value)
    return dossier


@pytest.mark.parametrize(
    ("dossier", "town", "listed"),
    [
        (person(mail=("92220", None)), "Bagneux", ["Bagneux"]),
        (person(mail=("94240", None)), "L’Haÿ-les-Roses", ["L’Haÿ-les-Roses"]),
        (person(AddressKind.DOMICILIATION, ("75019", None)), "Paris", ["Paris"]),
        # Some streets of Boulogne have this postcode: in the list, never proposed.
        (person(mail=("75016", None)), "Paris", ["Paris", "Boulogne-Billancourt"]),
        (person(mail=("97500", None)), None, ["Miquelon-Langlade", "Saint-Pierre"]),
        (person(mail=("92019", None)), None, []),
        (person(mail=(None, None)), None, []),
        # Five digits abroad are another town: 75172 is Pforzheim, 75001 could be Paris.
        (person(mail=("75001", None), country="DE"), None, []),
        (person(mail=("75001", None), in_france=False), None, []),
        (person(AddressKind.NONE, ("92220", None)), None, []),
    ],
)
def test_the_town_of_the_post(dossier: Dossier, town: str | None, listed: list[str]) -> None:
    assert places.proposed_mail_town(dossier, ON) == town
    assert list(places.mail_towns(dossier)) == listed


@pytest.mark.parametrize(
    ("dossier", "town", "code"),
    [
        (person(mail=("92220", "Bagneux")), "Bagneux", "92"),
        (person(mail=("20167", "Ajaccio")), "Ajaccio", "2A"),
        (person(mail=("97200", "Fort-de-France")), "Fort-de-France", "972"),
        (person(AddressKind.HOSTED, ("75019", "Paris"), lives_there=True), "Paris", "75"),
        # Post in Paris, home elsewhere: only the home counts, and it is asked for.
        (person(AddressKind.HOSTED, ("75019", "Paris"), lives_there=False), None, None),
        (person(AddressKind.DOMICILIATION, ("75019", "Paris")), None, None),
        (
            person(AddressKind.DOMICILIATION, ("75019", "Paris"), lives_there=False, home=("93200", None)),
            "Saint-Denis",
            "93",
        ),
        (person(AddressKind.NONE, home=("38000", None)), "Grenoble", "38"),
        (person(AddressKind.NONE, home=("42620", None)), None, None),
        (person(AddressKind.NONE, home=("42620", "Saint-Pierre-Laval")), None, "03"),
        (person(mail=("42620", "Un hameau")), "Un hameau", None),
        # A CEDEX or a new postcode tells nothing, and any town may be typed.
        (person(mail=("92019", "Nanterre Cedex")), "Nanterre Cedex", None),
        (person(mail=("SW1A", "London")), "London", None),
        (person(None, ("92000", "Nanterre")), None, None),
        # An answer left behind decides nothing: who lives at the address was asked no second postcode.
        (person(mail=("92220", "Bagneux"), home=("75019", None)), "Bagneux", "92"),
    ],
)
def test_the_home_decides_the_departement(dossier: Dossier, town: str | None, code: str | None) -> None:
    assert places.proposed_departement(dossier, ON) == code
    if dossier.residence.commune is None:
        assert places.proposed_home_town(dossier, ON) == town


@pytest.mark.parametrize(
    ("dossier", "asked"),
    [
        (person(mail=("92220", "Bagneux")), False),
        (person(AddressKind.HOSTED, ("75019", "Paris"), lives_there=True), False),
        (person(AddressKind.HOSTED, ("75019", "Paris"), lives_there=False), True),
        (person(AddressKind.DOMICILIATION, ("75019", "Paris"), lives_there=False), True),
        (person(AddressKind.NONE), True),
    ],
)
def test_nobody_is_asked_twice_for_a_postcode(dossier: Dossier, asked: bool) -> None:
    shown = [question.path for question in flow.visible_questions(flow.page("prefecture"), dossier)]
    assert ("residence.postal_code" in shown) is asked


@pytest.mark.parametrize(
    ("town", "postal_code", "said"),
    [
        ("Bagneux", "92220", None),
        ("bagneux cedex", "92220", None),
        ("Nanterre", "92220", "est celui de Bagneux"),
        ("Nanterre", "51300", "n’a pas le code postal 51300"),
        ("Nanterre", "92019", None),
        ("Boulogne Billancourt", "75016", None),
    ],
)
def test_a_town_with_another_postcode_is_pointed_out(town: str, postal_code: str, said: str | None) -> None:
    remarks = [
        places.mail_town_remark(town, person(mail=(postal_code, None)), ON),
        places.home_town_remark(town, person(AddressKind.NONE, home=(postal_code, None)), ON),
    ]
    for remark in remarks:
        assert (remark is None) is (said is None)
        assert remark is None or (remark.doubt and said is not None and said in str(remark.text))
    assert places.home_town_remark(town, person(mail=(postal_code, None)), ON) is None


def test_a_departement_that_does_not_fit_is_pointed_out_and_kept() -> None:
    page = flow.page("prefecture")
    dossier = person(mail=("92220", "Bagneux"))
    question = next(q for q in page.questions if q.path == "residence.departement")
    told = flow.remark(question, "92", dossier, ON)
    assert told is not None
    assert not told.doubt
    assert str(told.text) == (
        "Préfet\N{NO-BREAK SPACE}: préfet des Hauts-de-Seine. "
        "Tribunal\N{NO-BREAK SPACE}: tribunal administratif de Cergy-Pontoise."
    )
    # Half typed: nothing to say yet.
    assert flow.remark(question, "Par", dossier, ON) is None
    remark = flow.remark(question, "75", dossier, ON)
    assert remark is not None
    assert remark.doubt
    assert "92220 est dans\N{NO-BREAK SPACE}: Hauts-de-Seine (92)" in str(remark.text)
    taken = flow.submit(page, {"residence.departement": "75"}, dossier, ON)
    assert taken.errors == ()
    assert taken.dossier.residence.departement == "75"
