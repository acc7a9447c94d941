"""Merge two changes of one notice: by field, and by the stable ids of parts and items.

Where both changed the same field, the merged notice keeps mine and a ``Conflict`` holds
all three; nothing that either of the two wrote is lost without being named.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from noticeeditor.notice.agenda import Agenda
from noticeeditor.notice.notice import Notice
from noticeeditor.workflow.outline import Node, Outline, from_outline, to_outline

T = TypeVar("T")


class Conflict(Struct, frozen=True):
    """A field that both changed, with what it was and what each made of it.

    ``None`` stands for a part or item that is not there. ``field`` is named as in ``difference``.
    """

    field: str
    base: object
    mine: object
    theirs: object


class Merge(Struct, frozen=True):
    """The merged notice, mine where the two disagree, and where they do."""

    notice: Notice
    conflicts: tuple[Conflict, ...]


class _Choice:
    """Chooses field by field and remembers where both changed something."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def of(self, field: str, base: T, mine: T, theirs: T) -> T:
        """Return whichever of the two changed; mine where both did, which is noted."""
        if mine == base:
            return theirs
        if theirs not in (base, mine):
            self.conflicts.append(Conflict(field, base, mine, theirs))
        return mine

    def of_fields(self, names: Iterable[tuple[str, str]], base: T, mine: T, theirs: T) -> T:
        """Return mine with each named attribute chosen; pairs of attribute and field name."""
        chosen = {
            name: self.of(field, getattr(base, name), getattr(mine, name), getattr(theirs, name))
            for name, field in names
        }
        return replace(mine, **chosen)  # type: ignore[type-var]  # the notice and its parts are structs


def merge(base: Notice, mine: Notice, theirs: Notice) -> Merge:
    """Return the three-way merge of two wordings that both started from ``base``."""
    choice = _Choice()
    merged = choice.of_fields(_NOTICE_FIELDS, base, mine, theirs)
    merged = replace(
        merged,
        sitting=choice.of_fields(_SITTING_FIELDS, base.sitting, mine.sitting, theirs.sitting),
        signature=choice.of_fields(_SIGNATURE_FIELDS, base.signature, mine.signature, theirs.signature),
        agenda=_agenda(choice, base.agenda, mine.agenda, theirs.agenda),
    )
    return Merge(merged, tuple(choice.conflicts))


_NOTICE_FIELDS = tuple(
    (name, name) for name in ("authority", "kind", "heading", "opening", "remarks", "issue", "earlier")
)
_SITTING_FIELDS = tuple(
    (name, f"sitting.{name}") for name in ("body", "date", "time", "venue", "designation")
)
_SIGNATURE_FIELDS = tuple(
    (name, f"signature.{name}")
    for name in ("authority", "place", "date", "signatory", "capacity", "form", "words")
)


def _agenda(choice: _Choice, base: Agenda, mine: Agenda, theirs: Agenda) -> Agenda:
    numbering = choice.of("numbering", base.numbering, mine.numbering, theirs.numbering)
    outlines = (to_outline(base), to_outline(mine), to_outline(theirs))
    nodes = _nodes(choice, *outlines)
    children = {place: _children(place, nodes, *outlines) for place in ("", *nodes)}
    return from_outline(Outline(nodes, children), numbering)


def _nodes(choice: _Choice, base: Outline, mine: Outline, theirs: Outline) -> dict[str, Node]:
    """Return the parts and items that the merged agenda has, with their words and their place."""
    names = list(dict.fromkeys((*mine.nodes, *theirs.nodes, *base.nodes)))
    chosen: dict[str, Node] = {}
    for name in names:
        node = _node(choice, name, base.nodes.get(name), mine.nodes.get(name), theirs.nodes.get(name))
        if node is not None:
            chosen[name] = node
    if not _is_tree(_with_places(chosen, mine, theirs)):
        chosen = {
            name: replace(node, parent=mine.nodes[name].parent) if name in mine.nodes else node
            for name, node in chosen.items()
        }
    return _with_places(chosen, mine, theirs)


def _node(
    choice: _Choice, name: str, base: Node | None, mine: Node | None, theirs: Node | None
) -> Node | None:
    field = (mine or theirs or base or _NOWHERE).field
    if mine is not None and theirs is not None:
        return choice.of_fields(_node_fields(field), base or _NOWHERE, mine, theirs)
    kept = mine or theirs
    if base is None or kept is None:
        return kept  # new in one of the two, or gone from both
    if kept == base:
        return None  # removed by one, untouched by the other
    choice.conflicts.append(Conflict(field, base.words, mine and mine.words, theirs and theirs.words))
    return kept


_NOWHERE = Node("", "", "", "", None, None, None)


def _node_fields(field: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, f"{field}.{name}") for name in ("parent", "text", "published", "label", "publicity"))


def _with_places(nodes: dict[str, Node], mine: Outline, theirs: Outline) -> dict[str, Node]:
    """Return the nodes with what was removed above one of them, for it would hang in the air."""
    kept, waiting = dict(nodes), list(nodes.values())
    while waiting:
        parent = waiting.pop().parent
        if parent and parent not in kept:
            kept[parent] = mine.nodes.get(parent) or theirs.nodes[parent]
            waiting.append(kept[parent])
    return kept


def _is_tree(nodes: dict[str, Node]) -> bool:
    """Whether every node leads up to the top; two moves can put two items under one another."""
    for node in nodes.values():
        place, steps = node.parent, 0
        while place and steps <= len(nodes):
            place, steps = nodes[place].parent, steps + 1
        if place:
            return False
    return True


def _children(
    place: str, nodes: dict[str, Node], base: Outline, mine: Outline, theirs: Outline
) -> tuple[str, ...]:
    """Return the merged order: of whoever changed it, mine if both did, newcomers behind whom they followed."""
    here = {name for name, node in nodes.items() if node.parent == place}
    old, my, their = (
        [name for name in outline.children.get(place, ()) if name in here] for outline in (base, mine, theirs)
    )
    common = set(old) & set(my) & set(their)
    untouched = [name for name in my if name in common] == [name for name in old if name in common]
    leading, following = (their, my) if untouched else (my, their)
    merged = list(leading)
    for position, name in enumerate(following):
        if name not in merged:
            merged.insert(_behind(merged, following[:position]), name)
    return (*merged, *(name for name in nodes if name in here and name not in merged))


def _behind(merged: list[str], before: list[str]) -> int:
    """Return the place behind the nearest one that stood before."""
    return next((merged.index(name) + 1 for name in reversed(before) if name in merged), 0)
