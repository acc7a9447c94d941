"""A screen outlives the widgets that ask for it."""

from __future__ import annotations

import gc
import re
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from noticeeditor.gui.screens import room_around

GUI = Path(__file__).parents[2] / "noticeeditor" / "gui"


def test_asking_for_room_leaves_the_screen_alive(qapp):
    for _popup in range(3):
        popup = QWidget()
        popup.itself = popup  # a cycle, as those of real windows
        assert room_around(QPoint(10, 10)).width() > 0
        del popup
        gc.collect()
    assert QGuiApplication.primaryScreen().name() is not None


def test_a_place_beside_all_screens_has_the_room_of_the_first(qapp):
    assert room_around(QPoint(-90_000, 0)) == QGuiApplication.primaryScreen().availableGeometry()


def test_no_widget_is_asked_for_its_screen():
    asking = [
        path.name for path in GUI.rglob("*.py") if re.search(r"self\.screen\(\)", path.read_text("utf-8"))
    ]
    assert asking == []
