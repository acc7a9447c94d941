"""What the seed notice is judged against, and the findings of a rule; a test names only what matters to it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec.structs import replace

from noticeeditor import wiring
from noticeeditor.checks import examine
from noticeeditor.checks.finding import Finding
from noticeeditor.checks.subject import Context
from noticeeditor.desk.planning import office_calendar
from noticeeditor.notice.agenda import AgendaItem, Publicity
from noticeeditor.notice.notice import Notice
from tests.builders import a_notice, an_agenda

# the Wednesday before the seed notices were signed, two working days before the copy deadline
SIGNED = dt.datetime.fromisoformat("2023-09-27T09:00")


def a_context(**changes: Any) -> Context:
    """The office of the seed, two days before its copy deadline, with nothing else known."""
    calendar = office_calendar(wiring.profile())
    return replace(Context(SIGNED, calendar.profile, calendar.holidays, calendar.rules), **changes)


def rules(notice: Notice, context: Context | None = None) -> list[str]:
    """The rules that fire, in order."""
    return [finding.rule for finding in examine(notice, context or a_context())]


def found(rule: str, notice: Notice, context: Context | None = None) -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in examine(notice, context or a_context()) if finding.rule == rule]


def with_item(text: str, **changes: Any) -> Notice:
    """The seed notice with one item of this text."""
    return a_notice(agenda=an_agenda(text), **changes)


def with_closed_item(published: str | None, text: str = "Internes") -> Notice:
    """The seed notice with one closed item."""
    notice = a_notice(agenda=an_agenda("x", publicity=Publicity.CLOSED))
    (part,) = notice.agenda.parts
    part = replace(part, items=(AgendaItem("item-1", text, published),))
    sitting = replace(notice.sitting, designation="nichtöffentliche Sitzung")
    return replace(notice, sitting=sitting, agenda=replace(notice.agenda, parts=(part,)))


def with_opening(words: str) -> Notice:
    """The seed notice with an opening sentence edited by hand."""
    notice = a_notice()
    return replace(notice, opening=replace(notice.opening, words=words))


def with_sitting(**changes: Any) -> Notice:
    """The seed notice with other facts of its sitting."""
    notice = a_notice()
    return replace(notice, sitting=replace(notice.sitting, **changes))


def with_signature(**changes: Any) -> Notice:
    """The seed notice with another signature."""
    notice = a_notice()
    return replace(notice, signature=replace(notice.signature, **changes))
