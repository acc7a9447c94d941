"""The room that a pop-up has on its screen.

Never ``QWidget.screen()``: PySide makes the screen a child of the asking widget, and when that
widget is collected the screen is deleted with it, which ends the process at the next window.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication


def room_around(place: QPoint) -> QRect:
    """Return the free area of the screen that a place lies on, else of the first one."""
    screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
