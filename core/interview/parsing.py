"""What people type, made into what the dossier keeps: `parse`.

Generous in what it takes (« 1er nov. 2026 », « 14h05 », « 12,50 € »), strict in what it gives: a value that
the model accepts, or `InvalidAnswer` with a sentence that says how to mend it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import time
from typing import Any

from core.dossier.model import Part
from core.dossier.text import clean_text, one_line, unprintable
from core.i18n import Message, _
from core.interview.dates import read_date, read_partial_date
from core.interview.model import (
    UNKNOWN,
    Choice,
    DateQuestion,
    Money,
    Number,
    Parsed,
    PartialDateQuestion,
    Question,
    Raw,
    RawDate,
    Repeat,
    Search,
    Text,
    Tick,
    TimeQuestion,
    Unlisted,
    YesNo,
)
from core.interview.model import InvalidAnswer as InvalidAnswer


def parse(question: Question, raw: Raw) -> Parsed:
    """The value of `raw` for `question`; None where nothing was answered.

    Raises `InvalidAnswer`. Whether a `Search` answer is among the options of this dossier, and every other
    relation between answers, is checked afterwards by `core.interview.flow.submit`.
    """
    if raw is UNKNOWN:
        if not question.unknown:
            raise InvalidAnswer(_("Choisissez une réponse."))
        return UNKNOWN
    if raw is None:
        return None
    # A kind of question made from another one (a list of exhibits is a list) is read like it.
    kind = next(kind for kind in type(question).__mro__ if kind in _PARSERS)
    return _PARSERS[kind](question, raw)


def _text(question: Text, raw: Raw) -> str | None:
    if not isinstance(raw, str):
        raise InvalidAnswer(_("Écrivez votre réponse en lettres."))
    text = clean_text(raw).strip() if question.multiline else one_line(raw)
    if len(text) > question.max_length:
        raise InvalidAnswer(
            _("C’est trop long : {length} signes. Gardez {maximum} signes au plus.",
              length=len(text), maximum=question.max_length)
        )  # fmt: skip
    if question.printed and (problem := _not_printable(text)) is not None:
        raise InvalidAnswer(problem)
    return text or None


def _not_printable(text: str) -> Message | None:
    characters = unprintable(text)
    if not characters:
        return None
    if all(unicodedata.category(c)[0] in "LM" for c in characters):
        return _("Écrivez en lettres latines, comme sur votre titre. Exemple : KARIMI.")
    return _(
        "Ce signe ne peut pas être imprimé : {character}. Enlevez-le ou écrivez un mot.",
        character=characters[0],
    )


def _yes_no(question: YesNo, raw: Raw) -> bool:
    if not isinstance(raw, bool):
        raise InvalidAnswer(_("Choisissez « Oui » ou « Non »."))
    return raw


def _tick(question: Tick, raw: Raw) -> bool | None:
    if not isinstance(raw, bool):
        raise InvalidAnswer(_("Cochez la case, ou laissez-la vide."))
    return True if raw else None


def _choice(question: Choice, raw: Raw) -> Parsed:
    for option in question.options:
        if option.value == raw:
            value: Parsed = option.value
            return value
    raise InvalidAnswer(_("Choisissez une réponse dans la liste."))


def _search(question: Search, raw: Raw) -> Parsed:
    # Options can hold several kinds of values (a code, a tuple of facts): membership is checked by the flow.
    if isinstance(raw, str):
        return one_line(raw) or None
    if isinstance(raw, RawDate | Unlisted):
        raise InvalidAnswer(_("Choisissez une réponse dans la liste."))
    return raw


def _time(question: TimeQuestion, raw: Raw) -> time | None:
    if not isinstance(raw, str):
        raise InvalidAnswer(_BAD_TIME)
    typed = one_line(raw)
    if not typed:
        return None
    found = re.fullmatch(r"(\d{1,2})\s*(?:(?:h|H|:|\.|heures?)\s*(?:(\d{1,2})\s*(?:min|mn)?)?)?", typed)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise InvalidAnswer(_BAD_TIME)
    return time(int(found[1]), int(found[2] or 0))


_BAD_TIME = _("Écrivez l’heure en chiffres. Exemple : 14 h 05.")


def _number(question: Number, raw: Raw) -> int | None:
    if isinstance(raw, int) and not isinstance(raw, bool):
        raw = str(raw)
    if not isinstance(raw, str):
        raise InvalidAnswer(_("Écrivez un nombre en chiffres."))
    typed = re.sub(r"\s", "", one_line(raw))
    if not typed:
        return None
    number = int(typed) if typed.isdecimal() and len(typed) <= 9 else -1
    if not question.minimum <= number <= question.maximum:
        raise InvalidAnswer(
            _("Écrivez un nombre en chiffres, de {minimum} à {maximum}.",
              minimum=question.minimum, maximum=question.maximum)
        )  # fmt: skip
    return number


def _money(question: Money, raw: Raw) -> int | None:
    if not isinstance(raw, str):
        raise InvalidAnswer(_BAD_AMOUNT)
    typed = re.sub(r"\s|€|(?i:euros?)", "", one_line(raw))
    if not typed:
        if one_line(raw):
            raise InvalidAnswer(_BAD_AMOUNT)
        return None
    found = re.fullmatch(r"(\d{1,9})(?:[.,](\d{1,2}))?", typed)
    if found is None:
        raise InvalidAnswer(_BAD_AMOUNT)
    cents = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    if not 0 < cents <= question.maximum_cents:
        raise InvalidAnswer(
            _("Écrivez une somme entre 0,01 et {maximum} euros.", maximum=question.maximum_cents // 100)
        )
    return cents


_BAD_AMOUNT = _("Écrivez une somme en chiffres. Exemple : 12,50.")


def _repeat(question: Repeat, raw: Raw) -> tuple[Part, ...]:
    items = raw if isinstance(raw, tuple) else ()
    parts = tuple(item for item in items if isinstance(item, Part))
    if (
        not isinstance(raw, tuple)
        or len(parts) != len(raw)
        or any(type(p) is not question.item for p in parts)
    ):
        raise InvalidAnswer(_("Cette liste ne peut pas être lue. Ajoutez une ligne."))
    return parts


_PARSERS: dict[type[Question], Callable[[Any, Raw], Parsed]] = {
    Text: _text,
    YesNo: _yes_no,
    Tick: _tick,
    Choice: _choice,
    Search: _search,
    DateQuestion: read_date,
    PartialDateQuestion: read_partial_date,
    TimeQuestion: _time,
    Number: _number,
    Money: _money,
    Repeat: _repeat,
}
