"""The window: no legal rule and no document wording lives here."""
