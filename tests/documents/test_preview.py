"""What the preview shows: the documents of the folder, what changed in them, where one was."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from core.documents import printed
from core.documents.blocks import Document, Heading, Paragraph, plain
from core.documents.folder import rendered, write_documents
from core.documents.preview import Place, beginning, find, is_told, place_of, shown
from core.documents.render_html import lines
from core.dossier import paths
from core.dossier.model import Attempt, Dossier
from tests.documents.stories import STORIES, story

CERGY = story("cergy")
TOLD, ON = CERGY.dossier, CERGY.on


def requete_of(dossier: Dossier) -> Document:
    return next(one.document for one in shown(dossier, ON, "fr") if one.document.name == "requete")


def index_of(document: Document, words: str) -> int:
    """The one block that says these words."""
    found = [
        index
        for index, block in enumerate(document.blocks)
        if words in " ".join(line.words for line in lines(block)).replace("\N{NO-BREAK SPACE}", " ")
    ]
    assert len(found) == 1, (words, found)
    return found[0]


@pytest.mark.parametrize("name", ["cergy", "sans-preuve", "refus-ecrit", "attestation-due"])
def test_the_documents_shown_are_those_written(name: str, tmp_path: Path) -> None:
    case = story(name)
    manifest = write_documents(case.dossier, case.assessment, case.on, tmp_path / "x")
    written = [Path(file).stem for file in manifest.files if file.endswith(".pdf")]
    documents = shown(case.dossier, case.on, "fr")
    assert [one.document.name for one in documents] == written
    for one in documents:
        file = tmp_path / "x" / f"{one.document.name}.pdf"
        assert rendered(one.made, "pdf", case.dossier, None) == file.read_bytes()


@pytest.mark.parametrize("name", STORIES)
def test_every_paragraph_of_the_requete_has_answers_or_sources(name: str) -> None:
    case = story(name)
    silent = [
        beginning(block)
        for one in shown(case.dossier, case.on, "fr")
        if one.document.name == "requete"
        for block in one.document.blocks
        if is_told(block) and not getattr(block, "facts", ()) and not getattr(block, "sources", ())
    ]
    assert silent == []


def test_what_was_never_printed_has_no_marks() -> None:
    assert {one.marks for one in shown(TOLD, ON, "fr")} == {None}


def test_only_changed_paragraphs_are_marked() -> None:
    before = printed.as_printed(TOLD, ON)
    now = paths.put(paths.put(TOLD, "contact.phone", "07 11 22 33 44"), "contact.email", None)
    one = next(s for s in shown(now, ON, "fr", before) if s.document.name == "requete")
    assert one.marks is not None
    assert one.marks.changed == {index_of(one.document, "07 11 22 33 44")}
    assert one.marks.gone == 1


def test_another_day_of_printing_is_no_change() -> None:
    before = printed.as_printed(TOLD, ON)
    later = shown(TOLD, ON + timedelta(days=1), "fr", before)
    changed = {one.document.name: one.marks.changed for one in later if one.marks is not None}
    assert set(changed) == {"requete", "inventaire", "absence-de-decision", "chronologie"}
    assert set(changed.values()) == {frozenset()}


def test_a_paragraph_is_found_again_by_its_answers() -> None:
    before = requete_of(TOLD)
    place = place_of(before, index_of(before, "Je souhaite déposer"))
    # A new paragraph above, and other words in this one.
    now = requete_of(paths.put(paths.put(TOLD, "identity.usage_name", "Martin"), "request.label", "salarié"))
    found = find(place, now)
    assert found == index_of(now, "Je souhaite déposer") != place.block


def test_the_nearest_of_several_alike_is_found() -> None:
    document = requete_of(TOLD)
    facts = [getattr(block, "facts", ()) for block in document.blocks]
    alike = [index for index, named in enumerate(facts) if named and facts.count(named) > 1]
    assert alike
    for index in alike:
        assert find(place_of(document, index), document) == index


def test_a_paragraph_that_is_gone_leaves_one_near_it() -> None:
    before = requete_of(TOLD)
    place = place_of(before, index_of(before, "Téléphone"))
    now = requete_of(paths.put(TOLD, "contact.phone", None))
    assert place.block is not None
    found = find(place, now)
    assert found is not None
    assert abs(found - place.block) <= 1
    assert is_told(now.blocks[found])


def test_a_document_without_paragraph_has_no_place() -> None:
    assert find(Place("x", 3), Document("x", "X", "fr", (Heading("X"),))) is None
    assert find(Place("requete"), requete_of(TOLD)) is None


def test_the_beginning_ends_at_a_word() -> None:
    document = requete_of(TOLD)
    block = document.blocks[index_of(document, "Je demande au juge des référés d’ordonner")]
    assert isinstance(block, Paragraph)
    short = beginning(block)
    assert short.endswith("…")
    assert " ".join(plain(block.runs).split()).startswith(f"{short[:-1]} ")
    assert len(short) <= 61


def test_rows_are_said_with_their_headings_with_or_without_columns() -> None:
    now = paths.put(TOLD, "attempts", tuple(Attempt(id=f"a{n}", on=date(2026, 10, 1)) for n in range(1, 61)))
    document = requete_of(now)
    table = document.blocks[index_of(document, "Date : jeudi 1er octobre 2026. Où : –")]
    across, stacked = list(lines(table)), list(lines(table, stacked=True))
    assert len(across) == 3
    assert len(stacked) == 60
    assert ". ".join(line.words for line in across) == ". ".join(line.words for line in stacked)
