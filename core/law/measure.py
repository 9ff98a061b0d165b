"""What may be asked of the judge here, and what to ask by default. What must not be asked is not offered.

Never the permit itself, never money beyond proven costs, never a reorganisation of the desk: the judge of
L. 521-3 orders individual, provisional measures (L. 511-1, L. 521-3 CJA).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import Channel, MeasureKind, Readiness
from core.i18n import _
from core.law import facts, regime
from core.law.model import Reason
from core.law.triage_instruction import appointment_ahead
from core.reference import Known

# Judges ordered one month or fifteen days; eight days or fewer only before a dated harm.
WITHOUT_HARM_DAYS = 30
WITH_HARM_DAYS = 15
SHORTEST_DAYS = 2
MODEST_PENALTY_EUR = 50
PRESSING_PENALTY_EUR = 100


@dataclass(frozen=True)
class ProposedMeasure:
    """The measure to ask by default, and the choices that may be offered instead.

    `delay_days` runs from the notification of the order. `penalty_eur_per_day` is a subsidiary request,
    modest. `provisional_document`: whether the document of R. 431-12 or R. 431-15-1 CESEDA may be asked for
    once the file is registered; `document_allows_work`: whether the law gives it the right to work.
    `costs`: whether proven costs may be claimed (L. 761-1 CJA).
    """

    kind: MeasureKind
    allowed: tuple[MeasureKind, ...]
    delay_days: int
    penalty_eur_per_day: int
    provisional_document: bool
    document_allows_work: Known
    costs: bool
    reasons: tuple[Reason, ...]


def allowed_kinds(dossier: Dossier, on: date) -> tuple[MeasureKind, ...]:
    """The measures that fit the situation, the best first.

    Source: CE n° 436288 (earlier date), CESEDA R. 431-12 and R. 431-15-1 (document), R. 431-2 (substitution),
    CE n° 435594 (appointment).
    """
    if appointment_ahead(dossier, on):
        return (MeasureKind.EARLIER_DATE,)
    if facts.is_filed(dossier):
        return (MeasureKind.PROVISIONAL_DOCUMENT,)
    way = regime.channel(dossier)
    if way is Channel.ANEF:
        return (MeasureKind.SUBSTITUTION, MeasureKind.APPOINTMENT)
    if way in (Channel.POST, Channel.EMAIL, Channel.DEMARCHE_NUMERIQUE):
        return (MeasureKind.APPOINTMENT, MeasureKind.REGISTRATION)
    return (MeasureKind.APPOINTMENT,)


def delay_days(dossier: Dossier, on: date) -> int:
    """The delay to ask for: one month, fifteen days with a dated harm, less only where the harm is days away.

    Before a harm that is `n` days away, two thirds of that time: the order must still be carried out before.
    Source: CE 10 June 2020, n° 435594 (a short delay in case of particular urgency).
    """
    harm = facts.next_harm(dossier, on)
    if harm is not None and (harm - on).days <= WITH_HARM_DAYS:
        return max(SHORTEST_DAYS, (harm - on).days * 2 // 3)
    expired = (
        regime.is_renewal(dossier)
        and dossier.permit.expires_on is not None
        and dossier.permit.expires_on < on
    )
    if harm is not None or expired or facts.documented_harms(dossier, on):
        return WITH_HARM_DAYS
    return WITHOUT_HARM_DAYS


def proposed_measure(dossier: Dossier, on: date) -> ProposedMeasure:
    """What to ask by default in this situation. The person may change the kind among `allowed`."""
    kinds = allowed_kinds(dossier, on)
    delay = delay_days(dossier, on)
    costs = dossier.measure.costs_cents is not None and bool(dossier.measure.costs_paper)
    return ProposedMeasure(
        kind=kinds[0],
        allowed=kinds,
        delay_days=delay,
        penalty_eur_per_day=PRESSING_PENALTY_EUR if delay < WITH_HARM_DAYS else MODEST_PENALTY_EUR,
        provisional_document=_document_may_be_asked(dossier, kinds[0]),
        document_allows_work=regime.work_allowed_meanwhile(dossier),
        costs=costs,
        reasons=(_KIND_REASONS[kinds[0]], _delay_reason(delay), _PENALTY_REASON),
    )


def _document_may_be_asked(dossier: Dossier, kind: MeasureKind) -> bool:
    """The document follows a complete file only. Source: CESEDA R. 431-10, R. 431-15-1; CE n° 473349."""
    if kind is MeasureKind.PROVISIONAL_DOCUMENT:
        return True
    return dossier.request.papers is Readiness.ALL


_KIND_REASONS = {
    MeasureKind.EARLIER_DATE: Reason(
        _("Vous avez une date, mais trop lointaine : on demande une date plus proche."),
        sources=("ce-436288",),
        facts=("appointment.on",),
    ),
    MeasureKind.PROVISIONAL_DOCUMENT: Reason(
        _("La demande est déposée : on demande le récépissé ou l’attestation."),
        sources=("ceseda-r431-12", "ceseda-r431-15-1"),
        facts=("application.filed",),
    ),
    MeasureKind.SUBSTITUTION: Reason(
        _("Le site bloque : on demande une convocation pour déposer au guichet."),
        _("Convocation au titre de la solution de substitution de l’article R. 431-2 CESEDA."),
        ("ceseda-r431-2", "arrete-2023-08-01"),
        ("filing.channel",),
    ),
    MeasureKind.APPOINTMENT: Reason(
        _("On demande un rendez-vous pour déposer la demande."),
        sources=("ce-435594",),
        facts=("filing.channel",),
    ),
    MeasureKind.REGISTRATION: Reason(
        _("On demande l’enregistrement de la demande."),
        sources=("ce-435594", "ceseda-r431-3"),
        facts=("filing.channel",),
    ),
}

_PENALTY_REASON = Reason(
    _("L’astreinte est une demande en plus. Le juge la refuse souvent."),
    sources=("cja-l911-3",),
    facts=("measure.penalty",),
)


def _delay_reason(days: int) -> Reason:
    if days >= WITHOUT_HARM_DAYS:
        plain = _("Sans date grave prouvée, un mois est un délai raisonnable.")
    elif days >= WITH_HARM_DAYS:
        plain = _("Un fait grave, ou un titre qui n’est plus valable : on demande quinze jours.")
    else:
        plain = _("Un fait grave arrive très bientôt : le délai demandé est court.")
    return Reason(plain, sources=("ce-435594",), facts=("consequences", "measure.delay_days"))
