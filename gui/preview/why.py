"""« Pourquoi cette phrase ? »: the answers, the law and the exhibits that a paragraph comes from, each one
step away. The preview of the documents and the reading side by side show it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.dossier.evidence import numbered_exhibits
from core.dossier.model import Dossier
from core.i18n import Message, _, ngettext
from core.interview.review import Line, behind
from gui.widgets.basic import Button, Card, TextLabel
from gui.widgets.source_link import SourceLink
from gui.words import say

ALWAYS_THE_SAME = _("Cette phrase vient de la loi ou du formulaire. Ses mots sont toujours les mêmes.")
NOT_ASKED = _("Aucune question ne porte sur cette phrase.")


@dataclass(frozen=True)
class Origin:
    """What a paragraph comes from: paths of answers, sources of the law, numbers of exhibits."""

    facts: tuple[str, ...]
    sources: tuple[str, ...]
    exhibits: tuple[int, ...]


class WhyPanel(Card):
    """What explains a paragraph. `change` leads to an answer; `summary` says what is here."""

    def __init__(self, origin: Origin, dossier: Dossier, change: Callable[[Line], object]) -> None:
        super().__init__(spacing=8)
        facts, sources, exhibits = origin.facts, origin.sources, origin.exhibits
        answers = behind(facts, dossier) if facts else ()
        self.summary: Message = _summary(len(answers)) if answers else ALWAYS_THE_SAME
        if facts and not answers:
            self.summary = NOT_ASKED
        if answers:
            self.add(TextLabel(_("Vos réponses"), "help-title"))
            said = ""
            for line in answers:
                label = say(line.label)
                self.add(_answer(line, label if label != said else "", change))
                said = label
        else:
            self.add(TextLabel(self.summary))
        if sources:
            title = ngettext("Le texte de loi", "Les textes de loi", len(sources))
            self.add(TextLabel(title, "help-title"))
            for ident in sources:
                self.add(SourceLink(ident))
        if exhibits:
            self.add(TextLabel(_("Les pièces"), "help-title"))
            pieces = numbered_exhibits(dossier)
            for number in exhibits:
                named = pieces[number - 1].title or _("sans titre")
                self.add(TextLabel(_("Pièce n° {number} : {title}", number=number, title=named)))


def _summary(number: int) -> Message:
    return ngettext(
        "Cette phrase vient de {number} réponse.", "Cette phrase vient de {number} réponses.", number
    )


def _answer(line: Line, label: str, change: Callable[[Line], object]) -> QWidget:
    holder = QWidget()
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(12)
    words = QVBoxLayout()
    words.setSpacing(0)
    if label:
        words.addWidget(TextLabel(label, "small"))
    value = TextLabel(line.value)
    words.addWidget(value)
    across.addLayout(words, 1)
    # A line of a list is told by its own words, another answer by its question.
    about = value.text() if line.item is not None else say(line.label)
    button = Button(
        _("Modifier"), lambda: change(line), "link", name=_("Modifier : {question}", question=about)
    )
    button.setObjectName(f"change:{line.path}" + (f":{line.item}" if line.item is not None else ""))
    across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return holder
