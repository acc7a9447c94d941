"""What differs between two wordings of a notice, field by field and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from noticeeditor.notice.agenda import AgendaItem, AgendaPart
from noticeeditor.notice.dates import write_date, write_time
from noticeeditor.notice.notice import Notice, Sitting
from noticeeditor.notice.wording import opening_sentence, signature_lines

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Change(StrEnum):
    """What became of a field or of a run of words."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Span(Struct, frozen=True):
    """A run of words that stayed, came or went."""

    change: Change
    text: str


class FieldDifference(Struct, frozen=True):
    """What became of one field; ``field`` is named as in the composed blocks (``item:ID``)."""

    field: str
    change: Change
    spans: tuple[Span, ...]

    @property
    def before(self) -> str:
        """Return the words as they were."""
        return "".join(span.text for span in self.spans if span.change is not Change.ADDED)

    @property
    def after(self) -> str:
        """Return the words as they are."""
        return "".join(span.text for span in self.spans if span.change is not Change.REMOVED)


def difference(before: Notice, after: Notice) -> tuple[FieldDifference, ...]:
    """Return every field that differs, in the order of the page, those that went at their old place."""
    old, new = fields(before), fields(after)
    moved = _moved(old, new)
    return tuple(
        FieldDifference(name, change, compare(old.get(name, ""), new.get(name, "")))
        for name in _in_order(list(old), list(new))
        if (change := _change(name, old, new, moved)) is not Change.SAME
    )


def fields(notice: Notice) -> dict[str, str]:
    """Return all that a notice says as texts by field, in the order of the page."""
    texts = {
        "kind": notice.kind.value,
        "heading": "\n".join(notice.heading),
        **_sitting_fields(notice.sitting),
        "opening": opening_sentence(notice),
        **{name: text for part in notice.agenda.parts for name, text in _part_fields(part)},
        **{f"remark:{position}": text for position, text in enumerate(notice.remarks)},
        "signature": "\n".join(signature_lines(notice.signature)),
        "issue": f"{notice.issue.number}/{notice.issue.year}" if notice.issue else "",
        "earlier": notice.earlier.case if notice.earlier else "",
    }
    return {name: text for name, text in texts.items() if text or name.startswith(("part:", "item:"))}


def words(text: str) -> list[str]:
    """Return a text as words, blanks and marks; joined they are the text again."""
    return _TOKEN.findall(text)


def compare(before: str, after: str) -> tuple[Span, ...]:
    """Return two texts as runs of words that stayed, went and came."""
    old, new = words(before), words(after)
    spans: list[Span] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            spans.append(Span(Change.SAME, "".join(old[a:b])))
            continue
        if a < b:
            spans.append(Span(Change.REMOVED, "".join(old[a:b])))
        if c < d:
            spans.append(Span(Change.ADDED, "".join(new[c:d])))
    return tuple(spans)


def _sitting_fields(sitting: Sitting) -> dict[str, str]:
    return {
        "sitting.body": sitting.body.name if sitting.body else "",
        "sitting.date": write_date(sitting.date, "EE dd.MM.yyyy") if sitting.date else "",
        "sitting.time": write_time(sitting.time, "HH:mm") if sitting.time else "",
        "sitting.venue": sitting.venue.line if sitting.venue else "",
    }


def _part_fields(part: AgendaPart) -> Iterator[tuple[str, str]]:
    yield f"part:{part.id}", " ".join(text for text in (part.label, part.heading) if text)
    for item in part.items:
        yield from _item_fields(item)


def _item_fields(item: AgendaItem) -> Iterator[tuple[str, str]]:
    yield f"item:{item.id}", " ".join(text for text in (item.label, item.text) if text)
    if item.published is not None:
        yield f"published:{item.id}", item.published
    for child in item.children:
        yield from _item_fields(child)


def _moved(old: dict[str, str], new: dict[str, str]) -> frozenset[str]:
    """Return the parts and items that stand at another place among those which both have."""
    before = [name for name in old if name in new and name.startswith(("part:", "item:"))]
    after = [name for name in new if name in old and name.startswith(("part:", "item:"))]
    blocks = SequenceMatcher(None, before, after).get_matching_blocks()
    stayed = {name for block in blocks for name in before[block.a : block.a + block.size]}
    return frozenset(before) - stayed


def _change(name: str, old: dict[str, str], new: dict[str, str], moved: frozenset[str]) -> Change:
    if name not in old:
        return Change.ADDED
    if name not in new:
        return Change.REMOVED
    if old[name] != new[name]:
        return Change.CHANGED
    return Change.MOVED if name in moved else Change.SAME


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return the new order, with what went standing behind what it stood behind."""
    order = list(new)
    known = set(new)
    for position, name in enumerate(old):
        if name not in known:
            order.insert(order.index(old[position - 1]) + 1 if position else 0, name)
    return order
