"""Does the notice appear in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from noticeeditor.authority.planning import Plan, StepKey, earliest_sitting, plan
from noticeeditor.checks.subject import Context, Hit, Subject
from noticeeditor.notice.issue import GazetteIssue
from noticeeditor.notice.notice import NoticeKind


def issue_too_late(subject: Subject, context: Context) -> Iterator[Hit]:
    """A notice counts only when its issue appears on a day before the sitting (§ 5 (2) DVO zu § 20 LKO)."""
    issue, date = subject.notice.issue, subject.notice.sitting.date
    if issue is not None and date is not None and earliest_sitting(issue, context.rules) > date:
        facts: dict[str, object] = {
            "gazette": issue.gazette,
            "number": issue.number,
            "year": issue.year,
            "appears": issue.appears,
            "earliest": earliest_sitting(issue, context.rules),
        }
        yield Hit("issue", facts, f"{issue.appears} {date}")


def issue_closed(subject: Subject, context: Context) -> Iterator[Hit]:
    """A notice signed after the copy deadline of its issue does not get into it."""
    issue, signed = subject.notice.issue, subject.notice.signature.date
    if issue is not None and signed is not None and signed > issue.copy_deadline.date():
        facts: dict[str, object] = {
            "gazette": issue.gazette,
            "number": issue.number,
            "year": issue.year,
            "deadline": issue.copy_deadline,
        }
        yield Hit("issue", facts, f"{issue.copy_deadline} {signed}")


def too_late(subject: Subject, context: Context) -> Iterator[Hit]:
    """No issue that is still open appears before the sitting."""
    found = _plan(subject, context)
    if found is not None and found.too_late and subject.notice.issue is None:
        first = _first_due(found)
        earliest = found.reach.earliest_sitting if found.reach else None
        facts: dict[str, object] = {
            "gazette": first.gazette if first else "",
            "deadline": first.copy_deadline if first else None,
            "earliest": earliest,
            "date": found.sitting.date(),
        }
        yield Hit("sitting.date", facts, str(found.sitting.date()))


def deadline_near(subject: Subject, context: Context) -> Iterator[Hit]:
    """The copy deadline is only a working day away."""
    found = _plan(subject, context)
    first = _first_due(found) if found else None
    if found is None or found.too_late or first is None:
        return
    due = first.copy_deadline
    lead = context.rules.value("warning-lead", "working_days", 1)
    if context.today >= context.holidays.working_days_before(due.date(), lead):
        yield Hit("sitting.date", {"gazette": first.gazette, "deadline": due}, due.isoformat())


def invitation_too_late(subject: Subject, context: Context) -> Iterator[Hit]:
    """Four full days lie between invitation and sitting."""
    found = _plan(subject, context)
    step = found.step(StepKey.INVITATION) if found else None
    if step is not None and step.passed:
        yield Hit("sitting.date", {"latest": step.day}, step.day.isoformat())


def _first_due(found: Plan) -> GazetteIssue | None:
    return min(found.issues, key=lambda issue: issue.copy_deadline, default=None)


def _plan(subject: Subject, context: Context) -> Plan | None:
    """Return the plan of a sitting that is still ahead."""
    sitting = subject.notice.sitting
    if sitting.date is None or sitting.date < context.today or subject.notice.kind is not NoticeKind.SITTING:
        return None
    begins = sitting.begins or dt.datetime.combine(sitting.date, dt.time())
    return plan(begins, context.now, context.profile.gazette, context.rules, context.holidays)
