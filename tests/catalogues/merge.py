"""Bringing catalogues up to date, and carrying translations in and out as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog

from core.languages import TRANSLATED, Language
from tests.catalogues import extract


def update(folder: Path = extract.TRANSLATIONS) -> None:
    """Write the template and merge it into every language, making those that are missing."""
    source = extract.template()
    folder.mkdir(exist_ok=True)
    write(folder / extract.TEMPLATE.name, extract.dump(source, extract.header(None)))
    for language in TRANSLATED:
        path = extract.source_of(language, folder)
        before = path.read_text(encoding="utf-8") if path.exists() else extract.header(language)
        write(path, merged(before, source, language))


def merged(before: str, source: Catalog, language: Language) -> str:
    """The text of a `.po` file with exactly the sentences of `source`.

    A sentence that was reworded keeps its translation marked fuzzy: the program shows the French until a
    translator has looked. Any sentence that nobody reviewed ends the review of the whole.
    """
    catalog = extract.loads(before)
    known = {extract.key(message) for message in extract.sentences(catalog) if extract.is_translated(message)}
    catalog.update(source, keep_user_comments=True)
    catalog.obsolete.clear()
    review = extract.review_of(before)
    if any(extract.key(message) not in known for message in extract.sentences(catalog)):
        review = ("", "")
    return extract.dump(catalog, extract.header(language, *review))


def write(path: Path, text: str) -> None:
    """Write where something changed: the date of the file says whether to compile it again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def exported(catalog: Catalog, *, everything: bool = False) -> str:
    """What the catalogue lacks (or all of it) as JSON: fill `translation`, a list where there are plurals."""
    rows: list[dict[str, Any]] = []
    for message in extract.sentences(catalog):
        if everything or not extract.is_translated(message):
            found = list(extract.forms(message))
            plural = None if isinstance(message.id, str) else message.id[1]
            rows.append(
                {
                    "context": message.context,
                    "msgid": extract.key(message)[1],
                    "plural": plural,
                    "legal": extract.LEGAL in message.auto_comments,
                    "notes": [note for note in message.auto_comments if note != extract.LEGAL],
                    "where": sorted({file for file, _line in message.locations}),
                    "translation": found if plural else found[0],
                }
            )
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def imported(before: str, rows: list[dict[str, Any]], language: Language) -> str:
    """The `.po` text with these translations put in. Raises KeyError for a sentence that it does not have."""
    catalog = extract.loads(before)
    table = {extract.key(message): message for message in extract.sentences(catalog)}
    changed = False
    for row in rows:
        translation = row["translation"]
        if not translation or not all(translation):
            continue
        message = table[row.get("context"), row["msgid"]]
        string = tuple(translation) if isinstance(translation, list) else translation
        changed = changed or string != message.string
        message.string = string
        message.flags.discard("fuzzy")
    # A translation that was changed has to be read again.
    review = ("", "") if changed else extract.review_of(before)
    return extract.dump(catalog, extract.header(language, *review))
