"""Saying what a paragraph of the requete means, to the person who signs it: plain sentences, the same facts.

The meaning is declared where the paragraph is composed, sentence beside sentence, so that the two are changed
together. It says neither more nor less than the French, and promises nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.documents import meaning_words
from core.documents.blocks import Means
from core.documents.case import Case
from core.documents.french import runs, without_stop
from core.dossier.values import PartialDate
from core.i18n import Message, Value, _, ngettext

LAW_FOLLOWS = _("Les mots de la loi sont écrits juste après.")
RULED = _("Le Conseil d’État l’a déjà dit. C’est le plus haut juge de l’administration.")


class Said:
    """The sentences of a paragraph, each with what it means."""

    def __init__(self) -> None:
        self._french: list[str] = []
        self._means: list[Message] = []

    def __bool__(self) -> bool:
        return bool(self._french)

    def add(self, french: str, *means: Message) -> None:
        """One more sentence."""
        self._french.append(french)
        self._means += means

    @property
    def text(self) -> str:
        """The French paragraph."""
        return " ".join(self._french)

    @property
    def means(self) -> Means:
        """What it means, sentence by sentence."""
        return tuple(self._means)


def yours(case: Case, own: Message, child: Message) -> Message:
    """The sentence about the person who signs, or the one about their child."""
    return child if case.voice.parent else own


def asked_for(case: Case) -> Means:
    """What the request to the prefecture is, besides its name."""
    kind = meaning_words.REQUESTS.get(case.dossier.request.kind)
    return () if kind is None else (kind,)


def was_on(day: Value) -> Message:
    """When the thing just said happened."""
    return _("C’était le {day}.", day=day)


def dated(day: Value) -> Message:
    """A day that needs no verb."""
    return _("Date : {day}.", day=day)


def reference(number: str) -> Message:
    """A number that an office gave."""
    return _("Référence : {reference}.", reference=number)


def own_words(text: str) -> Message:
    """What the person wrote, as it stands in the French."""
    return _("Vos mots : « {words} ».", words=without_stop(text))


def shown(numbers: Sequence[int]) -> Means:
    """Which exhibits show it; nothing where none does."""
    count = len(set(numbers))
    return (shown_by(count, spans(numbers)),) if count else ()


def shown_by(count: int, which: str) -> Message:
    """Which exhibits show it, their numbers already written out."""
    return ngettext(
        "Pièce qui le montre : n° {which}.", "Pièces qui le montrent : n° {which}.", count, which=which
    )


def spans(numbers: Sequence[int]) -> str:
    """`3, 5, 7–9`: the same figures as in the French, without a word of any language."""
    parts = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs(numbers))
    return ", ".join(parts)


def partial(day: PartialDate) -> Value:
    """A date of which only a part may be known: written out, `03/2016` or `1949`."""
    exact = day.exact()
    if exact is not None:
        return exact
    return str(day.year) if day.month is None else f"{day.month:02}/{day.year}"


def delay(days: int) -> Message:
    """A delay in the same unit as the French gives it."""
    fixed = {1: _("24 heures"), 2: _("48 heures"), 30: _("un mois"), 60: _("deux mois")}.get(days)
    return fixed or ngettext("{number} jour", "{number} jours", days)
