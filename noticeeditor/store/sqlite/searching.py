"""Full text: terms become words of the vocabulary, words are read newest first from the index.

The trigram index is over the distinct words, not over the cases: it is small, a save adds to it
only words that were never seen, and "klima" still finds "Kreisklimaschutz". What can grow with the
number of cases is bounded: at most ``MAX_WORDS`` words stand for a term, and at most ``RANKED``
cases are ranked by relevance, the newest that have the term in the head and the newest that have it
anywhere.
"""

from __future__ import annotations

import hashlib
from typing import Any

from noticeeditor.store import rows
from noticeeditor.store.contract import Filter, Hit, Order
from noticeeditor.store.finding import SHORTEST_INFIX, Wording, score, snippet, terms
from noticeeditor.store.sqlite.connection import Connection, Row
from noticeeditor.store.sqlite.listing import conditions

MAX_WORDS = 200
RANKED = 200
_INDEXED_PREFIX = 3
_FOUND = "SELECT w.change, w.case_id, w.head, w.text, w.plain FROM words CROSS JOIN wording w ON w.change = words.rowid"
_CASES = " CROSS JOIN case_file c ON c.id = w.case_id"


def search(connection: Connection, query: str, wanted: Filter) -> tuple[Hit, ...]:
    """Return the page of cases that answer all terms of the query."""
    asked = terms(query)
    with connection.reading():
        groups = [_words(connection, term) for term in asked]
        if not asked or not all(groups):
            return ()
        rank = _by_relevance if wanted.order is Order.RELEVANCE else _by_date
        found = rank(connection, groups, asked, wanted)
        return _hits(connection, found, asked)


def facets(row: rows.CaseRow) -> str:
    """Return the words by which the index itself filters: state, body, issue and people."""
    pairs = [("state", row.state), ("body", row.body_key), ("assigned", row.assigned)]
    pairs += [("author", name) for name in row.authors.split()]
    if row.issue_number is not None:
        pairs.append(("issue", f"{row.issue_number}/{row.issue_year}"))
    return " ".join(_facet(name, value) for name, value in pairs)


def _facet(name: str, value: str) -> str:
    return "x" + hashlib.blake2b(f"{name}={value}".encode(), digest_size=6).hexdigest()


def _words(connection: Connection, term: str) -> list[str]:
    """Return the expressions that a term stands for: words of the vocabulary, or their beginning."""
    within = _between(connection, term)
    if len(within) > MAX_WORDS and len(term) <= _INDEXED_PREFIX:
        found = [f"{_quoted(term)}*"]
    else:
        found = list(map(_quoted, sorted(within, key=len)[:MAX_WORDS]))
    if len(term) >= SHORTEST_INFIX:
        found += map(_quoted, _containing(connection, term))
    return list(dict.fromkeys(found))


def _between(connection: Connection, term: str) -> list[str]:
    """Return the words that begin with a term, one more than is needed to see that there are too many."""
    sql = "SELECT word FROM vocabulary WHERE word >= ? AND word < ? LIMIT ?"
    return [word for (word,) in connection.patiently(sql, [term, term + "\U0010ffff", MAX_WORDS + 1])]


def _containing(connection: Connection, term: str) -> list[str]:
    sql = "SELECT word FROM trigrams WHERE trigrams MATCH ? LIMIT ?"
    return [word for (word,) in connection.patiently(sql, [_quoted(term), MAX_WORDS])]


def _quoted(text: str) -> str:
    """Return text as a string of the query language, in which nothing is an operator."""
    return '"' + text.replace('"', '""') + '"'


def _by_date(
    connection: Connection, groups: list[list[str]], asked: tuple[str, ...], wanted: Filter
) -> list[Row]:
    return _newest(connection, _expression("head text", groups), wanted, wanted.limit, wanted.offset)


def _by_relevance(
    connection: Connection, groups: list[list[str]], asked: tuple[str, ...], wanted: Filter
) -> list[Row]:
    found = {
        row[0]: row
        for columns in ("head", "head text")
        for row in _newest(connection, _expression(columns, groups), wanted, RANKED, 0)
    }
    best = sorted(found.values(), key=lambda row: (score(row[2], row[3], asked), row[0]), reverse=True)
    return best[wanted.offset : wanted.offset + wanted.limit]


def _expression(columns: str, groups: list[list[str]]) -> str:
    return " AND ".join(f"{{{columns}}} : ({' OR '.join(words)})" for words in groups)


def _newest(connection: Connection, expression: str, wanted: Filter, limit: int, offset: int) -> list[Row]:
    """Return the newest cases of an expression; the index is in the order of the newest, so it stops early."""
    asked = [expression, *(f"facets : ({' OR '.join(values)})" for values in _wanted_facets(wanted))]
    others = list(conditions(_without_facets(wanted)))
    values: list[Any] = [" AND ".join(asked), *(value for _, some in others for value in some)]
    where = "".join(f" AND {sql}" for sql, _ in others)
    sql = f"{_FOUND}{_CASES if others else ''} WHERE words MATCH ?{where} ORDER BY words.rowid DESC LIMIT ? OFFSET ?"
    return connection.patiently(sql, [*values, limit, offset])


def _wanted_facets(wanted: Filter) -> list[list[str]]:
    groups = [[_facet("state", state.value) for state in sorted(wanted.states)]]
    groups.append([_facet("body", wanted.body)] if wanted.body else [])
    groups.append([_facet("issue", f"{wanted.issue[0]}/{wanted.issue[1]}")] if wanted.issue else [])
    groups.append([_facet(role, wanted.person) for role in ("author", "assigned")] if wanted.person else [])
    return [[_quoted(value) for value in group] for group in groups if group]


def _without_facets(wanted: Filter) -> Filter:
    """Return what only the rows of the cases can tell."""
    return Filter(since=wanted.since, until=wanted.until, earlier=wanted.earlier)


def _hits(connection: Connection, found: list[Row], asked: tuple[str, ...]) -> tuple[Hit, ...]:
    marks = ", ".join("?" * len(found))
    columns = ", ".join(rows.CASE_COLUMNS)
    cases = connection.patiently(
        f"SELECT {columns} FROM case_file WHERE id IN ({marks})", [row[1] for row in found]
    )
    known = {row[0]: rows.summary(rows.read_case_row(row)) for row in cases}
    return tuple(Hit(known[case], snippet(Wording("", plain), asked)) for _, case, _, _, plain in found)
