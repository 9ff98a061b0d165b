"""The command line: its words and exit codes are a contract with other programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from core import cli
from core.dossier import examples, json_form
from core.dossier.model import Dossier
from core.storage.dossier_file import DossierFile

DAY = "2026-11-23"
CONDITIONS = {
    "admissibility", "urgency", "usefulness", "no_obstacle", "no_serious_dispute", "subsidiarity"
}  # fmt: skip


@pytest.fixture
def cergy(tmp_path: Path) -> Path:
    path = tmp_path / "c.json"
    assert cli.main(["example", "cergy", "--to", str(path), "--on", DAY]) == cli.DONE
    return path


def test_examples_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["example"]) == cli.DONE
    listed = capsys.readouterr().out
    assert len(examples.names()) >= 9
    assert all(name in listed for name in examples.names())


@pytest.mark.parametrize("name", examples.names())
def test_each_example_gets_the_route_its_facts_call_for(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "example.json"
    assert cli.main(["example", name, "--to", str(path)]) == cli.DONE
    assert cli.main(["assess", str(path), "--json"]) == cli.DONE
    answer = json.loads(capsys.readouterr().out)
    assert answer["route"] == examples.load(name).route
    assert answer["on"] == date.today().isoformat()


def test_assess_answers_as_the_design_says(cergy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["assess", str(cergy), "--json", "--on", DAY]) == cli.DONE
    answer = json.loads(capsys.readouterr().out)
    assert answer["on"] == DAY
    assert answer["route"] == "file"
    assert answer["remedy"] is None
    assert answer["urgency"] == "presumed"
    assert {condition["id"] for condition in answer["conditions"]} == CONDITIONS
    for condition in answer["conditions"]:
        assert condition.keys() >= {"id", "status", "reasons", "sources", "next_steps", "facts"}
        assert condition["status"] in {"met", "to_strengthen", "not_met", "unknown"}
        assert all(isinstance(reason, str) and reason for reason in condition["reasons"])
    assert "requete" in answer["documents"]


def test_assess_also_speaks_to_people(cergy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["assess", str(cergy), "--on", DAY]) == cli.DONE
    said = capsys.readouterr().out
    assert "Urgence" in said
    assert "pas une promesse" in said


def test_documents_writes_the_folder(cergy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "documents"
    assert cli.main(["documents", str(cergy), "--to", str(folder), "--on", DAY]) == cli.DONE
    written = {path.name for path in folder.iterdir()}
    assert {"requete.pdf", "inventaire.pdf", "note.pdf", "manifest.json"} <= written
    assert "requete.pdf" in capsys.readouterr().out


def test_a_dossier_file_is_read_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.dossier"
    with DossierFile.create(path, examples.example("cergy", date.fromisoformat(DAY))):
        pass
    assert cli.main(["assess", str(path), "--json", "--on", DAY]) == cli.DONE
    assert json.loads(capsys.readouterr().out)["route"] == "file"


@pytest.mark.parametrize(("phrase", "code"), [("quatre mots bien choisis", 0), ("autre", 1)])
def test_the_passphrase_comes_from_a_file_descriptor(
    phrase: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "c.dossier"
    with DossierFile.create(path, Dossier(), "quatre mots bien choisis"):
        pass
    reading, writing = os.pipe()
    os.write(writing, f"{phrase}\n".encode())
    os.close(writing)
    assert cli.main(["assess", str(path), "--json", "--passphrase-fd", str(reading)]) == code
    assert phrase not in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", [b"", b"not json", b'{"identity": {"nam": "x"}}', b'{"schema": 99}', b'{"a":', None]
)
def test_unusable_input_is_one_sentence_and_exit_code_1(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    if content is not None:
        path.write_bytes(content)
    assert cli.main(["assess", str(path), "--json"]) == cli.NOT_USABLE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    "arguments",
    [[], ["unknown"], ["assess"], ["documents", "x.json"], ["assess", "x.json", "--on", "2026-02-31"],
     ["example", "cergy"]],
)  # fmt: skip
def test_wrong_usage_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    capsys.readouterr()


def test_an_example_that_does_not_exist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["example", "paris", "--to", str(tmp_path / "x.json")]) == cli.NOT_USABLE
    assert "cergy" in capsys.readouterr().err


def test_a_place_where_nothing_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["example", "cergy", "--to", str(tmp_path / "no" / "x.json")]) == cli.NOT_USABLE
    assert "Choisissez un autre endroit" in capsys.readouterr().err


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == cli.DONE
    assert json.loads(capsys.readouterr().out) == json.loads(json.dumps(json_form.json_schema()))


@pytest.mark.skipif(os.name == "nt", reason="Windows answers with OSError 22, as for other causes")
def test_who_reads_may_stop_reading() -> None:
    main = Path(cli.__file__).parents[1] / "main.py"
    with subprocess.Popen(
        [sys.executable, str(main), "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(60) == cli.DONE
