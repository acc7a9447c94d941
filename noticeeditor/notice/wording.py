"""The words that are made from fields: opening sentence and signature lines.

A pattern is text with fields in braces, ``{venue}`` or, for dates and times, with
their form behind a colon, ``{date:EEEE, 'den' dd. MMMM y}``. A field that is not
known yet is written as a gap, ``[Datum]``, which no finished notice contains;
one with a lead, ``{, office}``, is left out together with the lead.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from noticeeditor.notice.body import Capacity, SignatureBlock
from noticeeditor.notice.dates import write_date, write_time
from noticeeditor.notice.notice import Notice, Sitting

GAPS = {
    "date": "Datum",
    "time": "Uhrzeit",
    "venue": "Ort",
    "designation": "Sitzung",
    "body": "Gremium",
    "body_name": "Gremium",
    "owner": "Körperschaft",
    "words": "Wortlaut",
    "opening": "Eingangssatz",
    "agenda": "Tagesordnung",
    "title": "Titel",
    "last_sitting": "Datum der letzten Sitzung",
    "name": "Name",
    "office": "Amt",
    "place": "Ort",
    "authority": "Behörde",
}
CAPACITY_WORDS = {Capacity.OFFICE: "", Capacity.DEPUTY: "In Vertretung", Capacity.BY_ORDER: "Im Auftrag"}

_SITTING_FIELDS = ("date", "time", "venue", "designation", "body", "body_name", "owner")
OPENING_FIELDS = frozenset(_SITTING_FIELDS) | {f"earlier_{name}" for name in _SITTING_FIELDS}
SIGNATURE_FIELDS = frozenset({"authority", "place", "date", "capacity", "name", "office"})

Value: TypeAlias = str | dt.date | dt.time | None


def gap(field: str) -> str:
    """Return the mark that stands where a field is missing."""
    return f"[{GAPS.get(field.removeprefix('earlier_'), field)}]"


def has_gap(text: str) -> bool:
    """Whether a printed text still shows the mark of a missing field."""
    return "[" in text and any(f"[{name}]" in text for name in GAPS.values())


def find_gap(text: str) -> tuple[int, int] | None:
    """Return where the first mark of a missing field begins and ends."""
    marks = {f"[{name}]" for name in GAPS.values()}
    found = sorted((text.find(mark), mark) for mark in marks if mark in text)
    return (found[0][0], found[0][0] + len(found[0][1])) if found else None


def opening_sentence(notice: Notice) -> str:
    """Return the opening sentence as printed: edited by hand, or the pattern filled."""
    if notice.opening.words is not None:
        return notice.opening.words
    return fill(notice.opening.pattern, opening_fields(notice))


def opening_fields(notice: Notice) -> dict[str, Value]:
    """Return what the fields of an opening pattern stand for."""
    fields = _sitting_fields(notice.sitting)
    if notice.earlier is not None:
        fields |= {
            f"earlier_{name}": value for name, value in _sitting_fields(notice.earlier.sitting).items()
        }
    return fields


def signature_lines(block: SignatureBlock) -> tuple[str, ...]:
    """Return the printed lines; ``""`` is the room for the signature.

    A line with nothing but ``{capacity}`` is left out where that is empty: the
    head of the office signs without one.
    """
    if block.words is not None:
        return block.words
    fields = _signature_fields(block)
    return tuple([fill(line, fields) for line in block.form if fields["capacity"] or not _is_capacity(line)])


def fill(pattern: str, fields: dict[str, Value]) -> str:
    """Return the pattern with every field written, gaps where one is missing."""
    return "".join([piece.literal + _write(piece, fields.get(piece.name)) for piece in parse(pattern)])


class Piece(NamedTuple):
    """Literal text, and the field behind it; the last piece has no field."""

    literal: str
    lead: str = ""
    name: str = ""
    form: str = ""


@lru_cache(maxsize=256)
def parse(pattern: str) -> tuple[Piece, ...]:
    """Return the pieces of a pattern."""
    pieces, position = [], 0
    for match in _FIELD.finditer(pattern):
        literal = pattern[position : match.start()]
        pieces.append(Piece(literal, match["lead"], match["name"], match["form"] or ""))
        position = match.end()
    pieces.append(Piece(pattern[position:]))
    return tuple(pieces)


_FIELD = re.compile(r"\{(?P<lead>[^a-z{}]*)(?P<name>[a-z_]+)(?::(?P<form>[^{}]*))?\}")


def _write(piece: Piece, value: Value) -> str:
    match value:
        case dt.date():
            return piece.lead + write_date(value, piece.form or "dd.MM.yyyy")
        case dt.time():
            return piece.lead + write_time(value, piece.form or "HH:mm")
        case None | "":
            return gap(piece.name) if piece.name and not piece.lead else ""
        case _:
            return piece.lead + value


def _sitting_fields(sitting: Sitting) -> dict[str, Value]:
    body = sitting.body
    return {
        "date": sitting.date,
        "time": sitting.time,
        "venue": sitting.venue.line if sitting.venue else None,
        "designation": sitting.designation,
        "body": body.genitive if body else None,
        "body_name": body.name if body else None,
        "owner": body.owner_genitive if body else None,
    }


def _signature_fields(block: SignatureBlock) -> dict[str, Value]:
    signatory = block.signatory
    return {
        "authority": block.authority,
        "place": block.place,
        "date": block.date,
        "capacity": CAPACITY_WORDS[block.capacity],
        "name": signatory.name if signatory else None,
        "office": signatory.office if signatory else None,
    }


def _is_capacity(line: str) -> bool:
    """Whether a line has no field but the capacity."""
    return "{" in line and [piece.name for piece in parse(line) if piece.name] == ["capacity"]
