"""What can be wrong with an answer, one small function each; every sentence says how to mend it.

A check refuses only what cannot be right or cannot be used. What is merely surprising is left to the law's
contradictions, which are shown and never block.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

from core.dossier import paths
from core.dossier.model import Dossier
from core.dossier.values import PartialDate
from core.i18n import Message, _
from core.interview.model import Check, Remark

LONGEST_PERMIT_YEARS = 11
OLDEST_PERSON_YEARS = 120


def not_before(path: str) -> Check:
    """The date is not before the one at `path`, where that one is known."""

    def check(value: date, dossier: Dossier, on: date) -> Message | None:
        other = _day(paths.get(dossier, path))
        if other is None or value >= other:
            return None
        return _("Cette date doit être après le {other}. Vérifiez les deux dates.", other=other)

    return check


def not_in_future(value: date | PartialDate, dossier: Dossier, on: date) -> Message | None:
    """The event has happened."""
    first = value.earliest() if isinstance(value, PartialDate) else value
    return _("Cette date n’est pas encore arrivée. Vérifiez l’année.") if first > on else None


def recent_enough(value: date, dossier: Dossier, on: date) -> Message | None:
    """The event is of our time: a year such as 1026 or 1926 is a slip."""
    if on.year - value.year > OLDEST_PERSON_YEARS:
        return _("Cette date est trop ancienne. Vérifiez l’année.")
    return None


def not_too_far(value: date, dossier: Dossier, on: date) -> Message | None:
    """No residence document runs for more than ten years: farther is a slip."""
    if value.year - on.year > LONGEST_PERMIT_YEARS:
        return _("Cette date est trop loin. Aucun titre ne dure plus de 10 ans.")
    return None


def plausible_birth(value: PartialDate, dossier: Dossier, on: date) -> Message | None:
    """A living person was born then."""
    if on.year - value.year > OLDEST_PERSON_YEARS:
        return _("Cette date est trop ancienne. Écrivez l’année du titre. Exemple : 1991.")
    return None


def foreigner_number(value: str, dossier: Dossier, on: date) -> Message | None:
    """Nine or ten digits, as residence documents show it."""
    digits = re.sub(r"[\s.-]", "", value)
    if digits.isascii() and digits.isdecimal() and len(digits) in (9, 10):
        return None
    return _("Ce numéro a 9 ou 10 chiffres. Vérifiez-le, ou laissez vide.")


def email_shape(value: str, dossier: Dossier, on: date) -> Message | None:
    """Something before an @, a domain after it, no space."""
    if re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", value):
        return None
    return _("Il manque une partie de l’e-mail. Exemple : nom@exemple.fr.")


def postal_code_shape(value: str, dossier: Dossier, on: date) -> Message | None:
    """Five digits in France; whatever the country writes elsewhere."""
    abroad = dossier.contact.address.country not in (None, "FR") or dossier.residence.in_france is False
    if abroad or re.fullmatch(r"[0-9]{2} ?[0-9]{3}", value):
        return None
    return _("Le code postal a 5 chiffres. Exemple : 92000.")


def latin_letters(value: str, dossier: Dossier, on: date) -> Message | None:
    """A name as residence documents write it: in Latin letters."""
    letters = (c for c in value if unicodedata.category(c).startswith("L"))
    # « ʻ », « ʼ » and the like are letters of no script, used inside Latin names.
    if all(unicodedata.name(c, "").startswith(("LATIN", "MODIFIER")) for c in letters):
        return None
    return _("Écrivez en lettres latines, comme sur votre titre. Exemple : KARIMI.")


def has_letter(value: str, dossier: Dossier, on: date) -> Message | None:
    """A name has at least one letter."""
    if any(unicodedata.category(c).startswith("L") for c in value):
        return None
    return _("Écrivez le nom en lettres, comme sur le titre.")


def digits_in_name(value: str, dossier: Dossier, on: date) -> Remark | None:
    """A digit in a name is mostly a slip; some documents do have one."""
    if not any(c.isdecimal() for c in value):
        return None
    return Remark(_("Il y a un chiffre dans ce nom. Est-ce écrit ainsi sur le titre ?"), doubt=True)


def is_a_given_name(value: str, dossier: Dossier, on: date) -> Message | None:
    """« XXX » and « SP » stand on documents where there is no given name."""
    if value.upper().replace(".", "") in {"XXX", "XX", "SP", "SANS PRENOM", "SANS PRÉNOM"}:
        return _("Ce n’est pas un prénom. Cochez plutôt « un seul nom ».")
    return None


def no_password(value: str, dossier: Dossier, on: date) -> Message | None:
    """The text does not look like a password, which nobody must write in a dossier."""
    if _NAMED_PASSWORD.search(value) or (_looks_like_password(value) and not _NAMED_CODE.match(value)):
        return _PASSWORD
    return None


def no_password_but_a_code(value: str, dossier: Dossier, on: date) -> Message | None:
    """As `no_password`, where a code of letters and figures is asked for: one without signs may be one."""
    is_plain = re.fullmatch(r"\w+", value) is not None
    return None if is_plain else no_password(value, dossier, on)


_PASSWORD = _("Ce texte ressemble à un mot de passe. Effacez-le. Copiez le message entier.")
# What sites say of passwords: « mot de passe : ce champ est obligatoire », « votre mot de passe est expiré ».
_SAID_OF_PASSWORDS = (
    "actuel|bien|bloqué|ce|champ|court|déjà|différent|doit|erroné|expiré|faible|faux|identique|incorrect|"
    "inconnu|invalide|la|le|manquant|ne|non|nouveau|obligatoire|oublié|pas|périmé|refusé|requis|temporaire|"
    "trop|un|valide|veuillez|vide|votre"
)
_NAMED_PASSWORD = re.compile(
    r"\b(mot de passe|mdp|password|passwd|code secret|code pin)\s*((c[’'])?est|[:=])\s*"
    rf"(?!({_SAID_OF_PASSWORDS})e?s?\b)\S",
    re.IGNORECASE,
)
_NAMED_CODE = re.compile(r"(err|code|http|r[eé]f)\w*$", re.IGNORECASE)


def _looks_like_password(text: str) -> bool:
    if re.search(r"\s|://|@", text) or not 8 <= len(text) <= 64:
        return False
    kinds = (str.islower, str.isupper, str.isdigit)
    return all(any(test(c) for c in text) for test in kinds)


def _day(value: Any) -> date | None:
    if isinstance(value, PartialDate):
        return value.earliest()
    return value if isinstance(value, date) else None
