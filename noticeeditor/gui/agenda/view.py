"""The rows of the agenda on the screen: choosing, writing in place, dragging."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractItemView

from noticeeditor.gui.agenda import keys
from noticeeditor.gui.agenda.delegate import AgendaDelegate
from noticeeditor.gui.agenda.fonts import Fonts
from noticeeditor.gui.agenda.geometry import PADDING, columns_of
from noticeeditor.gui.agenda.model import AgendaModel
from noticeeditor.gui.agenda.pointed import PointedTree
from noticeeditor.gui.agenda.presenter import END, Chosen, Place
from noticeeditor.gui.agenda.rows import Field, Row
from noticeeditor.gui.theme import dress
from noticeeditor.notice.agenda import Agenda

if TYPE_CHECKING:
    from noticeeditor.gui.agenda.item_editor import ItemEditor

_MOVES = {
    "row-above": (QTextCursor.MoveOperation.Up, -1),
    "row-below": (QTextCursor.MoveOperation.Down, 1),
    "row-above-at-start": (QTextCursor.MoveOperation.Left, -1),
    "row-below-at-end": (QTextCursor.MoveOperation.Right, 1),
}
_TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class AgendaView(PointedTree):
    """Shows what it is told and says which command was asked for; as high as its rows.

    ``commanded`` carries the name of a command of ``keys``; Tab leaves the view after
    Esc or when it was reached by Tab, so that it holds nobody.
    """

    commanded = Signal(str)
    written = Signal(object, str)
    items_pasted = Signal(QMimeData)
    current_changed = Signal(object)
    writing_ended = Signal()

    def __init__(self, model: AgendaModel) -> None:
        super().__init__(model)
        self.intercept: Callable[[QKeyEvent], bool] = _intercept_nothing
        self._tab_leaves = True

        dress(self, "boxed")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)

        self.delegate.opened.connect(self._know_editor)
        self.delegate.closeEditor.connect(self.writing_ended)
        self.words_clicked.connect(self._write_where_clicked)
        self.selectionModel().currentChanged.connect(self._emit_current)

    # what is shown

    def show_agenda(self, agenda: Agenda) -> None:
        """Show an agenda; what is chosen or written stays with its row."""
        self.rows.show(agenda)
        self.fit()

    def fit(self) -> None:
        """Measure the hanging indents anew and be as high as the rows."""
        columns, width = columns_of(self.rows.rows, self.delegate.fonts), self.maximumViewportSize().width()
        if (columns, width) != (self.delegate.columns, self.delegate.width):
            self.delegate.measure(self.delegate.fonts, columns, width)
            self.doItemsLayout()
        self.updateEditorGeometries()
        self.grow()

    def fit_row(self) -> None:
        """Be as high as the rows after words were written; the indents stay."""
        self.updateEditorGeometries()
        self.grow()

    def number_rect(self, row: Row) -> QRect:
        """Return where the number of a row stands."""
        area = self.visualRect(self.rows.index(self.rows.position(row.key)))
        left = self.delegate.columns.number_at(row.level)
        width = self.delegate.columns.words_at(row) - left
        return QRect(area.left() + left, area.top() + PADDING[row.field][0], width, area.height())

    def go_to(self, place: Place, chosen: Chosen = ()) -> None:
        """Put the caret into a row, or choose rows."""
        position = self.rows.position((place.id, place.field))
        if position < 0:
            return
        index = self.rows.index(position)
        self.stop_writing()
        if place.caret is None:
            self._choose(index, chosen or (place.id,))
        else:
            self.write_in(index, place.caret)
        self.scrollTo(index)

    def write_in(self, index: QModelIndex, caret: int) -> None:
        """Open a row for writing, the caret before a character."""
        self.setCurrentIndex(index)
        self._tab_leaves = False
        if not self.isEnabled():
            return
        self.edit(index)
        editor = self.editor
        if editor:
            editor.put_caret(min(caret, len(editor.text)))

    def stop_writing(self) -> None:
        """Close the field; what was written is already told."""
        editor = self.editor
        if editor:
            self.closeEditor(editor, AgendaDelegate.EndEditHint.NoHint)
            self.writing_ended.emit()

    @property
    def editor(self) -> ItemEditor | None:
        """The field that is being written in."""
        return self.delegate.field

    @property
    def current_row(self) -> Row | None:
        """The row with the focus."""
        return self.rows.row_of(self.currentIndex())

    @property
    def chosen(self) -> Chosen:
        """The ids of the chosen rows in the order of the page, of the current one where none is chosen."""
        positions = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        if self.editor or not positions:
            return (self.current_row.id,) if self.current_row else ()
        return tuple(dict.fromkeys(self.rows.rows[position].id for position in positions))

    @property
    def chosen_rows(self) -> tuple[Row, ...]:
        """The chosen rows in the order of the page."""
        positions = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self.rows.rows[position] for position in positions)

    # keys

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus, and keep our keys from the shortcuts of the window."""
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        if event.type() is QEvent.Type.ShortcutOverride and keys.command_of(event, keys.CHOSEN):
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and self._take_key(event):
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let Tab pass through when the view was reached by Tab."""
        self._tab_leaves = event.reason() in _TAB_REASONS
        if not self.currentIndex().isValid() and self.rows.rows:
            self.setCurrentIndex(self.rows.index(0))
        super().focusInEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        command = keys.command_of(event, keys.CHOSEN)
        is_tab = command in {"indent", "outdent"}
        if is_tab and self._tab_leaves:
            return False
        self._tab_leaves = command == "escape"
        if command in {"leave", "leave-back"}:
            self._leave(forward=command == "leave")
        elif command and command != "escape":
            self.commanded.emit(command)
        return bool(command)

    def take_editor_key(self, event: QKeyEvent) -> bool:
        """Answer whether a key in the field was one of structure, after doing it."""
        if self.intercept(event):
            return True
        editor, command = self.editor, keys.command_of(event, keys.WRITTEN)
        if editor is None or not command:
            return False
        if command in _MOVES:
            return self._move_to_row(editor, *_MOVES[command])
        if command in _CONDITIONS and not _CONDITIONS[command](editor):
            return False
        if command == "indent" and editor.next_stop():
            return True
        if command in {"leave", "leave-back"}:
            self.stop_writing()
            self._leave(forward=command == "leave")
        elif command == "stop-writing":
            self.stop_writing()
            self.setFocus()
            self._tab_leaves = True
        else:
            self.commanded.emit(command)
        return command != "blocks"  # the slash is written too

    def _leave(self, *, forward: bool) -> None:
        self.setFocus()
        self.focusNextPrevChild(forward)

    def _move_to_row(self, editor: ItemEditor, move: QTextCursor.MoveOperation, step: int) -> bool:
        position = self.currentIndex().row() + step
        if not editor.is_at_edge(move) or not 0 <= position < len(self.rows.rows):
            return False
        row = self.rows.rows[position]
        self.go_to(Place(row.id, row.field, END if step < 0 else 0))
        return True

    # mouse and size

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Work with the rows again: Tab changes levels."""
        self._tab_leaves = False
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.delegate.measure(Fonts(self.font()), self.delegate.columns, self.delegate.width)
            self.doItemsLayout()
            self.fit()

    def _write_where_clicked(self, index: QModelIndex, point: QPoint) -> None:
        self.write_in(index, END)
        editor = self.editor
        if editor:
            inside = editor.mapFrom(self.viewport(), point)
            inside.setY(max(0, min(inside.y(), editor.height() - 1)))
            editor.setTextCursor(editor.cursorForPosition(inside))

    def _know_editor(self, editor: ItemEditor) -> None:
        editor.written.connect(self.written)
        editor.items_pasted.connect(self.items_pasted)

    def _emit_current(self, current: QModelIndex) -> None:
        row = self.rows.row_of(current)
        if row:
            self.current_changed.emit(row)

    def _choose(self, index: QModelIndex, chosen: Chosen) -> None:
        wanted = set(chosen)
        selection = QItemSelection()
        for position, row in enumerate(self.rows.rows):
            if row.id in wanted and row.field is not Field.PUBLISHED:
                selection.select(self.rows.index(position), self.rows.index(position))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)


def _intercept_nothing(_event: QKeyEvent) -> bool:
    return False


def _may_join_above(editor: ItemEditor) -> bool:
    return editor.caret == 0 and not editor.textCursor().hasSelection()


def _may_join_below(editor: ItemEditor) -> bool:
    return editor.is_at_edge(QTextCursor.MoveOperation.Right)


def _may_open_blocks(editor: ItemEditor) -> bool:
    before = editor.text[: editor.caret]
    return not before or before[-1].isspace()


# what must hold in the field for a key to be one of structure
_CONDITIONS: dict[str, Callable[[ItemEditor], bool]] = {
    "join-above": _may_join_above,
    "join-below": _may_join_below,
    "blocks": _may_open_blocks,
}
