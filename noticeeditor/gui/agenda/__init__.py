"""The outliner of the agenda: rows with their numbers, written in place, moved by keys or mouse."""

from __future__ import annotations

from noticeeditor.gui.agenda.blocks import TextBlock, text_blocks
from noticeeditor.gui.agenda.editor import AgendaEditor
from noticeeditor.gui.agenda.model import Marks

__all__ = ["AgendaEditor", "Marks", "TextBlock", "text_blocks"]
