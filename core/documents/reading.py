"""The requete to be read side by side: each passage in French, and what it means in another language.

Names, days and numbers stand out in both, so that two people who share no language can point at the same
thing. A passage is a paragraph, an item of a list, or a whole table; it knows the answers that made it.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from core.documents.blocks import (
    Banner,
    Block,
    Facts,
    Heading,
    Inline,
    Items,
    Means,
    Numbered,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Style,
    Table,
    plain,
    texts,
)
from core.documents.case import Case
from core.documents.french import no_break
from core.documents.requete import requete
from core.i18n import FRENCH_MONTHS, Message, Named, Value, long_date, render
from core.law.sources import source
from core.typography import joined

# Longer values are sentences of the person: nothing would stand out among them.
LONGEST_MARKED = 80

# Private letters around a value, taken out again when the text is cut into runs.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MONTHS = "|".join(FRENCH_MONTHS)
_SPACE = "[ \N{NO-BREAK SPACE}]"
_DAY = rf"\b(?:1er|\d{{1,2}}){_SPACE}(?:{_MONTHS}){_SPACE}\d{{4}}"
_NUMBER = rf"\d+(?:[.,]\d+)?(?:{_SPACE}(?:€|h\b(?:{_SPACE}\d+)?))?"
# Numbers of articles are the law's, not the person's.
_ARTICLE = rf"\b[LRD]\.\*?{_SPACE}\d+(?:-\d+)*|\b\d+°"


_PARTY = "party"
# What is read in one breath with what stands before it.
_JOINS = {_PARTY: (_PARTY,), Numbered.__name__: (Quotation.__name__,)}


@dataclass(frozen=True)
class Pair:
    """One line: the French and what it means. What stands out is bold, all the rest is not."""

    french: Inline
    theirs: Inline


@dataclass(frozen=True)
class Passage:
    """What is read, and ticked, at once. `level` is 0 for text, 1 or 2 for a title, which is not ticked.

    `digest` names the French words, `place` the passage whatever its words are today.
    """

    pairs: tuple[Pair, ...]
    level: int
    facts: Facts
    sources: tuple[str, ...]
    exhibits: tuple[int, ...]
    digest: str
    place: str


def passages(case: Case, language: str) -> tuple[Passage, ...]:
    """The requete of the case, in order. Raises `ValueError` where it cannot be written."""
    signed_on = None if case.dossier.signature.on else long_date(case.on)
    seen: Counter[str] = Counter()
    parts = _together(entry for block in requete(case).blocks for entry in _parts(block))
    return tuple(_passage(part, lines, language, signed_on, seen) for part, lines in parts)


@dataclass(frozen=True)
class _Part:
    level: int
    facts: Facts
    sources: tuple[str, ...]
    exhibits: tuple[int, ...]
    kind: str


_Lines = tuple[tuple[str, Means], ...]


def _together(parts: Iterable[tuple[_Part, _Lines]]) -> Iterator[tuple[_Part, _Lines]]:
    """The lines about one party as one passage, and a quotation with the sentence that brings it in."""
    held: tuple[_Part, _Lines] | None = None
    for part, lines in parts:
        if held is not None and part.kind in _JOINS.get(held[0].kind, ()):
            facts = tuple(dict.fromkeys((*held[0].facts, *part.facts)))
            sources = tuple(dict.fromkeys((*held[0].sources, *part.sources)))
            exhibits = tuple(dict.fromkeys((*held[0].exhibits, *part.exhibits)))
            held = replace(held[0], facts=facts, sources=sources, exhibits=exhibits), (*held[1], *lines)
            continue
        if held is not None:
            yield held
        held = part, lines
    if held is not None:
        yield held


def _parts(block: Block) -> Iterator[tuple[_Part, _Lines]]:
    facts, sources = getattr(block, "facts", ()), getattr(block, "sources", ())
    part = _Part(0, facts, sources, getattr(block, "exhibits", ()), type(block).__name__)
    match block:
        case Heading():
            yield replace(part, level=block.level), ((block.text, block.means),)
        case Banner():
            yield replace(part, level=1), ((block.text, block.means),)
        case Items():
            lines = tuple(
                (f"{block.mark(index)} {plain(item)}", block.means[index])
                for index, item in enumerate(block.items)
            )
            if block.compact:
                yield part, lines
                return
            own = facts if len(facts) == len(lines) else ()
            for index, line in enumerate(lines):
                yield replace(part, facts=(own[index],) if own else facts), (line,)
        case Table():
            yield part, tuple(zip(_rows(block), block.means, strict=True))
        case Signature():
            # The last two meanings are those of the hand that signs and of the name under it.
            day, sign = block.lines
            yield part, ((day, block.means[:-2]), (f"{sign} {block.name}", block.means[-2:]))
        case Paragraph(style=Style.PARTY):
            yield replace(part, kind=_PARTY), ((plain(block.runs), block.means),)
        case Numbered():
            yield part, ((f"{block.number}. {plain(block.runs)}", block.means),)
        case _:
            yield part, ((" ".join(texts(block)), getattr(block, "means", ())),)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = (f"{head} : {plain(cell)}" for head, cell in zip(table.header, row, strict=True))
        yield no_break(" – ".join(cells))


def _passage(part: _Part, lines: _Lines, language: str, signed_on: str | None, seen: Counter[str]) -> Passage:
    place = "|".join((part.kind, str(part.level), *part.facts, "/", *part.sources))
    seen[place] += 1
    words = "\n".join(_without_number(text) for text, _means in lines)
    if part.kind == Signature.__name__ and signed_on:
        # The day of printing is nobody's answer: tomorrow's page is no other text to read.
        words = words.replace(no_break(signed_on), "")
    return Passage(
        tuple(
            Pair(marked_french(text, means, part.sources), spoken(means, language)) for text, means in lines
        ),
        part.level,
        part.facts,
        part.sources,
        part.exhibits,
        _digest(words),
        _digest(f"{place}#{seen[place]}"),
    )


def _without_number(text: str) -> str:
    return re.sub(r"^\d+\. ", "", text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def marked_french(text: str, means: Means, sources: tuple[str, ...] = ()) -> Inline:
    """The French words, with what the meaning carries over, the days and the numbers standing out."""
    values = sorted({no_break(v) for message in means for v in _values(message)}, key=len, reverse=True)
    law = [re.escape(no_break(source(ident).citation)) for ident in sources]
    skipped = "|".join((*law, _ARTICLE))
    wanted = "|".join((*map(re.escape, values), _DAY, _NUMBER))
    start = re.match(r"\d+\. ", text)
    at = start.end() if start else 0
    runs: list[Run] = [Run(text[:at])] if at else []
    for found in re.finditer(f"(?:{skipped})|({wanted})", text[at:]):
        if found[1] is None:
            continue
        begin = at + found.start()
        runs += [Run(text[sum(len(run.text) for run in runs) : begin]), Run(found[1], bold=True)]
    runs.append(Run(text[sum(len(run.text) for run in runs) :]))
    return tuple(run for run in runs if run.text)


def _values(message: Message) -> Iterator[str]:
    for value in message.values.values():
        if isinstance(value, Named):
            yield str(value)
        elif isinstance(value, Message):
            yield from _values(value)
        elif isinstance(value, date):
            yield long_date(value)
        elif isinstance(value, str) and 1 < len(value) <= LONGEST_MARKED:
            yield value
            # The French may say « du préfet » where the meaning says « le préfet ».
            yield value.removeprefix("le ")


def spoken(means: Means, language: str) -> Inline:
    """The meaning in a language, with its names, days and numbers standing out."""
    text = joined(render(_wrapped(message, language), language) for message in means)
    runs = []
    for number, piece in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", text)):
        if piece:
            runs.append(Run(piece, bold=number % 2 == 1))
    return tuple(runs)


def _wrapped(message: Message, language: str) -> Message:
    return replace(message, values={name: _mark(v, language) for name, v in message.values.items()})


def _mark(value: Value, language: str) -> Value:
    if isinstance(value, Message) and not isinstance(value, Named):
        return _wrapped(value, language)
    stands_out = len(str(value)) <= LONGEST_MARKED
    if isinstance(value, Named):
        value = render(value, language)
    text = long_date(value, language) if isinstance(value, date) else str(value)
    # What the person gave may hold any letter, these two as well.
    text = re.sub(f"[{_OPEN}{_CLOSE}]", "", text)
    return f"{_OPEN}{text}{_CLOSE}" if stands_out else text
