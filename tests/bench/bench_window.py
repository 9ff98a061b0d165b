"""The window in use: Continue to the next page painted, a key in a field, memory after a whole run.

Painting goes to memory (Qt's offscreen screen), saving to a real file. The baselines are of the same run: a
bare commit of the same dossier, a bare text field, a bare window.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.environment import program_environment
from tests.bench.table import Row

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1_000_000


def measure() -> list[Row]:
    """Three rows; each in a process of its own, since memory counts."""
    with tempfile.TemporaryDirectory() as folder:
        # The first one compiles the modules; that is no wait for a page.
        runs = enumerate(("ours", "ours", "bare"))
        _cold, ours, bare = [_child(kind, Path(folder), number) for number, kind in runs]
    return [
        Row.of("Continue to the next page painted, saved (p95)", ours["page"], bare["page"], "ms"),
        Row.of("one key in a field until painted (p95)", ours["key"], bare["key"], "ms"),
        Row.of("memory after a whole run", ours["memory"] / MEGABYTE, bare["memory"] / MEGABYTE, "MB"),
    ]


def _child(kind: str, folder: Path, number: int) -> dict[str, float]:
    own = folder / str(number)
    own.mkdir()
    answer = subprocess.run(
        [sys.executable, "-m", "tests.bench.window_child", kind, str(own)],
        cwd=ROOT,
        env=program_environment(own, folder / "compiled"),
        stdout=subprocess.PIPE,
        check=True,
        timeout=600,
    )
    values: dict[str, float] = json.loads(answer.stdout)
    return values
