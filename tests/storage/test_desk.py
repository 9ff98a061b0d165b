from __future__ import annotations

import os
import threading
import time
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from core.dossier import paths
from core.dossier.model import Dossier
from core.storage import desk_index
from core.storage.desk import Desk, DeskFilter
from core.storage.desk_row import DeskDate, Row, RowState, Summary
from core.storage.dossier_file import DossierFile
from core.storage.errors import PassphraseNeeded, WrongPassphrase
from core.storage.follow_up import FollowUp, Outcome, Step, write_follow_up
from core.storage.places import Places, find_places
from tests.storage.conftest import PASSPHRASE, named

TODAY = date(2026, 11, 23)


def summarise(dossier: Dossier) -> Summary:
    """A stand-in for the law: the route in the blockage's code, a date in the key date."""
    on = dossier.timing.key_date
    return Summary(dossier.blockage.code, () if on is None else (DeskDate(on, "key", "Date importante"),))


def person(name: str, route: str | None = None, on: date | None = None) -> Dossier:
    dossier = paths.put(named(name), "blockage.code", route)
    return paths.put(dossier, "timing.key_date", on)


def age(path: Path) -> None:
    """Make a file look as if it had been there for a while."""
    old = time.time() - 1000
    os.utime(path, (old, old))


def put(
    folder: Path, name: str, dossier: Dossier, passphrase=None, follow_up: FollowUp | None = None
) -> Path:
    path = folder / f"{name}.dossier"
    with DossierFile.create(path, dossier, passphrase) as file:
        if follow_up is not None:
            write_follow_up(file, follow_up)
    age(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "permanence"
    folder.mkdir()
    return folder


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places(shared=False, program=tmp_path)


def open_desk(folder: Path, places: Places, passphrase: str | None = None) -> Desk:
    desk = Desk([folder], passphrase, places, summarise)
    desk.refresh()
    return desk


def names(rows: list[Row]) -> list[str]:
    return [row.name for row in rows]


def test_the_list_shows_what_the_files_hold(folder: Path, places: Places, passphrase: str | None):
    dossier = person("Diallo", "strengthen", TODAY + timedelta(days=3))
    for answer, value in {
        "identity.given_names": "Aïssatou",
        "preferences.note_language": "ff",
        "residence.departement": "92",
        "request.kind": "renewal",
        "nationality.country": "GN",
    }.items():
        dossier = paths.put(dossier, answer, value)
    follow_up = FollowUp(
        volunteer="Élise", hearing_on=TODAY + timedelta(days=2), for_jurist=True, opened_on=TODAY
    )
    path = put(folder, "Diallo", dossier, passphrase, follow_up)
    desk = open_desk(folder, places, passphrase)
    (row,) = desk.rows(TODAY)
    assert (row.path, row.state, row.name) == (str(path), RowState.READ, "DIALLO Aïssatou")
    assert (row.language, row.departement, row.kind, row.nationality) == ("ff", "92", "renewal", "GN")
    assert (row.route, row.step, row.volunteer, row.for_jurist) == (
        "strengthen", Step.WAITING_FOR_PROOF, "Élise", True,
    )  # fmt: skip
    assert row.next_date(TODAY) == DeskDate(TODAY + timedelta(days=2), "hearing_on", "Audience au tribunal")
    assert row.next_date(TODAY + timedelta(days=3)) == DeskDate(
        TODAY + timedelta(days=3), "key", "Date importante"
    )
    desk.close()


def test_the_next_date_comes_first(folder: Path, places: Places):
    for name, days in {"C": 1, "A": None, "B": 30, "D": -1}.items():
        put(folder, name, person(name, on=None if days is None else TODAY + timedelta(days=days)))
    desk = open_desk(folder, places)
    assert names(desk.rows(TODAY)) == ["C", "B", "A", "D"]
    assert names(desk.rows(TODAY - timedelta(days=1))) == ["D", "C", "B", "A"]
    assert names(desk.search("c", TODAY)) == ["C"]
    desk.close()


def test_filters(folder: Path, places: Places):
    put(folder, "week", person("week", on=TODAY + timedelta(days=7)))
    put(folder, "later", person("later", on=TODAY + timedelta(days=8)))
    put(folder, "proof", person("proof", "strengthen"))
    put(folder, "filed", paths.put(person("filed", "file"), "signature.filed_on", TODAY))
    put(folder, "order", person("order"), follow_up=FollowUp(outcome=Outcome.GRANTED))
    put(folder, "erase", person("erase"), follow_up=FollowUp(closed_on=TODAY, keep_until=TODAY))
    put(
        folder,
        "keep",
        person("keep"),
        follow_up=FollowUp(closed_on=TODAY, keep_until=TODAY + timedelta(days=1)),
    )
    put(folder, "jurist", person("jurist"), follow_up=FollowUp(for_jurist=True))
    desk = open_desk(folder, places)
    expected = {
        DeskFilter.THIS_WEEK: ["WEEK"],
        DeskFilter.WAITING_FOR_PROOF: ["PROOF"],
        DeskFilter.FILED: ["FILED"],
        DeskFilter.ORDER_RECEIVED: ["ORDER"],
        DeskFilter.TO_ERASE: ["ERASE"],
        DeskFilter.FOR_JURIST: ["JURIST"],
    }
    assert {f: names(desk.search("", TODAY, f)) for f in expected} == expected
    assert len(desk.search("", TODAY)) == 8
    assert desk.search("proof", TODAY, DeskFilter.FILED) == []
    desk.close()


def test_only_what_changed_is_read_again(folder: Path, places: Places, passphrase: str | None):
    paths_ = [put(folder, str(number), person(str(number)), passphrase) for number in range(5)]
    desk = open_desk(folder, places, passphrase)
    assert desk.refresh().read == 0
    with DossierFile.open(paths_[2], passphrase) as file:
        file.save(person("changed"))
    os.utime(paths_[2], (time.time() - 500, time.time() - 500))
    paths_[3].unlink()
    found = desk.refresh()
    assert (found.read, found.gone) == (1, 1)
    assert sorted(names(desk.rows(TODAY))) == ["0", "1", "4", "CHANGED"]
    desk.close()
    again = Desk([folder], passphrase, places, summarise)
    assert sorted(names(again.rows(TODAY))) == ["0", "1", "4", "CHANGED"], "the index remembers"
    assert again.refresh().read == 0
    assert again.rebuild().read == 4
    assert sorted(names(again.rows(TODAY))) == ["0", "1", "4", "CHANGED"]
    again.close()


def test_a_file_written_this_very_moment_is_read_again(folder: Path, places: Places):
    path = put(folder, "A", person("A"))
    os.utime(path)
    desk = open_desk(folder, places)
    assert desk.refresh().read == 1
    age(path)
    assert desk.refresh().read == 1
    assert desk.refresh().read == 0
    desk.close()


def test_a_folder_that_is_not_there_loses_no_line(tmp_path: Path, folder: Path, places: Places):
    other = tmp_path / "stick"
    other.mkdir()
    put(folder, "A", person("A"))
    put(other, "B", person("B"))
    desk = Desk([folder, other], None, places, summarise)
    desk.refresh()
    other.rename(tmp_path / "pocket")
    found = desk.refresh()
    assert found.missing == (other,)
    assert sorted(names(desk.rows(TODAY))) == ["A", "B"]
    (tmp_path / "pocket").rename(other)
    assert desk.refresh().missing == ()
    desk.close()


def test_subfolders_are_read_and_hidden_ones_left_out(folder: Path, places: Places):
    for sub in ("2026/novembre", ".stversions", "2026/.trash"):
        (folder / sub).mkdir(parents=True)
        put(folder / sub, sub.replace("/", "-"), person(sub))
    put(folder, ".hidden", person("hidden"))
    (folder / "note.txt").write_bytes(b"x")
    desk = open_desk(folder, places)
    assert names(desk.rows(TODAY)) == ["2026/NOVEMBRE"]
    desk.close()


def test_files_that_cannot_be_read_stay_on_the_list(folder: Path, places: Places, quick_keys: None):
    put(folder, "mine", person("mine"), PASSPHRASE)
    put(folder, "theirs", person("theirs"), "other words")
    damaged = put(folder, "damaged", person("damaged"), PASSPHRASE)
    damaged.write_bytes(b"\x00" * 9000)
    age(damaged)
    newer = put(folder, "newer", person("newer"))
    with DossierFile.open(newer) as file:
        file._connection.execute("PRAGMA user_version = 2")
    age(newer)
    desk = open_desk(folder, places, PASSPHRASE)
    states = {Path(row.path).stem: row.state for row in desk.rows(TODAY)}
    assert states == {
        "mine": RowState.READ,
        "theirs": RowState.LOCKED,
        "damaged": RowState.DAMAGED,
        "newer": RowState.NEWER,
    }
    assert [Path(r.path).stem for r in desk.search("theirs", TODAY)] == ["theirs"]
    assert desk.refresh().read == 0
    desk.close()


def test_a_line_that_was_read_keeps_its_name_when_the_file_breaks(folder: Path, places: Places):
    path = put(folder, "x", person("Diallo"))
    desk = open_desk(folder, places)
    path.write_bytes(b"")
    desk.refresh()
    (row,) = desk.rows(TODAY)
    assert (row.name, row.state) == ("DIALLO", RowState.DAMAGED)
    desk.close()


def test_a_dossier_open_here_is_updated_by_its_window(folder: Path, places: Places):
    path = put(folder, "x", person("before"))
    desk = open_desk(folder, places)
    with DossierFile.open(path) as file:
        file.save(person("after"))
        desk.update(file)
        assert names(desk.rows(TODAY)) == ["AFTER"]
        desk.refresh()
        (row,) = desk.rows(TODAY)
        assert (row.name, row.state) == ("AFTER", RowState.IN_USE)
        file.save(person("at last"))
    desk.refresh()
    (row,) = desk.rows(TODAY)
    assert (row.name, row.state) == ("AT LAST", RowState.READ)
    desk.forget(path)
    assert desk.rows(TODAY) == []
    desk.close()


def test_a_dossier_of_another_place_is_not_taken_in(tmp_path: Path, folder: Path, places: Places):
    desk = open_desk(folder, places)
    with DossierFile.create(tmp_path / "mine.dossier", person("mine")) as file:
        desk.update(file)
    with DossierFile.in_memory(person("nobody")) as file:
        desk.update(file)
    assert desk.rows(TODAY) == []
    desk.close()


def test_conflicting_copies_are_shown_side_by_side(folder: Path, places: Places):
    original = put(folder, "Diallo", person("here"))
    copy = put(folder, "Diallo.sync-conflict-20261123-091500-ABCDEF7", person("there"))
    orphan = put(folder, "Sow (conflicted copy 2026-11-23 091500)", person("Sow"))
    put(folder, "Ba", person("Ba"))
    desk = open_desk(folder, places)
    assert sorted(names(desk.rows(TODAY))) == ["BA", "HERE", "SOW", "THERE"], "no copy is hidden"
    (group,) = desk.conflicts()
    assert [row.path for row in group] == [str(original), str(copy)]
    assert str(orphan) not in {row.path for row in group}
    desk.close()


# --- protection --------------------------------------------------------------------------------------------


def test_the_index_shows_nothing_without_the_passphrase(folder: Path, places: Places, quick_keys: None):
    put(folder, "x", person("Zyxwvutsrq"), PASSPHRASE, FollowUp(volunteer="Ponmlkjihg"))
    open_desk(folder, places, PASSPHRASE).close()
    assert places.data is not None
    (index,) = places.data.iterdir()
    data = index.read_bytes()
    assert not any(word in data for word in (b"Zyxwvutsrq", b"ZYXWVUTSRQ", b"zyxwvutsrq", b"Ponmlkjihg"))
    with pytest.raises(WrongPassphrase):
        Desk([folder], "other words", places, summarise)
    with pytest.raises(PassphraseNeeded):
        Desk([folder], None, places, summarise)
    Desk([folder], PASSPHRASE, places, summarise).close()


def test_an_index_in_clear_does_not_outlive_the_first_passphrase(
    folder: Path, places: Places, quick_keys: None
):
    path = put(folder, "x", person("Zyxwvutsrq"))
    open_desk(folder, places).close()
    with DossierFile.open(path) as file:
        file.set_passphrase(PASSPHRASE)
    open_desk(folder, places, PASSPHRASE).close()
    assert places.data is not None
    assert not any(b"zyxwvutsrq" in left.read_bytes().lower() for left in places.data.iterdir())


@pytest.mark.parametrize("ruin", [b"", b"\x00" * 4096, None, b"SQLite format 3\x00" + b"\x01" * 5000])
def test_a_ruined_index_is_made_anew(
    folder: Path, places: Places, passphrase: str | None, ruin: bytes | None
):
    put(folder, "x", person("Diallo"), passphrase)
    open_desk(folder, places, passphrase).close()
    assert places.data is not None
    (index,) = places.data.iterdir()
    data = bytearray(index.read_bytes())
    data[5000] ^= 1
    index.write_bytes(data if ruin is None else ruin)
    desk = open_desk(folder, places, passphrase)
    assert names(desk.rows(TODAY)) == ["DIALLO"]
    desk.close()


def test_an_index_of_another_version_is_made_anew(
    folder: Path, places: Places, monkeypatch: pytest.MonkeyPatch
):
    put(folder, "x", person("Diallo"))
    open_desk(folder, places).close()
    monkeypatch.setattr(desk_index, "_VERSION", 2)
    desk = Desk([folder], None, places, summarise)
    assert desk.rows(TODAY) == []
    assert desk.refresh().read == 1
    desk.close()


def test_a_second_window_reads_for_itself(folder: Path, places: Places):
    put(folder, "x", person("Diallo"))
    first = open_desk(folder, places)
    second = open_desk(folder, places)
    assert names(second.rows(TODAY)) == names(first.rows(TODAY)) == ["DIALLO"]
    first.close()
    second.close()


def test_on_a_shared_computer_the_index_is_in_memory(tmp_path: Path, folder: Path, isolated_folders: Path):
    put(folder, "x", person("Diallo"))
    before = set(isolated_folders.rglob("*")) | set(tmp_path.rglob("*"))
    desk = open_desk(folder, find_places(shared=True, medium=folder))
    assert names(desk.rows(TODAY)) == ["DIALLO"]
    assert set(isolated_folders.rglob("*")) | set(tmp_path.rglob("*")) == before
    desk.close()


def test_all_seats_derive_one_key(
    folder: Path, places: Places, monkeypatch: pytest.MonkeyPatch, quick_keys: None
):
    from core.storage import key

    first = Desk([folder], PASSPHRASE, places, summarise)
    for number in range(5):
        put(folder, str(number), person(str(number)), first.ring)
    first.refresh()
    first.close()
    derived: list[bytes] = []
    real = key.derive

    def derive(passphrase: str, salt: bytes) -> key.Key:
        derived.append(salt)
        return real(passphrase, salt)

    monkeypatch.setattr(key, "derive", derive)
    other_seat = seat_two(places)
    desk = open_desk(folder, other_seat, PASSPHRASE)
    assert all(row.state is RowState.READ for row in desk.rows(TODAY))
    put(folder, "new", person("new"), desk.ring)
    desk.refresh()
    desk.close()
    Desk([folder], PASSPHRASE, other_seat, summarise).close()
    assert len(derived) == 2, "one for each time the desk was opened"


def seat_two(places: Places) -> Places:
    assert places.data is not None
    return places._replace(data=places.data / "seat-2")


# --- while it reads ----------------------------------------------------------------------------------------


def test_reading_can_be_cancelled_and_goes_on_later(folder: Path, places: Places):
    for number in range(6):
        put(folder, str(number), person(str(number)))
    desk = Desk([folder], None, places, summarise)
    seen: list[tuple[int, int]] = []
    found = desk.refresh(lambda done, of: seen.append((done, of)), lambda: len(seen) >= 2)
    assert (found.read, seen) == (2, [(1, 6), (2, 6)])
    assert desk.refresh().read == 4
    desk.close()


def test_searching_while_reading(folder: Path, places: Places):
    for number in range(30):
        put(folder, str(number), person(f"person {number}"))
    desk = Desk([folder], None, places, summarise)
    worker = threading.Thread(target=desk.refresh)
    worker.start()
    counts = []
    while worker.is_alive():
        counts.append(len(desk.search("person", TODAY)))
    worker.join()
    assert counts == sorted(counts)
    assert len(desk.search("person", TODAY)) == 30
    desk.close()


def test_a_row_keeps_its_shape_in_the_index():
    row = Row(
        path="p",
        stamp=1,
        size=2,
        state=RowState.READ,
        step=Step.FILED,
        dates=(DeskDate(TODAY, "a", "b"),),
        erase_on=TODAY,
    )
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(row), type=Row) == row
