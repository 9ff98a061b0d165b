"""« Pourquoi cette phrase ? »: the answers and the sources that made a sentence, each one step away."""

from __future__ import annotations

from collections.abc import Callable

from core.dossier.model import Dossier
from core.i18n import Message, _
from core.interview.behind import answers_behind
from core.interview.review import Line
from gui.widgets.basic import Group, TextLabel
from gui.widgets.cards import LinkRow
from gui.widgets.source_link import SourceLink
from gui.words import say

FIXED = _("Aucune de vos réponses ne change cette phrase : le programme l’écrit toujours ainsi.")
MADE_OF = _("Cette phrase vient de ces réponses. Choisissez celle à changer.")


class AnswersBehind(Group):
    """Lists the answers behind some facts. `change` gets the id of the page that asks for one."""

    def __init__(
        self,
        facts: tuple[str, ...],
        sources: tuple[str, ...],
        dossier: Dossier,
        change: Callable[[str], object],
    ) -> None:
        super().__init__(spacing=4, name=MADE_OF)
        lines = answers_behind(facts, dossier)
        self.column.addWidget(TextLabel(MADE_OF if lines else FIXED, "strong"))
        for line in lines:
            self.column.addWidget(_link(line, change))
        if sources:
            self.column.addWidget(TextLabel(_("Ce que dit la loi"), "strong"))
            for ident in sources:
                self.column.addWidget(SourceLink(ident))


def _link(line: Line, change: Callable[[str], object]) -> LinkRow:
    answer: Message | str = line.value
    link = LinkRow(line.label, icon="file", note=answer)
    link.setAccessibleName(say(_("Modifier : {question}", question=say(line.label))))
    link.setObjectName(f"behind:{line.page}:{line.path}")
    link.clicked.connect(lambda _checked=False: change(line.page))
    return link
