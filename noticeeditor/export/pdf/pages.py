"""Pages: the galley cut where a page may begin."""

from __future__ import annotations

from typing import NamedTuple

from noticeeditor.export.pdf.galley import Row


class PlacedRow(NamedTuple):
    """A row and the distance of its top from the top of the first line of the page, in pt."""

    row: Row
    top: float


def cut(rows: list[Row], depth: float) -> list[list[PlacedRow]]:
    """Return the rows of each page: as many as it holds, less those that must not begin the next.

    A run that is longer than a page and may be cut nowhere is cut where the page ends.
    """
    pages: list[list[PlacedRow]] = []
    page: list[PlacedRow] = []
    position, foot = 0, 0.0
    while position < len(rows):
        row = rows[position]
        top = foot + row.before if page else 0.0
        if page and top + row.height > depth + 0.01:
            begin = _last_break(rows, position, position - len(page))
            pages.append(page[: len(page) - (position - begin)])
            page, position, foot = [], begin, 0.0
            continue
        page.append(PlacedRow(row, top))
        foot = top + row.height
        position += 1
    return [*pages, page]


def _last_break(rows: list[Row], overflow: int, first: int) -> int:
    """Return the last row from which a page may begin, at the latest the one that overflows."""
    return next((at for at in range(overflow, first, -1) if rows[at].breakable), overflow)
