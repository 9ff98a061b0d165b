"""The cases that the documents are tested on: every example, and variants with a few answers changed."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from core.documents.case import Case
from core.dossier.examples import load, names
from core.dossier.model import Application, Appointment, Dossier, Representative
from core.dossier.paths import put
from core.dossier.values import (
    FileStatus,
    Gender,
    MeasureKind,
    OqtfState,
    ReceiptKind,
    RefereOutcome,
    RefusalKind,
    Role,
)
from core.law.assessment import assess


def case(example: str, answers: dict[str, Any] | None = None) -> Case:
    """The case of an example on its own day, with some answers changed (by path)."""
    kept = load(example)
    return case_of(with_answers(kept.dossier, answers or {}), kept.day)


def case_of(dossier: Dossier, on: date) -> Case:
    """The case of a dossier, assessed."""
    return Case(dossier, assess(dossier, on), on)


def with_answers(dossier: Dossier, answers: dict[str, Any]) -> Dossier:
    """The dossier with these answers."""
    for path, value in answers.items():
        dossier = put(dossier, path, value)
    return dossier


VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {
    "attestation-due": (
        "etudiant",
        {
            "measure.kind": MeasureKind.PROVISIONAL_DOCUMENT,
            "permit.expires_on": date(2026, 11, 15),
            "permit.allows_work": True,
            "application": Application(
                filed=True,
                filed_on=date(2026, 10, 20),
                number="7503-1",
                status=FileStatus.IN_EXAMINATION,
                complete=True,
                receipt=ReceiptKind.DEPOSIT_CONFIRMATION,
                proof=True,
            ),
        },
    ),
    "appointment-too-late": (
        "ase-19-ans",
        {
            "measure.kind": MeasureKind.EARLIER_DATE,
            "appointment": Appointment(
                given=True,
                on=date(2027, 3, 1),
                too_late=True,
                earlier_asked_on=date(2026, 11, 12),
                proof=True,
            ),
        },
    ),
    "parent": (
        "refugie",
        {
            "identity.role": Role.PARENT,
            "identity.gender": Gender.FEMININE,
            "identity.birth_date": None,
            "representative": Representative(
                family_name="RAHIMI", given_names="Zahra", gender=Gender.FEMININE
            ),
        },
    ),
    "neutral-old-oqtf": (
        "etudiant",
        {
            "identity.gender": Gender.NEUTRAL,
            "decisions.oqtf": True,
            "decisions.oqtf_notified_on": date(2021, 5, 1),
            "decisions.oqtf_state": OqtfState.ANNULLED,
            "decisions.earlier_refere": True,
            "decisions.earlier_refere_on": date(2026, 10, 1),
            "decisions.earlier_refere_number": "2611111",
            "decisions.earlier_refere_outcome": RefereOutcome.REJECTED,
            "decisions.new_proof_since": True,
            "measure.delay_days": 30,
            "blockage.exact_words": False,
        },
    ),
    "registration-despite-refusal": (
        "premiere-demande",
        {
            "measure.kind": MeasureKind.REGISTRATION,
            "decisions.refusal": True,
            "decisions.refusal_kind": RefusalKind.REGISTRATION,
            "decisions.refusal_notified_on": date(2026, 11, 2),
        },
    ),
}


@cache
def story(name: str) -> Case:
    """An example or a variant by its name."""
    return case(*VARIANTS[name]) if name in VARIANTS else case(name)


STORIES = (*names(), *VARIANTS)
