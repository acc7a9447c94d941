"""Six weeks of days as a table: what they are called and what happens on them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from noticeeditor.gui.moment.marks import DayMark, Marks, MarksBetween, shown_days
from noticeeditor.gui.moment.words import locale, long_date
from noticeeditor.i18n.texts import _

DAY_ROLE = Qt.ItemDataRole.UserRole
MARKS_ROLE = Qt.ItemDataRole.UserRole + 1
IN_MONTH_ROLE = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class MonthModel(QAbstractTableModel):
    """The six weeks that show a month, Monday first, with the numbers of the weeks."""

    def __init__(self, marks: MarksBetween, month: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks_between = marks
        self._marks: Marks = {}
        self._days: tuple[dt.date, ...] = ()
        self.month = month
        self.show_month(month)

    def show_month(self, month: dt.date) -> None:
        """Show the month of a day."""
        self.beginResetModel()
        self.month, self._days = month.replace(day=1), shown_days(month)
        self._marks = self._marks_between(self._days[0], self._days[-1])
        self.endResetModel()

    def index_of(self, day: dt.date) -> QModelIndex:
        """Return where a day stands; it must be shown."""
        return self.index(*divmod((day - self._days[0]).days, 7))

    def day_at(self, index: _Index) -> dt.date:
        """Return the day of a cell."""
        return self._days[index.row() * 7 + index.column()]

    def marks_of(self, day: dt.date) -> tuple[DayMark, ...]:
        """Return what happens on a day."""
        return self._marks.get(day, ())

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 6

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 7

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        day = self.day_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(day.day)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join([long_date(day), *(mark.text for mark in self.marks_of(day))])
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(mark.text for mark in self.marks_of(day))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
        return {
            DAY_ROLE: day,
            MARKS_ROLE: self.marks_of(day),
            IN_MONTH_ROLE: day.month == self.month.month,
        }.get(Qt.ItemDataRole(role))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Horizontal:
                return locale().dayName(section + 1).rstrip(".")[:2]
            return str(self._days[section * 7].isocalendar().week)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if orientation is Qt.Orientation.Horizontal:
                return locale().dayName(section + 1)
            return _("Week {number}").format(number=self._days[section * 7].isocalendar().week)
        return None
