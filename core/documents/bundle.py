"""Which documents a case gets, in which forms. No file is written here.

The requete is made on the routes « file » and « strengthen », or where the person gave a reason to have it
all the same. What is weak stands in a sheet of its own (`avant-de-signer`): a page inside the requete could
be filed with it by mistake. Where the requete cannot be made for want of a name, an address or a
departement, the same sheet says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from core.documents.absence import absence
from core.documents.advice import action_plan, before_signing, needs_before_signing, orientation
from core.documents.blocks import Document
from core.documents.case import Case, missing
from core.documents.chronology import chronology
from core.documents.filing_sheet import filing_sheet
from core.documents.home_sheets import HomeSheet, home_sheet
from core.documents.inventory import inventory
from core.documents.lecture import lecture
from core.documents.letters import contact_centre_message, prefecture_letter
from core.documents.note import note
from core.documents.render_docx import docx
from core.documents.render_pdf import pdf
from core.documents.requete import requete
from core.dossier.values import Channel
from core.i18n import SOURCE_LANGUAGE
from core.law.facts import CONTACT_CENTRE
from core.law.model import Route

RENDERERS: Mapping[str, Callable[[Document], bytes]] = {"pdf": pdf, "docx": docx}
ALLOWED = frozenset({Route.FILE, Route.STRENGTHEN})


@dataclass(frozen=True)
class Made:
    """A document and the forms in which it is written (suffixes of `RENDERERS`).

    `personal` documents are for the person, in their language; the others are French for offices. `french`
    is the same document in French, where the person's language is another.
    """

    document: Document
    forms: tuple[str, ...] = ("pdf",)
    personal: bool = False
    french: Document | None = None


def bundle(case: Case, language: str = "fr", despite_advice: str | None = None) -> Iterator[Made]:
    """The documents of the case, in the order in which the person needs them."""
    allowed = requete_allowed(case, despite_advice)
    ready = not missing(case)
    made = allowed and ready
    yield _for_person(lambda words: note(case, words, with_requete=made), language)
    if allowed and needs_before_signing(case):
        yield _for_person(lambda words: before_signing(case, words), language)
    if made:
        yield Made(requete(case), ("pdf", "docx"))
        if language != SOURCE_LANGUAGE or case.dossier.preferences.language_missing:
            meaning, french = lecture(case, language)
            yield Made(meaning, personal=True, french=french)
        yield Made(inventory(case))
        yield Made(absence(case))
        if case.dossier.attempts:
            yield Made(chronology(case))
        yield _for_person(lambda words: filing_sheet(case, words), language)
    if case.assessment.route not in ALLOWED:
        yield _for_person(lambda words: orientation(case, words), language)
    elif case.assessment.route is Route.STRENGTHEN:
        yield _for_person(lambda words: action_plan(case, words), language)
        yield _for_person(lambda words: home_sheet(HomeSheet.BRING, words, case.dossier), language)
    if case.dossier.preferences.language_missing:
        yield _for_person(lambda words: home_sheet(HomeSheet.INTERPRETER, words), language)
    if ready and "courrier-prefecture" in case.assessment.documents:
        yield Made(prefecture_letter(case), ("pdf", "docx"))
    if ready and allowed and _wants_contact_centre(case):
        yield Made(contact_centre_message(case))


def _for_person(compose: Callable[[str], Document], language: str) -> Made:
    french = None if language == SOURCE_LANGUAGE else compose(SOURCE_LANGUAGE)
    return Made(compose(language), personal=True, french=french)


def _wants_contact_centre(case: Case) -> bool:
    """The contact centre comes first for ANEF (arrete of 1 August 2023), and was not asked yet."""
    asked = any(contact.kind in CONTACT_CENTRE for contact in case.dossier.contacts)
    return case.channel is Channel.ANEF and not asked


def requete_allowed(case: Case, despite_advice: str | None) -> bool:
    """Whether the assessment, or the person's own recorded reason, lets the requete be printed."""
    return case.assessment.route in ALLOWED or bool(despite_advice and despite_advice.strip())


def writes_requete(case: Case, despite_advice: str | None = None) -> bool:
    """Whether the requete is among the documents of the case."""
    return requete_allowed(case, despite_advice) and not missing(case)


def withheld(case: Case, despite_advice: str | None) -> tuple[str, ...]:
    """The paths of the answers for want of which no requete was printed; empty where it was or may not be."""
    return tuple(path for path, _why in missing(case)) if requete_allowed(case, despite_advice) else ()
