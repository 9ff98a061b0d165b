"""Communes by postcode, offline: what to propose for a town, and the département that it is really in.

The table is a megabyte, so it is never read row by row: it is sorted by postcode, and a look-up takes only
the rows that it needs. The first two digits of a postcode are no département: 42620 lies in two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from core.dossier.text import fold
from core.reference.prefectures import departements
from core.reference.tables import FOLDER, BrokenTable

_FILE = "communes.csv"
_HEADING = b"postal_code,code,name,part\n"


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune as Insee names it. `part`: only some of its streets have the postcode that was asked for."""

    code: str
    name: str
    part: bool

    @property
    def departement(self) -> str:
        """The code of its département or collectivity, which Insee's code begins with."""
        return self.code[:3] if self.code.startswith(("97", "98")) else self.code[:2]


@lru_cache(maxsize=64)
def communes_of(postal_code: str) -> tuple[Commune, ...]:
    """The communes with this postcode, those that are only in part served by it last.

    Blanks are ignored. None for a CEDEX, a new postcode or a text that is no French postcode: then the person
    types the town. Raises `BrokenTable`.
    """
    digits = re.sub(r"\s", "", postal_code)
    if not re.fullmatch(r"[0-9]{5}", digits):
        return ()
    table, key = _table(), f"{digits},".encode()
    found = []
    at = _first_line(table, key)
    while table.startswith(key, at):
        end = table.index(b"\n", at)
        found.append(_commune(table[at:end].decode()))
        at = end + 1
    return tuple(found)


def communes_named(postal_code: str, town: str) -> tuple[Commune, ...]:
    """The communes with this postcode that are called so, however the name is typed (`st denis cedex`)."""
    wanted = _town(town)
    return tuple(commune for commune in communes_of(postal_code) if wanted and _town(commune.name) == wanted)


def departements_of(postal_code: str, town: str | None = None) -> tuple[str, ...]:
    """The départements where a person with this postcode, in this town, can live; several where both can be.

    Streets of another département that share the postcode count only where the town is named.
    """
    found = communes_named(postal_code, town or "") or [c for c in communes_of(postal_code) if not c.part]
    found = found or communes_of(postal_code)
    return tuple(dict.fromkeys(commune.departement for commune in found))


@cache
def _table() -> bytes:
    try:
        table = (FOLDER / _FILE).read_bytes()
    except OSError as error:
        raise BrokenTable(f"{_FILE}: {error}") from error
    if not table.startswith(_HEADING) or not table.endswith(b"\n"):
        raise BrokenTable(f"{_FILE}: it does not have the form that packaging/make_communes.py gives it")
    return table


def _first_line(table: bytes, key: bytes) -> int:
    """Where the first line stands that is not before `key`: the lines are in order."""
    low, high = len(_HEADING), len(table)
    while low < high:
        start = table.rindex(b"\n", 0, (low + high) // 2) + 1
        if table[start : start + len(key)] < key:
            low = table.index(b"\n", start) + 1
        else:
            high = start
    return low


def _commune(line: str) -> Commune:
    cells = line.split(",")
    if len(cells) != 4 or not cells[2] or cells[3] not in ("", "part"):
        raise BrokenTable(f"{_FILE}: {line}")
    commune = Commune(cells[1], cells[2], bool(cells[3]))
    if commune.departement not in departements():
        raise BrokenTable(f"{_FILE}: {line}")
    return commune


def _town(name: str) -> str:
    # « Paris 16e arrondissement » and « Paris 16 » are Paris; « Nanterre CEDEX 2 » is Nanterre.
    words = re.sub(r" cedex\b.*$| \d+(er|e|eme)?( arrondissement)?$", "", fold(name)).split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)
