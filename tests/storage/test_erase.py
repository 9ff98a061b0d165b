from __future__ import annotations

from pathlib import Path

import pytest

from core.i18n import render
from core.storage.backups import Backups, restore
from core.storage.dossier_file import DossierFile
from core.storage.erase import erase_dossier, may_remain
from core.storage.errors import DossierInUse
from core.storage.places import find_places
from core.storage.recent import RecentDossiers
from tests.storage.conftest import named


def test_all_that_is_known_of_a_dossier_goes(tmp_path: Path, isolated_folders: Path, passphrase: str | None):
    folder = tmp_path / "dossiers"
    folder.mkdir()
    places = find_places(shared=False, program=tmp_path)
    backups, recent = Backups(places), RecentDossiers(places)
    path, other = folder / "Diallo.dossier", folder / "Diallo 2.dossier"
    for each in (path, other):
        with DossierFile.create(each, named("A"), passphrase) as file:
            backups.make(file)
            recent.add(each)
            file.save(named("B"))
            backups.make(file)
    restore(backups.of(path)[0].path, path, passphrase)
    (folder / ".Diallo.dossier.1a2b3c4d.new").write_bytes(b"left by a crash")
    (folder / "Diallo.dossier.lock").write_bytes(b"{}")
    (folder / "Diallo.v1.dossier").write_bytes(b"before a migration")
    (folder / "Diallo.vacances.dossier").write_bytes(b"something else")
    (folder / "Diallo (photo).jpg").write_bytes(b"something else")
    erased = erase_dossier(path, backups, recent)
    assert sorted(p.name for p in folder.iterdir()) == [
        "Diallo (photo).jpg", "Diallo 2.dossier", "Diallo.vacances.dossier",
    ]  # fmt: skip
    assert {
        "Diallo.dossier",
        "Diallo.dossier.lock",
        "Diallo (remplacé 1).dossier",
        "Diallo.v1.dossier",
    } <= set(erased)
    assert len(erased) == 5 + 2
    assert backups.of(path) == []
    assert len(backups.of(other)) == 2
    assert recent.paths() == [other]
    DossierFile.open(other, passphrase).close()


def test_the_bytes_are_overwritten_before_they_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    places = find_places(shared=True, medium=tmp_path)
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("Zyxwvutsrq")) as file:
        file.add_blob(b"x" * 2_500_000)
    seen: dict[str, bytes] = {}
    real = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self == path:
            seen["content"] = self.read_bytes()
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    assert erase_dossier(path, Backups(places), RecentDossiers(places)) == ["x.dossier"]
    assert len(seen["content"]) > 2_500_000
    assert not any(seen["content"])
    assert list(tmp_path.iterdir()) == []


def test_an_open_dossier_is_not_erased(tmp_path: Path):
    places = find_places(shared=True, medium=tmp_path)
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("A")) as file:
        with pytest.raises(DossierInUse):
            erase_dossier(path, Backups(places), RecentDossiers(places))
        file.save(named("B"))


def test_a_dossier_that_is_gone_leaves_nothing_to_erase(tmp_path: Path):
    places = find_places(shared=False, program=tmp_path)
    assert erase_dossier(tmp_path / "x.dossier", Backups(places), RecentDossiers(places)) == []


def test_what_may_remain_is_said():
    assert any("imprimante" in render(line) for line in may_remain())
    assert not any("imprimante" in render(line) for line in may_remain(printed=False))
