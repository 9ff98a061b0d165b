"""Whose computer this is: asked first, because all that may be kept follows from it."""

from __future__ import annotations

import json
import logging
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from core.storage.files import write_file
from core.storage.places import Places

logger = logging.getLogger(__name__)


class Computer(StrEnum):
    """Who else uses this computer."""

    PRIVATE = "private"
    SHARED = "shared"
    DESK = "desk"


class Answer(NamedTuple):
    """What was answered; `folders` are those of the desk's dossiers, none elsewhere."""

    computer: Computer
    folders: tuple[Path, ...] = ()


def remembered(places: Places) -> Answer | None:
    """What was answered on this computer; None where it was never asked, or is shared."""
    file = _file(places)
    if file is None:
        return None
    try:
        kept = json.loads(file.read_bytes())
        answer = Answer(Computer(kept["computer"]), tuple(Path(str(folder)) for folder in kept["folders"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        logger.warning("whose computer this is must be asked again (%s)", type(error).__name__)
        return None
    return None if answer.computer is Computer.SHARED else answer


def remember(places: Places, answer: Answer) -> None:
    """Keep the answer for the next start, never on a shared computer. Raises `OSError`."""
    file = _file(places)
    if file is None or answer.computer is Computer.SHARED:
        return
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = {"computer": answer.computer, "folders": [str(folder) for folder in answer.folders]}
    write_file(file, json.dumps(kept).encode())


def forget(places: Places) -> None:
    """Ask again at the next start. Raises `OSError`."""
    file = _file(places)
    if file is not None:
        file.unlink(missing_ok=True)


def _file(places: Places) -> Path | None:
    return None if places.data is None else places.data / "computer.json"
