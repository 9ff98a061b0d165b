"""A desk with a folder of invented dossiers, and its window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool

from core.dossier import examples, paths
from core.dossier.model import Dossier
from core.storage import key
from core.storage.dossier_file import DossierFile
from core.storage.follow_up import FollowUp, write_follow_up
from core.storage.key import KeyRing

TODAY = date(2026, 11, 23)
WORDS = "lampe jardin pomme soleil"
FAMILIES = (
    "Diallo",
    "Benali",
    "Nguyễn",
    "Kaya",
    "Traoré",
    "Petrosyan",
    "Haïdari",
    "Sow",
    "Ćosić",
    "N’Guessan",
)
GIVEN = ("Aïssatou", "Mohamed", "Linh", "Élif", "Fatoumata", "Anahit", "Zahra", "Ousmane")


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown does not depend on how slowly a key is derived."""
    monkeypatch.setattr(key, "KDF_ROUNDS", 10)


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    yield
    QThreadPool.globalInstance().waitForDone(10_000)


def person(number: int) -> Dossier:
    """The story of the seed case, lived by somebody else."""
    told = examples.example("cergy" if number % 2 else "sans-preuve", TODAY)
    told = paths.put(told, "identity.family_name", FAMILIES[number % len(FAMILIES)].upper())
    told = paths.put(told, "identity.given_names", GIVEN[number % len(GIVEN)])
    return paths.put(told, "identity.foreigner_number", f"99{number:08}")


def fill(folder: Path, number: int, words: str = WORDS) -> KeyRing:
    """So many dossier files under one passphrase."""
    ring = KeyRing(words)
    for each in range(number):
        with DossierFile.create(folder / f"{each:03}.dossier", person(each), ring) as file:
            hearing = TODAY + timedelta(days=each % 60 + 1)
            write_follow_up(file, FollowUp(volunteer="Élise" if each % 3 else "Karim", hearing_on=hearing))
    return ring
