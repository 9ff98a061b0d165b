"""Persons who go through the interview without a window, from an empty dossier to the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
import pytest

from core.dossier import examples, paths
from core.dossier.json_form import decode, encode
from core.dossier.model import Consequence, Dossier
from core.dossier.values import (
    AddressKind,
    ConsequenceKind,
    DocumentKind,
    FilingWay,
    Gender,
    MeasureKind,
    OqtfLimit,
    OqtfState,
    PartialDate,
    Protection,
    RequestKind,
    Role,
)
from core.interview import flow
from core.interview.review import missing
from core.law.assessment import assess
from core.law.model import Route
from tests.interview.walk import Walk, answer, walk

ON = date(2026, 11, 23)
WHOLE_WAY = "signature"


@dataclass(frozen=True)
class Persona:
    """Who: an example with other answers, on the example's day; where the walk ends; how long it may be."""

    name: str
    example: str
    answers: dict[str, Any]
    last: str = WHOLE_WAY
    most_pages: int = 25
    unknown: tuple[str, ...] = ()
    route: Route | None = None

    @property
    def day(self) -> date:
        return examples.load(self.example).day

    @property
    def wanted(self) -> Dossier:
        """What the person would answer to every question, also to those that they never see."""
        dossier = examples.load(self.example).dossier
        for path, value in self.answers.items():
            dossier = paths.put(dossier, path, value)
        for path in self.unknown:
            dossier = paths.put_unknown(dossier, path)
        return dossier


DOMICILED = {
    "contact.address_kind": AddressKind.DOMICILIATION,
    "contact.address.care_of": "Association Exemple, boîte 12",
    "contact.domiciliation_until": date(2027, 8, 31),
    "residence.at_mail_address": False,
    "contact.phone": None,
    "contact.email": None,
    "contact.email_usable": None,
    "signature.way": FilingWay.POST,
}
PARENT = {
    "identity.role": Role.PARENT,
    "representative.family_name": "NGUYỄN",
    "representative.given_names": "Thị Lan",
    "representative.gender": Gender.FEMININE,
}
OQTF = {
    "decisions.oqtf": True,
    "decisions.oqtf_notified_on": date(2026, 11, 10),
    "decisions.oqtf_limit": OqtfLimit.ONE_MONTH,
    "decisions.house_arrest": False,
    "decisions.detained": False,
    "decisions.entry_ban": False,
}

PERSONAS = [
    Persona("renewal blocked on ANEF", "cergy", {}, route=Route.FILE),
    Persona("student in the window", "etudiant", {}),
    Persona("refugee with one name", "refugie", {}),
    Persona("regularisation on a booking site", "aes-rdv", {}),
    Persona("youth of child protection before 19", "ase-19-ans", {}),
    Persona("ten-year Algerian certificate, in Paris", "algerien-10-ans", {}),
    Persona("captures of one evening", "captures-un-soir", {}),
    Persona("no proof at all", "sans-preuve", {"measure.kind": MeasureKind.APPOINTMENT}),
    Persona("first permit blocked", "premiere-demande", {}),
    Persona(
        "complete file of five months",
        "dossier-complet-5-mois",
        {"measure.kind": MeasureKind.PROVISIONAL_DOCUMENT},
        most_pages=27,
    ),
    Persona("written refusal", "refus-ecrit", {}, last="refusal", most_pages=4),
    Persona("OQTF not complied with", "oqtf", {}, last="oqtf", most_pages=4, route=Route.LAWYER_NOW),
    Persona(
        "OQTF of last week",
        "etudiant",
        {**OQTF, "decisions.oqtf_state": OqtfState.RUNNING},
        last="oqtf",
        most_pages=4,
        route=Route.LAWYER_NOW,
    ),
    Persona(
        "OQTF annulled by a judge", "etudiant", {**OQTF, "decisions.oqtf_state": OqtfState.ANNULLED},
        most_pages=26,
    ),
    Persona("other territory", "nouvelle-caledonie", {}, last="prefecture", route=Route.OUT_OF_SCOPE),
    Persona(
        "minor alone",
        "etudiant",
        {"identity.role": Role.MINOR_ALONE},
        last="red-flags",
        most_pages=3,
        route=Route.OUT_OF_SCOPE,
    ),
    Persona("a parent for a child", "etudiant", PARENT, most_pages=26),
    Persona(
        "EU citizen",
        "etudiant",
        {"nationality.country": "BE"},
        last="nationality",
        route=Route.OUT_OF_SCOPE,
    ),
    Persona(
        "spouse of an EU citizen",
        "premiere-demande",
        {"nationality.eu_family": True},
        last="nationality",
        route=Route.OUT_OF_SCOPE,
    ),
    Persona("domiciled, without e-mail, lives elsewhere", "etudiant", DOMICILED),
    Persona(
        "domiciled nowhere",
        "etudiant",
        {"contact.address_kind": AddressKind.NONE, "residence.commune": "Grenoble"},
    ),
    Persona(
        "abroad",
        "etudiant",
        {"residence.in_france": False},
        last="red-flags",
        most_pages=3,
        route=Route.OUT_OF_SCOPE,
    ),
    Persona(
        "stateless, moved, two spellings, lost card",
        "etudiant",
        {
            "nationality.country": "XA",
            "nationality.protection": Protection.STATELESS,
            "nationality.protection_on": date(2024, 5, 2),
            "residence.prefecture_confirmed": False,
            "residence.moved": True,
            "residence.file_departement": "2B",
            "identity.other_spelling": "NGUYEN VAN DUC",
            "identity.other_spelling_on": "passeport",
            "permit.document": DocumentKind.CARD,
            "permit.lost": True,
            "permit.lost_on": date(2026, 9, 1),
            "request.title": "apatride",
        },
        unknown=("permit.title",),
    ),
    Persona(
        "appointment too late",
        "aes-rdv",
        {
            "appointment.given": True,
            "appointment.on": date(2027, 9, 1),
            "appointment.too_late": True,
            "appointment.earlier_refused": False,
            "appointment.proof": True,
            "measure.kind": MeasureKind.EARLIER_DATE,
        },
    ),
    Persona(
        "second request after a rejection",
        "algerien-10-ans",
        {
            "decisions.earlier_refere": True,
            "decisions.earlier_refere_on": date(2026, 9, 30),
            "decisions.earlier_refere_number": "2600001",
            "decisions.earlier_refere_outcome": "rejected",
            "decisions.new_proof_since": True,
        },
    ),
    Persona(
        "nothing is known for sure",
        "etudiant",
        {},
        most_pages=27,
        unknown=(
            "decisions.refusal", "decisions.oqtf", "decisions.danger_48h", "residence.since",
            "request.need", "application.filed", "application.status", "application.filed_on",
            "application.complete", "application.receipt", "appointment.given", "identity.birth_date",
            "residence.prefecture_confirmed", "residence.file_departement", "nationality.country",
            "nationality.protection", "nationality.eu_family", "permit.document", "request.kind",
            "request.title", "request.papers", "filing.channel", "blockage.step",
            "decisions.earlier_refere", "decisions.other_case", "measure.kind",
        ),
    ),
    Persona(
        "naturalisation",
        "etudiant",
        {"request.kind": RequestKind.NATIONALITY},
        last="request",
        route=Route.OUT_OF_SCOPE,
    ),
    Persona(
        "born in a year only, with a family that suffers",
        "etudiant",
        {
            "identity.birth_date": PartialDate(1991),
            "consequences": (Consequence(id="q1", kind=ConsequenceKind.FAMILY, what="Mon fils attend."),),
            "family.partner_in_france": True,
            "family.children": 1,
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_a_person_goes_from_the_first_page_to_the_last(persona: Persona) -> None:
    done = walk(persona.wanted, persona.day)
    assert done.errors == {}
    assert done.pages[-1] == persona.last
    assert len(done.pages) == len(set(done.pages)) <= persona.most_pages
    assert done.dossier == pages_answers(persona.wanted, done)
    assert flow.relevant(done.dossier) == done.dossier
    assert missing(done.dossier) == ()
    assert flow.first_open_page(done.dossier) is None
    assert decode(encode(done.dossier)) == done.dossier


@pytest.mark.parametrize("persona", [p for p in PERSONAS if p.route is not None], ids=lambda p: p.name)
def test_a_short_way_loses_nothing_that_decides(persona: Persona) -> None:
    done = walk(persona.wanted, persona.day)
    assert assess(flow.relevant(done.dossier), persona.day).route is persona.route


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_back_goes_where_the_person_came_from(persona: Persona) -> None:
    done = walk(persona.wanted, persona.day)
    back = []
    page = flow.page(done.pages[-1])
    while page is not None:
        back.append(page.id)
        previous = flow.previous_page(done.dossier, page.id)
        if previous is None:
            break
        page = previous
    assert back[::-1] == done.pages


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda p: p.name)
def test_whoever_stops_comes_back_to_the_same_page(persona: Persona) -> None:
    # Stop after each page in turn: what opens again is the page after it, or one they left unanswered.
    everything = walk(persona.wanted, persona.day)
    dossier = Dossier()
    for page_id in everything.pages:
        before = flow.first_open_page(dossier)
        assert before is not None
        assert everything.pages.index(before.id) <= everything.pages.index(page_id)
        step = Walk(dossier)
        dossier = answer(flow.page(page_id), persona.wanted, step, persona.day)


def pages_answers(wanted: Dossier, done: Walk) -> Dossier:
    """What `wanted` says on the pages that were seen, and nothing else."""
    told = Dossier()
    counted = flow.relevant(wanted)
    for page_id in done.pages:
        for question in flow.visible_questions(flow.page(page_id), counted):
            if paths.is_unknown(counted, question.path):
                told = paths.put_unknown(told, question.path)
            else:
                told = paths.put(told, question.path, paths.get(counted, question.path))
    return without_false_ticks(told)


def without_false_ticks(dossier: Dossier) -> Dossier:
    """A box that is not ticked is no answer; the examples say no."""
    for name in ("attempts", "contacts"):
        items = tuple(
            msgspec.structs.replace(item, approximate=item.approximate or None)
            for item in getattr(dossier, name)
        )
        dossier = paths.put(dossier, name, items)
    return dossier
