"""The field for a day: ``9.10.``, ``mo 18``, ``+7``; arrow keys step by a day, Alt+Down opens the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from noticeeditor.gui.moment.entry import Forms, MomentEntry
from noticeeditor.gui.moment.marks import MarksBetween, no_marks
from noticeeditor.gui.moment.words import brief_date, date_misread, full_date, short_date, shown_time
from noticeeditor.gui.theme import icon
from noticeeditor.i18n.texts import _
from noticeeditor.notice.moment import FIRST_YEAR, LAST_YEAR, Misread, Moment, read_moment

if TYPE_CHECKING:
    from noticeeditor.gui.moment.month_popup import MonthPopup


class DateField(QWidget):
    """A day, or none; a time typed behind the day is told apart."""

    date_changed = Signal(object)
    time_typed = Signal(object)

    def __init__(self, name: str, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._marks: MarksBetween = no_marks
        self.popup: MonthPopup | None = None
        forms = Forms(self._read, _typed, _shown, _hint, date_misread)
        self.entry: MomentEntry[Moment] = MomentEntry(name, forms, self)
        self._date: dt.date | None = None
        self._open = QAction(icon("calendar", "muted"), "", self)
        self._open.setShortcuts([QKeySequence("Alt+Down"), QKeySequence("F4")])
        self._open.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self._open)
        self.entry.line.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._retranslate()

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.entry)
        self.setFocusProxy(self.entry)
        self._open.triggered.connect(self.open_calendar)
        self.entry.line.stepped.connect(self._step)
        self.entry.value_changed.connect(self._accept)
        self.entry.line.left.connect(self._rest)

    @property
    def date(self) -> dt.date | None:
        """The day last read or set."""
        return self._date

    def show_date(self, day: dt.date | None) -> None:
        """Show a day from outside; nothing is told."""
        if day == self._date and self.entry.is_editing:
            return  # the words being typed say so already
        self._date = day
        self.entry.show_value(Moment(day) if day else None)

    def show_marks(self, marks: MarksBetween) -> None:
        """Mark days in the calendar: holidays, sittings, issues, copy deadlines."""
        self._marks = marks

    @property
    def marks(self) -> MarksBetween:
        """What is marked between two days."""
        return self._marks

    def commit(self) -> bool:
        """Take what is typed; return whether it could be read."""
        return self.entry.commit()

    def open_calendar(self) -> None:
        """Open the calendar below the field, at its day."""
        from noticeeditor.gui.moment.month_popup import MonthPopup

        popup = MonthPopup(self._marks, self._today(), self)
        popup.day_chosen.connect(self._choose)
        popup.show_day(self._date or self._today())
        popup.open_at(self.entry.line.mapToGlobal(QPoint(0, self.entry.line.height() + 4)))
        self.popup = popup

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _read(self, text: str) -> Moment | Misread | None:
        return read_moment(text, self._today())

    def _accept(self, moment: Moment | None) -> None:
        day, time = (moment.date, moment.time) if moment else (None, None)
        changed, self._date = day != self._date, day
        if changed:
            self.date_changed.emit(day)
        if time is not None:
            self.time_typed.emit(time)

    def _rest(self) -> None:
        """Keep the day alone once the line is left, so that the same words may be typed again."""
        if not self.entry.message.text():
            self.show_date(self._date)

    def _choose(self, day: dt.date) -> None:
        self.entry.take(Moment(day))
        self.entry.line.setFocus()
        self.entry.line.selectAll()

    def _step(self, direction: int, big: bool) -> None:
        if self.commit():
            self._choose(next_day(self._date, self._today(), direction * (7 if big else 1)))

    def _retranslate(self) -> None:
        self._open.setText(_("Open the calendar"))
        self._open.setToolTip(_("Open the calendar (Alt+Down)"))


def next_day(day: dt.date | None, today: dt.date, days: int) -> dt.date:
    """Return the day so many days on, today when there is none; the calendar ends at its last years."""
    if day is None:
        return today
    stepped = day + dt.timedelta(days)
    return stepped if FIRST_YEAR <= stepped.year <= LAST_YEAR else day


def _typed(moment: Moment) -> str:
    return short_date(moment.date)


def _shown(moment: Moment) -> str:
    return full_date(moment.date)


def _hint(moment: Moment) -> str:
    return brief_date(moment.date) + (f", {shown_time(moment.time)}" if moment.time else "")
