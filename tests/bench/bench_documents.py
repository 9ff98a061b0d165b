"""Printing against bare reportlab, in one run.

Two baselines. For the requete: the same words as plain paragraphs in one font. For all documents: the same
pages made by hand, tables as tables and titles in bold, without our composition, layout rules or checks.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import msgspec

from core.documents import bundle
from core.documents.blocks import Banner, Document, Heading, Run, Table, plain, texts
from core.documents.case import Case
from core.documents.pdf_kit import FONT, markup, reportlab, style
from core.documents.render_pdf import pdf
from core.documents.requete import requete
from core.dossier.examples import load
from core.dossier.model import Attempt, Dossier
from core.dossier.values import Channel
from core.law.assessment import assess
from tests.bench.table import Row, interleaved, timed

RUNS = 15
FEW, MANY = 50, 200


def measure() -> list[Row]:
    """The requete, all documents of `cergy`, and 200 attempts against 50."""
    case = _case(load("cergy").dossier)
    printed = requete(case)
    everything = [made.document for made in bundle.bundle(case)]
    pdf(printed)  # imports and fonts: once, outside the measure
    rows = [
        _against(
            "requete of four pages, composed and printed, against plain paragraphs",
            lambda: pdf(requete(case)),
            lambda: _plain(printed),
        ),
        _against(
            "all PDF documents of cergy, composed and printed, against the same pages by hand",
            lambda: _print_all(case),
            lambda: [_by_hand(document) for document in everything],
        ),
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


def _against(name: str, ours: Callable[[], object], bare: Callable[[], object]) -> Row:
    mine, theirs = interleaved(lambda: timed(ours), lambda: timed(bare), RUNS)
    return Row.of(name, statistics.median(mine), statistics.median(theirs), "s")


def _plain(document: Document) -> bytes:
    """The same words as plain paragraphs in the same font."""
    body = style("body")
    words = [words_of(text) for block in document.blocks for text in texts(block)]
    return _built([reportlab().Paragraph(text, body) for text in words])


def _by_hand(document: Document) -> bytes:
    """The same blocks as a programmer would write them for this one document."""
    lab: Any = reportlab()
    flowables: list[Any] = []
    for block in document.blocks:
        if isinstance(block, Table):
            cells = [[plain(cell) for cell in row] for row in block.rows]
            flowables.append(
                lab.Table(
                    [
                        [lab.Paragraph(words_of(text), style("cell")) for text in row]
                        for row in [list(block.header), *cells]
                    ],
                    style=[("GRID", (0, 0), (-1, -1), 0.5, lab.grey)],
                    repeatRows=1,
                )
            )
            continue
        kind = style("heading1" if isinstance(block, Heading | Banner) else "body")
        flowables += [lab.Paragraph(words_of(text), kind) for text in texts(block)]
    return _built(flowables)


def _built(flowables: list[Any]) -> bytes:
    lab: Any = reportlab()
    out = BytesIO()
    template = lab.BaseDocTemplate(out, pagesize=lab.A4, invariant=1, initialFontName=FONT)
    frame = lab.Frame(template.leftMargin, template.bottomMargin, template.width, template.height)

    def number(canvas: Any, _template: Any) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawString(50, 30, str(canvas.getPageNumber()))

    template.addPageTemplates([lab.PageTemplate(id="page", frames=[frame], onPageEnd=number)])
    template.build(flowables)
    return out.getvalue()


def words_of(text: str) -> str:
    """The text, escaped."""
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
