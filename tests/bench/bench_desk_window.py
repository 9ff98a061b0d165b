"""The desk of ten thousand dossiers in the real window, against its aims: 0.5 s to the list, 30 ms a key."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.bench_storage import MANY, fill_desk
from tests.bench.table import Row
from tests.isolation import isolated_environment

ROOT = Path(__file__).resolve().parents[2]


def measure() -> list[Row]:
    """One process of its own, on a folder of its own: what it does to Qt stays there."""
    with tempfile.TemporaryDirectory() as folder:
        fill_desk(Path(folder), MANY)
        # The index alone is measured: a folder that is not there keeps its lines.
        (Path(folder) / "files").rmdir()
        environment = {**os.environ, **isolated_environment(Path(folder) / "machine")}
        command = [sys.executable, "-m", "tests.bench.desk_window_child", folder]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, env=environment)
    found = json.loads(done.stdout.splitlines()[-1])
    return [
        Row.of("desk window of 10000: passphrase to painted list / aim", found["usable"], 500, "ms"),
        Row.of("desk window of 10000: slowest key to painted list / aim", found["key"], 30, "ms"),
        Row.of("desk window of 10000: memory / aim", found["memory"], 150, "MB"),
    ]
