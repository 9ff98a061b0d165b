"""Documents on screen; the note's printer (Qt's text engine)."""
