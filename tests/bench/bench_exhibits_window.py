"""The window while 30 photos of 12 megapixels come in: how long it ever keeps somebody waiting.

Its own process, with the real window on the page of the exhibits: from the drop to the last line of the list
and the last small picture. The baseline is the limit we set ourselves, not another program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.bench_exhibits import PICTURES, SIZE
from tests.bench.table import Row
from tests.isolation import isolated_environment

ROOT = Path(__file__).resolve().parents[2]
# What a person does not notice.
LIMIT_MS = 50.0
RUNS = 3


def measure() -> list[Row]:
    """Two rows: the longest pause, the best of a few runs since other programs pause the window too."""
    with tempfile.TemporaryDirectory() as folder:
        pictures = Path(folder) / "pictures"
        different_photos(pictures)
        runs = [take(pictures, Path(folder) / str(run)) for run in range(RUNS)]
    return [
        Row.of(
            f"longest pause of the window, {PICTURES} photos, against the limit",
            min(run["coming_in"] for run in runs),
            LIMIT_MS,
            "ms",
        ),
        Row.of(
            f"longest pause of the window, {PICTURES} new lines shown, against the limit",
            min(run["showing"] for run in runs),
            LIMIT_MS,
            "ms",
        ),
    ]


def different_photos(folder: Path) -> None:
    """Photos that differ in what they show: the list would take equal ones only once."""
    from PIL import Image

    folder.mkdir()
    grain = Image.effect_noise(SIZE, 18).convert("RGB")
    for number in range(PICTURES):
        grain.paste((8 * number, 80, 120), (0, 0, SIZE[0], 400))
        grain.save(folder / f"IMG-202611{number % 28 + 1:02}-WA{number:04}.jpg", quality=88)


def take(pictures: Path, folder: Path) -> dict[str, float]:
    """Run one window; returns its longest pauses in milliseconds."""
    folder.mkdir()
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.exhibits_window_child", str(pictures), str(folder)],
        cwd=ROOT,
        env={**os.environ, **isolated_environment(folder), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        check=True,
        timeout=300,
    )
    pauses: dict[str, float] = json.loads(answer.stdout)
    return pauses
