"""How a day is drawn: marks differ in shape as well as in colour."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from noticeeditor.gui.moment.marks import DayMark, MarkKind
from noticeeditor.gui.moment.month_model import DAY_ROLE, IN_MONTH_ROLE, MARKS_ROLE
from noticeeditor.gui.theme import tokens

CELL = QSize(40, 38)
MARK_SIZE = 6.0
TONES = {
    MarkKind.HOLIDAY: "danger",
    MarkKind.SITTING: "accent",
    MarkKind.ISSUE: "success",
    MarkKind.DEADLINE: "warning",
}


class DayDelegate(QStyledItemDelegate):
    """Draws a day: its number, the frame of today, the ground of the chosen one, its marks."""

    def __init__(self, today: dt.date, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, marks = tokens(), index.data(MARKS_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        cell = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.accent) if index.data(DAY_ROLE) == self._today else Qt.PenStyle.NoPen)
        ground = colours.accent if selected else colours.hover if hovered else ""
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell, 7, 7)
        self._write(painter, cell, option.font, index, selected=selected)
        self._mark(painter, cell, marks, colours.on_accent if selected else "")
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        cell: QRectF,
        font: QFont,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        colours, day = tokens(), index.data(DAY_ROLE)
        holiday = any(mark.kind is MarkKind.HOLIDAY for mark in index.data(MARKS_ROLE))
        font = QFont(font)
        font.setWeight(QFont.Weight.DemiBold if holiday or selected else QFont.Weight.Normal)
        if not index.data(IN_MONTH_ROLE):  # smaller, not paler: it can be chosen like the others
            font.setPointSizeF(font.pointSizeF() * 0.85)
        colour = colours.muted if day.weekday() > 4 or not index.data(IN_MONTH_ROLE) else colours.text
        colour = colours.on_accent if selected else colours.danger if holiday else colour
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(cell.adjusted(0, 0, 0, -7), Qt.AlignmentFlag.AlignCenter, index.data())

    def _mark(self, painter: QPainter, cell: QRectF, marks: tuple[DayMark, ...], colour: str) -> None:
        kinds = sorted({mark.kind for mark in marks})
        left = cell.center().x() - (len(kinds) * (MARK_SIZE + 3) - 3) / 2
        for number, kind in enumerate(kinds):
            place = QRectF(left + number * (MARK_SIZE + 3), cell.bottom() - 10, MARK_SIZE, MARK_SIZE)
            paint_mark(painter, kind, place, colour)


def paint_mark(painter: QPainter, kind: MarkKind, place: QRectF, colour: str = "") -> None:
    """Draw the mark of a kind: bar, disc, square or triangle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour or getattr(tokens(), TONES[kind])))
    match kind:
        case MarkKind.HOLIDAY:
            painter.drawRect(place.adjusted(0, 2, 0, -2))
        case MarkKind.SITTING:
            painter.drawEllipse(place)
        case MarkKind.ISSUE:
            painter.drawRect(place)
        case MarkKind.DEADLINE:
            top = QPointF(place.center().x(), place.top())
            painter.drawPolygon(QPolygonF([top, place.bottomLeft(), place.bottomRight()]))
