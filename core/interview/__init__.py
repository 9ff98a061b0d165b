"""Which question comes next: page and question types, the pages, the flow."""
