"""The calendar of issues as iCalendar (RFC 5545), for the calendars of the office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from noticeeditor.notice.issue import GazetteIssue

if TYPE_CHECKING:
    from icalendar import Event

REMIND = dt.timedelta(days=-1)


def issue_calendar(issues: Iterable[GazetteIssue], stamp: dt.datetime, *, sure: bool) -> bytes:
    """Return copy deadlines with a reminder, and days of appearance, in local time without a zone.

    The words are German whatever the reader's language: it is the calendar of a German office,
    and the same year gives the same bytes. ``stamp`` is when the rules were last confirmed; what is not ``sure`` is marked tentative.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//noticeeditor//gazette//DE")
    calendar.add("version", "2.0")
    for issue in issues:
        calendar.add_component(_deadline(issue, stamp, sure=sure))
        calendar.add_component(_appearance(issue, stamp, sure=sure))
    return bytes(calendar.to_ical())


def _deadline(issue: GazetteIssue, stamp: dt.datetime, *, sure: bool) -> Event:
    from icalendar import Alarm

    event = _event(issue, "deadline", stamp, sure=sure)
    event.add("summary", f"Redaktionsschluss {_name(issue)}")
    event.add("dtstart", issue.copy_deadline)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Redaktionsschluss {_name(issue)}")
    alarm.add("trigger", REMIND)
    event.add_component(alarm)
    return event


def _appearance(issue: GazetteIssue, stamp: dt.datetime, *, sure: bool) -> Event:
    event = _event(issue, "appearance", stamp, sure=sure)
    event.add("summary", f"{_name(issue)} erscheint")
    event.add("dtstart", issue.appears)
    event.add("transp", "TRANSPARENT")
    return event


def _event(issue: GazetteIssue, kind: str, stamp: dt.datetime, *, sure: bool) -> Event:
    from icalendar import Event

    event = Event()
    gazette = "".join(char if char.isalnum() else "-" for char in issue.gazette.casefold())
    event.add("uid", f"{gazette}-{issue.year}-{issue.number}-{kind}@noticeeditor")
    event.add("dtstamp", stamp)
    event.add("status", "CONFIRMED" if sure else "TENTATIVE")
    return event


def _name(issue: GazetteIssue) -> str:
    return f"{issue.gazette} {issue.number}/{issue.year}"
