"""Labels set by hand: in order, each once, and those of sub-items under their parent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from noticeeditor.checks.subject import Context, Hit, Subject
from noticeeditor.notice.numbering import NumberedItem, bare_label

_PIECE = re.compile(r"\d+|[a-zA-Z]+")
Key = tuple[tuple[int, str], ...]


def label_doubled(subject: Subject, context: Context) -> Iterator[Hit]:
    """A label stands once among its siblings."""
    for siblings in _families(subject):
        by_hand: dict[str, bool] = {}
        for item in siblings:
            if item.label in by_hand and (by_hand[item.label] or item.item.label is not None):
                yield Hit(f"item:{item.item.id}", {"label": item.label}, item.label)
            if item.label:
                by_hand[item.label] = by_hand.get(item.label, False) or item.item.label is not None


def label_out_of_order(subject: Subject, context: Context) -> Iterator[Hit]:
    """Labels rise; 9a follows 9, and 11.1 does not follow 12."""
    for siblings in _families(subject):
        labelled = [item for item in siblings if _key(item.label)]
        for before, item in pairwise(labelled):
            if _by_hand(before, item) and _key(item.label) < _key(before.label):
                yield Hit(f"item:{item.item.id}", {"label": item.label, "before": before.label}, item.label)


def label_of_other_parent(subject: Subject, context: Context) -> Iterator[Hit]:
    """The label 11.1 stands under item 11 (2020 it was printed under 12)."""
    for parent in _all(subject):
        own = bare_label(parent.label)
        for child in parent.children:
            above, _, last = bare_label(child.label).rpartition(".")
            if last and above and child.item.label is not None and own and above != own:
                facts: dict[str, object] = {"label": child.label, "parent": parent.label}
                yield Hit(f"item:{child.item.id}", facts, f"{parent.label} {child.label}")


def _families(subject: Subject) -> Iterator[tuple[NumberedItem, ...]]:
    for part in subject.parts:
        yield part.items
    for item in _all(subject):
        if item.children:
            yield item.children


def _all(subject: Subject) -> Iterator[NumberedItem]:
    waiting = [item for part in reversed(subject.parts) for item in reversed(part.items)]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(reversed(item.children))


def _by_hand(*items: NumberedItem) -> bool:
    return any(item.item.label is not None for item in items)


def _key(label: str) -> Key:
    """Return what a label is ordered by: its numbers, and a letter behind them."""
    pieces = _PIECE.findall(bare_label(label))
    return tuple(
        (int(piece), "") if piece.isdigit() else (0, f"{len(piece):03d}{piece.lower()}") for piece in pieces
    )
