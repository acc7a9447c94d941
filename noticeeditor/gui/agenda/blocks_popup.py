"""The list of text blocks that opens behind a slash."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from noticeeditor.gui.agenda.blocks import TextBlock, matching
from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import _

_WIDTH, _ROWS = 420, 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class BlocksPopup(QFrame):
    """Never takes the focus: one goes on typing, and what is typed narrows the list."""

    chosen = Signal(object)

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        dress(self, "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("Text blocks"))
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._emit_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self.list)
        self.blocks: tuple[TextBlock, ...] = ()
        self._found: tuple[TextBlock, ...] = ()
        self.hide()

    def open_at(self, point: QPoint) -> None:
        """Open below a point of the ground, with all blocks."""
        self.narrow("")
        if not self._found:
            return
        room = self._ground.rect().adjusted(0, 0, -self.width(), -self.height())
        self.move(max(0, min(point.x(), room.right())), max(0, min(point.y(), room.bottom())))
        self.show()
        self.raise_()

    def narrow(self, typed: str) -> None:
        """Show the blocks that hold what was typed; close where none does."""
        self._found = matching(self.blocks, typed)
        self.list.clear()
        self.list.addItems([block.text.replace("{}", "…") for block in self._found])
        self.list.setCurrentRow(0)
        rows = min(len(self._found), _ROWS)
        self.resize(_WIDTH, rows * max(self.list.sizeHintForRow(0), 20) + 14)
        if not self._found:
            self.hide()

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key asks of the list; return whether it was meant for it."""
        if not self.isVisible():
            return False
        if event.key() in _STEPS:
            row = self.list.currentRow() + _STEPS[Qt.Key(event.key())]
            self.list.setCurrentRow(row % len(self._found))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._emit_chosen()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _emit_chosen(self) -> None:
        self.hide()
        self.chosen.emit(self._found[self.list.currentRow()])
