"""The outliner of the agenda: rows with their numbers, written in place, moved by keys or mouse."""

from __future__ import annotations

from noticeeditor.gui.agenda.editor import AgendaEditor

__all__ = ["AgendaEditor"]
