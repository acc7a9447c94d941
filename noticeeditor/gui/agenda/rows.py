"""The agenda as the rows of the outliner, no Qt.

The rows are flat and know their level: a change of level is then a change of data,
not a removal, so the words that are being typed stay under the caret.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from noticeeditor.notice.agenda import Agenda, Publicity
from noticeeditor.notice.numbering import NumberedItem, number


class Field(StrEnum):
    """What a row lets one write: the heading of a part, the words of an item, its published title."""

    HEADING = "heading"
    TEXT = "text"
    PUBLISHED = "published"


Key = tuple[str, Field]


class Row(Struct, frozen=True):
    """One row: whose words, on which level counted from 0, under which number, open to whom.

    ``is_empty`` marks a part without items, ``leaves`` the words of a public part that
    still carry a published title: they were moved out of a closed one.
    """

    id: str
    field: Field
    text: str
    publicity: Publicity
    level: int = 0
    label: str = ""
    is_empty: bool = False
    leaves: bool = False

    @property
    def key(self) -> Key:
        """Return what the row shows, whatever it says just now."""
        return self.id, self.field

    @property
    def source(self) -> str:
        """Return the name that blocks and findings give to what the row shows."""
        return f"part:{self.id}" if self.field is Field.HEADING else f"item:{self.id}"


def rows_of(agenda: Agenda) -> tuple[Row, ...]:
    """Return the rows in the order of the page; below a closed item stands its published title."""
    rows: list[Row] = []
    for numbered in number(agenda):
        part = numbered.part
        rows.append(
            Row(part.id, Field.HEADING, part.heading, part.publicity, 0, numbered.label, not part.items)
        )
        rows += _item_rows(numbered.items, part.publicity, 0)
    return tuple(rows)


def _item_rows(items: tuple[NumberedItem, ...], publicity: Publicity, level: int) -> Iterator[Row]:
    is_closed = publicity is Publicity.CLOSED
    for numbered in items:
        item = numbered.item
        leaves = not is_closed and bool(item.published)
        yield Row(item.id, Field.TEXT, item.text, publicity, level, numbered.label, leaves=leaves)
        if is_closed:
            yield Row(item.id, Field.PUBLISHED, item.published or "", publicity, level)
        yield from _item_rows(numbered.children, publicity, level + 1)


def first_change(before: tuple[Row, ...], after: tuple[Row, ...]) -> Key | None:
    """Return the first row that is new, moved or says something else, by the words alone."""
    known = {row.key: (row.text, row.level) for row in before}
    for row in after:
        if known.get(row.key) != (row.text, row.level):
            return row.key
    order = [row.key for row in before if row.key in {row.key for row in after}]
    moved = (row.key for row, key in zip(after, order, strict=False) if row.key != key)
    return next(moved, None)
