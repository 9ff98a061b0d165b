"""Which documents a case gets, in which forms. No file is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from core.documents.blocks import Document
from core.documents.case import Case, missing
from core.documents.inventory import inventory
from core.documents.note import note
from core.documents.render_docx import docx
from core.documents.render_pdf import pdf
from core.documents.requete import requete
from core.law.model import Route

RENDERERS: Mapping[str, Callable[[Document], bytes]] = {"pdf": pdf, "docx": docx}
ALLOWED = frozenset({Route.FILE, Route.STRENGTHEN})


@dataclass(frozen=True)
class Made:
    """A document and the forms in which it is written (suffixes of `RENDERERS`)."""

    document: Document
    forms: tuple[str, ...] = ("pdf",)


def bundle(case: Case, language: str = "fr", despite_advice: str | None = None) -> Iterator[Made]:
    """The documents of the case, in the order in which the person needs them."""
    if requete_allowed(case, despite_advice) and not missing(case):
        yield Made(requete(case), ("pdf", "docx"))
        yield Made(inventory(case))
        yield Made(note(case, language))


def requete_allowed(case: Case, despite_advice: str | None) -> bool:
    """Whether the assessment, or the person's own recorded reason, lets the requete be printed."""
    return case.assessment.route in ALLOWED or bool(despite_advice and despite_advice.strip())


def withheld(case: Case, despite_advice: str | None) -> tuple[str, ...]:
    """The paths of the answers for want of which no requete was printed; empty where it was or may not be."""
    return tuple(path for path, _why in missing(case)) if requete_allowed(case, despite_advice) else ()
