"""An environment in which a program finds no folder, dossier or setting of whoever runs it."""

from __future__ import annotations

import os
from pathlib import Path

# The known folders that platformdirs asks Windows for: there no environment variable names them but these.
WINDOWS_FOLDERS = {
    "APPDATA": "WIN_PD_OVERRIDE_APPDATA",
    "LOCALAPPDATA": "WIN_PD_OVERRIDE_LOCAL_APPDATA",
    "PROGRAMDATA": "WIN_PD_OVERRIDE_COMMON_APPDATA",
}


def isolated_environment(folder: Path) -> dict[str, str]:
    """The variables that keep a program inside `folder`, whose subfolders are made here.

    Covers what Python, platformdirs and Qt read on Linux, macOS and Windows. Qt draws into memory unless
    the caller's own environment names a platform.
    """
    home = folder / "home"
    places = {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_RUNTIME_DIR": folder / "runtime",
        "XDG_DOCUMENTS_DIR": home / "Documents",
        "APPDATA": home / "AppData" / "Roaming",
        "LOCALAPPDATA": home / "AppData" / "Local",
        "PROGRAMDATA": home / "ProgramData",
        "TMPDIR": folder / "temporary",
        "TEMP": folder / "temporary",
        "TMP": folder / "temporary",
    }
    for place in places.values():
        # Qt refuses a runtime folder that others may read.
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    variables = {name: str(place) for name, place in places.items()}
    variables |= {override: variables[name] for name, override in WINDOWS_FOLDERS.items()}
    variables["WIN_PD_OVERRIDE_PERSONAL"] = str(places["XDG_DOCUMENTS_DIR"])
    variables["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return variables
