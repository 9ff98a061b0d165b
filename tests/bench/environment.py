"""The environment of a measured program: folders of its own, and modules compiled beforehand."""

from __future__ import annotations

import os
from pathlib import Path

from tests.isolation import isolated_environment


def program_environment(folder: Path, compiled: Path) -> dict[str, str]:
    """The variables of a program that is kept inside `folder`.

    An installed program has its modules compiled: so has the second run and every later one with the same
    `compiled`, whatever the caller's own environment says of it.
    """
    variables = {
        **os.environ,
        **isolated_environment(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(compiled),
    }
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    return variables
