"""The processes that open files: confined, killed when slow, replaced when gone."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
import time

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dossier.model import Region, Sheet
from core.exhibits import confine, errors
from core.exhibits import pool as pools
from core.exhibits.importer import Importer
from core.exhibits.limits import Limits
from core.exhibits.pool import ROOT, Pool, worker_command
from core.exhibits.protocol import (
    BrokenFrame,
    Clean,
    Compose,
    Done,
    Draw,
    Failure,
    Found,
    Refused,
    receive,
    send,
)
from core.exhibits.sniff import Format
from tests.exhibits import corpus
from tests.exhibits.conftest import TODAY

# A real worker, but for what it does on a file that begins like this.
TROUBLED = """
import os, time
import core.exhibits.worker as worker
work = worker.do
def do(job, parts):
    if parts[0].endswith(b"HANG"):
        time.sleep(600)
    if parts[0].endswith(b"CRASH"):
        os._exit(3)
    if parts[0].endswith(b"SPEAK"):
        os.write(1, b"nonsense")
        os._exit(0)
    return work(job, parts)
worker.do = do
worker.main()
"""
HANGS, CRASHES, SPEAKS = (corpus.photo() + word for word in (b"HANG", b"CRASH", b"SPEAK"))


@pytest.fixture
def troubled():
    with Pool(1, (sys.executable, "-c", TROUBLED)) as pool:
        yield pool


def processes_of(pool: Pool) -> set[int]:
    return {worker._process.pid for worker in pool._all if worker._process is not None}


def test_a_worker_that_hangs_is_killed_and_said_so(troubled, store):
    importer = Importer(store, troubled, Limits(seconds=600))
    importer.import_file(corpus.photo(), "x", today=TODAY)
    (hanging,) = processes_of(troubled)
    slow = Importer(store, troubled, Limits(seconds=0.3))
    with pytest.raises(errors.WorkerTooSlow, match="prend trop de temps"):
        slow.import_file(HANGS, "x", today=TODAY)
    assert not psutil.pid_exists(hanging)
    assert importer.import_file(corpus.photo(6), "x", today=TODAY).sheets


@pytest.mark.parametrize("data", [CRASHES, SPEAKS])
def test_a_worker_that_falls_is_replaced(data, troubled, store):
    importer = Importer(store, troubled)
    with pytest.raises(errors.WorkerStopped):
        importer.import_file(data, "x", today=TODAY)
    assert store.blobs == {}
    assert importer.import_file(corpus.photo(), "x", today=TODAY).sheets


def test_a_worker_that_ended_between_two_files_is_replaced(store):
    with Pool(1) as pool:
        importer = Importer(store, pool)
        importer.import_file(corpus.photo(), "x", today=TODAY)
        (idle,) = processes_of(pool)
        psutil.Process(idle).kill()
        psutil.Process(idle).wait(10)
        assert importer.import_file(corpus.photo(), "x", today=TODAY).sheets
        assert processes_of(pool) != {idle}


def test_cancelling_ends_a_job_that_runs(troubled, store):
    importer = Importer(store, troubled)
    threading.Timer(1.0, troubled.cancel).start()
    start = time.monotonic()
    with pytest.raises(errors.Cancelled):
        importer.import_file(HANGS, "x", today=TODAY)
    assert time.monotonic() - start < 30
    with pytest.raises(errors.Cancelled):
        importer.import_file(corpus.photo(), "x", today=TODAY)


def test_no_worker_outlives_its_pool(store):
    with Pool(2) as pool:
        Importer(store, pool).import_file(corpus.photo(), "x", today=TODAY)
        started = processes_of(pool)
        assert started
    assert not any(psutil.pid_exists(pid) for pid in started)


def test_a_bundle_starts_itself_again(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == (sys.executable, pools.BUNDLE_ARGUMENT)


def run_python(code: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.DEVNULL, timeout=60, check=False
    ).returncode


def test_memory_is_bounded():
    hungry = """
import time
from core.exhibits.confine import Watch, confine
confine(600_000_000)
Watch(600_000_000)
kept = [b"x" * 100_000_000 for _part in range(12)]
time.sleep(1)
"""
    assert run_python(hungry) != 0
    assert run_python(hungry.replace("range(12)", "range(2)")) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of this kind")
def test_a_worker_writes_no_file(tmp_path):
    code = f"""
import pathlib
from core.exhibits.confine import confine
confine(10**9)
pathlib.Path({str(tmp_path / "written")!r}).write_bytes(b"x")
"""
    assert run_python(code) != 0
    assert run_python(code.replace("confine(10**9)", "")) == 0


def test_a_forgotten_job_ends_its_worker():
    ended: list[int] = []
    over = threading.Event()

    def end(code: int) -> None:
        ended.append(code)
        over.set()

    watch = confine.Watch(10**12, end)
    watch.begin(60)
    watch.finish()
    watch.begin(0.05)
    assert over.wait(10)
    assert ended == [confine.OVERDRAWN]


MESSAGES = st.one_of(
    st.builds(Clean, kind=st.sampled_from(Format), limits=st.just(Limits(pixels=7))),
    st.builds(
        Draw,
        sheet=st.builds(
            Sheet,
            blob=st.just("0" * 64),
            turn=st.integers(0, 3),
            crop=st.none() | st.just(Region(left=1, top=2, width=3, height=4)),
        ),
        pixels=st.integers(1, 9000),
    ),
    st.builds(Compose, sheets=st.just(()), blobs=st.just(("0" * 64,))),
    st.builds(Done, found=st.builds(Found, camera_dates=st.tuples(st.text(max_size=30)))),
    st.builds(Refused, failure=st.sampled_from(Failure)),
)


@given(st.lists(st.tuples(MESSAGES, st.lists(st.binary(max_size=50), max_size=3).map(tuple)), max_size=4))
def test_what_is_sent_is_received(frames):
    stream = io.BytesIO()
    for message, parts in frames:
        send(stream, message, parts)
    stream.seek(0)
    assert [receive(stream) for _frame in frames] == frames
    assert receive(stream) is None


@given(st.data(), MESSAGES, st.binary(min_size=1, max_size=50))
def test_a_frame_that_is_cut_or_changed_is_known(data, message, part):
    stream = io.BytesIO()
    send(stream, message, (part,))
    whole = stream.getvalue()
    cut = data.draw(st.integers(1, len(whole) - 1))
    with pytest.raises(BrokenFrame):
        receive(io.BytesIO(whole[:cut]))
    with pytest.raises(BrokenFrame):
        receive(io.BytesIO(b"\xff" * 8 + whole[8:]))


@pytest.mark.parametrize("command", [worker_command(), (sys.executable, "main.py", pools.BUNDLE_ARGUMENT)])
def test_both_ways_to_start_a_worker_answer_on_their_pipes(command):
    stream = io.BytesIO()
    send(stream, Clean(kind=Format.PNG, limits=Limits()), (corpus.png_with_text(),))
    answer = subprocess.run(
        command, input=stream.getvalue(), stdout=subprocess.PIPE, cwd=ROOT, check=True, timeout=60
    )
    frame = receive(io.BytesIO(answer.stdout))
    assert frame is not None
    message, parts = frame
    assert isinstance(message, Done)
    assert message.sizes == ((600, 800),)
    assert parts[0].startswith(b"\xff\xd8")
