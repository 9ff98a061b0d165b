"""Which rules apply to this request: the permit, the filing way, the renewal window, the silence period.

What the reference tables leave open stays open here; the person's answer on what the site and the
prefecture show decides then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.dossier.model import Dossier
from core.dossier.values import Channel, Protection, RequestKind
from core.law.periods import Window, add_days, add_months, teleservice_window, two_month_window
from core.reference import FilingWindow, Known, PermitType, permit_types

# Shortest period of R. 432-2 that can run against a person whose permit is not known yet.
SHORTEST_SILENCE_DAYS = 60
LONGEST_SILENCE_MONTHS = 4

# Requests whose silence makes no refusal of a permit (R.* 432-1 speaks of « demandes de titres de séjour »).
NOT_A_PERMIT = frozenset(
    {
        RequestKind.CHANGE_OF_DETAILS,
        RequestKind.TRAVEL_DOCUMENT,
        RequestKind.MINOR_CIRCULATION_DOCUMENT,
        RequestKind.VISA_VALIDATION,
        RequestKind.NATIONALITY,
        RequestKind.FAMILY_REUNIFICATION,
        RequestKind.ASYLUM,
        RequestKind.VISA_ABROAD,
    }
)


@dataclass(frozen=True)
class Silence:
    """When silence makes an implicit refusal: not before `earliest`, surely on `latest` (None: not sure)."""

    earliest: date
    latest: date | None


def is_renewal(dossier: Dossier) -> bool:
    """Whether the person asks for the same permit again."""
    return dossier.request.kind is RequestKind.RENEWAL


def permit(dossier: Dossier) -> PermitType | None:
    """The permit asked for; for a renewal, the permit held where only that is known. None: not known."""
    code = dossier.request.title or (dossier.permit.title if is_renewal(dossier) else None)
    return permit_types().get(code) if code else None


def on_list(dossier: Dossier) -> Known:
    """Whether the permit is on the teleservice list (R. 431-2 CESEDA), for this kind of request.

    Where the table leaves it open, a prefecture that prescribes ANEF, confirmed by the person, settles it.
    """
    asked = permit(dossier)
    known = asked.on_teleservice(renewal=is_renewal(dossier)) if asked else Known.UNKNOWN
    if known is Known.UNKNOWN and dossier.filing.channel is Channel.ANEF and dossier.filing.confirmed:
        return Known.YES
    return known


def channel(dossier: Dossier) -> Channel | None:
    """The way to file: the prescribed one, else the one that every attempt used. None: not known."""
    if dossier.filing.channel is not None:
        return dossier.filing.channel
    used = {attempt.channel for attempt in dossier.attempts}
    return used.pop() if len(used) == 1 else None


def renewal_window(dossier: Dossier) -> Window | None:
    """When the renewal is to be asked for (R. 431-5 1° CESEDA); None where no window or no date is known.

    Where it is open whether the permit is on the list, the widest window: from the 120th day to expiry.
    """
    expires_on = dossier.permit.expires_on
    if expires_on is None or not is_renewal(dossier):
        return None
    asked = permit(dossier)
    rule = asked.window if asked else FilingWindow.BY_LIST
    if rule is FilingWindow.NONE:
        return None
    listed = on_list(dossier)
    if rule is FilingWindow.TWO_MONTHS or listed is Known.NO:
        return two_month_window(expires_on)
    if listed is Known.YES:
        return teleservice_window(expires_on)
    return Window(teleservice_window(expires_on).opens, expires_on)


def silence(dossier: Dossier) -> Silence | None:
    """The silence period of the request that was filed (R.* 432-1, R. 432-2 CESEDA).

    None where nothing was filed on a known day or where silence makes no refusal of a permit. `latest` is
    open where documents were asked for: the period runs from the complete file, on a day we do not know.
    """
    filed_on = dossier.application.filed_on
    if filed_on is None or dossier.request.kind in NOT_A_PERMIT:
        return None
    asked = permit(dossier)
    if asked is None:
        earliest = add_days(filed_on, SHORTEST_SILENCE_DAYS)
        latest = add_months(filed_on, LONGEST_SILENCE_MONTHS)
    elif asked.silence_months is not None:
        earliest = latest = add_months(filed_on, asked.silence_months)
    elif asked.silence_days is not None:
        earliest = latest = add_days(filed_on, asked.silence_days)
    else:
        return None
    if asked is not None and asked.silence_days_possible is not None:
        earliest = min(earliest, add_days(filed_on, asked.silence_days_possible))
    if dossier.application.documents_asked_on is not None:
        return Silence(earliest, None)
    return Silence(earliest, latest)


def work_allowed_meanwhile(dossier: Dossier) -> Known:
    """Whether the document given while the request is examined allows work.

    Protection: R. 431-15-3, R. 431-15-4. Renewal of a permit that allows work: R. 431-15, R. 431-15-2. First
    request: only the permits that R. 431-14 and R. 431-15-2 both name without condition.
    """
    if dossier.nationality.protection in (Protection.REFUGEE, Protection.SUBSIDIARY):
        return Known.YES
    if is_renewal(dossier):
        allowed = dossier.permit.allows_work
        return Known.UNKNOWN if allowed is None else Known.YES if allowed else Known.NO
    asked = permit(dossier)
    return asked.allows_work if asked else Known.UNKNOWN
