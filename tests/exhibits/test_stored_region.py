"""A rectangle drawn on a page as it is shown hides that very part of the stored page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier.model import Region, Sheet
from core.exhibits.masking import stored_region

BLOB = "a" * 64


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        # The top right quarter as shown; turned clockwise, it is the stored page's top left, and so on.
        (0, (5000, 0)),
        (1, (0, 0)),
        (2, (0, 5000)),
        (3, (5000, 5000)),
    ],
)
def test_the_quarter_shown_at_the_top_right(turn: int, expected: tuple[int, int]) -> None:
    region = stored_region(Sheet(blob=BLOB, turn=turn), (0.5, 0.0, 1.0, 0.5))
    assert (region.left, region.top) == expected
    assert (region.width, region.height) == (5000, 5000)


def test_inside_a_crop_fractions_are_of_what_is_left() -> None:
    sheet = Sheet(blob=BLOB, crop=Region(left=2000, top=4000, width=4000, height=2000))
    assert stored_region(sheet, (0.5, 0.5, 1.0, 1.0)) == Region(left=4000, top=5000, width=2000, height=1000)


fractions = st.floats(0, 1)


@given(
    st.integers(0, 3),
    st.none() | st.builds(Region, left=st.integers(0, 5000), top=st.integers(0, 5000),
                          width=st.integers(1, 5000), height=st.integers(1, 5000)),
    fractions, fractions, fractions, fractions,
)  # fmt: skip
def test_every_box_gives_a_region_that_the_model_takes(
    turn: int, crop: Region | None, x1: float, x2: float, y1: float, y2: float
) -> None:
    sheet = Sheet(blob=BLOB, turn=turn, crop=crop)
    region = stored_region(sheet, (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
    frame = crop or Region(left=0, top=0, width=10_000, height=10_000)
    assert frame.left <= region.left <= 9_999
    assert frame.top <= region.top <= 9_999
    assert region.width >= 1
    assert region.left + region.width <= max(frame.left + frame.width, region.left + 1) <= 10_000
    assert region.height >= 1
    assert region.top + region.height <= max(frame.top + frame.height, region.top + 1) <= 10_000
