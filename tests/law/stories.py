"""Short ways to the complete stories of `tests/cases/_bases.yaml`, with some answers changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from core.dossier.model import Dossier
from core.law.assessment import assess
from core.law.model import ConditionId, Reason, Status, Step
from tests.law.cases import bases, dossier_of

ON = date(2026, 11, 23)

# A request filed on ANEF after the permit's end, within the period of silence, without any document.
WITHOUT_ATTESTATION = {
    "request.need": "attestation",
    "permit.expires_on": date(2026, 10, 31),
    "application.filed": True,
    "application.filed_on": date(2026, 8, 20),
    "application.complete": True,
    "application.receipt": "deposit_confirmation",
    "application.proof": True,
}


# A young person from child protection, nineteen in twelve days, and the paper that shows the birth.
YOUNG = {
    "identity.birth_date": {"year": 2007, "month": 12, "day": 5},
    "request.title": "ase_avant_16",
    "consequences": [],
}
PASSPORT = {"exhibits": [{"proves": ["identity"], "status": "attached"}]}


def renewal(changes: dict[str, Any] | None = None) -> Dossier:
    """A renewal blocked on ANEF, ready to be filed, with these answers changed."""
    return dossier_of({**bases()["renewal_on_anef"], **(changes or {})})


def first(changes: dict[str, Any] | None = None) -> Dossier:
    """A first request blocked on a booking site, ready to be filed, with these answers changed."""
    return dossier_of({**bases()["first_on_booking_site"], **(changes or {})})


def tried(*days: str, channel: str = "anef", **more: Any) -> list[dict[str, Any]]:
    """Proven attempts on these days of 2026, written `10-12`."""
    return [
        {"on": date.fromisoformat(f"2026-{day}"), "channel": channel, "proof": True, **more} for day in days
    ]


def status(dossier: Dossier, condition: ConditionId, on: date = ON) -> Status:
    """How a condition stands."""
    return assess(dossier, on).condition(condition).status


def sentences(told: tuple[Reason, ...] | tuple[Step, ...]) -> list[str]:
    """What is said, in French."""
    return [str(one.plain if isinstance(one, Reason) else one.text) for one in told]


def effect(kind: str, on: str | None, proof: bool = True) -> dict[str, Any]:
    """One effect of the blockage, as the only one told."""
    day = {"on": date.fromisoformat(on)} if on else {}
    return {"consequences": [{"kind": kind, "proof": proof, **day}]}
