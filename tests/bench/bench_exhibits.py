"""Taking 30 photos of 12 megapixels into a dossier, against plain Pillow on all processors.

The baseline does what the pictures need and nothing for safety: decode, scale to paper size, encode, in
threads (Pillow lets go of Python's lock). Ours adds the processes, the pipes and the checks. The memory rows
compare 30 pictures with 6: it must not grow with their number.
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import psutil

from core.exhibits.blobs import MemoryBlobs
from core.exhibits.confine import NICENESS
from core.exhibits.images import LONG_SIDE, PHOTO_QUALITY, SHORT_SIDE
from core.exhibits.importer import Importer
from core.exhibits.pool import Pool
from tests.bench.table import Row, interleaved, timed

PICTURES = 30
FEW = 6
RUNS = 3
SIZE = (4000, 3000)
MEGABYTE = 1_000_000


def measure() -> list[Row]:
    """Three rows: the time, and the peak memory of all workers and of the program."""
    with tempfile.TemporaryDirectory() as folder:
        paths = photos(Path(folder))
        ours, baseline = interleaved(
            lambda: timed(lambda: take(paths)), lambda: timed(lambda: plain(paths)), RUNS
        )
        workers, program = peaks(paths)
        few_workers, few_program = peaks(paths[:FEW])
    return [
        Row.of(
            f"taking {PICTURES} photos of 12 Mpx, against plain Pillow",
            statistics.median(ours),
            statistics.median(baseline),
            "s",
        ),
        Row.of(f"memory of the workers, {PICTURES} photos against {FEW}", workers, few_workers, "MB"),
        Row.of(f"memory of the program, {PICTURES} photos against {FEW}", program, few_program, "MB"),
    ]


def photos(folder: Path) -> list[Path]:
    """Photos with the grain and the weight of a phone's (about 4 MB)."""
    from PIL import Image

    grain = Image.effect_noise(SIZE, 18)
    shades = Image.linear_gradient("L").resize(SIZE)
    picture = Image.merge("RGB", (grain, Image.blend(grain, shades, 0.5), shades))
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=88)
    paths = [folder / f"IMG_20261103_{number:06}.jpg" for number in range(PICTURES)]
    for number, path in enumerate(paths):
        # A comment makes each a file of its own.
        data = stream.getvalue()
        path.write_bytes(data[:2] + b"\xff\xfe\x00\x06" + f"{number:04}".encode() + data[2:])
    return paths


def take(paths: Sequence[Path]) -> None:
    """What the program does, the start of the workers included."""
    with Pool() as pool:
        importer = Importer(NoStore(), pool)
        for outcome in importer.import_many(paths, today=date(2026, 11, 23)):
            assert outcome.error is None


def plain(paths: Sequence[Path]) -> None:
    """Decode, scale, encode."""
    from PIL import Image

    def one(path: Path) -> int:
        with Image.open(path) as image:
            scale = min(SHORT_SIDE / image.height, LONG_SIDE / image.width)
            small = image.resize(
                (round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC
            )
        stream = io.BytesIO()
        small.save(stream, "JPEG", quality=PHOTO_QUALITY)
        return len(stream.getvalue())

    with ThreadPoolExecutor(os.cpu_count(), initializer=rank_like_a_worker) as threads:
        assert all(threads.map(one, paths))


def rank_like_a_worker() -> None:
    """Let both sides have the same share of a machine that others use too (Linux ranks single threads)."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)


class NoStore(MemoryBlobs):
    """Keeps nothing: the disk is the storage's bench."""

    def add_blob(self, data: bytes) -> str:
        """Name the bytes and forget them."""
        name = super().add_blob(data)
        self.blobs.clear()
        return name


def peaks(paths: Sequence[Path]) -> tuple[float, float]:
    """The most memory, in MB, that all workers together and the program itself held while taking `paths`."""
    this, over = psutil.Process(), threading.Event()
    most = [0.0, 0.0]

    def look() -> None:
        while not over.wait(0.02):
            sizes = []
            for child in this.children():
                try:
                    sizes.append(child.memory_info().rss)
                except psutil.NoSuchProcess:
                    continue
            most[0] = max(most[0], sum(sizes) / MEGABYTE)
            most[1] = max(most[1], this.memory_info().rss / MEGABYTE)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        take(paths)
    finally:
        over.set()
        watcher.join()
    return most[0], most[1]
