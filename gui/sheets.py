"""Small files that the window writes at the person's wish: a sheet, a list, a table. For worker threads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.i18n import Message
from core.storage.driver import known_errors
from core.storage.files import write_file


def write(target: Path, data: bytes) -> Path:
    """Write a whole file or nothing. Raises `DossierFileError`."""
    with known_errors(target.parent):
        write_file(target, data)
    return target


def write_lines(target: Path, lines: Sequence[Message]) -> Path:
    """A PDF of sentences, the first as its title."""
    from core.documents.desk_sheets import lines_sheet
    from core.documents.render_pdf import pdf

    return write(target, pdf(lines_sheet(target.stem, lines)))
