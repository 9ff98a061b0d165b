"""Postcodes and communes: the odd cases that a real person lives in."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reference import (
    BrokenTable,
    communes,
    communes_named,
    communes_of,
    departements,
    departements_of,
    tables,
)

ROOT = Path(__file__).parents[2]


def names(postal_code):
    return [commune.name for commune in communes_of(postal_code)]


@pytest.mark.parametrize(
    ("postal_code", "found"),
    [
        ("92220", ["Bagneux"]),
        ("94240", ["L’Haÿ-les-Roses"]),
        ("92 000", ["Nanterre"]),
        ("\u00a092000 ", ["Nanterre"]),
        ("75019", ["Paris"]),
        ("75116", ["Paris"]),
        ("13013", ["Marseille"]),
        ("69003", ["Lyon"]),
        ("97400", ["Saint-Denis"]),
        ("97133", ["Saint-Barthélemy"]),
        ("97150", ["Saint-Martin"]),
        ("97500", ["Miquelon-Langlade", "Saint-Pierre"]),
        ("98600", ["Uvea"]),
        # Monaco, a CEDEX, a postcode of nobody, texts.
        ("98000", []),
        ("92019", []),
        ("00100", []),
        ("9200", []),
        ("920000", []),
        ("", []),
        ("F-92000", []),
        ("٩٢٠٠٠", []),
    ],
)
def test_the_communes_of_a_postcode(postal_code, found):
    assert names(postal_code) == found


@pytest.mark.parametrize(
    ("postal_code", "town", "found"),
    [
        ("92000", None, ("92",)),
        ("75116", None, ("75",)),
        ("20000", None, ("2A",)),
        ("20167", None, ("2A",)),
        ("20200", None, ("2B",)),
        ("20620", None, ("2B",)),
        ("97133", None, ("977",)),
        ("97150", None, ("978",)),
        ("97200", None, ("972",)),
        ("97300", None, ("973",)),
        ("97400", None, ("974",)),
        ("97500", None, ("975",)),
        ("97600", None, ("976",)),
        ("98600", None, ("986",)),
        ("98714", None, ("987",)),
        ("98800", None, ("988",)),
        # One postcode, two départements: the commune decides.
        ("42620", None, ("03", "42")),
        ("42620", "Saint-Pierre-Laval", ("03",)),
        ("42620", "st martin d'estréaux", ("42",)),
        ("42620", "Ailleurs", ("03", "42")),
        ("01410", "Lajoux", ("39",)),
        ("01410", "Mijoux", ("01",)),
        # Some streets of Boulogne have a postcode of Paris.
        ("75016", None, ("75",)),
        ("75016", "Paris 16e", ("75",)),
        ("75016", "BOULOGNE BILLANCOURT", ("92",)),
        ("98000", None, ()),
        ("92019", "Nanterre Cedex", ()),
    ],
)
def test_the_departement_is_that_of_the_commune(postal_code, town, found):
    assert tuple(sorted(departements_of(postal_code, town))) == found


@pytest.mark.parametrize(
    ("postal_code", "typed", "name"),
    [
        ("94240", "l'hay les roses", "L’Haÿ-les-Roses"),
        ("94240", "L HAY LES ROSES", "L’Haÿ-les-Roses"),
        ("93200", "St Denis", "Saint-Denis"),
        ("93200", "st-denis cedex 2", "Saint-Denis"),
        ("75019", "PARIS 19", "Paris"),
        ("75001", "Paris 1er arrondissement", "Paris"),
        ("69003", "lyon 3e", "Lyon"),
        ("93200", "Saint", None),
        ("93200", "", None),
        ("93200", "cedex", None),
    ],
)
def test_a_town_is_known_however_it_is_typed(postal_code, typed, name):
    assert [commune.name for commune in communes_named(postal_code, typed)] == ([name] if name else [])


def test_every_row_can_be_looked_up():
    lines = (tables.FOLDER / "communes.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert lines == sorted(lines, key=lambda line: line.split(",")[0])
    expected: dict[str, list[tuple[str, str, bool]]] = {}
    for line in lines:
        postal_code, code, name, part = line.split(",")
        expected.setdefault(postal_code, []).append((code, name, bool(part)))
    assert len(expected) > 6000
    for postal_code, rows in expected.items():
        assert [(c.code, c.name, c.part) for c in communes_of.__wrapped__(postal_code)] == rows
    codes = {code for rows in expected.values() for code, _name, _part in rows}
    assert {communes.Commune(code, "", False).departement for code in codes} == set(departements())


@given(st.text(max_size=12) | st.from_regex(r"[0-9 ]{4,7}", fullmatch=True), st.text(max_size=20))
def test_any_text_gives_known_departements_or_nothing(postal_code, town):
    assert set(departements_of(postal_code, town)) <= set(departements())


@pytest.mark.parametrize(
    "table",
    [
        None,
        "",
        "postal_code,code,name\n92000,92050,Nanterre\n",
        "postal_code,code,name,part\n92000,92050,Nanterre,",
        "postal_code,code,name,part\n92000,92050,,\n",
        "postal_code,code,name,part\n92000,92050,Nanterre,half\n",
        "postal_code,code,name,part\n92000,92050,Nanterre,part,more\n",
        "postal_code,code,name,part\n92000,00050,Nanterre,\n",
    ],
)
def test_a_damaged_table_is_refused(table, tmp_path, monkeypatch):
    departements()  # from the real table
    if table is not None:
        (tmp_path / "communes.csv").write_text(table, encoding="utf-8", newline="\n")
    monkeypatch.setattr(communes, "FOLDER", tmp_path)
    monkeypatch.setattr(communes, "_table", communes._table.__wrapped__)
    with pytest.raises(BrokenTable, match=r"communes\.csv"):
        communes_of.__wrapped__("92000")


def test_only_communes_of_today_are_taken_from_the_packages():
    path = ROOT / "packaging" / "make_communes.py"
    spec = importlib.util.spec_from_file_location("make_communes", path)
    assert spec is not None
    maker = importlib.util.module_from_spec(spec)
    assert spec.loader is not None
    spec.loader.exec_module(maker)

    def town(code, name, kind="commune-actuelle", **more):
        return {"code": code, "nom": name, "departement": code[:2], "type": kind, **more}

    towns = [
        town("94038", "L'Haÿ-les-Roses", codesPostaux=["94240"]),
        town("01015", "Arboys en Bugey", codesPostaux=["01300"]),
        town("01015", "Arbignieu", "commune-deleguee", chefLieu="01015"),
        town("01340", "Saint-Bois", "commune-deleguee", chefLieu="01015"),
        town("75056", "Paris", codesPostaux=["75016", "75116"]),
        town("75116", "Paris 16e Arrondissement", "arrondissement-municipal", commune="75056"),
        town("92012", "Boulogne-Billancourt", codesPostaux=["92100"]),
    ]
    # 02311 is a commune that is no more.
    streets = [
        {"codePostal": code, "codeCommune": commune}
        for code, commune in [
            ("94240", "94038"),
            ("01350", "01340"),
            ("75016", "75116"),
            ("75016", "92012"),
            ("02000", "02311"),
        ]
    ]
    assert maker.table(towns, streets) == [
        ("01300", "01015", "Arboys en Bugey", ""),
        ("01350", "01015", "Arboys en Bugey", "part"),
        ("75016", "75056", "Paris", ""),
        ("75016", "92012", "Boulogne-Billancourt", "part"),
        ("75116", "75056", "Paris", ""),
        ("92100", "92012", "Boulogne-Billancourt", ""),
        ("94240", "94038", "L’Haÿ-les-Roses", ""),
    ]
