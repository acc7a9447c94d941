"""The form: cards of fields, and what each of them does to a notice."""
