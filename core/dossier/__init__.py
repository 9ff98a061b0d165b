"""What the person told us: the model, its JSON form, example dossiers."""
