"""The note « absence de décision attaquée »: Télérecours citoyens asks for it where there is no decision."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents import grammar
from core.documents.blocks import Block, Document, bold, heading, para
from core.documents.case import Case, article, cite
from core.documents.french import quoted
from core.documents.requete import signature
from core.law.sources import printable

_WORDS = "même en l’absence de décision administrative préalable"


def absence(case: Case) -> Document:
    """One page that says why no contested decision is joined (L. 521-3, R. 412-1 CJA)."""
    return Document(
        "absence-de-decision",
        "Absence de décision attaquée",
        "fr",
        tuple(_blocks(case)),
        running=f"Absence de décision attaquée – {grammar.signatory(case.dossier)}",
    )


def _blocks(case: Case) -> Iterator[Block]:
    if _WORDS not in (printable("cja-l521-3").quotation or ""):
        raise ValueError("the words of L. 521-3 are not the ones quoted here")
    yield heading("Absence de décision attaquée")
    yield para(
        "Requête en référé de ",
        bold(grammar.signatory(case.dossier)),
        f" contre l’État, pris en la personne {case.place.of_the_prefect}, devant {case.place.tribunal.the}.",
        facts=(*case.signed_by, "residence.departement"),
    )
    yield para(
        f"Cette requête est présentée sur le fondement de {article('cja-l521-3')}. Selon ce texte, elle est "
        f"recevable {quoted(_WORDS)}.",
        sources=("cja-l521-3",),
    )
    yield para(
        "Cette requête ne demande l’annulation ou la suspension d’aucune décision. Il n’y a donc pas de "
        f"décision attaquée à joindre ({cite('cja-r412-1')}).",
        sources=("cja-r412-1",),
    )
    yield signature(case)
