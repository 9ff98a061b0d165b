"""The list of dossiers, search, follow-up."""
