"""Which notices the list shows: group, words that are searched, what is due first. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from noticeeditor.gui.jobs import Done, Err, Outcome, Work
from noticeeditor.gui.notices.model import PORTION, Fetch
from noticeeditor.gui.notices.states import GROUPS, Group
from noticeeditor.store.contract import Filter, Order, Summary

if TYPE_CHECKING:
    from noticeeditor.desk.desk import Desk

JOB = "notices"


class NoticesView(Protocol):
    """What the presenter needs of the pane."""

    def show_notices(self, summaries: tuple[Summary, ...], fetch: Fetch, *, searching: bool) -> None:
        """Show the first portion, and where more come from."""


class NoticesPresenter:
    """Looks the notices up beside the window; only the newest wish counts."""

    def __init__(self, view: NoticesView, desk: Desk, run: Callable[[str, Work, Done], None]) -> None:
        self._view, self._desk, self._run = view, desk, run
        self._query = ""
        self._group = Group.OPEN

    def search(self, query: str) -> None:
        """Show what answers a query, as it is typed."""
        self._query = query.strip()
        self.refresh()

    def choose(self, group: Group) -> None:
        """Show the notices of a group."""
        self._group = group
        self.refresh()

    def refresh(self) -> None:
        """Look the notices up again."""
        self._run(JOB, self._first, self._receive)

    def show_now(self) -> None:
        """Look the notices up at once; for the first picture of the window."""
        self._view.show_notices(self._fetch(0, PORTION), self._fetch, searching=bool(self._query))

    def _first(self) -> tuple[Summary, ...]:
        return self._fetch(0, PORTION)

    def _fetch(self, offset: int, limit: int) -> tuple[Summary, ...]:
        wanted = Filter(GROUPS[self._group].states, order=Order.DEADLINE, limit=limit, offset=offset)
        if not self._query:
            return self._desk.cases(wanted)
        everywhere = replace(wanted, states=frozenset(), order=Order.RELEVANCE)
        return tuple(hit.summary for hit in self._desk.search(self._query, everywhere))

    def _receive(self, outcome: Outcome) -> None:
        if isinstance(outcome, Err):
            raise outcome.error
        self._view.show_notices(outcome.value, self._fetch, searching=bool(self._query))
