"""The dates of one dossier or of a whole desk, for a calendar program and for the list of the week."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.storage.desk_row import DeskDate, Row


@dataclass(frozen=True)
class Entry:
    """One date of one person. `dossier_id` and the date's id name it for good: a new export moves it."""

    dossier_id: str
    who: str
    day: DeskDate


def entries(rows: Iterable[Row], since: date, *, full_names: bool = False) -> list[Entry]:
    """Every date from `since` on, in order. Initials unless asked: calendars are often kept online."""
    found = [
        Entry(row.id or row.path, row.name if full_names else initials(row.name), day)
        for row in rows
        for day in row.dates
        if day.on >= since
    ]
    return sorted(found, key=lambda entry: (entry.day.on, entry.who, entry.day.id))


def to_ics(listed: Iterable[Entry], now: datetime) -> bytes:
    """A calendar file (RFC 5545) of whole days, each with a reminder the day before."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Guichet Ouvert//FR")
    calendar.add("version", "2.0")
    seen: Counter[tuple[str, str]] = Counter()
    for entry in listed:
        name = entry.dossier_id, entry.day.id
        title = f"{entry.day.label} ({entry.who})" if entry.who else entry.day.label
        event = Event()
        event.add("uid", _uid(*name, seen[name]))
        seen[name] += 1
        event.add("dtstamp", now)
        event.add("dtstart", entry.day.on)
        event.add("dtend", entry.day.on + timedelta(days=1))
        event.add("summary", title)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        # At nine in the morning of the day before.
        alarm.add("trigger", timedelta(hours=-15))
        event.add_component(alarm)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def week_list(rows: Iterable[Row], day: date) -> list[tuple[date, list[tuple[Row, DeskDate]]]]:
    """The seven days, Monday first, of the week that holds `day`, each with its dates by name."""
    monday = day - timedelta(days=day.weekday())
    listed = sorted(
        ((row, due) for row in rows for due in row.dates),
        key=lambda pair: (pair[0].name.casefold(), pair[1].id),
    )
    days = [monday + timedelta(days=n) for n in range(7)]
    return [(each, [(row, due) for row, due in listed if due.on == each]) for each in days]


def initials(name: str) -> str:
    """`DIALLO Aïssatou` gives `D. A.`."""
    return " ".join(f"{word[0].upper()}." for word in name.split())


def _uid(dossier_id: str, date_id: str, number: int) -> str:
    name = f"{dossier_id}\n{date_id}\n{number}".encode("utf-8", "surrogatepass")
    return f"{hashlib.sha256(name).hexdigest()[:32]}@guichet-ouvert"
