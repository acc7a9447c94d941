"""The outliner as the form uses it: view, presenter, text blocks, numbers by hand, clipboard."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from noticeeditor.gui.agenda import actions
from noticeeditor.gui.agenda.blocks import COMMON, TextBlock
from noticeeditor.gui.agenda.model import AgendaModel
from noticeeditor.gui.agenda.presenter import END, AgendaPresenter, Chosen, Place
from noticeeditor.gui.agenda.rows import Field, Row, first_change
from noticeeditor.gui.agenda.tools import AgendaTools
from noticeeditor.gui.agenda.view import AgendaView
from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import N_, _
from noticeeditor.notice.agenda import Agenda, Publicity
from noticeeditor.notice.outline import Spot, find, find_part

if TYPE_CHECKING:
    from noticeeditor.gui.agenda.blocks_popup import BlocksPopup
    from noticeeditor.gui.agenda.label_field import LabelField

SETTLES_AFTER = 2_000  # milliseconds without a key
EXPOSED = N_("Words of a part that is not public now stand in a public part and would be published.")


def _fresh_id() -> str:
    return uuid.uuid4().hex[:12]


class AgendaEditor(QWidget):
    """Shows an agenda and says what the clerk made of it.

    ``agenda_changed`` carries the agenda, the name of the step, and the field it belongs
    to: changes of one field are one step until ``settled``; ``""`` is a step of its own.
    ``tools`` are the buttons, to be placed where the form wants them.
    """

    agenda_changed = Signal(object, str, str)
    settled = Signal()
    selected = Signal(str)

    def __init__(self, new_id: Callable[[], str] = _fresh_id) -> None:
        super().__init__()
        self._new_id = new_id
        self._model = AgendaModel(_fresh_id())
        self.view = AgendaView(self._model)
        self._presenter = AgendaPresenter(self, new_id)
        self._slash = 0
        self._labelled: Chosen = ()
        self.exposure_note = QLabel()
        self.exposure_note.setWordWrap(True)
        dress(self.exposure_note, "warning")
        self.exposure_note.hide()
        self.actions_by_name = actions.make_actions(self)
        self.tools = AgendaTools(self.actions_by_name)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(SETTLES_AFTER)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view)
        column.addWidget(self.exposure_note)
        self.setFocusProxy(self.view)

        self.view.commanded.connect(self.run)
        self.view.written.connect(self._write)
        self.view.items_pasted.connect(self._paste_mime)
        self.view.dropped.connect(self._drop)
        self.view.current_changed.connect(self._emit_selected)
        self.view.writing_ended.connect(self.settle)
        self._idle.timeout.connect(self.settle)
        for name, action in self.actions_by_name.items():
            action.triggered.connect(partial(self.run, name))
            self.addAction(action)
        self.retranslate()
        self._offer()

    @cached_property
    def popup(self) -> BlocksPopup:
        """The text blocks, made when they are asked for the first time."""
        from noticeeditor.gui.agenda.blocks_popup import BlocksPopup

        popup = BlocksPopup()
        popup.blocks = COMMON
        popup.chosen.connect(self._insert_block)
        self.view.intercept = popup.take
        self.view.writing_ended.connect(popup.hide)
        return popup

    @cached_property
    def label_field(self) -> LabelField:
        """The field for a number by hand, made when it is asked for the first time."""
        from noticeeditor.gui.agenda.label_field import LabelField

        field = LabelField(self)
        field.label_set.connect(self._set_label)
        field.left.connect(self.view.setFocus)
        return field

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda; after an undo the caret goes to what came back."""
        if agenda == self._presenter.agenda and self._model.agenda == agenda:
            return
        if self._presenter.agenda is agenda:
            self.view.show_agenda(agenda)
            self._offer()
            return
        before = self._model.rows
        self._presenter.show(agenda)
        self.warn_of_exposure(())
        changed = first_change(before, self._model.rows) if before else None
        if changed:
            self._follow(Place(changed[0], changed[1]))

    def show_findings(self, findings: Mapping[str, tuple[str, str]]) -> None:
        """Mark severity and sentence of findings, by source."""
        self._model.show_marks(replace(self._model.marks, findings=findings))

    def show_spelling(self, unknown: Mapping[str, tuple[tuple[int, str], ...]]) -> None:
        """Mark unknown words, by source with their positions."""
        self._model.show_marks(replace(self._model.marks, spelling=unknown))

    def set_text_blocks(self, blocks: tuple[TextBlock, ...]) -> None:
        """Offer these text blocks behind the slash."""
        self.popup.blocks = blocks

    def select(self, source: str) -> None:
        """Put the caret into the item or heading of a source such as ``item:ID``."""
        kind, _colon, name = source.partition(":")
        self.go_to(Place(name, Field.HEADING if kind == "part" else Field.TEXT, END))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the field that is being written in, else to the rows."""
        (self.view.editor or self.view).setFocus(reason)

    def settle(self) -> None:
        """Close the step that is being typed."""
        if not self._idle.isActive():
            return
        self._idle.stop()
        if self.view.editor:
            self.view.editor.forget_undo()
        self.settled.emit()

    def retranslate(self) -> None:
        """Say all texts in the language in use."""
        self.view.setAccessibleName(_("Agenda"))
        self.view.setAccessibleDescription(
            _("Enter: new item. Tab: level. Alt and arrows: move. Ctrl+Tab: leave.")
        )
        self.exposure_note.setText(_(EXPOSED))
        actions.retranslate(self.actions_by_name)
        self.tools.retranslate()
        self.view.fit()
        self.view.scheduleDelayedItemsLayout()

    @property
    def agenda(self) -> Agenda:
        """The agenda as it is on the screen."""
        return self._presenter.agenda

    def show_words(self, agenda: Agenda, row: Row, text: str) -> None:
        """Show an agenda in which nothing but the words of one row are others."""
        self._model.show_words(agenda, row.key, text)
        self.view.fit_row()

    def go_to(self, place: Place, chosen: Chosen = ()) -> None:
        """Put the caret to a place, or choose rows."""
        self.view.go_to(place, chosen)

    def tell(self, agenda: Agenda, step: str, field: str) -> None:
        """Say that the clerk changed the agenda."""
        if field:
            self._idle.start()
        else:
            self.settle()
        self._offer()
        self.agenda_changed.emit(agenda, step, field)

    def warn_of_exposure(self, exposed: Chosen) -> None:
        """Say that words of closed items now stand in a public part; ``()`` takes it back."""
        self.exposure_note.setVisible(bool(exposed))

    def run(self, command: str, _checked: bool = False) -> None:
        """Do a command of the keys, the buttons or the palette."""
        from noticeeditor.gui.agenda.commands import ACTS

        if command in _OWN:
            _OWN[command](self)
        elif command in ACTS and self.isEnabled():
            ACTS[command](self._presenter, self.view)
            self.view.scrollTo(self.view.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen rows."""
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(event.globalPos())

    def fill_menu(self, menu: QMenu) -> None:
        """Put all that can be done into a menu."""
        actions.fill(menu, self.actions_by_name, (*actions.BUTTONS, "", *actions.MORE))

    def copy(self) -> None:
        """Put the chosen items on the clipboard."""
        mime = self._model.mimeData(self.view.selectedIndexes() or [self.view.currentIndex()])
        QGuiApplication.clipboard().setMimeData(mime)

    def cut(self) -> None:
        """Put the chosen items on the clipboard and delete them."""
        self.copy()
        self.run("delete")

    def paste(self) -> None:
        """Put the items of the clipboard after the current row."""
        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None when it is empty
        if mime is not None:
            self._paste_mime(mime)

    def open_label(self) -> None:
        """Open the small field over the number of the current item."""
        row = self.view.current_row
        if row is None or not self.isEnabled():
            return
        item = find(self.agenda, row.id) or find_part(self.agenda, row.id)
        self._labelled = self.view.chosen
        self.view.stop_writing()
        number = self.view.number_rect(row)
        number.moveTopLeft(self.view.viewport().mapTo(self, number.topLeft()))
        self.label_field.open_over(number, (item.label if item else "") or row.label)

    def open_blocks(self) -> None:
        """Open the text blocks below the caret; the slash that asked for them is still to be written."""
        field = self.view.editor
        if field is None:
            return
        self._slash = field.caret
        caret = field.cursorRect()
        self.popup.open_at(QRect(field.viewport().mapToGlobal(caret.topLeft()), caret.size()), self.window())
        field.caret_moved.connect(self._narrow_blocks)

    def _narrow_blocks(self) -> None:
        field = self.view.editor
        if field is None or not self.popup.isVisible():
            return
        typed = field.text[self._slash : field.caret]
        if typed.startswith("/"):
            self.popup.narrow(typed[1:])
        elif field.caret != self._slash:
            self.popup.hide()

    def _insert_block(self, block: TextBlock) -> None:
        field = self.view.editor
        if field:
            field.insert_block(self._slash, block.words, block.stops)

    def _write(self, row: Row, text: str) -> None:
        from noticeeditor.notice.text import without_bad_characters

        self._presenter.write(row, without_bad_characters(text))

    def _paste_mime(self, mime: QMimeData) -> None:
        from noticeeditor.gui.agenda import clipboard

        row = self.view.current_row
        self._presenter.paste(row.id if row else "", clipboard.sections_from(mime, self._new_id))

    def _drop(self, mime: QMimeData, spot: Spot, is_move: bool) -> None:
        from noticeeditor.gui.agenda import clipboard

        moved = clipboard.moved_within(mime, self._model.origin) if is_move else ()
        if moved:
            self._presenter.drop(moved, spot)
        else:
            self._presenter.drop_items(clipboard.items_from(mime, self._new_id), spot)

    def _set_label(self, label: str | None) -> None:
        self._presenter.label(self._labelled, label)

    def _emit_selected(self, row: Row) -> None:
        self._offer()
        self.selected.emit(row.source)

    def _follow(self, place: Place) -> None:
        """Go to what changed, without taking the focus from another field."""
        field = self.view.editor
        if field and field.row.key == (place.id, place.field):
            return
        self.view.go_to(place)

    def _offer(self) -> None:
        """Enable what is possible with the current row."""
        row = self.view.current_row
        is_closed = row is not None and row.publicity is Publicity.CLOSED
        for name in _NEED_A_ROW:
            self.actions_by_name[name].setEnabled(row is not None)
        self.actions_by_name["close-part"].setVisible(not is_closed)
        self.actions_by_name["open-part"].setVisible(is_closed)


_NEED_A_ROW = frozenset(actions.BUTTONS + actions.MORE) - {"", "append-item", "add-part", "add-closed-part"}
_OWN: dict[str, Callable[[AgendaEditor], None]] = {
    "copy": AgendaEditor.copy,
    "cut": AgendaEditor.cut,
    "paste": AgendaEditor.paste,
    "label": AgendaEditor.open_label,
    "blocks": AgendaEditor.open_blocks,
}
