"""What can be wrong with a catalogue: one small function a fault, each with what to do about it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError

from core.i18n import fits
from core.languages import TRANSLATED, Language
from tests.catalogues import extract, read_back

# Below this share of sentences a language is not worth choosing: people would read half of it in French.
ENOUGH = 0.9
ISOLATES = "\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}"
POP = "\N{POP DIRECTIONAL ISOLATE}"
# Old direction controls leak into what follows; isolates do the same work and end where they should.
EMBEDDINGS = re.compile("[\\u202a-\\u202e]")
MARKS = re.compile("[\\u200e\\u200f\\u061c\\u2066-\\u2069]")
TAG = re.compile(r"</?[a-z][^>]*>", flags=re.IGNORECASE)
NAME = re.compile(r"\{[^{}]*\}")

Rule = Callable[[Language, Message], Iterator[str]]


def placeholders_kept(_language: Language, message: Message) -> Iterator[str]:
    """The program fills in names: a name that differs would print braces or lose an answer."""
    singular, plural = sources(message)
    for form in extract.forms(message):
        if not fits(singular, plural, form):
            yield "the names in braces differ from the French"


def plural_forms_there(language: Language, message: Message) -> Iterator[str]:
    """Each number has its own form of words in the language; one missing would print the wrong one."""
    wanted = 1 if isinstance(message.id, str) else language.plural_forms
    found = extract.forms(message)
    if len(found) != wanted:
        yield f"{len(found)} plural forms instead of {wanted}"
    elif not all(found):
        yield "a plural form is empty"


def direction_sound(language: Language, message: Message) -> Iterator[str]:
    """A direction control that is not closed turns the rest of the sentence round."""
    for form in extract.forms(message):
        if EMBEDDINGS.search(form):
            yield "use U+2068 … U+2069 instead of an old direction control"
        if not is_balanced(form):
            yield "an isolate is not closed, or closed without being open"
        if not language.right_to_left and MARKS.search(form):
            yield "a language written from left to right needs no direction control"


def is_balanced(text: str) -> bool:
    """Whether every isolate is closed, in order."""
    depth = 0
    for character in text:
        depth += (character in ISOLATES) - (character == POP)
        if depth < 0:
            return False
    return depth == 0


def markup_kept(_language: Language, message: Message) -> Iterator[str]:
    """Qt takes a text with a tag for markup; `&` marks a key of a button."""
    source = sources(message)[0]
    for form in extract.forms(message):
        if Counter(TAG.findall(form)) != Counter(TAG.findall(source)) or "\n" * source.count(
            "\n"
        ) != "\n" * form.count("\n"):
            yield "the tags or the line breaks differ from the French"
        if form.count("&") != source.count("&"):
            yield "there are more or fewer & than in the French"


def characters_sound(_language: Language, message: Message) -> Iterator[str]:
    """Digits are 0-9 everywhere, so that two people can point at the same number."""
    for form in extract.forms(message):
        for character in form:
            kind = unicodedata.category(character)
            if kind == "Nd" and character not in "0123456789":
                yield f"write the digits 0-9 instead of {character}"
                break
            if (
                kind in {"Cn", "Co", "Cs"}
                or (kind == "Cc" and character not in "\n\t")
                or character == "\ufffd"
            ):
                yield f"U+{ord(character):04X} is no character for a reader"
                break
        if "??" in form:
            yield "?? marks a doubt: settle it, or put it in a comment"


def numbers_kept(_language: Language, message: Message) -> Iterator[str]:
    """A delay, an amount or an article's number that is missing or different harms whoever relies on it."""
    singular, plural = sources(message)
    if plural is not None:
        return
    for form in extract.forms(message):
        missing = numbers(singular) - numbers(form)
        if missing:
            yield f"the French has {', '.join(sorted(missing))}"


def numbers(text: str) -> Counter[str]:
    """The numbers written in a text, outside its placeholders."""
    return Counter(re.findall(r"[0-9]+", NAME.sub(" ", text)))


RULES: tuple[Rule, ...] = (
    plural_forms_there, placeholders_kept, direction_sound, markup_kept, characters_sound, numbers_kept,
)  # fmt: skip


def sources(message: Message) -> tuple[str, str | None]:
    """The French singular, and the plural where there is one."""
    return (message.id, None) if isinstance(message.id, str) else (message.id[0], message.id[1])


def faults(language: Language, text: str, template: Catalog) -> Iterator[str]:
    """Everything that is wrong in the `.po` file of a language."""
    try:
        catalog = extract.loads(text)
    except (PoFileError, ValueError) as error:
        yield f"cannot be read: {error}"
        return
    if not text.startswith(extract.header(language, *extract.review_of(text))):
        yield "the header is not ours: run update"
    if inventory(catalog) != inventory(template):
        yield "does not have the sentences of the program: run update"
    entries = list(extract.sentences(catalog))
    ready = is_ready(entries)
    for message in entries:
        started = any(extract.forms(message)) and not message.fuzzy
        for rule in RULES if started else ():
            for fault in rule(language, message):
                yield f"« {extract.key(message)[1]} »: {fault}"
        if ready and not extract.is_translated(message) and extract.LEGAL in message.auto_comments:
            yield f"« {extract.key(message)[1]} »: a legal sentence is not translated"


def is_ready(entries: Sequence[Message]) -> bool:
    """Whether enough is translated to offer the language; a draft below that is kept and not compiled."""
    return bool(entries) and sum(map(extract.is_translated, entries)) >= ENOUGH * len(entries)


def inventory(catalog: Catalog) -> set[tuple[extract.Key, str | None, tuple[str, ...]]]:
    """What a catalogue has to translate, wherever it stands and in whatever order."""
    return {
        (extract.key(message), sources(message)[1], tuple(sorted(set(message.auto_comments))))
        for message in extract.sentences(catalog)
    }


def all_faults(folder: Path = extract.TRANSLATIONS) -> Iterator[str]:
    """Every fault of the template and of every language, as `path: fault`."""
    template = extract.template()
    pot = folder / extract.TEMPLATE.name
    if not pot.exists() or inventory(extract.load(pot)) != inventory(template):
        yield f"{pot.name}: is not what the sources say: run python -m tests.catalogues update"
    for language in TRANSLATED:
        path = extract.source_of(language, folder)
        name = path.relative_to(folder).as_posix()
        if not path.exists():
            yield f"{name}: is missing: run python -m tests.catalogues update"
            continue
        for fault in faults(language, path.read_text(encoding="utf-8"), template):
            yield f"{name}: {fault}"


def summary(folder: Path = extract.TRANSLATIONS) -> Iterator[str]:
    """One line a language: how much is translated, and who reviewed it."""
    for language in TRANSLATED:
        path = extract.source_of(language, folder)
        if not path.exists():
            continue
        entries = list(extract.sentences(extract.load(path)))
        done = sum(map(extract.is_translated, entries))
        by, on = extract.review_of(path.read_text(encoding="utf-8"))
        state = f"reviewed by {by} on {on}" if by and on else "not reviewed"
        offer = "offered" if is_ready(entries) else "a draft, not offered"
        legal, waiting = list(read_back.legal(language, folder)), read_back.waiting(language, folder)
        back = f"{len(legal) - len(waiting)} of {len(legal)} legal ones read back"
        yield f"{language.code:8}{done:5} of {len(entries)} sentences, {back}, {offer}, {state}"


def compile_ready(folder: Path = extract.TRANSLATIONS) -> None:
    """Compile every language that is ready; take away the compiled form of one that no longer is."""
    for language in TRANSLATED:
        path = extract.source_of(language, folder)
        compiled = path.with_suffix(".mo")
        catalog = extract.load(path)
        if is_ready(list(extract.sentences(catalog))):
            with compiled.open("wb") as stream:
                write_mo(stream, catalog)
        else:
            compiled.unlink(missing_ok=True)
