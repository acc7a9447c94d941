"""German dates and times after CLDR patterns, as far as notices use them.

Own names instead of ``babel.dates``: a notice is always German, twelve months and
seven days do not change, and loading the locale data would cost a third of the
time in which one notice is exported. A test compares every day of two years and
every pattern with Babel.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_TOKEN = re.compile(r"'((?:[^']|'')*)'|(EEEE|EEE|EE|E|MMMM|MM|M|dd|d|yyyy|yy|y|HH|H|mm)|(.)", re.DOTALL)


def write_date(day: dt.date, pattern: str) -> str:
    """Return the day in German after a CLDR pattern such as ``EEEE, dd. MMMM y``."""
    return "".join(
        _DATE_FIELDS[field](day) if field in _DATE_FIELDS else literal for field, literal in _tokens(pattern)
    )


def write_time(time: dt.time, pattern: str) -> str:
    """Return the time after a CLDR pattern: ``HH:mm``, ``HH.mm`` or ``H``.

    Minutes are never lost: where the pattern has none, 10:30 is still written so.
    """
    if time.minute and ("mm", "mm") not in _tokens(pattern):
        pattern = "HH:mm"
    return "".join(
        _TIME_FIELDS[field](time) if field in _TIME_FIELDS else literal for field, literal in _tokens(pattern)
    )


@lru_cache(maxsize=128)
def _tokens(pattern: str) -> tuple[tuple[str, str], ...]:
    """Return (field, literal) pairs; a field of the other kind stays as it is written."""
    tokens = []
    for match in _TOKEN.finditer(pattern):
        quoted, field, other = match.groups()
        if field:
            tokens.append((field, field))
        elif quoted is None:
            tokens.append(("", other))
        else:
            tokens.append(("", quoted.replace("''", "'") or "'"))
    return tuple(tokens)


_DATE_FIELDS: dict[str, Callable[[dt.date], str]] = {
    "EEEE": lambda day: WEEKDAYS[day.weekday()],
    "EEE": lambda day: WEEKDAYS[day.weekday()][:2] + ".",
    "EE": lambda day: WEEKDAYS[day.weekday()][:2] + ".",
    "E": lambda day: WEEKDAYS[day.weekday()][:2] + ".",
    "MMMM": lambda day: MONTHS[day.month - 1],
    "MM": lambda day: f"{day.month:02d}",
    "M": lambda day: str(day.month),
    "dd": lambda day: f"{day.day:02d}",
    "d": lambda day: str(day.day),
    "yyyy": lambda day: f"{day.year:04d}",
    "yy": lambda day: f"{day.year % 100:02d}",
    "y": lambda day: str(day.year),
}
_TIME_FIELDS: dict[str, Callable[[dt.time], str]] = {
    "HH": lambda time: f"{time.hour:02d}",
    "H": lambda time: str(time.hour),
    "mm": lambda time: f"{time.minute:02d}",
}
