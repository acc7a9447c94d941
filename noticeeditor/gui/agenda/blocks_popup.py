"""The list of text blocks that opens behind a slash."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from noticeeditor.gui.agenda.blocks import TextBlock, matching
from noticeeditor.gui.screens import room_around
from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import _

_WIDTH, _ROWS, _GAP = 420, 8, 6
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class BlocksPopup(QFrame):
    """Never takes the focus: one goes on typing, and what is typed narrows the list."""

    chosen = Signal(object)

    def __init__(self) -> None:
        # a window, for a click in a child would take the focus; without a parent, whose tab order it would break
        super().__init__(None, Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
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

    def open_at(self, caret: QRect, window: QWidget) -> None:
        """Open below a caret on the screen, above it where there is no room, with all blocks."""
        self.narrow("")
        self.winId()  # makes the window that is to know whose it is
        self.windowHandle().setTransientParent(window.windowHandle())
        if not self._found:
            return
        screen = room_around(caret.bottomLeft())
        below = caret.bottom() + _GAP
        fits = below + self.height() <= screen.bottom()
        self.move(
            max(screen.left(), min(caret.left(), screen.right() - self.width())),
            below if fits else caret.top() - _GAP - self.height(),
        )
        self.show()

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
