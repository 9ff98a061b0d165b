"""Dossier files and the desk, against bare SQLCipher and bare SQLite doing the same work."""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from core.dossier import json_form, paths
from core.dossier.examples import example
from core.dossier.model import Dossier
from core.storage import key
from core.storage.desk import Desk
from core.storage.desk_index import DeskIndex, salt_of_index
from core.storage.desk_row import DeskDate, Row, RowState, Summary
from core.storage.dossier_file import DossierFile
from core.storage.places import Places
from core.storage.search import haystack
from tests.bench.table import Row as Measure
from tests.bench.table import interleaved, timed

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)
PASSPHRASE = "lampe jardin pomme soleil"
MANY = 10_000


def measure() -> list[Measure]:
    """Medians of interleaved runs, each in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        return [
            _save(root),
            _open(root),
            *_desk(root),
            _reading(root),
            _memory(root),
        ]


def _save(root: Path) -> Measure:
    """One answer saved, against one commit of the same bytes by SQLCipher as it comes."""
    dossier = example("cergy", TODAY)
    states = [paths.put(dossier, "identity.family_name", f"N{number}") for number in range(60)]
    written = [json_form.encode(state) for state in states]
    bare = sqlcipher.connect(str(root / "bare.db"), isolation_level=None)
    bare.execute(f"PRAGMA key = '{PASSPHRASE}'")
    bare.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, data BLOB)")
    bare.execute("INSERT INTO t VALUES (1, ?)", (written[0],))
    with DossierFile.create(root / "ours.dossier", dossier, PASSPHRASE) as file:
        turns = iter(range(len(states))), iter(range(len(states)))
        ours, theirs = interleaved(
            lambda: timed(lambda: file.save(states[next(turns[0])])),
            lambda: timed(
                lambda: bare.execute("UPDATE t SET data = ? WHERE id = 1", (written[next(turns[1])],))
            ),
            len(states),
        )
    bare.close()
    return _row("save one answer, encrypted / bare SQLCipher commit", ours, theirs)


def _open(root: Path) -> Measure:
    """An encrypted dossier opened, against the derivation of its key alone."""
    path = root / "open.dossier"
    DossierFile.create(path, example("cergy", TODAY), PASSPHRASE).close()
    salt = key.new_salt()
    ours, theirs = interleaved(
        lambda: timed(lambda: DossierFile.open(path, PASSPHRASE).close()),
        lambda: timed(lambda: key.derive(PASSPHRASE, salt)),
        9,
    )
    return _row("open an encrypted dossier / derive its key (aim: 20 ms more)", ours, theirs)


def _desk(root: Path) -> list[Measure]:
    """A desk of ten thousand opened and searched, against bare queries for the same lines."""
    places = fill_desk(root / "desk", MANY)
    folder = root / "desk" / "files"
    ready: list[float] = []
    for _run in range(5):
        opened: list[Desk] = []

        def start(opened: list[Desk] = opened) -> None:
            opened.append(Desk([folder], PASSPHRASE, places, _no_law))
            opened[0].rows(TODAY)

        ready.append(timed(start))
        opened[0].close()
    desk = Desk([folder], PASSPHRASE, places, _no_law)
    bare = sqlcipher.connect(":memory:")
    bare.execute("CREATE TABLE t (path TEXT, hay TEXT)")
    bare.executemany("INSERT INTO t VALUES (?, ?)", [(row.path, row.hay) for row in desk.rows(TODAY)])
    queries = ("d", "di", "dia", "diallo", "diallo a", "99012", "zzz")
    ours, theirs = interleaved(
        lambda: _keystroke(lambda query: desk.search(query, TODAY), queries),
        lambda: _keystroke(lambda query: _bare_search(bare, query), queries),
        15,
    )
    slowest = max(_keystroke(lambda query: desk.search(query, TODAY), (query,)) for query in queries)
    assert len(desk.rows(TODAY)) == MANY
    assert all(len(desk.search(q, TODAY)) == len(_bare_search(bare, q)) for q in queries)
    desk.close()
    salt = key.new_salt()
    derivations = [timed(lambda: key.derive(PASSPHRASE, salt)) for _run in range(5)]
    return [
        _row(f"desk of {MANY}: list after the passphrase / derive its key (aim: 500 ms)", ready, derivations),
        _row(f"desk of {MANY}: one keystroke / bare query", ours, theirs),
        Measure.of(f"desk of {MANY}: slowest keystroke / aim of 30 ms", slowest * 1000, 30, "ms"),
    ]


def _keystroke(search: Callable[[str], object], queries: tuple[str, ...]) -> float:
    return sum(timed(partial(search, query)) for query in queries) / len(queries)


def _bare_search(bare: sqlcipher.Connection, query: str) -> list[str]:
    where = " AND ".join("instr(hay, ?)" for _word in query.split())
    return [path for (path,) in bare.execute(f"SELECT path FROM t WHERE {where}", query.split())]


def _reading(root: Path) -> Measure:
    """What one more dossier costs when the folder is read, in a large folder against a small one."""
    ring = key.KeyRing(PASSPHRASE)
    model = root / "model.dossier"
    DossierFile.create(model, example("cergy", TODAY), ring).close()
    costs: dict[int, float] = {}
    for number in (100, 1000):
        folder = root / f"reading-{number}"
        folder.mkdir()
        for copy in range(number):
            shutil.copyfile(model, folder / f"{copy}.dossier")
        places = Places(shared=True, data=None, dossiers=None, temporary_parent=root)
        desk = Desk([folder], PASSPHRASE, places, _no_law)
        desk.ring.key_for(ring.own_key().salt)
        costs[number] = timed(desk.refresh) / number
        desk.close()
    return Measure.of(
        "read one dossier: folder of 1000 / of 100", costs[1000] * 1000, costs[100] * 1000, "ms"
    )


def _memory(root: Path) -> Measure:
    """The whole process with the desk open, against the aim of 150 MB."""
    fill_desk(root / "memory", MANY)
    command = [sys.executable, "-c", _MEMORY_CHILD, str(root / "memory")]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, env={**os.environ})
    return Measure.of(f"desk of {MANY}: memory / aim of 150 MB", json.loads(done.stdout) / 1e6, 150, "MB")


_MEMORY_CHILD = """
import sys
from pathlib import Path
import psutil
from tests.bench import bench_storage as b
root = Path(sys.argv[1])
desk = b.Desk([root / "files"], b.PASSPHRASE, b.places_in(root), b._no_law)
for query in ("d", "diallo", "9"):
    desk.search(query, b.TODAY)
print(psutil.Process().memory_info().rss)
"""


def fill_desk(root: Path, number: int) -> Places:
    """An index of so many invented people, as reading their files would have made it."""
    folder = root / "files"
    folder.mkdir(parents=True)
    places = places_in(root)
    Desk([folder], PASSPHRASE, places, _no_law).close()
    assert places.data is not None
    (path,) = places.data.iterdir()
    index = DeskIndex(path, key.KeyRing(PASSPHRASE, salt_of_index(path)))
    chance = random.Random(1)
    index.change((_person(folder, n, chance) for n in range(number)), ())
    index.close()
    return places


def places_in(root: Path) -> Places:
    """A private computer whose data folder is `root`."""
    return Places(shared=False, data=root / "data", dossiers=None, temporary_parent=root)


def _person(folder: Path, number: int, chance: random.Random) -> Row:
    family = chance.choice(
        ("Diallo", "Benali", "Nguyễn", "Kaya", "Traoré", "Petrosyan", "Haidari", "Sow", "Ćosić")
    )
    given = chance.choice(("Aïssatou", "Mohamed", "Linh", "Élif", "Fatoumata", "Anahit", "Zahra", "Ousmane"))
    foreigner = f"99{number:08}"
    days = sorted(chance.sample(range(400), 3))
    return Row(
        path=str(folder / f"{number}.dossier"), stamp=1, size=40_000, state=RowState.READ,
        id=f"{number:016x}", name=f"{family.upper()} {given}", language="fr", departement="92",
        nationality="GN", kind="renewal",
        route="file", volunteer="Élise",
        dates=tuple(DeskDate(TODAY + timedelta(days=d), f"d{d}", "Prochain essai sur le site") for d in days),
        hay=haystack((family, given, foreigner, "2512269", "Élise", str(number))),
    )  # fmt: skip


def _no_law(_dossier: Dossier) -> Summary:
    return Summary()


def _row(name: str, ours: list[float], theirs: list[float]) -> Measure:
    return Measure.of(name, statistics.median(ours) * 1000, statistics.median(theirs) * 1000, "ms")
