"""The calendar that opens below a field: one month, with what happens on its days."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from noticeeditor.gui.moment.marks import MarkKind, MarksBetween
from noticeeditor.gui.moment.month_model import MonthModel
from noticeeditor.gui.moment.month_paint import CELL, DayDelegate, paint_mark
from noticeeditor.gui.moment.words import month_name
from noticeeditor.gui.screens import room_around
from noticeeditor.gui.theme import dress, icon
from noticeeditor.i18n.texts import N_, _
from noticeeditor.notice.moment import FIRST_YEAR, LAST_YEAR

LEGEND = {
    MarkKind.HOLIDAY: N_("Public holiday"),
    MarkKind.SITTING: N_("Sitting"),
    MarkKind.ISSUE: N_("Gazette appears"),
    MarkKind.DEADLINE: N_("Copy deadline"),
}


# the delegate draws the chosen day itself, and weeks need no lines
_BARE = """
QTableView { selection-background-color: transparent; }
QTableView::item:selected { background: transparent; }
QHeaderView::section { border: 0; padding: 0 6px 8px 0; font-size: 9pt; font-weight: 400; }
QHeaderView::section:horizontal { padding: 0; font-size: 10.5pt; font-weight: 500; }
QTableCornerButton::section { border: 0; background: transparent; }
"""


class MonthTable(QTableView):
    """The days; the keys go on into the months before and after."""

    moved = Signal(int, int)  # days, months
    confirmed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(*_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.confirmed.emit()
        else:
            event.ignore()  # Escape closes the pop-up, Tab goes on

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.moved.emit(0, -1 if turned > 0 else 1)


_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (-7, 0),
    Qt.Key.Key_Down: (7, 0),
    Qt.Key.Key_PageUp: (0, -1),
    Qt.Key.Key_PageDown: (0, 1),
}


class MonthPopup(QFrame):
    """A month to choose a day from by mouse or keys; Escape leaves all as it is."""

    day_chosen = Signal(object)

    def __init__(self, marks: MarksBetween, today: dt.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Calendar"))
        dress(self, "popup")
        self._today = self.day = today
        self.model = MonthModel(marks, today, self)
        self.month = QLabel(self)
        dress(self.month, "heading")
        self.earlier = _button("chevron-left", _("Previous month (Page Up)"), self)
        self.later = _button("chevron-right", _("Next month (Page Down)"), self)
        self.table = _table(self.model, today, self)
        self.detail = QLabel(self)
        self.detail.setWordWrap(True)
        self.detail.setFixedHeight(self.detail.fontMetrics().lineSpacing() * 2 + 4)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)

        head = QHBoxLayout()
        head.addWidget(self.month, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self.detail)
        self.legend = Legend(self)
        column.addWidget(self.legend)

        self.earlier.clicked.connect(self._show_earlier)
        self.later.clicked.connect(self._show_later)
        self.table.moved.connect(self._move)
        self.table.confirmed.connect(self._choose)
        self.table.clicked.connect(self._choose_cell)
        self.setFocusProxy(self.table)

    def show_day(self, day: dt.date) -> None:
        """Show the month of a day and stand on it."""
        self.day = day
        self.model.show_month(day)
        self.month.setText(month_name(day))
        self.table.setCurrentIndex(self.model.index_of(day))
        marks = [mark.text for mark in self.model.marks_of(day)]
        self.detail.setText(" · ".join(marks))

    def open_at(self, place: QPoint) -> None:
        """Open with the upper left corner at a place of the screen, or where there is room."""
        screen = room_around(place)
        for part in (self.legend, self.detail):  # on a low screen the days come first
            part.setVisible(self.sizeHint().height() <= screen.height())
        self.adjustSize()
        left = max(screen.left(), min(place.x(), screen.right() - self.width()))
        top = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.table.setFocus()

    def _show_earlier(self) -> None:
        self._move(0, -1)

    def _show_later(self) -> None:
        self._move(0, 1)

    def _move(self, days: int, months: int) -> None:
        moved = month_on(self.day, months) + dt.timedelta(days)
        if FIRST_YEAR <= moved.year <= LAST_YEAR:
            self.show_day(moved)

    def _choose(self) -> None:
        self.day_chosen.emit(self.day)
        self.close()

    def _choose_cell(self, index: QModelIndex) -> None:
        self.day = self.model.day_at(index)
        self._choose()


class Legend(QWidget):
    """What the marks mean, in two rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(", ".join(map(_, LEGEND.values())))
        self.setFixedHeight(2 * self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.fontMetrics().height() + 3
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        for number, (kind, text) in enumerate(LEGEND.items()):
            place = QRectF(number % 2 * self.width() / 2, number // 2 * height, self.width() / 2, height)
            paint_mark(painter, kind, QRectF(place.left() + 2, place.center().y() - 3, 6, 6))
            painter.setPen(self.palette().text().color())
            painter.drawText(place.adjusted(16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, _(text))
        painter.end()


def month_on(day: dt.date, months: int) -> dt.date:
    """Return the day so many months on, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = dt.date(year + month // 11, (month + 1) % 12 + 1, 1)
    return min(dt.date(year, month + 1, 1) + dt.timedelta(day.day - 1), following - dt.timedelta(1))


def _button(name: str, words: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button


def _table(model: MonthModel, today: dt.date, parent: QWidget) -> MonthTable:
    table = MonthTable(parent)
    table.setModel(model)
    table.setItemDelegate(DayDelegate(today, table))
    table.setAccessibleName(_("Days"))
    table.setStyleSheet(_BARE)
    table.setShowGrid(False)
    table.setMouseTracking(True)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    for header, size in (
        (table.horizontalHeader(), CELL.width()),
        (table.verticalHeader(), CELL.height()),
    ):
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(size)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
    table.verticalHeader().setFixedWidth(38)
    table.horizontalHeader().setFixedHeight(30)
    table.setFixedSize(38 + 7 * CELL.width() + 2, 30 + 6 * CELL.height() + 2)
    return table
