"""The translators' command line; see the package's own words."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import tests.catalogues
from core.languages import TRANSLATED, Language
from tests.catalogues import check, extract, merge, pseudo, read_back


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 1 where the check finds a fault."""
    options = parser().parse_args(arguments)
    match options.command:
        case "update":
            merge.update()
        case "check":
            found = list(check.all_faults())
            print(*found, *check.summary(), sep="\n")
            return 1 if found else 0
        case "compile":
            check.compile_ready()
        case "export":
            catalog = extract.load(extract.source_of(options.language))
            options.file.write_text(merge.exported(catalog, everything=options.all), encoding="utf-8")
        case "import":
            path = extract.source_of(options.language)
            rows = json.loads(options.file.read_text(encoding="utf-8"))
            merge.write(path, merge.imported(path.read_text(encoding="utf-8"), rows, options.language))
        case "blind":
            text = read_back.exported(read_back.waiting(options.language))
            options.file.write_text(text, encoding="utf-8")
        case "read-back":
            rows = json.loads(options.file.read_text(encoding="utf-8"))
            kept, legal = read_back.load(options.language), list(read_back.legal(options.language))
            merge.write(read_back.kept_of(options.language), read_back.imported(kept, rows, legal))
        case "pseudo":
            pseudo.compile_into(options.folder)
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands."""
    top = argparse.ArgumentParser(
        prog="python -m tests.catalogues",
        description=tests.catalogues.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("update")
    commands.add_parser("check")
    commands.add_parser("compile")
    for name in ("export", "import", "blind", "read-back"):
        command = commands.add_parser(name)
        command.add_argument("language", type=language)
        command.add_argument("file", type=Path)
        if name != "export":
            continue
        command.add_argument("--all", action="store_true", help="export what is translated too")
    commands.add_parser("pseudo").add_argument("folder", nargs="?", type=Path, default=extract.TRANSLATIONS)
    return top


def language(code: str) -> Language:
    """A language of ours. Raises argparse's error for another."""
    for known in TRANSLATED:
        if known.code == code:
            return known
    raise argparse.ArgumentTypeError(f"one of {', '.join(known.code for known in TRANSLATED)}")


if __name__ == "__main__":
    sys.exit(main())
