"""How the assessment agrees with real decisions: `python -m tests.agreement` prints it.

`python -m tests.agreement --write` writes it to docs/agreement.md.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.law.assessment import assess
from core.law.model import Assessment, ConditionId, Route, Status
from tests.law.cases import Case, cases, left_out

PAGE = Path(__file__).parents[1] / "docs" / "agreement.md"

GRANTED = {"granted", "partly_granted"}
L521_3 = {Route.FILE, Route.STRENGTHEN}


class Verdict(StrEnum):
    """How the program's answer compares with what happened."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True)
class Line:
    """One decision, what the judge did, what the program says, and whether the two agree."""

    ident: str
    case: Case
    answer: Assessment
    verdict: Verdict
    note: str


def lines() -> tuple[Line, ...]:
    """Every real decision that is a case, in the order of the files."""
    return tuple(
        Line(ident, case, answer, *compare(case, answer))
        for ident, case in cases().items()
        if case.decision
        for answer in [assess(case.dossier(), case.on)]
    )


def compare(case: Case, answer: Assessment) -> tuple[Verdict, str]:
    """Whether the program would have served the person as the judge's decision shows.

    A granted request of L. 521-3 must be `file` or `strengthen`; a lost one must not be `file`, and where
    the ground is known the program must have named it; for the rest, another way than L. 521-3.
    """
    ours = answer.route in L521_3
    if case.judge == "not_reported" and case.right == "l521-3":
        return Verdict.NOT_COMPARED, "the outcome is not reported"
    if case.right == "l521-3" and case.judge == "rejected":
        return _lost(case, answer)
    if case.right == "l521-3":
        return (Verdict.AGREES if ours else Verdict.DISAGREES), ""
    return (Verdict.DISAGREES if ours else Verdict.AGREES), ""


def _lost(case: Case, answer: Assessment) -> tuple[Verdict, str]:
    if answer.route is Route.FILE:
        return Verdict.DISAGREES, "would have let the person file"
    if case.lost_on is None:
        return Verdict.AGREES, "ground not known; not ready"
    status = answer.condition(ConditionId(case.lost_on)).status
    if status is Status.MET:
        return Verdict.DISAGREES, f"did not name {case.lost_on}"
    return Verdict.AGREES, f"named {case.lost_on} ({status.value})"


def table() -> Iterator[str]:
    """The page, line by line."""
    found = lines()
    counted = Counter(line.verdict for line in found)
    granted = [line for line in found if line.case.right == "l521-3" and line.case.judge in GRANTED]
    kept = sum(line.answer.route in L521_3 for line in granted)
    lost = [line for line in found if line.case.right == "l521-3" and line.case.judge == "rejected"]
    named = sum(line.note.startswith("named") for line in lost)
    yield "# Agreement with real decisions"
    yield ""
    yield "Made by `python -m tests.agreement --write` from `tests/cases`; do not edit. Each line assesses"
    yield "the facts that a decision reports, on the day of the request, and compares the answer with what"
    yield "happened. Small, selected and partly second-hand: this shows that the rules follow the decisions,"
    yield "and is no probability of success."
    yield ""
    every = len(found) + len(left_out())
    yield f"- Decisions compared: {len(found)} of {every}; the others are listed below."
    yield f"- Requests of L. 521-3 that were granted: {len(granted)}; route `file` or `strengthen`: {kept}."
    yield f"- Requests of L. 521-3 that were rejected: {len(lost)}; never `file`; ground named: {named}."
    yield "- " + ", ".join(f"{verdict.value}: {counted[verdict]}" for verdict in Verdict) + "."
    yield ""
    yield "| decision | situation | judge | right way | program | result |"
    yield "|---|---|---|---|---|---|"
    for line in found:
        remedy = f" ({line.answer.remedy.value})" if line.answer.remedy else ""
        note = f": {line.note}" if line.note else ""
        yield (
            f"| {line.case.docket} | {line.case.name} | {line.case.judge} | {line.case.right} "
            f"| {line.answer.route.value}{remedy} | {line.verdict.value}{note} |"
        )
    yield ""
    yield "## Where the two differ, and why"
    for line in found:
        if line.case.exception:
            yield ""
            yield f"**{line.case.docket}** ({line.verdict.value}). {line.case.why} {line.case.exception}"
    yield ""
    yield "## Suppositions"
    yield ""
    yield "What a decision does not report and its case had to suppose."
    yield ""
    for line in found:
        if line.case.assumed:
            yield f"- {line.case.docket}: {'; '.join(line.case.assumed)}."
    yield ""
    yield "## Decisions that make no case"
    yield ""
    for entry in left_out():
        yield f"- `{entry.decision}`: {entry.why}."


def page() -> str:
    """The whole page."""
    return "\n".join(table()) + "\n"


def main(arguments: list[str]) -> int:
    """Print the page, or write it with `--write`; 1 where a disagreement has no explanation."""
    if "--write" in arguments:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    else:
        print(page(), end="")
    return 1 if unexplained() else 0


def unexplained() -> tuple[str, ...]:
    """The decisions on which the program differs and nobody says why."""
    return tuple(
        line.ident for line in lines() if line.verdict is Verdict.DISAGREES and not line.case.exception
    )


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
