"""What there is to know about a day before one chooses it; no Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class MarkKind(StrEnum):
    """What happens on a day."""

    HOLIDAY = "holiday"
    SITTING = "sitting"
    ISSUE = "issue"
    DEADLINE = "deadline"


class DayMark(Struct, frozen=True):
    """One thing that happens on a day, as it is read out: "Tag der Deutschen Einheit"."""

    kind: MarkKind
    text: str


Marks: TypeAlias = Mapping[dt.date, tuple[DayMark, ...]]
MarksBetween: TypeAlias = Callable[[dt.date, dt.date], Marks]  # both days included


def no_marks(first: dt.date, last: dt.date) -> Marks:
    """Return that nothing is known of any day."""
    return {}


def shown_days(month: dt.date) -> tuple[dt.date, ...]:
    """Return the six weeks from Monday that show a month."""
    first = month.replace(day=1)
    monday = first - dt.timedelta(first.weekday())
    return tuple(monday + dt.timedelta(number) for number in range(42))
