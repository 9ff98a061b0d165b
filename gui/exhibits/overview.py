"""What still lacks: facts told without a proof, papers told without a file; and what all the files weigh."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from core.dossier.evidence import announced_exhibits, named_paper
from core.dossier.model import Dossier, Exhibit
from core.exhibits import arrange
from core.exhibits.limits import MEGABYTE
from core.exhibits.output import Weight
from core.i18n import Message, _
from gui.exhibits.changes import fact_words
from gui.exhibits.proof_line import ADD_IMAGE
from gui.exhibits.taking import Target
from gui.widgets.basic import Button, Card, Group, TextLabel, beside
from gui.widgets.flow import flowing
from gui.widgets.icons import Icon
from gui.words import say


class Overview(Group):
    """`add` takes files for a target, `accept` puts a paper in the list without a file."""

    def __init__(self, add: Callable[[Target], object], accept: Callable[[Exhibit], object]) -> None:
        super().__init__(spacing=12)
        self._add, self._accept = add, accept
        self._shown: object = None
        # What is still lacking keeps its card: a long list would make the window wait.
        self._cards: dict[Hashable, QWidget] = {}
        # By what they show, as they would be listed now: their ids go on from those of the list.
        self._papers: dict[str, Exhibit] = {}

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what this dossier lacks."""
        announced, unproven = announced_exhibits(dossier), arrange.unproven(dossier)
        lines = tuple((fact, say(fact_words(dossier, fact))) for fact in unproven)
        if (announced, lines) == self._shown:
            return
        self._shown = (announced, lines)
        self._papers = {exhibit.proves[0]: exhibit for exhibit in announced}
        shown: list[QWidget] = []
        if announced:
            shown.append(TextLabel(_("Papiers dont vous avez parlé, sans fichier ici"), "label"))
            shown += [self._announced(dossier, exhibit) for exhibit in announced]
        if lines:
            shown.append(TextLabel(_("Dit, pas encore prouvé"), "label"))
            shown += [self._unproven(fact, words) for fact, words in lines]
        self.fill(*shown)
        self._cards = {key: card for key, card in self._cards.items() if card in shown}

    def _card(self, key: Hashable, make: Callable[[], QWidget]) -> QWidget:
        if key not in self._cards:
            self._cards[key] = make()
        return self._cards[key]

    def _announced(self, dossier: Dossier, exhibit: Exhibit) -> QWidget:
        fact = exhibit.proves[0]
        title = say(named_paper(dossier, fact))
        about = say(fact_words(dossier, fact))
        lines = (title,) if about == title else (title, about)
        return self._card((fact, *lines), lambda: self._make_announced(fact, lines))

    def _make_announced(self, fact: str, lines: Sequence[str]) -> QWidget:
        words = ", ".join(lines)
        accept = Button(
            _("Garder sans fichier"),
            lambda: self._accept(self._papers[fact]),
            "link",
            name=_("Garder sans fichier : {paper}", paper=words),
        )
        accept.setObjectName("exhibits:take")
        return _line(Icon("file", "soft"), lines, self._button(fact, words), accept)

    def _unproven(self, fact: str, words: str) -> QWidget:
        return self._card(
            (fact, words), lambda: _line(Icon("warn", "warn"), (words,), self._button(fact, words))
        )

    def _button(self, fact: str, words: str) -> Button:
        button = Button(
            ADD_IMAGE,
            partial(self._add, Target(proves=(fact,))),
            "link",
            name=_("Ajouter l’image : {what}", what=words),
        )
        button.setObjectName(f"exhibits:prove:{fact}")
        return button


def _line(sign: Icon, lines: Sequence[str], *buttons: Button) -> QWidget:
    # A label each: the French title and the words under it may be written in two directions.
    words = beside(sign, *(TextLabel(line) for line in lines))
    return Card(words, flowing(*buttons, spacing=4), spacing=2, margins=(18, 8, 8, 4))


def weight_words(weight: Weight) -> Message:
    """What the files weigh, and what to do where it is too much."""
    total, budget = _megabytes(weight.total), str(weight.budget // MEGABYTE)
    if weight.too_much:
        return _(
            "Poids des fichiers : environ {total} Mo. C’est trop : le maximum conseillé est {budget} Mo. "
            "Enlevez des pages inutiles.",
            total=total,
            budget=budget,
        )
    return _("Poids des fichiers : environ {total} Mo sur {budget} Mo.", total=total, budget=budget)


def _megabytes(size: int) -> str:
    # Upwards: the person must not hope for more room than there is.
    whole, tenth = divmod(-(-size * 10 // MEGABYTE), 10)
    return f"{whole},{tenth}"
