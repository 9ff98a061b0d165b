"""Dossier files: open, save, encrypt, back up, migrate; the desk's list."""
