"""The embedded store: one SQLite file. SQL, transactions and dialect stay in here."""
