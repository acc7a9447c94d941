"""Public holidays as data, and working days; no "today" inside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

DAY = dt.timedelta(days=1)
SATURDAY, SUNDAY = 5, 6


class HolidayCalendar(Struct, frozen=True):
    """The public holidays of a federal state with their German names, for a run of years.

    ``closed`` are further days on which office or print shop do not work, such as
    Rosenmontag; they are no public holidays but no working days either.
    """

    state: str = ""
    first_year: int = 1
    last_year: int = 0
    holidays: Mapping[dt.date, str] = field(default_factory=dict)
    closed: Mapping[dt.date, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.state, self.first_year, self.last_year))

    def covers(self, day: dt.date) -> bool:
        """Whether the holidays of the day's year are known."""
        return self.first_year <= day.year <= self.last_year

    def holiday(self, day: dt.date) -> str:
        """Return the name of the public holiday on a day, empty on other days."""
        return self.holidays.get(day, "")

    def day_off(self, day: dt.date) -> str:
        """Return the name of the public holiday or closed day, empty on other days."""
        return self.holidays.get(day) or self.closed.get(day, "")

    def is_working_day(self, day: dt.date) -> bool:
        """Whether the day is one from Monday to Friday and nobody is off."""
        return day.weekday() < SATURDAY and not self.day_off(day)

    def last_working_day(self, day: dt.date) -> dt.date:
        """Return the day itself or the nearest working day before it."""
        while not self.is_working_day(day):
            day -= DAY
        return day

    def next_working_day(self, day: dt.date) -> dt.date:
        """Return the day itself or the nearest working day after it."""
        while not self.is_working_day(day):
            day += DAY
        return day

    def working_days_before(self, day: dt.date, count: int) -> dt.date:
        """Return the day so many working days earlier; 0 is the last working day up to it."""
        day = self.last_working_day(day)
        for _ in range(count):
            day = self.last_working_day(day - DAY)
        return day

    def days_off_in_week(self, day: dt.date) -> tuple[dt.date, ...]:
        """Return the days from Monday to Friday of the day's week on which nobody works."""
        monday = day - dt.timedelta(days=day.weekday())
        weekdays = (monday + dt.timedelta(days=n) for n in range(SATURDAY))
        return tuple(other for other in weekdays if self.day_off(other))


def read_holidays(table: str, state: str) -> HolidayCalendar:
    """Return the calendar of a state from a frozen table: ``date;name;states``, ``*`` for all.

    The first line that is no comment holds the first and the last year of the table.
    """
    years, *rows = (line for line in table.splitlines() if line and not line.startswith("#"))
    first, last = (int(year) for year in years.split(";"))
    holidays = {}
    for row in rows:
        day, name, states = row.split(";")
        if states == "*" or state in states.split():
            holidays[dt.date.fromisoformat(day)] = name
    return HolidayCalendar(state, first, last, holidays)


def easter(year: int) -> dt.date:
    """Return Easter Sunday after the anonymous Gregorian computus."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
