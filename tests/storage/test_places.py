from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from core.storage.places import PORTABLE_MARKER, PrivateFolder, find_places, is_portable, sweep
from core.storage.recent import KEPT, RecentDossiers

ROOT = Path(__file__).resolve().parents[2]


def tree(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_on_ones_own_computer_things_are_kept_in_the_users_folders(isolated_folders: Path, tmp_path: Path):
    places = find_places(shared=False, program=tmp_path)
    for place in (places.data, places.dossiers, places.backups, places.temporary_parent):
        assert place is not None
        assert place.is_relative_to(isolated_folders)


def test_on_a_shared_computer_nothing_is_kept_but_on_the_medium(tmp_path: Path):
    stick = tmp_path / "stick"
    places = find_places(shared=True, medium=stick, program=tmp_path)
    assert (places.data, places.backups) == (None, None)
    assert (places.dossiers, places.temporary_parent) == (stick, stick)
    in_memory = find_places(shared=True, program=tmp_path)
    assert (in_memory.data, in_memory.dossiers) == (None, None)
    assert in_memory.temporary_parent == Path(tempfile.gettempdir())


def test_a_marker_file_keeps_everything_beside_the_program(tmp_path: Path):
    assert not is_portable(tmp_path)
    (tmp_path / PORTABLE_MARKER).touch()
    places = find_places(shared=False, program=tmp_path)
    for place in (places.data, places.dossiers, places.backups, places.temporary_parent):
        assert place is not None
        assert place.is_relative_to(tmp_path)
    assert find_places(shared=True, program=tmp_path).data is None, "shared goes before portable"


def test_the_source_tree_is_not_portable():
    assert not is_portable()


def test_asking_for_places_makes_no_folder(isolated_folders: Path, tmp_path: Path):
    before = tree(isolated_folders)
    find_places(shared=False, program=tmp_path)
    find_places(shared=True, program=tmp_path)
    assert tree(isolated_folders) == before
    assert not tree(tmp_path)


# --- temporary files ---------------------------------------------------------------------------------------


def test_temporary_files_are_gone_at_the_end(tmp_path: Path):
    with PrivateFolder(tmp_path) as folder:
        (folder.path / "requete.pdf").write_bytes(b"x")
        (folder.path / "sub").mkdir()
        (folder.path / "sub" / "a.png").write_bytes(b"y")
        if sys.platform != "win32":
            assert folder.path.stat().st_mode & 0o077 == 0
    assert not tree(tmp_path)


def test_the_end_tells_what_was_deleted(tmp_path: Path):
    folder = PrivateFolder(tmp_path)
    (folder.path / "requete.pdf").write_bytes(b"x")
    assert folder.close() == ["requete.pdf"]


CRASH = """
import os, sys
from pathlib import Path
from core.storage.places import PrivateFolder
folder = PrivateFolder(Path(sys.argv[1]))
(folder.path / "requete.pdf").write_bytes(b"secret")
print("made", flush=True)
sys.stdin.readline()
"""


def test_what_a_crash_left_is_emptied_at_the_next_start_but_not_what_another_run_uses(tmp_path: Path):
    child = subprocess.Popen(
        [sys.executable, "-c", CRASH, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == b"made\n"
        assert sweep(tmp_path) == 0
        assert len(list(tmp_path.glob("*/requete.pdf"))) == 1
    finally:
        child.kill()
        child.wait()
        child.stdin.close()
        child.stdout.close()
    with PrivateFolder(tmp_path) as folder:
        assert list(tmp_path.iterdir()) == [folder.path]
    assert not tree(tmp_path)


def test_a_folder_that_another_run_is_just_making_stays(tmp_path: Path):
    starting, dead = tmp_path / "guichet-ouvert-temp-1", tmp_path / "guichet-ouvert-temp-2"
    for folder in (starting, dead):
        folder.mkdir()
    os.utime(dead, (0, 0))
    assert sweep(tmp_path) == 1
    assert tree(tmp_path) == {starting}


def test_what_is_not_ours_stays(tmp_path: Path):
    (tmp_path / "guichet-ouvert-temp-file").write_bytes(b"x")
    (tmp_path / "other").mkdir()
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "photo.jpg").write_bytes(b"x")
    if sys.platform != "win32":
        (tmp_path / "guichet-ouvert-temp-link").symlink_to(precious)
    before = tree(tmp_path)
    assert sweep(tmp_path) == 0
    assert tree(tmp_path) == before


# --- the recent list ---------------------------------------------------------------------------------------


@pytest.fixture
def dossiers(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.dossier" for number in range(KEPT + 3)]
    for path in paths:
        path.touch()
    return paths


def test_the_newest_come_first_and_the_oldest_go(dossiers: list[Path], tmp_path: Path):
    recent = RecentDossiers(find_places(shared=False, program=tmp_path))
    assert recent.paths() == []
    for path in dossiers:
        recent.add(path)
    recent.add(dossiers[5])
    again = RecentDossiers(find_places(shared=False, program=tmp_path)).paths()
    assert again == [dossiers[5], *(p for p in reversed(dossiers[3:]) if p != dossiers[5])]
    dossiers[5].unlink()
    assert dossiers[5] not in recent.paths()
    recent.forget(dossiers[6])
    assert dossiers[6] not in recent.paths()
    recent.clear()
    assert recent.paths() == []
    recent.clear()


def test_a_shared_computer_has_no_recent_list(dossiers: list[Path], tmp_path: Path, isolated_folders: Path):
    before = tree(isolated_folders)
    recent = RecentDossiers(find_places(shared=True, program=tmp_path))
    recent.add(dossiers[0])
    recent.forget(dossiers[1])
    recent.clear()
    assert recent.paths() == []
    assert tree(isolated_folders) == before


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b'{"a": 1}', b"\xff"])
def test_a_ruined_list_is_an_empty_one(dossiers: list[Path], tmp_path: Path, content: bytes):
    places = find_places(shared=False, program=tmp_path)
    assert places.data is not None
    places.data.mkdir(parents=True)
    (places.data / "recent.json").write_bytes(content)
    recent = RecentDossiers(places)
    assert recent.paths() == []
    recent.add(dossiers[0])
    assert recent.paths() == [dossiers[0]]
