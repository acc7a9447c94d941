"""How a hit is drawn: title with the fitting letters marked, group below, keys at the right."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from noticeeditor.gui.palette.commands import Hit
from noticeeditor.gui.palette.model import HIT_ROLE
from noticeeditor.gui.theme import icon, tokens

_Index = QModelIndex | QPersistentModelIndex
PADDING, ROW_PADDING, ICON = 12, 20, 18


class HitDelegate(QStyledItemDelegate):
    """Draws a row of the palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, option.fontMetrics.height() + ROW_PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit, colours = index.data(HIT_ROLE), tokens()
        row = QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(row, 7, 7)
        row.adjust(PADDING, 0, -PADDING, 0)
        if hit.command.icon:
            place = QRectF(row.left(), row.center().y() - ICON / 2, ICON, ICON)
            icon(hit.command.icon, "muted").paint(painter, place.toRect())
            row.adjust(ICON + 10, 0, 0, 0)
        row.setRight(_draw_keys(painter, row, option.font, hit.command.shortcut))
        _draw_words(painter, row, option.font, hit)
        painter.restore()


def _draw_keys(painter: QPainter, row: QRectF, font: QFont, keys: str) -> float:
    """Draw the keys as caps from the right; return where they begin."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    painter.setFont(small)
    metrics, right = QFontMetricsF(small), row.right()
    for key in reversed(re.split(r"\+(?=.)", keys) if keys else []):  # the last plus may be a key itself
        width = metrics.horizontalAdvance(key) + 12
        cap = QRectF(right - width, row.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tokens().border))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(tokens().muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        right -= width + 4
    return right - 8


def _draw_words(painter: QPainter, row: QRectF, font: QFont, hit: Hit) -> None:
    """Draw the title, its fitting letters strong, and after it the group or why it cannot be run."""
    colours, command = tokens(), hit.command
    layout = QTextLayout(command.title, font)
    layout.setFormats([_strong(position, font) for position in hit.match.positions])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(row.width())
    layout.endLayout()
    painter.setPen(QColor(colours.text if command.enabled else colours.disabled))
    layout.draw(painter, QPointF(row.left(), row.center().y() - line.height() / 2))
    left = row.left() + line.naturalTextWidth() + 14
    aside = command.reason or command.group
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(colours.muted))
    painter.drawText(
        QRectF(left, row.top(), max(row.right() - left, 0), row.height()),
        Qt.AlignmentFlag.AlignVCenter,
        metrics.elidedText(aside, Qt.TextElideMode.ElideRight, row.right() - left),
    )


def _strong(position: int, font: QFont) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setFontWeight(QFont.Weight.DemiBold)
    shape.setForeground(QColor(tokens().accent))
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = position, 1, shape
    return marked
