"""What a reader of a document must come to hear, and what it hears from a PDF, in the same form.

A text read back equals the composed one character for character, non-breaking spaces
and the author's line ends (U+000A) included. Only soft hyphens are left out of the
comparison: the composed text says where a word may be broken, the page where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from noticeeditor.layout.blocks import AgendaList, Document, Figure, Heading, ListItem, Paragraph, Signature
from tests.export.structure_reader import Node, read


class Heard(NamedTuple):
    kind: str
    depth: int
    text: str


def composed(document: Document) -> list[Heard]:
    """Return the texts of a document in reading order; empty ones are not said."""
    return [heard for block in document.blocks for heard in _said(block) if heard.text]


def heard(content: bytes) -> list[Heard]:
    """Return the texts of a PDF in the order of its structure tree."""
    return [heard for heard in _walk(read(content), 0) if heard.text]


def _said(block: Heading | Paragraph | AgendaList | Signature | Figure) -> Iterator[Heard]:
    match block:
        case Heading():
            yield Heard(f"H{block.level}", 0, _bare(block.text))
        case Paragraph():
            yield Heard("P", 0, _bare(block.text))
        case AgendaList():
            yield from _said_items(block.items, 1)
        case Signature():
            yield from (Heard("P", 0, _bare(line)) for line in block.lines)
        case Figure():
            yield Heard("Figure", 0, block.alternative)


def _said_items(items: tuple[ListItem, ...], depth: int) -> Iterator[Heard]:
    for item in items:
        yield Heard("Lbl", depth, _bare(item.label))
        yield Heard("LBody", depth, _bare(item.text))
        yield from _said_items(item.children, depth + 1)


def _walk(node: Node, depth: int) -> Iterator[Heard]:
    match node.kind:
        case "L":
            depth += 1
        case "LBody" if node.kids and node.kids[0].kind == "P":
            first, *others = node.kids
            yield Heard("LBody", depth, _bare(first.text))
            for kid in others:
                yield from _walk(kid, depth)
            return
    yield Heard(node.kind, depth, _bare(node.alternative or node.text))
    for kid in node.kids:
        yield from _walk(kid, depth)


def _bare(text: str) -> str:
    return text.replace("\u00ad", "")
