"""Erasing a dossier and the traces of it that the program knows, with a true list of what went."""

from __future__ import annotations

import os
from pathlib import Path

from core.i18n import Message, _
from core.storage.backups import Backups
from core.storage.driver import known_errors
from core.storage.errors import DossierInUse
from core.storage.open_files import is_open_here
from core.storage.recent import RecentDossiers


def erase_dossier(path: Path, backups: Backups, recent: RecentDossiers) -> list[str]:
    """Erase a closed dossier with its copies; returns the names of the files erased.

    What was beside it under other names that the program gives (earlier version, replaced file) goes too.
    The bytes are overwritten first: that helps on magnetic disks only, and `may_remain` says so.
    Raises `DossierInUse`, `ReadOnlyPlace`…
    """
    if is_open_here(path):
        raise DossierInUse
    erased: list[str] = []
    with known_errors(path.parent):
        for backup in backups.of(path):
            _overwrite(backup.path)
            erased.append(backup.path.name)
        backups.forget(path)
        for trace in _traces(path):
            _overwrite(trace)
            trace.unlink()
            erased.append(trace.name)
        recent.forget(path)
    return erased


def may_remain(*, printed: bool = True) -> tuple[Message, ...]:
    """What the program cannot erase, to be said on the last screen."""
    remaining = (
        _("Les documents que vous avez enregistrés ou envoyés ailleurs."),
        _("Les photos sur votre téléphone et les messages dans votre boîte mail."),
        _("Sur une clé USB ou un disque récent, un spécialiste peut parfois retrouver un fichier effacé."),
    )
    in_printer = _("Les pages dans l’imprimante et dans sa file d’attente.")
    return (in_printer, *remaining) if printed else remaining


def _traces(path: Path) -> list[Path]:
    stem, suffix = path.stem, path.suffix
    beside = [path, *(path.with_name(path.name + end) for end in ("-journal", ".lock"))]
    found = [trace for trace in beside if trace.exists()]
    for trace in path.parent.iterdir():
        name = trace.name
        ours = (
            (name.startswith(f"{stem}.v") and name[len(stem) + 2 : -len(suffix)].isdigit())
            or any(name.startswith(f"{stem} ({word} ") for word in ("remplacé", "copie"))
        ) and name.endswith(suffix)  # fmt: skip
        leftover = name.startswith(f".{path.name}.")
        if (ours or leftover) and trace.is_file():
            found.append(trace)
    return found


def _overwrite(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:  # house: direct-write (overwrites what is to be erased)
        for start in range(0, size, _BLOCK):
            file.write(bytes(min(_BLOCK, size - start)))
        file.flush()
        os.fsync(file.fileno())


_BLOCK = 1_000_000
