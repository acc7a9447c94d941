"""The card of the agenda: the outliner with its buttons beside the heading."""

from __future__ import annotations

from PySide6.QtCore import Signal

from noticeeditor.gui.agenda.editor import AgendaEditor
from noticeeditor.gui.agenda.model import Marks
from noticeeditor.gui.form.cards import Card
from noticeeditor.i18n.texts import N_
from noticeeditor.notice.agenda import Agenda
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
        self.editor.show_marks(Marks(messages))

    def reveal(self, source: str) -> None:
        """Put the caret into an item or a heading; without one, into the outliner where it was."""
        if source.partition(":")[2]:
            self.editor.select(source)
        self.editor.setFocus()

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        super().retranslate()
        self.editor.retranslate()
