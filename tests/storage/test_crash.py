"""No acknowledged answer is ever lost: the program killed, the disk failing, the power cut, at any moment.

`GUICHET_OUVERT_CRASHES=1000 pytest tests/storage/test_crash.py` kills a thousand times instead of thirty.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.dossier.model import Dossier
from core.storage.dossier_file import DossierFile
from core.storage.driver import check_structure
from core.storage.errors import MediumFailed, NoSpaceLeft
from tests.storage.conftest import named
from tests.storage.crash_child import dossier_after, exhibit_of
from tests.storage.faults import FULL, IOERR_WRITE, Disk, failing_disk

ROOT = Path(__file__).resolve().parents[2]
CRASHES = int(os.environ.get("GUICHET_OUVERT_CRASHES", "30"))


def sound(file: DossierFile) -> None:
    check_structure(file._connection, thorough=True)


def killed_child(path: Path, seed: int, passphrase: str | None, seconds: float) -> int:
    """Let the child work for a while and kill it; returns the last step it acknowledged, -1 for none."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.crash_child", str(path), str(seed), passphrase or ""],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    # Start-up takes longer than the work: the clock starts with the first answer.
    lines = [child.stdout.readline()]
    time.sleep(seconds)
    child.kill()
    lines += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    # The kill may cut the last line in the middle.
    whole = [line for line in lines if line.endswith("\n")]
    return int(whole[-1]) if whole else -1


@pytest.mark.parametrize("passphrase", [None, "lampe"], ids=["plain", "encrypted"])
def test_a_killed_program_loses_no_acknowledged_answer(
    tmp_path: Path, quick_keys: None, passphrase: str | None
):
    path = tmp_path / "x.dossier"
    chance = random.Random()
    DossierFile.create(path, Dossier(), passphrase).close()
    for seed in range((CRASHES + 1) // 2):
        last = killed_child(path, seed, passphrase, chance.uniform(0, 0.15))
        with DossierFile.open(path, passphrase) as file:
            sound(file)
            found = file.dossier.identity.family_name
            assert found is not None, f"seed {seed}"
            step = int(found.removeprefix("step "))
            # The answer that was being saved when the kill came may be there, whole.
            assert last <= step <= last + 1, f"seed {seed}"
            assert file.dossier == dossier_after(seed, step)
            exhibits = [file.get_blob(name) for name in file.blobs()]
            added = [exhibit_of(seed, n) for n in range(6, step + 1, 7)]
            if added:
                # The next exhibit may have taken the place of the last one just before the kill.
                assert added[-1] in exhibits or (step % 7 == 5 and exhibit_of(seed, step + 1) in exhibits)


# --- a disk that fails -----------------------------------------------------------------------------------


def save(file: DossierFile) -> None:
    file.save(named("after"))


def add(file: DossierFile) -> None:
    file.add_blob(b"new" * 5000)


def delete(file: DossierFile) -> None:
    # An unacknowledged deletion may have happened all the same: then there is nothing left to delete.
    for name in file.blobs():
        file.delete_blob(name)


def protect(file: DossierFile) -> None:
    file.set_passphrase("other words")


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
@pytest.mark.parametrize(
    ("code", "error"),
    [(IOERR_WRITE, MediumFailed), (FULL, NoSpaceLeft)],
    ids=["fails", "full"],
)
@pytest.mark.parametrize("act", [save, add, delete, protect])
def test_when_the_nth_write_fails_the_file_is_as_before_or_after(
    tmp_path: Path,
    quick_keys: None,
    act: Callable[[DossierFile], None],
    code: int,
    error: type[Exception],
    for_ever: bool,
):
    master = tmp_path / "master.dossier"
    with DossierFile.create(master, named("before"), "lampe") as file:
        file.add_blob(b"old" * 5000)
    failures, failed = 0, True
    for n in range(1, 500):
        path = tmp_path / f"{n}.dossier"
        shutil.copyfile(master, path)
        disk = Disk(code, for_ever=for_ever)
        with failing_disk(disk):
            file = DossierFile.open(path, "lampe")
            disk.fail_at = disk.count + n
            acknowledged = True
            try:
                act(file)
            except error:
                acknowledged = False
                failures += 1
            failed = disk.count >= disk.fail_at
            disk.fail_at = 0
            if not acknowledged and not for_ever:
                # The disk works again: the next try must succeed without reopening.
                act(file)
                acknowledged = True
            file.close()
        with DossierFile.open(path, "other words" if act is protect and acknowledged else "lampe") as again:
            sound(again)
            if act is save and acknowledged:
                assert again.dossier == named("after")
            else:
                assert again.dossier in (named("before"), named("after"))
            blobs = {again.get_blob(name) for name in again.blobs()}
            assert b"old" * 5000 in blobs or act is delete
            assert act is not add or not acknowledged or b"new" * 5000 in blobs
        left = {p.name for p in tmp_path.iterdir()} - {"master.dossier", path.name}
        assert not left, f"left behind after failure {n}: {left}"
        path.unlink()
        if not failed:
            break
    assert failures, "no write failed: the test tests nothing"
    assert not failed


def test_a_failing_disk_at_creation_leaves_no_half_file(tmp_path: Path):
    for n in range(1, 500):
        path = tmp_path / "x.dossier"
        disk = Disk(FULL, fail_at=n, for_ever=True)
        with failing_disk(disk):
            try:
                DossierFile.create(path, named("A")).close()
            except NoSpaceLeft:
                # Once the file has its name it is a whole dossier, even where opening it failed.
                assert not path.exists() or n > 10
        if path.exists():
            with DossierFile.open(path) as file:
                assert file.dossier == named("A")
            path.unlink()
        assert list(tmp_path.iterdir()) == []
        if disk.count < n:
            return
    pytest.fail("the disk never let the creation through")


# --- a power cut -------------------------------------------------------------------------------------------


def power_cut(
    log: list[tuple[str, str, int, bytes]], images: dict[str, bytes], chance: random.Random
) -> dict[str, bytes]:
    """What is on the disk after the power went out at the end of `log`.

    A write that no sync followed may be there, not there, or half there, in any order, as on a real disk with
    a cache. A journal exists once it was synced (SQLite syncs its folder with it); a deletion without a sync
    of the folder may come undone.
    """
    durable = dict(images)
    pending: dict[str, list[tuple[str, int, bytes]]] = {}

    def apply(name: str, operation: str, where: int, data: bytes) -> None:
        old = durable.get(name, b"")
        if operation == "truncate":
            durable[name] = old[:where]
        else:
            durable[name] = old[:where].ljust(where, b"\0") + data + old[where + len(data) :]

    for operation, name, where, data in log:
        if operation == "open":
            pending.setdefault(name, [])
        elif operation == "sync":
            for change in pending.pop(name, []):
                apply(name, *change)
            durable.setdefault(name, b"")
            pending[name] = []
        elif operation == "delete":
            if where or chance.random() < 0.5:
                durable.pop(name, None)
            pending.pop(name, None)
        else:
            pending.setdefault(name, []).append((operation, where, data))
    for name, changes in pending.items():
        if name not in durable and not changes:
            continue
        kept = [change for change in changes if chance.random() < 0.5]
        for operation, where, data in kept:
            # Disks write sectors of 512 bytes whole.
            whole = data if chance.random() < 0.5 else data[: 512 * chance.randrange(len(data) // 512 + 1)]
            apply(name, operation, where, whole)
    return durable


@pytest.mark.parametrize("passphrase", [None, "lampe"], ids=["plain", "encrypted"])
def test_a_power_cut_at_any_operation_loses_no_acknowledged_answer(
    tmp_path: Path, quick_keys: None, passphrase: str | None
):
    chance = random.Random(2026)
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, named("0"), passphrase) as file:
        file.add_blob(b"old" * 3000)
    start = {str(path): path.read_bytes()}
    disk = Disk()
    # How long the log was when each answer was acknowledged.
    acknowledged: list[int] = []
    with failing_disk(disk), DossierFile.open(path, passphrase) as file:
        for number in range(1, 6):
            file.add_blob(bytes([number]) * 9000)
            file.save(named(f"{number}" * number * 40))
            acknowledged.append(len(disk.log))
        operations = len(disk.log)
    (tmp_path / "x.dossier").unlink()
    for end in range(operations + 1):
        for _again in range(3):
            for name, data in power_cut(disk.log[:end], start, chance).items():
                Path(name).write_bytes(data)
            with DossierFile.open(path, passphrase) as file:
                sound(file)
                found = file.dossier.identity.family_name
                assert found is not None
                number = int(found[0])
                assert found == "0" or found == f"{number}" * number * 40
                sure = sum(1 for length in acknowledged if length <= end)
                assert sure <= number <= sure + 1, f"power cut after operation {end}"
                contents = {file.get_blob(name)[:1] for name in file.blobs()}
                assert contents >= {bytes([n]) for n in range(1, sure + 1)} | {b"o"}
            for left in tmp_path.iterdir():
                left.unlink()
