"""The issues of a year: numbered, moved by days off, replaced by what the publisher announced."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from noticeeditor.authority.gazette import (
    ClosedDay,
    Count,
    GazetteRules,
    IssueEntry,
    Organ,
    Shift,
    Weekday,
    closed_days,
    issues_of_year,
)
from noticeeditor.desk.planning import holidays_of
from noticeeditor.notice.calendar import HolidayCalendar

ORGAN = Organ("Kreisnachrichten")
RP = holidays_of("RP")
NO_HOLIDAYS = HolidayCalendar()


def issue(number: int, organ: Organ = ORGAN, year: int = 2024, calendar: HolidayCalendar = RP):
    return next(entry for entry in issues_of_year(organ, year, calendar) if entry.number == number)


@pytest.mark.parametrize(("year", "weeks"), [(2020, 53), (2023, 52), (2024, 52), (2026, 53)])
def test_a_year_has_an_issue_for_every_calendar_week(year, weeks):
    assert [entry.number for entry in issues_of_year(ORGAN, year, RP)] == list(range(1, weeks + 1))


def test_without_days_off_the_rule_alone_decides():
    first = issue(1, calendar=NO_HOLIDAYS)
    assert (first.copy_deadline, first.appears) == (
        dt.datetime.fromisoformat("2023-12-29T12:00"),
        dt.date(2024, 1, 5),
    )


@pytest.mark.parametrize(
    ("shift", "appears"),
    [(Shift.NONE, "2024-03-29"), (Shift.EARLIER, "2024-03-28"), (Shift.LATER, "2024-04-02")],
)
def test_an_issue_due_on_good_friday_moves_as_the_rule_says(shift, appears):
    assert issue(13, replace(ORGAN, appears_shift=shift)).appears == dt.date.fromisoformat(appears)


def test_a_saturday_paper_does_not_move_on_an_ordinary_saturday():
    assert issue(40, replace(ORGAN, appears=Weekday.SATURDAY)).appears == dt.date(2024, 10, 5)


def test_running_numbers_count_only_the_issues_that_appear():
    issues = issues_of_year(replace(ORGAN, count=Count.RUNNING, skipped_weeks=(1, 30)), 2024, RP)
    assert len(issues) == 50
    assert (issues[0].number, issues[0].appears) == (1, dt.date(2024, 1, 12))
    assert (issues[-1].number, issues[-1].appears) == (50, dt.date(2024, 12, 27))


def test_an_announced_issue_keeps_what_the_announcement_leaves_open():
    announced = IssueEntry(2024, 10, appears=dt.date(2024, 3, 7))
    found = issue(10, replace(ORGAN, entries=(announced,)))
    assert (found.appears, found.copy_deadline) == (
        dt.date(2024, 3, 7),
        dt.datetime.fromisoformat("2024-03-01T12:00"),
    )


def test_a_dropped_issue_does_not_appear():
    issues = issues_of_year(replace(ORGAN, entries=(IssueEntry(2024, 31, dropped=True),)), 2024, RP)
    assert 31 not in {entry.number for entry in issues}


def test_of_a_year_pasted_as_a_whole_nothing_is_computed():
    only = IssueEntry(2024, 7, dt.datetime.fromisoformat("2024-02-08T09:00"), dt.date(2024, 2, 14))
    organ = replace(ORGAN, entries=(only,), complete_years=(2024,))
    assert [entry.number for entry in issues_of_year(organ, 2024, RP)] == [7]
    assert len(issues_of_year(organ, 2025, RP)) == 52


def test_closed_days_follow_easter_or_stand_in_the_year():
    rules = GazetteRules(closed_days=(ClosedDay("Rosenmontag", easter=-48), ClosedDay("Heiligabend", 12, 24)))
    assert closed_days(rules, 2024, 2024) == {
        dt.date(2024, 2, 12): "Rosenmontag",
        dt.date(2024, 12, 24): "Heiligabend",
    }


def test_a_closed_day_on_29_february_exists_in_leap_years_only():
    rules = GazetteRules(closed_days=(ClosedDay("Schalttag", 2, 29),))
    assert set(closed_days(rules, 2023, 2025)) == {dt.date(2024, 2, 29)}


def test_every_deadline_is_a_working_day_before_its_issue():
    for year in range(2001, 2060):
        for entry in issues_of_year(ORGAN, year, RP):
            assert RP.is_working_day(entry.copy_deadline.date())
            assert entry.copy_deadline.date() < entry.appears
