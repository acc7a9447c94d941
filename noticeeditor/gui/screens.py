"""The room that a window or a pop-up has on its screen.

Never ``QWidget.screen()``: PySide makes the screen a child of the asking widget, and when that
widget is collected the screen is deleted with it, which ends the process at the next window.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QSize(2, 40)  # px, about what a desktop puts around a window


def room_around(place: QPoint) -> QRect:
    """Return the free area of the screen that a place lies on, else of the first one."""
    screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window its usual size, or as much of it as its screen has room for."""
    parent = window.parentWidget()
    free = room_around(parent.window().geometry().center() if parent else QPoint()).size() - FRAME
    window.resize(QSize(width, height).boundedTo(free))
