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
    families = _families(bookmarks)
    for parent, children in families.items():
        above = root if parent is None else numbers[parent]
        for before, child, after in zip([None, *children], children, [*children[1:], None], strict=False):
            bookmark = bookmarks[child]
            entries = [
                b"/Parent %d 0 R" % above,
                b"" if before is None else b"/Prev %d 0 R" % numbers[before],
                b"" if after is None else b"/Next %d 0 R" % numbers[after],
                _children(families.get(child, []), numbers),
                _target(bookmark, pages, second_edition),
            ]
            objects.put(numbers[child], b"<</Title%s%s>>" % (text_string(bookmark.text), b"".join(entries)))
    objects.put(root, b"<</Type/Outlines%s>>" % _children(families.get(None, []), numbers, len(bookmarks)))
    return root


def _families(bookmarks: list[Bookmark]) -> dict[int | None, list[int]]:
    """Return the positions of the bookmarks under each title, those of titles under None."""
    families: dict[int | None, list[int]] = {}
    title: int | None = None
    for position, bookmark in enumerate(bookmarks):
        families.setdefault(None if bookmark.level == 1 else title, []).append(position)
        title = position if bookmark.level == 1 else title
    return families


def _children(children: list[int], numbers: list[int], shown: int | None = None) -> bytes:
    if not children:
        return b""
    first, last = numbers[children[0]], numbers[children[-1]]
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (first, last, shown or len(children))


def _target(bookmark: Bookmark, pages: list[int], second_edition: bool) -> bytes:
    """Return the destination; PDF/UA-2 wants the structure element too (ISO 14289-2, 8.8)."""
    place = b"/XYZ %s %s null" % (number(bookmark.left), number(bookmark.top))
    page = b"[%d 0 R%s]" % (pages[bookmark.page], place)
    if not second_edition:
        return b"/Dest" + page
    return b"/A<</S/GoTo/D%s/SD[%d 0 R%s]>>" % (page, bookmark.element, place)
