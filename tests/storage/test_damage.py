"""Damaged files: one of the four calm messages, or every answer as it was; never a traceback, never less.

`GUICHET_OUVERT_DAMAGES=10000 pytest tests/storage/test_damage.py` damages ten thousand times.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from core.dossier.model import Attempt, Dossier
from core.storage.dossier_file import DossierFile
from core.storage.errors import (
    DamagedDossier,
    DamagedExhibit,
    MissingExhibit,
    NewerDossierFile,
    WrongPassphrase,
)

DAMAGES = int(os.environ.get("GUICHET_OUVERT_DAMAGES", "400"))
PAGE = 4096
EXHIBITS = [b"one" * 3000, b"two" * 100, bytes(range(256)) * 40]
ANSWERS = Dossier(attempts=tuple(Attempt(id=f"a{n}", result=f"{n} {'é' * 300}") for n in range(30)))


def flip_bits(data: bytearray, chance: random.Random) -> None:
    for _flip in range(chance.choice((1, 1, 1, 2, 8, 100))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def flip_head(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(100)] ^= 1 << chance.randrange(8)


def truncate(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def truncate_pages(data: bytearray, chance: random.Random) -> None:
    del data[PAGE * chance.randrange(len(data) // PAGE) :]


def swap_pages(data: bytearray, chance: random.Random) -> None:
    first, second = (PAGE * number for number in chance.sample(range(len(data) // PAGE), 2))
    data[first : first + PAGE], data[second : second + PAGE] = (
        data[second : second + PAGE],
        data[first : first + PAGE],
    )


def overwrite(data: bytearray, chance: random.Random) -> None:
    where = chance.randrange(len(data))
    length = min(chance.choice((1, 16, 512, PAGE)), len(data) - where)
    data[where : where + length] = chance.choice((bytes(length), b"\xff" * length, chance.randbytes(length)))


def insert(data: bytearray, chance: random.Random) -> None:
    where = chance.randrange(len(data))
    data[where:where] = chance.randbytes(chance.choice((1, 100, PAGE)))


def append(data: bytearray, chance: random.Random) -> None:
    data += chance.randbytes(chance.choice((1, 100, PAGE)))


DAMAGE: tuple[Callable[[bytearray, random.Random], None], ...] = (
    flip_bits, flip_bits, flip_head, truncate, truncate_pages, swap_pages, overwrite, insert, append,
)  # fmt: skip


@pytest.mark.parametrize("journal", [False, True], ids=["", "with a journal"])
def test_damage_is_said_or_harmless(
    tmp_path: Path, passphrase: str | None, journal: bool, record_property: Callable[[str, object], None]
):
    path = tmp_path / "x.dossier"
    with DossierFile.create(path, ANSWERS, passphrase) as file:
        for exhibit in EXHIBITS:
            file.add_blob(exhibit)
        names = file.blobs()
    sound = path.read_bytes()
    outcomes: Counter[str] = Counter()
    seed = random.Random().randrange(10**9)
    for number in range(DAMAGES // 4):
        chance = random.Random(seed + number)
        data = bytearray(sound)
        chance.choice(DAMAGE)(data, chance)
        path.write_bytes(data)
        if journal:
            # What another crash left beside it: bytes of nothing, or a piece of the file.
            piece = chance.choice(
                (b"", chance.randbytes(700), b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + sound[:5000])
            )
            path.with_name("x.dossier-journal").write_bytes(piece)
        try:
            with DossierFile.open(path, passphrase) as file:
                outcome = "opened"
                assert file.dossier == ANSWERS, f"seed {seed + number}: answers changed in silence"
                for name, exhibit in zip(names, EXHIBITS, strict=True):
                    try:
                        assert file.get_blob(name) == exhibit, f"seed {seed + number}"
                    except (DamagedExhibit, MissingExhibit):
                        outcome = "opened, an exhibit is damaged"
        except (DamagedDossier, NewerDossierFile) as error:
            outcome = type(error).__name__
        except WrongPassphrase:
            # Only a file of which no page at all is left as it was may look like another passphrase.
            outcome = "WrongPassphrase"
            pages = [sound[at : at + PAGE] for at in range(0, len(sound), PAGE)]
            left = [bytes(data[at : at + PAGE]) for at in range(0, len(data), PAGE)]
            kept = [page for page, now in zip(pages[1:], left[1:], strict=False) if page == now]
            assert not kept, f"seed {seed + number}: called a wrong passphrase"
        outcomes[outcome] += 1
        for left_over in tmp_path.iterdir():
            left_over.unlink()
    record_property("outcomes", dict(outcomes))
    print(outcomes)
    assert outcomes["DamagedDossier"] > 0, "no damage was noticed at all"
