"""Where dropped items go: what the mouse points at → a spot in the outline and a line to show it."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QLine, QPoint, QRect

from noticeeditor.gui.agenda.geometry import LEFT, Columns
from noticeeditor.gui.agenda.rows import Field, Row
from noticeeditor.notice.agenda import Agenda
from noticeeditor.notice.outline import Spot, find, spot_of

_DEEPER = 28


class Drop(Struct, frozen=True):
    """A spot, and the line that shows it."""

    spot: Spot
    line: QLine


def drop_at(agenda: Agenda, row: Row | None, area: QRect, point: QPoint, columns: Columns) -> Drop | None:
    """Return where items go that are let go at a point over a row; below all rows to the end.

    The lower half of an item is after it, further to the right below it.
    """
    if row is None:
        return _at_end(agenda, area)
    if row.field is Field.HEADING:
        return Drop(Spot(row.id, 0), _line(area, LEFT, at_bottom=True))
    spot, item = spot_of(agenda, row.id), find(agenda, row.id)
    if spot is None or item is None:
        return None
    left = columns.number_at(row.level)
    if row.field is Field.TEXT and point.y() < area.center().y():
        return Drop(spot, _line(area, left, at_bottom=False))
    deeper = columns.words_at(row)
    if item.children or point.x() > area.left() + deeper + _DEEPER:
        return Drop(Spot(item.id, 0), _line(area, deeper, at_bottom=True))
    return Drop(Spot(spot.parent, spot.position + 1), _line(area, left, at_bottom=True))


def _at_end(agenda: Agenda, area: QRect) -> Drop | None:
    if not agenda.parts:
        return None
    part = agenda.parts[-1]
    return Drop(Spot(part.id, len(part.items)), _line(area, LEFT, at_bottom=True))


def _line(area: QRect, left: int, *, at_bottom: bool) -> QLine:
    top = area.bottom() if at_bottom else area.top()
    return QLine(area.left() + left, top, area.right() - LEFT, top)
