"""What is printed: composition (requête, inventory, letters, note) and renderers."""
