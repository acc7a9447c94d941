"""Panels that ask within the window: whether a page is signed, on which day it appeared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from noticeeditor.gui.moment.date_field import DateField
from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class QuestionPanel(QFrame):
    """A question with the verb that answers it; Escape gives up."""

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, title: str, words: str, verb: str) -> None:
        super().__init__()
        dress(self, "card-marked")
        heading, explanation = QLabel(title), QLabel(words)
        dress(heading, "heading")
        dress(explanation, "muted")
        explanation.setWordWrap(True)
        self.confirm, self.cancel = QPushButton(verb), QPushButton(_("Cancel"))
        dress(self.confirm, "primary")
        dress(self.cancel, "quiet")
        for button in (self.confirm, self.cancel):
            button.setAutoDefault(True)  # Enter presses the one that has the focus, and no other
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusProxy(self.confirm)

        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 14, 18, 14)
        self.column.addWidget(heading)
        self.column.addWidget(explanation)
        self.column.addLayout(buttons)
        self.confirm.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.cancelled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape, answer with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm.click()
        else:
            super().keyPressEvent(event)


class DayPanel(QuestionPanel):
    """A question that is answered by a day."""

    day_confirmed = Signal(object)

    def __init__(
        self, title: str, words: str, verb: str, day: dt.date | None, today: Callable[[], dt.date]
    ) -> None:
        super().__init__(title, words, verb)
        self.day = DateField(title, today)
        self.day.show_date(day)
        self.column.insertWidget(2, self.day)
        self.setFocusProxy(self.day)
        self.confirmed.connect(self._emit_day)

    def _emit_day(self) -> None:
        if self.day.commit() and self.day.date is not None:
            self.day_confirmed.emit(self.day.date)
        else:
            self.day.setFocus()
