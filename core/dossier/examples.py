"""Example dossiers: one complete story a file, used to try the program, to test it and to show it.

Each example stands on a day (`Example.day`). Written for another day, all its full dates move by the same
number of days, so that « turns 19 in twelve days » stays true. Paths listed in `Dossier.invented` are facts
that the program's authors made up; the rest of `cergy` comes from the order of the tribunal administratif
de Cergy-Pontoise of 25 July 2025, n° 2512269, whose requete was registered on 8 July 2025.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

from core.dossier.model import Dossier, Part
from core.dossier.values import PartialDate
from core.errors import UserError
from core.i18n import _

EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"


class UnknownExample(UserError):
    """No example has that name."""


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A story, the day on which it stands, and the route that its facts call for on that day."""

    day: date
    title: str
    route: str
    dossier: Dossier


def names() -> tuple[str, ...]:
    """The names of the examples, sorted."""
    return tuple(sorted(path.stem for path in EXAMPLES.glob("*.json")))


def load(name: str) -> Example:
    """The example as it is kept. Raises `UnknownExample`."""
    if name not in names():
        raise UnknownExample(
            _("Il n’y a pas d’exemple « {name} ». Les exemples sont : {names}.",
              name=name, names=", ".join(names()))
        )  # fmt: skip
    return msgspec.json.decode((EXAMPLES / f"{name}.json").read_bytes(), type=Example)


def example(name: str, on: date) -> Dossier:
    """The dossier of the example, as if its day were `on`. Raises `UnknownExample`."""
    kept = load(name)
    moved: Dossier = _moved(kept.dossier, on - kept.day)
    return moved


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, date):
        return value + by
    if isinstance(value, PartialDate):
        exact = value.exact()
        # A year alone says how old someone is; moving it by days would mean nothing.
        if exact is None:
            return value
        moved = exact + by
        return PartialDate(moved.year, moved.month, moved.day)
    if isinstance(value, Part):
        fields = {name: _moved(getattr(value, name), by) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    if isinstance(value, tuple):
        return tuple(_moved(item, by) for item in value)
    return value
