"""Days found in files wait for the person, also over a closed dossier."""

from __future__ import annotations

from datetime import date, time

import msgspec
import pytest

from core.dossier.model import Exhibit, Sheet
from core.exhibits import kept_dates
from core.exhibits.date_finder import DateFound, Origin

FIRST, SECOND = "a" * 64, "b" * 64
NAME = DateFound(date(2026, 11, 3), time(10, 22), Origin.FILE_NAME)
CAMERA = DateFound(date(2026, 11, 2), None, Origin.CAMERA)
COPIED = DateFound(date(2026, 11, 20), None, Origin.FILE_TIME)


def exhibit(*sources: str, on: date | None = None) -> Exhibit:
    return Exhibit(id="e1", on=on, sheets=tuple(Sheet(blob="c" * 64, source=source) for source in sources))


def test_days_survive_the_way_to_the_file_and_back() -> None:
    kept = kept_dates.with_file({}, exhibit(FIRST).sheets, (NAME, COPIED))
    assert kept_dates.decode(kept_dates.encode(kept)) == {FIRST: (NAME, COPIED)}
    assert kept_dates.decode(None) == {}
    with pytest.raises(msgspec.DecodeError):
        kept_dates.decode(b"{")


def test_the_surest_day_is_proposed_first_and_none_once_a_day_is_given() -> None:
    kept = {FIRST: (NAME, COPIED), SECOND: (CAMERA, COPIED)}
    assert kept_dates.proposed(kept, exhibit(FIRST, SECOND)) == (CAMERA, NAME, COPIED)
    assert kept_dates.proposed(kept, exhibit(FIRST, on=date(2026, 11, 3))) == ()
    assert kept_dates.proposed(kept, exhibit()) == ()


def test_a_refused_day_is_not_proposed_again_for_that_file_only() -> None:
    kept = kept_dates.refused({FIRST: (NAME, COPIED), SECOND: (NAME,)}, exhibit(FIRST), NAME)
    assert kept_dates.proposed(kept, exhibit(FIRST)) == (COPIED,)
    assert kept_dates.proposed(kept, exhibit(SECOND)) == (NAME,)


@pytest.mark.parametrize(
    ("dates", "on", "expected"),
    [
        ((NAME,), date(2026, 11, 5), NAME),
        ((NAME,), date(2026, 11, 3), None),
        ((CAMERA, NAME), date(2026, 11, 3), None),
        ((COPIED,), date(2026, 11, 3), None),
        ((NAME,), None, None),
    ],
)
def test_only_a_day_of_the_picture_itself_contradicts(
    dates: tuple[DateFound, ...], on: date | None, expected: DateFound | None
) -> None:
    assert kept_dates.contradicting({FIRST: dates}, exhibit(FIRST, on=on)) == expected
