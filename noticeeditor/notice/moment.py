"""Read a day and a time as somebody types them: ``9.10.``, ``mo 18``, ``kw 41 di``, ``+7``.

Day comes before month and a day without a year is the next one not in the past. A bare
number is never a day, as it may as well be an hour; a year of two digits stands
directly behind its dot, so that ``9.10. 18`` is an hour and ``9.10.18`` a year.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from noticeeditor.notice.dates import MONTHS, WEEKDAYS

FIRST_YEAR, LAST_YEAR = 1900, 2199


class Reason(StrEnum):
    """Why typed words are no moment."""

    UNKNOWN = "unknown"
    IMPOSSIBLE = "impossible"
    AMBIGUOUS = "ambiguous"
    WEEKDAY = "weekday"


class Misread(Struct, frozen=True):
    """Words that are no moment; ``day`` is the one whose weekday is not the typed one."""

    reason: Reason
    day: dt.date | None = None


class Moment(Struct, frozen=True):
    """A day and, where one was typed behind it, the time."""

    date: dt.date
    time: dt.time | None = None


DateReading: TypeAlias = dt.date | Misread | None
TimeReading: TypeAlias = dt.time | Misread | None
_Form: TypeAlias = tuple[str, Callable[[re.Match[str], dt.date], dt.date | Misread]]


def read_moment(text: str, today: dt.date) -> Moment | Misread | None:
    """Return the day and the time that are typed, ``None`` for nothing."""
    words = _plain(text)
    if not words:
        return None
    whole = _read_day(words, today)
    if isinstance(whole, dt.date):
        return Moment(whole)
    reasons = [whole]
    for space in reversed([match.start() for match in re.finditer(" ", words)]):
        day, time = _read_day(words[:space].rstrip(", "), today), _read_clock(words[space + 1 :])
        if isinstance(day, dt.date) and isinstance(time, dt.time):
            return Moment(day, time)
        reasons += [reading for reading in (day, time) if isinstance(reading, Misread)]
    return next((misread for misread in reasons if misread != _UNKNOWN), _UNKNOWN)


def read_date(text: str, today: dt.date) -> DateReading:
    """Return the day that is typed, ``None`` for nothing."""
    words = _plain(text)
    return _read_day(words, today) if words else None


def read_time(text: str) -> TimeReading:
    """Return the time that is typed (``18``, ``1800``, ``18.30``, ``18 Uhr``), ``None`` for nothing."""
    words = _plain(text)
    return _read_clock(words) if words else None


_UNKNOWN = Misread(Reason.UNKNOWN)
_IMPOSSIBLE = Misread(Reason.IMPOSSIBLE)
_AMBIGUOUS = Misread(Reason.AMBIGUOUS)


def _plain(text: str) -> str:
    """Return the words in small letters with single blanks, umlauts as they are mostly typed."""
    words = " ".join(text.casefold().replace("a\u0308", "ä").split()).strip(", ")
    return words.replace("maerz", "märz").replace("uebermorgen", "übermorgen")


def _read_day(words: str, today: dt.date) -> dt.date | Misread:
    for pattern, read in _FORMS:
        if match := re.fullmatch(pattern, words):
            try:
                return _in_range(read(match, today))
            except (ValueError, OverflowError):
                return _IMPOSSIBLE
    return _UNKNOWN


def _in_range(day: dt.date | Misread) -> dt.date | Misread:
    if isinstance(day, dt.date) and not FIRST_YEAR <= day.year <= LAST_YEAR:
        return _IMPOSSIBLE
    return day


def _read_clock(words: str) -> dt.time | Misread:
    match = re.fullmatch(_CLOCK, words)
    if match is None:
        return _UNKNOWN
    digits = match["digits"]
    hour, minute = (digits[:-2], digits[-2:]) if digits else (match["hour"], match["minute"] or "0")
    try:
        return dt.time(int(hour), int(minute))
    except ValueError:
        return _IMPOSSIBLE


_CLOCK = r"(?:um )?(?:(?P<digits>[0-9]{3,4})|(?P<hour>[0-9]{1,2})(?:(?: ?uhr ?|[:.,h])(?P<minute>[0-9]{2}))?)(?: ?(?:uhr|h))?"


def _numeric(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    return _of_year(match["year"], today, lambda year: dt.date(year, int(match["month"]), int(match["day"])))


def _written(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    months = [number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(match["month"])]
    if len(months) != 1:
        return _AMBIGUOUS if months else _UNKNOWN
    return _of_year(match["year"], today, lambda year: dt.date(year, months[0], int(match["day"])))


def _week(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    name = match["before"] or match["after"]
    weekday = _weekday(name) if name else 0
    if weekday is None:
        return _UNKNOWN
    return _of_year(
        match["year"], today, lambda year: dt.date.fromisocalendar(year, int(match["week"]), weekday + 1)
    )


def _of_year(year: str | None, today: dt.date, day_of: Callable[[int], dt.date]) -> dt.date | Misread:
    """Return the day in the year that is typed, else the next one not in the past."""
    if year:
        return day_of(int(year) + (2000 if len(year) == 2 else 0))
    # nine years hold a 29 February even around 2100; a week of the year before may still be ahead
    return _next(day_of, range(today.year - 1, today.year + 10), today)


def _next(day_of: Callable[[int], dt.date], numbers: Iterable[int], today: dt.date) -> dt.date | Misread:
    for number in numbers:
        try:
            day = day_of(number)
        except ValueError:  # this year or month has no such day
            continue
        if day >= today:
            return day
    return _IMPOSSIBLE


def _day_alone(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    def in_month(number: int) -> dt.date:
        return dt.date(number // 12, number % 12 + 1, int(match["day"]))

    this_month = today.year * 12 + today.month - 1
    return _next(in_month, range(this_month, this_month + 3), today)


def _relative(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    days = int(match["count"]) * (7 if match["weeks"] else 1)
    return today + dt.timedelta(days if match["sign"] == "+" else -days)


def _named(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    return today + dt.timedelta(_DAYS_FROM_TODAY[match[0]])


def _next_weekday(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    """Return the next such weekday after today: for today itself there is a word."""
    weekday = _weekday(match["weekday"])
    if weekday is None:
        return _UNKNOWN
    return today + dt.timedelta((weekday - today.weekday() - 1) % 7 + 1)


def _with_weekday(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    weekday, day = _weekday(match["weekday"]), _read_day(match["rest"], today)
    if weekday is None:
        return _UNKNOWN
    if isinstance(day, dt.date) and day.weekday() != weekday:
        return Misread(Reason.WEEKDAY, day)
    return day


def _weekday(name: str) -> int | None:
    """Return the number of a weekday, written out or cut to its first letters."""
    found = [number for number, day in enumerate(WEEKDAYS) if day.casefold().startswith(name)]
    return found[0] if len(found) == 1 else {"sonnabend": 5}.get(name)


def _ambiguous(match: re.Match[str], today: dt.date) -> dt.date | Misread:
    return _AMBIGUOUS


_DAYS_FROM_TODAY = {"gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_YEAR = r"(?P<year>(?:(?<=\.)| )[0-9]{4}|(?<=\.)[0-9]{2})?"
_NAME = r"[a-zäöü]{2,}"
# compiled by ``re`` when they are first tried, which a window need not wait for
_FORMS: tuple[_Form, ...] = (
    (r"(?:am |den |dem )(?P<rest>.+)", lambda match, today: _read_day(match["rest"], today)),
    (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})", _numeric),
    (rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\.?{_YEAR}", _numeric),
    (r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{2}|(?:19|20|21)[0-9]{2})", _numeric),
    (r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", _numeric),
    (rf"(?P<day>[0-9]{{1,2}})\.? ?(?P<month>(?!uhr){_NAME})\.?{_YEAR}", _written),
    (
        rf"(?:(?P<before>{_NAME})\.?,? )?kw ?(?P<week>[0-9]{{1,2}})(?:[/ ](?P<year>[0-9]{{4}}))?"
        rf"(?:,? ?(?P<after>{_NAME})\.?)?",
        _week,
    ),
    (r"(?P<day>[0-9]{1,2})\.", _day_alone),
    (r"(?P<sign>[+-]) ?(?P<count>[0-9]{1,5}) ?(?P<weeks>w)?", _relative),
    ("|".join(_DAYS_FROM_TODAY), _named),
    (rf"(?P<weekday>{_NAME})\.?", _next_weekday),
    (rf"(?P<weekday>{_NAME})\.?,? (?:den |dem |der )?(?P<rest>[0-9]+[.-].*)", _with_weekday),
    (r"[0-9]{1,2}|[0-9]{1,4}(?:/[0-9]{1,4}){1,2}", _ambiguous),
)
