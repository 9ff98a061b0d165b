"""A whole run at the keyboard: the longest wait that the window ever causes; changing the language.

The baselines are the limits we set ourselves, not another program.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.environment import program_environment
from tests.bench.table import Row

ROOT = Path(__file__).resolve().parents[2]
# What a person does not notice, and what they still call at once.
LIMIT_MS, SWITCH_MS = 50.0, 300.0
RUNS = 3


def measure() -> list[Row]:
    """Two rows; the best of a few runs for the pause, since other programs pause the window too."""
    with tempfile.TemporaryDirectory() as folder:
        # The first one compiles the modules; that is no pause of the window.
        runs = [take("fa_AF", Path(folder), number) for number in range(RUNS + 1)][1:]
    best = min(runs, key=lambda run: float(run["pauses"][0][0]))
    for pause, where in best["pauses"][:5]:
        print(f"bench: {pause:.0f} ms at {where}", file=sys.stderr)
    switches = [time for run in runs for time in run["switch"]]
    return [
        Row.of(
            "longest pause of the window in a whole run, against the limit",
            best["pauses"][0][0],
            LIMIT_MS,
            "ms",
        ),
        Row.of(
            "another language shown (median), against the limit", statistics.median(switches), SWITCH_MS, "ms"
        ),
        Row.of("another language shown (slowest), against the limit", max(switches), SWITCH_MS, "ms"),
    ]


def take(language: str, folder: Path, number: int) -> dict[str, Any]:
    """One run in a process and folders of its own."""
    own = folder / str(number)
    own.mkdir()
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.run_child", str(own), language],
        cwd=ROOT,
        env=program_environment(own, folder / "compiled"),
        stdout=subprocess.PIPE,
        check=True,
        timeout=600,
    )
    values: dict[str, Any] = json.loads(answer.stdout)
    return values
