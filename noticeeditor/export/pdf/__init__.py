"""The PDF: one tagged file for archive, screen reader and press, named after the clauses of its standards."""
