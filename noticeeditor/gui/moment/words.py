"""How days and times are said in the window, in the language of the reader; no widgets."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale

from noticeeditor.i18n.texts import N_, _, language
from noticeeditor.notice.moment import Misread, Reason

_NO_DAY = {
    Reason.UNKNOWN: N_("This is no date. Write it such as 9.10., Mon 18 or +7."),
    Reason.IMPOSSIBLE: N_("This day does not exist. Check day, month and year."),
    Reason.AMBIGUOUS: N_("This may mean several days. Write it such as 9.10.2023."),
    Reason.WEEKDAY: N_("{day} is a {weekday}. Correct the date or leave the weekday out."),
}
_NO_TIME = {
    Reason.UNKNOWN: N_("This is no time. Write it such as 18 or 18:30."),
    Reason.IMPOSSIBLE: N_("This time does not exist. Write it from 0:00 to 23:59."),
}


def date_misread(misread: Misread) -> str:
    """Return why typed words are no day, and how to write one."""
    sentence = _(_NO_DAY[misread.reason])
    if misread.day is None:
        return sentence
    return sentence.format(day=short_date(misread.day), weekday=weekday_name(misread.day))


def time_misread(misread: Misread) -> str:
    """Return why typed words are no time, and how to write one."""
    return _(_NO_TIME.get(misread.reason, _NO_TIME[Reason.UNKNOWN]))


def short_date(day: dt.date) -> str:
    """Return the day in numbers, the way it is typed."""
    return f"{day:%d.%m.}{day.year:04d}"


def full_date(day: dt.date) -> str:
    """Return the day in numbers with its weekday."""
    return f"{weekday_name(day)}, {short_date(day)}"


def long_date(day: dt.date) -> str:
    """Return the day with weekday and month in words."""
    pattern = "dddd, d. MMMM yyyy" if language() == "de" else "dddd, d MMMM yyyy"
    return locale().toString(QDate(day.year, day.month, day.day), pattern)


def brief_date(day: dt.date) -> str:
    """Return the day in numbers with its weekday cut short."""
    return f"{weekday_name(day)[:2]}, {short_date(day)}"


def weekday_name(day: dt.date) -> str:
    """Return the weekday in words."""
    return locale().dayName(day.isoweekday())


def month_name(month: dt.date) -> str:
    """Return month and year in words."""
    return f"{locale().standaloneMonthName(month.month)} {month.year}"


def shown_time(time: dt.time) -> str:
    """Return the time as a field shows it."""
    return _("{time} h").format(time=f"{time:%H:%M}")


def locale() -> QLocale:
    """Return the names and forms of the reader's language."""
    return QLocale(language())
