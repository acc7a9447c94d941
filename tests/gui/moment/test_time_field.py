"""The field for a time of day, by keys."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from noticeeditor.gui.moment.time_field import TimeField, next_time

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def field(qtbot):
    field = TimeField("Uhrzeit")
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    field.told = []
    field.time_changed.connect(field.told.append)
    return field


@pytest.mark.parametrize("words", ["18", "1800", "18:00", "18 Uhr", "18.00 Uhr"])
def test_a_typed_time_is_told_and_shown_in_full(qtbot, field, words):
    qtbot.keyClicks(field.entry.line, words)
    qtbot.keyClick(field.entry.line, Qt.Key.Key_Return)
    assert field.told == [dt.time(18)]
    field.entry.line.clearFocus()
    assert field.entry.line.text() == "18:00 Uhr"


def test_what_cannot_be_read_has_a_message(qtbot, field):
    qtbot.keyClicks(field.entry.line, "25")
    qtbot.keyClick(field.entry.line, Qt.Key.Key_Return)
    assert field.told == []
    assert "gibt es nicht" in field.entry.message.text()


def test_arrows_step_to_the_next_quarter_and_page_keys_by_an_hour(qtbot, field):
    field.show_time(dt.time(18, 5))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        qtbot.keyClick(field.entry.line, key)
    assert field.told == [dt.time(18, 15), dt.time(18, 30), dt.time(18, 15), dt.time(17, 15)]


@pytest.mark.parametrize(
    ("time", "direction", "minutes", "following"),
    [
        (dt.time(0), -1, 15, dt.time(23, 45)),
        (dt.time(23, 50), 1, 15, dt.time(0)),
        (dt.time(18, 5), -1, 15, dt.time(18)),
        (dt.time(23, 30), 1, 60, dt.time(0, 30)),
        (None, 1, 15, dt.time(18)),
    ],
)
def test_steps_go_around_midnight(time, direction, minutes, following):
    assert next_time(time, direction, minutes) == following
