"""What the calendar and the checks say about the notice on the screen. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

from noticeeditor.authority.planning import Plan
from noticeeditor.authority.profile import AuthorityProfile
from noticeeditor.gui.findings.dates import DateAhead, dates_ahead, warning_of
from noticeeditor.notice.notice import Notice

EVENING = dt.time(18)


class PlanView(Protocol):
    """What the presenter needs of the strip."""

    def show_dates(self, dates: tuple[DateAhead, ...], warning: str) -> None:
        """Show dates and what is missed."""


class PlanPresenter:
    """Keeps the line of dates in step with the day of the sitting."""

    def __init__(self, view: PlanView, clock: Callable[[], dt.datetime]) -> None:
        self._view, self._clock = view, clock
        self._shown: tuple[dt.date | None, dt.time | None, dt.datetime] | None = None
        self.plan: Plan | None = None

    def show_notice(self, notice: Notice, profile: AuthorityProfile) -> None:
        """Show the dates of a notice; the same ones are not computed again within a minute."""
        now = self._clock().replace(second=0, microsecond=0)
        wanted = (notice.sitting.date, notice.sitting.time, now)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.plan = _plan(notice, profile, now)
        self._view.show_dates(dates_ahead(self.plan), warning_of(self.plan))

    def say_again(self) -> None:
        """Say the dates in the language in use."""
        self._view.show_dates(dates_ahead(self.plan), warning_of(self.plan))


def _plan(notice: Notice, profile: AuthorityProfile, now: dt.datetime) -> Plan | None:
    from noticeeditor.desk.planning import office_calendar

    day = notice.sitting.date
    if day is None:
        return None
    begins = dt.datetime.combine(day, notice.sitting.time or EVENING)
    return office_calendar(profile).plan(begins, now)
