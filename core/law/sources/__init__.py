"""Every provision, decision and text that the program may state or print, by its id.

No source, no statement: a reason, a step, a printed paragraph or a screen that names the law names an entry
of this table. Quotations are word for word those of the codes as in force on `LEGAL_BASE`; only their
typography (apostrophes, guillemets, no-break spaces) is ours. Only a `printable` entry may reach the
requete.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from core.law.model import Source
from core.law.sources import ceseda, ceseda_filing, civil, cja_laws, cja_rules, crpa, decisions
from core.law.sources.build import LEGAL_BASE

__all__ = ["LEGAL_BASE", "SOURCES", "printable", "source"]

SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        entry.id: entry
        for entry in (
            *cja_laws.PROVISIONS,
            *cja_rules.PROVISIONS,
            *ceseda_filing.PROVISIONS,
            *ceseda.PROVISIONS,
            *crpa.PROVISIONS,
            *civil.PROVISIONS,
            *decisions.DECISIONS,
            *decisions.TEXTS,
        )
    }
)


def source(ident: str) -> Source:
    """The entry with that id. Raises `KeyError`: an unknown id is a mistake of ours, not of the user."""
    return SOURCES[ident]


def printable(ident: str) -> Source:
    """The entry with that id, for the requete. Raises `KeyError`, and `ValueError` where not printable."""
    entry = SOURCES[ident]
    if not entry.printable:
        raise ValueError(f"{ident} may not be printed in a requete")
    return entry
