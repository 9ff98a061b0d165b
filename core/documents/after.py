"""The letters after the requete as the person asks for them: which one, what it needs, its files.

The facts of a letter are told for that letter; what cannot be printed rightly is named, question by question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from core.documents import followup
from core.documents.blocks import Document
from core.documents.bundle import RENDERERS
from core.documents.case import Case, missing
from core.documents.folder import put_in_place
from core.documents.followup import Argument
from core.documents.paper import check_printable
from core.dossier import paths
from core.dossier.model import Dossier
from core.i18n import Message, _
from core.law.assessment import assess


class Letter(StrEnum):
    """What can be written once the requete is filed."""

    NEW_ADDRESS = "new_address"
    WITHDRAWAL = "withdrawal"
    REPLY = "reply"
    ORDER = "order"
    EXECUTION = "execution"


LETTER_LABELS = {
    Letter.NEW_ADDRESS: _("Dire au tribunal que j’ai changé d’adresse"),
    Letter.WITHDRAWAL: _("Dire au tribunal que j’arrête ma requête (désistement)"),
    Letter.REPLY: _("Répondre à ce que la préfecture a écrit au tribunal"),
    Letter.ORDER: _("Envoyer la décision du juge (ordonnance) à la préfecture"),
    Letter.EXECUTION: _("Dire au tribunal que la préfecture ne respecte pas l’ordonnance"),
}

# When not to choose it, said beside the choice.
LETTER_HINTS = {
    Letter.WITHDRAWAL: _("Seulement si vous n’avez plus besoin du juge."),
    Letter.REPLY: _("Pas si elle parle d’un refus ou d’une OQTF : montrez-le à un avocat."),
}

# The questions of the letters, named as the answers that they ask for.
LETTER, NUMBER, REASON, ARGUMENTS = "letter", "signature.court_number", "reason", "arguments"
ORDERED_ON, ENDED_ON, PENALTY = "ordered_on", "ended_on", "penalty"

# What each letter asks beside the number of the case.
NEEDS: Mapping[Letter, tuple[str, ...]] = {
    Letter.NEW_ADDRESS: (),
    Letter.WITHDRAWAL: (REASON,),
    Letter.REPLY: (ARGUMENTS,),
    Letter.ORDER: (ORDERED_ON,),
    Letter.EXECUTION: (ORDERED_ON, ENDED_ON, PENALTY),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the person told for one letter. The number of the case and the rest are in the dossier."""

    letter: Letter | None = None
    reason: str = ""
    arguments: tuple[Argument, ...] = ()
    ordered_on: date | None = None
    ended_on: date | None = None
    penalty: bool | None = None


def case_of(dossier: Dossier, on: date) -> Case:
    """The case on the day of the letter. The day that the requete was signed is not that of a letter."""
    dossier = paths.put(dossier, "signature.on", None)
    return Case(dossier, assess(dossier, on), on)


def problems(case: Case, told: Told) -> dict[str, Message]:
    """Why the letter cannot be written yet, by question; empty where it can."""
    found: dict[str, Message] = {}
    if not case.dossier.signature.court_number:
        found[NUMBER] = _("Écrivez ce numéro. Il est sur les papiers du tribunal. Exemple : 2601234.")
    if told.letter is None:
        found[LETTER] = _("Choisissez une lettre.")
        return found
    if missing(case):
        found[LETTER] = _("Il manque votre nom, votre adresse ou votre département. Complétez vos réponses.")
        return found
    needed = NEEDS[told.letter]
    if ARGUMENTS in needed:
        found |= _argument_problems(case, told.arguments)
    if ORDERED_ON in needed:
        found |= _order_problems(case, told)
    if ENDED_ON in needed:
        found |= _execution_problems(case, told)
    return found


def _argument_problems(case: Case, arguments: tuple[Argument, ...]) -> dict[str, Message]:
    if not arguments:
        return {argument_path(next(iter(Argument))): _("Cochez au moins une phrase.")}
    return {
        argument_path(argument): _(
            "Vos réponses ne disent rien contre cette phrase. Décochez-la, ou complétez vos réponses."
        )
        for argument in arguments
        if not followup.can_answer(case, argument)
    }


def argument_path(argument: Argument) -> str:
    """The name of the question about one argument."""
    return f"{ARGUMENTS}.{argument.value}"


def _order_problems(case: Case, told: Told) -> dict[str, Message]:
    if told.ordered_on is None:
        return {ORDERED_ON: _("Écrivez la date de l’ordonnance. Elle est sur la première page.")}
    if told.ordered_on > case.on:
        return {ORDERED_ON: _("Cette date n’est pas encore arrivée. Vérifiez l’année.")}
    filed_on = case.dossier.signature.filed_on
    if filed_on is not None and told.ordered_on < filed_on:
        return {ORDERED_ON: _("L’ordonnance vient après le dépôt, le {day}. Vérifiez.", day=filed_on)}
    return {}


def _execution_problems(case: Case, told: Told) -> dict[str, Message]:
    found: dict[str, Message] = {}
    if told.ended_on is None:
        found[ENDED_ON] = _("Écrivez le dernier jour du délai que le juge a fixé.")
    elif told.ordered_on is not None and told.ended_on < told.ordered_on:
        found[ENDED_ON] = _("Ce jour est avant l’ordonnance. Vérifiez les deux dates.")
    elif told.ended_on >= case.on:
        found[ENDED_ON] = _("Le délai n’est pas encore passé. Revenez après le {day}.", day=told.ended_on)
    if told.penalty is None:
        found[PENALTY] = _("Répondez oui ou non. Regardez la fin de l’ordonnance.")
    return found


def compose(case: Case, told: Told) -> Document:
    """The letter. Raises `ValueError` where `problems` names one."""
    if told.letter is None or problems(case, told):
        raise ValueError("the letter lacks something")
    number = case.dossier.signature.court_number or ""
    match told.letter:
        case Letter.NEW_ADDRESS:
            return followup.new_address(case, number)
        case Letter.WITHDRAWAL:
            return followup.withdrawal(case, number, reason=told.reason)
        case Letter.REPLY:
            return followup.reply(case, number, told.arguments)
        case Letter.ORDER:
            assert told.ordered_on is not None
            return followup.order_letter(case, told.ordered_on, number)
        case Letter.EXECUTION:
            assert told.ordered_on is not None
            assert told.ended_on is not None
            return followup.execution_request(
                case, told.ordered_on, number, told.ended_on, penalty=told.penalty is True
            )


def write_letter(case: Case, told: Told, to: Path) -> None:
    """Write the letter as PDF and DOCX into the new folder `to`: completely or not at all.

    Raises `FolderNotOurs`, `FolderNotWritable`, `UnprintableCharacter`, and `ValueError` like `compose`.
    """
    document = compose(case, told)
    check_printable(document, case.dossier)
    put_in_place(
        ((f"{document.name}.{suffix}", render(document)) for suffix, render in RENDERERS.items()), to
    )
