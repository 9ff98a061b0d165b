"""The answers that made a sentence: from the paths that a document names to questions that can be changed."""

from __future__ import annotations

from core.dossier import paths
from core.dossier.model import Dossier
from core.interview.flow import relevant
from core.interview.review import Line, review


def answers_behind(facts: tuple[str, ...], dossier: Dossier) -> tuple[Line, ...]:
    """The questions behind these facts, as the review page shows them, in the order of the interview.

    `facts` are paths: an answer, a part of the dossier, a list or one of its items (`attempts[0]`).
    """
    counted = relevant(dossier)
    lines = [line for section in review(dossier) for line in section.lines]
    return tuple(line for line in lines if any(_is_behind(line, fact, counted) for fact in facts))


def _is_behind(line: Line, fact: str, dossier: Dossier) -> bool:
    path, bracket, rest = fact.partition("[")
    if not (f"{line.path}.".startswith(f"{path}.") or f"{path}.".startswith(f"{line.path}.")):
        return False
    if not bracket or line.item is None:
        return True
    items = paths.get(dossier, path)
    index = int(rest.partition("]")[0])
    return index < len(items) and items[index].id == line.item
