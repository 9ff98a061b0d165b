"""Writing the documents folder: completely or not at all, and never over somebody else's files.

A new folder is made beside the wanted one and put in its place by renaming. A folder that is already there
is replaced only where it is empty, or where every file in it is one that we wrote and nobody changed.
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import msgspec

from core.documents import bundle
from core.documents.blocks import Document
from core.documents.case import Case
from core.documents.paper import check_printable
from core.documents.sheets import beside
from core.dossier import json_form
from core.dossier.evidence import numbered_exhibits
from core.dossier.model import Dossier
from core.errors import UserError
from core.exhibits.blobs import BlobStore
from core.i18n import _, render
from core.law import action_plan
from core.law.model import Assessment

MANIFEST = "manifest.json"
PROGRAM = "Guichet Ouvert"
PLAN = "plan-action"
_CALENDAR = _("Votre plan d’action, pour votre agenda")

# Prints a document beside its French twin, as the bytes of a PDF. Given from outside: core knows no screen.
NotePrinter = Callable[[Document, Document], bytes]


class FolderNotOurs(UserError):
    """The folder holds files that this program did not write, or that were changed since."""


class FolderNotWritable(UserError):
    """The folder cannot be made there."""


class FileEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One file: what it is, its size, and the SHA-256 of its bytes."""

    title: str
    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What was made, from which state of the dossier, on which day. Iterating `files` gives their names.

    `exhibits_on_paper`: the numbers of the exhibits of which the dossier holds no file.
    """

    program: str = PROGRAM
    on: date
    language: str
    route: str
    remedy: str | None
    despite_advice: str | None
    missing: tuple[str, ...]
    dossier_sha256: str
    exhibits_on_paper: tuple[int, ...] = ()
    files: dict[str, FileEntry]


def write_documents(
    dossier: Dossier,
    assessment: Assessment,
    on: date,
    to: Path,
    language: str = "fr",
    despite_advice: str | None = None,
    *,
    blobs: BlobStore | None = None,
    note_printer: NotePrinter | None = None,
) -> Manifest:
    """Write every document that this assessment allows into the folder `to`, which is made or replaced.

    `despite_advice` is the person's reason for wanting the requete although the program advises against it.
    `blobs` holds the files of the exhibits; without it none is written. `note_printer` prints the person's
    documents beside the French where `language` is another; without it both stand one under the other, and
    only in letters that the court's font has. Raises `FolderNotOurs`,
    `FolderNotWritable`, `UnprintableCharacter` for an answer that the font lacks, an `ExhibitError` for an
    exhibit that cannot be written, and what `blobs` raises.
    """
    case = Case(dossier, assessment, on)
    contents: dict[str, tuple[str, bytes]] = {}
    for made in bundle.bundle(case, language, despite_advice):
        for suffix, data in _forms(made, dossier, note_printer):
            contents[f"{made.document.name}.{suffix}"] = (made.document.title, data)
        if (made.french or made.document).name == PLAN:
            contents[f"{made.document.name}.ics"] = (render(_CALENDAR, language), _calendar(case, language))
    entries: dict[str, FileEntry] = {}
    with_requete = any(name.startswith("requete.") for name in contents)
    numbered = list(enumerate(numbered_exhibits(dossier), start=1)) if with_requete else []
    manifest = Manifest(
        on=on,
        language=language,
        route=assessment.route.value,
        remedy=assessment.remedy.value if assessment.remedy else None,
        despite_advice=despite_advice,
        missing=bundle.withheld(case, despite_advice),
        dossier_sha256=hashlib.sha256(json_form.encode(dossier)).hexdigest(),
        exhibits_on_paper=tuple(n for n, exhibit in numbered if blobs is None or not exhibit.sheets),
        files=entries,
    )

    def files() -> Iterator[tuple[str, bytes]]:
        exhibits = _exhibits(dossier, blobs) if with_requete and blobs is not None else iter(())
        documents = ((name, title, data) for name, (title, data) in contents.items())
        for name, title, data in chain(documents, exhibits):
            entries[name] = FileEntry(title=title, bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
            yield name, data
        yield MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"

    put_in_place(files(), to)
    return manifest


def _forms(
    made: bundle.Made, dossier: Dossier, note_printer: NotePrinter | None
) -> Iterator[tuple[str, bytes]]:
    """Each form of a document: its suffix and its bytes."""
    for suffix in made.forms:
        yield suffix, rendered(made, suffix, dossier, note_printer)


def rendered(made: bundle.Made, suffix: str, dossier: Dossier, note_printer: NotePrinter | None) -> bytes:
    """A document in one of its forms, as the folder holds it. Raises like `write_documents`."""
    if made.french is not None and note_printer is not None:
        return note_printer(made.document, made.french)
    document = made.document if made.french is None else beside(made.document, made.french)
    check_printable(document, dossier)
    return bundle.RENDERERS[suffix](document)


def _calendar(case: Case, language: str) -> bytes:
    """The dated steps of the printed plan, for the calendar of a phone or a computer."""
    return action_plan.calendar(action_plan.action_plan(case.dossier, case.on), case.on, language)


def _exhibits(dossier: Dossier, blobs: BlobStore) -> Iterator[tuple[str, str, bytes]]:
    """Name, title and bytes of the file of each exhibit, then of the set to print; one at a time."""
    from core.exhibits import output
    from core.exhibits.pool import Pool

    titles = {number: exhibit.title or "" for number, exhibit in output.exhibits_with_files(dossier)}
    if not titles:
        return
    with Pool(1) as pool:
        for piece in output.pieces(dossier, blobs, pool):
            title = f"Pièce n° {piece.number} – {titles[piece.number]}".rstrip(" –")
            yield f"{output.FOLDER}/{piece.name}", title, piece.data
        yield (
            output.PAPER_SET,
            "Pièces à imprimer, avec leurs numéros",
            output.paper_set(dossier, blobs, pool),
        )


def put_in_place(files: Iterable[tuple[str, bytes]], to: Path) -> None:
    """Make the folder `to` hold exactly these files, by name (`pieces/PJ1.pdf`) and content.

    Raises `FolderNotOurs` or `FolderNotWritable`; whatever is raised, `to` is as it was before.
    """
    refuse_foreign(to)
    token = secrets.token_hex(4)
    new, old = to.with_name(f".{to.name}.{token}.new"), to.with_name(f".{to.name}.{token}.old")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir()
        try:
            for name, data in files:
                (new / name).parent.mkdir(exist_ok=True)
                (new / name).write_bytes(data)  # house: direct-write (in a folder renamed when whole)
            if to.exists():
                to.rename(old)
            try:
                new.rename(to)
            except OSError:
                if old.exists():
                    old.rename(to)
                raise
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise FolderNotWritable(
            _(
                "Impossible d’écrire les documents à cet endroit. Fermez les documents ouverts, ou "
                "choisissez un autre dossier."
            )
        ) from error
    # Only our own unchanged files are in it; should this fail, they stay under a hidden name.
    shutil.rmtree(old, ignore_errors=True)


def refuse_foreign(to: Path) -> None:
    """Raise `FolderNotOurs` unless `to` is absent, empty, or holds only unchanged files of ours."""
    if not to.exists() and not to.is_symlink():
        return
    if to.is_symlink() or not to.is_dir() or not _only_ours(to):
        raise FolderNotOurs(
            _(
                "Ce dossier contient déjà autre chose que les documents du programme, ou des documents que "
                "vous avez changés. Choisissez un autre dossier."
            )
        )


def _only_ours(folder: Path) -> bool:
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    if not any(folder.iterdir()):
        return True
    if MANIFEST not in present:
        return False
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return False
    if manifest.program != PROGRAM or present != {MANIFEST, *manifest.files}:
        return False
    return all(
        hashlib.sha256((folder / name).read_bytes()).hexdigest() == entry.sha256
        for name, entry in manifest.files.items()
    )
