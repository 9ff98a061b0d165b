"""The lock file beside an open dossier: it tells a second program who holds the dossier.

On one computer the real guard is SQLite's lock on the dossier itself, which a crash lets go; there the lock
file only informs. Across computers (network folder, Nextcloud, Syncthing) the lock file is all there is.
It holds the computer's name, the process number and the time: nothing about the person.
"""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from core.i18n import _, named_time
from core.storage.errors import DossierInUse
from core.storage.files import write_file

SUFFIX = ".lock"


class Holder(msgspec.Struct, frozen=True):
    """The program that holds a dossier. `since` is its computer's local time."""

    host: str
    pid: int
    since: datetime

    @property
    def is_here(self) -> bool:
        """Whether the holder runs on this computer."""
        return self.host == platform.node()

    @property
    def is_me(self) -> bool:
        """Whether the holder is this process."""
        return self.is_here and self.pid == os.getpid()


def lock_path(dossier: Path) -> Path:
    """Where the lock file of a dossier lies."""
    return dossier.with_name(dossier.name + SUFFIX)


def read_holder(dossier: Path) -> Holder | None:
    """Who says they hold the dossier; None where nobody does, or where the lock file cannot be read."""
    try:
        return msgspec.json.decode(lock_path(dossier).read_bytes(), type=Holder)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write_holder(dossier: Path) -> Holder:
    """Say that this process holds the dossier. Raises `OSError`."""
    holder = Holder(platform.node(), os.getpid(), datetime.now().astimezone().replace(microsecond=0))
    write_file(lock_path(dossier), msgspec.json.encode(holder))
    return holder


def remove_holder(dossier: Path, holder: Holder) -> None:
    """Take our lock file away, and never somebody else's."""
    if read_holder(dossier) == holder:
        # The stick may be gone, and the lock file with it.
        with suppress(OSError):
            lock_path(dossier).unlink(missing_ok=True)


def in_use(holder: Holder | None) -> DossierInUse:
    """The refusal that names the holder, as far as it is known."""
    if holder is None:
        return DossierInUse()
    if holder.is_here:
        return DossierInUse(
            _("Ce dossier est déjà ouvert ici, depuis le {day} à {time}. Allez à l’autre fenêtre.",
              day=holder.since.date(), time=named_time(holder.since.time()))
        )  # fmt: skip
    return DossierInUse(
        _("Ce dossier est ouvert sur l’ordinateur « {host} », depuis le {day} à {time}. Fermez-le là-bas.",
          host=holder.host, day=holder.since.date(), time=named_time(holder.since.time()))
    )  # fmt: skip
