"""The inventaire détaillé des pièces (R. 412-2, R. 414-5 CJA) and the list of exhibits under the requete."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, grammar
from core.documents.blocks import Block, Document, Inline, Items, Style, Table, bold, heading, inline, para
from core.documents.case import Case, article, cite
from core.documents.meaning import dated
from core.dossier import evidence
from core.dossier.evidence import APPLICATION, APPOINTMENT
from core.dossier.model import Exhibit
from core.i18n import Message, _


def inventory(case: Case) -> Document:
    """The detailed inventory: continuous numbers, explicit titles, dates, pages."""
    return Document(
        "inventaire",
        "Inventaire détaillé des pièces",
        "fr",
        tuple(_blocks(case)),
        running=f"Inventaire des pièces – {grammar.full_name(case.dossier)}",
    )


def _blocks(case: Case) -> Iterator[Block]:
    dossier = case.dossier
    yield heading("Inventaire détaillé des pièces")
    yield para(
        "Requête en référé (",
        cite("cja-l521-3"),
        ") de ",
        bold(grammar.signatory(dossier)),
        f" contre l’État, pris en la personne {case.place.of_the_prefect}, devant {case.place.tribunal.the}. "
        f"Cet inventaire est établi en application de {article('cja-r412-2')}.",
        facts=(*case.signed_by, "residence.departement"),
        sources=("cja-l521-3", "cja-r412-2"),
    )
    pieces = case.pieces
    if not pieces:
        yield para("Aucune pièce n’est jointe.", style=Style.BODY, facts=("exhibits",))
        return
    dated, counted = any(e.on for e in pieces), any(e.pages for e in pieces)
    header = ("N°", "Intitulé", *(["Date"] if dated else []), *(["Pages"] if counted else []))
    rows: list[tuple[Inline, ...]] = []
    for number, exhibit in enumerate(pieces, start=1):
        row = [inline(str(number)), inline(title(exhibit))]
        row += [inline(french.long_date(exhibit.on) if exhibit.on else "–")] if dated else []
        row += [inline(str(exhibit.pages) if exhibit.pages else "–")] if counted else []
        rows.append(tuple(row))
    widths = (10.0, 100.0, *([35.0] if dated else []), *([14.0] if counted else []))
    yield Table(
        header,
        tuple(rows),
        widths,
        facts=told(case),
        exhibits=tuple(range(1, len(pieces) + 1)),
    )
    yield para(f"Nombre de pièces : {len(pieces)}.", facts=told(case))


def exhibit_list(case: Case) -> Iterator[Block]:
    """The short list at the end of the requete: same numbers, same titles."""
    pieces = case.pieces
    if not pieces:
        return
    yield heading("Liste des pièces jointes", 1, _("Les papiers que vous joignez"))
    yield Items(
        tuple(inline(f"{title(e)}{f', {french.long_date(e.on)}' if e.on else ''}") for e in pieces),
        tuple(f"{n}." for n in range(1, len(pieces) + 1)),
        compact=True,
        facts=told(case),
        exhibits=tuple(range(1, len(pieces) + 1)),
        means=tuple(
            (
                _("Pièce n° {which} : {title}.", which=str(number), title=_named(case, exhibit)),
                *((dated(exhibit.on),) if exhibit.on else ()),
            )
            for number, exhibit in enumerate(pieces, start=1)
        ),
    )


def told(case: Case) -> tuple[str, ...]:
    """The answers that the exhibits come from: their own lines, or where one was only announced."""
    dossier = case.dossier
    behind: dict[str, tuple[str, ...]] = {
        APPLICATION: ("application.proof", "application.filed_on"),
        APPOINTMENT: ("appointment.proof",),
    }
    for name in ("attempts", "contacts", "consequences"):
        behind |= {item.id: (f"{name}[{index}]",) for index, item in enumerate(getattr(dossier, name))}
    listed = {exhibit.id: (f"exhibits[{index}]",) for index, exhibit in enumerate(dossier.exhibits)}
    return tuple(path for piece in case.pieces for path in listed.get(piece.id) or behind[piece.proves[0]])


def title(exhibit: Exhibit) -> str:
    """The exhibit's title; « Pièce » where the person gave none."""
    return french.user_text(exhibit.title) or "Pièce"


def _named(case: Case, exhibit: Exhibit) -> Message | str:
    """The title, with what it means where it is one of ours."""
    known = (evidence.named_paper(case.dossier, fact) for fact in exhibit.proves)
    return next((words for words in known if str(words) == exhibit.title), title(exhibit))
