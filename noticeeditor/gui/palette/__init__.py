"""The command palette (Ctrl+K) and the cheat sheet of all keys (F1)."""
