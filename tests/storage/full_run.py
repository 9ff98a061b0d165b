"""A full run of storage in a process of its own, with answers that are easy to look for.

    python -m tests.storage.full_run MODE MEDIUM END

MODE is `private` or `shared`, END `close` or `crash`. Prints as JSON every use of a socket that Python's
audit hooks saw. Errors on the way are printed with their traceback, as a report would show them.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from core.dossier import paths
from core.dossier.model import Attempt, Dossier, Exhibit, Sheet
from core.errors import UserError
from core.storage import key
from core.storage.backups import Backups, restore
from core.storage.calendar_export import entries, to_ics
from core.storage.desk import Desk
from core.storage.desk_row import DeskDate, Summary
from core.storage.dossier_file import DossierFile
from core.storage.follow_up import FollowUp, write_follow_up
from core.storage.handover import export_handover, import_handover
from core.storage.history import History
from core.storage.places import PrivateFolder, find_places
from core.storage.recent import RecentDossiers
from core.storage.statistics import count, to_csv

SECRETS = ("Zyxwvutsrqé", "Ponmlkjihg", "Qsdfghjklm", "0987612345", "Wxcvbnazer")
PASSPHRASE = "Tyuiopqsdf lampe"
TODAY = date(2026, 11, 23)


def dossier() -> Dossier:
    """One secret in each kind of answer."""
    result = paths.put(Dossier(), "identity.family_name", SECRETS[0])
    result = paths.put(result, "identity.foreigner_number", SECRETS[3])
    result = paths.put(result, "blockage.message", SECRETS[1] * 300)
    return msgspec.structs.replace(result, attempts=(Attempt(id="a1", result=SECRETS[2]),))


def summarise(_dossier: Dossier) -> Summary:
    return Summary("file", (DeskDate(TODAY, "d", SECRETS[2]),))


def provoke(act, *arguments) -> None:
    """Do what must fail, and show the error as a report would."""
    try:
        act(*arguments)
    except UserError as error:
        traceback.print_exc()
        logging.error("failed: %s", error)
        print(repr(error), file=sys.stderr)
    else:
        raise AssertionError("this should have failed")


def run(mode: str, medium: Path, end: str) -> None:
    places = find_places(shared=mode == "shared", medium=medium, program=medium)
    backups, recent = Backups(places), RecentDossiers(places)
    folder = PrivateFolder(places.temporary_parent)
    path = medium / "a.dossier"
    with DossierFile.create(path, Dossier(), PASSPHRASE) as file:
        recent.add(path)
        history = History(file.dossier)
        sheet = Sheet(blob=file.add_blob(SECRETS[4].encode() * 5000))
        for answers in (
            dossier(),
            msgspec.structs.replace(dossier(), exhibits=(Exhibit(id="e1", sheets=(sheet,)),)),
        ):
            history.record(answers)
            file.save(answers)
            backups.make(file)
        file.save(history.undo())
        file.save(history.redo())
        write_follow_up(file, FollowUp(volunteer=SECRETS[0], notes=SECRETS[1]))
        file.set_passphrase(PASSPHRASE + " autre")
        file.set_passphrase(PASSPHRASE)
        backups.renew(file)
        provoke(DossierFile.open, path, PASSPHRASE)
        too_long = paths.put(dossier(), "identity.family_name", SECRETS[0] * 100)
        provoke(file.save, too_long)
        export_handover(file, folder.path / "remis.zip", TODAY)
    provoke(DossierFile.open, path)
    provoke(DossierFile.open, path, SECRETS[0])
    broken = bytearray(path.read_bytes())
    broken[9000] ^= 1
    (folder.path / "broken.dossier").write_bytes(broken)
    provoke(DossierFile.open, folder.path / "broken.dossier", PASSPHRASE)
    import_handover(folder.path / "remis.zip", medium / "b.dossier", PASSPHRASE).close()
    desk = Desk([medium], PASSPHRASE, places, summarise)
    desk.refresh()
    (folder.path / "dates.ics").write_bytes(to_ics(entries(desk.rows(TODAY), TODAY), datetime.now(UTC)))
    (folder.path / "nombres.csv").write_bytes(to_csv(count(desk.rows(TODAY)), lambda _table, value: value))
    assert len(desk.search(SECRETS[0][:5], TODAY)) == 2
    for backup in backups.of(path):
        aside = restore(backup.path, path, PASSPHRASE)
        assert aside is not None
    last = DossierFile.open(path, PASSPHRASE)
    last.save(dossier())
    if end == "crash":
        # Without a word to anybody; the temporary folder is emptied first, as only its content is in clear.
        for left in folder.path.glob("*.*"):
            left.unlink()
        report()
        sys.stdout.flush()
        os._exit(0)
    last.close()
    desk.close()
    folder.close()
    report()


SOCKETS: list[str] = []


def listen(event: str, _arguments: object) -> None:
    if event.startswith("socket.") and event != "socket.gethostname":
        SOCKETS.append(event)


def report() -> None:
    print(json.dumps(SOCKETS))


if __name__ == "__main__":
    sys.addaudithook(listen)
    # What is hidden does not depend on how slowly the key is derived.
    key.KDF_ROUNDS = 10
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    run(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
