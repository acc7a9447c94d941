"""Items on the clipboard: our own form for other notices, plain text for everything else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextDocument

from noticeeditor.codec.strictjson import parse
from noticeeditor.codec.structure import decode, encode
from noticeeditor.errors import Problem
from noticeeditor.intake.lines import items_of
from noticeeditor.intake.sections import Section, sections_of
from noticeeditor.notice.agenda import Agenda, AgendaItem, AgendaPart, Publicity, walk
from noticeeditor.notice.numbering import NumberedItem, number
from noticeeditor.notice.outline import MAX_LEVELS, levels, with_new_ids

ITEMS_TYPE = "application/x-noticeeditor-items+json"
TYPES = (ITEMS_TYPE, "text/html", "text/plain")
_LIST_TAG = re.compile(r"<(?:ol|ul|li)\b", re.IGNORECASE)


def mime_of(items: tuple[AgendaItem, ...], agenda: Agenda, origin: str) -> QMimeData:
    """Return items for the clipboard, as they are and as the numbered lines of the page.

    ``origin`` names the outliner they are from.
    """
    mime = QMimeData()
    part = AgendaPart(origin, items=items)
    mime.setData(ITEMS_TYPE, json.dumps(encode(part), ensure_ascii=False).encode())
    mime.setText("\n".join(_numbered_lines(items, agenda)))
    return mime


def has_items(mime: QMimeData) -> bool:
    """Whether the clipboard holds items or several lines, which become items."""
    return mime.hasFormat(ITEMS_TYPE) or "\n" in text_of(mime).strip()


def sections_from(mime: QMimeData, new_id: Callable[[], str]) -> tuple[Section, ...]:
    """Return what is on the clipboard as items with fresh ids, under the headings that stand there."""
    part = _part_of(mime)
    return (Section(with_new_ids(part.items, new_id)),) if part else sections_of(text_of(mime), new_id)


def items_from(mime: QMimeData, new_id: Callable[[], str]) -> tuple[AgendaItem, ...]:
    """Return what was dropped as items with fresh ids."""
    part = _part_of(mime)
    return with_new_ids(part.items, new_id) if part else items_of(text_of(mime), new_id)


def moved_within(mime: QMimeData, origin: str) -> tuple[str, ...]:
    """Return the ids of items that were dragged from the outliner of that name."""
    part = _part_of(mime)
    return tuple(item.id for item in part.items) if part and part.id == origin else ()


def _part_of(mime: QMimeData) -> AgendaPart | None:
    if not mime.hasFormat(ITEMS_TYPE):
        return None
    raw = parse(bytes(mime.data(ITEMS_TYPE).data()))
    try:
        part = () if isinstance(raw, Problem) else decode(AgendaPart, raw)
    except RecursionError:
        return None
    return part if isinstance(part, AgendaPart) and levels(part.items) <= MAX_LEVELS else None


def text_of(mime: QMimeData) -> str:
    """Return the words on the clipboard; lists of a page keep the numbers and levels they show."""
    if mime.hasHtml() and (_LIST_TAG.search(mime.html()) or not mime.hasText()):
        document = QTextDocument()
        document.setHtml(mime.html())
        return "\n".join(_block_line(block) for block in _blocks(document))
    return mime.text()


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _block_line(block: QTextBlock) -> str:
    of_list = block.textList()
    if of_list is None:
        return block.text()
    marker = of_list.itemText(block).strip() or "•"
    return "\t" * (of_list.format().indent() - 1) + f"{marker} {block.text()}"


def _numbered_lines(items: tuple[AgendaItem, ...], agenda: Agenda) -> Iterator[str]:
    """Yield the lines with the numbers they have in their agenda, of closed items the published title."""
    wanted = {item.id for item in walk(items)}
    for numbered in number(agenda):
        yield from _lines_below(numbered.items, numbered.part.publicity, wanted)


def _lines_below(items: tuple[NumberedItem, ...], publicity: Publicity, wanted: set[str]) -> Iterator[str]:
    for numbered in items:
        if numbered.item.id in wanted:
            words = numbered.item.wording(publicity).replace("\n", "\v")  # a soft break of word processors
            yield f"{numbered.label} {words}".strip()
        yield from _lines_below(numbered.children, publicity, wanted)
