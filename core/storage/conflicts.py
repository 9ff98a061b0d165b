"""Copies that a synchroniser makes when two seats changed a dossier: recognised, compared, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.dossier import paths
from core.dossier.model import Dossier
from core.storage.driver import known_errors
from core.storage.errors import DossierInUse
from core.storage.open_files import is_open_here

# Syncthing:  x.sync-conflict-20261123-091500-ABCDEFG.dossier
# Nextcloud:  x (conflicted copy 2026-11-23 091500).dossier, with the user's name before the date in some
#             versions, and in the language of the computer; _conflict-20261123-091500 in older ones.
_COPY = (
    re.compile(r"(?P<stem>.+)\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?"),
    re.compile(
        r"(?P<stem>.+) \([^()]*\b(conflicted copy|copie en conflit|copie conflictuelle)\b[^()]*\)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<stem>.+)_conflict-\d{8}-\d{6}"),
)


@dataclass(frozen=True)
class Difference:
    """One answer that two copies give differently; None where it is not given."""

    path: str
    first: Any
    second: Any


def original_of(path: Path) -> Path | None:
    """The dossier of which this file is a conflicting copy, by its name; None where it is none.

    A copy of a copy leads to the same original.
    """
    stem = path.stem
    while match := next((m for m in (p.fullmatch(stem) for p in _COPY) if m), None):
        stem = match["stem"]
    return None if stem == path.stem else path.with_name(stem + path.suffix)


def differences(first: Dossier, second: Dossier) -> tuple[Difference, ...]:
    """Every answer in which two copies differ, in the order of the interview. List items by their place."""
    left, right = dict(paths.leaves(first)), dict(paths.leaves(second))
    return tuple(
        Difference(path, left.get(path), right.get(path))
        for path in dict.fromkeys((*left, *right))
        if left.get(path) != right.get(path)
    )


def settle(kept: Path, others: Iterable[Path], original: Path) -> list[Path]:
    """Give the copy that the person chose the dossier's name; the others stay beside it under new names.

    Returns where the others are now. Raises `DossierInUse` where one of the files is open, `ReadOnlyPlace`…
    """
    others = [other for other in others if other != kept]
    for path in (kept, original, *others):
        if is_open_here(path):
            raise DossierInUse
    moved: list[Path] = []
    with known_errors(original.parent):
        for other in others:
            target = _set_aside(original)
            other.rename(target)
            moved.append(target)
        if kept != original:
            if original.exists():
                moved.append(original.rename(_set_aside(original)))
            kept.rename(original)
    return moved


def _set_aside(original: Path) -> Path:
    number = 1
    while True:
        # Not a name that a synchroniser gives: the desk lists it as a dossier of its own until it is erased.
        candidate = original.with_name(f"{original.stem} (autre version {number}){original.suffix}")
        if not candidate.exists():
            return candidate
        number += 1
