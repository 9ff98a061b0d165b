"""Guichet Ouvert: the window, or the command line where the arguments ask for one."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.documents.blocks import Document


def main(arguments: list[str]) -> int:
    """Start what the arguments ask for and return the exit code."""
    if arguments[:1] == ["--exhibit-worker"]:
        # A bundle has no `python -m`: it starts itself again to open what people bring.
        from core.exhibits.worker import main as work

        return work()
    if not arguments or arguments[0].lower().endswith(".dossier"):
        # All that is loaded now stays to the end: looking for garbage in it would only take time.
        gc.disable()
        # The command line must run where no screen and no Qt library is.
        from gui.app import main as start_window

        return start_window(arguments)
    from core.cli import main as run_command

    return run_command(arguments, _print_note)


def _print_note(document: Document, french: Document) -> bytes:
    """Print in another language than French. Qt is loaded only for that."""
    try:
        from gui.preview.note_printer import print_note
    except ImportError as error:
        from core.cli import PrinterMissing

        raise PrinterMissing from error
    return print_note(document, french)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
