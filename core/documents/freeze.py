"""What was generated, kept with its day and its fingerprint, and what later answers would change in it.

A frozen set is plain data with a JSON form, to be kept in the dossier file beside the answers. Comparing
works sentence by sentence: « 3 phrases ont changé » is what the person reads.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

import msgspec

from core.documents.blocks import Block, Document
from core.documents.render_text import lines
from core.i18n import Message, _, ngettext


class FrozenDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One document as it was printed: its text, sentence by sentence, and the SHA-256 of that text."""

    name: str
    title: str
    sentences: tuple[str, ...]
    sha256: str


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """A set of documents as they were printed on a day."""

    on: date
    language: str
    documents: tuple[FrozenDocument, ...]


class ChangeKind(StrEnum):
    """What happened to a sentence."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence that differs. `before` is empty where added, `after` where removed."""

    document: str
    kind: ChangeKind
    before: str
    after: str


def freeze(documents: Iterable[Document], on: date, language: str) -> Frozen:
    """The documents as data to keep."""
    return Frozen(on=on, language=language, documents=tuple(_frozen(document) for document in documents))


def encode(frozen: Frozen) -> bytes:
    """The JSON form, as UTF-8."""
    return msgspec.json.encode(frozen)


def decode(data: bytes) -> Frozen:
    """Read the JSON form. Raises `msgspec.ValidationError` for anything else: only we write it."""
    return msgspec.json.decode(data, type=Frozen)


def intact(frozen: Frozen) -> bool:
    """Whether every kept text still has its fingerprint."""
    return all(_fingerprint(document.sentences) == document.sha256 for document in frozen.documents)


def changes(before: Frozen, after: Frozen) -> tuple[Change, ...]:
    """What differs, document by document; a document on one side only counts sentence by sentence."""
    old = {document.name: document.sentences for document in before.documents}
    new = {document.name: document.sentences for document in after.documents}
    return tuple(
        change
        for name in dict.fromkeys((*old, *new))
        for change in _changes(name, old.get(name, ()), new.get(name, ()))
    )


@dataclass(frozen=True)
class Marks:
    """Which blocks of a document say something else than before, and how many sentences are gone."""

    changed: frozenset[int] = frozenset()
    gone: int = 0


def marks(before: FrozenDocument, now: Document) -> Marks:
    """Compare a document with its kept text, sentence by sentence; blocks are named by their index."""
    told = [(sentence, index) for index, block in enumerate(now.blocks) for sentence in _of_block(block)]
    matcher = SequenceMatcher(None, before.sentences, [sentence for sentence, _index in told], autojunk=False)
    changed: set[int] = set()
    gone = 0
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            changed |= {index for _sentence, index in told[j1:j2]}
            gone += max(0, (i2 - i1) - (j2 - j1))
    return Marks(frozenset(changed), gone)


def summary(found: tuple[Change, ...]) -> Message:
    """« 3 phrases ont changé. »"""
    if not found:
        return _("Aucune phrase n’a changé.")
    return ngettext("{number} phrase a changé.", "{number} phrases ont changé.", len(found))


def _changes(name: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Change]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = max(i2 - i1, j2 - j1)
        for offset in range(pairs):
            before = old[i1 + offset] if i1 + offset < i2 else ""
            after = new[j1 + offset] if j1 + offset < j2 else ""
            kind = (
                ChangeKind.CHANGED if before and after else ChangeKind.REMOVED if before else ChangeKind.ADDED
            )
            yield Change(document=name, kind=kind, before=before, after=after)


def _frozen(document: Document) -> FrozenDocument:
    sentences = tuple(sentence for block in document.blocks for sentence in _of_block(block))
    return FrozenDocument(
        name=document.name, title=document.title, sentences=sentences, sha256=_fingerprint(sentences)
    )


def _of_block(block: Block) -> Iterator[str]:
    return (sentence for line in lines(block) for sentence in _sentences(line))


def _fingerprint(sentences: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(sentences).encode()).hexdigest()


# Abbreviations (« M. », « L. 521-3 ») are followed by a no-break space, so a plain space ends a sentence.
# The number of a paragraph is left out: one fact more would otherwise change all that follow.
_END = re.compile(r"(?<=[.!?…]) (?=\S)")
_NUMBER = re.compile(r"^\d+\. ")


def _sentences(line: str) -> list[str]:
    return [sentence for sentence in _END.split(_NUMBER.sub("", line)) if sentence]
