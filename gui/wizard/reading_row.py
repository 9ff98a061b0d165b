"""One passage of the reading: the French, what it means, the two choices, the answers behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from core.documents.blocks import plain
from core.documents.read_marks import Choice
from core.documents.reading import Pair, Passage
from core.dossier.model import Dossier
from core.i18n import _
from core.interview.review import Line
from gui.widgets.basic import Card, TextLabel, beside
from gui.widgets.cards import RadioCard
from gui.widgets.icons import Icon
from gui.widgets.marked_text import MarkedText

UNDERSTOOD, TO_CHANGE = _("J’ai compris"), _("À changer")


class SideBySide(QWidget):
    """The French on the left, also in a mirrored window, and the other text beside it or under it."""

    def __init__(self, french: QWidget, theirs: QWidget) -> None:
        super().__init__()
        # Both columns keep their places: two people point at the same line.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(28)
        for text in (french, theirs):
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._box.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)

    def fold(self, folded: bool) -> None:
        """Put the second text under the first one, or back beside it."""
        direction = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != direction:
            self._box.setDirection(direction)
            self._box.setSpacing(8 if folded else 28)


def _texts(pair: Pair, *, right_to_left: bool, kind: str = "body") -> SideBySide:
    return SideBySide(
        MarkedText(pair.french, kind=kind), MarkedText(pair.theirs, right_to_left=right_to_left, kind=kind)
    )


class TitleRow(QWidget):
    """A title of the requete. It is read, not ticked."""

    def __init__(self, passage: Passage, *, right_to_left: bool) -> None:
        super().__init__()
        kind = "section" if passage.level == 1 else "strong"
        self.side_by_side = [_texts(pair, right_to_left=right_to_left, kind=kind) for pair in passage.pairs]
        box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        box.setContentsMargins(0, 8, 0, 0)
        for pair in self.side_by_side:
            box.addWidget(pair)


class PassageRow(Card):
    """A passage with its two choices. `chosen` carries the choice; `answers` is the dossier behind it."""

    chosen = Signal(object)

    def __init__(
        self,
        passage: Passage,
        number: int,
        choice: Choice | None,
        *,
        changed: bool,
        right_to_left: bool,
        answers: Dossier,
        change: Callable[[Line], object],
    ) -> None:
        super().__init__(spacing=10)
        self._passage, self._answers, self._change = passage, answers, change
        self._behind: QWidget | None = None
        self.setObjectName(f"passage:{number}")
        if changed:
            self.add(
                beside(
                    Icon("warn", "warn"),
                    TextLabel(_("Cette phrase a changé. Lisez-la de nouveau."), "strong"),
                )
            )
        self.side_by_side = [_texts(pair, right_to_left=right_to_left) for pair in passage.pairs]
        for pair in self.side_by_side:
            self.add(pair)
        french = "\n".join(plain(pair.french) for pair in passage.pairs)
        theirs = "\n".join(plain(pair.theirs) for pair in passage.pairs)
        self.setAccessibleName(french)
        self.setAccessibleDescription(theirs)
        self._group = QButtonGroup(self)
        self._cards = {Choice.UNDERSTOOD: RadioCard(UNDERSTOOD), Choice.TO_CHANGE: RadioCard(TO_CHANGE)}
        choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        choices.setSpacing(12)
        for kind, card in self._cards.items():
            card.setObjectName(f"passage:{number}:{kind.value}")
            # Said with each choice: the one who listens hears what is agreed to.
            card.setAccessibleDescription(french)
            card.setChecked(kind is choice)
            self._group.addButton(card)
            choices.addWidget(card, 1)
            card.toggled.connect(lambda on, kind=kind: self._toggled(kind) if on else None)
        choices.addStretch(1)
        self.add(choices)
        if choice is Choice.TO_CHANGE:
            self._show_behind()

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        return next((kind for kind, card in self._cards.items() if card.isChecked()), None)

    def has_focus(self) -> bool:
        """Whether the keyboard is on one of the two choices."""
        return any(card.hasFocus() for card in self._cards.values())

    def focus_choice(self) -> None:
        """Put the keyboard on the choice made, or on the first one."""
        self._cards[self.choice or Choice.UNDERSTOOD].setFocus(Qt.FocusReason.OtherFocusReason)

    def agree(self) -> None:
        """Take the choice that has the focus, unless one was made."""
        if self.choice is None:
            next(card for card in self._cards.values() if card.hasFocus()).setChecked(True)

    def _toggled(self, kind: Choice) -> None:
        if kind is Choice.TO_CHANGE:
            self._show_behind()
        elif self._behind is not None:
            self._behind.hide()
        self.chosen.emit(kind)

    def _show_behind(self) -> None:
        if self._behind is None:
            from gui.preview.why import Origin, WhyPanel

            read = self._passage
            origin = Origin(read.facts, read.sources, read.exhibits)
            self._behind = WhyPanel(origin, self._answers, self._change)
            self.add(self._behind)
        self._behind.show()
