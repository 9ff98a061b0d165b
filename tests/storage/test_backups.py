from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.storage import backups as backups_module
from core.storage.backups import DAYS, MONTHS, NEWEST, WEEKS, Backups, kept_by_age, restore
from core.storage.dossier_file import DossierFile
from core.storage.errors import DamagedDossier, DossierInUse, PassphraseNeeded, WrongPassphrase
from core.storage.places import Places, find_places
from tests.storage.conftest import named

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places(shared=False, program=tmp_path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Diallo.dossier"


def test_a_copy_is_made_when_something_changed(places: Places, path: Path, passphrase: str | None):
    backups = Backups(places)
    with DossierFile.create(path, named("A"), passphrase) as file:
        first = backups.make(file, NOW)
        assert first is not None
        assert backups.make(file, NOW) is None
        file.save(named("B"))
        second = backups.make(file, NOW)
        assert second is not None
        file.add_blob(b"exhibit")
        assert backups.make(file, NOW) is not None
        file.write_part("follow_up", b"{}")
        assert backups.make(file, NOW) is not None
    assert [b.number for b in backups.of(path)] == [4, 3, 2, 1]
    for backup, name in ((first, "A"), (second, "B")):
        with DossierFile.open(backup.path, passphrase, read_only=True) as copy:
            assert copy.dossier == named(name)
            assert copy.encrypted == (passphrase is not None)


def test_nothing_in_the_folder_of_copies_names_the_person(places: Places, path: Path, passphrase: str | None):
    with DossierFile.create(path, named("Diallo"), passphrase) as file:
        Backups(places).make(file)
    assert places.backups is not None
    left = list(places.backups.rglob("*"))
    assert left
    assert not any("Diallo" in str(p.relative_to(places.backups)) for p in left)
    if passphrase is not None:
        assert not any(b"Diallo" in p.read_bytes() for p in left if p.is_file())


def test_there_are_no_copies_on_a_shared_computer(path: Path, tmp_path: Path, isolated_folders: Path):
    before = set(isolated_folders.rglob("*"))
    for places in (find_places(shared=True, medium=tmp_path), find_places(shared=True)):
        backups = Backups(places)
        with DossierFile.create(path, named("A")) as file:
            assert backups.make(file) is None
            assert backups.renew(file) is None
        assert backups.of(path) == []
        assert backups.forget(path) == 0
        assert list(tmp_path.iterdir()) == [path]
        path.unlink()
    assert set(isolated_folders.rglob("*")) == before


def test_a_dossier_in_memory_has_no_copies(places: Places):
    with DossierFile.in_memory(named("A")) as file:
        assert Backups(places).make(file) is None


def test_a_copy_is_found_though_the_file_is_ruined_and_put_back(
    places: Places, path: Path, passphrase: str | None
):
    backups = Backups(places)
    with DossierFile.create(path, named("A"), passphrase) as file:
        exhibit = file.add_blob(b"exhibit")
        backups.make(file)
        file.save(named("B"))
    ruined = b"\x00" * 5000
    path.write_bytes(ruined)
    with pytest.raises(DamagedDossier):
        DossierFile.open(path, passphrase)
    (backup,) = backups.of(path)
    if passphrase is not None:
        with pytest.raises(PassphraseNeeded):
            restore(backup.path, path)
        with pytest.raises(WrongPassphrase):
            restore(backup.path, path, "other")
    assert path.read_bytes() == ruined
    aside = restore(backup.path, path, passphrase)
    assert aside is not None
    assert aside.read_bytes() == ruined
    with DossierFile.open(path, passphrase) as file:
        assert file.dossier == named("A")
        assert file.get_blob(exhibit) == b"exhibit"
        file.save(named("C"))
        assert backups.make(file) is not None, "the copies go on where they were"
    assert len(backups.of(path)) == 2


def test_a_copy_is_put_back_where_the_file_is_gone(places: Places, path: Path):
    backups = Backups(places)
    with DossierFile.create(path, named("A")) as file:
        backups.make(file)
    path.unlink()
    assert restore(backups.of(path)[0].path, path) is None
    DossierFile.open(path).close()


def test_an_open_dossier_is_not_replaced(places: Places, path: Path):
    with DossierFile.create(path, named("A")) as file:
        backup = Backups(places).make(file)
        assert backup is not None
        with pytest.raises(DossierInUse):
            restore(backup.path, path)
        file.save(named("B"))


def test_a_damaged_copy_replaces_nothing(places: Places, path: Path, passphrase: str | None):
    with DossierFile.create(path, named("A" * 150), passphrase) as file:
        file.add_blob(b"z" * 20_000)
        backup = Backups(places).make(file)
    assert backup is not None
    sound, good = path.read_bytes(), backup.path.read_bytes()
    for at in range(100, len(good), 1499):
        data = bytearray(good)
        data[at] ^= 0x10
        backup.path.write_bytes(data)
        try:
            aside = restore(backup.path, path, passphrase)
        except DamagedDossier:
            assert path.read_bytes() == sound
        else:
            # The flipped bit was in unused space.
            assert aside is not None
            with DossierFile.open(path, passphrase) as file:
                assert file.dossier == named("A" * 150)
                assert [file.get_blob(name) for name in file.blobs()] == [b"z" * 20_000]
            aside.replace(path)
    assert list(path.parent.iterdir()) == [path]


def test_a_broken_exhibit_does_not_stop_the_copies(places: Places, path: Path):
    with DossierFile.create(path, named("A")) as file:
        file.add_blob(b"Zyxwvutsrq" * 2000)
        sound = file.add_blob(b"sound")
    data = bytearray(path.read_bytes())
    data[data.rfind(b"Zyxwv")] ^= 1
    path.write_bytes(data)
    with DossierFile.open(path) as file:
        backup = Backups(places).make(file)
    assert backup is not None
    with DossierFile.open(backup.path, read_only=True) as copy:
        assert copy.dossier == named("A")
        assert copy.blobs() == [sound]


def test_a_new_passphrase_leaves_no_copy_under_the_old_one(places: Places, path: Path, quick_keys: None):
    backups = Backups(places)
    with DossierFile.create(path, named("Diallo")) as file:
        backups.make(file)
        file.save(named("Diallo 2"))
        backups.make(file)
        file.set_passphrase("new words")
        backups.renew(file)
    (backup,) = backups.of(path)
    assert b"Diallo" not in backup.path.read_bytes()
    DossierFile.open(backup.path, "new words", read_only=True).close()


def test_copies_can_be_forgotten(places: Places, path: Path, tmp_path: Path):
    backups = Backups(places)
    other = tmp_path / "other.dossier"
    for each in (path, other):
        with DossierFile.create(each, named("A")) as file:
            backups.make(file)
    assert backups.forget(path) == 1
    assert backups.of(path) == []
    assert len(backups.of(other)) == 1


def test_large_dossiers_keep_fewer_copies(places: Places, path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(backups_module, "MAX_BYTES", 1_000_000)
    backups = Backups(places)
    with DossierFile.create(path, named("A")) as file:
        file.add_blob(bytes(110_000))
        for day in range(12):
            file.save(named(str(day)))
            backups.make(file, NOW + timedelta(days=day))
    numbers = [b.number for b in backups.of(path)]
    assert numbers == list(range(12, 12 - len(numbers), -1))
    assert 5 < len(numbers) < 9


# --- thinning --------------------------------------------------------------------------------------------


def test_a_year_of_work_leaves_days_weeks_and_months():
    made: list[datetime] = []
    for day in range(400):
        for hour in (9, 11, 15):
            now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day, hours=hour)
            made.append(now)
            made = [made[index] for index in sorted(kept_by_age(made, now))]
    today = made[-1].date()
    ages = [(today - at.date()).days for at in made]
    assert {age for age in ages if age < DAYS} == set(range(DAYS))
    assert len({at.isocalendar()[:2] for at in made if (today - at.date()).days < WEEKS * 7}) >= WEEKS
    assert len({(at.year, at.month) for at in made}) == MONTHS
    assert len(made) <= NEWEST + DAYS + WEEKS + MONTHS
    # The copy kept of an earlier day is its last.
    assert all(at.hour == 15 for at in made[:-NEWEST])


@given(
    st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), max_size=80),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),
)
def test_thinning_keeps_the_newest_whatever_the_clock_says(made: list[datetime], now: datetime):
    kept = kept_by_age(made, now)
    assert kept >= set(range(max(0, len(made) - NEWEST), len(made)))
    assert kept <= set(range(len(made)))
    assert len(kept) <= NEWEST + DAYS + WEEKS + MONTHS
    thinned = [made[index] for index in sorted(kept)]
    assert kept_by_age(thinned, now) == set(range(len(thinned))), "thinning twice changes nothing"


def test_a_clock_set_back_loses_no_new_copy(places: Places, path: Path):
    backups = Backups(places)
    with DossierFile.create(path, named("A")) as file:
        for number, now in enumerate((NOW, NOW - timedelta(days=4000), NOW - timedelta(days=3999))):
            file.save(named(str(number)))
            backups.make(file, now)
    newest = backups.of(path)[0]
    with DossierFile.open(newest.path, read_only=True) as copy:
        assert copy.dossier == named("2")
