"""The card of the agenda."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from noticeeditor.gui.form.cards import Card
from noticeeditor.i18n.texts import N_
from noticeeditor.notice.notice import Notice
from noticeeditor.notice.numbering import number


class AgendaCard(Card):
    """Parts and items with their numbers."""

    edited = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(N_("Agenda"))
        self._items = QLabel()
        self._items.setWordWrap(True)
        self.column.addWidget(self._items)

    def show_notice(self, notice: Notice) -> None:
        """Show the agenda of a notice."""
        lines = []
        for part in number(notice.agenda):
            lines.append(f"{part.label} {part.part.heading}")
            lines += [f"   {item.label} {item.item.text}" for item in part.items]
        self._items.setText("\n".join(lines))

    def reveal(self, source: str) -> None:
        """Put the cursor into an item or a heading."""
