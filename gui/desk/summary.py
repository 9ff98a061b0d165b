"""How the desk sums a dossier up: what the law advises today and the days that matter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from core.dossier.model import Dossier
from core.i18n import render
from core.storage.desk_row import DeskDate, Summarise, Summary


def summarise_on(today: Callable[[], date]) -> Summarise:
    """A function that sums dossiers up. The labels are French: the index is read by all seats."""

    def summarise(dossier: Dossier) -> Summary:
        from core.interview.flow import relevant
        from core.law.assessment import assess

        found = assess(relevant(dossier), today())
        dates = (DeskDate(day.on, day.id, render(day.label)) for day in found.deadlines)
        return Summary(str(found.route), tuple(dates))

    return summarise
