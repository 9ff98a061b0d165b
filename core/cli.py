"""The headless commands: stable words that other programs and our own checks rely on.

Exit codes: 0 done, 1 the input is not usable (one clear sentence on standard error), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core.dossier import examples, json_form
from core.dossier.model import Dossier
from core.errors import UserError
from core.i18n import Message, _, long_date, render
from core.languages import FRENCH, TRANSLATED, find

if TYPE_CHECKING:
    from core.documents.folder import NotePrinter
    from core.law.model import Assessment
    from core.storage.dossier_file import DossierFile

DONE, NOT_USABLE = 0, 1


class UnreadableFile(UserError):
    """The file named on the command line cannot be read."""


class UnwritableFile(UserError):
    """The file named on the command line cannot be written."""


class PrinterMissing(UserError):
    """The part of the program that prints other languages than French cannot be loaded on this machine."""

    def __init__(self) -> None:
        super().__init__(
            _("Impossible d’imprimer dans cette langue sur cet ordinateur. Essayez en français, ou ailleurs.")
        )


def main(arguments: Sequence[str], note_printer: NotePrinter | None = None) -> int:
    """Run one headless command and return its exit code.

    `note_printer` prints what is written for the person in another language beside the French; it is given
    from outside, because it needs a screen's text engine and `core` knows no screen.
    """
    _speak_utf8()
    options = parser().parse_args(arguments)
    options.note_printer = note_printer
    command: Callable[[argparse.Namespace], None] = options.command
    try:
        command(options)
        # Now, and not when Python ends: whoever reads may have gone.
        sys.stdout.flush()
    except BrokenPipeError:
        # They have read enough, as `head` has. Python would still try to write at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except UserError as error:
        print(render(error.message, getattr(options, "language", None) or "fr"), file=sys.stderr)
        return NOT_USABLE
    return DONE


def parser() -> argparse.ArgumentParser:
    """The command line in words."""
    top = argparse.ArgumentParser(
        prog="main.py",
        description="Sans commande : la fenêtre. Avec un fichier .dossier : la fenêtre, sur ce dossier.",
    )
    commands = top.add_subparsers(required=True, metavar="COMMANDE")

    example = commands.add_parser("example", help="écrire un dossier d’exemple ; sans nom : les énumérer")
    example.add_argument("name", nargs="?", metavar="NOM")
    example.add_argument("--to", type=Path, metavar="FICHIER.json")
    _add_day(example, "jour où se place l’exemple (par défaut : aujourd’hui)")
    example.set_defaults(command=_example, usage_error=example.error)

    assess = commands.add_parser("assess", help="dire si le référé mesures utiles convient")
    _add_dossier(assess)
    _add_day(assess, "jour de l’évaluation (par défaut : aujourd’hui)")
    assess.add_argument("--json", action="store_true", help="répondre en JSON")
    assess.set_defaults(command=_assess)

    documents = commands.add_parser("documents", help="écrire les documents dans un dossier")
    _add_dossier(documents, None, "langue des papiers pour la personne (par défaut : celle de son dossier)")
    documents.add_argument("--to", type=Path, required=True, metavar="DOSSIER")
    _add_day(documents, "jour porté par les documents (par défaut : aujourd’hui)")
    documents.add_argument(
        "--despite-advice",
        metavar="RAISON",
        help="écrire la requête même si le programme le déconseille ; la raison est notée dans manifest.json",
    )
    documents.set_defaults(command=_documents)

    schema = commands.add_parser("schema", help="écrire le schéma JSON d’un dossier")
    schema.set_defaults(command=_schema)
    return top


def _add_day(command: argparse.ArgumentParser, text: str) -> None:
    command.add_argument("--on", type=_day, default=None, metavar="AAAA-MM-JJ", help=text)


def _add_dossier(
    command: argparse.ArgumentParser, language: str | None = "fr", meaning: str = "langue des réponses"
) -> None:
    command.add_argument("dossier", type=Path, metavar="FICHIER", help="un fichier .json ou .dossier")
    command.add_argument(
        "--language",
        type=_language,
        default=language,
        metavar="LANGUE",
        help=f"{meaning} : {', '.join(one.code for one in (FRENCH, *TRANSLATED))}",
    )
    command.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help="descripteur de fichier d’où lire la phrase secrète, au lieu de la demander",
    )


def _language(text: str) -> str:
    known = find(text)
    if known is None:
        raise argparse.ArgumentTypeError("le programme ne connaît pas cette langue")
    return known.code


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("cette date n’existe pas ; écrivez-la ainsi : 2026-11-23") from None


def _example(options: argparse.Namespace) -> None:
    if options.name is None:
        for name in examples.names():
            print(f"{name:24}{examples.load(name).title}")
        return
    if options.to is None:
        options.usage_error("il manque --to FICHIER.json")
    from core.storage.files import write_file

    data = json_form.encode(examples.example(options.name, options.on or date.today()))
    try:
        write_file(options.to, data)
    except OSError as error:
        raise UnwritableFile(_("Impossible d’écrire le fichier. Choisissez un autre endroit.")) from error


def _assess(options: argparse.Namespace) -> None:
    from core.law.assessment import assess, assessment_json

    on = options.on or date.today()
    assessment = assess(_relevant(_read(options)), on)
    if options.json:
        print(json.dumps(assessment_json(assessment, options.language), ensure_ascii=False, indent=2))
        return
    for line in _in_words(assessment, options.language):
        print(line)


def _documents(options: argparse.Namespace) -> None:
    from core.documents.folder import write_documents
    from core.law.assessment import assess

    on = options.on or date.today()
    with _opened(options) as (told, blobs):
        dossier = _relevant(told)
        # As the window: what the person reads at home.
        known = find(options.language or dossier.preferences.note_language) or FRENCH
        manifest = write_documents(
            dossier,
            assess(dossier, on),
            on,
            options.to,
            known.code,
            options.despite_advice,
            blobs=blobs,
            note_printer=options.note_printer,
        )
    for name in manifest.files:
        print(name)


def _schema(options: argparse.Namespace) -> None:
    print(json.dumps(json_form.json_schema(), ensure_ascii=False, indent=2))


def _relevant(dossier: Dossier) -> Dossier:
    from core.interview.flow import relevant

    return relevant(dossier)


def _read(options: argparse.Namespace) -> Dossier:
    with _opened(options) as (dossier, _blobs):
        return dossier


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[tuple[Dossier, DossierFile | None]]:
    """The dossier, and the file that holds its exhibits; the JSON form holds none."""
    path: Path = options.dossier
    if path.suffix.lower() == ".dossier":
        with _open_dossier_file(path, options) as file:
            yield file.dossier, file
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            _("Impossible de lire le fichier. Vérifiez son nom et son emplacement.")
        ) from error
    yield json_form.decode(data), None


def _open_dossier_file(path: Path, options: argparse.Namespace) -> DossierFile:
    from core.storage.dossier_file import DossierFile
    from core.storage.errors import PassphraseNeeded

    passphrase = None if options.passphrase_fd is None else _passphrase_from(options.passphrase_fd)
    try:
        return DossierFile.open(path, passphrase, read_only=True)
    except PassphraseNeeded:
        if passphrase is not None or not sys.stdin.isatty():
            raise
    passphrase = getpass.getpass(render(_("Phrase secrète :"), options.language or "fr") + " ")
    return DossierFile.open(path, passphrase, read_only=True)


def _passphrase_from(descriptor: int) -> str:
    try:
        with os.fdopen(descriptor, encoding="utf-8") as stream:
            return stream.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(_("Impossible de lire la phrase secrète.")) from error


def _in_words(assessment: Assessment, language: str) -> list[str]:
    from core.law import wording

    def say(message: Message) -> str:
        return render(message, language)

    lines = [say(wording.ROUTE_SENTENCES[assessment.route])]
    if assessment.remedy is not None:
        lines.append(say(wording.REMEDY_LABELS[assessment.remedy]))
    lines += [f"  {say(reason.plain)}" for reason in assessment.route_reasons]
    for condition in assessment.conditions:
        name, status = say(wording.CONDITION_NAMES[condition.id]), say(wording.STATUS_WORDS[condition.status])
        lines.append(f"{name} : {status}")
        lines += [f"  {say(reason.plain)}" for reason in condition.reasons]
        lines += [f"  → {say(step.text)}" for step in condition.next_steps]
    lines += [
        f"{long_date(deadline.on, language)} : {say(deadline.label)}" for deadline in assessment.deadlines
    ]
    return [*lines, say(wording.NO_PROMISE)]


def _speak_utf8() -> None:
    # A Windows console may still be set to a code page without « or ’.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
