"""The backward plan of the calendar as a line of dates above the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from noticeeditor.gui.theme import dress
from noticeeditor.gui.theme.labels import ElidedLabel
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from noticeeditor.gui.findings.dates import DateAhead

MOST = 6


class PlanStrip(QFrame):
    """Dates side by side, the next one emphasised, those that passed pale."""

    def __init__(self) -> None:
        super().__init__()
        dress(self, "pane-line")
        self.dates: list[DateCell] = []
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        dress(self.warning, "error")
        self.warning.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 10)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self.warning)
        self.hide()

    def show_dates(self, dates: tuple[DateAhead, ...], warning: str) -> None:
        """Show dates and what is missed; without dates the strip goes."""
        if dates and not self.dates:  # made when there is a first date to show
            self.dates = [DateCell() for _number in range(MOST)]
            for cell in self.dates:
                self._row.addWidget(cell)
        for cell, date in zip(self.dates, dates, strict=False):
            cell.show_date(date)
        for cell in self.dates[len(dates) :]:
            cell.hide()
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self.setAccessibleName(_("Dates up to the sitting"))
        self.setAccessibleDescription("; ".join(f"{date.name} {date.day}" for date in dates))
        self.setVisible(bool(dates))


class DateCell(QFrame):
    """One date with its short name above it."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.day = ElidedLabel(), QLabel()
        for label in (self.name, self.day):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        dress(self.name, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 4, 5)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.day)

    def show_date(self, date: DateAhead) -> None:
        """Show a date."""
        self.name.setText(f"{date.name} ?" if date.uncertain and not date.passed else date.name)
        self.day.setText(date.day)
        for part in (self, self.name):
            part.setToolTip(date.explanation)
        self.setAccessibleName(f"{date.name} {date.day}")
        dress(self, "date-next" if date.is_next else "date")
        dress(self.day, "day-passed" if date.passed else "day-next" if date.is_next else "label")
        self.show()
