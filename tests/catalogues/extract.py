"""Collecting the French sentences of the program, and writing catalogues so that two runs write the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from core import reference
from core.languages import DOMAIN, Language

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / f"{DOMAIN}.pot"
SOURCES = ("core", "gui")
# As core.i18n declares them: (context, sentence) for pgettext, (singular, plural) for ngettext.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
LEGAL = "legal"
# Sentences on which people act or which they sign: they may not be missing in a language that is offered.
LEGAL_FILES = (
    "core/law/**/*.py",
    "core/law/*.py",
    "core/documents/note*.py",
    # The requete itself is French; what they hold for translation is what its sentences mean.
    "core/documents/meaning*.py",
    "core/documents/header.py",
    "core/documents/facts.py",
    "core/documents/blocked.py",
    "core/documents/state.py",
    "core/documents/urgency.py",
    "core/documents/usefulness.py",
    "core/documents/discussion.py",
    "core/documents/conclusions.py",
    "core/documents/papers.py",
    "core/documents/requete.py",
    "core/documents/inventory.py",
    "core/documents/terms.py",
    "core/documents/after.py",
    "core/documents/followup.py",
    "gui/wizard/follow_up.py",
)

Key = tuple[str | None, str]


def template(root: Path = ROOT) -> Catalog:
    """Every sentence of the sources and of the tables, in the order of the files."""
    catalog = Catalog(fuzzy=False)
    for folder in SOURCES:
        for name, line, ids, comments, context in extract_from_dir(
            root / folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("i18n:",)
        ):
            file = f"{folder}/{PurePosixPath(name.replace(chr(92), '/'))}"
            marks = [LEGAL] if is_legal(file) else []
            catalog.add(ids, None, [(file, line)], auto_comments=[*marks, *comments], context=context)
    for row, (text, _where) in enumerate(reference.translatable_texts()):
        file = f"resources/reference/{_where.partition(':')[0]}"
        catalog.add(text, None, [(file, row)])
    return catalog


def is_legal(file: str) -> bool:
    """Whether the sentences of this file are legal ones."""
    return any(PurePosixPath(file).match(pattern) for pattern in LEGAL_FILES)


def header(language: Language | None, reviewed_by: str = "", reviewed_on: str = "") -> str:
    """The first entry of a catalogue; of the template, where `language` is None. No clock, no version."""
    lines = ["Project-Id-Version: Guichet Ouvert", "MIME-Version: 1.0"]
    lines += ["Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit"]
    if language is not None:
        lines.insert(1, f"Language: {language.code}")
        lines.append(f"Plural-Forms: nplurals={language.plural_forms}; plural=({language.plural});")
        lines += [f"X-Reviewed-By: {reviewed_by}", f"X-Review-Date: {reviewed_on}"]
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in lines)]) + "\n\n"


def dump(catalog: Catalog, head: str) -> str:
    """The catalogue as text: in its own order, without line numbers, one line a sentence."""
    for message in catalog:
        # One file may say the same thing in several places.
        message.locations = list({file: (file, line) for file, line in message.locations}.values())
    out = BytesIO()
    write_po(out, catalog, width=0, omit_header=True, include_lineno=False)
    return head + out.getvalue().decode("utf-8").strip("\n") + "\n"


def load(path: Path) -> Catalog:
    """A catalogue from its file. Raises Babel's `PoFileError` where it cannot be read."""
    return loads(path.read_text(encoding="utf-8"))


def loads(text: str) -> Catalog:
    """A catalogue from its text."""
    return read_po(BytesIO(text.encode("utf-8")), abort_invalid=True)


def sentences(catalog: Catalog) -> Iterator[Message]:
    """The entries of a catalogue but its header."""
    return (message for message in catalog if message.id)


def key(message: Message) -> Key:
    """What makes an entry the same in two catalogues."""
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    """The translation, or all its plural forms."""
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(form or "" for form in message.string or ("",))


def is_translated(message: Message) -> bool:
    """Whether the program would use this translation: whole, and not only guessed by the merge."""
    return not message.fuzzy and all(forms(message))


def source_of(language: Language, folder: Path = TRANSLATIONS) -> Path:
    """The `.po` file of a language."""
    return folder / language.code / "LC_MESSAGES" / f"{DOMAIN}.po"


def review_of(text: str) -> tuple[str, str]:
    """Who reviewed a `.po` text and when, as its header says; empty where nobody did."""
    found = dict(
        re.findall(r'^"(X-Review[\w-]+): *(.*?)\\n"$', text.partition("\n\n")[0], flags=re.MULTILINE)
    )
    return found.get("X-Reviewed-By", ""), found.get("X-Review-Date", "")
