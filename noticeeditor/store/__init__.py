"""Keeping cases: one contract, a store in memory and one in SQLite."""
