"""How rows are painted and written in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from noticeeditor.gui.agenda.fonts import Fonts
from noticeeditor.gui.agenda.geometry import PADDING, Columns, row_height, words_rect
from noticeeditor.gui.agenda.model import FINDING_ROLE, ROW_ROLE, SPELLING_ROLE, Index
from noticeeditor.gui.agenda.paint import paint_finding, paint_frame, paint_ground, paint_words
from noticeeditor.gui.agenda.rows import Row

if TYPE_CHECKING:
    from noticeeditor.gui.agenda.item_editor import ItemEditor

_KEPT = 4096


class AgendaDelegate(QStyledItemDelegate):
    """Paints number, words and marks; its editor stands exactly where the words are painted."""

    opened = Signal(object)

    def __init__(self, view: QWidget, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(view)
        self._keys = keys
        self.field: ItemEditor | None = None
        self.measure(Fonts(view.font()), Columns(), 400)

    def measure(self, fonts: Fonts, columns: Columns, width: int) -> None:
        """Lay the rows out for these fonts, hanging indents and width."""
        self.fonts, self.columns, self.width = fonts, columns, width
        self._heights: dict[tuple[object, ...], int] = {}

    def words_rect(self, row: Row, area: QRect) -> QRect:
        """Return where the words of a row stand."""
        return words_rect(row, area, self.columns, self.fonts)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row with all its lines."""
        row: Row = index.data(ROW_ROLE)
        key = (row.text, row.field, row.level, row.publicity, row.is_empty, row.label)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > _KEPT:  # every letter that was typed has left one
                self._heights.clear()
            height = self._heights[key] = row_height(row, self.width, self.columns, self.fonts)
        return QSize(self.width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, without its words while they are being written."""
        row: Row = index.data(ROW_ROLE)
        area = option.rect
        is_edited = self.field is not None and row.key == self.field.row.key
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state, is_edited=is_edited)
        paint_frame(painter, row, area, self.columns, self.fonts)
        if not is_edited:
            paint_words(painter, row, area, self.columns, self.fonts, index.data(SPELLING_ROLE))
        severity, _sentence = index.data(FINDING_ROLE)
        if severity:
            paint_finding(painter, area, severity, PADDING[row.field][0])
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field in which a row is written."""
        from noticeeditor.gui.agenda.item_editor import ItemEditor

        row: Row = index.data(ROW_ROLE)
        editor = ItemEditor(parent, row, self.fonts.of(row.field), self._keys)
        self.field = editor
        self.opened.emit(editor)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Paint the words again."""
        if editor is self.field:
            self.field = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what the row says now."""
        field = self.field
        if field is None or editor is not field:
            return
        is_new = not field.text and field.document().isEmpty()
        field.show_row(index.data(ROW_ROLE))
        field.show_spelling(index.data(SPELLING_ROLE))
        if is_new:
            field.put_caret(len(field.text))
            field.forget_undo()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Do nothing: every letter was already told."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the field where the words are painted."""
        editor.setGeometry(self.words_rect(index.data(ROW_ROLE), option.rect))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the field itself; losing the focus closes it as usual."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride):
            return False
        return super().eventFilter(watched, event)
