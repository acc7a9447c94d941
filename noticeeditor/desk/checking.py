"""Check the notice of a case beside the others in the store, as often as a key is struck."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from noticeeditor.checks import examine
from noticeeditor.checks.collisions import neighbour
from noticeeditor.checks.finding import Finding, standing
from noticeeditor.checks.subject import Context, Neighbour, all_covered
from noticeeditor.desk.desk import Desk
from noticeeditor.desk.examining import context_of
from noticeeditor.notice.agenda import Publicity
from noticeeditor.notice.notice import Notice
from noticeeditor.store.contract import Filter, Order, Summary
from noticeeditor.workflow.acts import State
from noticeeditor.workflow.case import CaseFile

AROUND = dt.timedelta(days=45)
AT_MOST = 200
RECENT_SITTINGS = 10
_STANDING = frozenset(State) - {State.WITHDRAWN}


class Surroundings:
    """The other notices in a store, each read once a revision: enough to check at every keystroke.

    ``refresh`` looks again what the store has; between two calls the same is known.
    """

    def __init__(self, desk: Desk, uncovered: Callable[[str], str] = all_covered) -> None:
        self._desk = desk
        self._uncovered = uncovered
        self._read: dict[int, tuple[int, Neighbour, bool]] = {}
        self._context: Context | None = None

    def refresh(self, case: CaseFile, now: dt.datetime) -> None:
        """Look around the sitting of a case."""
        sitting = case.notice.sitting
        neighbours: list[Neighbour] = []
        if sitting.date is not None:
            wanted = Filter(
                _STANDING, since=sitting.date - AROUND, until=sitting.date + AROUND, limit=AT_MOST
            )
            found = (summary for summary in self._desk.cases(wanted) if summary.id != case.id)
            neighbours = [self._neighbour(summary)[0] for summary in found]
        self._context = context_of(
            self._desk.profile, now, neighbours, self._last_public(case), self._uncovered
        )

    def findings(self, case: CaseFile, notice: Notice | None = None) -> tuple[Finding, ...]:
        """Return what stands against a wording of a case: all findings but the dismissed ones."""
        assert self._context is not None, "refresh first"
        return standing(examine(notice or case.notice, self._context), case.dismissals)

    def _last_public(self, case: CaseFile) -> dt.date | None:
        sitting = case.notice.sitting
        if sitting.body is None or not sitting.body.key or sitting.date is None:
            return None
        wanted = Filter(
            _STANDING,
            sitting.body.key,
            until=sitting.date - dt.timedelta(days=1),
            order=Order.LATEST_SITTING,
            limit=RECENT_SITTINGS,
        )
        earlier = (summary for summary in self._desk.cases(wanted) if summary.id != case.id)
        return next((summary.date for summary in earlier if self._neighbour(summary)[1]), None)

    def _neighbour(self, summary: Summary) -> tuple[Neighbour, bool]:
        """Return a summary as a neighbour, and whether its sitting had a public part."""
        revision, known, is_public = self._read.get(summary.id, (-1, None, False))
        if known is None or revision != summary.revision:
            notice = self._desk.case(summary.id).notice
            known, is_public = neighbour(notice, str(summary.id)), _is_public(notice)
            self._read[summary.id] = (summary.revision, known, is_public)
        return known, is_public


def _is_public(notice: Notice) -> bool:
    return any(part.publicity is Publicity.PUBLIC and part.items for part in notice.agenda.parts)
