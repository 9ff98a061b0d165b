"""Small named conditions: when a page or a question applies. Each reads only answers asked before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import (
    AddressKind,
    ConsequenceKind,
    DocumentKind,
    Mode,
    OqtfState,
    Protection,
    RefusalKind,
    RequestKind,
    Role,
)
from core.interview.model import Predicate
from core.law.home import has_address as has_address
from core.law.home import lives_at_mail_address as lives_at_mail_address
from core.reference import Territory, departements, is_eu_eea_swiss


def is_yes(path: str) -> Predicate:
    """Whether the answer at `path` is yes."""
    return lambda dossier: paths.get(dossier, path) is True


def is_no_or_unknown(path: str) -> Predicate:
    """Whether the answer at `path` is no, or « Je ne sais pas »."""
    return lambda dossier: paths.get(dossier, path) is False or paths.is_unknown(dossier, path)


def is_given(path: str) -> Predicate:
    """Whether there is a value at `path`; « Je ne sais pas » is none."""
    return lambda dossier: paths.get(dossier, path) not in (None, ())


def is_one_of(path: str, *values: Any) -> Predicate:
    """Whether the answer at `path` is among `values`."""
    return lambda dossier: paths.get(dossier, path) in values


def both(first: Predicate, second: Predicate) -> Predicate:
    """Whether two conditions hold."""
    return lambda dossier: first(dossier) and second(dossier)


def item_is_no(name: str) -> Callable[[Any], bool]:
    """For the items of a list: whether the answer is no."""
    return lambda item: getattr(item, name) is False


def item_is_one_of(name: str, *values: Any) -> Callable[[Any], bool]:
    """For the items of a list: whether the answer is among `values`."""
    return lambda item: getattr(item, name) in values


def acts_for_child(dossier: Dossier) -> bool:
    """Whether a parent asks for their child."""
    return dossier.identity.role is Role.PARENT


def acts_for_self(dossier: Dossier) -> bool:
    """Whether the person who fills in is the one whose permit is at stake, as far as we know."""
    return not acts_for_child(dossier)


def decision_leads_elsewhere(dossier: Dossier) -> bool:
    """Whether what was said so far leads to another road, whatever the answers about the blockage.

    The result page says which: `core.law.triage` decides, this only spares useless questions.
    """
    decisions = dossier.decisions
    return not _is_with_volunteer(dossier) and (
        dossier.identity.role in (Role.MINOR_ALONE, Role.GUARDIANSHIP)
        or dossier.residence.in_france is False
        or decisions.danger_48h is True
        or decisions.detained is True
        or decisions.house_arrest is True
        or decisions.entry_ban is True
        or (decisions.refusal is True and decisions.refusal_kind in _REFUSALS)
        or (decisions.oqtf is True and decisions.oqtf_state in _STANDING)
        or (decisions.oqtf is True and paths.is_unknown(dossier, "decisions.oqtf_state"))
    )


def territory_leads_elsewhere(dossier: Dossier) -> bool:
    """Whether another law of foreigners applies where the person lives (L. 444-1 to L. 446-1 CESEDA)."""
    place = departements().get(dossier.residence.departement or "")
    return place is not None and place.territory is Territory.OUT_OF_SCOPE and not _is_with_volunteer(dossier)


def nationality_leads_elsewhere(dossier: Dossier) -> bool:
    """Whether the right to stay depends on European law or on the answer to an asylum request."""
    nationality = dossier.nationality
    return not _is_with_volunteer(dossier) and (
        any(is_eu_eea_swiss(c) for c in (nationality.country, nationality.second_country) if c)
        or nationality.eu_family is True
        or nationality.protection is Protection.ASYLUM_SEEKER
    )


def request_leads_elsewhere(dossier: Dossier) -> bool:
    """Whether what is asked for is no residence permit of the prefecture."""
    return dossier.request.kind in _OTHER_PROCEDURES and not _is_with_volunteer(dossier)


def _is_with_volunteer(dossier: Dossier) -> bool:
    # A volunteer always sees every page, since a jurist may decide otherwise than the triage.
    return dossier.preferences.mode is Mode.WITH_VOLUNTEER


_OTHER_PROCEDURES = (
    RequestKind.NATIONALITY,
    RequestKind.FAMILY_REUNIFICATION,
    RequestKind.ASYLUM,
    RequestKind.VISA_ABROAD,
    RequestKind.TRAVEL_DOCUMENT,
    RequestKind.MINOR_CIRCULATION_DOCUMENT,
)
_REFUSALS = (RefusalKind.PERMIT, RefusalKind.REGISTRATION)
_STANDING = (OqtfState.RUNNING, OqtfState.APPEAL_PENDING, OqtfState.NOT_COMPLIED)


def mail_at_others(dossier: Dossier) -> bool:
    """Whether post arrives under somebody else's name or roof."""
    return dossier.contact.address_kind in (
        AddressKind.HOSTED,
        AddressKind.SHELTER,
        AddressKind.DOMICILIATION,
    )


def has_document(dossier: Dossier) -> bool:
    """Whether the person holds, or once held, a residence document."""
    return dossier.permit.document not in (None, DocumentKind.NONE)


def has_protection(dossier: Dossier) -> bool:
    """Whether a protection was granted, so that a decision has a date."""
    return dossier.nationality.protection in (
        Protection.REFUGEE,
        Protection.SUBSIDIARY,
        Protection.STATELESS,
        Protection.TEMPORARY,
    )


def has_family_consequence(dossier: Dossier) -> bool:
    """Whether the person says that their family suffers: only then is the family asked about."""
    return any(c.kind is ConsequenceKind.FAMILY for c in dossier.consequences)


def maybe_filed(dossier: Dossier) -> bool:
    """Whether the request is filed, or the person cannot tell: what the site says settles it."""
    return dossier.application.filed is True or paths.is_unknown(dossier, "application.filed")


def may_seem_late(dossier: Dossier) -> bool:
    """Whether no proven attempt at a renewal came before the 60th day before expiry (R. 431-5 CESEDA).

    Then the prefect may say that the urgency is of the person's own making, and a reason helps. Wider than
    the law's own rule, which knows the day and the permit: a useless question is better than a missing one.
    """
    expires = dossier.permit.expires_on
    if dossier.request.kind is not RequestKind.RENEWAL or expires is None:
        return False
    limit = expires - timedelta(days=60)
    return not any(
        a.on is not None and not a.approximate and a.proof and a.on <= limit for a in dossier.attempts
    )
