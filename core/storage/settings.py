"""How the window was set last: its language and the size of its text. Kept where the program may keep things.

Nothing of it speaks of a dossier. On a shared computer nothing is kept, and every start begins anew.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import NamedTuple

from core.storage.files import write_file
from core.storage.places import Places

logger = logging.getLogger(__name__)


class Settings(NamedTuple):
    """`language` is a code of `core.languages`, None before anybody chose; `text_size` is 1.0 to 2.0."""

    language: str | None = None
    text_size: float = 1.0


def load(places: Places) -> Settings:
    """What was kept on this computer; the first settings where nothing was, or where it cannot be read."""
    file = _file(places)
    if file is None:
        return Settings()
    try:
        kept = json.loads(file.read_bytes())
        language = kept["language"]
        return Settings(None if language is None else str(language), float(kept["text_size"]))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, KeyError, TypeError) as error:
        logger.warning("the settings of the window cannot be read (%s)", type(error).__name__)
        return Settings()


def save(places: Places, settings: Settings) -> None:
    """Keep the settings for the next start, never on a shared computer. Raises `OSError`."""
    file = _file(places)
    if file is None:
        return
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_file(file, json.dumps(settings._asdict()).encode())


def forget(places: Places) -> None:
    """Leave nothing of it on this computer. Raises `OSError`."""
    file = _file(places)
    if file is not None:
        file.unlink(missing_ok=True)


def _file(places: Places) -> Path | None:
    return None if places.data is None else places.data / "window.json"
