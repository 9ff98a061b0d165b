"""The list of exhibits, changed: a file tied to what it shows, order, pages, what no exhibit uses.

Pure functions from a dossier to a dossier: undoing is keeping the old one. Numbers follow the order alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from core.dossier import paths
from core.dossier.evidence import announced_exhibits, proposed_title, proven_facts
from core.dossier.model import Dossier, Exhibit, Sheet
from core.dossier.values import ExhibitStatus
from core.i18n import Message, _

# The three ticks under a screen capture, by the field of the exhibit that each one fills.
CAPTURE_TICKS: tuple[tuple[str, Message], ...] = (
    ("shows_message", _("On lit le message du site.")),
    ("shows_address", _("On voit l’adresse complète de la page, en haut.")),
    ("shows_clock", _("On voit la date et l’heure de l’ordinateur ou du téléphone.")),
)
# Shown with every new exhibit: no program can see this for the person.
OTHER_PEOPLE = _(
    "Regardez chaque page. Cachez les mots de passe, les numéros de carte bancaire et les informations sur "
    "d’autres personnes. Ne cachez pas votre numéro étranger ni le numéro de votre demande."
)


def attach(
    dossier: Dossier,
    sheets: tuple[Sheet, ...],
    *,
    proves: tuple[str, ...] = (),
    title: str | None = None,
    on: date | None = None,
) -> Dossier:
    """A dossier with one more exhibit, made of these sheets. `on` is a day that the person confirmed.

    Without `title`, one is proposed from what the exhibit proves.
    """
    if title is None and proves:
        title = proposed_title(dossier, proves[0])
    announced = next((e for e in announced_exhibits(dossier) if e.proves == proves), None)
    exhibit = Exhibit(
        id=paths.new_id(dossier, "e"),
        title=title,
        on=on if on is not None else (announced.on if announced is not None else None),
        pages=len(sheets) or None,
        proves=proves,
        status=ExhibitStatus.ATTACHED,
        sheets=sheets,
    )
    return paths.put(dossier, "exhibits", (*dossier.exhibits, exhibit))


def with_sheets(dossier: Dossier, exhibit_id: str, sheets: tuple[Sheet, ...]) -> Dossier:
    """A dossier in which the exhibit has these sheets: pages added, taken out, put in another order.

    Raises `KeyError` for an exhibit that is not listed.
    """
    return _changed(dossier, exhibit_id, pages=len(sheets) or None, sheets=sheets)


def with_ticks(dossier: Dossier, exhibit_id: str, **ticks: bool) -> Dossier:
    """A dossier in which the person checked what a capture shows (`CAPTURE_TICKS`). Raises `KeyError`."""
    return _changed(dossier, exhibit_id, **ticks)


def moved(dossier: Dossier, exhibit_id: str, by: int) -> Dossier:
    """A dossier in which the exhibit stands `by` places later, or earlier; at most at an end of the list.

    Raises `KeyError` for an exhibit that is not listed.
    """
    exhibits = list(dossier.exhibits)
    place = _place(dossier, exhibit_id)
    exhibit = exhibits.pop(place)
    exhibits.insert(max(0, min(place + by, len(exhibits))), exhibit)
    return paths.put(dossier, "exhibits", tuple(exhibits))


def merged(dossier: Dossier, first_id: str, second_id: str) -> Dossier:
    """A dossier in which the second exhibit's pages follow the first one's, as one exhibit.

    It proves what both proved; title and day stay the first one's. Raises `KeyError`, or `ValueError` for
    an exhibit with itself.
    """
    if first_id == second_id:
        raise ValueError("an exhibit cannot be merged with itself")
    first = dossier.exhibits[_place(dossier, first_id)]
    second = dossier.exhibits[_place(dossier, second_id)]
    sheets = (*first.sheets, *second.sheets)
    proves = tuple(dict.fromkeys((*first.proves, *second.proves)))
    return removed(
        _changed(dossier, first_id, sheets=sheets, pages=len(sheets) or None, proves=proves), second_id
    )


def removed(dossier: Dossier, exhibit_id: str) -> Dossier:
    """A dossier without the exhibit. Raises `KeyError`."""
    place = _place(dossier, exhibit_id)
    return paths.put(dossier, "exhibits", (*dossier.exhibits[:place], *dossier.exhibits[place + 1 :]))


def same_content(dossier: Dossier, sheets: Iterable[Sheet]) -> tuple[str, ...]:
    """The ids of the exhibits that hold a page of the same file, or the same picture under another name."""
    new = tuple(sheets)
    sources = {sheet.source for sheet in new if sheet.source is not None}
    blobs = {(sheet.blob, sheet.page) for sheet in new}
    return tuple(
        exhibit.id
        for exhibit in dossier.exhibits
        if any(sheet.source in sources or (sheet.blob, sheet.page) in blobs for sheet in exhibit.sheets)
    )


def unproven(dossier: Dossier) -> tuple[str, ...]:
    """The facts told that no exhibit shows yet (« dit, pas encore prouvé »), in the order of the requete."""
    told = [attempt.id for attempt in dossier.attempts]
    told += [contact.id for contact in dossier.contacts]
    told += [consequence.id for consequence in dossier.consequences]
    proven = proven_facts(dossier)
    return tuple(fact for fact in told if fact not in proven)


def unused_blobs(dossier: Dossier, names: Iterable[str]) -> tuple[str, ...]:
    """Of the blobs kept, those that no exhibit uses: left by a cancelled import, or by a burnt mask."""
    used = {sheet.blob for exhibit in dossier.exhibits for sheet in exhibit.sheets}
    return tuple(name for name in names if name not in used)


def _changed(dossier: Dossier, exhibit_id: str, **fields: object) -> Dossier:
    place = _place(dossier, exhibit_id)
    exhibit = replace(dossier.exhibits[place], **fields)
    return paths.put(
        dossier, "exhibits", (*dossier.exhibits[:place], exhibit, *dossier.exhibits[place + 1 :])
    )


def _place(dossier: Dossier, exhibit_id: str) -> int:
    for place, exhibit in enumerate(dossier.exhibits):
        if exhibit.id == exhibit_id:
            return place
    raise KeyError(exhibit_id)
