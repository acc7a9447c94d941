"""A small field over the number of an item, to set it by hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from noticeeditor.i18n.texts import _

_MIN_WIDTH, _INSET, _LINE = 110, 12, 18


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
        size = self.sizeHint().boundedTo(QSize(max(place.width(), _MIN_WIDTH), 100))
        self.setGeometry(QRect(place.topLeft() - QPoint(_INSET, (size.height() - _LINE) // 2), size))
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets the number, Esc leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close()
            if self.isModified():
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
