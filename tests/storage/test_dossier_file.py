from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings

from core.dossier import json_form, paths
from core.dossier.model import Dossier, Exhibit, Sheet
from core.dossier.text import clean_text
from core.errors import UserError
from core.storage import lock_file, schema
from core.storage.dossier_file import DossierFile
from core.storage.errors import (
    AlreadyExists,
    DamagedDossier,
    DamagedExhibit,
    DossierGone,
    DossierInUse,
    DossierReplaced,
    MissingExhibit,
    NewerDossierFile,
    NotADossierFile,
    PassphraseNeeded,
    ReadOnlyPlace,
    WrongPassphrase,
)
from core.storage.key import KeyRing, new_salt
from tests.dossier.strategies import dossiers
from tests.storage.conftest import PASSPHRASE, named, without_override

ROOT = Path(__file__).resolve().parents[2]


def test_what_was_saved_is_read_again(tmp_path: Path, passphrase: str | None):
    path = tmp_path / "é ? # % 'x'.dossier"
    with DossierFile.create(path, named("A"), passphrase) as file:
        file.save(named("B"))
        assert file.dossier == named("B")
        assert file.encrypted == (passphrase is not None)
    assert [p.name for p in tmp_path.iterdir()] == [path.name], "no side file stays after closing"
    with DossierFile.open(path, passphrase) as file:
        assert file.dossier == named("B")


@settings(max_examples=40)
@given(dossier=dossiers())
def test_every_dossier_comes_back_as_it_went(tmp_path_factory: pytest.TempPathFactory, dossier: Dossier):
    path = tmp_path_factory.mktemp("any") / "x.dossier"
    DossierFile.create(path, dossier).close()
    with DossierFile.open(path, read_only=True) as file:
        assert file.dossier == dossier


def test_any_text_comes_back(tmp_path: Path, uncommon_text: str, passphrase: str | None):
    text = clean_text(uncommon_text)[:4000]
    dossier = paths.put(Dossier(), "blockage.message", text)
    path = tmp_path / "x.dossier"
    DossierFile.create(path, dossier, passphrase).close()
    with DossierFile.open(path, passphrase) as file:
        assert file.dossier.blockage.message == text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission bits")
def test_only_the_user_may_read_the_file(tmp_path: Path, passphrase: str | None):
    path = tmp_path / "x.dossier"
    old = os.umask(0)
    try:
        with DossierFile.create(path, named("A"), passphrase) as file:
            file.save(named("B"))
            modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()}
    finally:
        os.umask(old)
    assert set(modes.values()) == {0o600}, modes


def test_the_connection_has_the_profile(tmp_path: Path, passphrase: str | None):
    wanted = {
        "locking_mode": "exclusive",
        "journal_mode": "delete",
        "synchronous": 3,
        "fullfsync": 1,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "auto_vacuum": 2,
        "application_id": 0x474F444F,
        "user_version": 1,
    }
    with DossierFile.create(tmp_path / "x.dossier", named("A"), passphrase) as file:
        found = {name: file._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("A")) as file:
        with pytest.raises(json_form.InvalidDossier):
            file.save(named("B" * 201))
        assert file.dossier == named("A")
    with DossierFile.open(path) as file:
        assert file.dossier == named("A")


def test_a_new_file_overwrites_nothing(tmp_path: Path):
    path = tmp_path / "x.dossier"
    path.write_bytes(b"precious")
    with pytest.raises(AlreadyExists):
        DossierFile.create(path, named("A"))
    assert path.read_bytes() == b"precious"


def test_a_missing_folder_is_said(tmp_path: Path):
    with pytest.raises(DossierGone):
        DossierFile.create(tmp_path / "away" / "x.dossier", named("A"))
    with pytest.raises(DossierGone):
        DossierFile.open(tmp_path / "away" / "x.dossier")


# --- passphrases ----------------------------------------------------------------------------------------


def test_each_mistake_with_a_passphrase_has_its_message(tmp_path: Path):
    path = tmp_path / "x.dossier"
    DossierFile.create(path, named("A"), PASSPHRASE).close()
    for nothing in (None, "", "  \n"):
        with pytest.raises(PassphraseNeeded):
            DossierFile.open(path, nothing)
    for wrong in ("lampe", "x'" + "0" * 96 + "'", "'", '";--', "\x00", "é" * 5000):
        with pytest.raises(WrongPassphrase):
            DossierFile.open(path, wrong)
    with DossierFile.open(
        path, "  lampe\n jardin e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT} pomme "
    ):
        pass


@pytest.mark.parametrize("awkward", ["'", '"; DROP TABLE part;--', "\x00a", "x'" + "0" * 96 + "'", "كلمة سر"])
def test_any_passphrase_opens_its_own_file(tmp_path: Path, awkward: str, quick_keys: None):
    path = tmp_path / "x.dossier"
    DossierFile.create(path, named("A"), awkward).close()
    with DossierFile.open(path, awkward) as file:
        assert file.dossier == named("A")
    with pytest.raises(WrongPassphrase):
        DossierFile.open(path, awkward + "a")


def test_other_sqlcipher_programs_open_the_file_with_the_passphrase(tmp_path: Path):
    path = tmp_path / "x.dossier"
    DossierFile.create(path, named("A"), PASSPHRASE).close()
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    (data,) = connection.execute("SELECT data FROM part WHERE name = 'dossier'").fetchone()
    connection.close()
    assert json_form.decode(data) == named("A")


def test_the_passphrase_can_be_set_changed_and_taken_away(tmp_path: Path, quick_keys: None):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("A")) as file:
        sha256 = file.add_blob(b"exhibit" * 1000)
        for passphrase in ("one two", "three four", None):
            file.set_passphrase(passphrase)
            file.save(named(f"after {passphrase}"))
            assert file.encrypted == (passphrase is not None)
            plain = (
                path.read_bytes().startswith(b"SQLite format 3") if os.name != "nt" else not file.encrypted
            )
            assert plain == (passphrase is None)
            assert file.get_blob(sha256) == b"exhibit" * 1000
        file.set_passphrase("one two")
    with pytest.raises(WrongPassphrase):
        DossierFile.open(path, "three four")
    with DossierFile.open(path, "one two") as file:
        assert file.dossier == named("after None")
        assert file.get_blob(sha256) == b"exhibit" * 1000
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_encrypted_file_shows_none_of_its_words(tmp_path: Path, quick_keys: None):
    path = tmp_path / "x.dossier"
    secret = "Zyxwvutsrq"
    with DossierFile.create(path, named(secret), PASSPHRASE) as file:
        file.add_blob(secret.encode() * 500)
        for number in range(20):
            file.save(named(f"{secret} {number}"))
            for left in tmp_path.iterdir():
                assert secret.encode() not in left.read_bytes() or left == path
        assert all(secret.encode() not in p.read_bytes() for p in tmp_path.iterdir() if p != path)
    everything = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert secret.encode() not in everything
    assert b"family_name" not in everything


def test_a_plain_file_forgets_what_was_replaced(tmp_path: Path):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("Zyxwvutsrq")) as file:
        sha256 = file.add_blob(b"Ponmlkjihg" * 5000)
        file.save(named("B"))
        file.delete_blob(sha256)
    data = path.read_bytes()
    assert b"Zyxwvutsrq" not in data
    assert b"Ponmlkjihg" not in data
    assert len(data) < 50_000, "the space of the exhibit is given back"


def test_files_of_one_key_ring_need_one_derivation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from core.storage import key

    derived: list[bytes] = []

    def derive(passphrase: str, salt: bytes) -> key.Key:
        derived.append(salt)
        return real(passphrase, salt)

    real = key.derive
    monkeypatch.setattr(key, "derive", derive)
    ring = KeyRing(PASSPHRASE, new_salt())
    for number in range(3):
        DossierFile.create(tmp_path / f"{number}.dossier", named("A"), ring).close()
    for number in range(3):
        DossierFile.open(tmp_path / f"{number}.dossier", ring).close()
    assert len(derived) == 1
    DossierFile.open(tmp_path / "0.dossier", PASSPHRASE).close()


# --- what is not a dossier of ours -------------------------------------------------------------------------


def foreign_database(path: Path) -> None:
    connection = sqlcipher.connect(str(path))
    connection.execute("CREATE TABLE part (a)")
    connection.commit()
    connection.close()


def test_a_foreign_file_is_refused(tmp_path: Path):
    contents = {"a.pdf": b"%PDF-1.7\n", "b.txt": b"", "c.json": b"{}", "d.zip": b"PK\x03\x04" + b"x" * 5000}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    foreign_database(tmp_path / "e.db")
    (tmp_path / "folder").mkdir()
    for name in (*contents, "e.db", "folder"):
        before = sorted(tmp_path.iterdir())
        with pytest.raises(NotADossierFile):
            DossierFile.open(tmp_path / name, "any")
        assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "b.txt").read_bytes() == b""


@pytest.mark.parametrize(
    "content", [b"", b"GOdo", b"GOdo" + b"\x00" * 5000, b"SQLite format 3\x00", b"\xff" * 4096]
)
def test_a_ruined_dossier_is_said_to_be_damaged(tmp_path: Path, content: bytes):
    path = tmp_path / "x.dossier"
    path.write_bytes(content)
    with pytest.raises(DamagedDossier):
        DossierFile.open(path, "any")
    assert path.read_bytes() == content, "a file that cannot be opened is left as it is"


def change_inside(path: Path, *statements: str) -> None:
    connection = sqlcipher.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statements", "error"),
    [
        (("PRAGMA user_version = 2",), NewerDossierFile),
        (("PRAGMA user_version = 0",), DamagedDossier),
        (("PRAGMA user_version = -1",), DamagedDossier),
        (("PRAGMA user_version = 2000000000",), DamagedDossier),
        (("DELETE FROM part",), DamagedDossier),
        (("DROP TABLE part",), DamagedDossier),
        (
            ("UPDATE part SET data = CAST(replace(CAST(data AS TEXT), 'Aaaa', 'Bbbb') AS BLOB)",),
            DamagedDossier,
        ),
        (("ALTER TABLE part RENAME TO other", "CREATE VIEW part AS SELECT * FROM other"), DamagedDossier),
    ],
)
def test_what_a_file_holds_is_checked(tmp_path: Path, statements: tuple[str, ...], error: type[Exception]):
    path = tmp_path / "x.dossier"
    DossierFile.create(path, named("Aaaa")).close()
    change_inside(path, *statements)
    for read_only in (False, True):
        with pytest.raises(error):
            DossierFile.open(path, read_only=read_only)


def test_a_newer_json_form_is_a_newer_file(tmp_path: Path):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("A")) as file:
        file.write_part("dossier", b'{"schema": 99, "something": "new"}')
    with pytest.raises(NewerDossierFile):
        DossierFile.open(path)


# --- one program at a time ---------------------------------------------------------------------------------


def test_a_second_opening_is_told_that_it_is_open_here(tmp_path: Path, passphrase: str | None):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("A"), passphrase) as file:
        for again in (path, tmp_path / "." / "x.dossier", Path(os.path.relpath(path))):
            with pytest.raises(DossierInUse, match="ouvert ici"):
                DossierFile.open(again, passphrase)
            with pytest.raises(DossierInUse):
                DossierFile.open(again, passphrase, read_only=True)
        file.save(named("B"))
    DossierFile.open(path, passphrase).close()


HOLD = """
import sys
from pathlib import Path
from core.storage.dossier_file import DossierFile
file = DossierFile.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
file.save(file.dossier)
file.close()
"""


@pytest.fixture
def other_program(tmp_path: Path):
    """A file that another process holds, and that process."""
    path = tmp_path / "x.dossier"
    DossierFile.create(path, named("A")).close()
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == "open\n"
    yield path, child
    child.kill()
    child.wait()
    child.stdin.close()
    child.stdout.close()


def test_another_program_is_kept_out_until_the_first_is_done(other_program):
    path, child = other_program
    for read_only in (False, True):
        with pytest.raises(DossierInUse, match="ouvert ici"):
            DossierFile.open(path, read_only=read_only)
    child.stdin.write("\n")
    child.stdin.flush()
    assert child.wait(timeout=20) == 0
    DossierFile.open(path).close()


def test_a_killed_program_holds_nothing(other_program):
    path, child = other_program
    child.kill()
    child.wait()
    assert lock_file.lock_path(path).exists()
    DossierFile.open(path).close()
    assert sorted(p.name for p in path.parent.iterdir()) == ["x.dossier"]


def test_another_computer_is_named_and_can_be_overridden(tmp_path: Path):
    path = tmp_path / "x.dossier"
    DossierFile.create(path, named("A")).close()
    theirs = lock_file.Holder("poste-3", 12, datetime(2026, 11, 23, 9, 5).astimezone())
    lock_file.lock_path(path).write_bytes(msgspec.json.encode(theirs))
    with pytest.raises(DossierInUse) as refused:
        DossierFile.open(path)
    assert "poste-3" in str(refused.value.message)
    assert "23 novembre 2026 à 9\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}05" in str(refused.value.message)
    with DossierFile.open(path, read_only=True) as file:
        assert file.dossier == named("A")
    assert lock_file.read_holder(path) == theirs
    with DossierFile.open(path, take_over=True):
        holder = lock_file.read_holder(path)
        assert holder is not None
        assert holder.is_me
    assert not lock_file.lock_path(path).exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"null"])
def test_an_unreadable_lock_file_stops_nobody(tmp_path: Path, content: bytes):
    path = tmp_path / "x.dossier"
    DossierFile.create(path, named("A")).close()
    lock_file.lock_path(path).write_bytes(content)
    DossierFile.open(path).close()


def test_threads_take_turns(tmp_path: Path, passphrase: str | None):
    path = tmp_path / "x.dossier"
    failures: list[Exception] = []
    with DossierFile.create(path, named("A"), passphrase) as file:

        def work(letter: str) -> None:
            try:
                for number in range(15):
                    file.write_part(letter, str(number).encode())
                    assert file.read_part(letter) == str(number).encode()
            except (UserError, AssertionError) as error:
                failures.append(error)

        threads = [threading.Thread(target=work, args=(letter,)) for letter in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures
        assert [file.read_part(letter) for letter in "abcd"] == [b"14"] * 4


# --- the medium ---------------------------------------------------------------------------------------------


def test_a_removed_stick_is_said_and_the_answers_can_go_elsewhere(tmp_path: Path, passphrase: str | None):
    stick = tmp_path / "stick"
    stick.mkdir()
    path = stick / "x.dossier"
    file = DossierFile.create(path, named("A"), passphrase)
    stick.rename(tmp_path / "pocket")
    with pytest.raises(DossierGone):
        file.save(named("B"))
    assert file.dossier == named("A")
    with pytest.raises(DossierGone):
        file.save_copy(path, file.key)
    file.save_copy(tmp_path / "rescue.dossier", file.key)
    (tmp_path / "pocket").rename(stick)
    file.save(named("C"))
    file.close()
    with DossierFile.open(tmp_path / "rescue.dossier", passphrase) as rescued:
        assert rescued.dossier == named("A")
    with DossierFile.open(path, passphrase) as again:
        assert again.dossier == named("C")


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let anybody replace an open file")
def test_a_replaced_file_is_not_written_over(tmp_path: Path, passphrase: str | None):
    path, other = tmp_path / "x.dossier", tmp_path / "other.dossier"
    DossierFile.create(other, named("theirs"), passphrase).close()
    file = DossierFile.create(path, named("mine"), passphrase)
    other.replace(path)
    with pytest.raises(DossierReplaced):
        file.save(named("mine 2"))
    file.close()
    with DossierFile.open(path, passphrase) as found:
        assert found.dossier == named("theirs")


@pytest.mark.skipif(os.name == "nt", reason="folders have other permissions there")
def test_a_read_only_place_is_said(tmp_path: Path, passphrase: str | None):
    folder = tmp_path / "cd"
    folder.mkdir()
    path = folder / "x.dossier"
    DossierFile.create(path, named("A"), passphrase).close()
    folder.chmod(0o500)
    path.chmod(0o400)
    with without_override():
        with pytest.raises(ReadOnlyPlace):
            DossierFile.create(folder / "new.dossier", named("B"))
        with pytest.raises(ReadOnlyPlace):
            DossierFile.open(path, passphrase)
        with DossierFile.open(path, passphrase, read_only=True) as seen:
            assert seen.dossier == named("A")
            with pytest.raises(ReadOnlyPlace):
                seen.save(named("B"))
            with pytest.raises(ReadOnlyPlace):
                seen.save_copy(folder / "copy.dossier", None)
    folder.chmod(0o700)


# --- exhibits -----------------------------------------------------------------------------------------------


def test_exhibits_are_kept_by_their_hash(tmp_path: Path, passphrase: str | None):
    path = tmp_path / "x.dossier"
    contents = [b"", b"a", bytes(range(256)) * 4000]
    with DossierFile.create(path, named("A"), passphrase) as file:
        names = [file.add_blob(content) for content in contents]
        assert names == [schema.digest(content) for content in contents]
        assert file.add_blob(b"a") == names[1]
    with DossierFile.open(path, passphrase) as file:
        assert file.blobs() == names
        assert [file.get_blob(name) for name in names] == contents
        with pytest.raises(MissingExhibit):
            file.get_blob("0" * 64)


def test_a_deleted_exhibit_can_be_taken_back_until_the_end(tmp_path: Path, passphrase: str | None):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("A"), passphrase) as file:
        kept, gone, added_again = (file.add_blob(content) for content in (b"a", b"b", b"c"))
        for name in (kept, gone, added_again):
            file.delete_blob(name)
        assert file.blobs() == []
        file.restore_blob(kept)
        assert file.add_blob(b"c") == added_again
        assert file.blobs() == [kept, added_again]
        assert file.get_blob(gone) == b"b"
    with DossierFile.open(path, passphrase) as file:
        assert file.blobs() == [kept, added_again]
        with pytest.raises(MissingExhibit):
            file.restore_blob(gone)


def test_bytes_that_no_exhibit_names_can_be_dropped_at_the_end(tmp_path: Path, passphrase: str | None):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("A"), passphrase) as file:
        page, source, unused = (file.add_blob(content) for content in (b"a", b"b", b"c"))
        exhibit = Exhibit(id="e1", sheets=(Sheet(blob=page, source=source),))
        file.save(msgspec.structs.replace(named("A"), exhibits=(exhibit,)))
        file.drop_unused_blobs()
        assert file.get_blob(unused) == b"c", "until the end it can be taken back"
    with DossierFile.open(path, passphrase) as file:
        assert file.blobs() == [page, source]


def test_a_flipped_bit_in_an_exhibit_never_passes(tmp_path: Path):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("A")) as file:
        name = file.add_blob(b"Zyxwvutsrq" * 2000)
    data = bytearray(path.read_bytes())
    data[data.rfind(b"Zyxwv")] ^= 1
    path.write_bytes(data)
    with DossierFile.open(path) as file:
        assert file.dossier == named("A")
        with pytest.raises(DamagedExhibit):
            file.get_blob(name)
        with pytest.raises(DamagedDossier):
            file.save_copy(tmp_path / "copy.dossier", None)
    assert not (tmp_path / "copy.dossier").exists()


def test_a_dossier_in_memory_touches_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with DossierFile.in_memory(named("A")) as file:
        file.save(named("B"))
        name = file.add_blob(b"x" * 100_000)
        file.delete_blob(name)
        file.restore_blob(name)
        assert file.dossier == named("B")
        assert list(tmp_path.iterdir()) == []
        file.save_copy(tmp_path / "x.dossier", None)
    with DossierFile.open(tmp_path / "x.dossier") as file:
        assert file.dossier == named("B")
        assert file.get_blob(name) == b"x" * 100_000


# --- older versions -----------------------------------------------------------------------------------------

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize(
    ("name", "words"), [("schema-1", None), ("schema-1-encrypted", "lampe jardin pomme soleil")]
)
def test_a_file_of_every_released_schema_opens(tmp_path: Path, name: str, words: str | None):
    path = tmp_path / "x.dossier"
    shutil.copyfile(FILES / f"{name}.sqlite", path)
    with DossierFile.open(path, words) as file:
        assert file.dossier == json_form.decode((FILES / "schema-1.json").read_bytes())
        assert [file.get_blob(blob) for blob in file.blobs()] == [b"Une page de preuve.\n"]


@pytest.fixture
def version_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program one version ahead, whose tables have one more column."""

    def step(connection) -> None:
        connection.execute("ALTER TABLE part ADD COLUMN note TEXT")

    added = schema.TABLES[0].replace(") STRICT", ", note TEXT) STRICT")
    monkeypatch.setattr(schema, "TABLES", (added, *schema.TABLES[1:]))
    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setattr(schema, "MIGRATIONS", {1: step})


def test_an_older_file_is_copied_then_migrated(
    tmp_path: Path, quick_keys: None, request: pytest.FixtureRequest
):
    path = tmp_path / "x.dossier"
    DossierFile.create(path, named("A"), PASSPHRASE).close()
    request.getfixturevalue("version_two")
    with DossierFile.open(path, PASSPHRASE, read_only=True) as file:
        assert schema.version_of(file._connection) == 1
    with DossierFile.open(path, PASSPHRASE) as file:
        assert schema.version_of(file._connection) == 2
        assert file.dossier == named("A")
    copy = tmp_path / "x.v1.dossier"
    with DossierFile.open(copy, PASSPHRASE, read_only=True) as file:
        assert schema.version_of(file._connection) == 1
        assert file.dossier == named("A")


def test_a_migration_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "x.dossier"
    shutil.copyfile(FILES / "schema-1.sqlite", path)

    def step(connection) -> None:
        connection.execute("ALTER TABLE part ADD COLUMN note TEXT")
        raise RuntimeError("a bug")

    with monkeypatch.context() as newer:
        newer.setattr(schema, "VERSION", 2)
        newer.setattr(schema, "MIGRATIONS", {1: step})
        with pytest.raises(RuntimeError):
            DossierFile.open(path)
    with DossierFile.open(path) as file:
        assert file.dossier == json_form.decode((FILES / "schema-1.json").read_bytes())
