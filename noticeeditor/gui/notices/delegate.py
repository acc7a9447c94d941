"""How a row of the list is painted: title in two lines, when, state and countdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from noticeeditor.gui.notices.model import ROW_ROLE
from noticeeditor.gui.theme import Tokens, tokens

if TYPE_CHECKING:
    from noticeeditor.gui.notices.rows import Row

_SIDE, _PADDING, _TITLE_LINES = 8, 9, 2


class NoticeDelegate(QStyledItemDelegate):
    """Paints rows; all are equally high, so that a hundred thousand need no measuring."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row with a title of two lines."""
        title, small = QFontMetrics(_title_font(option.font)), QFontMetrics(_small_font(option.font))
        return QSize(200, _TITLE_LINES * title.lineSpacing() + 2 * small.lineSpacing() + 2 * _PADDING + 17)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, title, date, badge and countdown."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(_SIDE, 2, -_SIDE, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().border))
        painter.drawRect(QRect(area.left() + 14, option.rect.bottom(), area.width() - 28, 1))
        _paint_ground(painter, area, option.state, tokens())
        _paint_words(painter, area.adjusted(14, _PADDING, -10, -_PADDING), option.font, row, tokens())
        painter.restore()


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, colours: Tokens) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(colours.selection))
        painter.drawRoundedRect(area, 8, 8)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(QRect(area.left(), area.top() + 10, 3, area.height() - 20), 1.5, 1.5)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(colours.hover))
        painter.drawRoundedRect(area, 8, 8)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.accent))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def _paint_words(painter: QPainter, area: QRect, font: QFont, row: Row, colours: Tokens) -> None:
    title, small = _title_font(font), _small_font(font)
    lines = _lines(row.title, title, area.width())
    missing = _TITLE_LINES - len(lines)
    top = area.top() + missing * QFontMetrics(title).lineSpacing() // 2
    painter.setFont(title)
    painter.setPen(QColor(colours.text))
    for line in lines:
        painter.drawText(QRect(area.left(), top, area.width(), 40), Qt.AlignmentFlag.AlignTop, line)
        top += QFontMetrics(title).lineSpacing()
    metrics = QFontMetrics(small)
    painter.setFont(small)
    painter.setPen(QColor(colours.muted))
    top += 3
    painter.drawText(QRect(area.left(), top, area.width(), 40), Qt.AlignmentFlag.AlignTop, row.when)
    top += metrics.lineSpacing() + 4
    pill = QRectF(area.left() - 1, top, metrics.horizontalAdvance(row.state) + 16, metrics.height() + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_ground(row.tone, colours)))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(QColor(getattr(colours, row.tone)))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, row.state)
    rest = QRectF(pill.right() + 8, top, area.right() - pill.right() - 8, pill.height())
    painter.setPen(QColor(colours.danger if row.urgent else colours.muted))
    due = metrics.elidedText(row.due, Qt.TextElideMode.ElideRight, int(rest.width()))
    painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, due)


def _ground(tone: str, colours: Tokens) -> str:
    return colours.hover if tone == "muted" else str(getattr(colours, f"{tone}_soft"))


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """Return the lines of a title, the last one cut where it would be too long."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= _TITLE_LINES:
        ends = [*starts[1:], len(text)]
        return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    rest = text[starts[_TITLE_LINES - 1] :]
    kept = [text[starts[n] : starts[n + 1]].strip() for n in range(_TITLE_LINES - 1)]
    return [*kept, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _title_font(font: QFont) -> QFont:
    title = QFont(font)
    title.setWeight(QFont.Weight.DemiBold)
    return title


def _small_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small
