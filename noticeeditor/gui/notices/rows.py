"""What a row of the list says: who, when, and how long until the copy deadline; no Qt."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeeditor.gui.notices.states import BADGES
from noticeeditor.i18n.texts import N_, _, plural
from noticeeditor.notice.notice import NoticeKind
from noticeeditor.workflow.acts import State

if TYPE_CHECKING:
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


def row_of(summary: Summary, now: dt.datetime) -> Row:
    """Return what the row of a notice says; ``now`` is local time of the authority."""
    badge = BADGES[summary.state]
    due, urgent = _due(summary, now)
    return Row(_title(summary), _when(summary), _(badge.text), badge.tone, due, urgent)


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
