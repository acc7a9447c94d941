"""The room between head and form: notes, and the one question that is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from noticeeditor.gui.dialogs.note import Note
from noticeeditor.gui.theme import dress
from noticeeditor.i18n.texts import _

if TYPE_CHECKING:
    from noticeeditor.gui.dialogs.reason import ReasonPanel
    from noticeeditor.gui.editor.questions import QuestionPanel
    from noticeeditor.gui.main.acts import Question


class Stage(QFrame):
    """Shows a note or asks a question; never a box in the way."""

    question_closed = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        super().__init__()
        dress(self, "ground")
        self._today = today
        self.note = Note()
        self.question: QWidget | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 12, 20, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.note)
        self.hide()

    def say(self, tone: str, sentence: str) -> None:
        """Show a note, or take it away for an empty sentence."""
        self.note.say(tone, sentence)
        self._show()

    def ask_reason(self, question: Question, answer: Callable[[str], None]) -> None:
        """Ask for a reason."""
        from noticeeditor.gui.dialogs.reason import ReasonPanel

        panel = ReasonPanel(_(question.title), _(question.words), _(question.verb))
        panel.confirmed.connect(answer)
        self._ask(panel)

    def ask(self, question: Question, answer: Callable[[], None]) -> None:
        """Ask for a yes."""
        from noticeeditor.gui.editor.questions import QuestionPanel

        panel = QuestionPanel(_(question.title), _(question.words), _(question.verb))
        panel.confirmed.connect(answer)
        self._ask(panel)

    def ask_day(self, question: Question, day: dt.date | None, answer: Callable[[dt.date], None]) -> None:
        """Ask for a day."""
        from noticeeditor.gui.editor.questions import DayPanel

        panel = DayPanel(_(question.title), _(question.words), _(question.verb), day, self._today)
        panel.day_confirmed.connect(answer)
        self._ask(panel)

    def close_question(self) -> None:
        """Take the question away."""
        if self.question is None:
            return
        self.question.hide()
        self.question.deleteLater()
        self.question = None
        self._show()
        self.question_closed.emit()

    def _ask(self, panel: ReasonPanel | QuestionPanel) -> None:
        self.close_question()
        self.say("info", "")
        self.question = panel
        panel.cancelled.connect(self.close_question)
        self.column.addWidget(panel)
        self._show()
        panel.setFocus()

    def _show(self) -> None:
        self.setVisible(self.question is not None or not self.note.isHidden())
