"""What the calendar and the checks say about the notice on the screen. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from msgspec.structs import replace

from noticeeditor.gui.jobs import Done, Err, Outcome, Work

if TYPE_CHECKING:
    from noticeeditor.authority.planning import Plan
    from noticeeditor.authority.profile import AuthorityProfile
    from noticeeditor.checks.finding import Finding
    from noticeeditor.desk.values import Desk
    from noticeeditor.gui.findings.dates import DateAhead
    from noticeeditor.gui.findings.rows import FindingRow
    from noticeeditor.notice.notice import Notice
    from noticeeditor.workflow.case import CaseFile

Clock: TypeAlias = Callable[[], dt.datetime]
EVENING = dt.time(18)
JOB = "findings"


class FindingsView(Protocol):
    """What the presenter needs of the window."""

    def show_findings(self, rows: tuple[FindingRow, ...]) -> None:
        """Show findings in the list and at their fields."""


class FindingsPresenter:
    """Examines every wording beside the window; only the newest one counts."""

    def __init__(
        self, view: FindingsView, desk: Desk, clock: Clock, run: Callable[[str, Work, Done], None]
    ) -> None:
        self._view, self._desk, self._clock, self._run = view, desk, clock, run
        self._examine: _Examination | None = None
        self._case: CaseFile | None = None
        self._findings: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are shown."""
        return self._findings

    def show_notice(self, case: CaseFile | None, notice: Notice) -> None:
        """Examine a wording of a case."""
        if case is None:
            return
        self._case = case
        if self._examine is None:
            self._examine = _Examination(self._desk, self._clock)
        examination = self._examine
        self._run(JOB, lambda: examination(case, notice), self._receive)

    def look_around(self) -> None:
        """Know that other notices changed."""
        if self._examine is not None:
            self._examine.forget()

    def say_again(self) -> None:
        """Say the findings in the language in use."""
        self._show()

    def _receive(self, outcome: Outcome) -> None:
        if isinstance(outcome, Err):
            raise outcome.error
        self._findings = outcome.value
        self._show()

    def _show(self) -> None:
        from noticeeditor.desk.planning import rules_of
        from noticeeditor.gui.findings.rows import rows_of
        from noticeeditor.i18n.findings import finding_ground, finding_sentence

        house = self._desk.profile
        rules = rules_of(house.state)
        rows = rows_of(
            self._findings, finding_sentence, lambda finding: finding_ground(finding, rules, house.gazette)
        )
        self._view.show_findings(rows)


class _Examination:
    """The checks with what is known around a case; it runs on one worker at a time."""

    def __init__(self, desk: Desk, clock: Clock) -> None:
        from noticeeditor import wiring
        from noticeeditor.desk.checking import Surroundings

        self._surroundings, self._clock = Surroundings(desk, wiring.uncovered), clock
        self._known: tuple[int, dt.date | None, dt.datetime] | None = None

    def __call__(self, case: CaseFile, notice: Notice) -> tuple[Finding, ...]:
        """Return the findings of a wording; what is around it is read once a minute."""
        now = self._clock().replace(second=0, microsecond=0)
        around = (case.id, notice.sitting.date, now)
        if around != self._known:
            self._surroundings.refresh(replace(case, notice=notice), now)
            self._known = around
        return self._surroundings.findings(case, notice)

    def forget(self) -> None:
        """Read anew at the next call."""
        self._known = None


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
        self.say_again()

    def say_again(self) -> None:
        """Say the dates in the language in use."""
        from noticeeditor.gui.findings.dates import dates_ahead, warning_of

        self._view.show_dates(dates_ahead(self.plan), warning_of(self.plan))


def _plan(notice: Notice, profile: AuthorityProfile, now: dt.datetime) -> Plan | None:
    from noticeeditor.desk.planning import office_calendar

    day = notice.sitting.date
    if day is None:
        return None
    begins = dt.datetime.combine(day, notice.sitting.time or EVENING)
    return office_calendar(profile).plan(begins, now)
