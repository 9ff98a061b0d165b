"""Printing, against bare reportlab on the same number of pages and paragraphs, in one run."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import msgspec

from core.documents import bundle
from core.documents.blocks import Document, texts
from core.documents.case import Case
from core.documents.pdf_kit import FONT, markup, reportlab, style
from core.documents.render_pdf import pdf
from core.documents.requete import requete
from core.dossier.examples import load
from core.dossier.model import Attempt, Dossier
from core.dossier.values import Channel
from core.law.assessment import assess
from tests.bench.table import Row, interleaved, timed

RUNS = 9
FEW, MANY = 50, 200


def measure() -> list[Row]:
    """The requete, all documents of `cergy`, and 200 attempts against 50."""
    case = _case(load("cergy").dossier)
    printed = requete(case)
    everything = [made.document for made in bundle.bundle(case)]
    pdf(printed)  # imports and fonts: once, outside the measure
    rows = [
        _against_bare("requete of four pages, composed and printed", lambda: pdf(requete(case)), [printed]),
        _against_bare("all PDF documents of cergy", lambda: _print_all(case), everything),
    ]
    few, many = _case(_with_attempts(FEW)), _case(_with_attempts(MANY))
    ours, baseline = interleaved(
        lambda: timed(lambda: _print_all(many)) / MANY, lambda: timed(lambda: _print_all(few)) / FEW, RUNS
    )
    name = f"time per attempt, {MANY} attempts against {FEW} (linear: 1 or less)"
    rows.append(Row.of(name, statistics.median(ours), statistics.median(baseline), "s"))
    total, limit = statistics.median(timed(lambda: _write_all(case)) for _run in range(RUNS)), 0.5
    rows.append(Row.of("all documents of cergy, DOCX included, against the aim of 0.5 s", total, limit, "s"))
    return rows


def _against_bare(name: str, ours: Callable[[], object], documents: list[Document]) -> Row:
    mine, bare = interleaved(
        lambda: timed(ours), lambda: timed(lambda: [_bare(document) for document in documents]), RUNS
    )
    return Row.of(name, statistics.median(mine), statistics.median(bare), "s")


def _bare(document: Document) -> bytes:
    """The same words as plain paragraphs in the same font, by reportlab alone."""
    lab: Any = reportlab()
    out = BytesIO()
    template = lab.BaseDocTemplate(out, pagesize=lab.A4, invariant=1, initialFontName=FONT)
    frame = lab.Frame(template.leftMargin, template.bottomMargin, template.width, template.height)
    template.addPageTemplates([lab.PageTemplate(id="page", frames=[frame])])
    body = style("body")
    words = [markup_of(text) for block in document.blocks for text in texts(block)]
    template.build([lab.Paragraph(text, body) for text in words])
    return out.getvalue()


def markup_of(text: str) -> str:
    """The text escaped."""
    from core.documents.blocks import Run

    return markup((Run(text),))


def _print_all(case: Case) -> list[bytes]:
    return [pdf(made.document) for made in bundle.bundle(case)]


def _write_all(case: Case) -> list[bytes]:
    return [bundle.RENDERERS[form](made.document) for made in bundle.bundle(case) for form in made.forms]


def _case(dossier: Dossier) -> Case:
    day = load("cergy").day
    return Case(dossier, assess(dossier, day), day)


def _with_attempts(number: int) -> Dossier:
    first = date(2024, 1, 1)
    attempts = tuple(
        Attempt(
            id=f"a{n}", on=first + timedelta(days=2 * n), channel=Channel.ANEF, same_message=True, proof=True
        )
        for n in range(1, number + 1)
    )
    return msgspec.structs.replace(load("cergy").dossier, attempts=attempts)
