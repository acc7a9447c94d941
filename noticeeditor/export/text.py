"""The plain text twin, for print shops that set the text themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from noticeeditor.export.formats import Rendering
from noticeeditor.layout.blocks import (
    AgendaList,
    Block,
    Document,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Signature,
)

_INVISIBLE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u00ad": None})


def render(documents: Sequence[Document]) -> Rendering:
    """Return the text of the notices in UTF-8, two empty lines between them."""
    text = "\n\n".join(plain_text(document) for document in documents)
    return Rendering(text.encode(), lines=text.count("\n"))


def plain_text(document: Document) -> str:
    """Return the text of a notice: heading first, an empty line between blocks, a line end at the last.

    Non-breaking spaces are ordinary ones and soft hyphens are left out, so that it can
    be pasted anywhere. A level of sub-items is indented by three spaces.
    """
    blocks = ("\n".join(_lines(block)).translate(_INVISIBLE) for block in document.blocks)
    text = "\n\n".join(block for block in blocks if block.strip())
    return "\n".join(line.rstrip() for line in text.split("\n")) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text) | Paragraph(text=text):
            yield from _trimmed(text)
        case AgendaList(items=items):
            for item in items:
                yield from _item_lines(item, "")
        case Signature(lines=lines):
            yield from (line.rstrip() for line in lines if line)
        case Figure():
            pass
        case _:
            assert_never(block)


def _item_lines(item: ListItem, indent: str) -> Iterator[str]:
    first, *others = _trimmed(item.text)
    label = item.label.replace("\n", " ")
    if label or first:
        yield f"{indent}{label} {first}".rstrip() if label else indent + first
    hanging = indent + " " * (len(label) + 1 if label else 0)
    for line in others:
        yield (hanging + line).rstrip()
    for child in item.children:
        yield from _item_lines(child, indent + "   ")


def _trimmed(text: str) -> list[str]:
    return [line.rstrip(" ") for line in text.split("\n")]
