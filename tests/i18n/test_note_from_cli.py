"""The note in the person's language from the command line: as people call it, and where parts lack."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import main
from core import cli
from core.documents.blocks import Document
from core.documents.folder import write_documents
from core.dossier import examples, json_form
from core.dossier.paths import put
from core.interview.flow import relevant
from core.law.assessment import assess
from tests.catalogues import extract

ON = "2026-11-23"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.json"
    path.write_bytes(json_form.encode(examples.example("cergy", date.fromisoformat(ON))))
    return path


def documents(dossier: Path, language: str) -> tuple[int, Path]:
    folder = dossier.parent / "out"
    command = ["documents", str(dossier), "--to", str(folder), "--on", ON, "--language", language]
    return main.main(command), folder


@pytest.mark.parametrize(("language", "code"), [("ar", "ar"), ("prs", "fa_AF"), ("zh-Hans", "zh_Hans")])
def test_the_note_is_written_in_the_language(qapp: object, dossier, language, code):
    status, folder = documents(dossier, language)
    assert status == 0
    assert (folder / f"note-{code}.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "requete.pdf").exists()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["language"] == code
    assert f"note-{code}.pdf" in manifest["files"]


def test_french_needs_no_second_column(dossier):
    status, folder = documents(dossier, "fr")
    assert status == 0
    assert (folder / "note.pdf").exists()


@pytest.mark.parametrize("language", ["xx", "../../ar", ""])
def test_another_language_is_wrong_usage(dossier, language, capsys):
    with pytest.raises(SystemExit) as stopped:
        documents(dossier, language)
    assert stopped.value.code == 2
    assert "langue" in capsys.readouterr().err
    assert not (dossier.parent / "out").exists()


def test_without_qt_one_sentence_says_so(dossier, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "gui.preview.note_printer", None)
    status, folder = documents(dossier, "ar")
    assert status == cli.NOT_USABLE
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert not folder.exists()


def test_no_screen_is_needed(dossier):
    """A new program, without a display and without an application of Qt's."""
    environment = {
        k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    command = [sys.executable, "main.py", "documents", str(dossier), "--to", str(dossier.parent / "out")]
    answer = subprocess.run(
        [*command, "--on", ON, "--language", "ps"],
        cwd=extract.ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert "note-ps.pdf" in answer.stdout
    assert "Traceback" not in answer.stderr


def test_the_printer_gets_both_languages_built_alike(dossier, tmp_path):
    told = relevant(json_form.decode(dossier.read_bytes()))
    on = date.fromisoformat(ON)
    seen: list[tuple[Document, Document]] = []

    def printer(document: Document, french: Document) -> bytes:
        seen.append((document, french))
        return b"%PDF-"

    write_documents(told, assess(told, on), on, tmp_path / "out", "ar", note_printer=printer)
    assert seen
    for document, french in seen:
        assert document.language == "ar"
        assert french.language == "fr"
        assert [type(block) for block in document.blocks] == [type(block) for block in french.blocks]


def test_without_a_printer_both_stand_one_under_the_other(dossier, tmp_path):
    told = relevant(json_form.decode(dossier.read_bytes()))
    on = date.fromisoformat(ON)
    manifest = write_documents(told, assess(told, on), on, tmp_path / "out", "es")
    assert "note-es.pdf" in manifest.files


def test_all_examples_print_in_a_language_from_right_to_left(qapp: object, tmp_path):
    from gui.preview.note_printer import print_note

    on = date.fromisoformat(ON)
    for name in examples.names():
        told = relevant(examples.example(name, on))
        manifest = write_documents(
            told, assess(told, on), on, tmp_path / name, "fa_AF", note_printer=print_note
        )
        assert "note-fa_AF.pdf" in manifest.files


@pytest.mark.parametrize(("asked", "name"), [((), "note-ar.pdf"), (("--language", "ru"), "note-ru.pdf")])
def test_without_a_language_the_dossier_s_own_is_taken(qapp: object, dossier, asked, name):
    told = json_form.decode(dossier.read_bytes())
    dossier.write_bytes(json_form.encode(put(told, "preferences.note_language", "ar")))
    folder = dossier.parent / "out"
    assert main.main(["documents", str(dossier), "--to", str(folder), "--on", ON, *asked]) == 0
    assert (folder / name).exists()


def test_a_language_that_the_program_does_not_know_is_french(dossier):
    told = json_form.decode(dossier.read_bytes())
    dossier.write_bytes(json_form.encode(put(told, "preferences.note_language", "xx")))
    folder = dossier.parent / "out"
    assert main.main(["documents", str(dossier), "--to", str(folder), "--on", ON]) == 0
    assert (folder / "note.pdf").exists()
