"""What the pages will need, loaded beside the window while the person reads the first one."""

from __future__ import annotations

import gc
from datetime import date
from functools import cache
from importlib import import_module

from core import reference
from core.dossier.model import Dossier
from core.i18n import weekday_date
from core.interview import choices
from gui.words import language

_ANY_DAY = date(2026, 1, 5)


@cache
def load() -> None:
    """Read the modules and tables whose first use would make a person wait; nothing the second time."""
    for name in ("gui.new_dossier", "gui.wizard.wizard", "gui.preview.view"):
        import_module(name)
    nobody = Dossier()
    for options in (
        choices.country_options, choices.nationality_options, choices.departement_options,
        choices.permit_options,
    ):  # fmt: skip
        options(nobody)
    reference.site_messages()
    # Not the calendar of public holidays: it is large, and most dossiers never ask for it.
    weekday_date(_ANY_DAY, language())


@cache
def leave_out_of_garbage() -> None:
    """Have Python look for garbage only in what comes after now: to look stops the window. Once.

    To be called while no dossier is open, since what is there now stays; and by the window's own thread,
    since what is garbage now may be a widget.
    """
    gc.collect()
    gc.freeze()
