"""What a row of the list says: who, when, and how long until the copy deadline; no Qt."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor.gui.notices.states import BADGES
from noticeeditor.i18n.texts import N_, _, plural
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.workflow.acts import State

if TYPE_CHECKING:
    from noticeeditor.desk.reviewing import Waiting
    from noticeeditor.store.contract import Summary

_UNTITLED = N_("New notice")
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_DUE = frozenset({State.DRAFT, State.RETURNED, State.IN_REVIEW, State.SIGNED_OFF})
SOON = 3


class Row(Struct, frozen=True):
    """The texts of a row; ``urgent`` where the deadline is near or past."""

    title: str
    when: str
    state: str
    tone: str
    due: str
    urgent: bool

    @property
    def spoken(self) -> str:
        """Return the row as it is read out."""
        return ", ".join(text for text in (self.title, self.when, self.state, self.due) if text)


def row_of(summary: Summary, now: dt.datetime, waiting: Waiting | None = None) -> Row:
    """Return what the row of a notice says; ``now`` is local time of the authority.

    To whoever reviews it also says how long it waits, and in the place of the state what stops the sign-off.
    """
    badge = BADGES[summary.state]
    due, urgent = _due(summary, now)
    row = Row(_title(summary), _when(summary), _(badge.text), badge.tone, due, urgent)
    return _for_review(row, waiting, now) if waiting and summary.state is State.IN_REVIEW else row


def _for_review(row: Row, waiting: Waiting, now: dt.datetime) -> Row:
    state, tone = _judgement(waiting)
    waits = _waits(waiting.since.astimezone(now.tzinfo), now) if waiting.since else ""
    return replace(row, when=" · ".join(filter(None, (row.when, waits))), state=state, tone=tone)


def _judgement(waiting: Waiting) -> tuple[str, str]:
    """Return what the badge says, and its tone."""
    if not waiting.for_me:
        return _("With others"), "muted"
    if waiting.obstacles:
        text = plural("{count} obstacle", "{count} obstacles", waiting.obstacles)
        return text.format(count=waiting.obstacles), "danger"
    return _("No obstacles"), "success"


def _waits(since: dt.datetime, now: dt.datetime) -> str:
    """Return how long a notice waits, in whole days."""
    days = (now.date() - since.date()).days
    if days <= 0:
        return _("since {time:%H:%M}").format(time=since)
    return plural("for {days} day", "for {days} days", days).format(days=days)


def _title(summary: Summary) -> str:
    title = summary.body or _(_UNTITLED)
    if summary.kind is NoticeKind.SITTING:
        return title
    subtitle = summary.heading.split("\n")[-1]
    return f"{subtitle}: {title}" if subtitle else title


def _when(summary: Summary) -> str:
    if summary.date is None:
        return _("No date yet")
    day = f"{_(_WEEKDAYS[summary.date.weekday()])} {summary.date:%d.%m.%Y}"
    return f"{day} · {summary.begins:%H:%M}" if summary.begins else day


def _due(summary: Summary, now: dt.datetime) -> tuple[str, bool]:
    """Return the countdown to the copy deadline, and whether it presses."""
    if summary.issue is None or summary.state not in _DUE:
        return "", False
    left = summary.issue.copy_deadline - now.replace(tzinfo=None)
    days = (summary.issue.copy_deadline.date() - now.date()).days
    if left < dt.timedelta():
        return _("Copy overdue"), True
    if days == 0:
        return _("Copy due today {time:%H:%M}").format(time=summary.issue.copy_deadline), True
    text = plural("Copy due in {days} day", "Copy due in {days} days", days)
    return text.format(days=days), days <= SOON
