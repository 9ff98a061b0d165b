from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.dossier import paths
from core.dossier.model import Attempt
from core.storage.conflicts import Difference, differences, original_of, settle
from core.storage.dossier_file import DossierFile
from core.storage.errors import DossierInUse
from tests.storage.conftest import named


@pytest.mark.parametrize(
    "name",
    [
        "Diallo.sync-conflict-20261123-091500-ABCDEF7.dossier",
        "Diallo.sync-conflict-20261123-091500.dossier",
        "Diallo (conflicted copy 2026-11-23 091500).dossier",
        "Diallo (conflicted copy Élise 2026-11-23 091500).dossier",
        "Diallo (Élise's conflicted copy 2026-11-23).dossier",
        "Diallo (copie en conflit 2026-11-23 091500).dossier",
        "Diallo_conflict-20261123-091500.dossier",
        "Diallo (conflicted copy 2026-11-23 091500).sync-conflict-20261124-101010-ABCDEF7.dossier",
    ],
)
def test_the_names_that_synchronisers_give(name: str):
    assert original_of(Path("folder") / name) == Path("folder/Diallo.dossier")


@pytest.mark.parametrize(
    "name",
    [
        "Diallo.dossier",
        "Diallo (2).dossier",
        "Diallo (copie).dossier",
        "conflicted copy.dossier",
        "Diallo 20261123.dossier",
        "Diallo (autre version 1).dossier",
    ],
)
def test_other_names_are_dossiers_of_their_own(name: str):
    assert original_of(Path(name)) is None


def test_the_answers_that_differ_are_told():
    first = named("A")
    second = paths.put(
        paths.put(first, "permit.label", "visiteur"), "attempts", (Attempt(id="a1"), Attempt(id="a2"))
    )
    second = msgspec.structs.replace(
        second, identity=msgspec.structs.replace(second.identity, family_name="B")
    )
    assert differences(first, first) == ()
    found = differences(first, second)
    assert Difference("identity.family_name", "A", "B") in found
    assert Difference("permit.label", None, "visiteur") in found
    assert Difference("attempts[1].id", None, "a2") in found
    swapped = {(d.path, d.second, d.first) for d in found}
    assert {(d.path, d.first, d.second) for d in differences(second, first)} == swapped


def test_settling_loses_no_copy(tmp_path: Path):
    original = tmp_path / "Diallo.dossier"
    copies = [tmp_path / f"Diallo.sync-conflict-2026112{n}-091500-ABC.dossier" for n in (3, 4)]
    for number, path in enumerate((original, *copies)):
        DossierFile.create(path, named(str(number))).close()
    moved = settle(copies[0], [original, *copies], original)
    assert sorted(tmp_path.iterdir()) == sorted([original, *moved])
    found = {}
    for path in (original, *moved):
        with DossierFile.open(path) as file:
            found[path] = file.dossier.identity.family_name
    assert found[original] == "1"
    assert sorted(filter(None, found.values())) == ["0", "1", "2"]
    assert not any(original_of(path) for path in moved)


def test_keeping_the_original_moves_only_the_copies(tmp_path: Path):
    original, copy = tmp_path / "D.dossier", tmp_path / "D.sync-conflict-20261123-091500-ABC.dossier"
    for path in (original, copy):
        DossierFile.create(path, named(path.name)).close()
    (moved,) = settle(original, [original, copy], original)
    with DossierFile.open(original) as file:
        assert file.dossier == named(original.name)
    with DossierFile.open(moved) as file:
        assert file.dossier == named(copy.name)


def test_an_open_copy_is_not_moved(tmp_path: Path):
    original, copy = tmp_path / "D.dossier", tmp_path / "D.sync-conflict-20261123-091500-ABC.dossier"
    DossierFile.create(original, named("A")).close()
    with DossierFile.create(copy, named("B")), pytest.raises(DossierInUse):
        settle(original, [copy], original)
    assert sorted(tmp_path.iterdir()) == sorted([original, copy])
