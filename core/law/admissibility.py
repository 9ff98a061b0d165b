"""Condition: the request can be received. In refere nothing can be mended afterwards (R. 522-2 CJA)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import AddressKind, Role
from core.i18n import _
from core.law.model import Step
from core.law.periods import add_days
from core.law.points import Point, bad, good, open_question, weak
from core.reference import Territory, departements

# Time for the tribunal to write and for the person to answer.
DOMICILIATION_MARGIN_DAYS = 90


def points(dossier: Dossier, on: date) -> Iterator[Point]:
    """Name, address, tribunal, and who signs."""
    yield name(dossier)
    yield from parent(dossier)
    yield address(dossier, on)
    yield tribunal(dossier)


def name(dossier: Dossier) -> Point:
    """The request names its author. Source: CJA R. 411-1."""
    identity = dossier.identity
    named = bool(identity.family_name) and (bool(identity.given_names) or bool(identity.single_name))
    if not named:
        return open_question(
            _("Il manque votre nom complet."),
            _("Écrivez votre nom et vos prénoms comme sur votre titre."),
            "identity.family_name",
            "identity.given_names",
            sources=("cja-r411-1",),
        )
    return good(_("Votre nom est écrit."), sources=("cja-r411-1",), facts=("identity.family_name",))


def parent(dossier: Dossier) -> Iterator[Point]:
    """A parent who acts for a child signs in their own name. Source: code civil art. 388-1-1."""
    if dossier.identity.role is not Role.PARENT:
        return
    if not dossier.representative.family_name:
        yield open_question(
            _("Il manque le nom du parent qui signe."),
            _("Écrivez le nom du parent."),
            "representative.family_name",
            sources=("civil-388-1-1",),
        )
    else:
        yield good(
            _("Le parent signe pour l’enfant."),
            sources=("civil-388-1-1",),
            facts=("representative.family_name",),
        )


def address(dossier: Dossier, on: date) -> Point:
    """The request gives a domicile where post arrives. Source: CJA R. 411-1."""
    contact = dossier.contact
    sources, facts = ("cja-r411-1",), ("contact.address_kind", "contact.address")
    if contact.address_kind is AddressKind.NONE:
        return bad(
            _("Il faut une adresse où le courrier arrive."),
            sources=sources,
            facts=facts,
            steps=(
                Step(
                    _("Demandez une domiciliation au CCAS ou à une association agréée."),
                    facts=("contact.address_kind",),
                ),
            ),
        )
    if not contact.address.city or not (contact.address.street or contact.address.care_of):
        return open_question(
            _("Il manque votre adresse postale."),
            _("Écrivez l’adresse où vous recevez le courrier."),
            "contact.address",
            sources=sources,
        )
    until = contact.domiciliation_until
    if contact.address_kind is AddressKind.DOMICILIATION and until is not None and until < on:
        return weak(
            _("Votre domiciliation est finie."),
            sources=sources,
            facts=("contact.domiciliation_until",),
            steps=(Step(_("Renouvelez la domiciliation avant de déposer la requête.")),),
        )
    soon = until is not None and until < add_days(on, DOMICILIATION_MARGIN_DAYS)
    steps: tuple[Step, ...] = ()
    if soon:
        steps += (Step(_("Renouvelez votre domiciliation bientôt."), by=until),)
    if contact.email_usable is False:
        steps += (
            Step(
                _("Sans e-mail, déposez la requête sur papier, au tribunal ou en recommandé."),
                facts=("contact.email_usable",),
                sources=("cja-r522-3",),
            ),
        )
    return good(_("Votre adresse est écrite."), sources=sources, facts=facts, steps=steps)


def tribunal(dossier: Dossier) -> Point:
    """The tribunal of the place of residence; the wrong one rejects. Source: CJA R. 312-8, R. 522-8-1."""
    code = dossier.residence.departement
    place = departements().get(code) if code else None
    if place is None:
        return open_question(
            _("Il manque le département où vous vivez. Il décide du tribunal."),
            _("Indiquez votre département."),
            "residence.departement",
            sources=("cja-r312-8", "cja-r221-3"),
        )
    steps = (
        (
            Step(
                _("Là où vous vivez, la loi a des règles adaptées. Faites relire la requête par un juriste."),
                facts=("residence.departement",),
            ),
        )
        if place.territory is Territory.ADAPTED
        else ()
    )
    return good(
        _("Le tribunal de votre département est connu."),
        dense=_(
            "Lieu de résidence (R. 312-8 et R. 221-3 CJA) ; le juge des référés ne transmet pas, "
            "il rejette (R. 522-8-1)."
        ),
        sources=("cja-r312-8", "cja-r221-3", "cja-r522-8-1"),
        facts=("residence.departement",),
        steps=steps,
    )
