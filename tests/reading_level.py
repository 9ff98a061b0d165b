"""How hard our French is to read: `python -m tests.reading_level` prints the table, with the worst pages.

Formulas are alarms, not proof that people understand. They are computed on pooled texts: a single short
question says nothing. KM-A is Kandel and Moles' index in the form that most programs use (207 − 1.015 ASL
− 73.6 ASW), LIX is ASL + the share of long words (more than 6 letters) in per cent; ASL is words a sentence,
ASW syllables a word. Legal terms that we keep and explain do not count as long words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from core.documents.blocks import Block, Heading, texts
from core.documents.bundle import bundle
from core.documents.case import Case
from core.dossier import examples
from core.i18n import Message, render
from core.interview.flow import relevant
from core.interview.model import Page, Repeat
from core.interview.pages import ALL_PAGES
from core.law.assessment import assess
from tests.catalogues import extract

ON = date(2026, 11, 23)
# Terms that people will see and hear at desks: explained, never replaced.
TERMS = """
préfecture préfectures préfet sous-préfecture département titre récépissé attestation prolongation instruction
confirmation numéro étranger substitution renouvellement classement implicite tribunal administratif requête
requérant requérante défendeur pièces inventaire utilité injonction astreinte ordonnance greffe télérecours
citoyens mémoire défense réplique notification juridictionnelle pourvoi cassation défenseur domiciliation
convocation rendez-vous certificat résidence pluriannuelle démarches séjour référé mesures
"""
GLOSSARY = frozenset(TERMS.split())
# Shorter texts are labels and cells of tables; smaller pools swing too much to mean anything.
SHORTEST, SMALLEST = 5, 40
VOWELS = "aeiouyàâäéèêëîïôöùûüœæ"


@dataclass(frozen=True)
class Target:
    """What a kind of text should reach: at least this KM-A, at most this LIX and this ASL."""

    km: int
    lix: int
    asl: int


QUESTIONS, HELP, NOTE = Target(80, 35, 12), Target(75, 40, 14), Target(75, 42, 14)
FACTS, LAW = Target(65, 45, 20), Target(40, 60, 28)


@dataclass(frozen=True)
class Level:
    """The measures of a pooled text."""

    words: int
    asl: float
    km: float
    lix: float

    def reaches(self, target: Target) -> bool:
        """Whether the text is as easy as it should be."""
        return self.km >= target.km and self.lix <= target.lix and self.asl <= target.asl


def level(pool: Iterable[str]) -> Level:
    """The measures of these texts together; each text ends a sentence. A pool without words measures 0."""
    texts_ = [text for text in pool if len(words_of(text)) >= SHORTEST]
    sentences = [sentence for text in texts_ for sentence in sentences_of(text)]
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        return Level(0, 0, 0, 0)
    asl = len(words) / len(sentences)
    asw = sum(syllables(word) for word in words) / len(words)
    return Level(
        len(words), asl, 207 - 1.015 * asl - 73.6 * asw, asl + 100 * sum(map(is_long, words)) / len(words)
    )


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a text that have a word. Stops in « L. 521-3 » and « n° » end none."""
    joined = re.sub(r"\b(L|R|D|M|art|p)\.(?=\s)", r"\1", text)
    return (part for part in re.split(r"[.!?…:;\n]+(?=\s|$|»)", joined) if words_of(part))


def words_of(sentence: str) -> list[str]:
    """The words, an elided article with its noun."""
    return [word.strip("«»()[],;:.!?…–-\"'’ ") for word in sentence.split() if re.search(r"\w", word)]


def syllables(word: str) -> int:
    """Groups of vowels, without the mute e at the end; a number or a sign counts as one."""
    low = word.lower()
    groups = re.findall(f"[{VOWELS}]+", re.sub(r"[^\w]", " ", low))
    mute = re.search(r"(?:[gq]u|[^aeiouyàâéèêëîïôùûœ])(e|es|ent)$", low) is not None
    return max(1, len(groups) - (mute and len(groups) > 1))


def is_long(word: str) -> bool:
    """Whether the word, without its elided article, has more than six letters and is no term of ours."""
    own = word.lower().rpartition("’")[2]
    return len(own) > 6 and own not in GLOSSARY and not own.isdigit()


def filled(text: str | Message) -> str:
    """The French with something in the place of names."""
    french = render(text) if isinstance(text, Message) and not text.values else getattr(text, "msgid", text)
    plain = re.sub(r"\{(number|days|count|n)\}", "3", str(french))
    return re.sub(
        r"\{\w*(day|date|on|until)\w*\}",
        "3 novembre 2026",
        re.sub(r"\{(?!\w*day|\w*date)\w+\}", "Lyon", plain),
    )


def page_texts(page: Page) -> list[str]:
    """The heading, labels and hints of a page."""
    found: list[str | Message | None] = [page.heading]
    for question in page.questions:
        inner = question.questions if isinstance(question, Repeat) else ()
        for one in (question, *inner):
            found += [one.label, one.hint]
    return [filled(text) for text in found if text is not None]


def catalogue_texts(*prefixes: str) -> list[str]:
    """The sentences declared in these files."""
    return [
        filled(extract.key(message)[1])
        for message in extract.sentences(extract.template())
        if any(file.startswith(prefixes) for file, _line in message.locations)
    ]


def printed() -> dict[str, list[str]]:
    """What the example dossiers print, by kind of text."""
    found: dict[str, list[str]] = {"note": [], "facts": [], "law": []}
    for name in examples.names():
        dossier = relevant(examples.example(name, ON))
        case = Case(dossier, assess(dossier, ON), ON)
        for made in bundle(case, "fr", "Pour mesurer."):
            if made.document.name == "requete":
                for kind, text in requete_texts(made.document.blocks):
                    found[kind].append(text)
            elif made.personal:
                found["note"] += [text for block in made.document.blocks for text in texts(block)]
    return found


def requete_texts(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """The sentences of the requete after its head, as « facts » or « law »."""
    kind = ""
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            kind = {"Les faits": "facts", "La discussion": "law", "Ce que je demande au juge": "law"}.get(
                block.text, ""
            )
        elif kind:
            yield from ((kind, text) for text in texts(block))


def table() -> Iterator[tuple[str, Target, Level]]:
    """Every row: what is measured, what it should reach, what it reaches."""
    pages = {page.id: page_texts(page) for page in ALL_PAGES}
    yield "questions and hints", QUESTIONS, level(text for found in pages.values() for text in found)
    whys = [filled(page.why.text) for page in ALL_PAGES if page.why is not None]
    yield "why we ask", HELP, level(whys)
    yield (
        "errors",
        HELP,
        level(
            catalogue_texts(
                "core/interview/checks", "core/interview/parsing", "core/storage", "core/exhibits"
            )
        ),
    )
    yield "result and advice", NOTE, level(catalogue_texts("core/law/"))
    paper = printed()
    yield "note and sheets", NOTE, level(paper["note"])
    yield "requete: facts", FACTS, level(paper["facts"])
    yield "requete: law and demands", LAW, level(paper["law"])
    for name, found in pages.items():
        yield f"page {name}", QUESTIONS, level(found)


def line(name: str, target: Target, found: Level) -> str:
    """A row as text."""
    verdict = "too short to say" if found.words < SMALLEST else "ok" if found.reaches(target) else "hard"
    return (
        f"{name:32}{found.words:7}{found.km:7.0f} (≥ {target.km:2}){found.lix:6.0f} (≤ {target.lix:2})"
        f"{found.asl:7.1f} (≤ {target.asl:2})  {verdict}"
    )


def main() -> int:
    """Print the kinds of text, then the ten hardest pages."""
    rows = list(table())
    kinds = [row for row in rows if not row[0].startswith("page ")]
    pages = sorted((row for row in rows if row not in kinds), key=lambda row: row[2].km - row[2].lix)
    print(f"{'':32}{'words':>7}{'KM-A':>7}{'':7}{'LIX':>6}{'':7}{'ASL':>7}")
    print(*(line(*row) for row in kinds), sep="\n")
    print("\nThe hardest pages:")
    print(*(line(*row) for row in pages[:10]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
