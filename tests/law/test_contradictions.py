"""Answers that cannot all be right are pointed out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.law.assessment import assess
from core.law.contradictions import contradictions
from tests.law.stories import ON, renewal, tried

FUTURE = date(2026, 11, 24)

ROWS: list[tuple[dict[str, Any], tuple[str, ...]]] = [
    *[
        ({path: FUTURE}, (path,))
        for path in (
            "permit.issued_on", "permit.lost_on", "nationality.protection_on",
            "appointment.earlier_asked_on", "decisions.earlier_refere_on", "signature.filed_on",
        )
    ],
    ({"application.filed": True, "application.filed_on": FUTURE}, ("application.filed_on",)),
    ({"application.documents_asked_on": FUTURE}, ("application.documents_asked_on",)),
    ({"application.closed_on": FUTURE}, ("application.closed_on",)),
    ({"decisions.refusal": True, "decisions.refusal_notified_on": FUTURE},
     ("decisions.refusal_notified_on",)),
    ({"decisions.oqtf": True, "decisions.oqtf_notified_on": FUTURE}, ("decisions.oqtf_notified_on",)),
    ({"attempts": tried("11-24")}, ("attempts",)),
    ({"contacts": [{"on": FUTURE}]}, ("contacts",)),
    ({"identity.birth_date": {"year": 1905}}, ("identity.birth_date",)),
    ({"identity.role": "parent"}, ("identity.role", "identity.birth_date")),
    ({"permit.issued_on": date(1980, 1, 1), "permit.expires_on": None},
     ("identity.birth_date", "permit.issued_on")),
    ({"consequences": [{"on": date(1980, 1, 1)}]}, ("identity.birth_date", "consequences")),
    ({"permit.expires_on": date(1989, 12, 31)}, ("identity.birth_date", "permit.expires_on")),
    ({"permit.issued_on": date(2026, 3, 1), "permit.expires_on": date(2026, 2, 28)},
     ("permit.issued_on", "permit.expires_on")),
    ({"permit.issued_on": date(2016, 1, 19), "permit.expires_on": date(2027, 1, 20)},
     ("permit.issued_on", "permit.expires_on")),
    ({"permit.document": "none", "permit.expires_on": None}, ("permit.document", "request.kind")),
    ({"residence.since": {"year": 1989}}, ("residence.since", "identity.birth_date")),
    ({"contact.address_kind": "none", "residence.at_mail_address": True},
     ("contact.address_kind", "residence.at_mail_address")),
    # The page knows the département by the postcode: of the home, not of the letter box.
    ({"residence.departement": "75", "contact.address.city": "Nanterre"},
     ("residence.departement", "contact.address.postal_code")),
    ({"contact.address_kind": "domiciliation", "residence.at_mail_address": False,
      "residence.postal_code": "20200", "residence.departement": "2A"},
     ("residence.departement", "residence.postal_code")),
    ({"contact.address_kind": "none", "residence.postal_code": "42620", "residence.departement": "69"},
     ("residence.departement", "residence.postal_code")),
    ({"application.filed": True, "application.status": "draft"},
     ("application.filed", "application.status")),
    ({"application.filed": True, "application.status": "nothing"},
     ("application.filed", "application.status")),
    ({"application.status": "in_examination"},
     ("application.filed", "application.status", "application.filed_on")),
    ({"application.filed_on": date(2026, 10, 1)},
     ("application.filed", "application.status", "application.filed_on")),
    ({"application.receipt": "recepisse"}, ("application.filed", "application.receipt")),
    ({"application.complete": True, "application.documents_answered": False},
     ("application.complete", "application.documents_answered")),
    ({"application.complete": True, "application.closed_as_incomplete": True},
     ("application.complete", "application.closed_as_incomplete")),
    *[
        ({"application.filed": True, "application.filed_on": date(2026, 10, 2), path: date(2026, 10, 1)},
         ("application.filed_on", path))
        for path in ("application.documents_asked_on", "application.closed_on", "application.receipt_until")
    ],
    ({"decisions.refusal": True, "decisions.refusal_notified_on": date(2026, 11, 15)},
     ("attempts", "decisions.refusal_notified_on")),
    ({"appointment.given": True, "appointment.on": date(2026, 11, 1),
      "appointment.earlier_asked_on": date(2026, 11, 2)}, ("appointment.earlier_asked_on", "appointment.on")),
    ({"decisions.refusal_kind": "permit"},
     ("decisions.refusal", "decisions.refusal_kind", "decisions.refusal_notified_on")),
    ({"decisions.refusal_notified_on": date(2026, 11, 20)},
     ("decisions.refusal", "decisions.refusal_kind", "decisions.refusal_notified_on")),
    ({"decisions.oqtf_state": "running"},
     ("decisions.oqtf", "decisions.oqtf_notified_on", "decisions.oqtf_state")),
    ({"decisions.oqtf_notified_on": date(2026, 11, 20)},
     ("decisions.oqtf", "decisions.oqtf_notified_on", "decisions.oqtf_state")),
    ({"decisions.oqtf": True, "decisions.oqtf_state": "complied", "residence.in_france": None},
     ("decisions.oqtf_state", "residence.in_france")),
    ({"decisions.refusal": True, "application.filed": True, "application.status": "favourable"},
     ("decisions.refusal", "application.status")),
    ({"decisions.earlier_refere": False, "decisions.earlier_refere_outcome": "moot"},
     ("decisions.earlier_refere", "decisions.earlier_refere_outcome")),
    ({"measure.kind": "earlier_date"}, ("measure.kind", "appointment.given")),
    ({"measure.kind": "provisional_document"}, ("measure.kind", "application.filed")),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "facts"), ROWS)
def test_each_contradiction_is_said_once_with_its_answers(
    changes: dict[str, Any], facts: tuple[str, ...]
) -> None:
    found = contradictions(renewal(changes), ON)
    assert [one.facts for one in found] == [facts]
    assert str(found[0].text).endswith((".", "?"))
    assert assess(renewal(changes), ON).contradictions == found


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"attempts": tried("11-23")},
        {"permit.issued_on": ON},
        {"permit.issued_on": date(2026, 1, 20), "permit.expires_on": date(2026, 1, 20)},
        {"permit.issued_on": date(2016, 1, 20), "permit.expires_on": date(2027, 1, 20)},
        {"identity.birth_date": {"year": 1906}},
        {"identity.role": "parent", "identity.birth_date": {"year": 2008, "month": 11, "day": 24}},
        {"residence.since": {"year": 1990}},
        {"residence.departement": "75", "contact.address.postal_code": "92999"},
        {"residence.departement": "75", "contact.address.country": "DE"},
        {
            "contact.address_kind": "domiciliation",
            "residence.at_mail_address": False,
            "residence.departement": "75",
        },
        *[{"contact.address.postal_code": "42620", "residence.departement": code} for code in ("03", "42")],
        {
            "contact.address.postal_code": "75016",
            "contact.address.city": "Boulogne-Billancourt",
            "residence.departement": "92",
        },
        {"permit.document": "none"},
        {"application.filed": True, "application.filed_on": ON, "application.closed_on": ON},
        {"application.filed": None, "application.status": "in_examination"},
        {"application.receipt": "none"},
        {"decisions.refusal": True, "decisions.refusal_notified_on": date(2026, 11, 16)},
        {"decisions.refusal": None, "decisions.refusal_kind": "permit"},
        {"decisions.oqtf": True, "decisions.oqtf_state": "complied"},
        {"measure.kind": "provisional_document", "application.filed": None},
        {"measure.kind": "earlier_date", "appointment.given": None},
        {"measure.kind": "appointment"},
        {
            "identity.birth_date": {"year": 1990},
            "residence.since": {"year": 1990},
            "permit.lost_on": date(1990, 1, 1),
        },
    ],
)
def test_what_holds_together_is_left_alone(changes: dict[str, Any]) -> None:
    assert contradictions(renewal(changes), ON) == ()


def test_a_birth_to_come_contradicts_everything_before_it() -> None:
    found = contradictions(renewal({"identity.birth_date": {"year": 2027}}), ON)
    assert ("identity.birth_date",) in {one.facts for one in found}
    assert any(one.facts == ("identity.birth_date", "attempts") for one in found)


def test_the_day_is_said() -> None:
    found = contradictions(renewal({"attempts": tried("11-24")}), ON)
    assert "24 novembre 2026" in str(found[0].text)
