"""Which notices the list shows: group, words that are searched, what is due first. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from noticeeditor.authority.people import Role
from noticeeditor.gui.jobs import Done, Err, Outcome, Work
from noticeeditor.gui.notices.model import PORTION, Fetch
from noticeeditor.gui.notices.states import GROUPS, Group
from noticeeditor.store.contract import Filter, Order, Summary

if TYPE_CHECKING:
    from noticeeditor.desk.desk import Desk
    from noticeeditor.desk.reviewing import Waiting

JOB = "notices"
WEIGHED = 50  # notices in review of which it is said how they stand
_REVIEWING = frozenset({Role.REVIEWER, Role.SIGNATORY})


class Portion(Struct, frozen=True):
    """The first notices of the list, and how those in review wait."""

    summaries: tuple[Summary, ...]
    waiting: dict[int, Waiting] = field(default_factory=dict)


class NoticesView(Protocol):
    """What the presenter needs of the pane."""

    def show_notices(self, summaries: tuple[Summary, ...], fetch: Fetch, *, searching: bool) -> None:
        """Show the first portion, and where more come from."""

    def show_group(self, group: Group) -> None:
        """Mark the group that is shown."""


class NoticesPresenter:
    """Looks the notices up beside the window; only the newest wish counts."""

    def __init__(self, view: NoticesView, desk: Desk, run: Callable[[str, Work, Done], None]) -> None:
        self._view, self._desk, self._run = view, desk, run
        self._query = ""
        self._group = Group.OPEN
        self._waiting: dict[int, Waiting] = {}

    def waiting(self, case: int) -> Waiting | None:
        """Return how a case waits, as long as the list is that of what is in review."""
        return self._waiting.get(case)

    def begin(self) -> None:
        """Show what is open, to whoever only reviews what waits for that."""
        if Role.CLERK not in self._desk.person.roles and _REVIEWING & set(self._desk.person.roles):
            self._group = Group.REVIEW
            self._view.show_group(self._group)

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
        self._run(JOB, self._review if self.is_review else self._first, self._receive)

    def show_now(self) -> None:
        """Look the notices up at once; for the first picture of the window."""
        self._view.show_notices(self._fetch(0, PORTION), self._fetch, searching=bool(self._query))

    @property
    def is_review(self) -> bool:
        """Whether the list is that of what is in review."""
        return self._group is Group.REVIEW and not self._query

    def _first(self) -> Portion:
        return Portion(self._fetch(0, PORTION))

    def _review(self) -> Portion:
        """Return what is in review, what waits for me before the rest; this runs on a worker."""
        from noticeeditor.desk.reviewing import waiting

        summaries = self._fetch(0, PORTION)
        known = {one.id: waiting(self._desk, self._desk.case(one.id)) for one in summaries[:WEIGHED]}
        mine = [one for one in summaries if one.id in known and known[one.id].for_me]
        rest = [one for one in summaries if one not in mine]
        return Portion((*mine, *rest), known)

    def _fetch(self, offset: int, limit: int) -> tuple[Summary, ...]:
        wanted = Filter(GROUPS[self._group].states, order=Order.DEADLINE, limit=limit, offset=offset)
        if not self._query:
            return self._desk.cases(wanted)
        everywhere = replace(wanted, states=frozenset(), order=Order.RELEVANCE)
        return tuple(hit.summary for hit in self._desk.search(self._query, everywhere))

    def _receive(self, outcome: Outcome) -> None:
        if isinstance(outcome, Err):
            raise outcome.error
        portion: Portion = outcome.value
        self._waiting = portion.waiting
        self._view.show_notices(portion.summaries, self._fetch, searching=bool(self._query))
