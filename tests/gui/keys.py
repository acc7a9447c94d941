"""Keys as they come from the system: to the suggestions while they are open, else to what has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Counts what is struck."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.count = 0

    @property
    def target(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Strike a key that is no letter."""
        self.count += 1
        QTest.keyClick(self.target, key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Write; QTest knows no letters beyond ASCII."""
        for letter in text:
            self.count += 1
            target = self.target
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, Qt.Key.Key_unknown, PLAIN, letter))
            QApplication.processEvents()
