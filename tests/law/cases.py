"""Reading the cases of `tests/cases`: a situation, a day, and what the law is expected to make of it.

name: what the situation is          decision, docket: the real decision, where there is one
on: the day of the assessment        judge: how the real case ended
right: the remedy that was right     l521-3, other, or none (nothing to ask)
lost_on: the condition on which a rejected request was lost, where it is known
base: a complete story of `_bases.yaml` that `facts` changes
facts: answers by path; items of lists get their ids from their order
assumed: what the decision does not report and the case had to suppose
expect: route, remedy, urgency_source, and the status of any condition
exception: why the program does not follow the judge, or cannot
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from core.dossier.model import Dossier

FOLDER = Path(__file__).parents[1] / "cases"
PREFIXES = {"attempts": "a", "contacts": "c", "consequences": "q", "exhibits": "e"}


class Loader(yaml.SafeLoader):
    """YAML 1.2 booleans: `on` is a word, only true and false are truth values."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


class Expectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the assessment must answer; None: the case says nothing of it."""

    route: str
    remedy: str | None = None
    urgency_source: str | None = None
    admissibility: str | None = None
    urgency: str | None = None
    usefulness: str | None = None
    no_obstacle: str | None = None
    no_serious_dispute: str | None = None
    subsidiarity: str | None = None

    def statuses(self) -> dict[str, str]:
        """The expected status by condition."""
        named = {name: getattr(self, name) for name in self.__struct_fields__[3:]}
        return {name: status for name, status in named.items() if status is not None}


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One case as it is written."""

    name: str
    on: date
    facts: dict[str, Any]
    expect: Expectation
    why: str
    decision: str | None = None
    docket: str | None = None
    judge: str | None = None
    right: str | None = None
    lost_on: str | None = None
    base: str | None = None
    assumed: tuple[str, ...] = ()
    exception: str | None = None

    def dossier(self) -> Dossier:
        """The dossier that the facts make."""
        base = bases()[self.base] if self.base else {}
        return dossier_of({**base, **self.facts})


@dataclass(frozen=True)
class LeftOut:
    """A decision of the collection that makes no case."""

    decision: str
    why: str


def dossier_of(facts: dict[str, Any]) -> Dossier:
    """A dossier from answers by path."""
    tree: dict[str, Any] = {}
    for path, value in facts.items():
        if path in PREFIXES:
            value = [{"id": f"{PREFIXES[path]}{n}", **item} for n, item in enumerate(value, start=1)]
        *parents, leaf = path.split(".")
        place = tree
        for name in parents:
            place = place.setdefault(name, {})
        # A base is shared: a later path may change a part of what it holds.
        place[leaf] = deepcopy(value)
    return msgspec.convert(tree, Dossier)


@cache
def bases() -> dict[str, dict[str, Any]]:
    """The complete stories, by name."""
    loaded: dict[str, dict[str, Any]] = _read(FOLDER / "_bases.yaml")
    return loaded


@cache
def cases() -> dict[str, Case]:
    """Every case by the name of its file."""
    return {path.stem: msgspec.convert(_read(path), Case) for path in sorted(FOLDER.glob("[!_]*.yaml"))}


@cache
def left_out() -> tuple[LeftOut, ...]:
    """The decisions that make no case, with the reason."""
    groups = _read(FOLDER / "_left_out.yaml")
    return tuple(LeftOut(ident, group["why"]) for group in groups for ident in group["decisions"])


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader)
