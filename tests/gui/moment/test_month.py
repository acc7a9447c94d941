"""The six weeks of the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from noticeeditor.gui.moment.marks import no_marks, shown_days
from noticeeditor.gui.moment.month_model import MonthModel
from noticeeditor.gui.moment.month_popup import month_on

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_model_keeps_the_rules_of_qt(qtbot):
    model = MonthModel(no_marks, dt.date(2023, 10, 9))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_month(dt.date(2024, 2, 1))
    assert tester.model() is model


def test_weeks_are_numbered_as_the_gazette_is(qapp):
    model = MonthModel(no_marks, dt.date(2023, 10, 9))
    weeks = [model.headerData(row, Qt.Orientation.Vertical) for row in range(6)]
    assert weeks == ["39", "40", "41", "42", "43", "44"]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_six_weeks_from_monday_hold_every_month(day):
    days = shown_days(day)
    assert days[0].weekday() == 0
    assert {shown.day for shown in days if shown.month == day.month} == set(
        range(1, (month_on(day.replace(day=1), 1) - dt.timedelta(1)).day + 1)
    )


@pytest.mark.parametrize(
    ("day", "months", "following"),
    [
        (dt.date(2023, 10, 31), 1, dt.date(2023, 11, 30)),
        (dt.date(2023, 12, 9), 1, dt.date(2024, 1, 9)),
        (dt.date(2024, 1, 31), -11, dt.date(2023, 2, 28)),
        (dt.date(2023, 3, 31), -1, dt.date(2023, 2, 28)),
    ],
)
def test_a_month_on_is_the_same_day_or_the_last(day, months, following):
    assert month_on(day, months) == following
