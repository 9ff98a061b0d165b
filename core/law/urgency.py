"""Condition: urgency, judged on the immediate effect of the blockage on the person (CE n° 453391).

For a renewal it is presumed in principle; the person's own delay makes that fragile. Otherwise only effects
that are dated and documented count; general precariousness counts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.dossier.evidence import IDENTITY, is_proven
from core.dossier.model import Dossier
from core.dossier.values import DocumentKind, LateReason
from core.i18n import _
from core.law import facts, regime
from core.law.model import Step, Urgency
from core.law.points import Point, bad, good, open_question, weak
from core.law.triage_urgent import oqtf_stands

_SOURCES = ("ce-453391", "cja-r522-1")
_PAPER = Step(
    _("Demandez un papier daté : lettre de l’employeur, de l’école, de la CAF ou du bailleur."),
    facts=("consequences",),
)


@dataclass(frozen=True)
class Judged:
    """The urgency, where it comes from, and the points that say why."""

    urgency: Urgency
    points: tuple[Point, ...]


def judge(dossier: Dossier, on: date) -> Judged:
    """Where the urgency comes from today. Source: CE 9 June 2022, n° 453391; CJA R. 522-1."""
    if oqtf_stands(dossier):
        return Judged(Urgency.ABSENT, (_defeated_by_oqtf(),))
    if dossier.request.kind is None:
        return Judged(Urgency.UNKNOWN, (_kind_unknown(),))
    harm = _documented(dossier, on)
    if regime.is_renewal(dossier):
        return _renewal(dossier, on, harm)
    if harm is not None:
        return Judged(Urgency.CHARACTERISED, (harm,))
    return _nothing_documented(dossier, on)


def _defeated_by_oqtf() -> Point:
    return bad(
        _("Une OQTF non exécutée fait tomber l’urgence."),
        sources=("ce-453391",),
        facts=("decisions.oqtf", "decisions.oqtf_state"),
    )


def _kind_unknown() -> Point:
    return open_question(
        _("On ne sait pas si vous demandez un renouvellement ou autre chose."),
        _("Dites ce que vous demandez à la préfecture."),
        "request.kind",
        sources=_SOURCES,
    )


def _documented(dossier: Dossier, on: date) -> Point | None:
    """The special circumstances that are dated and shown by a paper."""
    limit = facts.nineteenth_birthday(dossier, on)
    if limit is not None and is_proven(dossier, IDENTITY):
        asked = regime.permit(dossier)
        # The age limit of L. 435-3 is not among those of R. 431-5 2°: the date speaks for itself there.
        by_decree = asked is not None and "L. 435-3" not in asked.legal_basis
        return good(
            _("Vous avez 19 ans le {day}. Après, il sera trop tard pour cette demande.", day=limit),
            sources=("ce-453391", "ceseda-r431-5") if by_decree else ("ce-453391",),
            facts=("identity.birth_date", "request.title"),
        )
    harms = facts.documented_harms(dossier, on)
    if not harms:
        return None
    nearest = min(
        (harm.on for harm in harms if harm.on is not None),
        # What is still to come first, then the latest that has happened.
        key=lambda day: (day < on, abs((day - on).days)),
    )
    return good(
        _("Un fait grave, daté et prouvé montre l’urgence : {day}.", day=nearest),
        dense=_("Circonstances particulières, datées et documentées (CE n° 453391 ; R. 522-1 CJA)."),
        sources=_SOURCES,
        facts=("consequences",),
    )


def late_since(dossier: Dossier, on: date) -> date | None:
    """The last day on which the renewal was to be asked for, where the person first tried later.

    Source: CESEDA R. 431-5 1°. None where the person is in time, or where that is not known.
    """
    window = regime.renewal_window(dossier)
    if window is None or facts.first_try(dossier, on) <= window.closes:
        return None
    return window.closes


def is_late_explained(dossier: Dossier) -> bool:
    """Whether the person says why they did not act earlier."""
    reason = dossier.timing.late_reason
    if reason is LateReason.OTHER:
        return bool(dossier.timing.late_text)
    return reason is not None


def _renewal(dossier: Dossier, on: date, harm: Point | None) -> Judged:
    """A renewal: presumed in principle; the person's own delay makes it fragile.

    Source: CE 9 June 2022, n° 453391; CESEDA R. 431-5 1°.
    """
    expires_on = dossier.permit.expires_on
    if expires_on is None:
        question = (
            _no_document_to_renew()
            if dossier.permit.document is DocumentKind.NONE
            else open_question(
                _("Pour un renouvellement, l’urgence est en principe reconnue. Il manque la date de fin."),
                _("Donnez la date de fin de votre document."),
                "permit.expires_on",
                sources=("ce-453391",),
            )
        )
        return Judged(Urgency.UNKNOWN, (question, *([harm] if harm else [])))
    if harm is not None:
        return Judged(*_renewal_with_harm(dossier, on, harm))
    late = late_since(dossier, on)
    if late is None:
        return _renewal_in_time(dossier, on)
    tried_before_expiry = facts.first_try(dossier, on) <= expires_on
    if is_late_explained(dossier) and tried_before_expiry:
        return Judged(
            Urgency.PRESUMED,
            (
                _presumed(_PAPER),
                good(
                    _("Vous avez essayé tard, mais vous dites pourquoi."),
                    sources=("ceseda-r431-5",),
                    facts=("timing.late_reason",),
                ),
            ),
        )
    return Judged(Urgency.FRAGILE, (_late(dossier, late),))


def _renewal_with_harm(dossier: Dossier, on: date, harm: Point) -> tuple[Urgency, tuple[Point, ...]]:
    if late_since(dossier, on) is None:
        return Urgency.PRESUMED, (_presumed(), harm)
    steps = () if is_late_explained(dossier) else (_EXPLAIN,)
    return Urgency.CHARACTERISED, (
        harm,
        good(
            _("Vous avez essayé tard : le juge peut le reprocher. La preuve du fait grave y répond."),
            sources=("ceseda-r431-5",),
            facts=("permit.expires_on", "attempts", "timing.late_reason"),
            steps=steps,
        ),
    )


def _presumed(*steps: Step) -> Point:
    return good(
        _("Vous demandez un renouvellement : l’urgence est en principe reconnue."),
        dense=_("CE n° 453391 : urgence en principe constatée pour un renouvellement."),
        sources=("ce-453391",),
        facts=("request.kind", "permit.expires_on"),
        steps=steps,
    )


def _renewal_in_time(dossier: Dossier, on: date) -> Judged:
    window = regime.renewal_window(dossier)
    if window is not None and on < window.opens:
        return Judged(
            Urgency.FRAGILE,
            (
                weak(
                    _("Votre document est encore valable longtemps. La période ouvre le {day}.",
                      day=window.opens),
                    sources=("ceseda-r431-5",),
                    facts=("permit.expires_on",),
                    steps=(Step(_("Essayez à partir de cette date."), by=window.opens),),
                ),
            ),
        )  # fmt: skip
    return Judged(Urgency.PRESUMED, (_presumed(_PAPER),))


_EXPLAIN = Step(_("Expliquez pourquoi vous n’avez pas agi plus tôt."), facts=("timing.late_reason",))


def _late(dossier: Dossier, closed_on: date) -> Point:
    return weak(
        _("Le premier essai prouvé vient après le {day}. Le juge peut dire que c’est trop tard.",
          day=closed_on),
        dense=_(
            "La présomption du renouvellement est fragile si le retard vient de la personne "
            "(R. 431-5 1° CESEDA). Un retard dû au site se prouve."
        ),
        sources=("ce-453391", "ceseda-r431-5", "ceseda-l436-5"),
        facts=("permit.expires_on", "attempts", "timing.late_reason"),
        steps=(*(() if is_late_explained(dossier) else (_EXPLAIN,)), _PAPER),
    )  # fmt: skip


def _no_document_to_renew() -> Point:
    return open_question(
        _("Vous parlez d’un renouvellement, mais d’aucun document à renouveler."),
        _("Dites quel était votre dernier document, ou choisissez « premier titre »."),
        "permit.document",
        "request.kind",
        sources=("ce-453391",),
    )


def _nothing_documented(dossier: Dossier, on: date) -> Judged:
    """No special circumstance is dated and documented yet. Source: CE 9 June 2022, n° 453391."""
    told = facts.told_harms(dossier)
    if told or facts.nineteenth_birthday(dossier, on) is not None:
        return Judged(
            Urgency.FRAGILE,
            (
                weak(
                    _("Vous racontez un fait grave, mais sa date ou sa preuve manque."),
                    sources=_SOURCES,
                    facts=("consequences",),
                    steps=(_PAPER,),
                ),
            ),
        )
    if dossier.consequences:
        return Judged(
            Urgency.ABSENT,
            (
                bad(
                    _("La peur ou une situation difficile ne suffit pas. Il faut un fait daté."),
                    dense=_("La précarité générale ne caractérise pas l’urgence (CE n° 453391)."),
                    sources=_SOURCES,
                    facts=("consequences",),
                    steps=(_PAPER,),
                ),
            ),
        )
    return Judged(
        Urgency.UNKNOWN,
        (
            open_question(
                _("Ce n’est pas un renouvellement : il faut montrer un fait grave, daté et prouvé."),
                _("Dites ce qui se passe pour vous, à quelle date, et quel papier le montre."),
                "consequences",
                sources=_SOURCES,
            ),
        ),
    )
