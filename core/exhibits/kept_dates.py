"""The days that files proposed, kept beside the answers until the person confirms or refuses them.

The safe copies no longer hold these days: were they not kept, closing the dossier would lose them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import msgspec

from core.dossier.model import Exhibit, Sheet
from core.exhibits.date_finder import DateFound, Origin

# By the digest of the file that the person gave (`Sheet.source`).
KeptDates: TypeAlias = Mapping[str, tuple[DateFound, ...]]

# The name under which they are kept in a dossier file.
PART = "dates-found"
# Origins that speak of the moment of the picture; the others change when a file is copied or printed.
SURE = frozenset({Origin.CAMERA, Origin.PICTURE_TEXT, Origin.FILE_NAME})


def encode(kept: KeptDates) -> bytes:
    """As bytes, to be kept."""
    return msgspec.json.encode(kept)


def decode(data: bytes | None) -> dict[str, tuple[DateFound, ...]]:
    """From bytes; nothing where nothing was kept. Raises `msgspec.DecodeError` for other bytes."""
    if data is None:
        return {}
    return msgspec.json.decode(data, type=dict[str, tuple[DateFound, ...]])


def with_file(kept: KeptDates, sheets: Iterable[Sheet], dates: tuple[DateFound, ...]) -> KeptDates:
    """What is kept, and the days of one more file."""
    sources = {sheet.source for sheet in sheets if sheet.source is not None}
    return {**kept, **dict.fromkeys(sources, dates)} if dates else kept


def proposed(kept: KeptDates, exhibit: Exhibit) -> tuple[DateFound, ...]:
    """The days to put to the person for this exhibit, the surest first; none once it has a day."""
    return () if exhibit.on is not None else _found(kept, exhibit)


def contradicting(kept: KeptDates, exhibit: Exhibit) -> DateFound | None:
    """A day that the file itself tells, where it is not the day given for the exhibit."""
    sure = [found for found in _found(kept, exhibit) if found.origin in SURE]
    if exhibit.on is None or not sure or any(found.on == exhibit.on for found in sure):
        return None
    return sure[0]


def refused(kept: KeptDates, exhibit: Exhibit, found: DateFound) -> KeptDates:
    """What is kept once the person said that this is not the day."""
    sources = {sheet.source for sheet in exhibit.sheets}
    return {
        source: tuple(one for one in dates if source not in sources or one.on != found.on)
        for source, dates in kept.items()
    }


def _found(kept: KeptDates, exhibit: Exhibit) -> tuple[DateFound, ...]:
    sources = dict.fromkeys(sheet.source for sheet in exhibit.sheets if sheet.source is not None)
    days: dict[object, DateFound] = {}
    for found in sorted((one for source in sources for one in kept.get(source, ())), key=_surest):
        days.setdefault(found.on, found)
    return tuple(days.values())


def _surest(found: DateFound) -> int:
    return found.origin.value
