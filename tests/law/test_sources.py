"""No source, no statement: what the law module may say, word for word."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core.law.model import Confidence, Source, SourceKind
from core.law.sources import LEGAL_BASE, SOURCES, printable, source

ROOT = Path(__file__).parents[2]
ARTICLES = Path(__file__).parent / "articles"
ENTRIES = [pytest.param(entry, id=ident) for ident, entry in SOURCES.items()]
QUOTED = [pytest.param(entry, id=ident) for ident, entry in SOURCES.items() if entry.quotation]

# Decisions of procedure.md §7.1 whose holding was read in concordant commentaries only: citable all the same.
CITABLE_BELOW_HIGH = {
    "ce-448178", "ce-455740", "ce-453391", "ce-473349", "arrete-2023-08-01", "accord-franco-algerien"
}  # fmt: skip
SOURCE_ID = re.compile(r"(cja|ceseda|crpa|civil|ce|arrete|cc|accord)-[a-z0-9][a-z0-9-]*")
ARTICLE = re.compile(r"\b([LRD])\.(\*?) ?(\d+(?:-\d+)*)")
DECISION = re.compile(r"n° ?(\d{6})\b")


def words(text: str) -> str:
    """The words alone: typography (apostrophes, quotation marks, blanks) is ours, the words are the law's."""
    text = unicodedata.normalize("NFC", text).replace("’", "'")
    return " ".join(re.sub(r"[«»“”\"]", " ", text).split())


@pytest.mark.parametrize("entry", QUOTED)
def test_a_quotation_is_word_for_word_the_article(entry: Source) -> None:
    article = words((ARTICLES / f"{entry.id}.txt").read_text(encoding="utf-8"))
    quoted = words(entry.quotation or "")
    assert quoted in article
    # Whole paragraphs: no quotation stops in the middle of a rule.
    paragraphs = [words(line) for line in (ARTICLES / f"{entry.id}.txt").read_text("utf-8").split("\n")]
    assert [words(line) for line in (entry.quotation or "").split("\n")] == [
        line for line in paragraphs if line and line in quoted
    ]


def test_a_changed_word_is_noticed() -> None:
    article = words((ARTICLES / "cja-l521-3.txt").read_text(encoding="utf-8"))
    changed = words((source("cja-l521-3").quotation or "").replace("utiles", "nécessaires"))
    assert changed not in article


def test_every_copied_article_is_quoted() -> None:
    assert {path.stem for path in ARTICLES.glob("*.txt")} == {
        ident for ident, entry in SOURCES.items() if entry.quotation
    }


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_is_complete(entry: Source) -> None:
    assert SOURCE_ID.fullmatch(entry.id)
    assert entry.citation.strip() == entry.citation != ""
    assert str(entry.holds).endswith(".")
    assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=[.!?])\s", str(entry.holds)))
    assert entry.url.startswith("https://")
    assert LEGAL_BASE < entry.read_on <= date(2026, 11, 23)
    if entry.kind is SourceKind.CODE:
        number = entry.id.partition("-")[2]
        assert number == re.sub(r"[ .*]", "", entry.citation.split(" d")[0].removeprefix("article ")).lower()


@pytest.mark.parametrize("entry", ENTRIES)
def test_only_what_is_sure_is_printable(entry: Source) -> None:
    if entry.printable:
        assert entry.confidence in (Confidence.HIGH, Confidence.MEDIUM_HIGH)
        assert entry.confidence is Confidence.HIGH or entry.id in CITABLE_BELOW_HIGH


@pytest.mark.parametrize(
    "ident",
    [
        "ce-229773",  # the presumption of L. 521-1: never as a precedent of L. 521-3
        "ce-357248",
        "ceseda-l911-1",
        "cja-r741-12",
    ],
)
def test_what_must_not_be_printed_is_refused(ident: str) -> None:
    with pytest.raises(ValueError, match=ident):
        printable(ident)


def test_what_may_be_printed_is_given() -> None:
    assert printable("ce-435594") is SOURCES["ce-435594"]
    with pytest.raises(KeyError):
        printable("ce-454716")


@pytest.mark.parametrize("forbidden", ["454716", "497485", "496484", "L. 522-2 ", "R. 411-2 "])
def test_what_procedure_forbids_has_no_entry(forbidden: str) -> None:
    assert not any(forbidden in f"{entry.citation} " for entry in SOURCES.values())


def python_files() -> Iterator[Path]:
    for folder in ("core", "gui"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """The string constants of a file that are not docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


# Articles that a title's legal basis or another text of the tables names; they are data, not statements.
_DATA = {"L. 435-3"}


def unsourced(text: str) -> list[str]:
    """The articles, decisions and ids in a string that no entry stands behind."""
    articles = {
        f"{m[1]}.{m[2]} {m[3]}" for entry in SOURCES.values() for m in ARTICLE.finditer(entry.citation)
    }
    decisions = {number for entry in SOURCES.values() for number in DECISION.findall(entry.citation)}
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    if re.fullmatch(r"(cja|ceseda|crpa|civil)-[lrd]\d[\d-]*|ce-\d{6}|arrete-[\d-]+", text):
        return [] if text in SOURCES else [text]
    if re.search(r"[\\^\[]", text):  # a regular expression
        return []
    named = {f"{m[1]}.{m[2]} {m[3]}" for m in ARTICLE.finditer(text)}
    return sorted(named - articles - _DATA) + sorted(set(DECISION.findall(text)) - decisions)


@pytest.mark.parametrize("path", [pytest.param(p, id=str(p.relative_to(ROOT))) for p in python_files()])
def test_whatever_names_the_law_has_an_entry(path: Path) -> None:
    if path.parent.name != "sources":
        assert [(line, name) for line, text in strings_of(path) for name in unsourced(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("article R. 999-1 du CESEDA", ["R. 999-1"]),
        ("CE, 1er mai 2020, n° 123456", ["123456"]),
        ("ceseda-r999-1", ["ceseda-r999-1"]),
        ("Selon l’article L. 521-3 et le n° 435594", []),
        ("ceseda-r431-2", []),
        ("R.* 432-1", []),
    ],
)
def test_an_invented_law_is_noticed(text: str, found: list[str]) -> None:
    assert unsourced(text) == found
