"""What the calendar of the date field knows of the days around the seed sitting."""

from __future__ import annotations

import datetime as dt

import pytest

from noticeeditor import wiring
from noticeeditor.gui.moment.marks import DayMark, MarkKind
from noticeeditor.gui.moment.office_marks import office_marks
from tests.builders import a_notice

pytestmark = pytest.mark.usefixtures("dressed")
FIRST, LAST = dt.date(2023, 9, 25), dt.date(2023, 11, 5)


def marks():
    return office_marks(wiring.profile("vulkaneifel"), lambda first, last: (), FIRST, LAST)


def test_public_holidays_are_named():
    assert marks()[dt.date(2023, 10, 3)] == (DayMark(MarkKind.HOLIDAY, "Tag der Deutschen Einheit"),)
    assert marks()[dt.date(2023, 11, 1)][0].text == "Allerheiligen"


def test_issues_and_their_deadlines_are_named():
    texts = [mark.text for mark in marks()[dt.date(2023, 9, 29)]]
    assert texts == [
        "Kreisnachrichten 39/2023 erscheint",
        "Redaktionsschluss von Kreisnachrichten 40/2023, 12:00",
    ]


def test_a_plain_day_has_no_mark():
    assert dt.date(2023, 10, 4) not in marks()
    assert all(FIRST <= day <= LAST for day in marks())


def test_sittings_that_stand_already_are_seen_in_the_form(make_window):
    window = make_window(a_notice())
    shown = window.view.form.sitting.date.marks(FIRST, LAST)
    body = "Ausschuss Klimaschutz, Mobilität und Infrastruktur"
    assert shown[dt.date(2023, 10, 9)] == (DayMark(MarkKind.SITTING, f"18:00 {body}"),)
