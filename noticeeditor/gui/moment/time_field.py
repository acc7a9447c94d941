"""The field for a time of day: ``18``, ``1830``, ``18 Uhr``; arrow keys step by a quarter of an hour."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noticeeditor.gui.moment.entry import Forms, MomentEntry
from noticeeditor.gui.moment.words import shown_time, time_misread
from noticeeditor.i18n.texts import _
from noticeeditor.notice.moment import read_time

QUARTER = 15
DAY = 24 * 60
EVENING = dt.time(18)


class TimeField(QWidget):
    """A time, or none."""

    time_changed = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms = Forms(read_time, "{:%H:%M}".format, shown_time, shown_time, time_misread)
        self.entry: MomentEntry[dt.time] = MomentEntry(name or _("Time"), forms, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.entry)
        self.setFocusProxy(self.entry)
        self.entry.line.stepped.connect(self._step)
        self.entry.value_changed.connect(self.time_changed)

    @property
    def time(self) -> dt.time | None:
        """The time last read or set."""
        return self.entry.value

    def show_time(self, time: dt.time | None) -> None:
        """Show a time from outside; nothing is told."""
        self.entry.show_value(time)

    def commit(self) -> bool:
        """Take what is typed; return whether it could be read."""
        return self.entry.commit()

    def _step(self, direction: int, big: bool) -> None:
        if not self.commit():
            return
        self.entry.take(next_time(self.time, direction, 60 if big else QUARTER))
        self.entry.line.selectAll()


def next_time(time: dt.time | None, direction: int, minutes: int) -> dt.time:
    """Return the next full quarter or hour in a direction, around midnight; an evening when there is none."""
    if time is None:
        return EVENING
    minute = time.hour * 60 + time.minute
    grid = minute // QUARTER * QUARTER
    if minutes > QUARTER or grid == minute:
        following = minute + direction * minutes
    else:
        following = grid + QUARTER if direction > 0 else grid
    hour, rest = divmod(following % DAY, 60)
    return dt.time(hour, rest)
