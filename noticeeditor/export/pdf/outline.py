"""Bookmarks: the headings of a notice of several pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from typing import NamedTuple

from noticeeditor.export.pdf.container import Objects
from noticeeditor.export.pdf.syntax import number, text_string


class Bookmark(NamedTuple):
    """A heading: its level and text, its element, and where it stands on which page."""

    level: int
    text: str
    element: int
    page: int
    left: float
    top: float


def add_outline(
    objects: Objects, bookmarks: list[Bookmark], pages: list[int], *, second_edition: bool
) -> int:
    """Return the number of the outline dictionary; headings of parts stand under their title."""
    root = objects.reserve()
    numbers = [objects.reserve() for _ in bookmarks]
    parents = _parents(bookmarks)
    for position, bookmark in enumerate(bookmarks):
        siblings = [at for at, parent in enumerate(parents) if parent == parents[position]]
        place = siblings.index(position)
        entries = [
            b"/Parent %d 0 R" % _number_of(parents[position], root, numbers),
            b"/Prev %d 0 R" % numbers[siblings[place - 1]] if place else b"",
            b"/Next %d 0 R" % numbers[siblings[place + 1]] if place + 1 < len(siblings) else b"",
            _children(position, parents, numbers),
            _target(bookmark, pages, second_edition),
        ]
        objects.put(numbers[position], b"<</Title%s%s>>" % (text_string(bookmark.text), b"".join(entries)))
    objects.put(root, b"<</Type/Outlines%s>>" % _children(None, parents, numbers, len(bookmarks)))
    return root


def _parents(bookmarks: list[Bookmark]) -> list[int | None]:
    parents: list[int | None] = []
    title: int | None = None
    for position, bookmark in enumerate(bookmarks):
        parents.append(None if bookmark.level == 1 else title)
        title = position if bookmark.level == 1 else title
    return parents


def _number_of(position: int | None, root: int, numbers: list[int]) -> int:
    return root if position is None else numbers[position]


def _children(
    position: int | None, parents: list[int | None], numbers: list[int], shown: int | None = None
) -> bytes:
    children = [numbers[at] for at, parent in enumerate(parents) if parent == position]
    if not children:
        return b""
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (children[0], children[-1], shown or len(children))


def _target(bookmark: Bookmark, pages: list[int], second_edition: bool) -> bytes:
    """Return the destination; PDF/UA-2 wants the structure element too (ISO 14289-2, 8.8)."""
    place = b"/XYZ %s %s null" % (number(bookmark.left), number(bookmark.top))
    page = b"[%d 0 R%s]" % (pages[bookmark.page], place)
    if not second_edition:
        return b"/Dest" + page
    return b"/A<</S/GoTo/D%s/SD[%d 0 R%s]>>" % (page, bookmark.element, place)
