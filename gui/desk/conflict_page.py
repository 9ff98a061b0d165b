"""Two versions of one dossier side by side: the person chooses, none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from core.dossier.model import Dossier
from core.i18n import Message, _
from core.interview import flow
from core.interview.model import Page, Question, Repeat
from core.interview.pages import ALL_PAGES
from core.interview.review import worded
from core.storage.conflicts import Difference, differences
from gui.file_page import ListPage
from gui.widgets.basic import Button, Card, TextLabel, row


@dataclass(frozen=True)
class Version:
    """One of the files, read."""

    path: Path
    dossier: Dossier


class ConflictPage(ListPage):
    """`chosen` carries the path of the version to keep under the dossier's name."""

    chosen = Signal(object)

    def __init__(self, first: Version, second: Version) -> None:
        super().__init__(_("Deux versions du même dossier"), wide=True)
        self.main.addWidget(
            TextLabel(
                _(
                    "Deux ordinateurs ont changé ce dossier. Choisissez une version. "
                    "L’autre est gardée dans un autre fichier."
                )
            )
        )
        found = differences(first.dossier, second.dossier)
        pages = pages_to_name(first.dossier, second.dossier)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for column, words in enumerate((_("Question"), _("Première version"), _("Deuxième version"))):
            grid.addWidget(TextLabel(words, "strong"), 0, column)
            grid.setColumnStretch(column, 1)
        for line, difference in enumerate(found, start=1):
            texts = words_of(difference, first.dossier, second.dossier, pages)
            for column, text in enumerate(texts):
                grid.addWidget(TextLabel(text, "soft" if column == 0 else "body"), line, column)
        card = Card(spacing=8)
        if found:
            card.add(grid)
        else:
            card.add(TextLabel(_("Les réponses sont les mêmes dans les deux versions.")))
        self.main.addWidget(card)
        for number, (version, words) in enumerate(
            ((first, _("Garder la première version")), (second, _("Garder la deuxième version"))), start=1
        ):
            button = Button(words, partial(self.chosen.emit, version.path))
            button.setObjectName(f"conflict:{number}")
            self.main.addLayout(row(button, TextLabel(version.path.name, "small")))
        self.finish()


def pages_to_name(first: Dossier, second: Dossier) -> tuple[Page, ...]:
    """The pages whose questions name a difference, those that were shown first.

    The same answer is asked for in other words on a page that is for a parent: « Son nom de famille ».
    """
    return (*flow.visible_pages(first), *flow.visible_pages(second), *ALL_PAGES)


def words_of(
    difference: Difference, first: Dossier, second: Dossier, pages: Sequence[Page]
) -> tuple[Message | str, ...]:
    """The question and the two answers, in words; the name of the field where no page asks for it."""
    asked = question_at(difference.path, pages)
    if asked is None:
        return difference.path, _plain(difference.first), _plain(difference.second)
    question, number = asked
    label: Message | str = question.label
    if number is not None:
        label = _("{question} ({number})", question=question.label, number=number)
    return label, worded(question, difference.first, first), worded(question, difference.second, second)


def question_at(path: str, pages: Sequence[Page]) -> tuple[Question, int | None] | None:
    """The question that asks for this path, and the number of the item for one inside a list."""
    head, _bracket, rest = path.partition("[")
    number, _dot, name = rest.partition("].")
    for page in pages:
        for question in page.questions:
            if question.path != head:
                continue
            if not rest:
                return question, None
            if isinstance(question, Repeat):
                inner = next((q for q in question.questions if q.path == name), None)
                return None if inner is None else (inner, int(number) + 1)
    return None


def _plain(value: object) -> str:
    return "–" if value in (None, ()) else str(value)
