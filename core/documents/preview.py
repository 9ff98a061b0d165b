"""The documents as they can be read before printing: which ones, what changed in them, where one was.

The window shows them; nothing here is printed or written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.documents import bundle, freeze, printed
from core.documents.blocks import Banner, Block, Document, Heading, texts
from core.documents.bundle import Made
from core.documents.case import Case
from core.documents.freeze import Frozen, Marks
from core.dossier.model import Dossier
from core.law.assessment import assess


@dataclass(frozen=True)
class Shown:
    """A document of the folder; `marks`: what changed since it was printed, None where it never was."""

    made: Made
    marks: Marks | None = None

    @property
    def document(self) -> Document:
        """The document in the language in which the person reads it."""
        return self.made.document


@dataclass(frozen=True)
class Place:
    """A paragraph of a document: where it stood, and the answers that made it. No `block`: the whole."""

    document: str
    block: int | None = None
    facts: tuple[str, ...] = ()


def shown(dossier: Dossier, on: date, language: str, before: Frozen | None = None) -> tuple[Shown, ...]:
    """What `write_documents` would write that day, in the same order. `before` is what was printed last."""
    made = bundle.bundle(Case(dossier, assess(dossier, on), on), language)
    if before is None:
        return tuple(Shown(one) for one in made)
    kept = {document.name: document for document in before.documents}
    # As signed the other day: the day under the signature is not what the person changed.
    now = {document.name: document for document in printed.documents(dossier, on, signed_on=before.on)}
    return tuple(
        Shown(one, freeze.marks(kept[name], now[name]))
        if (name := one.document.name) in kept and name in now
        else Shown(one)
        for one in made
    )


def place_of(document: Document, block: int) -> Place:
    """The place of a paragraph."""
    return Place(document.name, block, getattr(document.blocks[block], "facts", ()))


def find(place: Place, document: Document) -> int | None:
    """Where that paragraph stands now: the nearest one that the same answers made, else the nearest one."""
    at = place.block
    if at is None:
        return None
    told = [index for index, block in enumerate(document.blocks) if is_told(block)]
    same = [index for index in told if getattr(document.blocks[index], "facts", ()) == place.facts]
    return min(same or told, key=lambda index: abs(index - at), default=None)


def is_told(block: Block) -> bool:
    """Whether the block says something: a title has nothing to explain."""
    return not isinstance(block, Heading | Banner)


def beginning(block: Block, characters: int = 60) -> str:
    """The first words of a block, to tell it from others."""
    text = " ".join(next(texts(block), "").split())
    return text if len(text) <= characters else f"{text[:characters].rpartition(' ')[0]}…"
