"""The field for a day, by keys and mouse."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from noticeeditor.gui.moment.date_field import DateField, next_day
from noticeeditor.gui.moment.marks import DayMark, MarkKind

pytestmark = pytest.mark.usefixtures("dressed")

FRIDAY = dt.date(2023, 9, 29)
MONDAY = dt.date(2023, 10, 9)


@pytest.fixture
def form(qtbot):
    """A date field and another field to go to."""
    window = QWidget()
    window.field = DateField("Datum", lambda: FRIDAY)
    window.other = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(window.field)
    column.addWidget(window.other)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.field.setFocus()
    window.days, window.times = [], []
    window.field.date_changed.connect(window.days.append)
    window.field.time_typed.connect(window.times.append)
    return window


def type_and_leave(qtbot, form, words):
    form.field.setFocus()
    form.field.entry.line.selectAll()
    qtbot.keyClicks(form.field.entry.line, words)
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_Tab)


def test_a_typed_day_is_told_once_and_shown_with_its_weekday(qtbot, form):
    type_and_leave(qtbot, form, "9.10.")
    assert form.days == [MONDAY]
    assert form.field.date == MONDAY
    assert form.field.entry.line.text() == "Montag, 09.10.2023"
    type_and_leave(qtbot, form, "9.10.")
    assert form.days == [MONDAY]


def test_the_words_are_shown_as_understood_while_typing(qtbot, form):
    qtbot.keyClicks(form.field.entry.line, "mo 18")
    assert form.field.entry.line.hint == "Mo, 02.10.2023, 18:00 Uhr"
    qtbot.keyClicks(form.field.entry.line, "x")
    assert form.field.entry.line.hint == ""


def test_what_can_be_read_is_told_once_the_typing_pauses(qtbot, form):
    with qtbot.waitSignal(form.field.date_changed):
        qtbot.keyClicks(form.field.entry.line, "9.10")
    assert form.days == [MONDAY]
    assert form.field.entry.line.text() == "9.10"
    form.field.show_date(MONDAY)
    assert form.field.entry.line.text() == "9.10"
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_Tab)
    assert form.days == [MONDAY]
    assert form.field.entry.line.text() == "Montag, 09.10.2023"


def test_what_cannot_be_read_is_not_said_while_typing(qtbot, form):
    qtbot.keyClicks(form.field.entry.line, "31.2.")
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert form.days == []
    assert form.field.entry.message.text() == ""


def test_a_shortcut_knows_what_was_just_typed(qtbot, form):
    seen = []
    action = QAction(form)
    action.setShortcut("Ctrl+E")
    action.triggered.connect(lambda: seen.append(form.field.date))
    form.addAction(action)
    qtbot.keyClicks(form.field.entry.line, "9.10.")
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert seen == [MONDAY]


def test_closing_the_window_loses_nothing_that_was_typed(qtbot, form):
    qtbot.keyClicks(form.field.entry.line, "9.10.")
    form.close()
    assert form.days == [MONDAY]


def test_a_time_behind_the_day_is_told_apart(qtbot, form):
    type_and_leave(qtbot, form, "mo 18")
    type_and_leave(qtbot, form, "mo 18")
    assert form.days == [dt.date(2023, 10, 2)]
    assert form.times == [dt.time(18), dt.time(18)]


def test_what_cannot_be_read_stays_with_a_message_and_changes_nothing(qtbot, form):
    form.field.show_date(MONDAY)
    type_and_leave(qtbot, form, "31.2.")
    assert form.days == []
    assert form.field.date == MONDAY
    assert form.field.entry.line.text() == "31.2."
    assert form.field.entry.message.isVisible()
    assert "gibt es nicht" in form.field.entry.message.text()
    assert form.field.entry.line.accessibleDescription() == form.field.entry.message.text()


def test_the_message_goes_with_the_next_letter(qtbot, form):
    type_and_leave(qtbot, form, "31.2.")
    form.field.setFocus()
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_Backspace)
    assert not form.field.entry.message.isVisible()


def test_an_emptied_field_is_no_day(qtbot, form):
    form.field.show_date(MONDAY)
    form.field.entry.line.selectAll()
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_Delete)
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_Return)
    assert form.days == [None]


def test_the_form_does_not_disturb_typing_by_showing_the_same_day(qtbot, form):
    form.field.show_date(MONDAY)
    qtbot.keyClicks(form.field.entry.line, "1")
    form.field.show_date(MONDAY)
    assert "1" in form.field.entry.line.text()
    form.field.show_date(FRIDAY)
    assert form.field.entry.line.text() == "29.09.2023"


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, dt.date(2023, 10, 10)),
        (Qt.Key.Key_Down, dt.date(2023, 10, 8)),
        (Qt.Key.Key_PageUp, dt.date(2023, 10, 16)),
        (Qt.Key.Key_PageDown, dt.date(2023, 10, 2)),
    ],
)
def test_arrows_step_by_a_day_and_page_keys_by_a_week(qtbot, form, key, day):
    form.field.show_date(MONDAY)
    qtbot.keyClick(form.field.entry.line, key)
    assert form.days == [day]


def test_an_arrow_in_an_empty_field_begins_today(qtbot, form):
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_Up)
    assert form.days == [FRIDAY]


def test_steps_end_where_the_years_do():
    assert next_day(dt.date(1900, 1, 1), FRIDAY, -1) == dt.date(1900, 1, 1)
    assert next_day(dt.date(2199, 12, 31), FRIDAY, 7) == dt.date(2199, 12, 31)


def calendar(qtbot, form):
    qtbot.keyClick(form.field.entry.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    return QApplication.activePopupWidget()


def test_the_calendar_opens_at_the_day_and_takes_another_by_keys(qtbot, form):
    form.field.show_date(MONDAY)
    popup = calendar(qtbot, form)
    assert popup.day == MONDAY
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        qtbot.keyClick(popup.table, key)
    assert form.days == [dt.date(2023, 11, 17)]
    assert QApplication.activePopupWidget() is None


def test_a_click_on_a_day_takes_it(qtbot, form):
    popup = calendar(qtbot, form)
    cell = popup.table.visualRect(popup.model.index_of(dt.date(2023, 10, 1)))
    qtbot.mouseClick(popup.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert form.days == [dt.date(2023, 10, 1)]


def test_escape_leaves_the_day_as_it_is(qtbot, form):
    form.field.show_date(MONDAY)
    popup = calendar(qtbot, form)
    qtbot.keyClick(popup.table, Qt.Key.Key_Left)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert form.days == []
    assert form.field.date == MONDAY


def test_what_happens_on_a_day_is_marked_and_said(qtbot, form):
    holiday = dt.date(2023, 10, 3)
    form.field.show_marks(
        lambda first, last: {holiday: (DayMark(MarkKind.HOLIDAY, "Tag der Deutschen Einheit"),)}
    )
    form.field.show_date(dt.date(2023, 10, 2))
    popup = calendar(qtbot, form)
    assert popup.detail.text() == ""
    qtbot.keyClick(popup.table, Qt.Key.Key_Right)
    assert popup.detail.text() == "Tag der Deutschen Einheit"
    spoken = popup.model.index_of(holiday).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Dienstag, 3. Oktober 2023, Tag der Deutschen Einheit"
    qtbot.keyClick(popup, Qt.Key.Key_Escape)


def test_the_field_is_read_out_by_its_name(form):
    assert form.field.entry.line.accessibleName() == "Datum"
    assert form.field.focusProxy() is not None
