"""Départements: their prefect as the requete names him, their prefecture, their tribunal (R. 221-3 CJA)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from core.reference import grammar
from core.reference.tables import Confidence, Row, rows
from core.reference.tribunals import Tribunal, tribunal, tribunals

_COLUMNS = (
    "code", "name", "territory", "prefect_form", "prefect_confidence", "prefecture_city", "tribunal",
    "prefecture_street", "prefecture_postal_code", "prefecture_postal_city", "source", "confidence",
    "address_confidence", "notes",
)  # fmt: skip


class Territory(StrEnum):
    """Which law of foreigners applies there.

    ADAPTED: Book IV of the CESEDA applies with changes (L. 441-1, L. 442-1, L. 443-1); the program works
    but must warn. OUT_OF_SCOPE: other law (L. 444-1 to L. 446-1 CESEDA); the program must not go on.
    """

    METROPOLE = "metropole"
    OVERSEAS = "overseas"
    ADAPTED = "adapted"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Departement:
    """A département or collectivity and the authorities that a request there concerns.

    `prefect` is the exact French form without article (« préfet des Hauts-de-Seine », « préfet de police »).
    `prefect_to_check`: the form is likely but not confirmed; the person must be told to check it.
    `address_confidence` is None where there is no address at all.
    """

    code: str
    name: str
    territory: Territory
    prefect: str
    prefect_to_check: bool
    prefecture_city: str
    prefecture_street: str | None
    prefecture_postal_code: str | None
    prefecture_postal_city: str | None
    tribunal_code: str
    address_confidence: Confidence | None
    source: str

    @property
    def tribunal(self) -> Tribunal:
        """The tribunal administratif of the département."""
        return tribunal(self.tribunal_code)

    @property
    def the_prefect(self) -> str:
        """« le préfet des Hauts-de-Seine »."""
        return grammar.with_le(self.prefect)

    @property
    def to_the_prefect(self) -> str:
        """« au préfet des Hauts-de-Seine »."""
        return grammar.with_a(self.prefect)

    @property
    def of_the_prefect(self) -> str:
        """« du préfet des Hauts-de-Seine »."""
        return grammar.with_de(self.prefect)

    @property
    def prefecture_address(self) -> tuple[str, ...]:
        """The lines of the prefecture's address; empty where none is confirmed well enough to print."""
        if self.prefecture_street is None or self.address_confidence in (None, Confidence.LOW):
            return ()
        return (self.prefecture_street, f"{self.prefecture_postal_code} {self.prefecture_postal_city}")

    @property
    def address_to_check(self) -> bool:
        """Whether the prefecture's address is to be shown with « à vérifier »."""
        return self.address_confidence is not Confidence.HIGH


@cache
def departements() -> Mapping[str, Departement]:
    """Every département and collectivity by its code (`92`, `2A`, `974`), in the order of the table."""
    by_name = {court.name: court.code for court in tribunals().values()}
    found: dict[str, Departement] = {}
    for row in rows("departements.csv", _COLUMNS):
        code = row.text("code")
        if code in found:
            raise row.broken("this code stands twice")
        found[code] = _departement(row, by_name)
    return MappingProxyType(found)


def departement(code: str) -> Departement:
    """The département with this code. Raises `KeyError` where there is none."""
    return departements()[code]


def _departement(row: Row, tribunal_codes: Mapping[str, str]) -> Departement:
    court = row.text("tribunal")
    if court not in tribunal_codes:
        raise row.broken("this tribunal is not in courts.csv")
    street, postal_code, postal_city = (
        row.optional(f"prefecture_{part}") for part in ("street", "postal_code", "postal_city")
    )
    if len({street is None, postal_code is None, postal_city is None}) > 1:
        raise row.broken("the address of the prefecture is only half there")
    prefect_confidence = row.one_of("prefect_confidence", Confidence)
    if row.one_of("confidence", Confidence) is not Confidence.HIGH or not prefect_confidence.printable:
        raise row.broken("a tribunal or a prefect that is not sure cannot be used")
    prefect = row.text("prefect_form")
    try:
        grammar.is_feminine(prefect)
    except ValueError as error:
        raise row.broken(str(error)) from error
    return Departement(
        code=row.text("code"),
        name=row.text("name"),
        territory=row.one_of("territory", Territory),
        prefect=prefect,
        prefect_to_check=prefect_confidence is not Confidence.HIGH,
        prefecture_city=row.text("prefecture_city"),
        prefecture_street=street,
        prefecture_postal_code=postal_code,
        prefecture_postal_city=postal_city,
        tribunal_code=tribunal_codes[court],
        address_confidence=None if street is None else row.one_of("address_confidence", Confidence),
        source=row.text("source"),
    )
