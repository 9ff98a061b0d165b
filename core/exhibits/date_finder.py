"""On which day a capture or a photo was made: proposals only, each with its origin.

No date found here counts: it is shown to the person, who confirms it or gives another. A name may be wrong,
a clock may be wrong, and a message may have been forwarded days later.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum

from core.exhibits.protocol import Found
from core.i18n import Message, _

# Before it there was no online service to photograph; a camera without a clock says 1970, 1980 or 2000.
EARLIEST = date(2001, 1, 1)


class Origin(IntEnum):
    """Where a date was read, the surest first."""

    CAMERA = 1
    PICTURE_TEXT = 2
    FILE_NAME = 3
    DOCUMENT = 4
    FILE_TIME = 5


ORIGIN_LABELS: Mapping[Origin, Message] = {
    Origin.CAMERA: _("date écrite par l’appareil photo ou le téléphone"),
    Origin.PICTURE_TEXT: _("date écrite dans l’image"),
    Origin.FILE_NAME: _("date lue dans le nom du fichier"),
    Origin.DOCUMENT: _("date de fabrication du PDF"),
    Origin.FILE_TIME: _("date du fichier, peu sûre : elle change quand on copie le fichier"),
}


@dataclass(frozen=True)
class DateFound:
    """A day, the hour where it was written too, and where it was read."""

    on: date
    at: time | None
    origin: Origin


def find_dates(name: str, found: Found, modified: datetime | None, today: date) -> tuple[DateFound, ...]:
    """The days that a file proposes, each once, the surest first. Days after `today` are left out.

    `name` is the file's name, `modified` its time on the disk where it lay.
    """
    proposals = [
        *_of(Origin.CAMERA, _written(found.camera_dates)),
        *_of(Origin.PICTURE_TEXT, _written(found.text_dates)),
        *_of(Origin.FILE_NAME, dates_in_name(name)),
        *_of(Origin.DOCUMENT, _written(found.document_dates)),
        *_of(Origin.FILE_TIME, [(modified.date(), modified.time())] if modified else []),
    ]
    days: dict[date, DateFound] = {}
    for one in proposals:
        if EARLIEST <= one.on <= today:
            days.setdefault(one.on, one)
    return tuple(days.values())


def dates_in_name(name: str) -> Iterator[tuple[date, time | None]]:
    """The days written in a file's name, as phones, systems and messengers write them, French or English."""
    # A Mac writes accents apart and a special space before AM.
    name = unicodedata.normalize("NFKC", name).casefold()
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _MONTH_IN_WORDS):
        for match in pattern.finditer(name):
            parts = match.groupdict()
            month = parts["month"]
            day = _day(parts["year"], month if month.isdigit() else _MONTHS[month[:4]], parts["day"])
            if day is not None:
                # Pixel phones write the time of Greenwich.
                hour = None if name.startswith("pxl_") else _time(_TIME.match(name, match.end()))
                yield day, hour


# No digit may touch a date: a file number is not one.
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?=\D|$|\d{6}(\D|$))"
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d\d?)(?P<mark>[-_.])(?P<month>\d\d?)(?P=mark)(?P<year>20\d\d)(?!\d)"
)
_MONTH_IN_WORDS = re.compile(
    r"(?<!\d)(?P<day>\d\d?)(?:er)?[ _.-]*"
    r"(?P<month>janv|févr?|fevr?|feb|jan|mars?|avri?|apri?|mai|may|juin|june?|juil|july?|août|aout|aug|sept?|oct|nov|déc|dec)"
    r"[a-zéû]*\.?[ _.-]*(?P<year>20\d\d)(?!\d)"
)
_MONTHS: Mapping[str, str] = {
    "janv": "1", "jan": "1", "févr": "2", "fév": "2", "fevr": "2", "fev": "2", "feb": "2", "mars": "3",
    "mar": "3", "avri": "4", "avr": "4", "apri": "4", "apr": "4", "mai": "5", "may": "5", "juin": "6",
    "june": "6", "jun": "6", "juil": "7", "july": "7", "jul": "7", "août": "8", "aout": "8", "aug": "8",
    "sept": "9", "sep": "9", "oct": "10", "nov": "11", "déc": "12", "dec": "12",
}  # fmt: skip
# After the date: « à 10.22.31 », « at 10.22.31 PM », « _102231 », « 10-22-31 ».
_TIME = re.compile(
    r"[ _t,-]*(?:à|at|a)?[ _]*(?P<hour>\d\d?)(?P<mark>[.:h_-]?)(?P<minute>\d\d)"
    r"(?:(?P=mark)(?P<second>\d\d))?(?:\d{3})?(?!\d)(?: ?(?P<half>[ap])m)?"
)
# EXIF, PNG and PDF: « 2026:11-03 10:22:31 », « 2026-11-03T10:22:31+01:00 », « D:20261103102231+01'00' ».
_WRITTEN = re.compile(
    r"(?:D:)?(?P<year>20\d\d)[:-]?(?P<month>\d\d)[:-]?(?P<day>\d\d)"
    r"(?:[T ]?(?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d))?"
)


def _of(origin: Origin, days: Iterable[tuple[date, time | None]]) -> Iterator[DateFound]:
    return (DateFound(day, hour, origin) for day, hour in days)


def _written(texts: Iterable[str]) -> Iterator[tuple[date, time | None]]:
    for text in texts:
        match = _WRITTEN.match(text.strip()) or _MONTH_IN_WORDS.search(text.casefold())
        if match is None:
            continue
        parts = match.groupdict()
        month = parts["month"]
        day = _day(parts["year"], month if month.isdigit() else _MONTHS[month[:4]], parts["day"])
        if day is not None:
            yield day, _time(match) if parts.get("hour") else _time(_TIME.match(text, match.end()))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(match: re.Match[str] | None) -> time | None:
    if match is None:
        return None
    parts = match.groupdict()
    hour = int(parts["hour"])
    half = parts.get("half")
    if half is not None:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(parts["minute"]), int(parts["second"] or 0))
    except ValueError:
        return None
