"""The program against the real decisions."""

from __future__ import annotations

from core.law.model import Route
from tests import agreement


def test_every_disagreement_is_explained() -> None:
    assert agreement.unexplained() == ()


def test_a_granted_request_is_never_sent_elsewhere_without_an_explanation() -> None:
    sent_away = {
        line.ident
        for line in agreement.lines()
        if line.case.right == "l521-3"
        and line.case.judge in agreement.GRANTED
        and line.answer.route not in agreement.L521_3
    }
    # Granted against the opinion of the Conseil d'État of 6 May 2025: explained on the page.
    assert sent_away == {"ta-versailles-2025-05-21-etudiant"}


def test_a_rejected_request_is_never_called_ready() -> None:
    rejected = [
        line for line in agreement.lines()
        if line.case.right == "l521-3" and line.case.judge == "rejected"
    ]  # fmt: skip
    assert len(rejected) >= 9
    assert all(line.answer.route is not Route.FILE for line in rejected)


def test_the_page_is_up_to_date() -> None:
    assert agreement.PAGE.read_text(encoding="utf-8") == agreement.page()
