"""Triage: a deadline in days or hours, or a danger. A lawyer first, before anything else."""

from __future__ import annotations

from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import OqtfLimit, OqtfState
from core.i18n import _
from core.law.model import Reason, Remedy, Route, Step
from core.law.periods import add_days, add_months
from core.law.verdict import Verdict

SEE_A_LAWYER = _("Appelez un avocat ou une association aujourd’hui. Montrez toutes les pages reçues.")

# What lifts the obligation: annulled by a judge, or obeyed.
_LIFTED = frozenset({OqtfState.ANNULLED, OqtfState.COMPLIED})


def detained(dossier: Dossier, _on: date) -> Verdict | None:
    """In detention every period is in hours. Source: CESEDA L. 614-2, L. 921-2 (48 hours), L. 614-3."""
    if not dossier.decisions.detained:
        return None
    return Verdict(
        Route.LAWYER_NOW,
        Remedy.LAWYER,
        (
            Reason(
                _("Vous êtes retenu ou détenu. Les délais se comptent en heures ou en jours."),
                _(
                    "Rétention : 48 heures (L. 614-2 et L. 921-2 CESEDA). Détention : sept jours "
                    "(L. 614-3 et L. 921-1)."
                ),
                ("ceseda-l614-2", "ceseda-l614-3", "ceseda-l921-1", "ceseda-l921-2"),
                ("decisions.detained",),
            ),
        ),
        (Step(SEE_A_LAWYER, facts=("decisions.detained",)),),
    )


def danger_in_48_hours(dossier: Dossier, on: date) -> Verdict | None:
    """A danger within 48 hours is for the judge of freedoms. Source: CJA L. 521-2."""
    if not dossier.decisions.danger_48h:
        return None
    return Verdict(
        Route.LAWYER_NOW,
        Remedy.L521_2,
        (
            Reason(
                _("Un danger arrive dans les 48 heures. Un autre référé est plus rapide."),
                _(
                    "Référé-liberté (L. 521-2 CJA) : atteinte grave et manifestement illégale à une "
                    "liberté fondamentale, le juge se prononce en 48 heures."
                ),
                ("cja-l521-2",),
                ("decisions.danger_48h",),
            ),
        ),
        (Step(SEE_A_LAWYER, by=on, facts=("decisions.danger_48h",), sources=("cja-l521-2",)),),
    )


def oqtf_stands(dossier: Dossier) -> bool:
    """Whether an OQTF was received and nothing says that it was annulled or obeyed."""
    return bool(dossier.decisions.oqtf) and dossier.decisions.oqtf_state not in _LIFTED


def oqtf_deadline(dossier: Dossier, on: date) -> date | None:
    """The last safe day to contest the OQTF, where it is still to come.

    One month (L. 911-1 CESEDA); seven days under house arrest (L. 614-2, L. 921-1), counted as calendar
    days, never extended; 48 hours in detention (L. 921-2). Where the limit is not known, the shortest that
    the answers allow.
    """
    decisions = dossier.decisions
    notified = decisions.oqtf_notified_on
    if notified is None or not oqtf_stands(dossier):
        return None
    if decisions.detained or decisions.oqtf_limit is OqtfLimit.FORTY_EIGHT_HOURS:
        end = add_days(notified, 2)
    elif decisions.house_arrest or decisions.oqtf_limit is OqtfLimit.SEVEN_DAYS:
        end = add_days(notified, 7)
    elif decisions.oqtf_limit is OqtfLimit.ONE_MONTH:
        end = add_months(notified, 1)
    else:
        end = add_days(notified, 7) if on <= add_days(notified, 7) else add_months(notified, 1)
    return end if end >= on else None


def obligation_to_leave(dossier: Dossier, on: date) -> Verdict | None:
    """An OQTF that stands: its own, short way of appeal, and no urgency here.

    Source: CESEDA L. 614-1, L. 911-1, L. 921-1, L. 921-2; not complied with, it defeats the urgency of
    L. 521-3 (CE 9 June 2022, n° 453391).
    """
    if not oqtf_stands(dossier):
        return None
    reasons = [
        Reason(
            _("Vous avez reçu une OQTF. Ce référé ne peut pas empêcher son exécution."),
            _(
                "L. 521-3 ne fait obstacle à aucune décision. Une OQTF non exécutée fait tomber "
                "l’urgence (CE n° 453391)."
            ),
            ("cja-l521-3", "ce-453391", "ceseda-l614-1"),
            ("decisions.oqtf", "decisions.oqtf_state"),
        )
    ]
    deadline = oqtf_deadline(dossier, on)
    if deadline is not None:
        reasons.append(
            Reason(
                _("Le délai pour la contester court encore. Il est très court."),
                _(
                    "Un mois (L. 911-1 CESEDA), sept jours avec assignation (L. 921-1), 48 heures en "
                    "rétention (L. 921-2). La dernière page de l’OQTF le dit."
                ),
                ("ceseda-l911-1", "ceseda-l921-1", "ceseda-l921-2"),
                ("decisions.oqtf_notified_on", "decisions.oqtf_limit"),
            )
        )
    return Verdict(
        Route.LAWYER_NOW,
        Remedy.LAWYER,
        tuple(reasons),
        (
            Step(SEE_A_LAWYER, by=deadline, facts=("decisions.oqtf_notified_on",)),
            Step(_("Demandez l’aide juridictionnelle pour payer l’avocat."), sources=("cc-2024-1091",)),
        ),
    )


def house_arrest(dossier: Dossier, _on: date) -> Verdict | None:
    """House arrest goes with a removal decision. Source: CESEDA L. 614-2, L. 921-1."""
    if not dossier.decisions.house_arrest:
        return None
    return Verdict(
        Route.LAWYER_NOW,
        Remedy.LAWYER,
        (
            Reason(
                _("Vous êtes assigné à résidence. Le délai pour agir est de sept jours."),
                None,
                ("ceseda-l614-2", "ceseda-l921-1"),
                ("decisions.house_arrest",),
            ),
        ),
        (Step(SEE_A_LAWYER, facts=("decisions.house_arrest",)),),
    )


def entry_ban(dossier: Dossier, _on: date) -> Verdict | None:
    """A ban on returning stands against any permit. Source: CESEDA L. 614-1; CJA L. 521-3."""
    if not dossier.decisions.entry_ban:
        return None
    return Verdict(
        Route.LAWYER_NOW,
        Remedy.LAWYER,
        (
            Reason(
                _("Vous avez une interdiction de retour. Ce référé ne peut pas l’effacer."),
                None,
                ("cja-l521-3", "ceseda-l614-1"),
                ("decisions.entry_ban",),
            ),
        ),
        (Step(SEE_A_LAWYER, facts=("decisions.entry_ban",)),),
    )
