"""The keys of a volunteer: which there are, how they are written, the card that lists them."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from core.i18n import Message, _
from gui.widgets.basic import Card, TextLabel

# On macOS Ctrl is the command key: with an arrow it moves in a text there; Option with a digit types a sign.
_MAC = sys.platform == "darwin"
NEXT_BLOCK, PREVIOUS_BLOCK = ("Ctrl+PgDown", "Ctrl+PgUp") if _MAC else ("Ctrl+Down", "Ctrl+Up")
NEW_ATTEMPT, NEW_EXHIBIT, NEW_LINE, HELP = "Ctrl+E", "Ctrl+P", "Ctrl+L", "F1"
# Keys that a text field leaves to the window. Where nothing asks for them they do what they do in texts.
TEXT_LEAVES = (NEXT_BLOCK, PREVIOUS_BLOCK, NEW_ATTEMPT, NEW_EXHIBIT, NEW_LINE)
# A French keyboard gives the digits with Shift only; the signs without it count too.
_FRENCH_ROW = "&É\"'(-È_Ç"
SECTION_KEYS: tuple[tuple[str, ...], ...] = tuple(
    (f"Ctrl+{number}",) if _MAC else (f"Alt+{number}", f"Alt+{sign}")
    for number, sign in enumerate(_FRENCH_ROW, start=1)
)
_SIGNS = {"Down": "↓", "Up": "↑", "Ctrl": "⌘" if _MAC else "Ctrl"}


def shown_keys(sequence: str) -> str:
    """« Ctrl + ↓ » for « Ctrl+Down »: as it stands on the keyboard."""
    return " + ".join(_SIGNS.get(part, part) for part in sequence.split("+"))


@dataclass(frozen=True)
class Touch:
    """One line of the list: the keys as they are written, what they do."""

    keys: Message | str
    act: Message


def touches() -> tuple[Touch, ...]:
    """All keys, those used most often first."""
    many = shown_keys(SECTION_KEYS[0][0]) + "…9"
    return (
        Touch("Tab", _("question suivante")),
        Touch("o n ?", _("oui, non, je ne sais pas")),
        Touch("1…9", _("choisir une réponse")),
        Touch(_("Suppr"), _("effacer une réponse")),
        Touch(_("Entrée"), _("question suivante, dernière : continuer")),
        Touch(_("{key} + Entrée", key=_SIGNS["Ctrl"]), _("continuer")),
        Touch(shown_keys(NEXT_BLOCK), _("bloc suivant")),
        Touch(shown_keys(PREVIOUS_BLOCK), _("bloc précédent")),
        Touch(many, _("aller à une étape")),
        Touch(shown_keys(NEW_ATTEMPT), _("ajouter un essai")),
        Touch(shown_keys(NEW_EXHIBIT), _("ajouter une pièce")),
        Touch(shown_keys(NEW_LINE), _("ajouter une ligne à la liste")),
        Touch(HELP, _("aide sur la question")),
        Touch("F9", _("masquer l’écran")),
    )


def touches_card() -> Card:
    """The list, for the panel."""
    lines = [TextLabel(_("{keys} : {act}", keys=touch.keys, act=touch.act), "help") for touch in touches()]
    return Card(TextLabel(_("Touches"), "help-title"), *lines, spacing=2)
