"""Undo and redo of everything, with named steps, also after a restart."""
