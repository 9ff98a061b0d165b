"""Legal sentences translated back into French by somebody who saw the translation alone, and compared.

What came of it is kept beside the catalogue, in `read-back.json`: the French again, and whether it says the
same. Each entry carries a digest of the translation that was read, so that a sentence that is reworded later
counts as not read back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Message

from core.languages import Language
from tests.catalogues import extract

# `same`: the French again. `mended`: it was not, and the translation was corrected. `doubt`: ask a reader.
VERDICTS = ("same", "mended", "doubt")
Kept = dict[str, dict[str, str]]


def kept_of(language: Language, folder: Path = extract.TRANSLATIONS) -> Path:
    """The file of a language."""
    return folder / language.code / "read-back.json"


def load(language: Language, folder: Path = extract.TRANSLATIONS) -> Kept:
    """What was kept, by the name of the sentence; nothing where nothing was."""
    path = kept_of(language, folder)
    kept: Kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return kept


def legal(language: Language, folder: Path = extract.TRANSLATIONS) -> Iterator[Message]:
    """The legal sentences of a language that are translated."""
    catalog = extract.load(extract.source_of(language, folder))
    for message in extract.sentences(catalog):
        if extract.LEGAL in message.auto_comments and extract.is_translated(message):
            yield message


def waiting(language: Language, folder: Path = extract.TRANSLATIONS) -> list[Message]:
    """The legal sentences of which this translation was not read back."""
    kept = load(language, folder)
    return [m for m in legal(language, folder) if kept.get(name(m), {}).get("of") != digest(m)]


def name(message: Message) -> str:
    """What an entry is kept under: the French sentence, after its context where it has one."""
    context, msgid = extract.key(message)
    return msgid if context is None else f"{context}|{msgid}"


def digest(message: Message) -> str:
    """A short mark of a translation."""
    return hashlib.sha256("\0".join(extract.forms(message)).encode()).hexdigest()[:12]


def exported(messages: list[Message]) -> str:
    """The translations alone, numbered: whoever translates them back must not see the French."""
    rows = [{"n": n, "text": " / ".join(extract.forms(m))} for n, m in enumerate(messages)]
    return json.dumps(rows, ensure_ascii=False, indent=0) + "\n"


def imported(kept: Kept, rows: list[dict[str, Any]], messages: list[Message]) -> str:
    """The text of the file with these rows put in. Raises KeyError for a sentence that is not legal."""
    table = {name(message): message for message in messages}
    result = {sentence: entry for sentence, entry in kept.items() if sentence in table}
    for row in rows:
        if row["verdict"] not in VERDICTS:
            raise ValueError(f"a verdict is one of {', '.join(VERDICTS)}")
        entry = {"of": digest(table[row["name"]]), "back": row["back"], "verdict": row["verdict"]}
        result[row["name"]] = entry | ({"note": row["note"]} if row.get("note") else {})
    return json.dumps(dict(sorted(result.items())), ensure_ascii=False, indent=1) + "\n"
