"""One line for each item of a list, and what matters about a list as a whole."""

from __future__ import annotations

from datetime import date
from typing import Any

from core.dossier.model import Attempt, Consequence, Dossier, Exhibit, HelpContact
from core.i18n import Message, _, ngettext
from core.interview.labels import label

_SOME_DAY = _("Date inconnue")


def attempt_summary(attempt: Attempt) -> Message:
    """The day, the site and, where the person was asked, the proof."""
    channel = label(attempt.channel) if attempt.channel else _("Site non précisé")
    if attempt.proof is None:
        # Who gave a file for it was not asked.
        return _("{day} – {channel}", day=_when(attempt), channel=channel)
    return _(
        "{day} – {channel} – {proof}",
        day=_when(attempt),
        channel=channel,
        proof=_("avec une image") if attempt.proof else _("sans image"),
    )


def contact_summary(contact: HelpContact) -> Message:
    """The day, who was asked, what came back."""
    return _(
        "{day} – {whom} – {answer}",
        day=_when(contact),
        whom=label(contact.kind) if contact.kind else _("Aide non précisée"),
        answer=label(contact.answer) if contact.answer else _("Réponse non précisée"),
    )


def consequence_summary(consequence: Consequence) -> Message:
    """What suffers, since when, and the paper."""
    return _(
        "{kind} – {day} – {proof}",
        kind=label(consequence.kind) if consequence.kind else _("Conséquence non précisée"),
        day=_day(consequence.on),
        proof=_("avec un papier") if consequence.proof else _("sans papier"),
    )


def exhibit_summary(exhibit: Exhibit) -> Message:
    """The title and whether the paper is there."""
    return _(
        "{title} – {status}",
        title=exhibit.title or _("Pièce sans titre"),
        status=label(exhibit.status) if exhibit.status else _("à vérifier"),
    )


def contacts_counter(dossier: Dossier) -> Message | None:
    """How many requests for help."""
    if not dossier.contacts:
        return None
    return ngettext("{number} demande d’aide.", "{number} demandes d’aide.", len(dossier.contacts))


def consequences_counter(dossier: Dossier) -> Message | None:
    """How many effects have a paper."""
    if not dossier.consequences:
        return None
    proven = sum(c.proof is True for c in dossier.consequences)
    return ngettext("{number} conséquence avec un papier.", "{number} conséquences avec un papier.", proven)


def _when(item: Any) -> Message:
    if item.on is not None and item.approximate:
        return _("vers le {day}", day=item.on)
    return _day(item.on)


def _day(day: date | None) -> Message:
    return _SOME_DAY if day is None else _("{day}", day=day)
