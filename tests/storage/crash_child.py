"""The program that the crash test kills: answers at random, and prints what was acknowledged.

    python -m tests.storage.crash_child FILE SEED PASSPHRASE

Step n of a seed is always the same, so that the parent knows what step n must look like.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import msgspec

from core.dossier import paths
from core.dossier.model import Attempt, Dossier
from core.storage import key
from core.storage.dossier_file import DossierFile

STEPS = 100_000


def dossier_after(seed: int, step: int) -> Dossier:
    """What the person has answered after `step` answers: texts from one letter to several pages."""
    chance = random.Random(f"{seed} {step}")
    dossier = paths.put(Dossier(), "identity.family_name", f"step {step}")
    dossier = paths.put(dossier, "blockage.message", "é" * chance.randrange(4000))
    attempts = tuple(
        Attempt(id=f"a{number}", result="x" * chance.randrange(2000))
        for number in range(chance.randrange(12))
    )
    return msgspec.structs.replace(dossier, attempts=attempts)


def exhibit_of(seed: int, step: int) -> bytes:
    """The exhibit that step `step` adds: from nothing to 200 kB."""
    chance = random.Random(f"exhibit {seed} {step}")
    return chance.randbytes(chance.randrange(200_000))


def main(path: Path, seed: int, passphrase: str | None) -> None:
    """Save step after step until killed. Every seventh step adds an exhibit and deletes the one before."""
    with DossierFile.open(path, passphrase) as file:
        last = None
        for step in range(STEPS):
            if step % 7 == 6:
                name = file.add_blob(exhibit_of(seed, step))
                if last is not None:
                    file.delete_blob(last)
                last = name
            file.save(dossier_after(seed, step))
            sys.stdout.write(f"{step}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    # The crash is the subject here, not the derivation of keys.
    key.KDF_ROUNDS = 10
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] or None)
