"""The requete: its parts in order. Everything said comes from the dossier or from a printable source."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import french, grammar
from core.documents.blocks import Block, Document, Signature, exhibits_of, numbered, with_numbers
from core.documents.case import Case, missing
from core.documents.conclusions import conclusions
from core.documents.discussion import discussion
from core.documents.facts import facts
from core.documents.header import header
from core.documents.inventory import exhibit_list
from core.documents.meaning import dated, spans
from core.documents.state import state
from core.i18n import _, ngettext


def requete(case: Case) -> Document:
    """The requete of the case. Raises `ValueError` where `missing` names something."""
    if missing(case):
        raise ValueError("the requete lacks a name, an address or a departement")
    name = grammar.signatory(case.dossier)
    return Document(
        "requete",
        f"Requête en référé mesures utiles – {name}",
        "fr",
        tuple(with_numbers(_blocks(case))),
        running=f"Requête en référé – {name} – {case.place.tribunal.name}",
    )


def _blocks(case: Case) -> Iterator[Block]:
    yield from header(case)
    body = [*facts(case), *state(case)]
    rest = [*discussion(case), *conclusions(case)]
    yield from body
    yield from _other_exhibits(case, {*exhibits_of(body), *exhibits_of(rest)})
    yield from rest
    yield signature(case)
    yield from exhibit_list(case)


def _other_exhibits(case: Case, named: set[int]) -> Iterator[Block]:
    """Every exhibit is referred to: those that prove no told fact are named by their titles."""
    rest = tuple(n for n in range(1, len(case.pieces) + 1) if n not in named)
    if rest:
        yield numbered(
            f"Je joins aussi : {french.exhibits(rest)}.",
            facts=("exhibits",),
            exhibits=rest,
            means=(
                ngettext(
                    "Vous joignez aussi la pièce n° {which}.",
                    "Vous joignez aussi les pièces n° {which}.",
                    len(rest),
                    which=spans(rest),
                ),
            ),
        )


def signature(case: Case) -> Signature:
    """Place, day, room to sign, name."""
    given = case.dossier.signature
    on = given.on or case.on
    day = french.long_date(on)
    place = french.user_text(given.place)
    return Signature(
        (french.no_break(f"Fait à {place}, le {day}" if place else f"Fait le {day}"), "Signature :"),
        french.no_break(grammar.signatory(case.dossier)),
        facts=("signature.place", "signature.on", *case.signed_by),
        means=(
            *((_("Lieu : {place}.", place=place),) if place else ()),
            dated(on),
            _("Vous signez ici, à la main."),
            _("Nom de la personne qui signe : {name}.", name=grammar.signatory(case.dossier)),
        ),
    )
