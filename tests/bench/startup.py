"""Start-up: time to the first painted window and peak memory, against a bare PySide6 window."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.bench.environment import program_environment
from tests.bench.table import Row

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9
MEGABYTE = 1_000_000


def measure() -> list[Row]:
    """Two rows, of medians over interleaved runs; the first pair warms the disk's cache and is left out."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(start("ours", Path(folder)), start("bare", Path(folder))) for _run in range(RUNS + 1)][1:]
    ours, bare = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return [
        Row.of(
            "start-up to the first painted window",
            statistics.median(seconds for seconds, _memory in ours),
            statistics.median(seconds for seconds, _memory in bare),
            "s",
        ),
        Row.of(
            "peak memory at the first painted window",
            statistics.median(memory for _seconds, memory in ours) / MEGABYTE,
            statistics.median(memory for _seconds, memory in bare) / MEGABYTE,
            "MB",
        ),
    ]


def start(kind: str, folder: Path, language: str = "fr") -> tuple[float, float]:
    """Start one window in a process of its own; returns seconds from before the start, and peak bytes.

    `language` is that of the system.
    """
    begun = perf_counter()
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.startup_child", kind, language],
        cwd=ROOT,
        env=program_environment(folder, folder / "compiled"),
        stdout=subprocess.PIPE,
        check=True,
        timeout=120,
    )
    # The child's clock is ours: perf_counter counts from the same moment in every process of a machine.
    values = json.loads(answer.stdout)
    return values["painted"] - begun, values["peak"]
