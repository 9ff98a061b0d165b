"""The picture of the weeks: attempts, help sought, letters and their silence, dates that count.

Pure geometry in millimetres: the renderer only draws. Everything it shows is also said in the description.
The tribunal gets it in French; the person sees it on the screen in their language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.documents import french
from core.documents.blocks import Figure, Shape
from core.documents.case import Case
from core.documents.sheets import Say, speaker
from core.dossier.values import Channel, ContactAnswer
from core.i18n import SOURCE_LANGUAGE, Message, _, short_month
from core.law.facts import PREFECTURE_CONTACTS
from core.typography import joined

WIDTH = 166.0
LABELS = 40.0
LANE = 7.0
TOP = 12.0
FOOT = 5.0
# Above this many weeks, single weeks would be a grey surface: months only.
MOST_WEEKS = 60
MOST_MONTHS = 14
MONTH_ROOM = 9.0
MOST_NAMED = 8
SILENCE = "box"
_ATTEMPTS: dict[Channel | None, Message] = {
    Channel.ANEF: _("Essais : site ANEF"),
    Channel.BOOKING_SITE: _("Essais : site de rendez-vous"),
    Channel.DEMARCHE_NUMERIQUE: _("Essais : Démarche numérique"),
    Channel.COUNTER: _("Essais : guichet"),
    Channel.POST: _("Essais : poste"),
    Channel.EMAIL: _("Essais : courriel"),
    None: _("Essais : autre"),
}


@dataclass(frozen=True)
class Lane:
    """One line of the picture: days marked with one kind of sign; a box lasts from its day until today."""

    label: Message
    kind: str
    days: tuple[date, ...]


def picture(case: Case, language: str = SOURCE_LANGUAGE) -> Figure | None:
    """The picture, its words in `language`; None where fewer than two days are known."""
    say = speaker(language)
    drawn = lanes(case)
    days = [day for lane in drawn for day in lane.days]
    if len(set(days)) < 2:
        return None
    first, last = min(*days, case.on), max(*days, case.on)
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=7 - last.weekday())
    scale = (WIDTH - LABELS) / (end - start).days

    def place(day: date) -> float:
        return LABELS + (day - start).days * scale

    bottom = TOP + LANE * len(drawn)
    shapes = [*_calendar(start, end, bottom, language)]
    today = place(case.on)
    shapes.append(Shape("line", today, TOP, today, bottom + FOOT - 3, pale=True))
    shapes.append(
        Shape("text", min(today, WIDTH - 8), bottom + FOOT, text=say(_("aujourd’hui")), centered=True)
    )
    for row, lane in enumerate(drawn):
        y = TOP + LANE * row + LANE / 2
        shapes.append(Shape("text", 0, y + 1, text=say(lane.label)))
        if lane.kind == SILENCE:
            shapes += [Shape("box", place(day), y - 1.2, today, y + 1.2, pale=True) for day in lane.days]
        else:
            shapes += [Shape(lane.kind, place(day), y) for day in lane.days]
    return Figure(
        WIDTH,
        bottom + FOOT + 1,
        tuple(shapes),
        _description(drawn, say),
        facts=("attempts", "contacts", "application.filed_on", "permit.expires_on", "timing.key_date"),
        labels=LABELS,
    )


def lanes(case: Case) -> tuple[Lane, ...]:
    """The lines of the picture that have something on them. Approximate days are left out."""
    dossier = case.dossier
    found = []
    for channel in (*Channel, None):
        days = [a.on for a in dossier.attempts if a.channel is channel and a.on and not a.approximate]
        found.append(Lane(_ATTEMPTS[channel], "dot", tuple(sorted(days))))
    exact = [c for c in dossier.contacts if c.on is not None and not c.approximate]
    help_days = [c.on for c in exact if c.kind not in PREFECTURE_CONTACTS and c.on]
    found.append(Lane(_("Aide demandée"), "diamond", tuple(sorted(help_days))))
    letters = [c for c in exact if c.kind in PREFECTURE_CONTACTS]
    found.append(Lane(_("Préfecture contactée"), "diamond", tuple(sorted(c.on for c in letters if c.on))))
    unanswered = [c.on for c in letters if c.on and c.on < case.on and c.answer is ContactAnswer.NONE]
    found.append(Lane(_("Pas de réponse reçue"), SILENCE, tuple(sorted(unanswered))))
    filed = dossier.application.filed_on if case.filed else None
    found.append(Lane(_("Dépôt de la demande"), "diamond", (filed,) if filed else ()))
    expiry = dossier.permit.expires_on
    found.append(Lane(_("Fin du document"), "cross", (expiry,) if expiry else ()))
    key = dossier.timing.key_date
    found.append(Lane(_("Date importante"), "cross", (key,) if key and key != expiry else ()))
    return tuple(lane for lane in found if lane.days)


def _calendar(start: date, end: date, bottom: float, language: str) -> list[Shape]:
    """Month names, a line for each month and, where there is room, a short line for each week."""
    day_width = (WIDTH - LABELS) / (end - start).days
    weeks = (end - start).days // 7
    shapes = [
        Shape("line", LABELS, TOP, WIDTH, TOP, pale=True),
        Shape("line", LABELS, bottom, WIDTH, bottom, pale=True),
    ]
    if weeks <= MOST_WEEKS:
        for week in range(weeks + 1):
            x = LABELS + 7 * week * day_width
            shapes.append(Shape("line", x, TOP - 1.5, x, TOP, pale=True))
    months = _month_starts(start, end)
    every = 1 + (len(months) - 1) // MOST_MONTHS
    until = months[0] if months else end
    # The month under way on the first day, where its name has room before the next one.
    if (until - start).days * day_width >= MONTH_ROOM:
        months = [start, *months]
    for index, month in enumerate(months):
        x = LABELS + (month - start).days * day_width
        if month.day == 1:
            shapes.append(Shape("line", x, TOP - 3, x, bottom))
        if index % every == 0 and x + MONTH_ROOM <= WIDTH:
            shapes.append(Shape("text", x + 0.7, TOP - 4, text=short_month(month, language)))
        if (index == 0 or month.month == 1) and x + MONTH_ROOM <= WIDTH:
            shapes.append(Shape("text", x + 0.7, TOP - 8, text=str(month.year), bold=True))
    return shapes


def _month_starts(start: date, end: date) -> list[date]:
    first = date(start.year + start.month // 12, start.month % 12 + 1, 1)
    found = []
    while first < end:
        found.append(first)
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return found


def _description(drawn: tuple[Lane, ...], say: Say) -> str:
    """The same in words, for those who cannot see it."""
    parts: list[str] = []
    for lane in drawn:
        if lane.kind == SILENCE:
            silences = (_("Pas de réponse à la lettre ou au message du {day}.", day=day) for day in lane.days)
            parts += map(say, silences)
            continue
        days = tuple(dict.fromkeys(lane.days))
        if len(days) > MOST_NAMED:
            told = _("{number} jours, du {first} au {last}", number=len(days), first=days[0], last=days[-1])
        else:
            told = _listed(days)
        parts.append(say(_("{what} : {days}.", what=lane.label, days=told)))
    return french.no_break(joined(parts))


def _listed(days: tuple[date, ...]) -> Message:
    """The days one after the other, in one sentence."""
    words = _("{day}", day=days[0])
    for day in days[1:-1]:
        words = _("{days}, {day}", days=words, day=day)
    return words if len(days) == 1 else _("{days} et {day}", days=words, day=days[-1])
