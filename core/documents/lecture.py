"""The printed reading: the requete passage by passage, French beside what it means, to be read at home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.documents.blocks import Block, Document, Heading, Paragraph, Style, bold, para, plain
from core.documents.case import Case
from core.documents.reading import Passage, passages
from core.documents.sheets import Say, sheet, speaker
from core.i18n import SOURCE_LANGUAGE, _

ONLY_FRENCH = _("Seul le texte français compte.")


def lecture(case: Case, language: str) -> tuple[Document, Document]:
    """What the requete means, in `language`, and beside it the requete itself, built alike.

    Raises `ValueError` where the requete cannot be written.
    """
    read = passages(case, language)
    meaning = _sheet(language, read, french=False)
    return meaning, replace(_sheet(SOURCE_LANGUAGE, read, french=True), name=meaning.name)


def _sheet(language: str, read: tuple[Passage, ...], *, french: bool) -> Document:
    return sheet(
        "lecture",
        _("Lire votre requête"),
        language,
        _blocks(speaker(language), read, french=french),
        _("Lire votre requête – ne pas envoyer au tribunal"),
    )


def _blocks(say: Say, read: tuple[Passage, ...], *, french: bool) -> Iterator[Block]:
    yield para(bold(say(ONLY_FRENCH)), style=Style.WARNING)
    yield para(bold(say(_("Le texte à signer") if french else _("Ce que cela veut dire"))))
    for passage in read:
        for pair in passage.pairs:
            runs = pair.french if french else pair.theirs
            yield Heading(plain(runs), 2) if passage.level else Paragraph(runs)
