"""Small tools for the sheets that the person reads: sentences in their language, lists, page words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from core.documents.blocks import (
    Block,
    Document,
    Items,
    Style,
    Table,
    heading,
    inline,
    italic,
    para,
    texts,
)
from core.i18n import Message, _, render
from core.law.model import Deadline, Step

Say = Callable[[Message], str]


def speaker(language: str) -> Say:
    """A function that words messages in this language."""
    return lambda message: render(message, language)


def sheet(name: str, title: Message, language: str, blocks: Iterable[Block], running: Message) -> Document:
    """A document for the person; its file name says the language where that is not French."""
    say = speaker(language)
    return Document(
        name if language == "fr" else f"{name}-{language}",
        say(title),
        language,
        (heading(say(title)), *blocks),
        running=say(running),
        page_of=say(_("Page {page} sur {pages}")),
    )


def beside(document: Document, french: Document) -> Document:
    """Each block of `document` followed by the French, where they differ: both can be read together.

    For where no printer with two columns is at hand. Raises ValueError where the two are not built alike.
    """
    blocks: list[Block] = []
    for theirs, ours in zip(document.blocks, french.blocks, strict=True):
        blocks.append(theirs)
        if theirs != ours:
            blocks += [para(italic(text), style=Style.SMALL) for text in texts(ours) if text]
    return replace(document, blocks=tuple(blocks))


def points(say: Say, *messages: Message) -> Items:
    """A dashed list of sentences."""
    return Items(tuple(inline(say(message)) for message in messages))


def steps(say: Say, *messages: Message) -> Items:
    """A numbered list of sentences."""
    return Items(
        tuple(inline(say(message)) for message in messages),
        tuple(f"{number}." for number in range(1, len(messages) + 1)),
    )


def to_do(say: Say, todo: Iterable[Step]) -> Table:
    """What to do, by when, and an empty box to fill by hand."""
    return Table(
        (say(_("Ce qu’il faut faire")), say(_("Quand")), say(_("Fait le"))),
        tuple(
            (
                inline(say(step.text)),
                inline(_day(say, step)),
                (),
            )
            for step in todo
        ),
        (92.0, 40.0, 34.0),
        facts=tuple(dict.fromkeys(fact for step in todo for fact in step.facts)),
    )


def _day(say: Say, step: Step) -> str:
    day = step.by or step.since
    return say(_("{day}", day=day)) if day is not None else say(_("dès que possible"))


def dates(say: Say, deadlines: Iterable[Deadline]) -> Iterable[Block]:
    """The days that matter, in order; nothing where there is none."""
    ordered = sorted(deadlines, key=lambda deadline: deadline.on)
    if ordered:
        yield heading(say(_("Vos dates")), 2)
        yield Table(
            (say(_("Date")), say(_("Pourquoi cette date compte"))),
            tuple((inline(say(_("{day}", day=d.on))), inline(say(d.label))) for d in ordered),
            (40.0, 126.0),
        )


def sentences(say: Say, messages: Iterable[Message]) -> Iterable[Block]:
    """One paragraph a sentence."""
    for message in messages:
        yield para(say(message))
