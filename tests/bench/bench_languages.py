"""The other languages: their starts against the French one, a note in Arabic against the English one."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from core.documents.case import Case
from core.documents.note import note
from core.dossier.examples import load
from core.languages import TRANSLATED
from core.law.assessment import assess
from gui.preview.note_printer import print_note
from tests.bench.startup import start
from tests.bench.table import Row, interleaved, timed

# The note that is laid out longest among those that the limit names.
NOTE = "ar"
RUNS = 9


def measure() -> list[Row]:
    """Two rows of medians; the first run of each side warms what is read from the disk and is left out."""
    codes = ("fr", *(one.code for one in TRANSLATED))
    with tempfile.TemporaryDirectory() as folder:
        rounds = [{code: start("ours", Path(folder), code)[0] for code in codes} for _ in range(RUNS + 1)]
    starts = {code: [each[code] for each in rounds] for code in codes}
    slowest = max(codes[1:], key=lambda code: statistics.median(starts[code][1:]))
    told = load("cergy")
    case = Case(told.dossier, assess(told.dossier, told.day), told.day)
    printed, english = interleaved(lambda: _note(case, NOTE), lambda: _note(case, "en"), RUNS + 1)
    return [
        _row(f"start-up in {slowest}, the slowest, against French", starts[slowest], starts["fr"]),
        _row(f"note in {NOTE} against English", printed, english),
    ]


def _note(case: Case, language: str) -> float:
    return timed(lambda: print_note(note(case, language), note(case, "fr")))


def _row(name: str, ours: list[float], baseline: list[float]) -> Row:
    return Row.of(name, statistics.median(ours[1:]), statistics.median(baseline[1:]), "s")
