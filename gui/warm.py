"""What the pages will need, loaded beside the window while the person reads the first one."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from core import reference
from core.dossier.model import Dossier
from core.i18n import weekday_date
from core.interview import choices
from core.law.periods import is_working_day
from gui.words import language

_ANY_DAY = date(2026, 1, 5)


def load() -> None:
    """Read the tables and libraries whose first use would make a person wait; nothing the second time."""
    nobody = Dossier()
    for options in (
        choices.country_options, choices.nationality_options, choices.departement_options,
        choices.permit_options,
    ):  # fmt: skip
        options(nobody)
    reference.site_messages()
    import_module("gui.preview.view")
    # The calendar of public holidays, and the words for dates in a language.
    is_working_day(_ANY_DAY, "75")
    weekday_date(_ANY_DAY, language())
