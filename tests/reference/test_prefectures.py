"""Prefects, prefectures and tribunals, against our own copy of article R. 221-3 CJA."""

import dataclasses
import re

import pytest

from core.reference import (
    Confidence,
    Territory,
    departement,
    departements,
    prefectures,
    tables,
    tribunal,
    tribunals,
)
from core.reference.tables import BrokenTable

# Article R. 221-3 CJA, state of 3 April 2026: seat to départements.
R221_3 = {
    "Amiens": "Aisne, Oise, Somme",
    "Bastia": "Corse-du-Sud, Haute-Corse",
    "Besançon": "Doubs, Jura, Haute-Saône, Territoire de Belfort",
    "Bordeaux": "Dordogne, Gironde, Lot-et-Garonne",
    "Caen": "Calvados, Manche, Orne",
    "Cergy-Pontoise": "Hauts-de-Seine, Val-d’Oise",
    "Châlons-en-Champagne": "Ardennes, Aube, Marne, Haute-Marne",
    "Clermont-Ferrand": "Allier, Cantal, Haute-Loire, Puy-de-Dôme",
    "Dijon": "Côte-d’Or, Nièvre, Saône-et-Loire, Yonne",
    "Grenoble": "Drôme, Isère, Savoie, Haute-Savoie",
    "Lille": "Nord, Pas-de-Calais",
    "Limoges": "Corrèze, Creuse, Indre, Haute-Vienne",
    "Lyon": "Ain, Ardèche, Loire, Rhône",
    "Marseille": "Alpes-de-Haute-Provence, Hautes-Alpes, Bouches-du-Rhône",
    "Melun": "Seine-et-Marne, Val-de-Marne",
    "Montpellier": "Aude, Hérault, Pyrénées-Orientales",
    "Montreuil": "Seine-Saint-Denis",
    "Nancy": "Meurthe-et-Moselle, Meuse, Vosges",
    "Nantes": "Loire-Atlantique, Maine-et-Loire, Mayenne, Sarthe, Vendée",
    "Nice": "Alpes-Maritimes",
    "Nîmes": "Gard, Lozère, Vaucluse",
    "Orléans": "Cher, Eure-et-Loir, Indre-et-Loire, Loir-et-Cher, Loiret",
    "Paris": "Paris",
    "Pau": "Gers, Landes, Pyrénées-Atlantiques, Hautes-Pyrénées",
    "Poitiers": "Charente, Charente-Maritime, Deux-Sèvres, Vienne",
    "Rennes": "Côtes-d’Armor, Finistère, Ille-et-Vilaine, Morbihan",
    "Rouen": "Eure, Seine-Maritime",
    "Strasbourg": "Moselle, Bas-Rhin, Haut-Rhin",
    "Toulon": "Var",
    "Toulouse": "Ariège, Aveyron, Haute-Garonne, Lot, Tarn, Tarn-et-Garonne",
    "Versailles": "Essonne, Yvelines",
}
# Overseas the tribunal bears the name of the territory; R. 221-3 names its seat.
OVERSEAS = {
    "971": ("tribunal administratif de la Guadeloupe", "Basse-Terre"),
    "972": ("tribunal administratif de la Martinique", "Schœlcher"),
    "973": ("tribunal administratif de la Guyane", "Cayenne"),
    "974": ("tribunal administratif de La Réunion", "Saint-Denis"),
    "975": ("tribunal administratif de Saint-Pierre-et-Miquelon", "Saint-Pierre"),
    "976": ("tribunal administratif de Mayotte", "Mamoudzou"),
    # « Le siège des tribunaux administratifs de Saint-Barthélemy et de Saint-Martin est fixé à Basse-Terre. »
    "977": ("tribunal administratif de Saint-Barthélemy", "Basse-Terre"),
    "978": ("tribunal administratif de Saint-Martin", "Basse-Terre"),
    "986": ("tribunal administratif de Wallis-et-Futuna", "Mata-Utu"),
    "987": ("tribunal administratif de la Polynésie française", "Papeete"),
    "988": ("tribunal administratif de Nouvelle-Calédonie", "Nouméa"),
}
METROPOLE = [f"{n:02}" for n in range(1, 96) if n != 20] + ["2A", "2B"]


def test_every_departement_and_collectivity_is_there_and_nothing_else():
    assert set(departements()) == {*METROPOLE, *OVERSEAS}
    # 96 in metropolitan France and five overseas: the 101 départements.
    assert len(METROPOLE) + len({"971", "972", "973", "974", "976"}) == 101


def test_tribunals_of_metropolitan_france_are_those_of_the_code():
    expected = {name: seat for seat, names in R221_3.items() for name in names.split(", ")}
    found = {d.name: d.tribunal for d in departements().values() if d.code in METROPOLE}
    assert set(found) == set(expected)
    for name, seat in expected.items():
        linking = "d’" if seat[0] in "AEIOUÉ" else "de "
        assert found[name].name == f"tribunal administratif {linking}{seat}", name


def test_tribunals_overseas_are_those_of_the_code():
    for code, (name, seat) in OVERSEAS.items():
        court = departement(code).tribunal
        assert court.name == name
        assert court.city.startswith(seat)


def test_every_tribunal_serves_a_departement():
    assert {d.tribunal_code for d in departements().values()} == set(tribunals())


def test_tribunals_sit_in_the_town_of_their_name():
    for seat in R221_3:
        (court,) = [c for c in tribunals().values() if re.search(rf"d(e |’){seat}$", c.name)]
        assert court.city.startswith(seat)


def test_paris_is_the_prefet_de_police():
    paris = departement("75")
    assert paris.prefect == "préfet de police"
    assert paris.to_the_prefect == "au préfet de police"
    assert paris.prefecture_address == ()


@pytest.mark.parametrize(
    ("code", "the", "to", "of"),
    [
        (
            "92",
            "le préfet des Hauts-de-Seine",
            "au préfet des Hauts-de-Seine",
            "du préfet des Hauts-de-Seine",
        ),
        ("22", "le préfet des Côtes-d’Armor", "au préfet des Côtes-d’Armor", "du préfet des Côtes-d’Armor"),
        ("01", "le préfet de l’Ain", "au préfet de l’Ain", "du préfet de l’Ain"),
        ("28", "le préfet d’Eure-et-Loir", "au préfet d’Eure-et-Loir", "du préfet d’Eure-et-Loir"),
        ("974", "le préfet de La Réunion", "au préfet de La Réunion", "du préfet de La Réunion"),
        (
            "986",
            "l’administrateur supérieur des îles Wallis et Futuna",
            "à l’administrateur supérieur des îles Wallis et Futuna",
            "de l’administrateur supérieur des îles Wallis et Futuna",
        ),
    ],
)
def test_the_prefect_in_a_sentence(code, the, to, of):
    found = departement(code)
    assert (found.the_prefect, found.to_the_prefect, found.of_the_prefect) == (the, to, of)


def test_a_prefect_whose_name_is_to_be_confirmed():
    # Book V of the CESEDA says « représentant de l’Etat » there; for Book IV no text was found.
    assert {d.code for d in departements().values() if d.prefect_to_check} == {"977", "978"}


def test_every_prefect_is_named_after_the_departement():
    for found in departements().values():
        if found.code in METROPOLE and found.code != "75":
            article = r"(du |de la |de l’|de |d’|des )"
            assert re.fullmatch(f"préfet {article}{re.escape(found.name)}", found.prefect), found.prefect


def test_territories():
    by_territory = {t: {d.code for d in departements().values() if d.territory is t} for t in Territory}
    assert by_territory[Territory.METROPOLE] == set(METROPOLE)
    assert by_territory[Territory.OVERSEAS] == {"971", "972", "973", "974"}
    assert by_territory[Territory.ADAPTED] == {"975", "976", "977", "978"}
    assert by_territory[Territory.OUT_OF_SCOPE] == {"986", "987", "988"}


def test_the_tribunal_in_a_sentence():
    court = tribunal("TA95")
    assert court.the == "le tribunal administratif de Cergy-Pontoise"
    assert court.at == "au tribunal administratif de Cergy-Pontoise"
    assert court.of == "du tribunal administratif de Cergy-Pontoise"
    assert court.address == ("2-4 boulevard de l’Hautil", "95000 Cergy-Pontoise")
    assert court.to_check


def test_an_address_that_is_not_sure_has_no_lines_to_print():
    for court in tribunals().values():
        assert bool(court.address) == (court.street is not None and court.confidence is not Confidence.LOW)
    # Their streets were found on no page, or only on one that is out of date.
    for code in ("TA13", "TA971", "TA972", "TA975", "TA976", "TA977", "TA978", "TA986", "TA987", "TA988"):
        assert tribunal(code).address == ()
        assert tribunal(code).to_check
    assert departement("976").address_confidence is Confidence.LOW
    assert departement("976").prefecture_address == ()
    assert not departement("55").address_to_check
    assert departement("92").address_to_check


def test_an_unverified_address_is_not_printed_even_where_the_table_has_one():
    court = tribunal("TA95")
    assert dataclasses.replace(court, confidence=Confidence.LOW).address == ()
    assert dataclasses.replace(court, postal_code=None).address == ()
    place = departement("92")
    assert dataclasses.replace(place, address_confidence=Confidence.LOW).prefecture_address == ()


def prefix(postal_code):
    """What the first digits of a CEDEX say; people's postcodes are looked up, these are in no table."""
    if postal_code.startswith("20"):
        return "2A" if postal_code < "20200" else "2B"
    if postal_code in ("97099", "97133", "97150"):
        return "978" if postal_code == "97150" else "977"
    return postal_code[:3] if postal_code.startswith(("97", "98")) else postal_code[:2]


def test_addresses_lie_where_they_say():
    for found in departements().values():
        if found.prefecture_postal_code is not None:
            assert prefix(found.prefecture_postal_code) == found.code
    for court in tribunals().values():
        if court.postal_code is not None:
            assert court.code in {d.tribunal_code for d in departements().values()}
            # The tribunals of Saint-Martin and Saint-Barthélemy sit in Guadeloupe.
            away = court.code in ("TA977", "TA978")
            assert away or prefix(court.postal_code) == court.code.removeprefix("TA").replace("20", "2B")


GOOD_ROW = {
    "code": "92",
    "name": "Hauts-de-Seine",
    "territory": "metropole",
    "prefect_form": "préfet des Hauts-de-Seine",
    "prefect_confidence": "high",
    "prefecture_city": "Nanterre",
    "tribunal": "tribunal administratif de Cergy-Pontoise",
    "prefecture_street": "167-177 avenue Joliot-Curie",
    "prefecture_postal_code": "92013",
    "prefecture_postal_city": "Nanterre Cedex",
    "source": "CJA R. 221-3",
    "confidence": "high",
    "address_confidence": "medium",
    "notes": "",
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, None),
        ({"tribunal": "tribunal administratif de Nanterre"}, "courts.csv"),
        ({"confidence": "medium"}, "not sure"),
        ({"prefect_confidence": "low"}, "not sure"),
        ({"prefecture_postal_code": ""}, "half"),
        ({"prefect_form": "Préfecture des Hauts-de-Seine"}, "gender"),
        ({"prefect_form": ""}, "prefect_form"),
        ({"territory": "moon"}, "territory"),
        ({"address_confidence": ""}, "address_confidence"),
    ],
)
def test_a_departement_that_could_mislead_is_refused(change, said, tmp_path, monkeypatch):
    tribunals()  # from the real table
    cells = {**GOOD_ROW, **change}
    lines = [",".join(cells), ",".join(f'"{value}"' for value in cells.values())]
    (tmp_path / "departements.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    read = prefectures.departements.__wrapped__
    if said is None:
        assert list(read()) == ["92"]
    else:
        with pytest.raises(BrokenTable, match=said):
            read()


def test_a_code_that_stands_twice_is_refused(tmp_path, monkeypatch):
    tribunals()
    lines = [",".join(GOOD_ROW), *[",".join(f'"{value}"' for value in GOOD_ROW.values())] * 2]
    (tmp_path / "departements.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(BrokenTable, match="row 3: this code stands twice"):
        prefectures.departements.__wrapped__()
