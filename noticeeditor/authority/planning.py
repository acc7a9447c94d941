"""The plan of a sitting: backwards from its day to the copy deadline, forwards from now to its issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from noticeeditor.authority.gazette import Certainty, GazetteRules, Organ, last_issue_before, next_issue
from noticeeditor.authority.rules import LegalRule, LegalRules
from noticeeditor.notice.calendar import DAY, HolidayCalendar
from noticeeditor.notice.issue import GazetteIssue


class StepKey(StrEnum):
    """What is due on a day."""

    SIGN_OFF = "sign-off"
    COPY_DEADLINE = "copy-deadline"
    INVITATION = "invitation"
    APPEARANCE = "appearance"
    COMPLETE = "complete"
    SITTING = "sitting"


class Ground(Struct, frozen=True):
    """What a date rests on: the id of a legal rule or the name of an organ, with source and certainty."""

    rule: str
    source: str
    as_of: dt.date | None
    certainty: Certainty


class Step(Struct, frozen=True):
    """A day on the way to the sitting; without a time it lasts until its end."""

    key: StepKey
    day: dt.date
    time: dt.time | None
    ground: Ground
    passed: bool
    issue: GazetteIssue | None = None


class Reach(Struct, frozen=True):
    """What a notice signed now still reaches: an issue of every organ, and the earliest sitting."""

    issues: tuple[GazetteIssue, ...]
    complete: dt.date
    earliest_sitting: dt.date


class Plan(Struct, frozen=True):
    """The dates of a sitting in their order, the first still open one, and what remains when it is too late."""

    sitting: dt.datetime
    steps: tuple[Step, ...]
    issues: tuple[GazetteIssue, ...]
    reach: Reach | None
    too_late: bool
    remedies: tuple[LegalRule, ...] = ()

    @property
    def next_step(self) -> Step | None:
        """Return the first step that has not passed."""
        return next((step for step in self.steps if not step.passed), None)

    def step(self, key: StepKey) -> Step | None:
        """Return the first step of that kind."""
        return next((step for step in self.steps if step.key is key), None)


def plan(
    sitting: dt.datetime,
    now: dt.datetime,
    gazette: GazetteRules,
    rules: LegalRules,
    calendar: HolidayCalendar,
) -> Plan:
    """Return the plan of a sitting as seen at a moment, both in local time without a zone.

    The notice is complete at the end of the day on which the last organ appears
    (§ 5 (2) DVO zu § 20 LKO), so each organ must have appeared on an earlier day.
    """
    before = sitting.date() - (rules.value("publication-complete", "days", 1) - 1) * DAY
    last = {organ: last_issue_before(organ, before, calendar) for organ in gazette.organs}
    steps = [
        *_publication_steps(last, rules, calendar, now),
        *_invitation(sitting, rules, now),
        _step(StepKey.SITTING, sitting.date(), sitting.time(), _ground(rules, "publication-content"), now),
    ]
    too_late = any(issue is None or now > issue.copy_deadline for issue in last.values())
    return Plan(
        sitting=sitting,
        steps=tuple(sorted(steps, key=_moment)),
        issues=tuple(issue for issue in last.values() if issue),
        reach=reach(now, gazette, rules, calendar),
        too_late=too_late,
        remedies=rules.remedies if too_late else (),
    )


def reach(
    now: dt.datetime, gazette: GazetteRules, rules: LegalRules, calendar: HolidayCalendar
) -> Reach | None:
    """Return which issues a notice signed now appears in; ``None`` where an organ has none ahead."""
    issues = tuple(next_issue(organ, now, calendar) for organ in gazette.organs)
    known = tuple(issue for issue in issues if issue)
    if not known or len(known) < len(issues):
        return None
    complete = max(issue.appears for issue in known)
    return Reach(known, complete, complete + rules.value("publication-complete", "days", 1) * DAY)


def earliest_sitting(issue: GazetteIssue, rules: LegalRules) -> dt.date:
    """Return the first day on which a body may sit whose notice appears in this issue alone."""
    return issue.appears + rules.value("publication-complete", "days", 1) * DAY


def _publication_steps(
    last: dict[Organ, GazetteIssue | None], rules: LegalRules, calendar: HolidayCalendar, now: dt.datetime
) -> Iterator[Step]:
    known = {organ: issue for organ, issue in last.items() if issue}
    for organ, issue in known.items():
        ground = Ground(organ.name, organ.source, organ.as_of, organ.certainty)
        due = issue.copy_deadline
        yield _step(StepKey.COPY_DEADLINE, due.date(), due.time(), ground, now, issue)
        yield _step(StepKey.APPEARANCE, issue.appears, None, ground, now, issue)
    if known:
        yield _sign_off(min(issue.copy_deadline for issue in known.values()), rules, calendar, now)
    if len(known) > 1:
        complete = max(issue.appears for issue in known.values())
        yield _step(StepKey.COMPLETE, complete, None, _ground(rules, "publication-last-organ"), now)


def _sign_off(due: dt.datetime, rules: LegalRules, calendar: HolidayCalendar, now: dt.datetime) -> Step:
    lead = rules.value("sign-off-lead", "working_days", 0)
    day = calendar.working_days_before(due.date(), lead)
    time = due.time() if day == due.date() else None
    return _step(StepKey.SIGN_OFF, day, time, _ground(rules, "sign-off-lead"), now)


def _invitation(sitting: dt.datetime, rules: LegalRules, now: dt.datetime) -> Iterator[Step]:
    if rule := rules.rule("invitation-period"):
        day = sitting.date() - (rule.parameter("full_days") + 1) * DAY
        yield _step(StepKey.INVITATION, day, None, _ground(rules, rule.id), now)


def _ground(rules: LegalRules, id: str) -> Ground:
    rule = rules.rule(id)
    if rule is None:
        return Ground(id, "", None, Certainty.UNVERIFIED)
    return Ground(rule.id, rule.source, rule.as_of, rule.certainty)


def _step(
    key: StepKey,
    day: dt.date,
    time: dt.time | None,
    ground: Ground,
    now: dt.datetime,
    issue: GazetteIssue | None = None,
) -> Step:
    return Step(key, day, time, ground, now > dt.datetime.combine(day, time or dt.time.max), issue)


_ORDER = tuple(StepKey)


def _moment(step: Step) -> tuple[dt.datetime, int]:
    return dt.datetime.combine(step.day, step.time or dt.time.max), _ORDER.index(step.key)
