"""An agenda as parts and items by their ids, so that two agendas can be compared and merged."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity
from noticeeditor.notice.numbering import Numbering


class Node(Struct, frozen=True):
    """A part or an item without its children; only a part has a ``publicity``.

    ``parent`` is the id of what it stands under, ``""`` for a part.
    """

    id: str
    parent: str
    field: str
    text: str
    published: str | None
    label: str | None
    publicity: Publicity | None

    @property
    def words(self) -> str:
        """Return what it says, its published title with it."""
        return "\n".join(text for text in (self.text, self.published) if text)


class Outline(Struct, frozen=True):
    """All nodes by id, and the ids of the children of each place; ``""`` holds the parts."""

    nodes: dict[str, Node]
    children: dict[str, tuple[str, ...]]


def to_outline(agenda: Agenda) -> Outline:
    """Return the agenda as nodes."""
    nodes = {node.id: node for part in agenda.parts for node in _part_nodes(part)}
    children: dict[str, list[str]] = {}
    for node in nodes.values():
        children.setdefault(node.parent, []).append(node.id)
    return Outline(nodes, {place: tuple(names) for place, names in children.items()})


def from_outline(outline: Outline, numbering: Numbering) -> Agenda:
    """Return the agenda of nodes."""
    parts = tuple(_part(outline, name) for name in outline.children.get("", ()))
    return Agenda(parts, numbering)


def _part_nodes(part: AgendaPart) -> Iterator[Node]:
    yield Node(part.id, "", f"part:{part.id}", part.heading, None, part.label, part.publicity)
    for item in part.items:
        yield from _item_nodes(item, part.id)


def _item_nodes(item: AgendaItem, parent: str) -> Iterator[Node]:
    yield Node(item.id, parent, f"item:{item.id}", item.text, item.published, item.label, None)
    for child in item.children:
        yield from _item_nodes(child, item.id)


def _part(outline: Outline, name: str) -> AgendaPart:
    node = outline.nodes[name]
    publicity = node.publicity or Publicity.PUBLIC
    return AgendaPart(node.id, node.text, publicity, _items(outline, name), node.label)


def _items(outline: Outline, place: str) -> tuple[AgendaItem, ...]:
    nodes = (outline.nodes[name] for name in outline.children.get(place, ()))
    return tuple(
        AgendaItem(node.id, node.text, node.published, node.label, _items(outline, node.id)) for node in nodes
    )
