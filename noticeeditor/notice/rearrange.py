"""Moving items of an agenda: levels, places, parts; the edits of ``outline`` continued.

A change of level keeps the order of the page, as in a word processor.
"""

from __future__ import annotations

from itertools import takewhile

from msgspec.structs import replace

from noticeeditor.notice.agenda import Agenda, AgendaItem, walk
from noticeeditor.notice.outline import (
    Ids,
    Items,
    Spot,
    delete,
    find,
    in_lists,
    insert,
    lists,
    taken,
    topmost,
    unless_too_deep,
    with_children,
)


def indent(agenda: Agenda, chosen: Ids) -> Agenda:
    """Return the agenda with the chosen items one level deeper, below the item before them."""
    wanted = frozenset(topmost(agenda, chosen))
    return unless_too_deep(agenda, in_lists(agenda, lambda siblings: _indented(siblings, wanted)))


def outdent(agenda: Agenda, chosen: Ids) -> Agenda:
    """Return the agenda with the chosen items one level higher; what follows them comes below them."""
    wanted = frozenset(topmost(agenda, chosen))
    parts = (
        replace(part, items=tuple(lifted for item in part.items for lifted in _lifted(item, wanted)))
        for part in agenda.parts
    )
    return replace(agenda, parts=tuple(parts))


def move_up(agenda: Agenda, chosen: Ids) -> Agenda:
    """Return the agenda with the chosen items one place higher on their level, across parts too."""
    wanted = frozenset(topmost(agenda, chosen))
    raised = _raised([part.items for part in agenda.parts], wanted)
    return replace(
        agenda, parts=tuple(replace(part, items=new) for part, new in zip(agenda.parts, raised, strict=True))
    )


def move_down(agenda: Agenda, chosen: Ids) -> Agenda:
    """Return the agenda with the chosen items one place lower on their level, across parts too."""
    return _mirrored(move_up(_mirrored(agenda), chosen))


def move_to(agenda: Agenda, chosen: Ids, spot: Spot) -> Agenda:
    """Return the agenda with the chosen items at a spot, counted before they are taken away."""
    moved = taken(agenda, chosen)
    if not moved or any(item.id == spot.parent for item in walk(moved)):
        return agenda
    ids = {item.id for item in moved}
    before = next((siblings for parent, siblings in lists(agenda) if parent == spot.parent), None)
    if before is None:
        return agenda
    position = spot.position - sum(1 for item in before[: spot.position] if item.id in ids)
    edited = insert(delete(agenda, ids), Spot(spot.parent, position), moved)
    return edited if find(edited, moved[0].id) else agenda  # too deep: nothing is lost


def _indented(siblings: Items, wanted: frozenset[str]) -> Items:
    kept: list[AgendaItem] = []
    for item in siblings:
        if item.id in wanted and kept and kept[-1].id not in wanted:
            kept[-1] = replace(kept[-1], children=(*kept[-1].children, item))
        else:
            kept.append(item)
    return tuple(kept)


def _lifted(item: AgendaItem, wanted: frozenset[str]) -> Items:
    """Return the item and, after it, the children that leave it with what follows each of them."""
    kept: Items = ()
    lifted: list[AgendaItem] = []
    for child in item.children:
        if child.id in wanted:
            lifted.append(child)
        elif lifted:
            lifted[-1] = replace(lifted[-1], children=lifted[-1].children + _lifted(child, wanted))
        else:
            kept += _lifted(child, wanted)
    return (with_children(item, kept), *lifted)


def _raised(neighbours: list[Items], wanted: frozenset[str]) -> list[Items]:
    """Return neighbouring lists of siblings with the chosen items one place higher.

    What stands first in its list goes to the end of the list before it.
    """
    raised: list[Items] = []
    for siblings in neighbours:
        leading = tuple(takewhile(lambda item: item.id in wanted, siblings))
        if leading and raised:
            raised[-1] += leading
            siblings = siblings[len(leading) :]
        raised.append(_swapped(siblings, wanted))
    return [_raised_below(siblings, wanted) for siblings in raised]


def _raised_below(siblings: Items, wanted: frozenset[str]) -> Items:
    if not any(item.children for item in siblings):
        return siblings
    raised = _raised([item.children for item in siblings], wanted)
    return tuple(with_children(item, children) for item, children in zip(siblings, raised, strict=True))


def _swapped(siblings: Items, wanted: frozenset[str]) -> Items:
    order = list(siblings)
    for position in range(1, len(order)):
        if order[position].id in wanted and order[position - 1].id not in wanted:
            order[position - 1], order[position] = order[position], order[position - 1]
    return tuple(order)


def _mirrored(agenda: Agenda) -> Agenda:
    parts = reversed([replace(part, items=_mirror(part.items)) for part in agenda.parts])
    return replace(agenda, parts=tuple(parts))


def _mirror(items: Items) -> Items:
    return tuple(
        replace(item, children=_mirror(item.children)) if item.children else item for item in reversed(items)
    )
