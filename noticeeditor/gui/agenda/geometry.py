"""Where things stand in a row: number, words, badge, mark."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QRect

from noticeeditor.gui.agenda.fonts import Fonts
from noticeeditor.gui.agenda.rows import Field, Row
from noticeeditor.gui.agenda.words import PUBLICITY_NAMES
from noticeeditor.i18n.texts import _

LEFT, RIGHT, GAP = 14, 34, 10
PADDING = {Field.HEADING: (12, 6), Field.TEXT: (4, 4), Field.PUBLISHED: (0, 6)}
_NUMBER_OF_TWO_DIGITS = "10."
_LEAST_WIDTH = 60


class Columns(Struct, frozen=True):
    """The hanging indents: how wide the numbers of each level are, in pixels."""

    widths: tuple[int, ...] = (32,)

    def number_at(self, level: int) -> int:
        """Return where the numbers of a level begin."""
        return LEFT + sum(self.widths[:level])

    def words_at(self, row: Row) -> int:
        """Return where the words of a row begin."""
        return LEFT if row.field is Field.HEADING else self.number_at(row.level + 1)


def columns_of(rows: Iterable[Row], fonts: Fonts) -> Columns:
    """Return hanging indents that hold the longest number of each level."""
    longest: dict[int, float] = {0: fonts.body_width(_NUMBER_OF_TWO_DIGITS)}
    for level, label in {(row.level, row.label) for row in rows if row.field is Field.TEXT}:
        longest[level] = max(longest.get(level, 0), fonts.body_width(label))
    return Columns(tuple(int(longest.get(level, 0)) + GAP for level in range(max(longest) + 1)))


def badge_width(row: Row, fonts: Fonts) -> int:
    """Return the room that the badge of a heading takes; other rows have none."""
    if row.field is not Field.HEADING:
        return 0
    return int(fonts.small_width(_(PUBLICITY_NAMES[row.publicity]))) + 27


def words_rect(row: Row, area: QRect, columns: Columns, fonts: Fonts) -> QRect:
    """Return where the words of a row stand; the same for paint and field, so that nothing jumps."""
    above, below = PADDING[row.field]
    left = area.left() + columns.words_at(row)
    if row.field is Field.HEADING and row.label:
        left += int(fonts.width(row.label + " ", Field.HEADING)) + 2
    if row.field is Field.PUBLISHED:
        above += fonts.caption_height
        left += GAP
    right = area.right() - RIGHT - badge_width(row, fonts)
    return QRect(left, area.top() + above, max(right - left, _LEAST_WIDTH), area.height() - above - below)


def row_height(row: Row, width: int, columns: Columns, fonts: Fonts) -> int:
    """Return how high a row is in a view of this width."""
    above, below = PADDING[row.field]
    words = words_rect(row, QRect(0, 0, width, 100), columns, fonts).width()
    caption = fonts.caption_height if row.field is Field.PUBLISHED or row.is_empty else 0
    return above + caption + fonts.height(row.text, row.field, words) + below
