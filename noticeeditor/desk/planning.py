"""The calendar of an authority: its holidays, its rules of law, its issues, the plan of a sitting."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor import assets
from noticeeditor.authority.gazette import Certainty, IssueEntry, closed_days, issues_of_year
from noticeeditor.authority.planning import Plan, Reach, plan, reach
from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.authority.rules import LegalRules
from noticeeditor.codec import issuetable, rulesfile
from noticeeditor.desk.files import read_bytes
from noticeeditor.errors import BadInput, Problem
from noticeeditor.export.files import make_folder, write_file
from noticeeditor.export.ics import issue_calendar
from noticeeditor.notice.calendar import HolidayCalendar, read_holidays
from noticeeditor.notice.issue import GazetteIssue

HOLIDAYS = "holidays/de.csv"
ANY_STATE = "rules/de.toml"


class OfficeCalendar(Struct, frozen=True):
    """What the dates of an authority are computed from."""

    profile: AuthorityProfile
    holidays: HolidayCalendar
    rules: LegalRules

    def plan(self, sitting: dt.datetime, now: dt.datetime) -> Plan:
        """Return the plan of a sitting as seen at a moment, both in local time."""
        return plan(sitting, _local(now), self.profile.gazette, self.rules, self.holidays)

    def reach(self, now: dt.datetime) -> Reach | None:
        """Return which issues a notice signed now appears in."""
        return reach(_local(now), self.profile.gazette, self.rules, self.holidays)

    def issues(self, year: int) -> tuple[GazetteIssue, ...]:
        """Return the issues of all organs that are numbered in a year, in order of appearance."""
        issues = [
            issue
            for organ in self.profile.gazette.organs
            for issue in issues_of_year(organ, year, self.holidays)
        ]
        return tuple(sorted(issues, key=lambda issue: (issue.appears, issue.gazette)))

    def ics(self, year: int) -> bytes:
        """Return the issues of a year as iCalendar; tentative while the office has not confirmed the rules."""
        organs = self.profile.gazette.organs
        sure = all(organ.certainty in {Certainty.FOUND, Certainty.OFFICE} for organ in organs)
        confirmed = max((organ.as_of for organ in organs if organ.as_of), default=self.profile.as_of)
        stamp = dt.datetime.combine(confirmed, dt.time(), dt.UTC)
        return issue_calendar(self.issues(year), stamp, sure=sure)


@lru_cache(maxsize=8)
def office_calendar(profile: AuthorityProfile) -> OfficeCalendar:
    """Return the calendar of an authority after its profile."""
    known = holidays_of(profile.state)
    closed = closed_days(profile.gazette, known.first_year, known.last_year)
    return OfficeCalendar(profile, replace(known, closed=closed), rules_of(profile.state))


@lru_cache(maxsize=4)
def holidays_of(state: str) -> HolidayCalendar:
    """Return the public holidays of a federal state, from the frozen table."""
    return read_holidays(assets.read(HOLIDAYS).decode(), state)


@lru_cache(maxsize=4)
def rules_of(state: str) -> LegalRules:
    """Return the rules of law of a state; of a state nobody has read they are all unverified."""
    own = f"rules/{state.lower()}.toml"
    name = own if own in assets.names("rules/*.toml") else ANY_STATE
    found = rulesfile.read(assets.read(name))
    if isinstance(found, tuple):
        raise BadInput(name, found)
    return found


def with_table(found: OfficeCalendar, path: Path, year: int, gazette: str = "") -> OfficeCalendar:
    """Return the calendar with the issues of a year as the publisher's table has them."""
    organs = found.profile.gazette.organs
    organ = next((organ for organ in organs if gazette in {"", organ.name}), None)
    if organ is None:
        known = ", ".join(organ.name for organ in organs)
        raise BadInput(str(path), (Problem("gazette.unknown", facts={"key": gazette, "known": known}),))
    entries = issuetable.read_table(_text(read_bytes(path)), year, organ)
    if any(isinstance(entry, Problem) for entry in entries):
        raise BadInput(str(path), tuple(entry for entry in entries if isinstance(entry, Problem)))
    pasted = tuple(entry for entry in entries if isinstance(entry, IssueEntry))
    changed = replace(organ, entries=pasted, complete_years=(*organ.complete_years, year))
    gazettes = replace(
        found.profile.gazette, organs=tuple(changed if one == organ else one for one in organs)
    )
    return office_calendar(replace(found.profile, gazette=gazettes))


def write_calendar(content: bytes, target: Path, *, replace: bool) -> None:
    """Put a calendar on the disk, all or none."""
    make_folder(target.parent)
    write_file(target, content, replace=replace)


def _text(content: bytes) -> str:
    """Return the text of a file that others wrote: UTF-8, or else what Windows writes in Germany."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _local(moment: dt.datetime) -> dt.datetime:
    """Return the wall clock of a moment: deadlines are local and know no zone."""
    return moment.replace(tzinfo=None)
