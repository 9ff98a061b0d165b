"""No answer in clear on the disk, in a log or in an error; nothing at all on a shared computer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.isolation import isolated_environment
from tests.storage.full_run import PASSPHRASE, SECRETS

ROOT = Path(__file__).resolve().parents[2]


def needles() -> list[bytes]:
    words = [*SECRETS, *PASSPHRASE.split()[:1]]
    forms = {
        form for word in words for form in (word, word.lower(), word.upper(), word.replace("é", "e").lower())
    }
    return [form.encode(coding) for form in forms for coding in ("utf-8", "utf-16-le", "utf-16-be")]


def run(tmp_path: Path, mode: str, end: str) -> tuple[Path, Path, subprocess.CompletedProcess[bytes]]:
    """A full run in folders of its own: its home, its medium, and what it printed."""
    home, medium = tmp_path / "machine", tmp_path / "stick"
    home.mkdir()
    medium.mkdir()
    environment = {**os.environ, **isolated_environment(home), "PYTHONDONTWRITEBYTECODE": "1"}
    before = set(home.rglob("*"))
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.full_run", mode, str(medium), end],
        cwd=ROOT, env=environment, capture_output=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    if mode == "shared":
        assert set(home.rglob("*")) == before, "something stayed on the shared computer"
    return home, medium, done


@pytest.mark.parametrize("end", ["close", "crash"])
@pytest.mark.parametrize("mode", ["private", "shared"])
def test_a_full_run_leaves_no_answer_in_clear_and_opens_no_socket(tmp_path: Path, mode: str, end: str):
    home, medium, done = run(tmp_path, mode, end)
    left = [path for path in (*home.rglob("*"), *medium.rglob("*")) if path.is_file()]
    for needle in needles():
        assert needle not in done.stderr
        assert needle not in done.stdout
        for path in left:
            assert needle not in path.read_bytes(), path.name
            assert needle not in os.fsencode(path.name)
    assert json.loads(done.stdout.splitlines()[-1]) == []
    assert done.stderr.count(b"Traceback") >= 4, "the errors of the run must be in what is searched"
    if end == "close":
        kept = sorted(path.name for path in left if path.is_relative_to(home))
        # One copy of the dossier and the mark that leads to it, the index, the recent list.
        assert len(kept) == (0 if mode == "shared" else 4), kept
        on_medium = sorted(path.name for path in medium.iterdir())
        aside = [] if mode == "shared" else ["a (remplacé 1).dossier"]
        assert on_medium == [*aside, "a.dossier", "b.dossier"]


def test_the_search_finds_what_is_in_clear(tmp_path: Path):
    """The test above would fail: the same words in a file without a passphrase are found."""
    from core.storage.dossier_file import DossierFile
    from tests.storage.full_run import dossier

    DossierFile.create(tmp_path / "plain.dossier", dossier()).close()
    data = (tmp_path / "plain.dossier").read_bytes()
    assert sum(needle in data for needle in needles()) >= 4
