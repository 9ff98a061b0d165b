"""Answers that cannot all be right: pointed out in words, never corrected, never a reason to crash."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import (
    AddressKind,
    DocumentKind,
    FileStatus,
    MeasureKind,
    OqtfState,
    ReceiptKind,
    RefereOutcome,
    Role,
)
from core.i18n import Message, _
from core.law import facts, regime
from core.law.facts import MAJORITY, age_on
from core.law.home import home_departements, home_postal_code, lives_at_mail_address
from core.law.model import Contradiction
from core.law.periods import add_months
from core.reference import departements

# A document longer than this, or a person older than this, is a slip of the pen.
LONGEST_PERMIT_MONTHS = 11 * 12
OLDEST_PERSON_YEARS = 120

_FUTURE = _("Cette date est dans le futur : {day}. Vérifiez-la.")
_BEFORE_BIRTH = _("Cette date est avant la naissance : {day}. Vérifiez-la.")

# What has already happened, by path.
PAST_DATES = (
    "permit.issued_on", "permit.lost_on", "nationality.protection_on", "application.filed_on",
    "application.documents_asked_on", "application.closed_on", "appointment.earlier_asked_on",
    "decisions.refusal_notified_on", "decisions.oqtf_notified_on", "decisions.earlier_refere_on",
    "signature.filed_on",
)  # fmt: skip


def contradictions(dossier: Dossier, on: date) -> tuple[Contradiction, ...]:
    """Every pair of answers that does not hold together, in the order of the questions."""
    return tuple(found for check in _CHECKS for found in check(dossier, on))


def _dated(dossier: Dossier) -> Iterator[tuple[str, date]]:
    """Every past day that the dossier tells, with its path."""
    for path in PAST_DATES:
        section, name = path.split(".")
        value = getattr(getattr(dossier, section), name)
        if value is not None:
            yield path, value
    for attempt in dossier.attempts:
        if attempt.on is not None:
            yield "attempts", attempt.on
    for contact in dossier.contacts:
        if contact.on is not None:
            yield "contacts", contact.on


def future_dates(dossier: Dossier, on: date) -> Iterator[Contradiction]:
    """What has happened cannot lie in the future."""
    for path, day in _dated(dossier):
        if day > on:
            yield Contradiction(_say(_FUTURE, day), (path,))
    birth = dossier.identity.birth_date
    if birth is not None and birth.earliest() > on:
        yield Contradiction(_say(_FUTURE, birth.earliest()), ("identity.birth_date",))


def before_birth(dossier: Dossier, _on: date) -> Iterator[Contradiction]:
    """Nothing happens to a person before they are born."""
    birth = dossier.identity.birth_date
    if birth is None:
        return
    days = [*_dated(dossier)]
    days += [("consequences", c.on) for c in dossier.consequences if c.on is not None]
    if dossier.permit.expires_on is not None:
        days.append(("permit.expires_on", dossier.permit.expires_on))
    for path, day in days:
        if day < birth.earliest():
            yield Contradiction(_say(_BEFORE_BIRTH, day), ("identity.birth_date", path))


def _say(message: Message, day: date) -> Message:
    return Message(message.msgid, values={"day": day})


def birth(dossier: Dossier, on: date) -> Iterator[Contradiction]:
    """An age that nobody has, or a minor who answers as an adult."""
    birth_date = dossier.identity.birth_date
    if birth_date is not None and on.year - birth_date.year > OLDEST_PERSON_YEARS:
        yield Contradiction(
            _("L’année de naissance semble fausse. Copiez celle du titre."), ("identity.birth_date",)
        )
    age = age_on(dossier, on)
    if dossier.identity.role is Role.PARENT and age is not None and age >= MAJORITY:
        yield Contradiction(
            _("Vous signez comme parent, mais la personne a plus de 18 ans."),
            ("identity.role", "identity.birth_date"),
        )


def permit_dates(dossier: Dossier, _on: date) -> Iterator[Contradiction]:
    """The permit's two dates."""
    held = dossier.permit
    if held.issued_on is not None and held.expires_on is not None:
        if held.expires_on < held.issued_on:
            yield Contradiction(
                _("Le document finit avant d’avoir commencé. Vérifiez les deux dates."),
                ("permit.issued_on", "permit.expires_on"),
            )
        elif held.expires_on > add_months(held.issued_on, LONGEST_PERMIT_MONTHS):
            yield Contradiction(
                _("Ce document dure plus de onze ans. Vérifiez les deux dates."),
                ("permit.issued_on", "permit.expires_on"),
            )
    if held.document is DocumentKind.NONE and regime.is_renewal(dossier) and held.expires_on is None:
        yield Contradiction(
            _("Vous demandez un renouvellement, mais vous n’avez aucun document."),
            ("permit.document", "request.kind"),
        )


def residence(dossier: Dossier, _on: date) -> Iterator[Contradiction]:
    """Arrival in France and birth; address and kind of address."""
    since, birth_date = dossier.residence.since, dossier.identity.birth_date
    if since is not None and birth_date is not None and since.year < birth_date.year:
        yield Contradiction(
            _("L’arrivée en France est avant la naissance. Vérifiez les deux dates."),
            ("residence.since", "identity.birth_date"),
        )
    if dossier.contact.address_kind is AddressKind.NONE and dossier.residence.at_mail_address:
        yield Contradiction(
            _("Vous n’avez pas d’adresse, mais vous habitez à votre adresse postale."),
            ("contact.address_kind", "residence.at_mail_address"),
        )


def departement(dossier: Dossier, _on: date) -> Iterator[Contradiction]:
    """The postcode of the home and the département chosen, which decides the tribunal (R. 312-8 CJA)."""
    chosen, possible = dossier.residence.departement, home_departements(dossier)
    if chosen is None or not possible or chosen in possible:
        return
    known = departements()
    asked_at = "contact.address" if lives_at_mail_address(dossier) else "residence"
    yield Contradiction(
        _(
            "Le code postal {postal_code} est dans : {places}. Vous avez choisi : {chosen}. "
            "Changez la réponse qui est fausse.",
            postal_code=home_postal_code(dossier) or "",
            places=", ".join(f"{known[code].name} ({code})" for code in possible),
            chosen=f"{known[chosen].name} ({chosen})" if chosen in known else chosen,
        ),
        ("residence.departement", f"{asked_at}.postal_code"),
    )


def filing(dossier: Dossier, _on: date) -> Iterator[Contradiction]:
    """Filed or not: the answers must agree."""
    application = dossier.application
    if application.filed and application.status in (FileStatus.DRAFT, FileStatus.NOTHING):
        yield Contradiction(
            _("Vous dites que la demande est déposée, mais le site montre un brouillon ou rien."),
            ("application.filed", "application.status"),
        )
    if application.filed is False and (
        application.status in facts.FILED_STATES or application.filed_on is not None
    ):
        yield Contradiction(
            _("Vous dites que rien n’est déposé, mais vous donnez un dépôt ou un état de dossier."),
            ("application.filed", "application.status", "application.filed_on"),
        )
    if application.filed is False and application.receipt not in (None, ReceiptKind.NONE):
        yield Contradiction(
            _("Vous dites que rien n’est déposé, mais vous avez une confirmation ou un récépissé."),
            ("application.filed", "application.receipt"),
        )
    if application.complete and application.documents_answered is False:
        yield Contradiction(
            _("Vous dites que le dossier est complet, mais la préfecture attend des papiers."),
            ("application.complete", "application.documents_answered"),
        )
    if application.complete and application.closed_as_incomplete:
        yield Contradiction(
            _("Vous dites que le dossier était complet, mais il a été fermé comme incomplet."),
            ("application.complete", "application.closed_as_incomplete"),
        )


def order_of_events(dossier: Dossier, _on: date) -> Iterator[Contradiction]:
    """What comes after cannot come before."""
    application, decisions = dossier.application, dossier.decisions
    filed_on = application.filed_on
    if filed_on is not None:
        for path, day in (
            ("application.documents_asked_on", application.documents_asked_on),
            ("application.closed_on", application.closed_on),
            ("application.receipt_until", application.receipt_until),
        ):
            if day is not None and day < filed_on:
                yield Contradiction(
                    _("Cette date est avant le dépôt de la demande : {day}.", day=day),
                    ("application.filed_on", path),
                )
    refused_on = decisions.refusal_notified_on
    if refused_on is not None and any(a.on is not None and a.on > refused_on for a in dossier.attempts):
        yield Contradiction(
            _("Un essai vient après le refus du {day}. Est-ce une nouvelle demande ?", day=refused_on),
            ("attempts", "decisions.refusal_notified_on"),
        )
    asked_on, given_on = dossier.appointment.earlier_asked_on, dossier.appointment.on
    if asked_on is not None and given_on is not None and asked_on > given_on:
        yield Contradiction(
            _("Vous demandez une date plus proche après le rendez-vous."),
            ("appointment.earlier_asked_on", "appointment.on"),
        )


def decisions(dossier: Dossier, _on: date) -> Iterator[Contradiction]:
    """Decisions that are both there and not there."""
    given = dossier.decisions
    if given.refusal is False and (given.refusal_kind is not None or given.refusal_notified_on is not None):
        yield Contradiction(
            _("Vous dites qu’il n’y a pas de refus, mais vous décrivez un refus."),
            ("decisions.refusal", "decisions.refusal_kind", "decisions.refusal_notified_on"),
        )
    if given.oqtf is False and (given.oqtf_notified_on is not None or given.oqtf_state is not None):
        yield Contradiction(
            _("Vous dites qu’il n’y a pas d’OQTF, mais vous décrivez une OQTF."),
            ("decisions.oqtf", "decisions.oqtf_notified_on", "decisions.oqtf_state"),
        )
    if given.oqtf_state is OqtfState.COMPLIED and dossier.residence.in_france is None:
        yield Contradiction(
            _("Vous dites avoir quitté la France après l’OQTF. Dites où vous vivez."),
            ("decisions.oqtf_state", "residence.in_france"),
        )
    if given.refusal and dossier.application.status in (FileStatus.FAVOURABLE, FileStatus.DELIVERED):
        yield Contradiction(
            _("Vous avez un refus, mais le site montre un accord."),
            ("decisions.refusal", "application.status"),
        )
    if given.earlier_refere is False and given.earlier_refere_outcome in tuple(RefereOutcome):
        yield Contradiction(
            _("Vous dites qu’il n’y a pas eu de référé, mais vous donnez son résultat."),
            ("decisions.earlier_refere", "decisions.earlier_refere_outcome"),
        )


def measure(dossier: Dossier, _on: date) -> Iterator[Contradiction]:
    """What is asked must fit what is told."""
    asked = dossier.measure.kind
    if asked is MeasureKind.EARLIER_DATE and dossier.appointment.given is False:
        yield Contradiction(
            _("Vous demandez une date plus proche, mais vous n’avez pas de rendez-vous."),
            ("measure.kind", "appointment.given"),
        )
    if asked is MeasureKind.PROVISIONAL_DOCUMENT and facts.is_filed(dossier) is False:
        yield Contradiction(
            _("Vous demandez un récépissé, mais votre demande n’est pas déposée."),
            ("measure.kind", "application.filed"),
        )


_CHECKS: tuple[Callable[[Dossier, date], Iterator[Contradiction]], ...] = (
    birth,
    future_dates,
    before_birth,
    residence,
    departement,
    permit_dates,
    filing,
    order_of_events,
    decisions,
    measure,
)
