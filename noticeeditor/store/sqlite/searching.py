"""Full text: terms become words of the vocabulary, words are read newest first from the index.

The trigram index is over the distinct words, not over the cases: it is small, a save adds to it
only words that were never seen, and "klima" still finds "Kreisklimaschutz". What can grow with the
number of cases is bounded: at most ``MAX_WORDS`` words stand for a term, and at most ``RANKED``
cases are ranked by relevance, the newest that have the term in the head and the newest that have it
anywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from noticeeditor.store import rows
from noticeeditor.store.contract import Filter, Hit, Order
from noticeeditor.store.finding import SHORTEST_INFIX, score, snippet, terms
from noticeeditor.store.sqlite.connection import Connection, Row
from noticeeditor.store.sqlite.listing import conditions

MAX_WORDS = 64
RANKED = 200
HEAD, FACET = (
    "ħ",
    "ŧ",
)  # marks of head words and facets: letters, so that the index takes them, that no notice needs
_INDEXED_PREFIX = 3
_FOUND = (
    "SELECT w.change, w.case_id, w.terms, w.plain FROM words CROSS JOIN wording w ON w.change = words.rowid"
)
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


def index_terms(head: list[str], text: list[str], row: rows.CaseRow) -> str:
    """Return all that a case is found by: its words, those of the head with a mark, and its facets."""
    return " ".join([*head, *text, *(HEAD + word for word in head), *_facets(row)])


def _facets(row: rows.CaseRow) -> Iterator[str]:
    """Yield the terms by which the index itself filters: state, body, issue and people."""
    yield from (_facet("state", row.state), _facet("body", row.body_key), _facet("assigned", row.assigned))
    yield from (_facet("author", name) for name in row.authors.split())
    if row.issue_number is not None:
        yield _facet("issue", f"{row.issue_number}/{row.issue_year}")


def _facet(name: str, value: str) -> str:
    return FACET + hashlib.blake2b(f"{name}={value}".encode(), digest_size=6).hexdigest()


def _words(connection: Connection, term: str) -> list[str]:
    """Return the expressions that a term stands for: words of the vocabulary, or their beginning.

    Words come in the order in which they were first written: what is common comes early.
    """
    within = connection.patiently(_BEGINNING, [term, term + "\U0010ffff", MAX_WORDS + 1])
    if len(within) > MAX_WORDS and len(term) <= _INDEXED_PREFIX:
        found = [f"{_quoted(term)}*"]
    else:
        found = [_quoted(word) for (word,) in sorted(within, key=lambda row: len(row[0]))[:MAX_WORDS]]
    if len(term) >= SHORTEST_INFIX:
        found += [_quoted(word) for (word,) in connection.patiently(_CONTAINING, [_quoted(term), MAX_WORDS])]
    return list(dict.fromkeys(found))


_BEGINNING = "SELECT word FROM vocabulary WHERE word >= ? AND word < ? LIMIT ?"
_CONTAINING = "SELECT word FROM trigrams WHERE trigrams MATCH ? LIMIT ?"


def _quoted(text: str) -> str:
    """Return letters and digits as a string of the query language, in which no word is an operator."""
    return f'"{text}"'


def _by_date(
    connection: Connection, groups: list[list[str]], asked: tuple[str, ...], wanted: Filter
) -> list[Row]:
    return _newest(connection, _expression(groups), wanted, wanted.limit, wanted.offset)


def _by_relevance(
    connection: Connection, groups: list[list[str]], asked: tuple[str, ...], wanted: Filter
) -> list[Row]:
    in_head = [[word.replace('"', f'"{HEAD}', 1) for word in words] for words in groups]
    found = {
        row[0]: row
        for expression in map(_expression, (in_head, groups))
        for row in _newest(connection, expression, wanted, RANKED, 0)
    }
    best = sorted(found.values(), key=lambda row: (_score(row[2], asked), row[0]), reverse=True)
    return best[wanted.offset : wanted.offset + wanted.limit]


def _score(terms: str, asked: tuple[str, ...]) -> int:
    words = terms.split()
    head = " ".join(word.removeprefix(HEAD) for word in words if word.startswith(HEAD))
    return score(head, " ".join(word for word in words if not word.startswith((HEAD, FACET))), asked)


def _expression(groups: list[list[str]]) -> str:
    return " AND ".join(map(_any_of, groups))


def _any_of(words: list[str]) -> str:
    return f"({' OR '.join(words)})"


def _newest(connection: Connection, expression: str, wanted: Filter, limit: int, offset: int) -> list[Row]:
    """Return the newest cases of an expression; the index is in the order of the newest, so it stops early."""
    asked = [expression, *map(_any_of, _wanted_facets(wanted))]
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
    return tuple(Hit(known[case], snippet(plain, asked)) for _, case, _, plain in found)
