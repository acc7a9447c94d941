"""A small field over the number of an item, to set it by hand."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from noticeeditor.i18n.texts import _

_MIN_WIDTH, _MARGIN = 74, 4


class LabelField(QLineEdit):
    """Says the number that was set; an empty one is computed again."""

    label_set = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Number set by hand"))
        self.setPlaceholderText(_("automatic"))
        self.setMaxLength(20)
        self.hide()

    def open_over(self, place: QRect, label: str) -> None:
        """Open over a number."""
        self.setText(label)
        self.selectAll()
        self.setGeometry(
            place.left() - _MARGIN, place.top(), max(place.width(), _MIN_WIDTH), self.sizeHint().height()
        )
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets the number, Esc leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
            self.label_set.emit(self.text().strip() or None)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the number as it is."""
        super().focusOutEvent(event)
        self.hide()

    def _close(self) -> None:
        self.hide()
        self.left.emit()
