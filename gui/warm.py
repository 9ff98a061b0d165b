"""What the pages will need, loaded beside the window while the person reads the first one."""

from __future__ import annotations

import gc
from datetime import date
from importlib import import_module

from core import reference
from core.dossier.model import Dossier
from core.i18n import weekday_date
from core.interview import choices
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
    # Not the calendar of public holidays: it is large, and most dossiers never ask for it.
    weekday_date(_ANY_DAY, language())
    # None of it is ever garbage: looking through it again and again would stop the window each time.
    gc.freeze()
