"""A passphrase that people can read out, write down and type on any keyboard: four everyday French words."""

from __future__ import annotations

import secrets
from datetime import date
from functools import lru_cache
from pathlib import Path

from core.i18n import Message, _

WORDS_FILE = Path(__file__).parents[2] / "resources" / "words-fr.txt"
WORDS = 4


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """The words to draw from: without accents, none the start of another by one letter."""
    return tuple(WORDS_FILE.read_text(encoding="utf-8").split())


def propose() -> str:
    """Four words drawn by the system's generator for secrets: more than 45 bits."""
    return " ".join(secrets.choice(words()) for _word in range(WORDS))


def recovery_sheet(name: str, passphrase: str, day: date) -> tuple[Message, ...]:
    """The lines of the sheet to print and keep: nobody can open the file without these words."""
    return (
        _("Phrase secrète de mon dossier Guichet Ouvert"),
        _("Fichier : {name}", name=name),
        _("Phrase secrète : {passphrase}", passphrase=passphrase),
        _("Notée le {day}.", day=day),
        _("Gardez cette feuille dans un endroit sûr, loin de l’ordinateur et de la clé USB."),
        _("Sans cette phrase, personne ne peut ouvrir le dossier. Personne ne peut la retrouver pour vous."),
    )
