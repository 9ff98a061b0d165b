"""What the site shows is told as the person told it: quoted, summed up, blank or nothing."""

from __future__ import annotations

import pytest

from core.documents.blocked import blockage
from core.documents.render_text import lines
from tests.documents.stories import case

NOTHING = {"blockage.message": None, "blockage.exact_words": None, "blockage.no_message": True}
BLANK, NONE = "Le site affiche une page blanche, sans aucun message.", "Le site n’affiche aucun message."


@pytest.mark.parametrize(
    ("answers", "there", "absent"),
    [
        ({}, "Le site affiche ce message", "que je résume"),
        ({"blockage.exact_words": None}, "que je résume ainsi", "ce message"),
        (NOTHING, NONE, BLANK),
        ({**NOTHING, "blockage.blank_page": True}, BLANK, NONE),
        # Of a page that has a message, nothing is said to be blank.
        ({"blockage.blank_page": True}, "Le site affiche ce message", BLANK),
    ],
)
def test_what_the_site_shows(answers: dict[str, object], there: str, absent: str) -> None:
    said = "\n".join(line for block in blockage(case("cergy", answers)) for line in lines(block))
    assert there in said
    assert absent not in said
