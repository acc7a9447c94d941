"""What the calendar of an authority knows of its days: holidays, issues, deadlines, sittings; no Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.gui.moment.marks import DayMark, MarkKind, Marks
from noticeeditor.i18n.texts import _
from noticeeditor.store.contract import Summary

MOST_SITTINGS = 500


def office_marks(
    profile: AuthorityProfile,
    summaries: Callable[[dt.date, dt.date], Iterable[Summary]],
    first: dt.date,
    last: dt.date,
) -> Marks:
    """Return what happens on the days from first to last; ``summaries`` answers with the sittings."""
    marks: dict[dt.date, tuple[DayMark, ...]] = {}
    found = (*_of_gazette(profile, first, last), *_of_sittings(summaries(first, last)))
    for day, mark in found:
        if first <= day <= last:
            marks[day] = (*marks.get(day, ()), mark)
    return marks


def _of_gazette(
    profile: AuthorityProfile, first: dt.date, last: dt.date
) -> Iterator[tuple[dt.date, DayMark]]:
    from noticeeditor.desk.planning import office_calendar

    calendar = office_calendar(profile)
    for number in range((last - first).days + 1):
        day = first + dt.timedelta(number)
        if name := calendar.holidays.day_off(day):
            yield day, DayMark(MarkKind.HOLIDAY, name)
    for year in range(first.year - 1, last.year + 2):
        for issue in calendar.issues(year):
            name = f"{issue.gazette} {issue.number}/{issue.year}"
            yield issue.appears, DayMark(MarkKind.ISSUE, _("{issue} appears").format(issue=name))
            until = _("Copy deadline of {issue}, {time}").format(
                issue=name, time=f"{issue.copy_deadline:%H:%M}"
            )
            yield issue.copy_deadline.date(), DayMark(MarkKind.DEADLINE, until)


def _of_sittings(summaries: Iterable[Summary]) -> Iterator[tuple[dt.date, DayMark]]:
    for summary in summaries:
        if summary.date:
            time = f"{summary.begins:%H:%M} " if summary.begins else ""
            yield summary.date, DayMark(MarkKind.SITTING, f"{time}{summary.body}")
