"""How a row is painted: ground, number, words with their marks, badge, captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle

from noticeeditor.gui.agenda.fonts import Fonts
from noticeeditor.gui.agenda.geometry import LEFT, PADDING, RIGHT, Columns, badge_width, words_rect
from noticeeditor.gui.agenda.rows import Field, Row
from noticeeditor.gui.agenda.words import EMPTY_PART, PLACEHOLDERS, PUBLICITY_NAMES, PUBLISHED
from noticeeditor.gui.theme import Tokens, icon, tokens
from noticeeditor.i18n.texts import _
from noticeeditor.notice.agenda import Publicity

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

BADGE_TONES = {Publicity.PUBLIC: "success", Publicity.CLOSED: "warning"}
_FINDING_ICONS = {
    "obstacle": ("circle-alert", "danger"),
    "warning": ("triangle-alert", "warning"),
    "hint": ("info", "info"),
}
_ICON = 16


def paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, *, is_edited: bool) -> None:
    """Paint what says that a row is written in, chosen, pointed at or current."""
    colours, ground = tokens(), QRectF(area).adjusted(3, 1, -3, -1)
    painter.setPen(Qt.PenStyle.NoPen)
    if is_edited:
        painter.setBrush(QColor(colours.surface))
    elif state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(colours.selection))
        painter.drawRoundedRect(ground, 5, 5)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(colours.hover))
        painter.drawRoundedRect(ground, 5, 5)
    if is_edited or state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colours.accent))
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)


def paint_frame(painter: QPainter, row: Row, area: QRect, columns: Columns, fonts: Fonts) -> None:
    """Paint what stands around the words: number, badge, captions."""
    match row.field:
        case Field.HEADING:
            _paint_heading_frame(painter, row, area, fonts, tokens())
        case Field.TEXT:
            _paint_number(painter, row, area, columns, fonts, tokens())
        case Field.PUBLISHED:
            _paint_caption(painter, row, area, columns, fonts, tokens())


def paint_words(
    painter: QPainter,
    row: Row,
    area: QRect,
    columns: Columns,
    fonts: Fonts,
    spelling: tuple[tuple[int, int], ...],
) -> None:
    """Paint the words, misspelt ones with a wave below; a grey hint where there are none."""
    colours = tokens()
    place = words_rect(row, area, columns, fonts)
    painter.setPen(QColor(colours.text if row.text else colours.muted))
    layout = fonts.layout(row.text or _(PLACEHOLDERS[row.field]), row.field, place.width())
    layout.draw(painter, QPointF(place.topLeft()), _waves(spelling, colours))


def paint_finding(painter: QPainter, area: QRect, severity: str, top: int) -> None:
    """Paint the mark of a finding at the right edge."""
    name, tone = _FINDING_ICONS.get(severity, _FINDING_ICONS["hint"])
    place = QRect(area.right() - RIGHT + 9, area.top() + top + 1, _ICON, _ICON)
    icon(name, tone).paint(painter, place)


def wave() -> QTextCharFormat:
    """Return the mark of a misspelt word."""
    from PySide6.QtGui import QTextCharFormat

    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    mark.setUnderlineColor(QColor(tokens().danger))
    return mark


def _waves(spelling: tuple[tuple[int, int], ...], colours: Tokens) -> list[QTextLayout.FormatRange]:
    found = []
    for start, length in spelling:
        mark = QTextLayout.FormatRange()
        mark.start, mark.length, mark.format = start, length, wave()
        found.append(mark)
    return found


def _paint_number(
    painter: QPainter, row: Row, area: QRect, columns: Columns, fonts: Fonts, colours: Tokens
) -> None:
    painter.setFont(fonts.body)
    painter.setPen(QColor(colours.muted))
    left = area.left() + columns.number_at(row.level)
    place = QRect(left, area.top() + PADDING[row.field][0], 400, area.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, row.label)


def _paint_heading_frame(painter: QPainter, row: Row, area: QRect, fonts: Fonts, colours: Tokens) -> None:
    above, below = PADDING[row.field]
    painter.setFont(fonts.bold)
    painter.setPen(QColor(colours.text))
    painter.drawText(area.adjusted(LEFT, above, 0, 0), Qt.AlignmentFlag.AlignTop, row.label)
    _paint_badge(painter, row, area, fonts, colours)
    if row.is_empty:
        painter.setFont(fonts.small)
        painter.setPen(QColor(colours.muted))
        hint = area.adjusted(LEFT, area.height() - below - fonts.caption_height, -RIGHT, 0)
        painter.drawText(hint, Qt.AlignmentFlag.AlignTop, _(EMPTY_PART))


def _paint_badge(painter: QPainter, row: Row, area: QRect, fonts: Fonts, colours: Tokens) -> None:
    tone, height = BADGE_TONES[row.publicity], fonts.caption_height + 3
    width = badge_width(row, fonts) - 8
    pill = QRectF(area.right() - RIGHT - width + 2, area.top() + PADDING[row.field][0] - 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(colours, f"{tone}_soft")))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(fonts.small)
    painter.setPen(QColor(getattr(colours, tone)))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, _(PUBLICITY_NAMES[row.publicity]))


def _paint_caption(
    painter: QPainter, row: Row, area: QRect, columns: Columns, fonts: Fonts, colours: Tokens
) -> None:
    left = area.left() + columns.words_at(row)
    painter.fillRect(QRect(left, area.top() + 1, 2, area.height() - 6), QColor(colours.info))
    painter.setFont(fonts.small)
    painter.setPen(QColor(colours.info))
    place = QRect(left + 10, area.top(), area.width() - left, fonts.caption_height)
    painter.drawText(place, Qt.AlignmentFlag.AlignTop, _(PUBLISHED))
