"""Whose computer this is, remembered or not; what else the window asks of the storage."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.dossier.model import Dossier
from core.storage.backups import Backups, restore
from core.storage.computer import Answer, Computer, forget, remember, remembered
from core.storage.dossier_file import DossierFile
from core.storage.errors import WrongPassphrase
from core.storage.key import KeyRing
from core.storage.places import Places


def places_in(folder: Path, *, shared: bool = False) -> Places:
    return Places(
        shared=shared, data=None if shared else folder / "data", dossiers=None, temporary_parent=folder
    )


@pytest.mark.parametrize(
    "answer", [Answer(Computer.PRIVATE), Answer(Computer.DESK, (Path("a"), Path("dossier é")))]
)
def test_the_answer_is_remembered(tmp_path: Path, answer: Answer):
    places = places_in(tmp_path)
    assert remembered(places) is None
    remember(places, answer)
    assert remembered(places) == answer
    forget(places)
    forget(places)
    assert remembered(places) is None


@pytest.mark.parametrize("shared", [True, False])
def test_a_shared_computer_is_never_remembered(tmp_path: Path, shared: bool):
    places = places_in(tmp_path, shared=shared)
    remember(places, Answer(Computer.SHARED))
    forget(places)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"{}",
        b"\xff",
        b"[1]",
        b'{"computer": "moon", "folders": []}',
        b'{"computer": "shared", "folders": []}',
        b'{"computer": "desk", "folders": 3}',
    ],
)
def test_what_cannot_be_understood_is_asked_again(tmp_path: Path, kept: bytes):
    places = places_in(tmp_path)
    assert places.data is not None
    places.data.mkdir()
    (places.data / "computer.json").write_bytes(kept)
    assert remembered(places) is None


def test_an_open_file_knows_its_own_words(tmp_path: Path):
    with DossierFile.create(tmp_path / "a.dossier", Dossier(), "lampe jardin") as file:
        assert file.is_opened_by(" lampe  jardin\n")
        assert not file.is_opened_by("lampe jardins")
    with DossierFile.in_memory(Dossier()) as file:
        assert not file.is_opened_by("")


def test_a_copy_goes_back_without_asking_for_the_words_again(tmp_path: Path):
    path, backups = tmp_path / "a.dossier", Backups(places_in(tmp_path))
    with DossierFile.create(path, Dossier(), "lampe jardin") as file:
        backups.make(file)
        assert file.key is not None
        ring = KeyRing.holding(file.key)
    restore(backups.of(path)[0].path, path, ring)
    DossierFile.open(path, "lampe jardin").close()
    other = tmp_path / "b.dossier"
    DossierFile.create(other, Dossier(), "autre").close()
    with pytest.raises(WrongPassphrase):
        DossierFile.open(other, ring)
