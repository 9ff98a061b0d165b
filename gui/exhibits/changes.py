"""What the window does to the list of exhibits, beyond `core.exhibits.arrange`; and how facts are named."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from core.dossier import evidence, paths
from core.dossier.model import Dossier, Exhibit, Sheet
from core.dossier.values import ExhibitStatus
from core.exhibits import arrange
from core.exhibits.importer import Taken
from core.i18n import Message, _
from core.interview import summaries
from gui.exhibits.taking import Target


def with_taken(dossier: Dossier, taken: Taken, target: Target) -> tuple[Dossier, Target]:
    """The dossier with a file just taken, and where the next file of the same import goes."""
    if target.exhibit is not None:
        known = exhibit_of(dossier, target.exhibit)
        if known is not None:
            sheets = (*known.sheets, *taken.sheets)
            dossier = arrange.with_sheets(dossier, known.id, sheets)
            return put(dossier, replace(at(dossier, known.id), status=ExhibitStatus.ATTACHED)), target
    if target.proves:
        shown = next((e for e in dossier.exhibits if e.proves == target.proves), None)
        if shown is not None:
            return with_taken(dossier, taken, Target(exhibit=shown.id))
        dossier = arrange.attach(dossier, taken.sheets, proves=target.proves)
        return dossier, Target(exhibit=dossier.exhibits[-1].id)
    return arrange.attach(dossier, taken.sheets), Target()


def exhibit_of(dossier: Dossier, exhibit_id: str) -> Exhibit | None:
    """The exhibit of this id, if it is still there."""
    return next((e for e in dossier.exhibits if e.id == exhibit_id), None)


def at(dossier: Dossier, exhibit_id: str) -> Exhibit:
    """The exhibit of this id. Raises `KeyError`."""
    found = exhibit_of(dossier, exhibit_id)
    if found is None:
        raise KeyError(exhibit_id)
    return found


def put(dossier: Dossier, exhibit: Exhibit) -> Dossier:
    """The dossier with this exhibit in the place of the one with its id."""
    return paths.put(
        dossier, "exhibits", tuple(exhibit if e.id == exhibit.id else e for e in dossier.exhibits)
    )


def dated(exhibit: Exhibit, on: date) -> Exhibit:
    """The exhibit with a day that the person confirmed."""
    return replace(exhibit, on=on)


def number_of(dossier: Dossier, exhibit_id: str) -> int | None:
    """The number under which the exhibit is filed; None for one still to be asked for."""
    for number, exhibit in enumerate(evidence.numbered_exhibits(dossier), start=1):
        if exhibit.id == exhibit_id:
            return number
    return None


def place_of_same(dossier: Dossier, sheets: tuple[Sheet, ...]) -> int | None:
    """The place in the list, from 1, of an exhibit that already holds this file."""
    same = arrange.same_content(dossier, sheets)
    return next((n for n, e in enumerate(dossier.exhibits, start=1) if e.id in same), None)


def duplicate(place: int) -> Message:
    """What the person reads about a file given twice."""
    return _("Ce fichier est déjà là. C’est le papier numéro {place} de la liste.", place=place)


def is_capture(exhibit: Exhibit) -> bool:
    """Whether a page of it is a picture: then what the picture shows is checked with the person."""
    return any(sheet.page is None for sheet in exhibit.sheets)


def fact_words(dossier: Dossier, fact: str) -> Message | str:
    """One line for a fact that an exhibit shows, or should."""
    for attempt in dossier.attempts:
        if attempt.id == fact:
            return _("Votre essai : {line}", line=summaries.attempt_summary(attempt))
    for contact in dossier.contacts:
        if contact.id == fact:
            return _("Votre demande d’aide : {line}", line=summaries.contact_summary(contact))
    for consequence in dossier.consequences:
        if consequence.id == fact:
            return _("Une conséquence : {line}", line=summaries.consequence_summary(consequence))
    return evidence.named_paper(dossier, fact)
