"""The rows that benches answer, and their two forms: a table to read and JSON."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """One measure: ours and the baseline in `unit`, and `ratio` = ours / baseline (below 1: we do better)."""

    name: str
    ours: float
    baseline: float
    ratio: float
    unit: str

    @classmethod
    def of(cls, name: str, ours: float, baseline: float, unit: str) -> Row:
        """A row whose ratio follows from its values; raises ValueError for a baseline that is not above 0."""
        if baseline <= 0:
            raise ValueError(f"{name}: a baseline of {baseline} compares with nothing")
        return cls(name, ours, baseline, ours / baseline, unit)


def interleaved(
    ours: Callable[[], float], baseline: Callable[[], float], runs: int
) -> tuple[list[float], list[float]]:
    """Measure both by turns, so that a machine that slows down or warms up weighs on both alike."""
    pairs = [(ours(), baseline()) for _run in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def timed(work: Callable[[], object]) -> float:
    """The seconds that `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def p95(values: Sequence[float]) -> float:
    """The 95th percentile: 19 values of 20 lie at or below it. Needs two values or more."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1]


def as_json(rows: Iterable[Row]) -> str:
    """The rows as a JSON list of objects."""
    return json.dumps([asdict(row) for row in rows], indent=1, ensure_ascii=False)


def as_text(rows: Iterable[Row]) -> str:
    """The rows as an aligned table with a heading."""
    cells = [("name", "ours", "baseline", "ratio", "unit")]
    cells += [
        (row.name, f"{row.ours:.3f}", f"{row.baseline:.3f}", f"{row.ratio:.2f}", row.unit) for row in rows
    ]
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 4) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    )
