"""Every sentence of the law, as jurists have read it."""

from __future__ import annotations

from tests import statements


def test_no_sentence_or_source_changes_unseen() -> None:
    """A change is written with `python -m tests.statements --write` and read in the diff."""
    assert statements.PAGE.read_text(encoding="utf-8") == statements.page()
