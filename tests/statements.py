"""Everything the law module was heard to say, with what it rests on: `python -m tests.statements`.

`python -m tests.statements --write` writes docs/statements.md. The page is for jurists, who can read every
sentence beside its sources; and a changed sentence or source shows in its diff.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from core.dossier.model import Dossier
from core.i18n import Message
from core.law.action_plan import action_plan
from core.law.assessment import assess
from core.law.measure import proposed_measure
from core.law.model import ConditionId, Reason, Step
from core.law.sources import source
from tests.law import (
    test_action_plan,
    test_conditions,
    test_contradictions,
    test_deadlines,
    test_measure,
    test_obstacle,
    test_triage,
    test_usefulness,
)
from tests.law.cases import cases
from tests.law.stories import ON, WITHOUT_ATTESTATION, YOUNG, first, renewal

PAGE = Path(__file__).parents[1] / "docs" / "statements.md"
MODULES = (
    test_triage, test_conditions, test_usefulness, test_obstacle, test_deadlines, test_measure,
    test_action_plan, test_contradictions,
)  # fmt: skip


def stories() -> Iterator[tuple[Dossier, date]]:
    """Every dossier that the cases and the tables of the tests tell."""
    yield Dossier(), ON
    yield first({"request.title": "metiers_tension"}), date(2027, 1, 1)
    for case in cases().values():
        yield case.dossier(), case.on
    for module in MODULES:
        for changes in told_changes(module):
            yield renewal(changes), ON
            yield first(changes), ON


# What the tests of these tables add to each row.
ADDED: dict[str, dict[str, Any]] = {
    "test_usefulness_of_an_earlier_date": test_usefulness.TOO_LATE,
    "test_usefulness_of_the_document_due_meanwhile": WITHOUT_ATTESTATION,
    "test_which_document_is_due": WITHOUT_ATTESTATION,
    "test_reminders_count_where_a_form_is_sent_once": test_usefulness.FORM,
    "test_the_nineteenth_birthday": YOUNG,
}


def told_changes(module: ModuleType) -> Iterator[dict[str, Any]]:
    """The answers that the tables of a test module change."""
    for function in vars(module).values():
        for mark in getattr(function, "pytestmark", ()):
            names = [name.strip() for name in mark.args[0].split(",")] if isinstance(mark.args[0], str) else (
                list(mark.args[0])
            )  # fmt: skip
            if mark.name == "parametrize" and "changes" in names:
                for row in mark.args[1]:
                    changes = row if len(names) == 1 else row[names.index("changes")]
                    yield {**ADDED.get(function.__name__, {}), **changes}


def statements() -> dict[str, set[str]]:
    """What was said under each heading, each thing once."""
    said: dict[str, set[str]] = {}

    def note(heading: str, *texts: str) -> None:
        said.setdefault(heading, set()).update(texts)

    for dossier, on in stories():
        answer = assess(dossier, on)
        route = f"Route {answer.route.value}"
        note(route, *map(reason_text, answer.route_reasons))
        if answer.route.value not in ("file", "strengthen"):
            note(f"{route}, what to do", *map(step_text, answer.next_steps))
        for found in answer.conditions:
            note(f"Condition {found.id.value}", *map(reason_text, found.reasons))
            note(f"Condition {found.id.value}, what to do", *map(step_text, found.next_steps))
        note("Days that matter", *(
            entry(day.label, day.id, day.sources, ()) for day in answer.deadlines
        ))  # fmt: skip
        note("Contradictions", *(entry(c.text, None, (), c.facts) for c in answer.contradictions))
        note("Measure", *map(reason_text, proposed_measure(dossier, on).reasons))
        note("Plan", *map(step_text, action_plan(dossier, on)))
    return said


def reason_text(reason: Reason) -> str:
    """A reason as the page shows it."""
    return entry(reason.plain, reason.dense, reason.sources, reason.facts)


def step_text(step: Step) -> str:
    """A step as the page shows it; of its day, only that there is one."""
    text = entry(step.text, None, step.sources, step.facts)
    return text if step.by is None else f"{text}\n  - With a day"


def entry(text: Message, more: Message | str | None, sources: tuple[str, ...], facts: tuple[str, ...]) -> str:
    """A sentence with its placeholders, the denser one, its sources and its answers."""
    lines = [f"- {text.msgid}"]
    if more is not None:
        lines.append(f"  - {more.msgid if isinstance(more, Message) else more}")
    if sources:
        lines.append(f"  - Source: {'; '.join(source(ident).citation for ident in sources)}")
    if facts:
        lines.append(f"  - Answers: {', '.join(f'`{fact}`' for fact in facts)}")
    return "\n".join(lines)


def page() -> str:
    """The whole page."""
    said = statements()
    order = [f"Condition {ident.value}" for ident in ConditionId]
    lines = [
        "# What the program says, and on what it rests",
        "",
        "Made by `python -m tests.statements --write` from the cases and the tables of the tests; do not",
        "edit. Under each sentence: the denser one for volunteers, its sources, the answers it comes from.",
    ]
    for heading in sorted(said, key=lambda name: (name.split(",")[0] in order, name)):
        if said[heading]:
            lines += ["", f"## {heading}", "", *sorted(said[heading])]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Print the page, or write it with `--write`."""
    if "--write" in arguments:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
    else:
        print(page(), end="")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
