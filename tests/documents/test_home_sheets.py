"""The sheets that need no dossier, alone and in the folder."""

from __future__ import annotations

from typing import Any

import pytest

from core.documents.blocks import Document, texts
from core.documents.bundle import bundle
from core.documents.home_sheets import TITLES, HomeSheet, home_sheet
from core.documents.render_pdf import pdf
from core.dossier.model import Consequence, Dossier
from core.dossier.paths import put
from core.dossier.values import ConsequenceKind, DocumentKind, Protection
from core.languages import TRANSLATED
from gui.preview.note_printer import print_note
from tests.documents.stories import case_of, story


def words(document: Document) -> str:
    return "\n".join(text for block in document.blocks for text in texts(block))


@pytest.mark.parametrize("which", HomeSheet)
def test_the_court_font_prints_every_sheet_in_french_on_one_or_two_pages(which: HomeSheet) -> None:
    data = pdf(home_sheet(which, "fr"))
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") <= 2


@pytest.mark.parametrize("which", HomeSheet)
@pytest.mark.parametrize("language", [one.code for one in TRANSLATED])
@pytest.mark.usefixtures("qapp")
def test_every_sheet_prints_in_every_language_beside_the_french(which: HomeSheet, language: str) -> None:
    assert print_note(home_sheet(which, language), home_sheet(which, "fr")).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("answers", "line", "there"),
    [
        ({}, "La décision de l’OFPRA ou de la CNDA.", False),
        ({"nationality.protection": Protection.REFUGEE}, "La décision de l’OFPRA ou de la CNDA.", True),
        ({"nationality.protection": Protection.NONE}, "La décision de l’OFPRA ou de la CNDA.", False),
        ({}, "Votre titre de séjour, même fini : le devant et le dos.", True),
        (
            {"permit.document": DocumentKind.NONE},
            "Votre titre de séjour, même fini : le devant et le dos.",
            False,
        ),
        ({"consequences": (Consequence(id="q1", kind=ConsequenceKind.WORK),)}, "Travail : ", True),
        ({"consequences": (Consequence(id="q1", kind=ConsequenceKind.WORK),)}, "Santé : ", False),
    ],
)
def test_what_to_bring_names_what_this_person_may_have(
    answers: dict[str, Any], line: str, there: bool
) -> None:
    dossier = Dossier()
    for path, value in answers.items():
        dossier = put(dossier, path, value)
    said = words(home_sheet(HomeSheet.BRING, "fr", dossier)).replace("\N{NO-BREAK SPACE}", " ")
    assert (line in said) == there
    assert line in words(home_sheet(HomeSheet.BRING, "fr")).replace("\N{NO-BREAK SPACE}", " ")


def test_the_plan_comes_with_what_to_bring() -> None:
    made = {each.document.name: each for each in bundle(story("captures-un-soir"), "ar")}
    assert {"plan-action-ar", "a-apporter-ar"} <= set(made)
    assert made["a-apporter-ar"].french is not None
    assert "a-apporter" not in {each.document.name for each in bundle(story("cergy"), "fr")}


def test_a_missing_language_brings_the_sheet_for_an_interpreter_and_the_reading_in_french() -> None:
    told = story("cergy")
    told = case_of(put(told.dossier, "preferences.language_missing", True), told.on)
    names = {each.document.name for each in bundle(told, "fr")}
    assert {"interprete", "lecture"} <= names
    assert not {"interprete", "lecture"} & {each.document.name for each in bundle(story("cergy"), "fr")}


def test_every_sheet_has_a_title() -> None:
    assert set(TITLES) == set(HomeSheet)
