"""What was printed last, kept beside the answers, and what the answers of today would change in it."""

from __future__ import annotations

import logging
from datetime import date

import msgspec

from core.documents import bundle, freeze
from core.documents.blocks import Document
from core.documents.case import Case
from core.documents.freeze import Frozen
from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import SOURCE_LANGUAGE
from core.law.assessment import assess

logger = logging.getLogger(__name__)

REQUETE = "requete"


def as_printed(dossier: Dossier, on: date, *, signed_on: date | None = None) -> Frozen:
    """The text of the French documents for offices as they would be printed on that day: see `documents`."""
    return freeze.freeze(documents(dossier, on, signed_on=signed_on), on, SOURCE_LANGUAGE)


def documents(dossier: Dossier, on: date, *, signed_on: date | None = None) -> tuple[Document, ...]:
    """The French documents for offices as they would be printed on that day.

    `signed_on` stands for the day of the signature where the person gave none: paper printed earlier
    bears an earlier day, and that is not a change of what it says.
    """
    if signed_on is not None and dossier.signature.on is None:
        dossier = paths.put(dossier, "signature.on", signed_on)
    made = bundle.bundle(Case(dossier, assess(dossier, on), on))
    return tuple(one.document for one in made if not one.personal)


def encoded(dossier: Dossier, on: date) -> bytes | None:
    """What to keep after printing on that day; None where there was nothing for an office."""
    kept = as_printed(dossier, on)
    return freeze.encode(kept) if kept.documents else None


def read(data: bytes | None) -> Frozen | None:
    """What was kept. Damaged text counts as none: it only serves to compare, no answer is in it alone."""
    if data is None:
        return None
    try:
        kept = freeze.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        # The error's own words may quote the text.
        logger.warning("the kept text of the documents cannot be read (%s)", type(error).__name__)
        return None
    if not freeze.intact(kept):
        logger.warning("the kept text of the documents does not match its fingerprint")
        return None
    return kept


def has_requete(kept: Frozen) -> bool:
    """Whether the requete is among the documents."""
    return any(document.name == REQUETE for document in kept.documents)
