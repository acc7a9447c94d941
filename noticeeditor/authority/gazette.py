"""The gazette of an authority: when an issue appears, until when it takes copy.

Rules are data with their source. They are computed for a year, moved by days off,
and replaced by what the publisher has announced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from noticeeditor.notice.calendar import HolidayCalendar, easter
from noticeeditor.notice.issue import GazetteIssue

WEEK = dt.timedelta(days=7)


class Certainty(StrEnum):
    """How far a rule can be relied on: found at a public source, not found, a default, or the office's word."""

    FOUND = "found"
    UNVERIFIED = "unverified"
    ASSUMED = "assumed"
    OFFICE = "set-by-office"


class Weekday(StrEnum):
    """A day of the week, in the order of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def position(self) -> int:
        """Return 0 for Monday to 6 for Sunday."""
        return tuple(Weekday).index(self)


class HolidayWeek(StrEnum):
    """In which week a day off brings the copy deadline forward, one working day each."""

    NONE = "none"
    DEADLINE = "deadline"
    ISSUE = "issue"
    BOTH = "both"


class Shift(StrEnum):
    """Where the day of appearance goes when it is a day off."""

    NONE = "none"
    EARLIER = "earlier"
    LATER = "later"


class Count(StrEnum):
    """How issues are numbered: by ISO calendar week, or one after the other in a year."""

    WEEK = "week"
    RUNNING = "running"


class IssueEntry(Struct, frozen=True):
    """An issue as the publisher announced it; it replaces the computed one of its number and year.

    ``dropped`` says that this issue does not appear.
    """

    year: int
    number: int
    copy_deadline: dt.datetime | None = None
    appears: dt.date | None = None
    dropped: bool = False


class Organ(Struct, frozen=True):
    """A gazette or newspaper in which notices are published, with the rules of its issues.

    The deadline is a weekday so many weeks before the week of appearance, at a time.
    ``complete_years`` are years of which ``entries`` hold every issue.
    """

    name: str
    appears: Weekday = Weekday.FRIDAY
    appears_shift: Shift = Shift.EARLIER
    deadline_weekday: Weekday = Weekday.FRIDAY
    deadline_weeks_before: int = 1
    deadline_time: dt.time = dt.time(12)
    holidays_in: HolidayWeek = HolidayWeek.DEADLINE
    count: Count = Count.WEEK
    skipped_weeks: tuple[int, ...] = ()
    entries: tuple[IssueEntry, ...] = ()
    complete_years: tuple[int, ...] = ()
    certainty: Certainty = Certainty.ASSUMED
    source: str = ""
    as_of: dt.date | None = None


class ClosedDay(Struct, frozen=True):
    """A day off of office or print shop that is no public holiday.

    Either ``month`` and ``day``, or ``easter``: days from Easter Sunday (Rosenmontag: -48).
    """

    name: str
    month: int = 0
    day: int = 0
    easter: int = 0


class GazetteRules(Struct, frozen=True):
    """The organs in which a notice must appear, all of them, and the days off of the house."""

    organs: tuple[Organ, ...] = ()
    closed_days: tuple[ClosedDay, ...] = ()


def closed_days(rules: GazetteRules, first_year: int, last_year: int) -> dict[dt.date, str]:
    """Return the days off of a run of years; a 29 February only where there is one."""
    days = {}
    for year in range(first_year, last_year + 1):
        for closed in rules.closed_days:
            if day := _day_of(closed, year):
                days[day] = closed.name
    return days


def _day_of(closed: ClosedDay, year: int) -> dt.date | None:
    if not closed.month:
        return easter(year) + dt.timedelta(days=closed.easter)
    try:
        return dt.date(year, closed.month, closed.day)
    except ValueError:
        return None


@lru_cache(maxsize=64)
def issues_of_year(organ: Organ, year: int, calendar: HolidayCalendar) -> tuple[GazetteIssue, ...]:
    """Return the issues that are numbered in a year, in order of appearance."""
    announced = {entry.number: entry for entry in organ.entries if entry.year == year}
    computed = {} if year in organ.complete_years else dict(_computed(organ, year, calendar))
    issues = [_announced(organ, entry, computed.get(number)) for number, entry in announced.items()]
    issues += [issue for number, issue in computed.items() if number not in announced]
    return tuple(
        sorted((issue for issue in issues if issue), key=lambda issue: (issue.appears, issue.number))
    )


def issues_around(organ: Organ, day: dt.date, calendar: HolidayCalendar) -> tuple[GazetteIssue, ...]:
    """Return the issues of the year of a day, the one before and the one after."""
    years = range(max(day.year - 1, dt.MINYEAR + 1), min(day.year + 1, dt.MAXYEAR - 1) + 1)
    return tuple(issue for year in years for issue in issues_of_year(organ, year, calendar))


def last_issue_before(organ: Organ, day: dt.date, calendar: HolidayCalendar) -> GazetteIssue | None:
    """Return the last issue that appears before a day."""
    earlier = [issue for issue in issues_around(organ, day, calendar) if issue.appears < day]
    return max(earlier, key=lambda issue: issue.appears, default=None)


def next_issue(organ: Organ, moment: dt.datetime, calendar: HolidayCalendar) -> GazetteIssue | None:
    """Return the first issue whose copy deadline is not over yet; the deadline itself still counts."""
    open_ones = [
        issue for issue in issues_around(organ, moment.date(), calendar) if moment <= issue.copy_deadline
    ]
    return min(open_ones, key=lambda issue: (issue.appears, issue.copy_deadline), default=None)


def _computed(organ: Organ, year: int, calendar: HolidayCalendar) -> Iterator[tuple[int, GazetteIssue]]:
    weeks = [week for week in range(1, _weeks_in(year) + 1) if week not in organ.skipped_weeks]
    for position, week in enumerate(weeks, 1):
        number = week if organ.count is Count.WEEK else position
        yield number, _issue(organ, number, year, week, calendar)


def _weeks_in(year: int) -> int:
    """Return 52 or 53: 28 December is always in the last week of its year (ISO 8601)."""
    return dt.date(year, 12, 28).isocalendar().week


def _issue(organ: Organ, number: int, year: int, week: int, calendar: HolidayCalendar) -> GazetteIssue:
    due = dt.date.fromisocalendar(year, week, organ.appears.position + 1)
    deadline_week = dt.date.fromisocalendar(year, week, 1) - organ.deadline_weeks_before * WEEK
    deadline = deadline_week + dt.timedelta(days=organ.deadline_weekday.position)
    earlier = _days_earlier(organ, deadline, due, calendar)
    return GazetteIssue(
        organ.name,
        number,
        year,
        dt.datetime.combine(_moved_back(deadline, earlier, calendar), organ.deadline_time),
        _shifted(due, organ.appears_shift, calendar),
    )


def _days_earlier(organ: Organ, deadline: dt.date, due: dt.date, calendar: HolidayCalendar) -> int:
    weeks = {
        HolidayWeek.NONE: (),
        HolidayWeek.DEADLINE: (deadline,),
        HolidayWeek.ISSUE: (due,),
        HolidayWeek.BOTH: (deadline, due),
    }[organ.holidays_in]
    return len({day for week in weeks for day in calendar.days_off_in_week(week)})


def _moved_back(deadline: dt.date, count: int, calendar: HolidayCalendar) -> dt.date:
    """Return the deadline so many working days earlier, and never on a day off itself.

    A deadline that is itself a day off uses up one of the days by moving to the
    working day before.
    """
    if count and not calendar.is_working_day(deadline):
        count -= 1
    return calendar.working_days_before(deadline, count)


def _shifted(due: dt.date, shift: Shift, calendar: HolidayCalendar) -> dt.date:
    if shift is Shift.NONE or not calendar.day_off(due):
        return due
    return calendar.last_working_day(due) if shift is Shift.EARLIER else calendar.next_working_day(due)


def _announced(organ: Organ, entry: IssueEntry, computed: GazetteIssue | None) -> GazetteIssue | None:
    """Return the issue as announced; what the entry leaves open stays as computed."""
    appears = entry.appears or (computed and computed.appears)
    deadline = entry.copy_deadline or (computed and computed.copy_deadline)
    if entry.dropped or not appears or not deadline:
        return None
    return GazetteIssue(organ.name, entry.number, entry.year, deadline, appears)
