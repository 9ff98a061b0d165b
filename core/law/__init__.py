"""What the law makes of a dossier: sources, triage, conditions, urgency, deadlines."""
