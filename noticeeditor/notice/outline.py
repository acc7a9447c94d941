"""The agenda as an outline: every edit takes an agenda and returns another.

Items are named by their ids, and the ids of new items are given. What cannot be
done leaves the agenda as it is. No edit but a deletion loses an item, and a change
of level keeps the order of the page, as in a word processor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, takewhile
from typing import NamedTuple

from msgspec.structs import replace

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, walk

Items = tuple[AgendaItem, ...]
Ids = Iterable[str]
NewId = Callable[[], str]
MAX_LEVELS = 32


class Spot(NamedTuple):
    """A place among siblings: the id of the item or part above, and the position below it."""

    parent: str
    position: int


def find(agenda: Agenda, name: str) -> AgendaItem | None:
    """Return the item of that id."""
    return next((item for part in agenda.parts for item in walk(part.items) if item.id == name), None)


def find_part(agenda: Agenda, name: str) -> AgendaPart | None:
    """Return the part of that id, or the one that holds the item of that id."""
    for part in agenda.parts:
        if part.id == name or any(item.id == name for item in walk(part.items)):
            return part
    return None


def spot_of(agenda: Agenda, name: str) -> Spot | None:
    """Return where an item stands."""
    for parent, siblings in lists(agenda):
        for position, item in enumerate(siblings):
            if item.id == name:
                return Spot(parent, position)
    return None


def topmost(agenda: Agenda, chosen: Ids) -> tuple[str, ...]:
    """Return the chosen items that lie below no other chosen one, in the order of the page."""
    return tuple(item.id for item in taken(agenda, chosen))


def taken(agenda: Agenda, chosen: Ids) -> Items:
    """Return the topmost chosen items with all that lies below them."""
    wanted = frozenset(chosen)
    return tuple(item for part in agenda.parts for item in _topmost(part.items, wanted))


def levels(items: Items) -> int:
    """Return how many levels a tree has."""
    depth = 0
    while items:
        items, depth = tuple(child for item in items for child in item.children), depth + 1
    return depth


def set_text(agenda: Agenda, name: str, text: str) -> Agenda:
    """Return the agenda with other words of an item."""
    return _change(agenda, {name}, lambda item: replace(item, text=text))


def set_published(agenda: Agenda, name: str, published: str | None) -> Agenda:
    """Return the agenda with another published title of an item."""
    return _change(agenda, {name}, lambda item: replace(item, published=published))


def set_label(agenda: Agenda, chosen: Ids, label: str | None) -> Agenda:
    """Return the agenda with a label of items or parts set by hand, or computed again for ``None``."""
    wanted = frozenset(chosen)
    labelled = _change(agenda, wanted, lambda item: replace(item, label=label))
    return change_parts(labelled, wanted, lambda part: replace(part, label=label))


# new items and fewer


def insert(agenda: Agenda, spot: Spot, items: Items) -> Agenda:
    """Return the agenda with items put in at a spot."""
    edited = _change(
        agenda, {spot.parent}, lambda item: replace(item, children=_put(item.children, spot.position, items))
    )
    edited = change_parts(
        edited, {spot.parent}, lambda part: replace(part, items=_put(part.items, spot.position, items))
    )
    return unless_too_deep(agenda, edited)


def insert_after(agenda: Agenda, anchor: str, items: Items) -> Agenda:
    """Return the agenda with items after an item, or at the head of a part."""
    spot = spot_of(agenda, anchor)
    return insert(agenda, Spot(spot.parent, spot.position + 1) if spot else Spot(anchor, 0), items)


def split(agenda: Agenda, name: str, caret: int, new: str) -> Agenda:
    """Return the agenda with an item cut in two; the words keep the order of the page.

    At the start an empty item comes before it, at the end one after it, which is the
    first below it where it has others below.
    """
    item, spot = find(agenda, name), spot_of(agenda, name)
    if item is None or spot is None:
        return agenda
    head, tail = item.text[:caret].rstrip(" \n"), item.text[caret:].lstrip(" \n")
    if tail and not head:
        return insert(agenda, spot, (AgendaItem(new),))
    if not tail:
        after = Spot(name, 0) if item.children else Spot(spot.parent, spot.position + 1)
        return insert(agenda, after, (AgendaItem(new),))
    cut = _change(agenda, {name}, lambda whole: replace(whole, text=head, children=()))
    return insert_after(cut, name, (AgendaItem(new, tail, children=item.children),))


def above(agenda: Agenda, name: str) -> AgendaItem | None:
    """Return the item before an item on the page, in the same part."""
    part = find_part(agenda, name)
    before = tuple(takewhile(lambda item: item.id != name, walk(part.items))) if part else ()
    return before[-1] if before else None


def merge_up(agenda: Agenda, name: str) -> Agenda:
    """Return the agenda with the words of an item added to the item above it on the page."""
    item, target = find(agenda, name), above(agenda, name)
    if item is None or target is None:
        return agenda
    joined = _joined(target.text, item.text)
    published = _joined(target.published or "", item.published or "") or target.published
    edited = _change(
        delete(agenda, (name,)),
        {target.id},
        lambda other: replace(
            other, text=joined, published=published, children=item.children + other.children
        ),
    )
    return unless_too_deep(agenda, edited)


def delete(agenda: Agenda, chosen: Ids) -> Agenda:
    """Return the agenda without the chosen items and what lies below them."""
    wanted = frozenset(chosen)
    return in_lists(agenda, lambda siblings: tuple(item for item in siblings if item.id not in wanted))


def duplicate(agenda: Agenda, chosen: Ids, new_id: NewId) -> Agenda:
    """Return the agenda with a copy after each run of chosen items."""
    wanted = frozenset(topmost(agenda, chosen))

    def doubled(siblings: Items) -> Items:
        runs = [(is_chosen, tuple(run)) for is_chosen, run in groupby(siblings, lambda i: i.id in wanted)]
        return tuple(
            item
            for is_chosen, run in runs
            for item in (run + with_new_ids(run, new_id) if is_chosen else run)
        )

    return in_lists(agenda, doubled)


def with_new_ids(items: Items, new_id: NewId) -> Items:
    """Return a tree with fresh ids, for copies."""
    return tuple(replace(item, id=new_id(), children=with_new_ids(item.children, new_id)) for item in items)


def lists(agenda: Agenda) -> Iterator[tuple[str, Items]]:
    """Yield every list of siblings with the id of what is above them."""
    for part in agenda.parts:
        yield part.id, part.items
        yield from ((item.id, item.children) for item in walk(part.items))


def _topmost(items: Items, wanted: frozenset[str]) -> Iterator[AgendaItem]:
    for item in items:
        if item.id in wanted:
            yield item
        else:
            yield from _topmost(item.children, wanted)


def in_lists(agenda: Agenda, change: Callable[[Items], Items]) -> Agenda:
    """Change every list of siblings, the deepest first; what stays the same stays the same object."""

    def everywhere(items: Items) -> Items:
        return change(
            tuple(with_children(item, everywhere(item.children)) if item.children else item for item in items)
        )

    return replace(agenda, parts=tuple(replace(part, items=everywhere(part.items)) for part in agenda.parts))


def _change(agenda: Agenda, wanted: Ids, change: Callable[[AgendaItem], AgendaItem]) -> Agenda:
    ids = frozenset(wanted)
    return in_lists(agenda, lambda items: tuple(change(item) if item.id in ids else item for item in items))


def change_parts(agenda: Agenda, wanted: Ids, change: Callable[[AgendaPart], AgendaPart]) -> Agenda:
    """Return the agenda with a change made to the parts of those ids."""
    ids = frozenset(wanted)
    return replace(agenda, parts=tuple(change(part) if part.id in ids else part for part in agenda.parts))


def with_children(item: AgendaItem, children: Items) -> AgendaItem:
    """Return the item with these children; the same object where they are the same."""
    unchanged = len(children) == len(item.children) and all(map(_is, children, item.children))
    return item if unchanged else replace(item, children=children)


def _is(one: object, other: object) -> bool:
    return one is other


def _put(items: Items, position: int, new: Items) -> Items:
    return (*items[:position], *new, *items[position:])


def _joined(head: str, tail: str) -> str:
    return f"{head} {tail}" if head and tail else head + tail


def unless_too_deep(before: Agenda, after: Agenda) -> Agenda:
    """Return the edited agenda, or the one before where a file could not hold so many levels."""
    return before if any(levels(part.items) > MAX_LEVELS for part in after.parts) else after
