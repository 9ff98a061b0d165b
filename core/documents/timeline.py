"""The picture of the weeks: attempts by channel, help sought, letters and their silence, end of the permit.

Pure geometry in millimetres: the renderer only draws. Everything it shows is also said in the description.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.documents import french, words
from core.documents.blocks import Figure, Shape
from core.documents.case import Case
from core.dossier.values import Channel, ContactAnswer
from core.law.facts import PREFECTURE_CONTACTS

WIDTH = 166.0
LABELS = 40.0
LANE = 7.0
TOP = 12.0
# Above this many weeks, single weeks would be a grey surface: months only.
MOST_WEEKS = 60
MOST_MONTHS = 14
MONTH_ROOM = 9.0
MOST_NAMED = 8
_MONTHS = (
    "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip


@dataclass(frozen=True)
class Lane:
    """One line of the picture: days marked with one kind of sign, and days from which silence lasts."""

    label: str
    kind: str
    days: tuple[date, ...]
    silent_since: tuple[date, ...] = ()


def picture(case: Case) -> Figure | None:
    """The picture; None where fewer than two days are known."""
    drawn = lanes(case)
    days = [day for lane in drawn for day in lane.days]
    if len(set(days)) < 2:
        return None
    first, last = min(days), max([*days, case.on] if any(lane.silent_since for lane in drawn) else days)
    start = first - timedelta(days=first.weekday())
    end = last + timedelta(days=7 - last.weekday())
    scale = (WIDTH - LABELS) / (end - start).days

    def place(day: date) -> float:
        return LABELS + (day - start).days * scale

    bottom = TOP + LANE * len(drawn)
    shapes = [*_calendar(start, end, bottom, place(start + timedelta(days=1)) - LABELS)]
    for row, lane in enumerate(drawn):
        y = TOP + LANE * row + LANE / 2
        shapes.append(Shape("text", 0, y + 1, text=lane.label))
        shapes += [
            Shape("box", place(since), y - 1.2, place(case.on), y + 1.2, pale=True)
            for since in lane.silent_since
            if since < case.on
        ]
        shapes += [Shape(lane.kind, place(day), y) for day in lane.days]
    return Figure(
        WIDTH,
        bottom + 2,
        tuple(shapes),
        _description(case, drawn),
        facts=("attempts", "contacts", "application.filed_on", "permit.expires_on"),
    )


def lanes(case: Case) -> tuple[Lane, ...]:
    """The lines of the picture that have something on them. Approximate days are left out."""
    dossier = case.dossier
    found = []
    for channel in (*Channel, None):
        days = [a.on for a in dossier.attempts if a.channel is channel and a.on and not a.approximate]
        found.append(Lane(f"Essais : {words.CHANNELS.get(channel, 'autre')}", "dot", tuple(sorted(days))))
    exact = [c for c in dossier.contacts if c.on is not None and not c.approximate]
    help_days = [c.on for c in exact if c.kind not in PREFECTURE_CONTACTS and c.on]
    found.append(Lane("Aide demandée", "diamond", tuple(sorted(help_days))))
    letters = [c for c in exact if c.kind in PREFECTURE_CONTACTS]
    found.append(
        Lane(
            "Préfecture contactée",
            "diamond",
            tuple(sorted(c.on for c in letters if c.on)),
            tuple(sorted(c.on for c in letters if c.on and c.answer is ContactAnswer.NONE)),
        )
    )
    filed = dossier.application.filed_on if case.filed else None
    found.append(Lane("Dépôt de la demande", "diamond", (filed,) if filed else ()))
    expiry = dossier.permit.expires_on
    found.append(Lane("Fin du document", "cross", (expiry,) if expiry else ()))
    return tuple(lane for lane in found if lane.days)


def _calendar(start: date, end: date, bottom: float, day_width: float) -> list[Shape]:
    """Month names, a line for each month and, where there is room, a short line for each week."""
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
    for index, month in enumerate(months):
        x = LABELS + (month - start).days * day_width
        shapes.append(Shape("line", x, TOP - 3, x, bottom))
        if index % every == 0 and x + MONTH_ROOM <= WIDTH:
            shapes.append(Shape("text", x + 0.7, TOP - 4, text=_MONTHS[month.month - 1]))
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


def _description(case: Case, drawn: tuple[Lane, ...]) -> str:
    """The same in words, for those who cannot see it."""
    parts = []
    for lane in drawn:
        days = [french.long_date(day) for day in dict.fromkeys(lane.days)]
        many = f"{len(days)} jours, du {days[0]} au {days[-1]}"
        told = french.listed(days) if len(days) <= MOST_NAMED else many
        parts.append(f"{lane.label} : {told}.")
        parts += [
            f"Pas de réponse à la lettre ou au message du {french.long_date(since)}."
            for since in lane.silent_since
            if since < case.on
        ]
    return french.no_break(" ".join(parts))
