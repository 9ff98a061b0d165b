"""The frame of the benches. What they measure is never tested."""

from __future__ import annotations

import json

import pytest

from tests.bench import __main__ as command
from tests.bench.table import Row, as_json, as_text, interleaved, p95, timed

ROWS = [Row.of("start-up", 0.3, 0.2, "s"), Row.of("mémoire", 90.0, 80.0, "MB")]


def test_the_ratio_is_ours_over_the_baseline():
    assert Row.of("x", 3.0, 2.0, "s") == Row(name="x", ours=3.0, baseline=2.0, ratio=1.5, unit="s")


@pytest.mark.parametrize("baseline", [0.0, -1.0])
def test_a_baseline_that_compares_with_nothing_is_refused(baseline):
    with pytest.raises(ValueError, match="start-up"):
        Row.of("start-up", 1.0, baseline, "s")


def test_both_sides_are_measured_by_turns():
    order = []

    def note(side: str) -> float:
        order.append(side)
        return float(len(order))

    assert interleaved(lambda: note("ours"), lambda: note("baseline"), 3) == ([1, 3, 5], [2, 4, 6])
    assert order == ["ours", "baseline"] * 3


def test_p95_leaves_out_one_value_of_twenty():
    assert p95([*[1.0] * 99, 1000.0]) == 1.0
    assert p95([float(value) for value in range(101)]) == 95.0


def test_timed_work_is_done_once():
    done: list[int] = []
    assert timed(lambda: done.append(1)) >= 0
    assert done == [1]


def test_the_json_form_has_the_keys_of_the_contract():
    assert json.loads(as_json(ROWS))[0] == {
        "name": "start-up",
        "ours": 0.3,
        "baseline": 0.2,
        "ratio": pytest.approx(1.5),
        "unit": "s",
    }


def test_the_table_is_aligned():
    assert as_text(ROWS).splitlines() == [
        "name        ours  baseline  ratio  unit",
        "start-up   0.300     0.200   1.50  s",
        "mémoire   90.000    80.000   1.12  MB",
    ]


@pytest.fixture
def benches(monkeypatch):
    """Two benches, of which one fails."""

    def fail() -> list[Row]:
        raise RuntimeError("the machine is on fire")

    monkeypatch.setattr(command, "find", lambda: {"good": lambda: ROWS, "bad": fail})


@pytest.mark.usefixtures("benches")
@pytest.mark.parametrize(("names", "code"), [([], 1), (["good"], 0), (["bad"], 1), (["bad", "good"], 1)])
def test_a_bench_that_fails_does_not_hide_the_others(names, code, capsys):
    assert command.main(["--json", *names]) == code
    output = capsys.readouterr()
    assert len(json.loads(output.out)) == (0 if names == ["bad"] else 2)
    assert ("the machine is on fire" in output.err) is (code == 1)


@pytest.mark.usefixtures("benches")
def test_a_name_that_is_no_bench_is_wrong_usage():
    with pytest.raises(SystemExit) as stop:
        command.main(["nothing"])
    assert stop.value.code == 2


def test_the_benches_of_the_project_are_found_and_their_helpers_are_not():
    found = command.find()
    assert "startup" in found
    assert not {"table", "startup_child", "__main__"} & found.keys()
