from __future__ import annotations

import io
import json
import random
import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from core.dossier import json_form
from core.dossier.model import Dossier, Exhibit, Sheet
from core.errors import UserError
from core.i18n import render
from core.storage import handover
from core.storage.dossier_file import DossierFile
from core.storage.errors import AlreadyExists, WrongPassphrase
from core.storage.follow_up import FollowUp, write_follow_up
from core.storage.handover import (
    DamagedHandover,
    HandoverTooLarge,
    NewerHandover,
    NotAHandover,
    export_handover,
    import_handover,
    read_handover,
    receipt,
)
from core.storage.schema import digest
from tests.storage.conftest import PASSPHRASE, named

DAY = date(2026, 11, 23)
PDF, PNG, RAW = b"%PDF-1.7 x" * 100, b"\x89PNG\r\n\x1a\n" + b"y" * 500, b"z" * 300


def with_exhibits(name: str = "Diallo") -> Dossier:
    two_pages = (Sheet(blob=digest(PDF), page=1), Sheet(blob=digest(PDF), page=2))
    exhibits = (
        Exhibit(id="e1", title="Été : l’écran / ../ANEF", sheets=two_pages),
        Exhibit(id="e2", title="", sheets=(Sheet(blob=digest(PNG), source=digest(RAW)),)),
        Exhibit(id="e3", title="À demander"),
    )
    return msgspec.structs.replace(named(name), exhibits=exhibits)


@pytest.fixture
def given_zip(tmp_path: Path) -> Path:
    target = tmp_path / "remis.zip"
    with DossierFile.create(tmp_path / "x.dossier", with_exhibits()) as file:
        for data in (PDF, PNG, RAW, b"not part of any exhibit"):
            file.add_blob(data)
        write_follow_up(file, FollowUp(notes="Ponmlkjihg"))
        export_handover(file, target, DAY)
    return target


def test_a_dossier_goes_and_comes_back(tmp_path: Path, given_zip: Path, passphrase: str | None):
    with import_handover(given_zip, tmp_path / "back.dossier", passphrase) as file:
        assert file.dossier == with_exhibits()
        assert sorted(file.blobs()) == sorted(map(digest, (PDF, PNG, RAW)))
        assert file.get_blob(digest(PDF)) == PDF
        assert file.encrypted == (passphrase is not None)
    if passphrase is not None:
        with pytest.raises(WrongPassphrase):
            DossierFile.open(tmp_path / "back.dossier", "other")


def test_the_zip_is_plain_to_read_and_holds_no_notes(given_zip: Path):
    with zipfile.ZipFile(given_zip) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "manifest.json",
            "dossier.json",
            "pieces/001_001_Ete_lecran_ANEF.pdf",
            "pieces/002_001_piece.png",
            "pieces/002_002_piece.bin",
        ]
        assert json_form.decode(archive.read("dossier.json")) == with_exhibits()
    assert b"Ponmlkjihg" not in given_zip.read_bytes()


def test_nothing_is_overwritten_and_nothing_half_is_left(tmp_path: Path, given_zip: Path):
    before = given_zip.read_bytes()
    with DossierFile.open(tmp_path / "x.dossier") as file:
        with pytest.raises(AlreadyExists):
            export_handover(file, given_zip, DAY)
        file.save(
            msgspec.structs.replace(
                with_exhibits(), exhibits=(Exhibit(id="e1", sheets=(Sheet(blob="0" * 64),)),)
            )
        )
        with pytest.raises(UserError):
            export_handover(file, tmp_path / "other.zip", DAY)
    assert given_zip.read_bytes() == before
    with pytest.raises(AlreadyExists):
        import_handover(given_zip, tmp_path / "x.dossier")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["remis.zip", "x.dossier"]


def test_the_receipt_says_what_was_given_and_kept(tmp_path: Path):
    with DossierFile.create(tmp_path / "x.dossier", with_exhibits()) as file:
        for data in (PDF, PNG, RAW):
            file.add_blob(data)
        given = export_handover(file, tmp_path / "a.zip", DAY)
    assert {g.name: g.size for g in given}["pieces/002_001_piece.png"] == len(PNG)
    lines = [render(line) for line in receipt(given, DAY, date(2027, 5, 1))]
    assert any("23 novembre 2026" in line for line in lines)
    assert any("3 pages ou fichiers" in line for line in lines)
    assert any("1er mai 2027" in line for line in lines)
    assert any("ne garde pas" in render(line) for line in receipt(given, DAY, None))


# --- what strangers send -----------------------------------------------------------------------------------


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(path: Path, parts: dict[str, bytes], **words) -> Path:
    with zipfile.ZipFile(path, "w", **words) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def manifest(parts: dict[str, bytes], **changes: object) -> bytes:
    files = {name: digest(data) for name, data in parts.items() if name != "manifest.json"}
    return json.dumps({"format": 1, "made_on": "2026-11-23", "files": files} | changes).encode()


def renamed(name: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    def change(parts: dict[str, bytes]) -> dict[str, bytes]:
        parts[name] = parts.pop("pieces/002_001_piece.png")
        return parts

    return change


@pytest.mark.parametrize(
    "name",
    [
        "../evil.png",
        "pieces/../../evil.png",
        "/etc/cron.d/x.png",
        "C:\\evil.png",
        "pieces\\evil.png",
        "pieces/a/b.png",
        "pieces/.png",
        "pieces/a.exe",
        "pieces/a.png.exe",
        "pieces/\x00.png",
        "pieces/é.png",
        "autre.json",
        "pieces/",
    ],
)
def test_no_name_leads_out(tmp_path: Path, given_zip: Path, name: str):
    parts = renamed(name)(parts_of(given_zip))
    parts["manifest.json"] = manifest(parts)
    before = set(tmp_path.rglob("*")) | {tmp_path / "bad.zip"}
    with pytest.raises((NotAHandover, DamagedHandover)):
        import_handover(write(tmp_path / "bad.zip", parts), tmp_path / "back.dossier")
    assert set(tmp_path.rglob("*")) == before


def test_links_doubles_and_passwords_are_refused(tmp_path: Path, given_zip: Path):
    parts = parts_of(given_zip)
    link = zipfile.ZipInfo("pieces/link.bin")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.writestr(link, b"target")
    with zipfile.ZipFile(tmp_path / "double.zip", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("dossier.json", b"{}")
    locked = bytearray(given_zip.read_bytes())
    at = 0
    while (at := locked.find(b"PK\x01\x02", at)) >= 0:
        locked[at + 8] |= 1
        at += 4
    (tmp_path / "locked.zip").write_bytes(locked)
    for name in ("link", "double", "locked"):
        with pytest.raises(NotAHandover):
            read_handover(tmp_path / f"{name}.zip")


def test_every_part_is_checked(tmp_path: Path, given_zip: Path):
    def refused(error: type[Exception], **changes: bytes | None) -> None:
        parts = parts_of(given_zip)
        resealed = changes.pop("reseal", None) is not None
        for name, data in changes.items():
            key = name.replace("__", ".").replace("pieces_", "pieces/")
            if data is None:
                del parts[key]
            else:
                parts[key] = data
        if resealed:
            parts["manifest.json"] = manifest(parts)
        with pytest.raises(error):
            read_handover(write(tmp_path / "bad.zip", parts))

    refused(DamagedHandover, dossier__json=b"{}")
    refused(NotAHandover, dossier__json=None)
    refused(NotAHandover, manifest__json=None)
    refused(NotAHandover, manifest__json=b"[]")
    refused(NotAHandover, manifest__json=b"\xff")
    refused(NotAHandover, manifest__json=manifest({}, more=1))
    refused(DamagedHandover, manifest__json=manifest({}))
    refused(NewerHandover, manifest__json=manifest({}, format=2))
    refused(DamagedHandover, **{"pieces_002_001_piece.png": None})
    refused(DamagedHandover, **{"pieces_002_001_piece.png": None, "reseal": b""})
    refused(DamagedHandover, **{"pieces_002_001_piece.png": b"other"})
    refused(json_form.NotADossier, dossier__json=b"{", reseal=b"")
    refused(json_form.InvalidDossier, dossier__json=b'{"identity": {"gender": "x"}}', reseal=b"")
    refused(json_form.NewerDossier, dossier__json=b'{"schema": 99}', reseal=b"")


def test_a_bomb_is_not_unpacked(tmp_path: Path, given_zip: Path, monkeypatch: pytest.MonkeyPatch):
    parts = parts_of(given_zip)
    parts["pieces/bomb.bin"] = bytes(3_000_000)
    parts["manifest.json"] = manifest(parts)
    path = write(tmp_path / "bomb.zip", parts, compression=zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 50_000
    assert read_handover(path).dossier == with_exhibits()
    monkeypatch.setattr(handover, "MAX_EXHIBIT_BYTES", 1_000_000)
    with pytest.raises(HandoverTooLarge):
        read_handover(path)
    monkeypatch.setattr(handover, "MAX_EXHIBIT_BYTES", 10_000_000)
    monkeypatch.setattr(handover, "MAX_TOTAL_BYTES", 1_000_000)
    with pytest.raises(HandoverTooLarge):
        read_handover(path)
    monkeypatch.setattr(handover, "MAX_FILES", 3)
    with pytest.raises(HandoverTooLarge):
        read_handover(given_zip)


def test_other_files_are_no_handover(tmp_path: Path):
    with DossierFile.create(tmp_path / "x.dossier", named("A"), PASSPHRASE):
        pass
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text").write_bytes(b"hello")
    (tmp_path / "folder").mkdir()
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", b"x")
    (tmp_path / "other.zip").write_bytes(other.getvalue())
    for name in ("x.dossier", "empty", "text", "folder", "other.zip", "missing"):
        with pytest.raises(NotAHandover):
            read_handover(tmp_path / name)


def test_a_damaged_zip_is_said_or_whole(tmp_path: Path, given_zip: Path):
    sound, whole = given_zip.read_bytes(), read_handover(given_zip)
    path = tmp_path / "bad.zip"
    seed = random.Random().randrange(10**9)
    said = 0
    for number in range(400):
        chance = random.Random(seed + number)
        data = bytearray(sound)
        for _flip in range(chance.choice((1, 1, 3, 30))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        path.write_bytes(data)
        try:
            received = read_handover(path)
        except UserError:
            said += 1
        else:
            assert (received.dossier, received.blobs) == (whole.dossier, whole.blobs), f"seed {seed + number}"
    assert said > 100
