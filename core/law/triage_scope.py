"""Triage: what this program does not cover, and who can help instead."""

from __future__ import annotations

from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import Protection, RequestKind, Role
from core.i18n import Message, _
from core.law.facts import MAJORITY, age_on
from core.law.model import Reason, Remedy, Route, Step
from core.law.verdict import Verdict
from core.reference import Territory, departements
from core.reference.countries import is_eu_eea_swiss

FRANCE = "FR"

_SEE_AN_ASSOCIATION = _("Parlez-en à une association ou à un avocat.")
_TERRITORY_SOURCES = {"986": "ceseda-l444-1", "987": "ceseda-l445-1", "988": "ceseda-l446-1"}


def _outside(
    plain: Message,
    fact: str,
    remedy: Remedy = Remedy.LAWYER,
    *,
    sources: tuple[str, ...] = (),
    dense: Message | None = None,
    step: Message = _SEE_AN_ASSOCIATION,
) -> Verdict:
    return Verdict(
        Route.OUT_OF_SCOPE,
        remedy,
        (Reason(plain, dense, sources, (fact,)),),
        (Step(step, facts=(fact,)),),
    )


def minor_alone(dossier: Dossier, on: date) -> Verdict | None:
    """A minor acts through a parent. Source: code civil art. 388-1-1."""
    role = dossier.identity.role
    age = age_on(dossier, on)
    under_age = role is not Role.PARENT and age is not None and 0 <= age < MAJORITY
    if role is not Role.MINOR_ALONE and not under_age:
        return None
    return _outside(
        _("Une personne de moins de 18 ans ne peut pas signer seule une requête."),
        "identity.role",
        sources=("civil-388-1-1",),
        step=_("Un parent peut signer pour vous. Sinon, voyez une association ou un avocat."),
    )


def guardianship(dossier: Dossier, _on: date) -> Verdict | None:
    """A person under guardianship acts with their guardian; the program has no form for it."""
    if dossier.identity.role is not Role.GUARDIANSHIP:
        return None
    return _outside(
        _("Avec une tutelle ou une curatelle, la requête doit passer par le tuteur ou le curateur."),
        "identity.role",
    )


def abroad(dossier: Dossier, _on: date) -> Verdict | None:
    """The prefect of the département of residence delivers permits. Source: CESEDA R. 431-20."""
    if dossier.residence.in_france is not False:
        return None
    return _outside(
        _("Vous vivez hors de France. La demande passe par le consulat."),
        "residence.in_france",
        Remedy.OTHER_AUTHORITY,
        sources=("ceseda-r431-20",),
        step=_("Écrivez au consulat de France de votre pays."),
    )


def other_territory(dossier: Dossier, _on: date) -> Verdict | None:
    """Wallis and Futuna, French Polynesia, New Caledonia: other law. Source: CESEDA L. 444-1 to L. 446-1."""
    code = dossier.residence.departement
    place = departements().get(code) if code else None
    if place is None or place.territory is not Territory.OUT_OF_SCOPE:
        return None
    return _outside(
        _("Là où vous vivez, un autre droit des étrangers s’applique."),
        "residence.departement",
        sources=(_TERRITORY_SOURCES[place.code],),
    )


def french_or_european(dossier: Dossier, _on: date) -> Verdict | None:
    """French and European citizens need no permit. Source: CESEDA R. 233-18."""
    countries = {dossier.nationality.country, dossier.nationality.second_country}
    if FRANCE in countries:
        return _outside(
            _("Une personne française n’a pas besoin de titre de séjour."),
            "nationality.country",
            Remedy.OTHER_AUTHORITY,
        )
    if any(is_eu_eea_swiss(country) for country in countries if country) or (
        dossier.request.title == "citoyen_ue"
    ):
        return _outside(
            _("Votre droit de vivre en France ne dépend pas d’une carte."),
            "nationality.country",
            sources=("ceseda-r233-18",),
            dense=_("R. 233-18 CESEDA : l’urgence est rarement montrée pour un citoyen européen."),
        )
    return None


def european_family(dossier: Dossier, _on: date) -> Verdict | None:
    """Family of a European citizen: other rules, other periods. Source: CESEDA R. 233-17, R. 233-18."""
    if not dossier.nationality.eu_family and dossier.request.title != "famille_ue":
        return None
    return _outside(
        _("La famille d’un citoyen européen a des règles à part. Ce programme ne les connaît pas."),
        "nationality.eu_family",
        sources=("ceseda-r233-17", "ceseda-r233-18"),
    )


def asylum(dossier: Dossier, _on: date) -> Verdict | None:
    """Asylum has its own law. Source: CESEDA R. 431-12 (no recepisse for asylum seekers)."""
    if dossier.request.kind is RequestKind.ASYLUM:
        fact = "request.kind"
    elif dossier.nationality.protection is Protection.ASYLUM_SEEKER:
        fact = "nationality.protection"
    else:
        return None
    return _outside(
        _("La demande d’asile a ses propres règles. Ce programme ne les connaît pas."),
        fact,
        sources=("ceseda-r431-12",),
    )


def nationality(dossier: Dossier, _on: date) -> Verdict | None:
    """Naturalisation is not a permit."""
    if dossier.request.kind is not RequestKind.NATIONALITY:
        return None
    return _outside(
        _("La demande de nationalité n’est pas une demande de titre de séjour."),
        "request.kind",
        Remedy.OTHER_AUTHORITY,
    )


def family_reunification(dossier: Dossier, _on: date) -> Verdict | None:
    """The sponsor's request has its own way and a period of six months. Source: CESEDA R. 434-26."""
    if dossier.request.kind is not RequestKind.FAMILY_REUNIFICATION:
        return None
    return _outside(
        _("Le regroupement familial suit une autre voie. La réponse peut prendre six mois."),
        "request.kind",
        Remedy.OTHER_AUTHORITY,
        sources=("ceseda-r434-26",),
    )


def visa(dossier: Dossier, _on: date) -> Verdict | None:
    """A visa is asked of the consulate."""
    if dossier.request.kind is not RequestKind.VISA_ABROAD:
        return None
    return _outside(
        _("Un visa se demande au consulat, pas à la préfecture."),
        "request.kind",
        Remedy.OTHER_AUTHORITY,
        step=_("Écrivez au consulat de France de votre pays."),
    )


def travel_papers(dossier: Dossier, _on: date) -> Verdict | None:
    """DCEM and travel documents are not permits. Source: CESEDA D. 414-1."""
    kinds = (RequestKind.MINOR_CIRCULATION_DOCUMENT, RequestKind.TRAVEL_DOCUMENT)
    if dossier.request.kind not in kinds and dossier.request.title not in ("dcem", "titre_voyage"):
        return None
    return _outside(
        _("Un document de voyage n’est pas un titre de séjour. Le texte de la requête serait faux."),
        "request.kind",
        sources=("ceseda-d414-1",),
    )
