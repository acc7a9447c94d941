"""A table of issues as a publisher sends it: lines from a mail, a sheet or a page, in any order of columns.

A line with two days is an issue: the earlier day is the copy deadline, the later one the
day of appearance. The number stands behind ``KW``, ``Nr.`` or ``Ausgabe``, or first in the line.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from noticeeditor.authority.gazette import IssueEntry, Organ
from noticeeditor.errors import Problem
from noticeeditor.notice.issue import GazetteIssue

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:T(?P<hour>\d{2}):(?P<minute>\d{2}))?")
_GERMAN = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4}|\d{2})(?![\d:.]))?")
_CLOCK = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?:Uhr|h\b)|(?<![\d.])(?P<h>\d{1,2}):(?P<m>\d{2})"
)
_NUMBER = re.compile(
    r"(?:\b(?:KW|Nr\.?|Ausgabe|Woche)\s*|^\W*)(?P<number>\d{1,2})(?!\d|\.\s?\d|:\d)(?:\s*/\s*(?P<year>\d{4}|\d{2}))?",
    re.IGNORECASE,
)
_DROPPED = re.compile(r"entfällt|keine Ausgabe|erscheint nicht|fällt aus", re.IGNORECASE)


def read_table(text: str, year: int, organ: Organ) -> tuple[IssueEntry, ...] | tuple[Problem, ...]:
    """Return the issues of a table, or a problem for every line that cannot be read.

    Lines without a digit are headings. Days without a year are in ``year``, or in the year
    before for a deadline that would otherwise come after its issue.
    """
    entries: list[IssueEntry] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        if any(char.isdigit() for char in line):
            entry = _entry(line, year, organ)
            if entry is None:
                problems.append(Problem("issue-table.line", f"{number}", {"line": line.strip()[:80]}))
            else:
                entries.append(entry)
    if not entries and not problems:
        return (Problem("issue-table.empty"),)
    problems += _doubles(entries)
    return tuple(problems) or tuple(entries)


def write_entries(organs: Iterable[Organ], issues: Iterable[GazetteIssue], year: int) -> bytes:
    """Return the issues of a year as they stand in a profile file, under the name of their organ."""
    import tomli_w

    listed = tuple(issues)
    tables = [
        {
            "name": organ.name,
            "complete_years": [year],
            "entries": [_plain(issue) for issue in listed if issue.gazette == organ.name],
        }
        for organ in organs
    ]
    return tomli_w.dumps({"gazette": {"organs": tables}}).encode()


def _plain(issue: GazetteIssue) -> dict[str, object]:
    return {
        "year": issue.year,
        "number": issue.number,
        "copy_deadline": issue.copy_deadline,
        "appears": issue.appears,
    }


def _entry(line: str, year: int, organ: Organ) -> IssueEntry | None:
    number = _NUMBER.search(line)
    days = list(_days(line, year))
    if number is None or None in days:
        return None
    of_year = int(number["year"] or year) % 100 + year // 100 * 100
    if _DROPPED.search(line):
        return IssueEntry(of_year, int(number["number"]), dropped=True)
    if len(days) != 2:
        return None
    deadline, appears = sorted(day for day in days if day)
    if (appears - deadline).days > 180:  # 28.12. and 05.01. of one year mean the December before
        deadline, appears = appears.replace(year=appears.year - 1), deadline
    return IssueEntry(
        of_year, int(number["number"]), dt.datetime.combine(deadline, _time(line, organ)), appears
    )


def _days(line: str, year: int) -> Iterator[dt.date | None]:
    """Yield the days of a line; ``None`` for one that does not exist."""
    for match in (*_ISO.finditer(line), *_GERMAN.finditer(line)):
        written = int(match["year"] or year)
        try:
            yield dt.date(
                written + 2000 if written < 100 else written, int(match["month"]), int(match["day"])
            )
        except ValueError:
            yield None


def _time(line: str, organ: Organ) -> dt.time:
    """Return the hour of the deadline, that of the rule where the line has none."""
    iso = next((match for match in _ISO.finditer(line) if match["hour"]), None)
    clock = _CLOCK.search(line)
    if iso:
        return dt.time(int(iso["hour"]), int(iso["minute"]))
    if clock is None or int(clock["hour"] or clock["h"]) > 23:
        return organ.deadline_time
    return dt.time(int(clock["hour"] or clock["h"]), int(clock["minute"] or clock["m"] or 0))


def _doubles(entries: list[IssueEntry]) -> list[Problem]:
    seen = [(entry.year, entry.number) for entry in entries]
    doubled = sorted({key for key in seen if seen.count(key) > 1})
    return [Problem("key.duplicate", "", {"key": f"{number}/{year}"}) for year, number in doubled]
