"""Days and times that are mentioned in German words."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from noticeeditor.notice.dates import MONTHS, WEEKDAYS

_WEEKDAY = "|".join((*WEEKDAYS, "Sonnabend"))
_DATE = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})(?:,|\s)\s*(?:de[nmr]\s+)?)?"
    rf"(?<![\d.,/-])(?P<day>\d{{1,2}})\.[ \u00a0]?"
    rf"(?:(?P<month>\d{{1,2}})\.[ \u00a0]?(?P<short>\d{{4}}|\d{{2}}(?!\d|[.,]\d))|"
    rf"(?P<name>{'|'.join(MONTHS)})(?:\s+(?P<year>\d{{4}}))?)(?!\d)"
)
_TIME = re.compile(r"(?<![\d.:])(?P<hour>\d{1,2})(?:(?P<mark>[.:])(?P<minute>\d{2}))?\s*Uhr\b")


class DateMention(NamedTuple):
    """A day in a text: where, as written, which day it is, and the weekday before it."""

    start: int
    end: int
    written: str
    day: dt.date | None
    exists: bool
    weekday: str
    weekday_start: int
    form: str


class TimeMention(NamedTuple):
    """A time in a text, as written and in which form."""

    start: int
    written: str
    time: dt.time | None
    form: str


@lru_cache(maxsize=512)
def dates_in(text: str) -> tuple[DateMention, ...]:
    """Return the days mentioned in a text; one without a year has no day."""
    if "." not in text:
        return ()
    return tuple(_mention(match) for match in _DATE.finditer(text))


@lru_cache(maxsize=512)
def times_in(text: str) -> tuple[TimeMention, ...]:
    """Return the times mentioned in a text."""
    if "Uhr" not in text:
        return ()
    return tuple(
        TimeMention(
            match.start(),
            match.group(),
            _time(match),
            "H" if match["mark"] is None else f"H{match['mark']}mm",
        )
        for match in _TIME.finditer(text)
    )


def _mention(match: re.Match[str]) -> DateMention:
    day, exists = _day(match)
    return DateMention(
        match.start("day"),
        match.end(),
        match.group()[match.start("day") - match.start() :],
        day,
        exists,
        match["weekday"] or "",
        match.start("weekday"),
        _form(match),
    )


def _day(match: re.Match[str]) -> tuple[dt.date | None, bool]:
    month = int(match["month"] or 0) or MONTHS.index(match["name"] or MONTHS[0]) + 1
    year = match["short"] or match["year"]
    if len(year or "") == 2:
        year = f"20{year}"
    try:
        day = dt.date(int(year or 2024), month, int(match["day"]))  # 2024 is a leap year
    except ValueError:
        return None, False
    return (day if year else None), True


def _form(match: re.Match[str]) -> str:
    """Return how a day is written: ``dd.MM.yyyy``, ``d.M.yyyy``, ``dd.MM.yy``; empty for a written month."""
    if match["name"]:
        return ""
    if int(match["day"]) > 9 and int(match["month"]) > 9:
        return f"?.{'yyyy' if len(match['short']) == 4 else 'yy'}"
    zero = match["day"].startswith("0") or (match["month"].startswith("0") and int(match["day"]) > 9)
    year = "yyyy" if len(match["short"]) == 4 else "yy"
    return f"{'dd.MM' if zero else 'd.M'}.{year}"


def _time(match: re.Match[str]) -> dt.time | None:
    try:
        return dt.time(int(match["hour"]), int(match["minute"] or 0))
    except ValueError:
        return None
