"""Permits, against our own copies of the articles that decide about work, silence and names.

The copies below are of the CESEDA, state of 3 April 2026.
"""

import dataclasses
import json
import re
from datetime import date
from pathlib import Path

import pytest

from core.reference import (
    Confidence,
    FilingWindow,
    Known,
    PermitFamily,
    Regime,
    grammar,
    permit_type,
    permit_types,
    permit_types_for,
    permits,
    tables,
    translatable_texts,
)
from core.reference.tables import BrokenTable

TODAY = date(2026, 11, 23)
EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"
TITLES = Path(__file__).parents[2] / "resources" / "reference" / "titles.csv"

# Articles that exist in the code; a legal basis may name no other.
CESEDA = frozenset(
    {
        "D. 414-1", "L. 200-4", "L. 233-1", "L. 233-2", "L. 233-5", "L. 234-1", "L. 414-4", "L. 421-1",
        "L. 421-3", "L. 421-5", "L. 421-9", "L. 421-11", "L. 421-12", "L. 421-14", "L. 421-21",
        "L. 421-22", "L. 421-23", "L. 421-25", "L. 421-26", "L. 421-27", "L. 421-30", "L. 421-34",
        "L. 422-1", "L. 422-2", "L. 422-5", "L. 422-6", "L. 422-10", "L. 422-14", "L. 423-1",
        "L. 423-3", "L. 423-6", "L. 423-7", "L. 423-8", "L. 423-10", "L. 423-11", "L. 423-12",
        "L. 423-14", "L. 423-15", "L. 423-16", "L. 423-21", "L. 423-22", "L. 423-23", "L. 424-1",
        "L. 424-3", "L. 424-9", "L. 424-11", "L. 424-18", "L. 424-19", "L. 424-21", "L. 425-1",
        "L. 425-3", "L. 425-4", "L. 425-6", "L. 425-7", "L. 425-8", "L. 425-9", "L. 425-10", "L. 426-1",
        "L. 426-3", "L. 426-4", "L. 426-5", "L. 426-6", "L. 426-7", "L. 426-8", "L. 426-9", "L. 426-10",
        "L. 426-17", "L. 426-20", "L. 426-21", "L. 426-22", "L. 426-23", "L. 433-2", "L. 433-4",
        "L. 433-5", "L. 433-6", "L. 435-1", "L. 435-3", "L. 435-4", "L. 561-9", "L. 561-10",
        "L. 561-11", "R. 233-11", "R. 233-15", "R. 233-17", "R. 234-1", "R. 431-23",
    }
)  # fmt: skip

# Articles named without condition by R. 431-14 (recepisse) and by R. 431-15-2, first paragraph (attestation
# de prolongation): the papers given for a first request allow work.
RECEIPT_ALLOWS_WORK = frozenset(
    {
        "L. 422-10", "L. 422-14", "L. 423-1", "L. 423-7", "L. 423-8", "L. 423-13", "L. 423-14",
        "L. 423-15", "L. 423-22", "L. 425-1", "L. 426-5", "L. 421-22", "L. 421-23", "L. 422-12",
        "L. 421-26", "L. 421-27", "L. 421-28", "L. 421-29", "L. 424-9", "L. 424-11", "L. 424-18",
        "L. 424-19", "L. 423-6", "L. 423-11", "L. 423-12", "L. 423-16", "L. 424-1", "L. 424-3",
        "L. 424-13", "L. 424-21", "L. 425-3", "L. 426-1", "L. 426-2", "L. 426-3", "L. 426-6",
        "L. 426-7", "L. 426-10",
    }
)  # fmt: skip
EXTENSION_ALLOWS_WORK = frozenset(
    {
        "L. 421-22", "L. 421-23", "L. 421-26", "L. 421-27", "L. 421-28", "L. 421-29", "L. 422-14",
        "L. 423-1", "L. 423-6", "L. 423-7", "L. 423-11", "L. 423-12", "L. 423-13", "L. 423-14",
        "L. 423-15", "L. 423-16", "L. 423-22", "L. 424-1", "L. 424-3", "L. 424-9", "L. 424-11",
        "L. 424-13", "L. 424-18", "L. 424-19", "L. 424-21", "L. 425-1", "L. 425-3", "L. 426-1",
        "L. 426-2", "L. 426-3", "L. 426-5", "L. 426-6", "L. 426-7", "L. 426-10",
    }
)  # fmt: skip
# Named by one of them under a condition (visa, authorisation to work).
ALLOWS_WORK_UNDER_CONDITION = frozenset(
    ["L. 421-1", "L. 421-3", "L. 421-34", *(f"L. 421-{n}" for n in range(9, 22))]
)

# R. 432-2 and the articles it names: periods other than four months, in days.
SILENCE_IN_DAYS = {
    "etudiant": 90,  # R. 422-5
    "recherche_emploi": 90,  # R. 422-12
    "talent_cbe": 90,  # R. 421-23
    "talent_chercheur": 60,  # R. 421-26
    "ict": 90,  # R. 421-43, R. 421-47, R. 421-54
    "saisonnier": 90,  # R. 421-60
    "au_pair": 90,  # R. 426-14
    "stagiaire": 90,  # R. 426-17
}
# No period is established, or the request is not for a titre de sejour under Book IV.
NO_SILENCE = frozenset(
    [
        "citoyen_ue",
        "famille_ue",
        "dcem",
        "titre_voyage",
        "changement_situation",
        "duplicata",
        "changement_adresse",
    ]
)

# What the article itself calls the permit.
NAMES_IN_THE_CODE = {
    "L. 421-1": "salarié",
    "L. 421-3": "travailleur temporaire",
    "L. 421-5": "entrepreneur/profession libérale",
    "L. 421-11": "talent-carte bleue européenne",
    "L. 421-14": "talent-chercheur",
    "L. 421-34": "travailleur saisonnier",
    "L. 423-21": "vie privée et familiale",
    "L. 423-22": "vie privée et familiale",
    "L. 423-23": "vie privée et familiale",
    "L. 425-9": "vie privée et familiale",
    "L. 426-5": "vie privée et familiale",
    "L. 426-20": "visiteur",
    "L. 426-22": "jeune au pair",
    "L. 426-23": "stagiaire",
    "L. 435-3": "salarié",
    "L. 435-4": "travailleur temporaire",
}


def articles(basis: str) -> list[str]:
    return re.findall(r"[LRD]\. \d[\d-]*", basis)


def test_legal_bases_name_only_articles_of_the_code():
    for permit in permit_types().values():
        assert set(articles(permit.legal_basis)) <= CESEDA, permit.code


def test_an_algerian_certificate_names_no_article_of_the_ceseda():
    certificates = [p for p in permit_types().values() if p.algerian]
    assert {p.code for p in certificates} >= {"cra_1an", "cra_10ans"}
    for permit in certificates:
        assert articles(permit.legal_basis) == []
        assert permit.article is None
        assert permit.printed_name.startswith("certificat de résidence algérien")


def test_an_agreement_that_was_not_read_cannot_be_printed():
    for code in ("tunisien", "marocain"):
        assert permit_type(code).name_confidence is Confidence.LOW
    for permit in permit_types().values():
        if not permit.name_confidence.printable:
            assert permit.printed_name == "titre de séjour"
            assert permit.article is None


@pytest.mark.parametrize("permit", permit_types().values(), ids=lambda p: p.code)
def test_work_during_a_first_request_is_never_promised_beyond_the_code(permit):
    basis = set(articles(permit.legal_basis))
    if permit.allows_work is Known.YES:
        # L. 423-8 only says how the filiation behind the card of L. 423-7 is shown.
        assert basis - {"L. 423-3", "L. 423-8", "L. 433-4"} <= RECEIPT_ALLOWS_WORK & EXTENSION_ALLOWS_WORK
    if permit.allows_work is Known.NO:
        assert basis, permit.code
        assert not basis & (RECEIPT_ALLOWS_WORK | EXTENSION_ALLOWS_WORK | ALLOWS_WORK_UNDER_CONDITION)


def test_work_where_the_code_is_clear():
    assert permit_type("conjoint_francais").allows_work is Known.YES
    assert permit_type("refugie").allows_work is Known.YES
    assert permit_type("visiteur").allows_work is Known.NO
    assert permit_type("liens_personnels").allows_work is Known.NO
    assert permit_type("salarie").allows_work is Known.UNKNOWN
    assert permit_type("cra_1an").allows_work is Known.UNKNOWN


def test_silence_is_that_of_the_code():
    for permit in permit_types().values():
        expected: tuple[int | None, int | None]
        if permit.code in NO_SILENCE:
            expected = (None, None)
        elif permit.code in SILENCE_IN_DAYS:
            expected = (None, SILENCE_IN_DAYS[permit.code])
        else:
            expected = (4, None)
        assert (permit.silence_months, permit.silence_days) == expected, permit.code


def test_a_possible_shorter_silence_is_shorter():
    possible = {p.code: p.silence_days_possible for p in permit_types().values() if p.silence_days_possible}
    assert possible == {"talent_cbe": 30, "talent_famille": 30, "cra_1an": 90, "cra_etudiant": 90}
    for permit in permit_types().values():
        if permit.silence_days_possible is not None:
            assert permit.silence_days_possible < (permit.silence_days or 120)


@pytest.mark.parametrize(
    ("code", "first", "renewal"),
    [
        ("visiteur", Known.YES, Known.YES),
        ("etudiant", Known.YES, Known.YES),
        ("etranger_malade", Known.YES, Known.YES),
        ("salarie", Known.UNKNOWN, Known.UNKNOWN),
        ("liens_personnels", Known.UNKNOWN, Known.UNKNOWN),
        ("aes", Known.NO, Known.UNKNOWN),
        ("metiers_tension", Known.NO, Known.UNKNOWN),
        ("ase_16_18", Known.NO, Known.UNKNOWN),
        ("cra_1an", Known.UNKNOWN, Known.UNKNOWN),
        ("cra_10ans", Known.UNKNOWN, Known.YES),
        ("cra_soins", Known.YES, Known.YES),
        # Not among the articles of the arrete of 1 July 2024 on renewals.
        ("refugie", Known.YES, Known.UNKNOWN),
        # Services that exist on the site but are no titre de sejour of R. 431-2.
        ("dcem", Known.UNKNOWN, Known.UNKNOWN),
        ("duplicata", Known.UNKNOWN, Known.UNKNOWN),
        ("carte_resident_premiere", Known.UNKNOWN, Known.UNKNOWN),
    ],
)
def test_the_teleservice_list(code, first, renewal):
    permit = permit_type(code)
    assert permit.on_teleservice(renewal=False) is first
    assert permit.on_teleservice(renewal=True) is renewal


def test_nothing_is_on_the_list_that_no_arrete_puts_there():
    arretes = {
        # 27 April 2021 as amended
        "visiteur", "etudiant", "cra_etudiant", "talent", "talent_cbe", "talent_chercheur", "talent_famille",
        "refugie", "protection_subsidiaire", "citoyen_ue",
        # 31 March 2023
        "saisonnier", "conjoint_francais", "parent_enfant_francais", "enfant_ascendant_francais",
        "cra_famille_francais", "famille_ue",
        # 22 June 2023
        "regroupement_familial",
        # 28 September 2023
        "ase_avant_16", "violences", "victime_traite", "etranger_malade", "cra_soins",
    }  # fmt: skip
    renewals = {  # 1 July 2024
        "carte_resident_renouvellement", "carte_resident_permanent", "rld_ue_renouvellement",
    }  # fmt: skip
    every = permit_types().values()
    assert {p.code for p in every if p.on_anef is Known.YES} == arretes | renewals
    on_renewal = arretes - {"refugie"} | renewals | {"cra_10ans"}
    assert {p.code for p in every if p.renewal_on_anef is Known.YES} == on_renewal


def test_a_permit_of_which_the_filing_way_is_not_sure_is_never_said_to_be_on_the_list():
    for permit in permit_types().values():
        if permit.confidence is Confidence.LOW:
            assert permit.on_anef is Known.UNKNOWN, permit.code
            assert permit.renewal_on_anef is Known.UNKNOWN, permit.code


def test_the_article_is_given_only_where_it_is_one_and_was_read():
    found = {p.code: p.article for p in permit_types().values() if p.article}
    assert found["visiteur"] == "L. 426-20"
    assert permit_type("etudiant").article is None  # four articles
    for confidence in (Confidence.MEDIUM, Confidence.LOW):
        assert dataclasses.replace(permit_type("visiteur"), name_confidence=confidence).article is None
    for code, article in found.items():
        assert article in CESEDA
        if article in NAMES_IN_THE_CODE:
            mention = f"«\u00a0{NAMES_IN_THE_CODE[article]}\u00a0»"
            assert mention in permit_type(code).printed_name, code
    assert set(NAMES_IN_THE_CODE) <= set(found.values())


def test_printed_names_read_as_french():
    for permit in permit_types().values():
        name = permit.printed_name
        assert grammar.with_le(name)
        assert "'" not in name
        assert name.count("«") == name.count("«\u00a0") == name.count("\u00a0»") == name.count("»")
    assert grammar.with_de(permit_type("visiteur").printed_name) == (
        "de la carte de séjour temporaire portant la mention «\u00a0visiteur\u00a0»"
    )


def test_names_on_screens_are_short_and_all_different():
    names = [p.plain_name for p in permit_types().values()]
    assert max(map(len, names)) <= 60
    assert len(set(names)) == len(names)
    assert str(permit_type("etudiant").label) == "Étudiant"


def test_an_age_limit_where_the_code_sets_one():
    limited = {p.code for p in permit_types().values() if p.age_limit_19}
    # R. 431-5 2° names L. 421-22, L. 421-26, L. 423-14, L. 423-21, L. 423-22 and L. 424-1; L. 435-3 has its
    # own limit.
    assert limited == {
        "talent_famille", "ict", "regroupement_familial", "jeune_13ans", "ase_avant_16", "refugie",
        "ase_16_18",
    }  # fmt: skip


def test_windows():
    assert permit_type("rld_ue_renouvellement").window is FilingWindow.NONE
    assert permit_type("famille_ue").window is FilingWindow.TWO_MONTHS
    assert permit_type("visiteur").window is FilingWindow.BY_LIST


def test_algerians_are_offered_their_certificates_and_nothing_that_is_not_for_them():
    offered = {p.code for p in permit_types_for("DZ", TODAY)}
    assert {"cra_1an", "cra_10ans", "cra_etudiant", "cra_soins", "refugie", "dcem"} <= offered
    assert not {"visiteur", "etudiant", "aes", "liens_personnels", "tunisien"} & offered


@pytest.mark.parametrize(
    ("country", "own", "foreign"),
    [
        ("ML", {"visiteur", "aes", "refugie"}, {"cra_1an", "tunisien", "marocain"}),
        ("TN", {"visiteur", "tunisien"}, {"cra_1an", "marocain"}),
        ("MA", {"visiteur", "marocain"}, {"cra_10ans", "tunisien"}),
        (None, {"visiteur", "cra_1an", "tunisien", "marocain"}, set()),
    ],
)
def test_permits_by_nationality(country, own, foreign):
    offered = {p.code for p in permit_types_for(country, TODAY)}
    assert own <= offered
    assert not foreign & offered


def test_a_text_that_has_ended_is_not_offered():
    assert permit_type("metiers_tension").until == date(2026, 12, 31)
    last, after = date(2026, 12, 31), date(2027, 1, 1)
    assert "metiers_tension" in {p.code for p in permit_types_for("ML", last)}
    assert "metiers_tension" not in {p.code for p in permit_types_for("ML", after)}


def test_every_reason_for_living_in_france_leads_to_a_permit():
    for family in PermitFamily:
        assert any(p.family is family for p in permit_types_for("ML", TODAY)), family
        assert str(family.label)


def test_every_regime_is_used():
    assert {p.regime for p in permit_types().values()} == set(Regime)


def test_examples_use_permits_of_the_table():
    used = {
        dossier[part]["title"]
        for file in EXAMPLES.glob("*.json")
        for dossier in [json.loads(file.read_text(encoding="utf-8"))["dossier"]]
        for part in ("permit", "request")
        if "title" in dossier.get(part, {})
    }
    assert used
    assert used <= set(permit_types())


def test_every_name_for_screens_reaches_the_translators():
    texts = dict(translatable_texts())
    assert texts["Étudiant"] == "titles.csv:etudiant"
    assert texts["Le site refuse mon document ou ma photo"] == "failure_families.csv:FRM-2"
    assert {p.plain_name for p in permit_types().values()} <= set(texts)
    assert not any("{" in text or "}" in text for text in texts)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("by_list", "by_list", None),
        (",4,,,by_list", ",4,90,,by_list", "in months or in days"),
        ("carte de séjour temporaire portant", "passeport portant", "gender"),
        (",general,", ",martian,", "regime"),
        (",no,no,,", ",no,no,31 December,", "until"),
        ("L. 426-20", "", "legal_basis"),
    ],
)
def test_a_permit_that_could_mislead_is_refused(old, new, said, tmp_path, monkeypatch):
    heading, visitor = TITLES.read_text(encoding="utf-8").splitlines()[:2]
    assert visitor.startswith("visiteur,")
    assert old in visitor
    (tmp_path / "titles.csv").write_text(f"{heading}\n{visitor.replace(old, new)}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    read = permits.permit_types.__wrapped__
    if said is None:
        assert list(read()) == ["visiteur"]
    else:
        with pytest.raises(BrokenTable, match=said):
            read()
