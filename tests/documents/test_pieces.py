"""The files of the exhibits in the documents folder: from the dossier's blobs, whole or not at all."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from core import cli
from core.documents.folder import FolderNotOurs, write_documents
from core.dossier import examples
from core.dossier.model import Dossier, Sheet
from core.errors import UserError
from core.exhibits import arrange
from core.exhibits.blobs import BlobStore, MemoryBlobs
from core.law.assessment import assess
from core.storage.dossier_file import DossierFile
from core.storage.errors import MissingExhibit
from tests.exhibits.corpus import encoded

ON = date(2026, 11, 23)


def with_pictures(store: BlobStore) -> Dossier:
    """The Cergy example whose second and third exhibits have a picture."""
    told = replace(examples.example("cergy", ON), exhibits=())
    for fact in ("permit", "identity", "address"):
        told = arrange.attach(told, (), proves=(fact,))
    for number, colour in ((1, "red"), (2, "blue")):
        sheet = Sheet(blob=store.add_blob(encoded(Image.new("RGB", (300, 400), colour))))
        told = arrange.with_sheets(told, told.exhibits[number].id, (sheet,))
    return told


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_one_file_an_exhibit_and_the_set_to_print(tmp_path: Path) -> None:
    store, to = MemoryBlobs(), tmp_path / "documents"
    dossier = with_pictures(store)
    manifest = write_documents(dossier, assess(dossier, ON), ON, to, blobs=store)
    expected = {
        "pieces/PJ2_Passeport_page_d_identite.pdf",
        "pieces/PJ3_Justificatif_de_domicile.pdf",
        "pieces-a-imprimer.pdf",
    }
    assert expected <= names(to) == {*manifest.files, "manifest.json"}
    assert manifest.files["pieces/PJ2_Passeport_page_d_identite.pdf"].title.startswith(
        "Pièce n°\N{NBSP}2 – Pass"
    )
    assert 1 in manifest.exhibits_on_paper
    assert not {2, 3} & set(manifest.exhibits_on_paper)
    # A folder of ours, pieces included, may be written anew; one with a foreign file in `pieces` may not.
    write_documents(dossier, assess(dossier, ON), ON, to, blobs=store)
    (to / "pieces" / "mine.txt").write_text("keep me")
    with pytest.raises(FolderNotOurs):
        write_documents(dossier, assess(dossier, ON), ON, to, blobs=store)
    assert (to / "pieces" / "mine.txt").read_text() == "keep me"


def test_an_exhibit_that_cannot_be_written_leaves_no_folder(tmp_path: Path) -> None:
    store, to = MemoryBlobs(), tmp_path / "documents"
    dossier = with_pictures(store)
    odd = replace(dossier.exhibits[1], title="Passeport \N{OLD PERSIAN SIGN A}")
    dossier = replace(dossier, exhibits=(dossier.exhibits[0], odd, dossier.exhibits[2]))
    with pytest.raises(UserError):
        write_documents(dossier, assess(dossier, ON), ON, to, blobs=store)
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_takes_the_exhibits_of_a_dossier_file(tmp_path: Path) -> None:
    path, to = tmp_path / "one.dossier", tmp_path / "documents"
    with DossierFile.create(path, Dossier()) as file:
        dossier = with_pictures(file)
        file.save(dossier)
    assert cli.main(["documents", str(path), "--to", str(to), "--on", ON.isoformat()]) == 0
    assert "pieces/PJ2_Passeport_page_d_identite.pdf" in names(to)
    manifest = json.loads((to / "manifest.json").read_text("utf-8"))
    assert "pieces-a-imprimer.pdf" in manifest["files"]


def test_a_missing_file_of_an_exhibit_leaves_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "one.dossier"
    with DossierFile.create(path, Dossier()) as file:
        dossier = with_pictures(MemoryBlobs())
        with pytest.raises(MissingExhibit):
            write_documents(dossier, assess(dossier, ON), ON, tmp_path / "documents", blobs=file)
    assert list(tmp_path.iterdir()) == [path]
