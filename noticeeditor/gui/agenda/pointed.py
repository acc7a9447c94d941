"""What the mouse does in the outliner: clicks on words, dragging, the line where items would go."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView

from noticeeditor.gui.agenda.delegate import AgendaDelegate
from noticeeditor.gui.agenda.drop import Drop, drop_at
from noticeeditor.gui.agenda.growing import GrowingTree
from noticeeditor.gui.agenda.model import AgendaModel
from noticeeditor.gui.theme import tokens


class PointedTree(GrowingTree):
    """Shows the rows of an agenda, and says what was clicked and what was dropped where.

    ``dropped`` carries what was dropped, the spot, and whether it is to be moved.
    """

    words_clicked = Signal(QModelIndex, QPoint)
    dropped = Signal(QMimeData, object, bool)

    def __init__(self, model: AgendaModel) -> None:
        super().__init__()
        self.rows = model
        self.delegate = AgendaDelegate(self, self.take_editor_key)
        self.drop_line: Drop | None = None
        self._pressed: QModelIndex | None = None
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)  # else a drag without a key would copy

    def take_editor_key(self, event: QKeyEvent) -> bool:
        """Return whether a key in the field was one of structure: none is, for the mouse alone."""
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed: letting it go there again is a click."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = index if is_plain and self._is_on_words(index, event.position().toPoint()) else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say that words were clicked, not dragged."""
        was_dragged = self.state() is QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        point, pressed = event.position().toPoint(), self._pressed
        self._pressed = None
        if pressed is not None and not was_dragged and self.indexAt(point) == pressed:
            self.words_clicked.emit(pressed, point)

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the chosen items; nothing is taken away here, the drop itself moves them."""
        self._pressed = None
        super().startDrag(supported)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the items would go."""
        self.drop_line = self._drop_at(event.position().toPoint())
        event.setAccepted(self.drop_line is not None)
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget where the items would go."""
        super().dragLeaveEvent(event)
        self.drop_line = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped where, and whether it is moved or copied."""
        found, self.drop_line = self._drop_at(event.position().toPoint()), None
        self.viewport().update()
        if found is None:
            return
        is_move = event.dropAction() is Qt.DropAction.MoveAction
        event.setDropAction(Qt.DropAction.CopyAction)  # Qt would otherwise remove the rows itself
        event.accept()
        self.dropped.emit(event.mimeData(), found.spot, is_move)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where dragged items would go."""
        super().paintEvent(event)
        if self.drop_line:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawLine(self.drop_line.line)

    def _is_on_words(self, index: QModelIndex, point: QPoint) -> bool:
        row = self.rows.row_of(index)
        return (
            row is not None and point.x() >= self.delegate.words_rect(row, self.visualRect(index)).left() - 4
        )

    def _drop_at(self, point: QPoint) -> Drop | None:
        index = self.indexAt(point)
        row = self.rows.row_of(index)
        area = self.visualRect(index if row else self.rows.index(len(self.rows.rows) - 1))
        return drop_at(self.rows.agenda, row, area, point, self.delegate.columns)
