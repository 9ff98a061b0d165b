"""Giving a dossier to the person or to a colleague: a zip of JSON and exhibits, checked when it comes back.

The zip holds no database: what a stranger gives us is read as data with a schema, within limits, and nothing
in it names a place on this computer. The association's own notes are not in it.
"""

from __future__ import annotations

import os
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from core.dossier import json_form
from core.dossier.model import Dossier
from core.errors import UserError
from core.i18n import Message, _, ngettext
from core.storage.dossier_file import DossierFile
from core.storage.driver import known_errors
from core.storage.errors import AlreadyExists
from core.storage.files import new_file
from core.storage.key import KeyRing
from core.storage.schema import digest

FORMAT = 1
MANIFEST = "manifest.json"
DOSSIER = "dossier.json"
_EXHIBIT = re.compile(r"pieces/[A-Za-z0-9_-]{1,80}\.(pdf|jpg|png|bin)")

MAX_FILES = 1000
MAX_MANIFEST_BYTES = 1_000_000
MAX_EXHIBIT_BYTES = 64_000_000
MAX_TOTAL_BYTES = 500_000_000


class NotAHandover(UserError):
    """The file is no zip of ours, or holds what a hand-over never holds."""


class DamagedHandover(UserError):
    """The zip is ours but parts of it are missing or not what was given."""


class HandoverTooLarge(UserError):
    """The zip holds more than a dossier can."""


class NewerHandover(UserError):
    """The zip was made by a newer version of the program."""


class _Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    made_on: date
    files: dict[str, str]


@dataclass(frozen=True)
class Given:
    """One file of a hand-over."""

    name: str
    size: int


@dataclass(frozen=True)
class Received:
    """What a hand-over holds, checked: the dossier and the bytes of its exhibits by their hash."""

    dossier: Dossier
    blobs: Mapping[str, bytes]
    made_on: date


def export_handover(file: DossierFile, target: Path, on: date) -> list[Given]:
    """Write the zip and return what is in it. Raises `AlreadyExists`, `DamagedExhibit`, `NoSpaceLeft`…

    The zip is not encrypted: the caller says so before.
    """
    dossier = file.dossier
    contents = {DOSSIER: json_form.encode(dossier)}
    for name, sha256 in _exhibit_names(file, dossier).items():
        contents[name] = file.get_blob(sha256)
    manifest = _Manifest(FORMAT, on, {name: digest(data) for name, data in contents.items()})
    contents = {MANIFEST: msgspec.json.format(msgspec.json.encode(manifest), indent=2), **contents}
    with known_errors(target.parent):
        if target.exists():
            raise AlreadyExists
        with new_file(target) as temporary:
            with zipfile.ZipFile(temporary, "w") as archive:
                for name, data in contents.items():
                    # No time of day and no owner: the same dossier gives the same bytes.
                    info = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
                    info.external_attr = 0o600 << 16
                    deflate = name.endswith(".json")
                    info.compress_type = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
                    archive.writestr(info, data)
            with temporary.open("r+b") as written:  # house: direct-write (syncs what is written)
                os.fsync(written.fileno())
    return [Given(name, len(data)) for name, data in contents.items()]


def read_handover(path: Path) -> Received:
    """Read and check a zip from anybody. Raises the errors above, or those of the JSON form."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        # Other compressions, passwords, headers that contradict each other: nothing that we write.
        raise NotAHandover(_NOT_OURS) from error
    except OSError as error:
        raise NotAHandover(
            _("Ce fichier ne peut pas être lu. Copiez-le sur l’ordinateur et réessayez.")
        ) from error


def import_handover(path: Path, target: Path, passphrase: str | KeyRing | None = None) -> DossierFile:
    """Make a dossier file of a hand-over and open it. Raises like both."""
    received = read_handover(path)
    with DossierFile.in_memory(received.dossier) as draft:
        for data in received.blobs.values():
            draft.add_blob(data)
        return DossierFile.create_from(draft, target, passphrase)


def receipt(given: list[Given], on: date, kept_until: date | None) -> tuple[Message, ...]:
    """The lines of the receipt: what the person got, and what the association keeps."""
    exhibits = [g for g in given if g.name.startswith("pieces/")]
    kept = (
        _("L’association ne garde pas de copie de ce dossier.")
        if kept_until is None
        else _("L’association garde une copie de ce dossier jusqu’au {day}.", day=kept_until)
    )
    return (
        _("Dossier remis le {day}.", day=on),
        _("Le fichier contient vos réponses."),
        ngettext("Il contient {number} page ou fichier de preuve.",
                 "Il contient {number} pages ou fichiers de preuve.", len(exhibits)),
        _("Ce fichier n’est pas protégé par une phrase secrète. Gardez-le dans un endroit sûr."),
        kept,
    )  # fmt: skip


_NOT_OURS = _("Ce fichier n’est pas un dossier transmis par Guichet Ouvert. Choisissez un autre fichier.")
_DAMAGED = _("Ce dossier transmis est abîmé ou incomplet. Demandez-le à nouveau.")
_TOO_LARGE = _("Ce fichier est trop grand pour être un dossier transmis.")


def _read(archive: zipfile.ZipFile) -> Received:
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(names) > MAX_FILES:
        raise HandoverTooLarge(_TOO_LARGE)
    if len(set(names)) != len(names) or not all(map(_is_expected, infos)):
        raise NotAHandover(_NOT_OURS)
    if MANIFEST not in names or DOSSIER not in names:
        raise NotAHandover(_NOT_OURS)
    try:
        manifest = msgspec.json.decode(_bytes(archive, MANIFEST, MAX_MANIFEST_BYTES), type=_Manifest)
    except msgspec.MsgspecError as error:
        raise NotAHandover(_NOT_OURS) from error
    if manifest.format > FORMAT:
        raise NewerHandover(
            _("Ce dossier vient d’une version plus récente du programme. Installez la version récente.")
        )
    if manifest.files.keys() != set(names) - {MANIFEST}:
        raise DamagedHandover(_DAMAGED)
    left = MAX_TOTAL_BYTES
    blobs: dict[str, bytes] = {}
    dossier = Dossier()
    for name, sha256 in manifest.files.items():
        limit = json_form.MAX_BYTES if name == DOSSIER else MAX_EXHIBIT_BYTES
        data = _bytes(archive, name, min(limit, left))
        left -= len(data)
        if digest(data) != sha256:
            raise DamagedHandover(_DAMAGED)
        if name == DOSSIER:
            dossier = json_form.decode(data)
        else:
            blobs[sha256] = data
    used = _used(dossier)
    if not used <= blobs.keys():
        raise DamagedHandover(_DAMAGED)
    return Received(dossier, {name: data for name, data in blobs.items() if name in used}, manifest.made_on)


def _is_expected(info: zipfile.ZipInfo) -> bool:
    # The names are never used as paths here, and still nothing but our own passes.
    ours = info.filename in (MANIFEST, DOSSIER) or _EXHIBIT.fullmatch(info.filename) is not None
    is_link = (info.external_attr >> 16) & 0o170000 == 0o120000
    plain = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not info.flag_bits & 1
    return ours and plain and not is_link


def _bytes(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    # What the header claims is not believed: reading stops at the limit.
    with archive.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise HandoverTooLarge(_TOO_LARGE)
    return data


def _used(dossier: Dossier) -> set[str]:
    """The hashes of all stored files that the exhibits name."""
    return {
        name
        for exhibit in dossier.exhibits
        for sheet in exhibit.sheets
        for name in (sheet.blob, sheet.source)
        if name is not None
    }


def _exhibit_names(file: DossierFile, dossier: Dossier) -> dict[str, str]:
    """A name in the zip for each stored file, that says which exhibit it belongs to."""
    names: dict[str, str] = {}
    done: set[str] = set()
    for number, exhibit in enumerate(dossier.exhibits, start=1):
        used = dict.fromkeys(
            name for sheet in exhibit.sheets for name in (sheet.blob, sheet.source) if name is not None
        )
        for part, sha256 in enumerate((name for name in used if name not in done), start=1):
            title = _plain(exhibit.title or "piece")
            names[f"pieces/{number:03}_{part:03}_{title}.{_extension(file.get_blob(sha256))}"] = sha256
            done.add(sha256)
    return names


def _plain(title: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "_", ascii_only).strip("_")[:60] or "piece"


def _extension(data: bytes) -> str:
    starts = {b"%PDF-": "pdf", b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n": "png"}
    return next((extension for start, extension in starts.items() if data.startswith(start)), "bin")
