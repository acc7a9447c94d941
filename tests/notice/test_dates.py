"""German dates and times, compared with Babel day by day."""

import datetime as dt

import pytest
from babel.dates import format_date, format_time

from noticeeditor.notice.dates import write_date, write_time

DAYS = [dt.date(2023, 1, 1) + dt.timedelta(days=n) for n in range(731)]
PATTERNS = [
    "EEEE, 'den' dd. MMMM y",
    "EEEE, 'dem' d. MMMM y",
    "dd.MM.yyyy",
    "d.M.yy",
    "EEEE, dd.MM.yyyy",
    "d. MMMM",
    "''yy",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_day_of_two_years_is_written_as_babel_writes_it(pattern):
    assert [write_date(day, pattern) for day in DAYS] == [
        format_date(day, pattern, locale="de") for day in DAYS
    ]


@pytest.mark.parametrize("pattern", ["HH:mm", "HH.mm", "H:mm"])
def test_every_quarter_of_an_hour_is_written_as_babel_writes_it(pattern):
    times = [dt.time(hour, minute) for hour in range(24) for minute in (0, 15, 30, 45)]
    assert [write_time(time, pattern) for time in times] == [
        format_time(time, pattern, locale="de") for time in times
    ]


def test_a_full_hour_may_be_written_without_minutes():
    assert write_time(dt.time(19), "H") == "19"


def test_minutes_are_never_lost():
    assert write_time(dt.time(10, 30), "H") == "10:30"


def test_the_seed_date():
    assert write_date(dt.date(2023, 10, 9), "EEEE, 'den' dd. MMMM y") == "Montag, den 09. Oktober 2023"
