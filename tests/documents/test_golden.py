"""The text of every document of every story is the reviewed one, to the letter."""

from __future__ import annotations

import pytest

from core.documents.render_text import text
from tests.documents.golden import GOLDEN, documents

KEPT = dict(documents())


@pytest.mark.parametrize("name", sorted(KEPT))
def test_text_is_the_reviewed_one(name):
    assert text(KEPT[name]) == (GOLDEN / name).read_text(encoding="utf-8"), (
        "the text changed: review it, then python -m tests.documents.golden"
    )


def test_no_golden_text_is_left_over():
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.txt")}
    assert kept == set(KEPT)
