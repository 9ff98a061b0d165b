"""The folder is written completely or not at all, and never over files that are not ours."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import msgspec
import pytest

from core.documents import folder
from core.documents.folder import FolderNotOurs, FolderNotWritable, Manifest, write_documents
from core.documents.paper import UnprintableCharacter
from core.dossier.paths import put
from core.law.action_plan import action_plan, calendar
from tests.documents.stories import case_of, story, with_answers

ON = date(2026, 11, 23)

COMPLETE = {
    "requete.pdf", "requete.docx", "inventaire.pdf", "absence-de-decision.pdf", "chronologie.pdf",
    "fiche-depot.pdf", "note.pdf",
}  # fmt: skip


def write(name, to, despite_advice=None, **answers):
    told = story(name)
    dossier = with_answers(told.dossier, {path.replace("__", "."): value for path, value in answers.items()})
    again = case_of(dossier, told.on)
    return write_documents(dossier, again.assessment, told.on, to, "fr", despite_advice)


def names(to: Path):
    return {path.name for path in to.iterdir()}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cergy", COMPLETE),
        ("captures-un-soir", COMPLETE | {"avant-de-signer.pdf", "plan-action.pdf", "plan-action.ics",
                                         "a-apporter.pdf", "courrier-prefecture.pdf",
                                         "courrier-prefecture.docx", "message-centre-contact.pdf"}),
        ("refus-ecrit", {"note.pdf", "orientation.pdf"}),
        ("oqtf", {"note.pdf", "orientation.pdf"}),
        ("nouvelle-caledonie", {"note.pdf", "orientation.pdf"}),
    ],
)  # fmt: skip
def test_each_route_gets_its_documents(tmp_path, name, expected):
    manifest = write(name, tmp_path / "documents")
    assert names(tmp_path / "documents") == expected | {"manifest.json"}
    assert set(manifest.files) == expected


def test_the_manifest_describes_what_is_there(tmp_path):
    to = tmp_path / "documents"
    manifest = write("cergy", to)
    assert msgspec.json.decode((to / "manifest.json").read_bytes(), type=Manifest) == manifest
    assert (manifest.on, manifest.route, manifest.despite_advice) == (date(2025, 7, 8), "file", None)
    for name, entry in manifest.files.items():
        data = (to / name).read_bytes()
        assert (entry.bytes, entry.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_the_plan_comes_as_a_calendar_with_the_same_steps(tmp_path):
    from icalendar import Calendar

    to = tmp_path / "documents"
    manifest = write("captures-un-soir", to)
    told = story("captures-un-soir")
    events = Calendar.from_ical((to / "plan-action.ics").read_bytes()).walk("VEVENT")
    steps = action_plan(told.dossier, told.on)
    assert [(event.decoded("dtstart"), str(event["summary"])) for event in events] == [
        (step.by, str(step.text)) for step in steps if step.by is not None
    ]
    assert manifest.files["plan-action.ics"].title == "Votre plan d’action, pour votre agenda"


def test_the_same_dossier_and_day_give_the_same_files(tmp_path):
    write("cergy", tmp_path / "one")
    write("cergy", tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_the_calendar_of_another_language_bears_its_name(tmp_path):
    told = story("captures-un-soir")
    manifest = write_documents(told.dossier, told.assessment, told.on, tmp_path / "d", "en")
    assert {"plan-action-en.pdf", "plan-action-en.ics"} <= set(manifest.files)
    steps = action_plan(told.dossier, told.on)
    kept = (tmp_path / "d/plan-action-en.ics").read_bytes()
    assert kept == calendar(steps, told.on, "en") != calendar(steps, told.on)


def test_the_calendar_is_the_same_on_the_same_day(tmp_path):
    write("captures-un-soir", tmp_path / "one")
    write("captures-un-soir", tmp_path / "two")
    assert (tmp_path / "one/plan-action.ics").read_bytes() == (tmp_path / "two/plan-action.ics").read_bytes()


def test_a_reason_prints_the_requete_all_the_same_and_is_recorded(tmp_path):
    manifest = write("refus-ecrit", tmp_path / "d", despite_advice="Mon avocat me le demande.")
    assert {"requete.pdf", "avant-de-signer.pdf", "orientation.pdf"} <= set(manifest.files)
    assert manifest.despite_advice == "Mon avocat me le demande."


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_no_reason_no_requete(tmp_path, reason):
    assert "requete.pdf" not in write("refus-ecrit", tmp_path / "d", despite_advice=reason).files


@pytest.mark.parametrize("path", ["identity.family_name", "contact.address.city", "residence.departement"])
def test_what_a_requete_cannot_do_without_is_named(tmp_path, path):
    changes: dict[str, object] = {path: None}
    if path == "identity.family_name":
        changes["identity.given_names"] = None
    told = story("cergy")
    dossier = with_answers(told.dossier, changes)
    manifest = write_documents(dossier, case_of(dossier, told.on).assessment, told.on, tmp_path / "d")
    assert "requete.pdf" not in manifest.files
    assert {"avant-de-signer.pdf", "note.pdf"} <= set(manifest.files)
    assert path.startswith(manifest.missing)


def test_our_own_unchanged_folder_is_replaced(tmp_path):
    to = tmp_path / "documents"
    write("captures-un-soir", to)
    write("cergy", to)
    assert "avant-de-signer.pdf" not in names(to)
    assert [path.name for path in tmp_path.iterdir()] == ["documents"]


def test_an_empty_folder_is_used(tmp_path):
    to = tmp_path / "documents"
    to.mkdir()
    write("cergy", to)
    assert "requete.pdf" in names(to)


def add_a_file(to):
    (to / "signee.pdf").write_bytes(b"scan")


def change_a_file(to):
    (to / "requete.docx").write_bytes(b"corrected by a jurist")


def drop_the_manifest(to):
    (to / "manifest.json").unlink()


def break_the_manifest(to):
    (to / "manifest.json").write_text("{}")


def take_a_file_away(to):
    (to / "note.pdf").unlink()


@pytest.mark.parametrize(
    "change", [add_a_file, change_a_file, drop_the_manifest, break_the_manifest, take_a_file_away]
)
def test_a_folder_that_holds_anything_else_is_left_alone(tmp_path, change):
    to = tmp_path / "documents"
    write("cergy", to)
    change(to)
    before = {path.name: path.read_bytes() for path in to.iterdir()}
    with pytest.raises(FolderNotOurs):
        write("cergy", to)
    assert {path.name: path.read_bytes() for path in to.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["documents"]


def test_a_file_or_a_link_in_the_place_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotOurs):
        write("cergy", tmp_path / "file")
    (tmp_path / "target").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(FolderNotOurs):
        write("cergy", tmp_path / "link")
    assert (tmp_path / "file").read_text() == "x"


def test_an_answer_that_cannot_be_printed_leaves_nothing_behind(tmp_path):
    with pytest.raises(UnprintableCharacter) as refused:
        write("cergy", tmp_path / "d", identity__given_names="لويزا")
    assert refused.value.path == "identity.given_names"
    assert "لويزا" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_while_writing_keeps_the_old_folder_whole(tmp_path, monkeypatch):
    to = tmp_path / "documents"
    write("cergy", to)
    before = {path.name: path.read_bytes() for path in to.iterdir()}
    written: list[bytes] = []

    def fail(path, data):
        if len(written) == 3:
            raise OSError(28, "no space left")
        written.append(data)
        path.touch()

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(FolderNotWritable):
        write("aes-rdv", to)
    assert {path.name: path.read_bytes() for path in to.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["documents"]


def test_a_failure_of_the_last_step_puts_the_old_folder_back(tmp_path, monkeypatch):
    to = tmp_path / "documents"
    write("cergy", to)
    before = names(to)
    rename = Path.rename

    def fail(path, target):
        if path.name.endswith(".new"):
            raise OSError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(FolderNotWritable):
        write("captures-un-soir", to)
    assert names(to) == before
    assert [path.name for path in tmp_path.iterdir()] == ["documents"]


def test_no_place_to_write_is_said_in_one_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderNotWritable):
        write("cergy", tmp_path / "file" / "d")


def test_exhibits_only_titles_so_no_pieces_folder_is_faked(tmp_path):
    write("cergy", tmp_path / "d")
    assert "pieces" not in names(tmp_path / "d")
    assert folder.MANIFEST in names(tmp_path / "d")


def test_the_fingerprint_follows_the_dossier(tmp_path):
    told = story("cergy")
    other = put(told.dossier, "signature.place", "Colombes")
    one = write_documents(told.dossier, told.assessment, told.on, tmp_path / "a")
    two = write_documents(other, told.assessment, told.on, tmp_path / "b")
    assert one.dossier_sha256 != two.dossier_sha256
