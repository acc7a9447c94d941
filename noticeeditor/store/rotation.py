"""Which backups stay: the newest of each of the last days, weeks and months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable

DAYS, WEEKS, MONTHS = 7, 4, 12


def worth_keeping(moments: Iterable[dt.datetime]) -> frozenset[dt.datetime]:
    """Return the moments whose backups stay: 7 days, 4 weeks, 12 months, counted by days that have one."""
    newest_first = sorted(moments, reverse=True)
    return frozenset(
        moment for period, count in _PERIODS for moment in _newest_of_each(newest_first, period, count)
    )


_PERIODS: tuple[tuple[Callable[[dt.datetime], Hashable], int], ...] = (
    (lambda moment: moment.date(), DAYS),
    (lambda moment: moment.isocalendar()[:2], WEEKS),
    (lambda moment: (moment.year, moment.month), MONTHS),
)


def _newest_of_each(
    newest_first: list[dt.datetime], period: Callable[[dt.datetime], Hashable], count: int
) -> list[dt.datetime]:
    chosen: dict[Hashable, dt.datetime] = {}
    for moment in newest_first:
        chosen.setdefault(period(moment), moment)
    return list(chosen.values())[:count]
