"""A language of another script: its start against the French one, its note against the English one."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from core.documents.case import Case
from core.documents.note import note
from core.dossier.examples import load
from core.law.assessment import assess
from gui.preview.note_printer import print_note
from tests.bench.startup import start
from tests.bench.table import Row, interleaved, timed

# Of the languages that were measured, this one takes longest.
LANGUAGE = "ar"
RUNS = 9


def measure() -> list[Row]:
    """Two rows of medians; the first run of each side warms what is read from the disk and is left out."""
    with tempfile.TemporaryDirectory() as folder:
        theirs, french = interleaved(
            lambda: start("ours", Path(folder), LANGUAGE)[0],
            lambda: start("ours", Path(folder))[0],
            RUNS + 1,
        )
    told = load("cergy")
    case = Case(told.dossier, assess(told.dossier, told.day), told.day)
    printed, english = interleaved(lambda: _note(case, LANGUAGE), lambda: _note(case, "en"), RUNS + 1)
    return [
        _row(f"start-up in {LANGUAGE} against French", theirs, french),
        _row(f"note in {LANGUAGE} against English", printed, english),
    ]


def _note(case: Case, language: str) -> float:
    return timed(lambda: print_note(note(case, language), note(case, "fr")))


def _row(name: str, ours: list[float], baseline: list[float]) -> Row:
    return Row.of(name, statistics.median(ours[1:]), statistics.median(baseline[1:]), "s")
