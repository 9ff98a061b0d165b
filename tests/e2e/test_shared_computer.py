"""The real window leaves nothing on a shared computer, no answer in clear on any, and uses no socket."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.storage import key
from core.storage.dossier_file import DossierFile
from tests.e2e.computer_child import ROUNDS, SECRETS, TODAY, WORDS
from tests.isolation import isolated_environment

ROOT = Path(__file__).resolve().parents[2]


def needles() -> list[bytes]:
    words = [*SECRETS.values(), WORDS.split()[0]]
    forms = {
        form
        for word in words
        for form in (word, word.lower(), word.upper(), word.replace("É", "E"), word.title())
    }
    return [form.encode(coding) for form in forms for coding in ("utf-8", "utf-16-le", "utf-16-be")]


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path, dict[str, Any], bytes]]:
    """Each kind of run once: the machine, the stick, what was printed, the log. They run side by side."""
    started = {}
    for kind in ("memory", "stick", "private"):
        folder = tmp_path_factory.mktemp(kind)
        machine, stick = folder / "machine", folder / "stick"
        (stick / "documents").mkdir(parents=True)
        environment = {**os.environ, **isolated_environment(machine), "PYTHONDONTWRITEBYTECODE": "1"}
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.computer_child", kind, str(stick)],
            cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        started[kind] = (machine, stick, child)
    done = {}
    ended = {kind: child.communicate(timeout=300) for kind, (_machine, _stick, child) in started.items()}
    for kind, (machine, stick, child) in started.items():
        out, log = ended[kind]
        assert child.returncode == 0, log.decode()
        done[kind] = (machine, stick, json.loads(out.splitlines()[-1]), log)
    return done


@pytest.mark.parametrize("kind", ["memory", "stick"])
def test_nothing_at_all_stays_on_a_shared_computer(runs, kind: str, tmp_path: Path):
    machine, _stick, _said, _log = runs[kind]
    untouched = tmp_path / "untouched"
    isolated_environment(untouched)
    before = sorted(p.relative_to(untouched) for p in untouched.rglob("*"))
    assert sorted(p.relative_to(machine) for p in machine.rglob("*")) == before


def test_the_stick_holds_the_dossier_and_the_documents_and_no_more(runs, monkeypatch: pytest.MonkeyPatch):
    _machine, stick, said, _log = runs["stick"]
    assert sorted(p.name for p in stick.iterdir()) == ["a.dossier", "documents"]
    monkeypatch.setattr(key, "KDF_ROUNDS", ROUNDS)
    with DossierFile.open(stick / "a.dossier", WORDS) as file:
        assert file.dossier.identity.family_name == SECRETS["identity.family_name"]
    assert any("a.dossier" in line for line in said["lines"])
    assert any(f"Guichet Ouvert {TODAY.isoformat()}" in line for line in said["lines"])


def test_in_memory_the_stick_stays_empty_and_the_list_says_that_the_answers_went(runs):
    _machine, stick, said, _log = runs["memory"]
    assert files_in(stick) == {}
    assert "Vos réponses. Elles étaient seulement en mémoire." in said["lines"]
    assert any("imprimante" in line for line in said["lines"])


@pytest.mark.parametrize("kind", ["memory", "stick", "private"])
def test_no_answer_in_clear_no_socket_nothing_in_logs_and_titles(runs, kind: str):
    machine, stick, said, log = runs[kind]
    # The documents are what the person asked for; everything else is searched.
    found = files_in(machine) | {
        name: data for name, data in files_in(stick).items() if not name.startswith("documents")
    }
    for needle in needles():
        assert needle not in log
        for name, data in found.items():
            assert needle not in data, name
            assert needle not in os.fsencode(name)
    assert said["sockets"] == []
    assert [title for title in said["titles"] if title] in ([], ["Guichet Ouvert"])


def test_the_private_computer_keeps_what_it_promised(runs):
    machine, _stick, _said, _log = runs["private"]
    names = sorted(Path(name).name for name in files_in(machine / "home"))
    assert "computer.json" in names
    assert "recent.json" in names
    assert sum(name.endswith(".dossier") for name in names) == 1, "one copy, under the same passphrase"


def test_the_search_would_find_an_answer_in_clear(runs):
    _machine, stick, _said, _log = runs["stick"]
    printed = list((stick / "documents").rglob("*.docx"))
    assert printed
    import docx

    text = "\n".join(p.text for p in docx.Document(str(printed[0])).paragraphs).encode()
    assert any(needle in text for needle in needles())
