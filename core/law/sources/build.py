"""How an entry of the table of sources is written down."""

from __future__ import annotations

from datetime import date

from core.i18n import Message
from core.law.model import Confidence, Source, SourceKind

LEGAL_BASE = date(2026, 4, 3)
"""The state of the codes that the quotations come from; changes after this day are not covered."""

READ_ON = date(2026, 11, 23)

_CODES = {
    "cja": ("du code de justice administrative", "LEGITEXT000006070933"),
    "ceseda": (
        "du code de l’entrée et du séjour des étrangers et du droit d’asile",
        "LEGITEXT000006070158",
    ),
    "crpa": ("du code des relations entre le public et l’administration", "LEGITEXT000031366350"),
    "civil": ("du code civil", "LEGITEXT000006070721"),
}


def provision(
    ident: str,
    number: str,
    holds: Message,
    quotation: str | None = None,
    *,
    printable: bool = True,
) -> Source:
    """An article of a code; the first word of `ident` names the code. Quoted articles were read in full."""
    name, collection = _CODES[ident.partition("-")[0]]
    return Source(
        id=ident,
        kind=SourceKind.CODE,
        citation=f"article {number} {name}",
        holds=holds,
        url=f"https://www.legifrance.gouv.fr/codes/texte_lc/{collection}",
        read_on=READ_ON,
        confidence=Confidence.HIGH,
        printable=printable,
        quotation=quotation,
    )


def decision(
    number: str,
    citation: str,
    holds: Message,
    url: str,
    confidence: Confidence = Confidence.HIGH,
    *,
    printable: bool = True,
) -> Source:
    """A decision or an opinion of the Conseil d'État (or another court, named in `number`)."""
    ident = number if "-" in number else f"ce-{number}"
    return Source(
        id=ident,
        kind=SourceKind.DECISION,
        citation=citation,
        holds=holds,
        url=url,
        read_on=READ_ON,
        confidence=confidence,
        printable=printable,
    )


def text(
    ident: str,
    citation: str,
    holds: Message,
    url: str,
    confidence: Confidence = Confidence.HIGH,
    *,
    printable: bool = True,
) -> Source:
    """An arrêté or an agreement."""
    return Source(
        id=ident,
        kind=SourceKind.TEXT,
        citation=citation,
        holds=holds,
        url=url,
        read_on=READ_ON,
        confidence=confidence,
        printable=printable,
    )
