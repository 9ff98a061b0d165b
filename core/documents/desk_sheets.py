"""Sheets around the dossiers, not part of any request: lines to keep, and the week of a permanence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.documents.blocks import Block, Document, Heading, Table, heading, inline, para
from core.i18n import Message, _, render, weekday_date


@dataclass(frozen=True)
class Due:
    """One date of one dossier, as the list of the week shows it."""

    on: date
    who: str
    what: str
    volunteer: str = ""


def lines_sheet(name: str, lines: Sequence[Message]) -> Document:
    """A page of sentences in French, the first as its title: a recovery sheet, a receipt."""
    title, *others = (render(line) for line in lines)
    blocks: list[Block] = [heading(title), *(para(line) for line in others)]
    return Document(name, title, "fr", tuple(blocks))


def week_sheet(monday: date, listed: Sequence[Due]) -> Document:
    """The dates of seven days from `monday` on, day by day, with a box to tick. In French."""
    title = render(_("Dates de la semaine du {day}", day=monday))
    blocks: list[Block] = [heading(title)]
    for number in range(7):
        day = monday + timedelta(days=number)
        due = [each for each in listed if each.on == day]
        if due:
            blocks.append(Heading(_capital(weekday_date(day)), 2))
            blocks.append(_table(due))
    if len(blocks) == 1:
        blocks.append(para(render(_("Aucune date cette semaine."))))
    blocks.append(para(render(_("Cette liste porte des noms. Détruisez-la après usage."))))
    return Document("semaine", title, "fr", tuple(blocks))


def _table(due: Sequence[Due]) -> Table:
    header = (_("Personne"), _("Ce qu’il faut faire"), _("Bénévole"), _("Fait"))
    return Table(
        tuple(render(words) for words in header),
        tuple((inline(d.who), inline(d.what), inline(d.volunteer), ()) for d in due),
        (46.0, 72.0, 32.0, 16.0),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
