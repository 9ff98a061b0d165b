"""Every sentence of the law, as jurists have read it."""

from __future__ import annotations

from datetime import date

from core.i18n import Message, placeholders
from core.law.assessment import assess
from tests import statements


def test_no_sentence_or_source_changes_unseen() -> None:
    """A change is written with `python -m tests.statements --write` and read in the diff."""
    assert statements.PAGE.read_text(encoding="utf-8") == statements.page()


def test_every_placeholder_holds_what_it_says() -> None:
    for dossier, on in statements.stories():
        answer = assess(dossier, on)
        messages: list[Message] = [r.plain for r in answer.route_reasons]
        messages += [r.plain for found in answer.conditions for r in found.reasons]
        messages += [found.text for found in answer.contradictions]
        for message in messages:
            assert "None" not in str(message)
            given = message.values.keys() - {"number"}
            assert given == placeholders(message.msgid) - {"number"}
            for name, value in message.values.items():
                kind = {"number": int, "weeks": int, "postal_code": str, "places": str, "chosen": str}
                assert isinstance(value, kind.get(name, date))
