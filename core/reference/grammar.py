"""French articles before the names that the tables hold: « au préfet de police », « de l’administrateur ».

Only for nouns of the tables (prefects, tribunals, permits): the first word decides, and an unknown first
word is refused rather than guessed. The text goes in the requete, so it is plain `str`.
"""

from __future__ import annotations

FEMININE = frozenset({"attestation", "autorisation", "carte", "préfète"})
MASCULINE = frozenset(
    {
        "administrateur",
        "certificat",
        "changement",
        "document",
        "duplicata",
        "haut-commissaire",
        "préfet",
        "récépissé",
        "représentant",
        "titre",
        "tribunal",
        "visa",
    }
)
# « haut-commissaire » begins with an aspirated h: no elision.
_VOWELS = frozenset("aàâeéèêiîoôuûy")


def is_feminine(noun: str) -> bool:
    """Whether `noun` (a noun phrase without article) is feminine. Raises `ValueError` for an unknown noun."""
    head = noun.split(maxsplit=1)[0]
    if head in FEMININE:
        return True
    if head in MASCULINE:
        return False
    raise ValueError(f"the gender of {head!r} is not known")


def with_le(noun: str) -> str:
    """« le préfet de l’Ain », « la carte… », « l’autorisation… »."""
    if _elides(noun):
        is_feminine(noun)  # refuses an unknown noun
        return f"l’{noun}"
    return f"la {noun}" if is_feminine(noun) else f"le {noun}"


def with_un(noun: str) -> str:
    """« un certificat… », « une carte… »."""
    return f"une {noun}" if is_feminine(noun) else f"un {noun}"


def with_de(noun: str) -> str:
    """« du préfet de l’Ain », « de la carte… », « de l’administrateur… »."""
    return f"de {with_le(noun)}" if _elides(noun) or is_feminine(noun) else f"du {noun}"


def with_a(noun: str) -> str:
    """« au préfet de l’Ain », « à la préfète… », « à l’administrateur… »."""
    return f"à {with_le(noun)}" if _elides(noun) or is_feminine(noun) else f"au {noun}"


def with_mon(noun: str) -> str:
    """« mon certificat… », « ma carte… », « mon autorisation… »."""
    return f"ma {noun}" if is_feminine(noun) and not _elides(noun) else f"mon {noun}"


def _elides(noun: str) -> bool:
    return noun[0].lower() in _VOWELS
