"""Where things stand in a row: number, words, badge, mark; measured once for all rows of a width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from noticeeditor.gui.agenda.rows import Field, Row

LEFT, RIGHT, GAP = 14, 34, 10
PADDING = {Field.HEADING: (12, 6), Field.TEXT: (4, 4), Field.PUBLISHED: (0, 6)}
CAPTION_GAP = 1
_NUMBER_OF_TWO_DIGITS = "10."


@dataclass(frozen=True, slots=True)
class Columns:
    """The hanging indents: how wide the numbers of each level are, in pixels."""

    widths: tuple[int, ...] = (32,)

    def number_at(self, level: int) -> int:
        """Return where the numbers of a level begin."""
        return LEFT + sum(self.widths[:level])

    def words_at(self, row: Row) -> int:
        """Return where the words of a row begin."""
        return LEFT if row.field is Field.HEADING else self.number_at(row.level + 1)


def columns_of(rows: Iterable[Row], font: QFont) -> Columns:
    """Return hanging indents that hold the longest number of each level."""
    metrics = QFontMetricsF(font)
    longest: dict[int, float] = {0: metrics.horizontalAdvance(_NUMBER_OF_TWO_DIGITS)}
    for row in rows:
        if row.field is Field.TEXT:
            longest[row.level] = max(longest.get(row.level, 0), metrics.horizontalAdvance(row.label))
    return Columns(tuple(int(longest.get(level, 0)) + GAP for level in range(max(longest) + 1)))


def font_of(field: Field, font: QFont) -> QFont:
    """Return the font of the words of a row."""
    if field is not Field.HEADING:
        return font
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def small(font: QFont) -> QFont:
    """Return the font of captions and badges."""
    lesser = QFont(font)
    lesser.setPointSizeF(font.pointSizeF() * 0.88)
    return lesser


def heading_label_width(row: Row, font: QFont) -> int:
    """Return the room that the label of a heading takes before its words."""
    if not row.label:
        return 0
    return int(QFontMetricsF(font_of(Field.HEADING, font)).horizontalAdvance(row.label + " ")) + 2


def words_rect(row: Row, area: QRect, columns: Columns, font: QFont, badge: int) -> QRect:
    """Return where the words of a row stand; the same for paper and pen, so that nothing jumps."""
    above, below = PADDING[row.field]
    left = area.left() + columns.words_at(row)
    if row.field is Field.HEADING:
        left += heading_label_width(row, font)
    if row.field is Field.PUBLISHED:
        above += caption_height(font)
        left += GAP
    right = area.right() - RIGHT - badge
    return QRect(left, area.top() + above, max(right - left, 60), area.height() - above - below)


def caption_height(font: QFont) -> int:
    """Return the height of the line over a published title, or of the hint below an empty part."""
    return int(QFontMetricsF(small(font)).height()) + CAPTION_GAP


def row_height(row: Row, width: int, columns: Columns, font: QFont, badge: int) -> int:
    """Return how high a row is in a view of this width."""
    above, below = PADDING[row.field]
    area = words_rect(row, QRect(0, 0, width, 100), columns, font, badge)
    words = layout_of(row.text, font_of(row.field, font), area.width()).boundingRect().height()
    caption = caption_height(font) if row.field is Field.PUBLISHED or row.is_empty else 0
    return above + caption + int(words + 0.99) + below


def layout_of(text: str, font: QFont, width: int) -> QTextLayout:
    """Return the words broken into lines of a width."""
    return _layout(text, font.toString(), width)


@lru_cache(maxsize=2048)
def _layout(text: str, font_name: str, width: int) -> QTextLayout:
    font = QFont()
    font.fromString(font_name)
    layout = QTextLayout(text.replace("\n", "\u2028") or " ", font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout
