"""The card of the agenda: the outliner with its buttons beside the heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from noticeeditor.gui.agenda.editor import AgendaEditor
from noticeeditor.gui.agenda.utf16 import to_units
from noticeeditor.gui.form.cards import Card
from noticeeditor.i18n.texts import N_
from noticeeditor.notice.agenda import Agenda, walk
from noticeeditor.notice.wording import find_gap, has_gap

if TYPE_CHECKING:
    from noticeeditor.gui.agenda.item_editor import ItemEditor
    from noticeeditor.notice.notice import Notice


class AgendaCard(Card):
    """Parts and items with their numbers.

    ``agenda_changed`` carries the agenda, the name of the step and the field it belongs to.
    """

    agenda_changed = Signal(object, str, str)
    settled = Signal()
    selected = Signal(str)

    def __init__(self) -> None:
        super().__init__(N_("Agenda"))
        self.editor = AgendaEditor()
        self.beside.addWidget(self.editor.tools)
        self.column.addWidget(self.editor)
        self.editor.agenda_changed.connect(self.agenda_changed)
        self.editor.settled.connect(self.settled)
        self.editor.selected.connect(self.selected)

    @property
    def agenda(self) -> Agenda:
        """The agenda on the screen."""
        return self.editor.agenda

    def show_notice(self, notice: Notice) -> None:
        """Show the agenda of a notice."""
        self.editor.show_agenda(notice.agenda)

    def show_messages(self, messages: dict[str, tuple[str, str]]) -> None:
        """Mark severity and sentence of the findings of items and headings."""
        self.editor.show_findings(messages)

    def reveal(self, source: str) -> None:
        """Put the caret into an item or a heading; without one, into the first item with a gap.

        A gap is selected, so that what is typed replaces it.
        """
        self.editor.setFocus()
        wanted = source if source.partition(":")[2] else self._first_gap()
        if wanted:
            self.editor.select(wanted)
        field = self.editor.view.editor
        if wanted and field is not None:
            _select_gap(field)

    def _first_gap(self) -> str:
        items = (item for part in self.agenda.parts for item in walk(part.items))
        return next((f"item:{item.id}" for item in items if has_gap(item.text)), "")

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        super().retranslate()
        self.editor.retranslate()


def _select_gap(field: ItemEditor) -> None:
    found = find_gap(field.text)
    if found is None:
        return
    start, end = (to_units(field.text, position) for position in found)
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
