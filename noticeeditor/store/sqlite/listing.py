"""Lists of cases: every page is read along an index, however many cases there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from noticeeditor.store import rows
from noticeeditor.store.contract import Filter, Order, Summary
from noticeeditor.store.sqlite.connection import Connection
from noticeeditor.workflow.acts import State

_COLUMNS = ", ".join(f"c.{name}" for name in rows.CASE_COLUMNS)
_ORDERS = {
    Order.SITTING: "coalesce(c.sitting, '~'), coalesce(c.sitting_time, '~'), c.changed DESC",
    Order.LATEST_SITTING: "coalesce(c.sitting, '~') DESC, coalesce(c.sitting_time, '~') DESC, c.changed",
    Order.DEADLINE: "coalesce(c.copy_deadline, '~'), c.changed DESC",
}
_NEWEST = "c.changed DESC"


def summaries(connection: Connection, wanted: Filter) -> tuple[Summary, ...]:
    """Return the wanted cases in order.

    Newest of several states are merged from one short page of each, for only a single
    state is read along its index.
    """
    if len(wanted.states) > 1 and wanted.order not in _ORDERS:
        pages = (_page(connection, wanted, state, wanted.offset + wanted.limit, 0) for state in wanted.states)
        found = sorted((row for page in pages for row in page), key=lambda row: row.changed, reverse=True)
        found = found[wanted.offset : wanted.offset + wanted.limit]
    else:
        found = _page(connection, wanted, None, wanted.limit, wanted.offset)
    return tuple(map(rows.summary, found))


def _page(
    connection: Connection, wanted: Filter, state: State | None, limit: int, offset: int
) -> list[rows.CaseRow]:
    conditions = list(_conditions(wanted, frozenset({state}) if state else wanted.states))
    where = " AND ".join(sql for sql, _ in conditions) or "1"
    values = [value for _, some in conditions for value in some]
    order = _ORDERS.get(wanted.order, _NEWEST)
    sql = f"SELECT {_COLUMNS} FROM case_file c WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
    return [rows.read_case_row(row) for row in connection.read(sql, [*values, limit, offset])]


def _conditions(wanted: Filter, states: frozenset[State]) -> Iterator[tuple[str, list[Any]]]:
    if states:
        yield f"c.state IN ({', '.join('?' * len(states))})", sorted(state.value for state in states)
    yield from conditions(wanted)


def conditions(wanted: Filter) -> Iterator[tuple[str, list[Any]]]:
    """Yield what a filter asks of the rows of cases ``c``, apart from their state."""
    if wanted.body:
        yield "c.body_key = ?", [wanted.body]
    if wanted.since is not None:
        yield "c.sitting >= ?", [wanted.since.isoformat()]
    if wanted.until is not None:
        yield "c.sitting <= ?", [wanted.until.isoformat()]
    if wanted.issue is not None:
        yield "(c.issue_number = ? AND c.issue_year = ?)", list(wanted.issue)
    if wanted.person:
        yield "(c.assigned = ? OR c.id IN (SELECT case_id FROM author WHERE person = ?))", [wanted.person] * 2
    if wanted.earlier:
        yield "(c.earlier > 0 AND c.earlier = ?)", [wanted.earlier]
