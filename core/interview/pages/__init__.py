"""Every page of the interview, in the order of the journey.

A page is data: what is asked, in which words, why, and when. The order matters beyond comfort: a condition
(`when`) may read only answers that are asked before it, so that answers left behind decide nothing.
"""

from __future__ import annotations

from core.interview.model import Page
from core.interview.pages import (
    address,
    blockage,
    consequences,
    file,
    help,  # noqa: A004 - the section is called « L’aide demandée »
    permit,
    requete,
    start,
    you,
)

ALL_PAGES: tuple[Page, ...] = (
    *start.PAGES,
    *you.PAGES,
    *address.PAGES,
    *permit.PAGES,
    *blockage.PAGES,
    *help.PAGES,
    *file.PAGES,
    *consequences.PAGES,
    *requete.PAGES,
)
