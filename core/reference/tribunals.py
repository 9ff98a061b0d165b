"""The tribunaux administratifs: names from article R. 221-3 CJA, addresses with how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from core.reference import grammar
from core.reference.tables import Confidence, rows

_COLUMNS = (
    "code", "name", "street", "postal_code", "city", "phone", "email", "source", "confidence", "notes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tribunal:
    """One tribunal administratif. `confidence` is that of the address, phone and e-mail; the name is sure.

    `street`, `postal_code`, `phone` and `email` are None where no source confirms them.
    """

    code: str
    name: str
    street: str | None
    postal_code: str | None
    city: str
    phone: str | None
    email: str | None
    confidence: Confidence
    source: str

    @property
    def to_check(self) -> bool:
        """Whether the address is to be shown with « à vérifier »."""
        return self.confidence is not Confidence.HIGH

    @property
    def address(self) -> tuple[str, ...]:
        """The lines of the postal address; empty where it is not complete or not sure enough to print."""
        if self.street is None or self.postal_code is None or not self.confidence.printable:
            return ()
        return (self.street, f"{self.postal_code} {self.city}")

    @property
    def at(self) -> str:
        """« au tribunal administratif de Nantes »."""
        return grammar.with_a(self.name)

    @property
    def of(self) -> str:
        """« du tribunal administratif de Nantes »."""
        return grammar.with_de(self.name)

    @property
    def the(self) -> str:
        """« le tribunal administratif de Nantes »."""
        return grammar.with_le(self.name)


@cache
def tribunals() -> Mapping[str, Tribunal]:
    """Every tribunal by its code (`TA95`), in the order of the table."""
    found: dict[str, Tribunal] = {}
    for row in rows("courts.csv", _COLUMNS):
        code = row.text("code")
        if code in found:
            raise row.broken("this code stands twice")
        found[code] = Tribunal(
            code=code,
            name=row.text("name"),
            street=row.optional("street"),
            postal_code=row.optional("postal_code"),
            city=row.text("city"),
            phone=row.optional("phone"),
            email=row.optional("email"),
            confidence=row.one_of("confidence", Confidence),
            source=row.text("source"),
        )
    return MappingProxyType(found)


def tribunal(code: str) -> Tribunal:
    """The tribunal with this code. Raises `KeyError` where there is none."""
    return tribunals()[code]
