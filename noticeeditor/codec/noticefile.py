"""The notice file, ``*.notice.json``: one notice, with the version of its schema.

The schema is ``resources/schema/notice-1.schema.json``. A field that says nothing
is left out; the computed number of an item is never written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from noticeeditor.codec import strictjson
from noticeeditor.codec.structure import decode, encode, version_problem
from noticeeditor.errors import Problem
from noticeeditor.notice.agenda import Agenda, AgendaItem
from noticeeditor.notice.notice import Notice
from noticeeditor.notice.numbering import FIELDS as NUMBERING_FIELDS
from noticeeditor.notice.outline import MAX_LEVELS
from noticeeditor.notice.wording import OPENING_FIELDS, SIGNATURE_FIELDS, parse

SCHEMA = 1
SUFFIX = ".notice.json"
MAX_ITEMS = 100_000


def write(notice: Notice) -> bytes:
    """Return the bytes of a notice file, fit for people and for version control."""
    plain = {"schema": SCHEMA} | encode(notice)
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def read(content: bytes) -> Notice | tuple[Problem, ...]:
    """Return the notice of a file, or every problem that was found in it."""
    raw = strictjson.parse(content)
    return (raw,) if isinstance(raw, Problem) else from_plain(raw)


def from_plain(raw: dict[str, Any]) -> Notice | tuple[Problem, ...]:
    """Return the notice that plain data stands for, or every problem in it."""
    if problem := version_problem(raw, SCHEMA):
        return (problem,)
    try:
        notice = decode(Notice, {name: value for name, value in raw.items() if name != "schema"})
    except RecursionError:
        return (Problem("agenda.too-deep", "agenda", {"limit": MAX_LEVELS}),)
    if isinstance(notice, tuple):
        return notice
    return tuple(_problems(notice)) or notice


def _problems(notice: Notice) -> Iterator[Problem]:
    yield from _agenda_problems(notice.agenda)
    yield from _zone_problems(notice)
    yield from pattern_problems(notice.opening.pattern, OPENING_FIELDS, "opening.pattern")
    for position, line in enumerate(notice.signature.form):
        yield from pattern_problems(line, SIGNATURE_FIELDS, f"signature.form[{position}]")


def _zone_problems(notice: Notice) -> Iterator[Problem]:
    """A notice is printed in local time: a zone would be lost on paper."""
    earlier = notice.earlier.sitting.time if notice.earlier else None
    moments = {
        "sitting.time": notice.sitting.time,
        "earlier.sitting.time": earlier,
        "issue.copy_deadline": notice.issue.copy_deadline if notice.issue else None,
    }
    yield from (
        Problem("moment.zone", place) for place, moment in moments.items() if moment and moment.tzinfo
    )


def _agenda_problems(agenda: Agenda) -> Iterator[Problem]:
    yield from numbering_problems(agenda, "agenda.numbering")
    levels: tuple[AgendaItem, ...] = tuple(item for part in agenda.parts for item in part.items)
    depth, ids = 1, [part.id for part in agenda.parts]
    while levels and depth <= MAX_LEVELS:
        ids += [item.id for item in levels]
        levels, depth = tuple(child for item in levels for child in item.children), depth + 1
    if levels:
        yield Problem("agenda.too-deep", "agenda", {"limit": MAX_LEVELS})
    if len(ids) > MAX_ITEMS:
        yield Problem("agenda.too-long", "agenda", {"limit": MAX_ITEMS})
    yield from _id_problems(ids)


def _id_problems(ids: list[str]) -> Iterator[Problem]:
    if "" in ids:
        yield Problem("id.empty", "agenda")
    if len(set(ids)) != len(ids):
        seen: set[str] = set()
        double = next(name for name in ids if name in seen or seen.add(name))  # type: ignore[func-returns-value]  # add() marks it seen
        yield Problem("id.duplicate", "agenda", {"id": double})


def numbering_problems(agenda: Agenda, place: str) -> Iterator[Problem]:
    """Yield what is wrong with the numbering of an agenda."""
    numbering = agenda.numbering
    if not numbering.levels:
        yield Problem("numbering.no-level", place)
    if not 0 <= numbering.first <= 9_999:
        yield Problem("numbering.first", place, {"found": numbering.first})
    for pattern in (numbering.part, *numbering.levels):
        yield from _unknown(_NUMBERING_FIELD.findall(pattern), frozenset(NUMBERING_FIELDS), place)


def pattern_problems(pattern: str, known: frozenset[str], place: str) -> Iterator[Problem]:
    """Yield a problem for every field of a sentence pattern that is not known."""
    yield from _unknown([piece.name for piece in parse(pattern) if piece.name], known, place)


def _unknown(names: list[str], known: frozenset[str], place: str) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            yield Problem("pattern.unknown-field", place, {"name": name, "known": ", ".join(sorted(known))})


_NUMBERING_FIELD = re.compile(r"\{(\w*)\}")
