"""Code that nothing uses: `python -m tests.dead_code [--tests-do-not-count]`.

vulture finds names that are defined and never read. What it cannot know is left out here: the fields of
records and the members of enumerations (they are forms of data, read by name from files), and what Qt or
pytest call by themselves. With `--tests-do-not-count`, what only its own test uses is listed too: worth a
look when reviewing, not an error, since a part may be built before the part that calls it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("core", "gui", "main.py", "dev.py")
# Methods of our subclasses that Qt and reportlab call.
CALLED_BY_LIBRARIES = (
    "*Event", "eventFilter", "event", "sizeHint", "minimumSizeHint", "heightForWidth", "hasHeightForWidth",
    "paint", "rowCount", "columnCount", "data", "headerData", "flags", "roleNames", "filterAcceptsRow",
    "lessThan", "validate", "wrap", "draw", "split", "fixup", "focusNextPrevChild", "hitButton",
    "addItem", "expandingDirections",
)  # fmt: skip
FIXTURES = ("@pytest.fixture*",)


def unused(paths: Sequence[Path]) -> Iterator[tuple[Path, int, str]]:
    """What nothing in `paths` uses, as (file, line, what)."""
    finder = Vulture(ignore_names=list(CALLED_BY_LIBRARIES), ignore_decorators=list(FIXTURES))
    finder.scavenge([str(path) for path in paths])
    fields: dict[Path, frozenset[int]] = {}
    for item in finder.get_unused_code(min_confidence=60):
        file = Path(item.filename)
        if file not in fields:
            fields[file] = field_lines(file.read_text(encoding="utf-8"))
        if item.typ == "variable" and item.first_lineno in fields[file]:
            continue
        # An attribute set on another library's object, or an argument that a signature asks for.
        if item.typ == "attribute" or (item.typ == "variable" and item.confidence == 100):
            continue
        yield file, item.first_lineno, f"unused {item.typ} {item.name}"


def field_lines(source: str) -> frozenset[int]:
    """The lines of a module on which a class declares a field or a member."""
    return frozenset(
        statement.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
    )


def main(arguments: Sequence[str]) -> int:
    """Print what is unused in the program; returns 1 where there is something."""
    program = [ROOT / name for name in PROGRAM]
    users = program if "--tests-do-not-count" in arguments else [*program, ROOT / "tests"]
    found = sorted(set(unused(users)))
    for file, line, what in found:
        print(f"{file.relative_to(ROOT).as_posix()}:{line}: {what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
